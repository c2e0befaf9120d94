import Foundation
import Testing
import Timbang

@Suite("What changed between editions")
struct DifferenceTests {
  private static func load(_ reference: String) throws -> Edition {
    let workspace = Workspace(rulesFolder: packageFolder.appending(path: "rules").path)
    return try #require(workspace.load(reference).edition).edition
  }

  /// The differences of 2021 and 2022 as JSON, by named change.
  private static func changes() throws -> [String: Parsed] {
    let run = try timbang(["diff", "2021", "2022", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let all = try Parsed(text: run.output)["changes"].items
    return Dictionary(all.map { ($0["change"].text ?? "", $0) }) { first, _ in first }
  }

  private static func find(_ kind: String, _ subject: String, in change: Parsed?) -> Parsed? {
    change?["differences"].items.first { $0["kind"].text == kind && $0["subject"].text == subject }
  }

  @Test("an edition of several families is that of the edition beside it")
  func familyOfTheOther() throws {
    // Both kepatuhan and spbe have a 2018; only spbe has a 2020, only kepatuhan a 2021.
    let electronic = try timbang(["diff", "2018", "2020", "--format", "json"])
    #expect(electronic.output == (try timbang(["diff", "spbe/2018", "spbe/2020", "--format", "json"]).output) && electronic.status == 0)
    let compliance = try timbang(["diff", "2018", "rules/kepatuhan/2021.yaml", "--format", "json"])
    #expect(try Parsed(text: compliance.output)["old"]["id"].text == "kepatuhan/2018")
    #expect(try timbang(["diff", "2018", "2018"]).status == 66)
  }

  @Test("every named change of 2022 is listed with its title and its sources", arguments: ["text", "markdown"])
  func namedChanges(_ format: String) throws {
    let run = try timbang(["diff", "2021", "2022", "--format", format, "--lang", "id"])
    #expect(run.status == 0, "\(run.errors)")
    let edition = try DifferenceTests.load("2022")
    let changes = edition.changes(since: "2021")
    #expect(changes.count == 9)
    // Markdown writes some marks with a backslash.
    let output = run.output.replacing("\\", with: "")
    for change in changes {
      #expect(output.contains(change.title.id), "\(change.id.value)")
      for citation in change.citations {
        let title = try #require(edition.source(citation.source)).title.id
        #expect(output.contains(citation.locator.isEmpty ? title : "\(title), \(citation.locator)"), "\(citation.text)")
      }
    }
    #expect(!output.contains("Tanpa perubahan bernama"))
  }

  @Test("weights, lines, new, moved and removed parts stand below the change that made them")
  func claims() throws {
    let changes = try DifferenceTests.changes()
    let expected = [
      ("proses", "reweighted", "standar", "100", "32.37"), ("proses", "label", "standar", nil, nil),
      ("zona", "zone_line", "hijau", "81", "78"), ("zona", "zone_line", "kuning", "51", "54"),
      ("pengaduan", "moved", "kelola_pengaduan", "standar", "pengaduan"), ("input", "moved", "sarana", "standar", "sarpras"),
      ("agregasi", "ladder", "unit", nil, "mean"), ("proses", "reweighted", "komponen_standar", nil, "\"500/11\""),
    ]
    for (change, kind, subject, old, new) in expected {
      let found = try #require(DifferenceTests.find(kind, subject, in: changes[change]), "\(change) \(kind) \(subject)")
      if let old { #expect(found["old"]["text"].text == old) }
      if let new { #expect(found["new"]["text"].text == new) }
      #expect(found["new"]["place"].text?.contains("rules/kepatuhan/202") == true)
    }
    let input = try #require(DifferenceTests.find("added", "input", in: changes["input"]))
    #expect(input["old"].value is NSNull)
    #expect(input["new"]["place"].text?.hasPrefix("rules/kepatuhan/2022.yaml:") == true)
    #expect(DifferenceTests.find("removed", "penghargaan", in: changes["penghargaan_dihapus"])?["new"].value is NSNull)
    #expect(changes[""] == nil, "nothing is unclaimed")
  }

  @Test("a table has its five columns in every row")
  func table() throws {
    let run = try timbang(["diff", "2021", "2022", "--format", "markdown", "--lang", "id"])
    let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.first == "| Unsur | 2021 | 2022 | Perubahan | Alasan |")
    #expect(
      rows.contains {
        $0.hasPrefix("| bobot: Dimensi proses (standar) | 100 | 32.37 | Standar pelayanan menjadi dimensi proses (diterbitkan) | ")
      })
    for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)") }
  }

  @Test("renamed, split and merged parts are told as such, and a group around them as new")
  func otherWords() throws {
    let folder = "Tests/Cases/10-split-merge-rename"
    let run = try timbang(["diff", "\(folder)/rules-A.yaml", "\(folder)/rules-B.yaml", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let only = try Parsed(text: run.output)["changes"][0]
    #expect(DifferenceTests.find("renamed", "maklumat_layanan", in: only)?["old"]["text"].text == "maklumat")
    #expect(DifferenceTests.find("split", "biaya_tarif", in: only)?["new"]["text"].text == "biaya, tarif")
    #expect(DifferenceTests.find("merged", "sarana", in: only)?["old"]["text"].text == "loket, ruang_tunggu")
    #expect(DifferenceTests.find("added", "proses", in: only) != nil)
    #expect(!only["differences"].items.contains { $0["kind"].text == "removed" })
  }

  @Test("a link of an edition written whole gives its change everything about the part, also when it applies")
  func condition() throws {
    let folder = try scratchFolder()
    let rules = { (edition: String, when: String) in
      """
      timbang: 1
      id: uji
      edition: \(edition)
      units: {institution: {}}
      fields: {a: {per: institution, type: yes_no}, b: {per: institution, type: yes_no}}
      score: {id: total, parts: [{id: pa, weight: 1, yes_no: a}, {id: pb, weight: 1, yes_no: b\(when)}]}
      zones: {ladder: [{id: merah, from: 0}]}
      """
    }
    let lineage =
      "\nlineage: {from: 1, changes: [{id: x, title: {id: Iks, en: Ex}}], parts: [{kind: narrowed, from: pb, to: pb, change: x}]}"
    try fill(folder, with: ["1.yaml": rules("1", ""), "2.yaml": rules("2", ", when: \"a\"") + lineage])
    let run = try timbang(["diff", "1.yaml", "2.yaml", "--lang", "en"], in: folder)
    #expect(run.output.contains("Ex  [x]\n    stricter   pb  pb -> pb\n    condition  pb  - -> a\n"), "\(run.output)\(run.errors)")
  }

  @Test("an edition does not differ from itself, and that is said", arguments: ["2021", "2022", "spbe/2018"], ["text", "markdown"])
  func identical(_ edition: String, _ format: String) throws {
    for (language, words) in [("id", "tidak ada perbedaan"), ("en", "no differences")] {
      let run = try timbang(["diff", edition, edition, "--format", format, "--lang", language, "--exit-code"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasSuffix("\n\n\(words)\n"), "\(run.output)")
    }
  }

  @Test("the same rules are an empty list for other programs")
  func identicalJSON() throws {
    let run = try timbang(["diff", "2021", "2021", "--format", "json", "--exit-code"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Parsed(text: run.output)["changes"].items.isEmpty)
  }

  @Test("differences end the command with 2 only when asked, a missing edition with 66")
  func exitCodes() throws {
    #expect(try timbang(["diff", "2021", "2022"]).status == 0)
    #expect(try timbang(["diff", "2021", "2022", "--exit-code"]).status == 2)
    #expect(try timbang(["diff", "2021", "2099", "--exit-code"]).status == 66)
  }
}
