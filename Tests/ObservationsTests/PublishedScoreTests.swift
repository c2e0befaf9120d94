import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Published scores")
struct PublishedScoreTests {
  private func read(_ text: String) -> (scores: PublishedScores?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let scores = PublishedScores(SourceFile(name: "nilai.csv", bytes: Array(text.utf8)), log: &log)
    return (scores, log)
  }

  @Test func `commas, and semicolons with decimal commas, say the same`() throws {
    let plain = try #require(read("entity_id,entity_name,year,score,zone\nbpp,Balikpapan,2021,99.25,hijau\nx,X,2021,,\n").scores)
    let comma = try #require(read("entity_id;entity_name;year;score;zone\r\nbpp;Balikpapan;2021;99,25;hijau\r\nx;X;2021;;\r\n").scores)
    for scores in [plain, comma] {
      #expect(scores.rows.map(\.score) == [Fraction(9925, 100)] && scores.rows.map(\.year) == [2021] && scores.withoutScore == 1)
      #expect(scores.rows.map(\.zone) == ["hijau"])
    }
  }

  @Test(
    "what is no score or no year is refused at its cell, and nothing is read",
    arguments: [
      ("n/a", "2021", ",", "n/a", "2:16"), ("99.25", "dua", ",", "dua", "2:11"), ("1.234,5", "2021", ";", "1.234,5", "2:16"),
      // 99 or 99,250? In a file with decimal commas the mark may group thousands.
      ("99,250", "2021", ";", "99,250", "2:16"),
    ])
  func refused(score: String, year: String, separator: String, shown: String, place: String) {
    let header = ["entity_id", "entity_name", "year", "score", "zone"].joined(separator: separator)
    // 3 + 1 + 5 + 1 characters stand before the year, 5 more before the score.
    let row = ["bpp", "Kota.", year, score, "hijau"].joined(separator: separator)
    let (scores, log) = read("\(header)\n\(row)\n")
    #expect(scores == nil && log.diagnostics.map(\.code) == [.cellNotOfType])
    #expect(log.diagnostics.first?.message.en == "`\(shown)` is no number")
    #expect(log.diagnostics.first?.range.map { "\($0.start.line):\($0.start.column)" } == place)
  }
}
