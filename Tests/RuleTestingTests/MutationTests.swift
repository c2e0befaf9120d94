import RuleDiagnostics
import RuleModel
import RuleTesting
import Testing

struct MutationTests {
  private func report(_ example: Example, rules: String = Example.rules) throws -> MutationReport {
    try example.tests.mutations(writtenIn: [SourceFile(name: "contoh/2022.yaml", bytes: Array(rules.utf8))])
  }

  @Test func `each number moves by one unit of its last place as it is written`() throws {
    let rules = Example.rules
      .replacing("id: ada, weight: 30,", with: "id: ada, weight: \"60/2\",").replacing("from: 75}", with: "from: 75.00}")
    let numbers = try report(Example.unit(expect: "{zone: hijau}", rules: rules), rules: rules).numbers
    let step = { (kind: MovableNumber.Kind) in numbers.first { $0.kind == kind }?.step }
    #expect(step(.weight(part: "ada")) == Fraction(1, 2))
    #expect(step(.weight(part: "lama")) == Fraction(1, 10))
    #expect(step(.weight(part: "paham")) == .one)
    #expect(step(.zoneLine("hijau")) == Fraction(1, 100))
  }

  @Test func `a number moves up and down, but not out of its scale or past its neighbours`() throws {
    let numbers = try report(Example.unit(expect: "{zone: hijau}")).numbers
    let moves = { (kind: MovableNumber.Kind) in numbers.first { $0.kind == kind }?.moves.map(\.to) }
    #expect(moves(.weight(part: "ada")) == [Fraction(31), Fraction(29)])
    #expect(moves(.levelScore(part: "paham", level: .zero)) == [.one])
    #expect(moves(.levelScore(part: "paham", level: Fraction(2))) == [Fraction(99)])
    #expect(moves(.bandEdge(part: "lama", row: 1)) == [Fraction(51), Fraction(49)])
    // The lowest edge and the lowest line stand where the range begins, and nothing else is allowed.
    #expect(moves(.bandEdge(part: "lama", row: 0)) == nil)
    #expect(moves(.zoneLine("merah")) == nil)
    // Five weights, one edge and two points of bands, three points of levels, one line.
    #expect(numbers.count == 12)
  }

  @Test func `a weight that cannot matter is not moved`() throws {
    let rules = Example.rules.replacing(
      "- {id: butir, weight: 10, checklist: {items: [butir_a, butir_b]}}",
      with: "- {id: butir, weight: 10, parts: [{id: anak, weight: 100, checklist: {items: [butir_a, butir_b]}}]}")
    let kinds = try report(Example.unit(expect: "{zone: hijau}", rules: rules), rules: rules).numbers.map(\.kind)
    #expect(kinds.contains(.weight(part: "butir")))
    #expect(!kinds.contains(.weight(part: "anak")))
  }

  @Test func `a number that no test notices survives, with its place`() throws {
    // Every part differs from the mean, both edges of the band and both sides of the line are met; only `paham: 1` and `lama: 0` are not.
    let example = try Example(
      """
      cases:
        - {id: semua, observations: {k/u: [penuh, {masuk: 4, selesai: 1}]}, expect: {total: 80.5}}
        - {id: nol, observations: {k/u: {ada: false, lama: 49, paham: 0, butir_a: false, butir_b: false, masuk: 1, selesai: 0}}, expect: {total: 0}}
      published:
        - {id: garis, rows: [{entity: A, total: 75, zone: hijau}, {entity: B, total: 74.99, zone: merah}]}
      """)
    try example.expectPass()
    let report = try report(example)
    #expect(report.survivors.map(\.number.kind) == [.levelScore(part: "paham", level: .one), .levelScore(part: "paham", level: .one)])
    #expect(report.survivors.map(\.to) == [Fraction(51), Fraction(49)])
    #expect(report.survivors.map(\.number.range.start.line) == [26, 26])
    // Five weights, one edge, the upper band's points, level 1 and the line move both ways; the lowest points and 100 only one way.
    #expect(report.moves == 2 * (5 + 1 + 1 + 1 + 1) + 3)
  }
}
