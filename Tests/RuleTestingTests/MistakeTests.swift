import RuleDiagnostics
import RuleTesting
import Testing

/// Sections of a test file with one mistake between `⟦` and `⟧`, and the code with which it must be reported.
struct Mistake: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  let text: String

  init(_ code: DiagnosticCode, _ text: String) {
    self.code = code
    self.text = text
  }

  /// A case with one unit.
  init(_ code: DiagnosticCode, answers: String = "penuh", expect: String = "{total: 1}") {
    self.init(code, "cases: [{id: uji, observations: {kota/unit: \(answers)}, expect: \(expect)}]")
  }

  var testDescription: String { "\(code.rawValue) \(text)" }

  static let all = [
    // Names
    Mistake(.unknownKey, expect: "{⟦totl⟧: 1}"),
    Mistake(.unknownKey, "⟦case⟧: []"),
    Mistake(.unknownExpectation, expect: "{zone: ⟦hijo⟧}"),
    Mistake(.unknownExpectation, expect: "{colour: ⟦biru⟧}"),
    Mistake(.unknownExpectation, expect: "{parts: {⟦tuntass⟧: 1}}"),
    Mistake(.unknownExpectation, expect: "{not_applicable: [⟦x⟧]}"),
    Mistake(.unknownExpectation, expect: "{missing: ⟦x⟧}"),
    Mistake(.unknownExpectation, expect: "{flags: {⟦ramahh⟧: true}}"),
    Mistake(.unknownExpectation, expect: "{at: {kota/unit: {flags: ⟦{ramah: true}⟧}}}"),
    Mistake(.unknownExpectation, expect: "{at: {⟦kota/units⟧: {total: 1}}}"),
    Mistake(.unknownExpectation, expect: "{error: ⟦T9999⟧}"),
    Mistake(.unknownExpectation, answers: "[penuh, ⟦penu⟧]"),
    Mistake(.unknownExpectation, "cases: [{id: uji, observations: {a/u: penuh, b/u: penuh}, expect: ⟦{total: 1}⟧}]"),
    Mistake(.unknownExpectation, "published: [{id: t, rows: [{entity: E, total: 1, zone: ⟦biru⟧}]}]"),
    Mistake(
      .duplicateID,
      "published: [{id: t, rows: [{entity: E, total: 1, zone: merah}]}, {id: ⟦t⟧, rows: [{entity: E, total: 1, zone: merah}]}]"),
    // A test that cannot fail
    Mistake(.expectsNothing, expect: "⟦{}⟧"),
    Mistake(.expectsNothing, expect: "⟦{parts: {}}⟧"),
    Mistake(.expectsNothing, expect: "{at: {⟦kota/unit⟧: {}}}"),
    Mistake(.expectsNothing, "published: [⟦{id: t, file: kosong.csv}⟧]"),
    Mistake(.wrongShape, "cases: ⟦[]⟧"),
    // Figures
    Mistake(.expression, expect: "{total: \"(1 + 2⟦⟧\"}"),
    Mistake(.expression, expect: "{total: \"3 * ⟦ada⟧\"}"),
    Mistake(.expression, expect: "{total: \"1 / ⟦(2 - 2)⟧\"}"),
    Mistake(.notANumber, expect: "{total: ⟦86,5⟧}"),
    Mistake(.notANumber, expect: "{total: ⟦tinggi⟧}"),
    // Observations
    Mistake(.cellUnknownField, answers: "[penuh, {⟦adda⟧: true}]"),
    Mistake(.notABoolean, answers: "[penuh, {ada: ⟦ya⟧}]"),
    Mistake(.cellOutOfRange, answers: "[penuh, {lama: ⟦101⟧}]"),
    Mistake(.cellOutOfRange, answers: "[penuh, {masuk: ⟦-1⟧}]"),
    Mistake(.cellNotOfType, answers: "[penuh, {paham: ⟦1.5⟧}]"),
    Mistake(.cellWrongRung, answers: "[penuh, {⟦ramah⟧: true}]"),
    Mistake(.cellID, "cases: [{id: uji, observations: {⟦a/b/c⟧: {}}, expect: {total: 1}}]"),
    Mistake(.notAnID, "cases: [{id: uji, observations: {⟦a//c⟧: {}}, expect: {total: 1}}]"),
    Mistake(.entityKind, "cases: [{id: uji, observations: {kota/unit: penuh}, kinds: {kota: ⟦desa⟧}, expect: {zone: hijau}}]"),
    Mistake(.unknownEntity, "cases: [{id: uji, observations: {kota/unit: penuh}, kinds: {⟦desa⟧: city}, expect: {zone: hijau}}]"),
    Mistake(.observationSource, "cases: [{id: uji, observations: {kota/unit: penuh}, ⟦data⟧: a.csv, expect: {total: 1}}]"),
    Mistake(.observationSource, "cases: [⟦⟧{id: uji, expect: {total: 1}}]"),
    Mistake(.observationSource, "cases: [{id: uji, observations: ⟦{}⟧, expect: {total: 1}}]"),
    Mistake(.observationSource, "cases: [{id: uji, observations: {kota/unit: penuh}, entities: ⟦e.csv⟧, expect: {total: 1}}]"),
    Mistake(.fileUnreadable, "cases: [{id: uji, data: ⟦tidak-ada.csv⟧, expect: {total: 1}}]"),
    // Changes
    Mistake(
      .testedEdition,
      "changes: [{id: c, from: {edition: ⟦2021⟧, observations: {k/u: penuh}}, to: {observations: {k/u: penuh}}, expect: {from: 1, to: 1}}]"),
    Mistake(
      .amountsDoNotAdd,
      "changes: [{id: c, from: {edition: contoh/2022, observations: {k/u: penuh}}, to: {observations: {k/u: penuh}}, expect: ⟦{from: 1, to: 2}⟧}]"
    ),
    Mistake(
      .amountsDoNotAdd,
      "changes: [{id: c, from: {edition: contoh/2022, observations: {k/u: penuh}}, to: {observations: {k/u: penuh}}, expect: {from: 1, to: 1, printed: ⟦{method: 0.01}⟧}}]"
    ),
  ]
}

