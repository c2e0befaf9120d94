import RuleDiagnostics

/// A text in which `⟦` and `⟧` enclose the stretch that a finding must name.
struct MarkedText {
  let bytes: [UInt8]
  /// `line:column-line:column`, counted here by other means than in the reader.
  let place: String

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var ends: [String] = []
    var line = 1
    var column = 1
    for scalar in marked.unicodeScalars {
      if scalar == "⟦" || scalar == "⟧" {
        ends.append("\(line):\(column)")
        continue
      }
      text.append(scalar)
      if scalar.value != 0xFEFF || text.count > 1 { column += 1 }
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    bytes = Array(String(text).utf8)
    place = ends.joined(separator: "-")
  }

  /// The same text with other line ends, behind a mark, and behind a line with letters of two to four bytes.
  static func variants(of marked: String) -> [MarkedText] {
    let windows = String(String.UnicodeScalarView(marked.unicodeScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] }))
    return [marked, windows, "\u{FEFF}" + marked, "# é ‰ 😀 a\u{301}\n" + marked].map { MarkedText($0) }
  }
}

extension SourceRange {
  /// `line:column-line:column`.
  var place: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension DiagnosticLog {
  /// Code and place of each finding.
  var summary: [String] { diagnostics.map { "\($0.code.rawValue) \($0.range?.place ?? "-")" } }
}
