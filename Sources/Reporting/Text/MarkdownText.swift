internal import RuleDiagnostics

extension String {
  /// A text that Markdown shows as it is, on one line.
  var markdown: String {
    var out = ""
    for scalar in replacing(mark: "\n", with: " ").visible.unicodeScalars {
      if "\\`*_[]|~".unicodeScalars.contains(scalar) { out += "\\" }
      switch scalar {
      case "<": out += "&lt;"
      case "&": out += "&amp;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

/// A table in Markdown, row by row.
struct MarkdownTable {
  /// What has been written.
  private(set) var text: String

  /// Begins with the titles of the columns; those of numbers stand right.
  init(_ titles: [String], numbersFrom first: Int) {
    text = "| \(titles.map(\.markdown).joined(separator: " | ")) |\n"
    text += "| \(titles.indices.map { $0 < first ? "---" : "---:" }.joined(separator: " | ")) |\n"
  }

  /// Adds a row.
  mutating func row(_ cells: [String]) {
    text += "| \(cells.map(\.markdown).joined(separator: " | ")) |\n"
  }
}
