import Foundation
import Testing

/// Data of the old year that were revised after they had been published.
@Suite("Corrections")
struct CorrectionTests {
  private let folder: URL
  private let years = ["--from", "2021=2021.csv", "--to", "2022=2022.csv", "--corrections", "revised.csv"]

  init() throws {
    folder = try scratchFolder()
    let rules = """
      timbang: 1
      id: uji
      edition: 2021
      units: {institution: {}, unit: {in: institution}}
      fields:
        a: {per: unit, type: number, range: [0, 100]}
        b: {per: unit, type: number, range: [0, 100]}
      score:
        id: total
        at: unit
        round: 2
        parts:
          - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
          - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
      """
    let next = """
      timbang: 1
      id: uji
      edition: 2022
      extends: 2021
      changes:
        - id: bobot
          title: {id: Bobot sama, en: Equal weights}
          edits: [{set: {part: a, weight: 50}}, {set: {part: b, weight: 50}}]
      """
    let files = [
      "rules/uji/2021.yaml": rules, "rules/uji/2022.yaml": next,
      "2021.csv": "institution,unit,field,value\nk,u,a,80\nk,u,b,50\nl,u,a,10\nl,u,b,10\n",
      "revised.csv": "institution,unit,field,value\nk,u,a,60\n",
      "2022.csv": "institution,unit,field,value\nk,u,a,60\nk,u,b,60\nl,u,a,10\nl,u,b,10\n",
    ]
    try fill(folder, with: files)
  }

  @Test("what the revision is worth comes first, and the rest is told from the revised year")
  func block() throws {
    let run = try timbang(["explain", "k"] + years + ["--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let change = try Parsed(text: run.output)
    // Published 0.6 x 80 + 0.4 x 50 = 68, revised 36 + 20 = 56; new data by the old rules 36 + 24 = 60, by the new 30 + 30 = 60.
    #expect(change["from"]["total"]["reported"].text == "68.00")
    #expect(change["worlds"].items.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" } == ["C 56", "P 60", "P+S 60"])
    #expect(
      change["blocks"].items.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" } == ["corrections -12", "performance 4", "method 0"])
    #expect(change["blocks"][0]["lines"].items.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" } == ["a -12"])
    #expect(change["change"]["exact"].text == "-8")
  }

  @Test("the paragraph says so, and a command repeats the revised score")
  func text() throws {
    let run = try timbang(["explain", "k"] + years, in: folder)
    #expect(run.output.contains("-12.00  Corrections of old data"), "\(run.output)")
    #expect(run.output.replacing("\n", with: " ").contains("Corrections of the published 2021 data account for -12.00 points."))
    let score = try timbang(
      ["score", "--rules", "2021", "--data", "2021.csv", "--corrections", "revised.csv", "--format", "json"], in: folder)
    #expect(try Parsed(text: score.output)["results"][0]["total"]["exact"].text == "56")
    #expect(run.output.contains("timbang score --rules 2021 --data 2021.csv --corrections revised.csv"))
  }

  @Test("everybody is told the same, and whoever was not revised has no such block")
  func everybody() throws {
    let run = try timbang(["explain", "--all"] + years + ["--format", "json"], in: folder)
    let results = try Parsed(text: run.output)["results"].items
    #expect(results.map { $0["blocks"].items.map { $0["id"].text } } == [["corrections", "performance", "method"], ["method"]])
    let amounts = try Parsed(text: run.output)["summary"]["amounts"].items
    #expect(amounts.first { $0["block"].text == "corrections" }?["mean"].text == "-6.00")
  }

  @Test("a revised value of somebody whom nobody visited is refused with the nearest")
  func stranger() throws {
    try "institution,unit,field,value\nk,uu,a,60\n".write(to: folder.appending(path: "revised.csv"), atomically: false, encoding: .utf8)
    let run = try timbang(["explain", "k"] + years, in: folder)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("revised.csv:2") && run.errors.contains("did you mean `k/u`?"), "\(run.errors)")
  }
}
