import Foundation
import Testing
import Timbang

@Suite("What was published")
struct PublishedFactsTests {
  @Test("nine governments are green only because the line moved from 81 to 78")
  func movedLine() throws {
    var log = DiagnosticLog()
    let workspace = Workspace(rulesFolder: packageFolder.appending(path: "rules").path)
    let editions = try ["2021", "2022"].map { try #require(workspace.load($0).edition) }
    let path = packageFolder.appending(path: "rules/kepatuhan/samples/published_scores.csv").path
    let file = try #require(workspace.read(path, log: &log))
    let scores = try #require(PublishedScores(file, log: &log))
    let zones = try #require(PublishedZones(scores, under: editions, log: &log))
    let names = zones.moves.flatMap(\.rows).filter { $0.colour == "hijau" }.map(\.published.name)
    #expect(
      Set(names) == [
        "Kabupaten Balangan", "Kabupaten Bungo", "Kabupaten Tanjung Jabung Barat", "Kabupaten Tabalong", "Kabupaten Manggarai Timur",
        "Kabupaten Nagekeo", "Kota Tual", "Kabupaten Sikka", "Kabupaten Sumba Barat",
      ])
    #expect(names.count == 9)
  }

  @Test("Denpasar's 2018 index is 3.60, with the seven aspects")
  func denpasar() throws {
    let run = try timbang([
      "score", "--rules", "spbe/2018", "--data", "rules/spbe/samples/denpasar-2018.csv", "--entities", "rules/spbe/samples/entities.csv",
      "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let result = try Parsed(text: run.output)["results"][0]
    #expect(result["total"]["reported"].text == "3.60")
    // 7: (1+3+1+3+3+3+5)/7 = 19/7, 10: 26/10, 2: 6/2, 2: 6/2, 3: 13/3, 7: 26/7, 4: (5+2+5+5)/4 = 17/4
    let aspects = ["19/7", "13/5", "3", "3", "13/3", "26/7", "17/4"]
    let values = result["parts"].items.filter { $0["at"].text == "institution" }.compactMap { $0["exact"].text }
    for aspect in Set(aspects) { #expect(values.count { $0 == aspect } >= aspects.count { $0 == aspect }, "\(aspect)") }
    // .07 x 19/7 + .10 x 2.6 + .08 x 3 + .08 x 3 + .12 x 13/3 + .35 x 26/7 + .20 x 17/4 = .19 + .26 + .24 + .24 + .52 + 1.30 + .85 = 3.60
    #expect(result["total"]["exact"].text == "18/5")
  }

  @Test("the Balikpapan-like sample has the published 99.25 of 2021 and stays green in 2022")
  func balikpapan() throws {
    for (year, total, colour) in [("2021", "99.25", "hijau"), ("2022", "84.04", "hijau")] {
      let samples = "rules/kepatuhan/samples"
      let run = try timbang([
        "score", "--rules", year, "--data", "\(samples)/balikpapan-\(year).csv", "--entities", "\(samples)/entities.csv", "--format",
        "json",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let result = try Parsed(text: run.output)["results"][0]
      #expect(result["total"]["reported"].text == total)
      #expect(result["colour"].text == colour)
    }
  }
}
