internal import RuleDiagnostics

/// Reports what can be seen at the beginning of lines: tabs as indentation, directives, and marks of an unfinished merge.
func reportLineStarts(in source: SourceFile, log: inout DiagnosticLog) {
  source.bytes.withUnsafeBufferPointer { bytes in
    var start = source.contentStart
    var contentSeen = false
    var hasOnlyTabs: Bool?
    while start < bytes.count {
      let line = LineStart(bytes, from: start)
      if line.hasContent {
        if let tab = line.tab {
          let isSafe = hasOnlyTabs ?? isIndentedByTabs(bytes, from: source.contentStart)
          hasOnlyTabs = isSafe
          log.error { tabIndent(at: source.range(tab, tab + 1), fix: isSafe ? blanks(for: line, in: source) : nil) }
        }
        if bytes[start] == UInt8(ascii: "%"), contentSeen || !isVersionDirective(bytes, from: start) {
          log.error { directive(in: source, from: start) }
        }
        if isConflictMarker(bytes, from: start) { log.error { conflictMarker(in: source, from: start) } }
        contentSeen = true
      }
      start = line.next(bytes)
    }
  }
}

/// The leading white space of one line.
private struct LineStart {
  /// The first tab in the white space.
  private(set) var tab: Int?
  /// Whether anything but white space and a comment stands on the line.
  let hasContent: Bool
  /// The offset behind the white space.
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var offset = start
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 {
      if bytes[offset] == 0x09, tab == nil { tab = offset }
      offset += 1
    }
    hasContent = offset < bytes.count && bytes[offset] != 0x0A && bytes[offset] != 0x0D && bytes[offset] != UInt8(ascii: "#")
    end = offset
  }

  /// Offset of the first byte of the next line.
  func next(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = end
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    return offset + 1
  }
}

/// Whether no line is indented by anything but tabs: then two blanks for each tab keep every line in its block.
private func isIndentedByTabs(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
  var start = start
  while start < bytes.count {
    let line = LineStart(bytes, from: start)
    if line.hasContent, bytes[start..<line.end].contains(0x20) { return false }
    start = line.next(bytes)
  }
  return true
}

/// Returns the blanks that stand for the tabs at the beginning of a line.
private func blanks(for line: LineStart, in source: SourceFile) -> Fix? {
  guard let tab = line.tab else { return nil }
  return Fix(writing: String(repeating: "  ", count: line.end - tab), at: source.range(tab, line.end))
}

/// Returns the finding for a tab where indentation or a blank belongs.
func tabIndent(at range: SourceRange, fix: Fix? = nil) -> Diagnostic {
  Diagnostic(
    .tabIndent, at: range,
    Words(id: "tab di tempat spasi indentasi", en: "a tab where spaces must indent"),
    help: Words(
      id: "ganti tab dengan spasi, dua untuk setiap tingkat", en: "replace the tab by spaces, two for each level"), fix: fix)
}

private func isVersionDirective(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
  let line = bytes[start..<min(start + 9, bytes.count)]
  guard line.elementsEqual("%YAML 1.1".utf8) || line.elementsEqual("%YAML 1.2".utf8) else { return false }
  return start + 9 == bytes.count || [0x20, 0x0A, 0x0D].contains(bytes[start + 9])
}

private func directive(in source: SourceFile, from start: Int) -> Diagnostic {
  let end = source.lineEnd(of: start)
  return Diagnostic(
    .directive, at: source.range(start, end),
    Words(
      id: "baris perintah YAML `\(source.excerpt(start, end))` tidak dipakai di sini",
      en: "the directive `\(source.excerpt(start, end))` is not accepted here"),
    help: Words(
      id: "hapus baris ini; hanya `%YAML 1.1` atau `%YAML 1.2` boleh berdiri di awal berkas",
      en: "delete the line; only `%YAML 1.1` or `%YAML 1.2` may stand before everything else"))
}

private func isConflictMarker(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
  let mark = bytes[start]
  guard mark == UInt8(ascii: "<") || mark == UInt8(ascii: ">"), start + 7 <= bytes.count else { return false }
  guard bytes[start..<start + 7].allSatisfy({ $0 == mark }) else { return false }
  return start + 7 == bytes.count || [0x20, 0x0A, 0x0D].contains(bytes[start + 7])
}

private func conflictMarker(in source: SourceFile, from start: Int) -> Diagnostic {
  Diagnostic(
    .yamlSyntax, at: source.range(start, start + 7),
    Words(
      id: "tanda konflik git `\(source.excerpt(start, start + 7))`: penggabungan belum selesai",
      en: "git conflict marker `\(source.excerpt(start, start + 7))`: a merge was not finished"),
    help: Words(
      id: "pilih salah satu versi, lalu hapus baris `<<<<<<<`, `=======`, dan `>>>>>>>`",
      en: "choose one version, then delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"))
}
