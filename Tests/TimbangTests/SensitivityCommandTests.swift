import Foundation
import Testing
import Timbang

@Suite("How robust zones and ranks are, on the command line")
struct SensitivityCommandTests {
  private static let year = [
    "sensitivity", "--rules", "Tests/Explorations/2022.yaml", "--data", "Tests/Explorations/data.csv", "--entities",
    "Tests/Explorations/entities.csv", "--draws", "400",
  ]

  @Test("the article shows what is printed")
  func article() throws {
    let file = packageFolder.appending(path: "Sources/Timbang/Timbang.docc/HowRobustAScoreIs.md")
    let transcripts = Transcript.all(in: try String(contentsOf: file, encoding: .utf8))
    #expect(transcripts.count == 2)
    for transcript in transcripts {
      let run = try timbang(transcript.command.split(separator: " ").dropFirst().map(String.init))
      var lines = run.output.replacing("\r\n", with: "\n").components(separatedBy: "\n")
      while lines.last == "" { lines.removeLast() }
      #expect(transcript.matches(lines), "\(transcript.command) prints:\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test("the same seed gives the same bytes for any number of threads, and another seed gives others", arguments: ["text", "json", "csv"])
  func seeds(_ format: String) throws {
    let one = try timbang(Self.year + ["--seed", "5", "--threads", "1", "--format", format])
    let many = try timbang(Self.year + ["--seed", "5", "--threads", "5", "--format", format])
    let other = try timbang(Self.year + ["--seed", "6", "--format", format])
    #expect(one.status == 0 && one.output == many.output && one.output != other.output, "\(one.errors)")
  }

  @Test("draws add up to their number, and the stable are counted")
  func json() throws {
    let parsed = try Parsed(text: try timbang(Self.year + ["--format", "json", "--leave-out", "indicators"]).output)
    #expect(parsed["format"].text == "timbang.sensitivity/1.0" && parsed["weights"]["draws"].value as? Int == 400)
    let rows = parsed["results"].items
    #expect(rows.count == 8)
    for row in rows {
      let draws = row["zones"].items.compactMap { $0["draws"].value as? Int }
      #expect(draws.reduce(0, +) == 400)
      #expect((row["stable"].value as? Bool) == ((draws.max() ?? 0) >= 380))
    }
    #expect(parsed["summary"]["stable"].value as? Int == rows.count { $0["stable"].value as? Bool == true })
    #expect(parsed["left_out"].items.map { $0["part"].text } == ["standar", "pengaduan"])
    #expect(parsed["alone"].items.count == 2)
  }

  @Test("what cannot be drawn is refused")
  func refusals() throws {
    for wrong in [
      ["--spread", "100"], ["--spread", "x"], ["--spread", "0"], ["--draws", "0"], ["--threads", "0"], ["--weights", "some"],
    ] {
      #expect(try timbang(Self.year + wrong).status == 64, "\(wrong)")
    }
  }

  @Test("both languages fit 100 columns", arguments: ["id", "en"])
  func width(_ language: String) throws {
    let run = try timbang(Self.year + ["--lang", language])
    #expect(run.output.components(separatedBy: "\n").allSatisfy { $0.count <= 100 }, "\(run.output)")
    #expect(run.output.contains(language == "id" ? "Berzona tetap" : "Stable"))
  }
}
