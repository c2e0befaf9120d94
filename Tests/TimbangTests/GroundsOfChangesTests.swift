import Foundation
import Testing
import Timbang

@Suite("How sure a change is, and why it was made")
struct GroundsOfChangesTests {
  private static let base = """
    timbang: 1
    id: uji
    edition: 1
    sources: {s: {title: Old paper}}
    units: {institution: {}, unit: {in: institution}}
    fields:
      a: {per: unit, type: number, range: [0, 100]}
      b: {per: unit, type: number, range: [0, 100]}
    score:
      id: total
      cite: s
      provenance: published
      parts:
        - {id: pa, weight: 60, linear: {field: a, worst: 0, best: 100}}
        - {id: pb, weight: 40, linear: {field: b, worst: 0, best: 100}}
    zones: {cite: s, provenance: published, ladder: [{id: merah, from: 0}]}
    """

  /// Written as changes: one assumed, one published, one of which nothing is said.
  private static let extending = """
    timbang: 1
    id: uji
    edition: 2
    extends: 1
    changes:
      - id: bobot
        title: {id: Bobot digeser, en: Weights shifted}
        cite: s
        provenance: assumed
        note: {id: Hanya hasil yang terbit, en: Only results were published}
        edits: [set: {part: pa, weight: 70, provenance: published}, set: {part: pb, weight: 30, provenance: published}]
      - {id: bulat, title: {id: Dibulatkan, en: Rounded}, cite: s, provenance: published, edits: [set: {part: pa, round: 1}]}
      - {id: lain, title: {id: Lain, en: Other}, cite: s, edits: [set: {part: pb, round: 1}]}
    """

  /// Written whole: a link that is less sure than its published change, and links that say nothing of their own.
  private static let whole = """
    timbang: 1
    id: uji
    edition: 3
    lineage:
      from: 1
      changes:
        - {id: pecah, title: {id: Dipecah, en: Split up}, cite: s, provenance: published}
        - {id: buang, title: {id: Dibuang, en: Taken out}, cite: s, provenance: reconstructed, note: {id: Hilang, en: Gone}}
      parts:
        - {kind: split, from: pa, to: [pa1, pa2], change: pecah, provenance: assumed, note: {id: Bunyinya sama, en: It sounds alike}}
        - {kind: dropped, from: pb, change: buang}
      fields:
        - {kind: renamed, from: a, to: aa, change: pecah, provenance: reconstructed}
        - {kind: dropped, from: b, change: buang, note: {id: Kolomnya hilang, en: The column is gone}}
    sources: {s: {title: Old paper}}
    units: {institution: {}, unit: {in: institution}}
    fields: {aa: {per: unit, type: number, range: [0, 100], label: {id: a, en: a}}}
    score:
      id: total
      cite: s
      provenance: published
      parts:
        - {id: pa1, weight: 30, linear: {field: aa, worst: 0, best: 100}}
        - {id: pa2, weight: 30, linear: {field: aa, worst: 0, best: 100}}
    zones: {cite: s, provenance: published, ladder: [{id: merah, from: 0}]}
    """

  private func folder(extending: String = extending) throws -> URL {
    let folder = try scratchFolder()
    try fill(
      folder,
      with: [
        "1.yaml": GroundsOfChangesTests.base, "2.yaml": extending, "3.yaml": GroundsOfChangesTests.whole,
        "1.csv": "institution,unit,field,value\nk,u,a,10\nk,u,b,40\n", "3.csv": "institution,unit,field,value\nk,u,aa,10\n",
      ])
    return folder
  }

