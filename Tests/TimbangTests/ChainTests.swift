import Foundation
import Testing

/// Three years and more, each step explained on its own.
@Suite("Explaining several years")
struct ChainTests {
  private let folder: URL

  init() throws {
    folder = try scratchFolder()
    let whole = """
      timbang: 1
      id: uji
      edition: 2021
      units: {institution: {}}
      fields:
        a: {per: institution, type: number, range: [0, 100]}
        b: {per: institution, type: number, range: [0, 100]}
      score:
        id: total
        round: 2
        parts:
          - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
          - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
      """
    let next = { (edition: Int, weights: (Int, Int)) in
      """
      timbang: 1
      id: uji
      edition: \(edition)
      extends: \(edition - 1)
      changes:
        - id: bobot\(edition)
          title: {id: Bobot \(edition), en: Weights of \(edition)}
          edits: [{set: {part: a, weight: \(weights.0)}}, {set: {part: b, weight: \(weights.1)}}]
      """
    }
    let files = [
      "rules/uji/2021.yaml": whole, "rules/uji/2022.yaml": next(2022, (50, 50)), "rules/uji/2023.yaml": next(2023, (40, 60)),
      "2021.csv": "institution,field,value\nk,a,80\nk,b,40\n", "2022.csv": "institution,field,value\nk,a,70\n",
      "2022b.csv": "institution,field,value\nk,b,40\n", "2023.csv": "institution,field,value\nk,a,70\nk,b,50\n",
    ]
    try fill(folder, with: files)
  }

  private let years = ["--from", "2021=2021.csv", "--to", "2022=2022.csv", "--to", "2022=2022b.csv", "--to", "2023=2023.csv"]

  @Test("each step is the explanation of its two years, and the totals add up")
  func steps() throws {
    let run = try timbang(["explain", "k"] + years + ["--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let chain = try Parsed(text: run.output)
    #expect(chain["format"].text == "timbang.explain-chain/1.0")
    // 2021: 48 + 16 = 64. 2022: 0.6 x 70 + 16 = 58 by the old weights, 55 by the new. 2023: 35 + 25 = 60 by the old, 28 + 30 = 58 by the new.
    #expect(chain["steps"].items.map { $0["change"]["exact"].text } == ["-9", "3"])
    let blocks = chain["steps"].items.map { $0["blocks"].items.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" } }
    #expect(blocks == [["performance -6", "method -3"], ["performance 5", "method -2"]])
    let alone = try timbang(
      ["explain", "k", "--from", "2022=2022.csv", "--from", "2022=2022b.csv", "--to", "2023=2023.csv", "--format", "json"], in: folder)
    let same = try [chain["steps"][1], Parsed(text: alone.output)].map {
      try JSONSerialization.data(withJSONObject: try #require($0.value), options: .sortedKeys)
    }
    #expect(same[0] == same[1])
  }

  @Test("the years stand side by side before the steps are told")
  func text() throws {
    let run = try timbang(["explain", "k"] + years, in: folder)
    let table = """
      k

                      Score   Change  Perfor…    Scope   Method  Zone
      2021            64.00                                      hijau
      2022            55.00    -9.00    -6.00     0.00    -3.00  merah
      2023            58.00    +3.00    +5.00     0.00    -2.00  merah

      Each step is explained on its own. Scores and changes add up from year to year;
      the causes do not, since each step is measured with the weights and units of its
      years.


      """
    #expect(run.output.hasPrefix(table), "\(run.output)")
    #expect(run.output.contains("Weights of 2022") && run.output.contains("Weights of 2023"))
    #expect(run.output.contains("timbang score --rules 2022 --data 2023.csv"), "the command of the second step names its own files")
  }

  @Test("everybody is explained between two years only")
  func everybody() throws {
    #expect(try timbang(["explain", "--all"] + years, in: folder).status == 64)
  }
}
