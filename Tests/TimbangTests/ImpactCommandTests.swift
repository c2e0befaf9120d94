import Foundation
import Testing
import Timbang

@Suite("What a draft and single values do to everybody")
struct ImpactCommandTests {
  private static let draft = [
    "--from", "Tests/Explorations/2022.yaml", "--to", "Tests/Explorations/2023.yaml", "--data", "Tests/Explorations/data.csv", "--entities",
    "Tests/Explorations/entities.csv",
  ]
  private static let year = [
    "--rules", "Tests/Explorations/2022.yaml", "--data", "Tests/Explorations/data.csv", "--entities", "Tests/Explorations/entities.csv",
  ]

  @Test("the articles show what is printed", arguments: ["PreviewingADraft", "AskingWhatIf"])
  func article(_ name: String) throws {
    let file = packageFolder.appending(path: "Sources/Timbang/Timbang.docc/\(name).md")
    let transcripts = Transcript.all(in: try String(contentsOf: file, encoding: .utf8))
    #expect(transcripts.count >= 3)
    for transcript in transcripts {
      let run = try timbang(transcript.command.split(separator: " ").dropFirst().map(String.init))
      var lines = (run.errors + run.output).replacing("\r\n", with: "\n").components(separatedBy: "\n").map {
        String($0.reversed().drop { $0 == " " }.reversed())
      }
      while lines.last == "" { lines.removeLast() }
      #expect(transcript.matches(lines), "\(transcript.command) prints:\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test("with --exit-code it ends with 2 if anybody changes zone, and with 0 if nobody does")
  func exitCodes() throws {
    #expect(try timbang(["impact"] + Self.draft).status == 0)
    #expect(try timbang(["impact"] + Self.draft + ["--exit-code"]).status == 2)
    #expect(try timbang(["whatif"] + Self.year + ["--set", "standar.weight=50", "--rescale", "--exit-code"]).status == 2)
    #expect(try timbang(["whatif"] + Self.year + ["--set", "total.round.places=3", "--exit-code"]).status == 0)
    #expect(try timbang(["whatif"] + Self.year).status == 64)
    #expect(try timbang(["impact"] + Self.draft + ["--near", "setengah"]).status == 64)
    #expect(try timbang(["impact"] + Self.draft.dropLast(3) + ["nowhere.csv"]).status == 66)
  }

  @Test("rows, summary and changes say the same to machines")
  func json() throws {
    let run = try timbang(["impact"] + Self.draft + ["--format", "json", "--near", "1"])
    let parsed = try Parsed(text: run.output)
    #expect(parsed["format"].text == "timbang.impact/1.0")
    let rows = parsed["results"].items
    let moved = rows.filter { $0["moved"].value as? Bool == true }.map { $0["id"].text ?? "" }
    // E falls from 78.40 to (40 x 96 + 50 x 52) / 90 = 71.56; C rises over the lower line with (40 x 78 + 50 x 74) / 90 = 75.78.
    #expect(moved == ["kab-e", "kota-c"])
    #expect(parsed["summary"]["moved"].value as? Int == 2)
    let shifts = rows.compactMap { $0["change"].text.flatMap { Fraction(decimal: $0) } }
    #expect(parsed["summary"]["mean"]["exact"].text == (shifts.sum() / Fraction(8)).exactText)
    #expect(parsed["near"]["results"].items.map(\.text) == ["kota-c"])
    let steps = parsed["changes"].items.compactMap { $0["in_turn"]["mean"]["exact"].text.flatMap { Fraction(exact: $0) } }
    #expect(steps.count == 3 && steps.sum().exactText == parsed["summary"]["mean"]["exact"].text)
    #expect(parsed["unmeasured"][0]["field"].text == "kompetensi" && parsed["unmeasured"][0]["parts"][0]["policy"].text == "skip")
  }

  @Test("a table for a spreadsheet has a row for everybody")
  func csv() throws {
    let lines = try timbang(["impact"] + Self.draft + ["--format", "csv"]).output.components(separatedBy: "\r\n")
    #expect(lines.count == 10 && lines[9].isEmpty)
    #expect(lines[1] == "kab-e,Kabupaten E,regency,Barat,2022,78.40,hijau,2,2023,71.56,kuning,5,-6.84,75,-3.44")
  }

  @Test("text fits 80 columns but for the titles of changes, in both languages", arguments: ["id", "en"])
  func width(_ language: String) throws {
    let run = try timbang(["impact"] + Self.draft + ["--lang", language])
    #expect(run.output.components(separatedBy: "\n").allSatisfy { $0.count <= 84 }, "\(run.output)")
    #expect(run.output.contains(language == "id" ? "Berganti zona" : "Change of zone"))
    #expect(run.output.contains(language == "id" ? "Tidak diukur dalam data ini" : "Not measured in these data"))
  }

  @Test("an edition written whole says why its changes cannot be tried one by one")
  func writtenWhole() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = try String(contentsOf: packageFolder.appending(path: "Tests/Explorations/2022.yaml"), encoding: .utf8)
    try rules.replacing("edition: 2022", with: "edition: 2024").replacing("weight: 60", with: "weight: 40").replacing(
      "weight: 40, label: {id: Peng", with: "weight: 60, label: {id: Peng"
    ).write(to: folder.appending(path: "2024.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["impact"] + Self.draft[..<2] + ["--to", folder.appending(path: "2024.yaml").path] + Self.draft[4...])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2024 is not written as changes of 2022"), "\(run.output)")
  }

  @Test("mistakes in arguments are told in both languages with the argument as their place", arguments: ["id", "en"])
  func mistakes(_ language: String) throws {
    let run = try timbang(["whatif"] + Self.year + ["--set", "standr.weight=5", "--lang", language])
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("T0241") && run.errors.contains("--set:1:1"), "\(run.errors)")
    #expect(run.errors.contains(language == "id" ? "maksudnya `standar`?" : "did you mean `standar`?"))
    let observation = try timbang(["whatif"] + Self.year + ["--set-obs", "kota-a/standar=190", "--lang", language])
    #expect(observation.status == 65 && observation.errors.contains("T0313") && observation.errors.contains("--set-obs:1:1"))
  }

  @Test("an observation that is set moves nobody else")
  func observation() throws {
    let run = try timbang(["whatif"] + Self.year + ["--set-obs", "kota-d/standar=61", "--format", "json"])
    let parsed = try Parsed(text: run.output)
    #expect(parsed["format"].text == "timbang.whatif/1.0")
    let shifted = parsed["results"].items.filter { $0["change"].text != "0" }
    // 0.6 x 61 + 0.4 x 44 = 54.2.
    #expect(shifted.map { $0["id"].text } == ["kota-d"] && shifted[0]["to"]["total"]["reported"].text == "54.20")
    #expect(parsed["set_observations"][0]["from"].text == "60" && parsed["set"].items.isEmpty)
  }
}
