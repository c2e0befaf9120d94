public import RuleDiagnostics

/// Reads workbooks and databases as the text of one sheet or table; leaves every other file as it is.
///
/// What a file is, its first bytes say, not its name.
public struct SheetReader: Sendable {
  private let limits: SheetLimits

  /// Makes a reader with limits.
  public init(limits: SheetLimits = SheetLimits()) {
    self.limits = limits
  }

  /// What a file is by its first bytes.
  private enum Format {
    case workbook, compound, database

    init?(_ bytes: Span<UInt8>) {
      let signatures: [([UInt8], Format)] = [
        ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0x50, 0x4B, 0x05, 0x06], .workbook), ([0xD0, 0xCF, 0x11, 0xE0], .compound),
        (Array("SQLite format 3\0".utf8), .database),
      ]
      for (signature, format) in signatures where bytes.count >= signature.count {
        if signature.indices.allSatisfy({ bytes[$0] == signature[$0] }) {
          self = format
          return
        }
      }
      return nil
    }
  }

  /// Tells whether a file is a workbook or a database, sound or not.
  public static func recognises(_ file: SourceFile) -> Bool { file.withBytes { Format($0) != nil } }

  /// Returns the text of a sheet or table; the file itself if it is neither workbook nor database; nil if and only if it logged errors.
  ///
  /// Complexity: linear in what the sheet or table holds.
  ///
  /// - Parameters:
  ///   - file: the file as it lies on the disk.
  ///   - name: the sheet or table; nil for the first visible sheet, and for the only table or the one called `usual`.
  ///   - usual: how the table of a database is usually called.
  ///   - log: takes errors, warnings and notes.
  public func read(_ file: SourceFile, named name: String? = nil, usual: String = "observations", log: inout DiagnosticLog) -> SourceFile? {
    guard let format = file.withBytes({ Format($0) }) else { return file }
    let read: ReadSheet
    do throws(SheetFault) {
      read = try file.withBytes { bytes throws(SheetFault) in
        try withPointer(bytes) { pointer throws(SheetFault) in
          switch format {
          case .workbook: try Workbook(limits: limits).read(pointer, named: name)
          case .compound: throw SheetFault.compound(pointer)
          case .database: try Database(limits: limits).read(pointer, named: name, usual: usual)
          }
        }
      }
    } catch {
      log.error(error.code, at: range(of: error.place, in: file), error.message, help: error.help)
      return nil
    }
    let text = SourceFile(sheet: read.sheet, of: file, bytes: read.bytes)
    for finding in read.findings {
      let range = range(of: finding.fault.place, in: text)
      log.report(Diagnostic(finding.fault.code, finding.severity, at: range, finding.fault.message, help: finding.fault.help))
    }
    for _ in 0..<read.omitted { log.error(.sheetCell, at: nil, Words(same: "")) }
    return read.omitted == 0 && read.findings.allSatisfy { $0.severity != .error } ? text : nil
  }

  private func range(of place: SheetFault.Place?, in file: SourceFile) -> SourceRange {
    switch place {
    case nil: SourceRange(file: file.name, start: .start, end: .start, cell: file.sheet?.name ?? "")
    case .part(let part): SourceRange(file: file.name, start: .start, end: .start, cell: part)
    case .cell(let row, let column): file.range(ofCell: column, inLine: row)
    }
  }
}

/// Calls `body` with a span's bytes as C takes them.
private func withPointer<Result>(
  _ bytes: Span<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws(SheetFault) -> Result
) throws(SheetFault) -> Result {
  let result: Swift.Result<Result, SheetFault> = bytes.withUnsafeBufferPointer { pointer in
    do throws(SheetFault) { return .success(try body(pointer)) } catch { return .failure(error) }
  }
  return try result.get()
}

extension SourceFile {
  /// The range of a cell of a sheet's text, by its line and its column in the sheet.
  fileprivate func range(ofCell column: Int?, inLine line: Int) -> SourceRange {
    guard let sheet, let column else { return range(ofLine: line) }
    let name = sheet.kind == .worksheet ? Sheet.letters(of: column) : sheet.columns.indices.contains(column) ? sheet.columns[column] : ""
    guard let position = sheet.kind == .worksheet ? sheet.columns.firstIndex(of: name) : column else {
      let place = Position(line: line, column: 1, offset: 0)
      let cell = Sheet(.worksheet, name: sheet.name, columns: [name]).place(line: line, column: 0)
      return SourceRange(file: self.name, start: place, end: place, cell: cell)
    }
    return withBytes { bytes in
      var offset = 0
      var left = line - 1
      while left > 0, offset < bytes.count {
        if bytes[offset] == UInt8(ascii: "\n") { left -= 1 }
        offset += 1
      }
      var commas = position
      var isQuoted = false
      while commas > 0, offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
        if bytes[offset] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if !isQuoted, bytes[offset] == UInt8(ascii: ",") { commas -= 1 }
        offset += 1
      }
      var end = offset
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), isQuoted || bytes[end] != UInt8(ascii: ",") {
        if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
        end += 1
      }
      return range(offset, end)
    }
  }
}

extension SheetFault {
  /// A compound file: an old workbook, or one with a password.
  fileprivate static func compound(_ bytes: UnsafeBufferPointer<UInt8>) -> SheetFault {
    let holds = { (name: String) in
      let wide = Array(name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
      return UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 1 << 26)]).holds(wide)
    }
    if holds("EncryptedPackage") { return .encrypted }
    let isWorkbook = holds("Workbook") || holds("Book")
    return SheetFault(
      .notCSV,
      isWorkbook
        ? Words(id: "ini berkas Excel lama (.xls)", en: "this is an old Excel file (.xls)")
        : Words(id: "ini berkas Office lama, bukan lembar sebar", en: "this is an old Office file, but no spreadsheet"),
      help: saveAsWorkbook)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes occur. Complexity: linear, as the first of them is rare.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard count >= wanted.count, let first = wanted.first else { return false }
    return (0...(count - wanted.count)).contains { start in
      self[start] == first && wanted.indices.allSatisfy { self[start + $0] == wanted[$0] }
    }
  }
}