  private func output(_ arguments: [String], language: String = "en") throws -> String {
    let run = try timbang(arguments + ["--lang", language], in: folder())
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test("a difference of rules says below the title of its change how sure that is, and why")
  func differences() throws {
    let text = try output(["diff", "1.yaml", "2.yaml"])
    #expect(text.contains("Weights shifted  [bobot]\n  Old paper\n  assumed: Only results were published\n"), "\(text)")
    #expect(text.contains("Rounded  [bulat]\n  Old paper\n  published\n"))
    #expect(text.contains("Other  [lain]\n  Old paper\n    rounding  pb"))
  }

  @Test("in the table of an annex the word stands behind the title, and the note behind the sources")
  func table() throws {
    let text = try output(["diff", "1.yaml", "2.yaml", "--format", "markdown"], language: "id")
    #expect(text.contains("| bobot: pa | 60 | 70 | Bobot digeser (diasumsikan) | Old paper; Hanya hasil yang terbit |"), "\(text)")
    #expect(text.contains("| Dibulatkan (diterbitkan) | Old paper |"))
    #expect(text.contains("| Lain | Old paper |"))
  }

  @Test("for programs both are there, or null where nothing is said")
  func json() throws {
    let changes = try Parsed(text: output(["diff", "1.yaml", "2.yaml", "--format", "json"]))["changes"]
    #expect(changes.items.map { $0["provenance"].text ?? "null" } == ["assumed", "published", "null"])
    #expect(changes[0]["note"]["id"].text == "Hanya hasil yang terbit")
    #expect(changes[1]["note"].value is NSNull && changes[2]["provenance"].value is NSNull)
    #expect(changes[0]["differences"][0]["link"].value is NSNull, "a weight is no link")
  }

  @Test("a link is as sure as its change unless it says so itself, and stands under its change")
  func links() throws {
    let changes = try Parsed(text: output(["diff", "1.yaml", "3.yaml", "--format", "json"]))["changes"]
    let told = changes.items.flatMap { change in
      change["differences"].items.map { found in
        let link = found["link"]
        let note = link["note"]["en"].text ?? "-"
        return "\(change["change"].text ?? "-") \(found["subject"].text ?? ""): "
          + "\(link["kind"].text ?? "-") \(link["provenance"].text ?? "-") \(note)"
      }
    }
    #expect(
      told == [
        "pecah pa: split assumed It sounds alike", "pecah aa: renamed reconstructed -", "buang pb: dropped reconstructed Gone",
        "buang b: dropped reconstructed The column is gone",
      ])
    let text = try output(["diff", "1.yaml", "3.yaml"])
    #expect(text.contains("-> pa1, pa2  (assumed: It sounds alike)\n"), "\(text)")
    #expect(text.contains("a -> aa  (reconstructed)\n"))
    let table = try output(["diff", "1.yaml", "3.yaml", "--format", "markdown"])
    #expect(table.contains("| pa1, pa2 | Split up (assumed) | Old paper; It sounds alike |"), "\(table)")
    #expect(table.contains("| Taken out (reconstructed) | Old paper; Gone; The column is gone |"))
  }

