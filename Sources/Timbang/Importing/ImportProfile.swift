internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleLoading

/// What is kept beside a data file, so that it is read the same way by everybody: how it is written, and for which bytes that holds.
struct ImportProfile: Equatable {
  let digest: Digest
  let form: TableForm

  /// The path of the profile of a data file.
  static func path(of file: String) -> String { file + ".timbang.yaml" }
}

extension ImportProfile {
  /// The profile as it is written.
  func text(of file: String) -> String {
    var lines = [
      "# How \(fileName(of: file).filter { $0 != "\n" && $0 != "\r" }) was read. Written by `timbang import`; every later reading holds to it.",
      "# Cara membaca berkas itu. Ditulis oleh `timbang import`; pembacaan berikutnya mengikutinya.",
      "timbang_import: 1", "digest: \(digest)",
    ]
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("\(key): \(value)") }
    }
    add("encoding", form.encoding?.rawValue)
    add("separator", form.separator.map { quoted($0.word) })
    add("decimal", form.decimal.map { quoted($0.word) })
    add("group", form.group.map { quoted($0.word) })
    add("sheet", form.sheet.map(quoted))
    add("layout", form.layout?.rawValue)
    if !form.spellings.isEmpty {
      lines.append("spellings:")
      for spelling in form.spellings { lines.append("  - {text: \(quoted(spelling.text)), means: \(quoted(spelling.path))}") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func quoted(_ text: String) -> String {
    let pieces = text.unicodeScalars.map { scalar -> String in
      if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
      if (0x20...0x7E).contains(scalar.value) || scalar.properties.isAlphabetic { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = scalar.value > 0xFFFF ? 8 : 4
      return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\"" + pieces.joined() + "\""
  }
}

extension ImportProfile {
  /// Reads a profile; nil after reporting what is wrong with it.
  init?(_ source: SourceFile, log: inout DiagnosticLog) {
    let errorsBefore = log.errorCount
    let what = Words(id: "catatan impor", en: "the import profile")
    guard let root = readYAML(source, log: &log), var reader = MappingReader(root, as: what, log: &log) else { return nil }
    if let node = reader.required("timbang_import", of: what, log: &log),
      let version = log.text(node, as: Words(same: "`timbang_import`")), version.value != "1"
    {
      log.error(
        .formatVersion, at: version.range,
        Words(id: "format `\(version.value)` tidak dikenal", en: "unknown format `\(version.value)`"),
        help: Words(id: "versi timbang ini membaca `timbang_import: 1`", en: "this version of timbang reads `timbang_import: 1`"))
    }
    let digest = reader.required("digest", of: what, log: &log).flatMap { log.text($0, as: Words(same: "`digest`")) }
    var form = TableForm()
    form.encoding = reader.optional("encoding").flatMap { log.choice($0, as: Words(same: "`encoding`"), of: TextEncoding.self) }
    form.separator = reader.optional("separator").flatMap {
      log.mark($0, "separator", TableForm.Separator.allCases.map(\.word), TableForm.Separator.init(word:))
    }
    form.decimal = reader.optional("decimal").flatMap {
      log.mark($0, "decimal", TableForm.DecimalMark.allCases.map(\.word), TableForm.DecimalMark.init(word:))
    }
    form.group = reader.optional("group").flatMap {
      log.mark($0, "group", TableForm.GroupMark.allCases.map(\.word), TableForm.GroupMark.init(word:))
    }
    form.sheet = reader.optional("sheet").flatMap { log.text($0, as: Words(same: "`sheet`")) }?.value
    form.layout = reader.optional("layout").flatMap { log.choice($0, as: Words(same: "`layout`"), of: TableForm.Layout.self) }
    form.spellings = reader.optional("spellings").map { log.spellings($0) } ?? []
    reader.finish(as: what, log: &log)
    if let digest, Digest(digest.value) == nil {
      log.error(
        .importProfile, at: digest.range,
        Words(id: "`\(digest.value)` bukan sidik SHA-256", en: "`\(digest.value)` is no SHA-256 digest"),
        help: Words(id: "hapus berkas ini dan impor lagi", en: "delete this file and import once more"))
    }
    guard log.errorCount == errorsBefore, let found = digest.flatMap({ Digest($0.value) }) else { return nil }
    self.digest = found
    self.form = form
  }
}

extension DiagnosticLog {
  fileprivate mutating func mark<Mark>(_ node: YAMLNode, _ key: String, _ words: [String], _ read: (String) -> Mark?) -> Mark? {
    guard let text = text(node, as: Words(same: "`\(key)`")) else { return nil }
    if let mark = read(text.value) { return mark }
    reportChoice(text, among: words, as: Words(same: "`\(key)`"))
    return nil
  }

  fileprivate mutating func spellings(_ node: YAMLNode) -> [TableForm.Spelling] {
    let what = Words(id: "ejaan", en: "a spelling")
    guard case .sequence(let items) = node.content else {
      error(
        .wrongShape, at: node.range, Words(id: "`spellings` harus berupa daftar", en: "`spellings` must be a list"),
        help: Words(id: "tulis `- {text: ..., means: ...}`", en: "write `- {text: ..., means: ...}`"))
      return []
    }
    return items.compactMap { item in
      guard var reader = MappingReader(item, as: what, log: &self) else { return nil }
      let written = reader.required("text", of: what, log: &self).flatMap { text($0, as: Words(same: "`text`")) }
      let path = reader.required("means", of: what, log: &self).flatMap { text($0, as: Words(same: "`means`")) }
      reader.finish(as: what, log: &self)
      guard let written, let path else { return nil }
      return TableForm.Spelling(written.value, path: path.value)
    }
  }
}
