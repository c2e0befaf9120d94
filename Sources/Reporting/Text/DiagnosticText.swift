public import RuleDiagnostics

/// Writes findings as compilers do: code, place, the line with a caret, what would be right.
public struct DiagnosticText: Sendable {
  private let style: TextStyle
  private let sources: [String: [SourceFile]]

  /// Prepares to write findings about `sources`.
  public init(style: TextStyle, sources: [SourceFile]) {
    self.style = style
    self.sources = Dictionary(grouping: sources, by: \.name)
  }

  /// Returns the findings of a log, and how many more there were.
  public func text(_ log: DiagnosticLog) -> String {
    let out = log.diagnostics.map { text($0) }.joined(separator: "\n")
    var more: [Words] = []
    let count = log.omitted
    if count > 0 {
      more.append(
        log.isCut
          ? Words(id: "dan sedikitnya \(count) temuan lagi", en: "and at least \(count) more findings")
          : Words(id: "dan \(count) temuan lagi", en: "and \(count) more findings"))
    }
    if log.isCut { more.append(Words(id: "sisa berkas tidak dibaca", en: "the rest of the file was not read")) }
    guard !more.isEmpty else { return out }
    return out + "\n... \(more.map { $0[style.language] }.joined(separator: "; "))\n"
  }

  /// Returns one finding.
  public func text(_ diagnostic: Diagnostic) -> String {
    let role = diagnostic.severity.role
    var out = style.paint("\(diagnostic.severity.words[style.language])[\(diagnostic.code.rawValue)]", role)
    out += ": " + diagnostic.message[style.language].visible
    if diagnostic.fix != nil { out += style.language == .id ? " [dapat diperbaiki otomatis]" : " [fixable]" }
    out += "\n"
    if let range = diagnostic.range { out += snippet(range, mark: "^", role) }
    for note in diagnostic.notes {
      out += "  = " + note.words[style.language].visible + ":\n" + snippet(note.range, mark: "-", .note)
    }
    if let help = diagnostic.help {
      out += "  = " + (style.language == .id ? "saran" : "help") + ": " + help[style.language].visible + "\n"
    }
    return out
  }

  /// The file of a place; of a workbook that several sheets were read from, the sheet.
  private func source(of range: SourceRange) -> SourceFile? {
    sources[range.file]?.first { source in
      guard let cell = range.cell else { return true }
      return source.sheet?.holds(cell) ?? false
    }
  }

  /// The line and the marked columns under it; long lines are cut around the mark.
  private func snippet(_ range: SourceRange, mark: String, _ role: TextStyle.Role) -> String {
    var out = "  --> \(range.description.visible)\n"
    guard let source = source(of: range), let line = source.line(range.start.line) else { return out }
    // As many as are shown, and one more; a line may have millions.
    let scalars = Array(line.unicodeScalars.prefix(max(200, range.start.column + 110)))
    guard !scalars.isBinary else { return out }
    let start = min(range.start.column - 1, scalars.count)
    let isOneLine = range.end.line == range.start.line
    let end = max(start + 1, isOneLine ? min(range.end.column - 1, scalars.count) : scalars.count)
    let first = max(0, min(start - 30, scalars.count))
    let last = min(scalars.count, first + 110)
    let piece = { (from: Int, to: Int) -> String in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[min(from, to)..<to])
      return String(view).replacing("\t", with: " ").visible
    }
    let before = (first > 0 ? "…" : "") + piece(first, start)
    let marked = piece(start, min(end, last))
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: number.count)
    out += " \(gutter) |\n \(number) | \(before)\(marked)\(piece(min(end, last), last))\(last < scalars.count ? "…" : "")\n"
    let carets = String(repeating: mark, count: max(1, marked.count))
    out += " \(gutter) | " + String(repeating: " ", count: before.count) + style.paint(carets, role) + "\n"
    return out
  }
}

extension [Unicode.Scalar] {
  /// Whether this is no line of a text, but of a workbook or of a text in another encoding: showing it helps nobody.
  fileprivate var isBinary: Bool {
    prefix(200).count { $0.value < 32 && $0 != "\t" || $0 == "\u{FFFD}" } > 3
  }
}
