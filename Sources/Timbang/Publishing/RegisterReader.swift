internal import RuleDiagnostics

/// Reads the register, exactly as it is written and in no other way.
///
///     timbang-lock 1
///     1 kepatuhan/2022 scoring=sha256:.. document=sha256:.. file=kepatuhan/2022.yaml bytes=sha256:.. date=2026-03-02 previous=sha256:.. line=sha256:..
///
/// One blank between fields, fields in this order, lines end with LF, also the last. `previous` is the digest of the line before without its
/// end, `line` that of its own line before ` line=`. Every deviation is a finding at its place; after one, the other lines are still read.
struct RegisterReader {
  private let source: SourceFile
  private var log = DiagnosticLog()
  private var entries: [RegisterEntry] = []
  private var previous = Digest(of: Register.header)
  private var sequence = 0

  private init(_ source: SourceFile) {
    self.source = source
  }

  /// Returns the register; nil if and only if it logged errors. Complexity: linear in the size of the file.
  static func read(_ source: SourceFile, log: inout DiagnosticLog) -> Register? {
    var reader = RegisterReader(source)
    reader.readLines()
    log.append(reader.log)
    return reader.log.hasErrors ? nil : Register(entries: reader.entries)
  }

  private mutating func readLines() {
    var start = 0
    var isFirst = true
    while start < source.bytes.count || isFirst {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      let line = source.bytes[start..<end]
      if isFirst { readHeader(line) } else { readEntry(line) }
      if end == source.bytes.count, !line.isEmpty {
        error(
          .lockLine, end..<end,
          Words(id: "baris terakhir tidak berakhir: berkas ini terpotong", en: "the last line has no end: the file was cut off"))
      }
      start = end + 1
      isFirst = false
    }
  }

  private mutating func readHeader(_ line: ArraySlice<UInt8>) {
    guard !line.elementsEqual(Register.header.utf8) else { return }
    error(
      .lockHeader, line.indices,
      source.bytes.isEmpty
        ? Words(id: "register edisi terbit kosong", en: "the register of published editions is empty")
        : Words(
          id: "ini bukan register yang dibaca timbang: baris pertamanya harus `\(Register.header)`",
          en: "this is no register that timbang reads: its first line must be `\(Register.header)`"))
  }

  private mutating func readEntry(_ line: ArraySlice<UInt8>) {
    sequence += 1
    let own = Digest(of: Array(line))
    defer { previous = own }
    if let bad = line.firstIndex(where: { !(0x20...0x7E).contains($0) }) {
      let isReturn = line[bad] == UInt8(ascii: "\r")
      return error(
        .lockLine, bad..<bad + 1,
        isReturn
          ? Words(id: "ujung baris CRLF: sesuatu telah menulis ulang berkas ini", en: "a CRLF line end: something has rewritten this file")
          : Words(id: "byte yang tidak dapat ada di register", en: "a byte that cannot stand in the register"))
    }
    guard let entry = entry(from: line) else { return }
    if let first = entries.first(where: { $0.name == entry.name || $0.file == entry.file }) {
      error(
        .lockTwice, line.indices,
        Words(
          id: "`\(entry.name)` di `\(entry.file)` sudah tercatat pada nomor \(first.sequence)",
          en: "`\(entry.name)` in `\(entry.file)` is registered already, as number \(first.sequence)"))
    }
    if entry.previous != previous {
      error(
        .lockChain, line.indices,
        Words(
          id: "rantai putus: `previous` di sini tidak cocok dengan baris di atasnya, yang bersidik `\(previous)`",
          en: "the chain is broken: `previous` does not fit the line above, whose digest is `\(previous)`"))
    }
    if !entry.line.utf8.elementsEqual(line) {
      error(
        .lockChain, line.indices,
        Words(id: "baris ini telah diubah: sidiknya sendiri tidak cocok", en: "this line was changed: its own digest does not fit"))
    }
    entries.append(entry)
  }

