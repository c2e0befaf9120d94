import RuleDiagnostics
import RuleModel
import Testing

@Suite("Zone ladders")
struct ZoneLadderTests {
  private static let nowhere = SourceRange(file: "rules.yaml", at: .start)

  private func ladder(_ steps: (id: String, from: String, colour: String)...) throws -> ZoneLadder {
    ZoneLadder(
      steps: try steps.map { step in
        ZoneStep(
          id: Marked(step.id, at: Self.nowhere), from: Marked(try #require(Fraction(exact: step.from)), at: Self.nowhere),
          colour: step.colour, label: Words(same: step.id))
      }, usesExactTotal: false, citations: [], provenance: .assumed, range: Self.nowhere)
  }

  /// The five categories of 2022 in three colours.
  private func fiveCategories() throws -> ZoneLadder {
    try ladder(("e", "0", "merah"), ("d", "32", "merah"), ("c", "54", "kuning"), ("b", "78", "hijau"), ("a", "88", "hijau"))
  }

  @Test(arguments: [
    ("0", "e"), ("31.99", "e"), ("32", "d"), ("53.999999", "d"), ("54", "c"), ("77.99", "c"), ("77.995", "c"), ("78", "b"), ("87.99", "b"),
    ("88", "a"), ("100", "a"), ("101", "a"),
  ])
  func `a step begins at its line and ends where the next begins`(score: String, step: String) throws {
    let score = try #require(Fraction(decimal: score))
    #expect(try fiveCategories().step(for: score)?.id.value == step)
  }

  @Test func `a score below the lowest line is in no step`() throws {
    #expect(try fiveCategories().step(for: Fraction(-1, 1000)) == nil)
  }

  @Test func `a line that is no decimal cuts exactly`() throws {
    let zones = try ladder(("merah", "0", "merah"), ("hijau", "200/3", "hijau"))
    #expect(zones.step(for: Fraction(200, 3))?.colour == "hijau")
    #expect(zones.step(for: Fraction(200, 3) - Fraction(1, 1_000_000_000))?.colour == "merah")
  }

  @Test func `77.995 is reported as 78.00 and is then hijau`() throws {
    let zones = try fiveCategories()
    let reported = Rounding(places: 2, mode: .halfUp, rungs: nil)(try #require(Fraction(decimal: "77.995")))
    #expect(reported.fixedText(places: 2) == "78.00")
    #expect(zones.step(for: reported)?.colour == "hijau")
  }

  @Test func `a colour is listed once, and its line is its lowest`() throws {
    let zones = try fiveCategories()
    #expect(zones.colours == ["merah", "kuning", "hijau"])
    #expect(zones.colours.map { zones.line(of: $0) } == [Fraction(0), Fraction(54), Fraction(78)])
    #expect(zones.line(of: "b") == nil)
  }
}
