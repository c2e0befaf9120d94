import RuleDiagnostics
import RuleLoading
import Testing

/// The smallest rule file with one mistake, and what must be said about it.
struct Fixture: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  let severity: Severity
  let text: String
  /// The files of other editions; one of them can hold the mark.
  let others: [String: String]

  /// A whole file: the smallest sound one with other sections.
  init(_ code: DiagnosticCode, _ severity: Severity, _ sections: String) {
    self.init(code, severity, file: RuleText.with(sections))
  }

  init(_ code: DiagnosticCode, _ sections: String) {
    self.init(code, .error, sections)
  }

  /// A whole file, or one that extends others.
  init(_ code: DiagnosticCode, _ severity: Severity = .error, file: String, others: [String: String] = ["2021": RuleText.base]) {
    self.code = code
    self.severity = severity
    text = file
    self.others = others
  }

  /// An edition that extends ``RuleText/base`` with one change of these edits.
  static func edit(_ code: DiagnosticCode, _ severity: Severity, _ edits: String) -> Fixture {
    Fixture(code, severity, file: RuleText.change(edits))
  }

  static func edit(_ code: DiagnosticCode, _ edits: String) -> Fixture {
    edit(code, .error, edits)
  }

  var testDescription: String { "\(code.rawValue) \(code)" }

  /// The same file with the line ends of Windows, and behind a line with letters of two to four bytes.
  var variants: [Fixture] {
    let windows = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
    return [
      self, Fixture(code, severity, file: windows(text), others: others.mapValues(windows)),
      Fixture(code, severity, file: "# é ‰ 😀 a\u{301}\n" + text, others: others),
    ]
  }

  /// Expects this mistake, and nothing else, to be found at the mark.
  func expectFinding() {
    let marks = [RuleText(text)] + others.map { RuleText($1, name: "uji/\($0).yaml") }
    guard let mark = marks.first(where: { $0.place != nil }) else {
      Issue.record("the fixture has no mark")
      return
    }
    let loaded = load(text, extending: others)
    #expect(loaded.log.diagnostics.count == 1, "\(loaded.findings)")
    guard let found = loaded.log.diagnostics.first, let range = found.range else { return }
    #expect(found.code == code, "\(loaded.findings)")
    #expect(found.severity == severity)
    #expect(range.file == mark.source.name)
    #expect(range.place == mark.place, "\(loaded.findings)")
    #expect(String(decoding: mark.source.bytes[range.start.offset..<range.end.offset], as: UTF8.self) == mark.marked)
    for language in Language.allCases {
      #expect(!found.message[language].isEmpty)
      #expect(found.help?[language].isEmpty == false, "no help: \(found.message[language])")
    }
    #expect((loaded.edition == nil) == (severity == .error))
  }
}
