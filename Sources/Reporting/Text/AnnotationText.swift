internal import DiagnosticPages
public import RuleDiagnostics

/// Writes findings as the workflow commands by which GitHub marks the lines of a change: `::error file=..,line=..::message`.
///
/// GitHub shows ten marks of a severity for each step and drops the others without a word. So at most ten errors, ten warnings and nine notes
/// are written, and then one more note that says how many are not.
public struct AnnotationText: Sendable {
  private let language: Language

  /// Prepares to write in a language.
  public init(language: Language) {
    self.language = language
  }

  /// Returns the findings, one a line.
  public func text(_ log: DiagnosticLog) -> String {
    var shown: [Severity: Int] = [:]
    var out = ""
    var hidden = log.omitted
    for diagnostic in log.diagnostics {
      guard shown[diagnostic.severity, default: 0] < (diagnostic.severity == .note ? 9 : 10) else {
        hidden += 1
        continue
      }
      shown[diagnostic.severity, default: 0] += 1
      out += line(diagnostic)
    }
    return hidden == 0 ? out : out + "::notice::\(data(Phrase.moreFindings(language, ["count": String(hidden)])))\n"
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    var properties: [String] = []
    if let range = diagnostic.range {
      properties += ["file=\(property(range.file))", "line=\(range.start.line)"]
      // Columns count only for a mark within one line.
      properties +=
        range.start.line == range.end.line
        ? ["col=\(range.start.column)", "endColumn=\(range.end.column)"] : ["endLine=\(range.end.line)"]
    }
    properties.append("title=\(property("\(diagnostic.code.rawValue) \(diagnostic.code.page.title[language])"))")
    let help = diagnostic.help.map { "\n\($0[language].visible)" } ?? ""
    return "::\(command) \(properties.joined(separator: ","))::\(data(diagnostic.message[language].visible + help))\n"
  }

  /// Text behind the last `::`, on one line.
  private func data(_ text: String) -> String {
    text.replacing(mark: "%", with: "%25").replacing(mark: "\r", with: "%0D").replacing(mark: "\n", with: "%0A")
  }

  /// The value of a property, which also ends at a comma or a colon.
  private func property(_ text: String) -> String {
    data(text).replacing(mark: ":", with: "%3A").replacing(mark: ",", with: "%2C")
  }
}
