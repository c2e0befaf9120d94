import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing
import TimbangSQL

/// Scores that 64 bits cannot settle are settled by the engine.
@Suite("Scores that are not certain")
struct UncertaintyTests {
  /// A mean of five parts that may be missing: what it is divided by has too many values for a common multiple.
  static let rules = """
    timbang: 1
    id: ragu
    edition: 1
    units:
      institution: {}
      unit: {in: institution, combine: mean}
    fields:
    \((1...5).map { "  f\($0): {per: unit, type: number, range: [0, 100]}" }.joined(separator: "\n"))
    defaults: {missing: skip}
    score:
      id: total
      at: unit
      round: 2
      parts:
    \(zip(1...5, [11, 13, 17, 19, 23]).map { "    - {id: p\($0), weight: \($1), linear: {field: f\($0), worst: 0, best: 100}}" }.joined(separator: "\n"))
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 78}]}

    """

  /// In `seri` unit u1 has 77.99 and 11 * 0.13 / 83 more, unit u2 has 78 and 13 * 0.11 / 83 less: together 77.995 exactly, which is reported
  /// as 78.00, but no decimal of either ends. In `jelas` every division comes out even.
  static let observations: String = {
    func unit(_ path: String, _ values: [String]) -> String {
      zip(1...5, values).map { "\(path),f\($0),\($1)\n" }.joined()
    }
    return unit("seri,u1", ["78.12", "77.99", "77.99", "77.99", "77.99"]) + unit("seri,u2", ["78", "77.89", "78", "78", "78"])
      + unit("jelas,u1", ["60", "60", "60", "60", "60"])
  }()

  @Test func `a tie that no 64 bits settle is marked, and settled alone by the engine`() throws {
    let year = try WarehouseYear(yaml: UncertaintyTests.rules, data: UncertaintyTests.observations, decimals: 2)
    let rows = try year.answer(.score)
    #expect(rows.map { [$0[0], $0[4]] } == [["jelas", "0"], ["seri", "1"]])
    let heads = "institution,score_e2,zone,colour,unsure,refused"
    let lines = [heads] + rows.map { $0.map { $0 ?? "" }.joined(separator: ",") }
    var log = DiagnosticLog()
    let file = SourceFile(name: "jawaban.csv", bytes: Array(lines.joined(separator: "\n").utf8))
    let uncertain = try #require(UncertainInstitutions(file, year.edition.edition, log: &log))
    #expect(uncertain.paths == ["seri"])
    let table = try #require(uncertain.only(in: year.scores.observations, log: &log))
    let scores = year.edition.score(table, log: &log)
    #expect(scores.observations.population.rungs[0].map(\.path) == ["seri"])
    let total = try #require(scores.total(of: 0))
    #expect(total == Fraction(decimal: "77.995"))
    #expect(year.edition.edition.reported(total) == Fraction(78))
    #expect(year.edition.edition.zone(of: total)?.id.value == "hijau")
    #expect(!log.hasErrors)
  }

  @Test func `the observations of some institutions are those of each alone`() throws {
    let year = try WarehouseYear(yaml: UncertaintyTests.rules, data: UncertaintyTests.observations + "akhir,u9,f1,5\nakhir,u9,f5,7\n")
    let table = year.scores.observations
    let two = table.only([0, 2])
    #expect(two.population.rungs[0].map(\.path) == ["akhir", "seri"])
    #expect(two.population.rungs[1].map(\.path) == ["akhir/u9", "seri/u1", "seri/u2"])
    var log = DiagnosticLog()
    let scores = year.edition.score(two, log: &log)
    #expect(scores.total(of: 0) == year.scores.total(of: 0) && scores.total(of: 1) == year.scores.total(of: 2))
  }

  @Test func `what is no answer to the text is refused, and who is not in the data`() throws {
    let year = try WarehouseYear(yaml: UncertaintyTests.rules, data: UncertaintyTests.observations, decimals: 2)
    func uncertain(_ text: String, _ log: inout DiagnosticLog) -> UncertainInstitutions? {
      UncertainInstitutions(SourceFile(name: "x.csv", bytes: Array(text.utf8)), year.edition.edition, log: &log)
    }
    for text in ["", "institution,score_e2\nseri,7800\n", "institution,unsure\nseri,maybe\n", "institution,unsure\nseri\n"] {
      var log = DiagnosticLog()
      #expect(uncertain(text, &log) == nil)
      #expect(log.diagnostics.map(\.code) == [.answerUnreadable])
    }
    var log = DiagnosticLog()
    let found = try #require(uncertain("institution,unsure\nentah,1\n", &log))
    #expect(found.only(in: year.scores.observations, log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [.unknownEntity])
  }
}