  /// Splits a line at its blanks and reads each field in its turn.
  private mutating func entry(from line: ArraySlice<UInt8>) -> RegisterEntry? {
    let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let keys = ["", "", "scoring=", "document=", "file=", "bytes=", "date=", "previous=", "line="]
    for (field, key) in zip(fields, keys) where !field.starts(with: key.utf8) || field.count == key.utf8.count {
      let wanted = key.isEmpty ? "nomor, lalu keluarga/edisi" : "`\(key)...`"
      let expected = key.isEmpty ? "a number, then family/edition" : "`\(key)...`"
      error(.lockLine, field.indices, Words(id: "di sini seharusnya \(wanted)", en: "here should stand \(expected)"))
      return nil
    }
    guard fields.count == keys.count else {
      let rest = fields.count > keys.count ? fields[keys.count].startIndex..<line.endIndex : line.endIndex..<line.endIndex
      error(
        .lockLine, rest,
        fields.count > keys.count
          ? Words(id: "ada yang berlebih di akhir baris", en: "something follows behind the end of the entry")
          : Words(id: "baris ini terpotong", en: "this line is cut off"))
      return nil
    }
    let values = zip(fields, keys).map { $0.dropFirst($1.utf8.count) }
    checkSequence(values[0])
    let name = name(values[1])
    let digests = [2, 3, 5, 7, 8].map { digest(values[$0]) }
    let file = path(values[4])
    let date = date(values[6])
    guard let name, let file, let date, let scoring = digests[0], let document = digests[1], let bytes = digests[2],
      let previous = digests[3], digests[4] != nil
    else { return nil }
    let seal = Seal(scoring: scoring, document: document, bytes: bytes)
    return RegisterEntry(sequence: sequence, name: name, seal: seal, file: file, date: date, previous: previous)
  }

  // MARK: Fields

  private mutating func checkSequence(_ field: ArraySlice<UInt8>) {
    guard !field.elementsEqual("\(sequence)".utf8) else { return }
    error(
      .lockSequence, field.indices,
      Words(id: "nomor urut di sini seharusnya \(sequence)", en: "the number of this entry should be \(sequence)"))
  }

  private mutating func name(_ field: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: field, as: UTF8.self)
    if text.split(separator: "/", omittingEmptySubsequences: false).count == 2, RegisterEntry.isPath(text) { return text }
    error(.lockLine, field.indices, Words(id: "`\(text)` bukan keluarga/edisi", en: "`\(text)` is not a family/edition"))
    return nil
  }

  private mutating func digest(_ field: ArraySlice<UInt8>) -> Digest? {
    let text = String(decoding: field, as: UTF8.self)
    if let digest = Digest(text) { return digest }
    if let colon = text.firstIndex(of: ":"), text[...colon] != Digest.algorithm {
      error(
        .lockAlgorithm, field.indices,
        Words(
          id: "sidik `\(text[..<colon])` tidak dikenal; hanya sha256", en: "unknown kind of digest `\(text[..<colon])`; only sha256 is read"
        ))
    } else {
      error(
        .lockLine, field.indices,
        Words(id: "ini bukan sidik: `sha256:` dan 64 angka heksadesimal", en: "this is no digest: `sha256:` and 64 hexadecimal digits"))
    }
    return nil
  }

  private mutating func path(_ field: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: field, as: UTF8.self)
    if RegisterEntry.isPath(text) { return text }
    error(
      .lockPath, field.indices,
      Words(
        id: "`\(text)` bukan jalur di bawah folder aturan: tanpa `..`, tanpa `/` di depan",
        en: "`\(text)` is no path below the rules folder: no `..`, no `/` in front"))
    return nil
  }

  private mutating func date(_ field: ArraySlice<UInt8>) -> CalendarDate? {
    let text = String(decoding: field, as: UTF8.self)
    if let date = CalendarDate(text) { return date }
    error(.lockLine, field.indices, Words(id: "`\(text)` bukan tanggal", en: "`\(text)` is not a date"))
    return nil
  }

  private mutating func error(_ code: DiagnosticCode, _ bytes: Range<Int>, _ message: Words) {
    log.error(
      code, at: source.range(bytes.lowerBound, bytes.upperBound), message,
      help: Words(
        id: "baris register tidak pernah diubah; kembalikan berkas ini, misalnya dari riwayat git",
        en: "lines of the register are never changed; put the file back, for instance from the history in git"))
  }
}
