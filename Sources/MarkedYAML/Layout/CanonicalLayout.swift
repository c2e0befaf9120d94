public import RuleDiagnostics

/// Returns a rule file in its canonical layout: the same tree, every comment, the same order.
///
/// Blocks are indented by two blanks, also the dashes of a list under its key; there is one blank behind `:` and `,` and none inside brackets;
/// a comment stays in its column, or moves with what it stands above; at most one empty line follows another; no line ends in blanks; lines end
/// with LF, the last one too. Keys, quotes and line breaks stay as they were written.
///
/// What is written anew is read again and compared, so a layout never changes what a file says.
///
/// Complexity: linear in the bytes of the file.
/// - Returns: The bytes; nil if the file cannot be read, or not be laid out, with the reason in `log`.
public func canonicalLayout(of source: SourceFile, log: inout DiagnosticLog) -> [UInt8]? {
  let errorsBefore = log.errorCount
  guard let root = readYAML(source, log: &log), log.errorCount == errorsBefore else { return nil }
  let scan = LayoutScan(source, root: root)
  var writer = LayoutWriter(source, scan.tokens)
  return proven(writer.text(lineEnds: scan.lineEnds), of: source, root, log: &log)
}

/// Returns a layout of a file that says what the file says; nil after a finding if it says anything else.
func proven(_ layout: [UInt8], of source: SourceFile, _ root: YAMLNode, log: inout DiagnosticLog) -> [UInt8]? {
  var unread = DiagnosticLog()
  if let again = readYAML(SourceFile(name: source.name, bytes: layout), log: &unread), again.saysTheSame(as: root) { return layout }
  log.report(source.bytes.last == UInt8(ascii: "\n") ? noLayout(of: source) : noLastLineEnd(of: source, root))
  return nil
}

/// A text of several lines that no line end closes would get one, which is another text.
private func noLastLineEnd(of source: SourceFile, _ root: YAMLNode) -> Diagnostic {
  Diagnostic(
    .yamlSyntax, at: SourceRange(file: source.name, at: root.range.end),
    Words(
      id: "berkas ini berakhir di tengah teks yang berbaris-baris: baris terakhirnya tidak ditutup",
      en: "the file ends within a text of several lines: its last line is not ended"),
    help: Words(
      id: "tekan Enter di belakang baris terakhir, lalu coba lagi; tidak ada yang diubah",
      en: "press Enter behind the last line and try again; nothing was changed"))
}

private func noLayout(of source: SourceFile) -> Diagnostic {
  Diagnostic(
    .yamlSyntax, at: SourceRange(file: source.name, at: .start),
    Words(id: "tata letak berkas ini tidak dapat dirapikan", en: "this file cannot be laid out anew"),
    help: Words(
      id: "tulis teks yang berbaris-baris dengan lebih sederhana, lalu coba lagi; tidak ada yang diubah",
      en: "write its texts of several lines in a simpler way and try again; nothing was changed"))
}

extension YAMLNode {
  /// Whether two trees have the same keys, texts and lists, in the same order and with the same quotes.
  public func saysTheSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)): left.isQuoted == right.isQuoted && left.text.utf8.elementsEqual(right.text.utf8)
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy {
          $0.key.value.utf8.elementsEqual($1.key.value.utf8) && $0.keyIsQuoted == $1.keyIsQuoted && $0.value.saysTheSame(as: $1.value)
        }
    default: false
    }
  }
}
