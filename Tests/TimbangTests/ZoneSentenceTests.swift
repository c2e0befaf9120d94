import Foundation
import Testing

/// Why the zone changed or stayed: every sentence must be true of the two scores under the two years' lines.
@Suite("Sentences about the zone")
struct ZoneSentenceTests {
  private func explain(_ old: Int, _ new: Int, lines: (old: (Int, Int), new: (Int, Int))) throws -> (cause: String?, text: String) {
    let folder = try scratchFolder()
    let rules = { (edition: Int, lines: (Int, Int)) in
      """
      timbang: 1
      id: uji
      edition: \(edition)
      units: {institution: {}}
      fields: {a: {per: institution, type: number, range: [0, 100]}}
      score: {id: total, linear: {field: a, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: \(lines.0)}, {id: hijau, from: \(lines.1)}]}
      """
    }
    let files = [
      "rules/uji/1.yaml": rules(1, lines.old), "rules/uji/2.yaml": rules(2, lines.new),
      "1.csv": "institution,field,value\nk,a,\(old)\n", "2.csv": "institution,field,value\nk,a,\(new)\n",
    ]
    try fill(folder, with: files)
    let years = ["explain", "--from", "1=1.csv", "--to", "2=2.csv"]
    let json = try timbang(years + ["--format", "json"], in: folder)
    let text = try timbang(years, in: folder)
    #expect(json.status == 0 && text.status == 0, "\(json.errors)")
    return (try Parsed(text: json.output)["zone"]["cause"].text, text.output.replacing("\n", with: " "))
  }

  @Test(arguments: [
    // Two colours: the four plain causes. Lines (kuning, hijau) of both years, both scores.
    (70, 85, (51, 81), (51, 81), "score", "because of the score, not of the lines"),
    (79, 79, (51, 81), (51, 78), "lines", "only because the lines moved"),
    (79, 85, (51, 81), (51, 78), "either", "the score alone or the lines alone would have done it"),
    (76, 79, (51, 81), (51, 78), "both", "together: the score alone gives kuning, the lines alone kuning"),
    // The moved line would have lifted the old score; its fall kept it where it was.
    (79, 73, (51, 81), (51, 78), "offset", "The zone stays kuning because the score fell: under the 2 lines the 1 score is in zone hijau"),
    (85, 79, (51, 81), (51, 78), "offset", "only because the lines moved: under the 1 lines the 2 score falls in zone kuning"),
    // Three colours: each alone leads elsewhere.
    (55, 85, (51, 81), (60, 81), "score", "because of the score: the 2 score is hijau under the 1 lines as well"),
    (75, 25, (51, 81), (51, 75), "score", "because of the score: the 2 score is merah under the 1 lines as well"),
    (85, 55, (51, 81), (60, 90), "both", "the score alone gives kuning, the lines alone kuning"),
    (85, 45, (51, 81), (51, 90), "score", "because of the score: the 2 score is merah under the 1 lines as well"),
    (85, 55, (51, 81), (60, 81), "both", "the score alone gives kuning, the lines alone hijau"),
    (45, 85, (51, 81), (51, 90), "both", "the score alone gives hijau, the lines alone merah"),
  ])
  func `a cause is measured by the colour that was reached`(
    old: Int, new: Int, before: (Int, Int), after: (Int, Int), cause: String, sentence: String
  ) throws {
    let told = try explain(old, new, lines: (before, after))
    #expect(told.cause == cause)
    #expect(told.text.contains(sentence), "\(told.text)")
  }

  @Test func `the distance is to the line that was crossed, and never to the beginning of the scale`() throws {
    // Up from merah: the line of kuning at 51. 45 - 51 = -6 and 60 - 51 = 9.
    #expect(try explain(45, 60, lines: ((51, 81), (51, 81))).text.contains("Distance to the kuning line: -6.00 became 9.00"))
    #expect(!(try explain(20, 30, lines: ((51, 81), (51, 81))).text.contains("Distance")))
  }
}