struct MistakeTests {
  @Test(arguments: Mistake.all)
  func `a mistake is found at its words, and nothing else`(mistake: Mistake) throws {
    let marks = mistake.text.components(at: ["⟦", "⟧"])
    let example = try Example(marks.joined(), files: ["kosong.csv": "entity_id,entity_name,year,score,zone\na,A,2021,1,merah\n"])
    #expect(example.outcome.tests == nil)
    #expect(example.outcome.log.diagnostics.map(\.code) == [mistake.code], "\(example.findings)")
    let found = try #require(example.outcome.log.diagnostics.first)
    #expect(example.words(at: found.range) == marks[1], "\(example.findings)")
    for language in Language.allCases {
      #expect(!found.message[language].isEmpty)
      #expect(found.help?[language].isEmpty == false, "no help: \(found.message[language])")
    }
  }

  @Test func `several mistakes are found in one run`() throws {
    let example = try Example(
      """
      cases:
        - {id: satu, observations: {kota/unit: [penuh, {adda: true}]}, expect: {zone: hijo}}
        - {id: satu, observations: {kota/unit: penuh}, expect: {total: "1 +"}}
      """)
    // The zone of the first is not looked at, since nobody was observed.
    #expect(example.outcome.log.diagnostics.map(\.code) == [.cellUnknownField, .duplicateID, .expression], "\(example.findings)")
  }

  @Test func `a file of another edition or format is refused at the words that say so`() throws {
    let other = try Example(file: "timbang_tests: 1\nedition: contoh/2021\ncases: []\n")
    #expect(other.outcome.log.diagnostics.map(\.code) == [.testedEdition])
    #expect(other.words(at: other.outcome.log.diagnostics.first?.range) == "contoh/2021")
    let newer = try Example(file: "timbang_tests: 2\nedition: 2022\ncases: [{id: a, observations: {k/u: {}}, expect: {zone: merah}}]\n")
    #expect(newer.outcome.log.diagnostics.map(\.code) == [.formatVersion])
    let empty = try Example(file: "timbang_tests: 1\nedition: 2022\n")
    #expect(empty.outcome.log.diagnostics.map(\.code) == [.expectsNothing])
  }

  @Test(arguments: [DiagnosticCode.testedEdition, .expectsNothing, .unknownExpectation, .observationSource, .amountsDoNotAdd])
  func `every code about test files has a mistake that shows it`(code: DiagnosticCode) {
    #expect(Mistake.all.contains { $0.code == code })
  }
}

extension String {
  /// The text cut at each of two marks, in order.
  fileprivate func components(at marks: [Character]) -> [String] {
    var pieces = [""]
    for character in self {
      if marks.contains(character) { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    return pieces
  }
}
