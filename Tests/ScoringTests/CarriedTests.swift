import Observations
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import Testing

/// What stands in the place of a missing observation, from the year of an earlier edition.
@Suite("Carried observations")
struct CarriedTests {
  /// The year 2022, scored with the data of 2021 at hand.
  private struct Year {
    let scores: ScoreTable
    let findings: [Diagnostic]

    /// `score` are the rules of both years, and `edits` what 2022 makes of them.
    init(
      fields: String, score: String, edits: [String], old: String, new: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let indented = { (text: String) in text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") }
      let first = """
        timbang: 1
        id: contoh
        edition: 2021
        units: {institution: {}, unit: {in: institution}}
        fields:
        \(indented(fields))
        score:
          id: total
        \(indented(score))
        zones: {ladder: [{id: semua, from: 0}]}

        """
      let second = """
        timbang: 1
        id: contoh
        edition: 2022
        extends: 2021
        changes:
          - id: terus
            title: {id: Diteruskan, en: Carried over}
            edits:
        \(edits.map { "      - \($0)" }.joined(separator: "\n"))

        """
      let base = SourceFile(name: "2021.yaml", bytes: Array(first.utf8))
      let loaded = EditionLoader { _, _ in base }.load(SourceFile(name: "2022.yaml", bytes: Array(second.utf8)))
      #expect(loaded.log.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [], sourceLocation: sourceLocation)
      let checked = try #require(loaded.edition, sourceLocation: sourceLocation)
      let earlier = try #require(EditionLoader { _, _ in nil }.load(base).edition, sourceLocation: sourceLocation)
      let tables = try [(earlier, old), (checked, new)].map { edition, rows in
        var log = DiagnosticLog()
        let file = SourceFile(name: "\(edition.edition.name).csv", bytes: Array("institution,unit,field,value\n\(rows)\n".utf8))
        let reader = ObservationReader(ladder: edition.edition.rungs, fields: edition.edition.fields)
        return try #require(reader.read([file], entities: [], log: &log), "\(log.diagnostics)", sourceLocation: sourceLocation)
      }
      var findings = DiagnosticLog()
      scores = checked.score(tables[1], carrying: ["2021": tables[0]], log: &findings)
      self.findings = findings.diagnostics
    }

    func total(_ institution: Int = 0) -> Fraction? { scores.total(of: institution) }

    /// The traces of a part, of the first institution.
    func traces(_ part: String) -> [Trace] {
      func all(_ trace: Trace) -> [Trace] { [trace] + trace.below.flatMap(all) }
      return all(scores.trace(of: 0)).filter { $0.part == part }
    }
  }

  private static let two = """
    at: unit
    parts:
      - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
      - {id: b, weight: 40, formula: "100 * b / c"}
    """
  private static let numbers = "a: {per: unit, type: number, range: [0, 100]}\nb: {per: unit, type: count}\nc: {per: unit, type: count}"

  @Test func `a formula that the carried value makes fail gives no score, and says why`() throws {
    let edits = ["set: {part: b, missing: {carry: 2021}}"]
    let sound = try Year(
      fields: Self.numbers, score: Self.two, edits: edits, old: "k,u,a,1\nk,u,b,1\nk,u,c,4", new: "k,u,a,50\nk,u,b,3")
    // 0.6 x 50 + 0.4 x 100 x 3/4
    #expect(sound.total() == Fraction(60) && sound.findings.isEmpty)
    let failing = try Year(
      fields: Self.numbers, score: Self.two, edits: edits, old: "k,u,a,1\nk,u,b,1\nk,u,c,0", new: "k,u,a,50\nk,u,b,3")
    #expect(failing.total() == nil && failing.findings.map(\.code) == [.formulaFault])
    #expect(failing.findings.first?.message.en.hasPrefix("`b` cannot be computed for `k/u`: ") == true)
  }

  @Test func `a condition that neither year can answer refuses the institution, where the policy of the whole says so`() throws {
    let year = try Year(
      fields: Self.numbers,
      score: """
        at: unit
        parts:
          - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
          - {id: b, weight: 40, when: "c > 0", linear: {field: b, worst: 0, best: 10, clamp: true}}
        """,
      edits: ["set: {part: total, missing: {carry: 2021}}"], old: "k,u,a,1\nl,u,a,1\nl,u,c,2", new: "k,u,a,50\nk,u,b,5\nl,u,a,50\nl,u,b,5")
    // l: 0.6 x 50 + 0.4 x 50, for c was more than 0 last year.
    #expect(year.total(0) == nil && year.total(1) == Fraction(50))
    #expect(year.findings.map(\.code) == [.missingObservation])
    #expect(
      year.findings.first?.message.en
        == "`k/u` has no value for `c` (c), and the data of edition 2021, from which the rules carry it over, do not hold it either")
  }

