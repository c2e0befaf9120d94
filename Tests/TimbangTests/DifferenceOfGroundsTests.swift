import Foundation
import Testing
import Timbang

@Suite("Where figures come from, and who changed what moves no score")
struct DifferenceOfGroundsTests {
  private static let base = """
    timbang: 1
    id: uji
    edition: 1
    sources: {s: {title: Old paper}}
    units: {institution: {kinds: [city]}, unit: {in: institution}}
    fields:
      a: {per: unit, type: number, range: [0, 100]}
      c: {per: unit, type: number, range: [0, 100]}
    score:
      id: total
      cite: s
      provenance: published
      parts:
        - {id: pa, weight: 60, provenance: assumed, linear: {field: a, worst: 0, best: 100}}
        - {id: pc, weight: 40, linear: {field: c, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}]}
    """

  private static func next(_ edits: String, sources: String = "sources: {t: {title: New paper}}\n") -> String {
    "timbang: 1\nid: uji\nedition: 2\nextends: 1\n\(sources)changes:\n"
      + "  - {id: lain, title: {id: Lain, en: Other}, cite: s, edits: [set: {part: pa, round: 3}]}\n"
      + "  - id: ubah\n    title: {id: Ubah, en: Change}\n    cite: s\n    edits:\n"
      + edits.split(separator: "\n").map { "      \($0)\n" }.joined()
  }

  private func folder(_ next: String) throws -> URL {
    let folder = try scratchFolder()
    for (name, text) in ["1.yaml": DifferenceOfGroundsTests.base, "2.yaml": next] {
      try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
    return folder
  }

  /// The differences as `change kind subject: old -> new`.
  private func told(_ next: String) throws -> [String] {
    let run = try timbang(["diff", "1.yaml", "2.yaml", "--format", "json", "--lang", "en", "--exit-code"], in: folder(next))
    #expect(run.status == 2, "\(run.errors)")
    return try Parsed(text: run.output)["changes"].items.flatMap { change in
      change["differences"].items.map { found in
        let said = { (side: String) in found[side]["text"].text ?? found[side]["text"]["en"].text ?? "-" }
        let name = change["change"].text ?? "-"
        return "\(name) \(found["kind"].text ?? "") \(found["subject"].text ?? ""): \(said("old")) -> \(said("new"))"
      }
    }.filter { !$0.hasPrefix("lain rounding") }
  }

  @Test("a part that rests on another source, and is better known, is told with that source")
  func grounds() throws {
    #expect(
      try told(DifferenceOfGroundsTests.next("- set: {part: pa, provenance: reconstructed, cite: [t p. 3]}")) == [
        "ubah provenance pa: assumed -> reconstructed", "ubah citation pa: s -> t p. 3", "ubah source t: - -> New paper",
      ])
  }

  @Test("what a group passes down is told once")
  func passedDown() throws {
    #expect(
      try told(DifferenceOfGroundsTests.next("- set: {part: total, provenance: reconstructed}", sources: "")) == [
        "ubah provenance total: published -> reconstructed"
      ])
  }

  @Test("a source under another title is told, though no change says so")
  func retitled() throws {
    let next = DifferenceOfGroundsTests.next("- set: {part: pc, round: 2}", sources: "sources: {s: {title: Second paper}}\n")
    #expect(try told(next) == ["ubah rounding pc: not rounded -> 2", "- source s: Old paper -> Second paper"])
  }

  @Test("fields that come, go or change stand under the change that wrote them")
  func fields() throws {
    let edits = """
      - add: {fields: {b: {per: unit, type: yes_no}}}
      - set: {part: pa, yes_no: b}
      - remove: {field: a}
      - set: {field: c, range: [0, 50], label: {id: Ce, en: Cee}}
      - set: {rung: institution, kinds: [city, regency], label: {id: Instansi, en: Institution}}
      - set: {part: pa, label: {id: Pe, en: Pay}}
      """
    #expect(
      try told(DifferenceOfGroundsTests.next(edits, sources: "")) == [
        "ubah label pa: pa -> Pay",
        "ubah rescaled pa: linear: {field: a, worst: 0, best: 100} -> yes_no: b",
        "ubah label institution: institution -> Institution",
        "ubah ladder institution: city -> city, regency",
        "ubah field a: per: unit, type: number, range: [0, 100] -> -",
        "ubah label c: c -> Cee",
        "ubah field c: per: unit, type: number, range: [0, 100] -> per: unit, type: number, range: [0, 50]",
        "ubah field b: - -> per: unit, type: yes_no",
      ])
  }

  @Test("a weight that a change wrote is traced to the lines of that change, as a decimal where it is one")
  func weightPlace() throws {
    let folder = try folder(DifferenceOfGroundsTests.next("- set: {part: pc, weight: 32.37, provenance: published}", sources: ""))
    try "institution,unit,field,value\nk,u,a,10\nk,u,c,40\n".write(to: folder.appending(path: "d.csv"), atomically: false, encoding: .utf8)
    let run = try timbang(["trace", "--rules", "2.yaml", "--data", "d.csv", "--lang", "en"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1.yaml:15:12 · weight 32.37 (2.yaml:11:33) · published"), "\(run.output)")
    #expect(run.output.contains("1.yaml:14:12 · weight 60 · assumed"), "\(run.output)")
    let data = try timbang(["trace", "--rules", "2.yaml", "--data", "d.csv", "--format", "json"], in: folder)
    let part = try Parsed(text: data.output)["trace"]["below"][1]
    #expect(part["weight"].text == "3237/100")
    #expect(part["weight_place"].text == "2.yaml:11:33")
  }
}
