import RuleDiagnostics
import RuleLoading
import RuleModel
import Testing

/// What the parts of a later edition cite: a word of provenance comes with its source, which is that of the change if no other is given.
struct SourceOfChangeTests {
  private static let base = RuleText.base.replacing("weight: 60", with: "weight: 60, provenance: published, cite: pedoman h. 1")

  /// An edition with one change that cites page 2, or nothing.
  private func edition(_ edits: String, citing cite: String = "    cite: pedoman h. 2\n") throws -> Edition {
    let text = RuleText.change(edits).replacing("    cite: pedoman\n", with: cite)
    return try #require(load(text, extending: ["2021": Self.base]).edition?.edition)
  }

  private func cited(_ part: String, in edition: Edition) -> [String]? {
    edition.score.subtree.first { $0.id.value == part }?.citations.map(\.text)
  }

  @Test(arguments: [
    ("- set: {part: masuk, weight: 70, provenance: published}", "masuk", "pedoman h. 2"),
    ("- set: {part: masuk, provenance: reconstructed}", "masuk", "pedoman h. 2"),
    ("- set: {part: masuk, weight: 70, provenance: published, cite: pedoman h. 9}", "masuk", "pedoman h. 9"),
    ("- set: {part: masuk, provenance: assumed}\n- set: {part: masuk, cite: pedoman h. 9}", "masuk", "pedoman h. 9"),
    ("- set: {part: masuk, cite: pedoman h. 9}\n- set: {part: masuk, provenance: assumed}", "masuk", "pedoman h. 9"),
    ("- move: {part: masuk, under: proses, weight: 2}\n- set: {part: masuk, provenance: published}", "masuk", "pedoman h. 2"),
    // Without the word both stay, and a warning (T0252) asks for them.
    ("- set: {part: masuk, weight: 70}", "masuk", "pedoman h. 1"),
    ("- set: {part: masuk, label: {id: Masuk, en: Entry}}", "masuk", "pedoman h. 1"),
    ("- set: {part: proses, provenance: assumed}", "jam", "pedoman h. 2"),
    ("- add: {under: total, part: {id: loket, weight: 1, yes_no: ada}}", "loket", "pedoman h. 2"),
    ("- add: {under: total, part: {id: loket, weight: 1, cite: pedoman h. 9, yes_no: ada}}", "loket", "pedoman h. 9"),
    ("- add: {under: total, part: {id: luar, weight: 1, parts: [{id: loket, weight: 1, yes_no: ada}]}}", "loket", "pedoman h. 2"),
    ("- split: {part: masuk, into: [{id: a, weight: 30, yes_no: ada}, {id: b, weight: 30, yes_no: buka}]}", "b", "pedoman h. 2"),
    ("- merge: {parts: [masuk, proses], into: {id: loket, weight: 100, yes_no: ada}}", "loket", "pedoman h. 2"),
    ("- replace: {part: {id: masuk, weight: 60, yes_no: buka}}", "masuk", "pedoman h. 2"),
  ])
  func `figures that a change writes with their provenance rest on what it cites`(edits: String, part: String, cite: String) throws {
    #expect(cited(part, in: try edition(edits)) == [cite])
  }

  @Test func `lines that a change writes rest on what it cites`() throws {
    let lines = "ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]"
    #expect(try edition("- replace: {zones: {\(lines)}}").zones.citations.map(\.text) == ["pedoman h. 2"])
    #expect(try edition("- replace: {zones: {cite: pedoman h. 9, \(lines)}}").zones.citations.map(\.text) == ["pedoman h. 9"])
  }

  @Test func `a change that cites nothing lends no source`() throws {
    #expect(cited("masuk", in: try edition("- set: {part: masuk, provenance: reconstructed}", citing: "")) == ["pedoman h. 1"])
  }

  @Test func `a source lent by a change is no edit that another change would have to follow`() throws {
    let text = RuleText.extending(
      changes: """
        - {id: satu, title: {id: S, en: O}, cite: pedoman h. 2, edits: [set: {part: masuk, provenance: reconstructed}]}
        - {id: dua, title: {id: D, en: T}, cite: pedoman h. 3, edits: [set: {part: masuk, cite: pedoman h. 9}]}
        """)
    let loaded = load(text, extending: ["2021": Self.base])
    #expect(loaded.log.diagnostics.isEmpty, "\(loaded.findings)")
    #expect(cited("masuk", in: try #require(loaded.edition?.edition)) == ["pedoman h. 9"])
  }
}