  @Test func `a carried level that the present scale does not know is missing, and a carried number below its first band is at the bottom`()
    throws
  {
    let level = try Year(
      fields: "f: {per: unit, type: level, range: [0, 2]}", score: "levels: {field: f, scores: {0: 0, 1: 50, 2: 100}}",
      edits: ["set: {field: f, range: [0, 1]}", "set: {part: total, levels: {field: f, scores: {0: 0, 1: 100}}, missing: {carry: 2021}}"],
      old: "k,u,f,2\nl,u,f,1", new: "k,u,f,\nl,u,f,")
    #expect(level.total(0) == nil && level.total(1) == Fraction(100))
    let band = try Year(
      fields: "f: {per: unit, type: number, range: [0, 100]}",
      score: "bands: {field: f, rows: [{from: 0, score: 20}, {from: 50, score: 80}]}",
      edits: [
        "set: {field: f, range: [10, 100]}",
        "set: {part: total, bands: {field: f, rows: [{from: 10, score: 40}, {from: 50, score: 80}]}, missing: {carry: 2021}}",
      ], old: "k,u,f,5\nl,u,f,12", new: "k,u,f,\nl,u,f,")
    #expect(band.total(0) == .zero && band.total(1) == Fraction(40))
  }

  @Test func `a trace tells what was carried over, a text too, and nothing where neither year holds it`() throws {
    let year = try Year(
      fields: "f: {per: unit, type: text}",
      score: "at: unit\nparts: [{id: p, weight: 1, formula: \"if(f == 'ya', 100, 0)\"}]", edits: ["set: {part: p, missing: {carry: 2021}}"],
      old: "k,u,f,ya\nk,v,f,", new: "k,u,f,\nk,v,f,")
    let cells = year.traces("p").filter(\.below.isEmpty).flatMap(\.observed)
    #expect(cells.map(\.entity) == [nil, nil] && cells.map(\.value) == [nil, nil])
    #expect(cells.map(\.carried?.value) == [.text("ya"), nil] && cells.map(\.carried?.place) == ["2021.csv:2", nil])
  }

  @Test func `a trace tells what a group gives before its goalposts where the group applies, by this year or the carried one`() throws {
    let score = """
      at: unit
      parts:
        - {id: a, weight: 50, linear: {field: a, worst: 0, best: 100}}
        - id: g
          weight: 50
          when: "c > 0"
          not_applicable: zero
          goalposts: {worst: 0, best: 80}
          parts: [{id: b, weight: 1, linear: {field: b, worst: 0, best: 100, clamp: true}}]
      """
    let fields = "a: {per: unit, type: number, range: [0, 100]}\nb: {per: unit, type: count}\nc: {per: unit, type: count}"
    let year = try Year(
      fields: fields, score: score, edits: ["set: {part: g, missing: {carry: 2021}}"], old: "k,u,a,1\nk,v,a,1\nk,w,a,1\nk,w,c,1",
      new: "k,u,a,50\nk,u,b,40\nk,u,c,1\nk,v,a,50\nk,v,b,40\nk,v,c,0\nk,w,a,50\nk,w,b,60")
    // u: 40 of 80 are 50; v: does not apply, 0; w: applied last year, 60 of 80 are 75.
    let groups = year.traces("g").filter { !$0.isCombinedUp }
    #expect(groups.map(\.entity) == ["k/u", "k/v", "k/w"])
    #expect(groups.map(\.value) == [Fraction(50), .zero, Fraction(75)])
    #expect(groups.map(\.combined) == [Fraction(40), nil, Fraction(60)])
    let now = try Year(
      fields: fields, score: score, edits: ["set: {part: a, missing: skip}"],
      old: "k,u,a,1", new: "k,u,a,50\nk,u,b,40\nk,u,c,1\nk,v,a,50\nk,v,b,40\nk,v,c,0")
    #expect(now.traces("g").filter { !$0.isCombinedUp }.map(\.combined) == [Fraction(40), nil])
  }
}