  @Test("an explanation marks the line of an assumed change and lists it under its assumptions")
  func explanation() throws {
    let text = try output(["explain", "--from", "1.yaml=1.csv", "--to", "2.yaml=1.csv"])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("  -3.00    Weights shifted  ") && $0.hasSuffix(" assumed") }, "\(text)")
    // What is published, and of what nothing is said, needs no mark.
    #expect(lines.contains("   0.00    Rounded") && lines.contains("   0.00    Other"))
    #expect(text.contains("Assumptions\n- Weights shifted: that the rules changed so, or why, is assumed; nobody has\n  published it"))
    #expect(text.contains("(Only results were published)"))
    #expect(text.contains("1 all published; 2 all published\nProvenance of the changes of rules: partly assumed\n"))
    let indonesian = try output(["explain", "--from", "1.yaml=1.csv", "--to", "2.yaml=1.csv"], language: "id")
    #expect(indonesian.contains("Asal perubahan aturan: sebagian diasumsikan\n"))
  }

  @Test("the weakest of an explanation takes part in nobody's score")
  func weakest() throws {
    let text = try output(["explain", "--from", "1.yaml=1.csv", "--to", "2.yaml=1.csv", "--format", "json"])
    let json = try Parsed(text: text)
    #expect(json["provenance"].text == "assumed" && json["provenance_of_changes"].text == "assumed")
    #expect(json["to"]["rules"]["provenance"].text == "published")
    let lines = json["blocks"].items.first { $0["id"].text == "method" }?["lines"].items ?? []
    #expect(lines.map { $0["provenance"].text ?? "null" } == ["assumed", "published", "null"])
    #expect(lines.first?["note"]["en"].text == "Only results were published")
    let score = try output(["score", "--rules", "2.yaml", "--data", "1.csv"])
    #expect(score.contains("Provenance of the rules' figures: all published\n"))
  }

  @Test("a change is no better known than its links")
  func weakLink() throws {
    let text = try output(["explain", "--from", "1.yaml=1.csv", "--to", "3.yaml=3.csv"])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("Split up") && $0.hasSuffix(" assumed") }, "\(text)")
    #expect(lines.contains { $0.contains("Taken out") && $0.hasSuffix(" reconstructed") })
    #expect(text.contains("(It sounds alike)"))
  }

  @Test("what changes do together is as weak as the weakest of them")
  func together() throws {
    let shared = """
      timbang: 1
      id: uji
      edition: 2
      extends: 1
      changes:
        - {id: x, title: {id: Iks, en: Ex}, cite: s, provenance: published, edits: [set: {part: pa, weight: 70, provenance: published}]}
        - {id: y, title: {id: Ye, en: Why}, cite: s, provenance: reconstructed, edits: [set: {part: pb, weight: 30, provenance: published}]}
      """
    let run = try timbang(
      ["explain", "--from", "1.yaml=1.csv", "--to", "2.yaml=1.csv", "--lang", "en"], in: folder(extending: shared))
    let line = run.output.split(separator: "\n").first { $0.contains("Ex + Why") }
    #expect(line?.hasSuffix(" reconstructed") == true, "\(run.output)\(run.errors)")
  }

  @Test("summaries and previews mark the change too")
  func summaries() throws {
    #expect(
      try output(["explain", "--all", "--from", "1.yaml=1.csv", "--to", "2.yaml=1.csv"]).contains("-3.00      Weights shifted (assumed)\n"))
    let impact = ["impact", "--from", "1.yaml", "--to", "2.yaml", "--data", "1.csv"]
    #expect(try output(impact).contains("Weights shifted (assumed)\n"))
    #expect(try output(impact + ["--format", "markdown"]).contains("| Weights shifted (assumed) |"))
    let changes = try Parsed(text: output(impact + ["--format", "json"]))["changes"]
    #expect(changes[0]["provenance"].text == "assumed" && changes[2]["provenance"].value is NSNull)
  }

  @Test("what is said of a change moves the digest of its file, as its title does, and no other")
  func digests() throws {
    let other = GroundsOfChangesTests.extending.replacing("provenance: assumed\n", with: "provenance: reconstructed\n")
    let editions = try [GroundsOfChangesTests.extending, other].map { text in
      let workspace = Workspace(rulesFolder: ".")
      return try #require(workspace.load(folder(extending: text).appending(path: "2.yaml").path).edition?.edition)
    }
    #expect(editions[0] != editions[1])
    #expect(editions[0].scoringDigest == editions[1].scoringDigest)
    // An edition written whole and the same edition written as changes have the same digest, so no change is in it.
    #expect(editions[0].documentDigest == editions[1].documentDigest)
  }

  @Test("an unknown word is refused where it stands", arguments: ["provenance: assumed\n", "provenance: reconstructed,"])
  func unknownWord(_ good: String) throws {
    let folder = try folder()
    for (name, text) in ["2.yaml": GroundsOfChangesTests.extending, "3.yaml": GroundsOfChangesTests.whole] where text.contains(good) {
      let bad = text.replacing(good, with: good.replacing("assumed", with: "guessed").replacing("reconstructed", with: "guessed"))
      try fill(folder, with: [name: bad])
      let run = try timbang(["check", name, "--lang", "en"], in: folder)
      #expect(run.status == 65 && (run.output + run.errors).contains("guessed"), "\(run.output)\(run.errors)")
    }
  }

  @Test("a part that asks more for the same answer is told, and its changes are said to be part performance, part criterion")
  func stricter() throws {
    let diff = try timbang(["diff", "kepatuhan/2018", "kepatuhan/2021", "--lang", "en"])
    #expect(diff.output.contains("stricter  persyaratan"), "\(diff.output)")
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = "timbang: 1\nid: uji\nsources: {s: {title: S}}\nunits: {kota: {}}\nfields: {a: {per: kota, type: yes_no}}\n"
    let body =
      "score: {id: total, cite: s, provenance: published, parts: [{id: a, label: {id: Maklumat, en: Pledge}, weight: 1, yes_no: a}]}\n"
    let zones = "zones: {cite: s, provenance: published, ladder: [{id: m, from: 0}]}\n"
    try fill(
      folder,
      with: [
        "rules/uji/1.yaml": head + "edition: 1\n" + body + zones,
        "rules/uji/2.yaml": head
          + "edition: 2\nlineage: {from: 1, changes: [{id: situs, title: {id: Situs, en: Site}, cite: s}], "
          + "parts: [{kind: narrowed, from: a, to: a, change: situs}]}\n" + body + zones,
        "1.csv": "kota,field,value\nk,a,1\n", "2.csv": "kota,field,value\nk,a,0\n",
      ])
    let run = try timbang(["explain", "--from", "1=1.csv", "--to", "2=2.csv", "--lang", "en"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("-100.00 Performance"))
    #expect(words.contains("- Pledge: asks more than before; a change of the answers counts as performance"), "\(run.output)")
  }
}
