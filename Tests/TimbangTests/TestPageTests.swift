import Foundation
import Testing
import Timbang

@Suite("Pages about tests beside the rules")
struct TestPageTests {
  static let codes = DiagnosticCode.allCases.filter { $0.page.example.setting == .tests }

  private static let rules = """
    timbang: 1
    id: uji
    edition: 2022
    sources: {pedoman: {title: Pedoman penilaian}}
    units: {unit: {}}
    fields: {ada: {per: unit, type: yes_no}}
    score: {id: total, cite: pedoman, yes_no: ada}
    zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}

    """

  /// Runs the tests of an edition in a folder of its own.
  private func run(_ tests: String, in language: Language) throws -> Run {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let family = folder.appending(path: "rules/uji")
    try FileManager.default.createDirectory(at: family.appending(path: "tests"), withIntermediateDirectories: true)
    for edition in ["2021", "2022"] {
      let text = TestPageTests.rules.replacing("2022", with: edition)
      try text.write(to: family.appending(path: "\(edition).yaml"), atomically: true, encoding: .utf8)
    }
    try tests.write(to: family.appending(path: "tests/2022.yaml"), atomically: true, encoding: .utf8)
    return try timbang(["test", "uji/2022", "--lang", language.rawValue], in: folder)
  }

  @Test("the wrong example of a page gets its code first, at the marked words, with the message of the page", arguments: codes)
  func wrong(_ code: DiagnosticCode) throws {
    let example = code.page.example
    let lines = example.markedWrong.components(separatedBy: "\n")
    let line = try #require(lines.firstIndex { $0.contains("⟦") })
    let column = try #require(Array(lines[line].unicodeScalars).firstIndex(of: "⟦"))
    let text = example.markedWrong.replacing("⟦", with: "").replacing("⟧", with: "")
    for language in Language.allCases {
      let run = try run(text, in: language)
      #expect(run.status == 65)
      let head = "\(language == .id ? "galat" : "error")[\(code.rawValue)]: \(example.message[language])\n"
      #expect(run.errors.hasPrefix(head + "  --> rules/uji/tests/2022.yaml:\(line + 1):\(column + 1)\n"), "\(run.errors)")
    }
  }

  @Test("the right example of a page passes", arguments: codes)
  func right(_ code: DiagnosticCode) throws {
    let run = try run(code.page.example.right, in: .en)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("1 of 1 tests passed"))
  }

  @Test("every code about tests but that of a missing file is tried")
  func all() {
    #expect(TestPageTests.codes == CodeChapter.testing.codes.filter { $0 != .noTests })
  }
}
