import Foundation
import Testing

/// A name that ends and is given to another part in the same step.
@Suite("Reused names")
struct ReusedNamesTests {
  private static let base = """
    timbang: 1
    id: uji
    edition: 2021
    units: {institution: {}}
    fields:
      a: {per: institution, type: number, range: [0, 100]}
      b: {per: institution, type: number, range: [0, 100]}
      c: {per: institution, type: number, range: [0, 100]}
    score:
      id: total
      parts:
        - {id: a, weight: 50, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 30, linear: {field: b, worst: 0, best: 100}}
        - {id: c, weight: 20, linear: {field: c, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
    """

  @Test("a part that is dropped is not merged with the one that takes its name")
  func dropped() throws {
    let folder = try scratchFolder()
    let next = """
      timbang: 1
      id: uji
      edition: 2022
      extends: 2021
      changes:
        - {id: buang, title: {id: A dibuang, en: A dropped}, edits: [remove: {part: a}]}
        - {id: nama, title: {id: B menjadi a, en: B becomes a}, after: buang, edits: [rename: {part: b, to: a}]}
      """
    let data = "institution,field,value\nk,a,90\nk,b,40\nk,c,60\n"
    try fill(folder, with: ["rules/uji/2021.yaml": Self.base, "rules/uji/2022.yaml": next, "x.csv": data])
    let run = try timbang(["explain", "--from", "2021=x.csv", "--to", "2022=x.csv", "--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let change = try Parsed(text: run.output)
    // 2021: 45 + 12 + 12 = 69. 2022: (30 x 40 + 20 x 60) / 50 = 48. All of it is that a went; its new bearer was 40 before and is 40 now.
    #expect(change["change"]["exact"].text == "-21")
    let lines = change["blocks"].items.flatMap { $0["lines"].items }
    #expect(lines.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" } == ["buang -21", "nama 0"])
    let difference = try timbang(["diff", "2021", "2022"], in: folder)
    #expect(difference.output.contains("A dropped") && !difference.output.contains("merged"), "\(difference.output)")
  }
}
