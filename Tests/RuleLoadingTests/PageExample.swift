import DiagnosticPages
import MarkedYAML
import RuleDiagnostics
import RuleLoading
import Testing

/// The example of a code's page about rule files, set among what the page says stands around it.
struct PageExample: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode

  private var example: CodeExample { code.page.example }

  /// The codes whose examples are rule files.
  static let all = DiagnosticCode.allCases.map(PageExample.init).filter { $0.file($0.example.right) != nil }

  var testDescription: String { "\(code.rawValue) \(code)" }

  /// What is found in the wrong file, and the place that the example marks; nil without marks.
  var wrong: (loaded: EditionLoader.Loaded, place: String?) {
    let text = file(example.markedWrong) ?? ""
    return (loaded(text), RuleText(text).place)
  }

  /// What is found in the right file.
  var right: EditionLoader.Loaded { loaded(file(example.right) ?? "") }

  private func file(_ text: String) -> String? {
    let text = text.replacing("<U+200B>", with: "\u{200B}").replacing("<TAB>", with: "\t").replacing("...", with: filling)
    return switch example.setting {
    case .file: text
    case .sections: RuleText.with(text)
    case .edits: RuleText.change(text)
    case .changes: RuleText.extending(changes: text)
    case .extending: RuleText.with(text, in: RuleText.extending())
    case .successor: RuleText.with("edition: 2022\n" + text, in: RuleText.base)
    case .fragment, .tests, .observations, .listed, .directory, .data, .register, .command: nil
    }
  }

  private func loaded(_ text: String) -> EditionLoader.Loaded {
    let base = RuleText(RuleText.base, name: "uji/2021.yaml").source
    var bytes = RuleText(text).source.bytes
    while let damaged = bytes.firstRange(of: Array("<E9>".utf8)) { bytes.replaceSubrange(damaged, with: [0xE9]) }
    return EditionLoader { edition, _ in edition == "2021" ? base : nil }.check(SourceFile(name: "uji/2022.yaml", bytes: bytes))
  }

  /// What is too long for a page.
  private var filling: String {
    switch code {
    case .tooLarge: String(repeating: "panjang ", count: YAMLLimits.standard.scalarBytes / 8 + 1)
    case .tooDeep: String(repeating: "[", count: YAMLLimits.standard.depth) + String(repeating: "]", count: YAMLLimits.standard.depth)
    case .tooManyNodes: (3...YAMLLimits.standard.keys).map { "s\($0): {title: Surat \($0)}" }.joined(separator: ", ")
    default: "..."
    }
  }
}
