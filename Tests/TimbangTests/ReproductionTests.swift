import Foundation
import Testing

/// The commands that an explanation offers for its intermediate scores.
@Suite("Reproducing intermediate scores")
struct ReproductionTests {
  @Test("each offered command prints exactly the score under which it stands", arguments: WorkedCase.all)
  func commands(_ example: WorkedCase) throws {
    let expected = try example.expected()
    let pair = { (year: String) in
      "\(example.path(expected[year]["rules"].text ?? ""))=\(example.path(expected[year]["data"].text ?? ""))"
    }
    let run = try timbang(
      ["explain", expected["entity"].text ?? "", "--from", pair("from"), "--to", pair("to"), "--depth", "0"] + example.entities)
    #expect(run.status == 0, "\(run.errors)")
    let worlds = expected["explain"]["observed"]["worlds"].items
    let lines = run.output.split(separator: "\n").map(String.init)
    var offered = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let command = next.split(separator: "repeat it with: timbang ").last, next.contains("repeat it with:") else { continue }
      let id = line.split(separator: " ").first.map(String.init)
      let exact = worlds.first { $0["id"].text == id }?["exact"].text
      let score = try timbang(command.split(separator: " ").map(String.init) + ["--format", "json"])
      #expect(score.status == 0, "\(score.errors)")
      #expect(try Parsed(text: score.output)["results"][0]["total"]["exact"].text == exact)
      offered += 1
    }
    // Where the old rules read what the new data do not hold, there is no such command, and the text says so.
    let withheld = lines.count { $0.contains("no single command") }
    #expect(offered + withheld == 2)
    #expect(offered >= (["07-scale-and-missing": 1, "10-split-merge-rename": 0][example.name] ?? 2))
  }

  @Test("a unit that the new data do not hold keeps its values, and one that joined is left out")
  func scope() throws {
    let folder = try scratchFolder()
    let rules = """
      timbang: 1
      id: uji
      edition: 1
      units: {institution: {}, unit: {in: institution}}
      fields: {a: {per: unit, type: number, range: [0, 100]}}
      score: {id: total, linear: {field: a, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}]}
      """
    let files = [
      "r.yaml": rules, "old.csv": "institution,unit,field,value\nk,u,a,10\nk,v,a,40\n",
      "new.csv": "institution,unit,field,value\nk,u,a,30\nk,w,a,99\n",
    ]
    try fill(folder, with: files)
    let run = try timbang(["trace", "--rules", "r.yaml", "--data", "new.csv", "--scope", "old.csv"], in: folder)
    // u 30 from the new data, v 40 from the old: 35. The place of each value names its file.
    #expect(run.output.contains("35.0000") && run.output.contains("new.csv:2") && run.output.contains("old.csv:3"), "\(run.output)")
  }
}
