import Foundation
import Testing

/// What stands for a part that is not there yet, or no longer, where the group above it has no other value.
@Suite("Neutral parts")
struct NeutralPartTests {
  private static let first = """
    timbang: 1
    id: uji
    edition: 1
    units: {institution: {}}
    fields:
      a: {per: institution, type: number, range: [0, 100]}
      b: {per: institution, type: number, range: [0, 100]}
      c: {per: institution, type: number, range: [0, 100]}
      d: {per: institution, type: number, range: [0, 100]}
    defaults: {missing: skip}
    score:
      id: total
      parts:
        - {id: a, weight: 8, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 2, linear: {field: b, worst: 0, best: 100}}
        - id: g
          weight: 5
          combine: max
          parts:
            - {id: c, weight: 1, linear: {field: c, worst: 0, best: 100}}
            - {id: d, weight: 1, linear: {field: d, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}

    """
  private static let second = """
    timbang: 1
    id: uji
    edition: 2
    extends: 1
    changes:
      - {id: satu, title: {id: Satu, en: One}, edits: [remove: {part: a}]}
      - id: dua
        title: {id: Dua, en: Two}
        edits:
          - remove: {part: c}
          - add: {fields: {e: {per: institution, type: number, range: [0, 100]}}}
          - add: {under: total, part: {id: e, weight: 3, linear: {field: e, worst: 0, best: 100}}}

    """

  private func explain(_ more: String...) throws -> Run {
    let folder = try scratchFolder()
    try fill(
      folder,
      with: [
        "rules/uji/1.yaml": Self.first, "rules/uji/2.yaml": Self.second, "1.csv": "institution,field,value\nk,a,8\nk,b,56\nk,c,0\n",
        "2.csv": "institution,field,value\nk,a,8\nk,b,56\nk,c,0\nk,d,0\nk,e,71\n",
      ])
    return try timbang(["explain", "k", "--from", "1=1.csv", "--to", "2=2.csv", "--path", "symmetric"] + more, in: folder)
  }

  /// Seed 900023: a group without a value in the world in which nothing stands for its part was taken for the same group where something does.
  @Test("a part that went takes the value of the whole without those that went, in every world that still holds one of them")
  func neutral() throws {
    let change = try Parsed(text: try explain("--format", "json", "--depth", "2").output)
    let two = change["blocks"].items.flatMap { $0["lines"].items }.first { $0["id"].text == "dua" }
    // What is gained when c goes: d stands in its group, or, before d was recorded, the total n without a and c for c, n = (2 x 56) / 2 = 56,
    // with e n = (2 x 56 + 3 x 71) / 5 = 65. Then the group is n instead of 0:
    //   a there, no e: 5 x 56 / 15 = 56/3;          a there, e: 5 x 65 / 18 = 325/18;
    //   a gone, no e: 56 - (8 x 56 + 112) / 15 = 56/3;  a gone, e: 65 - (8 x 65 + 325) / 18 = 325/18.
    // Once d was recorded as 0 the group is 0 with c and without. Each of the eight comes with the same chance:
    // (2 x 56/3 + 2 x 325/18) / 8 = 661/72.
    #expect(two?["lines"].items.map { [$0["id"].text, $0["exact"].text] }.first == ["c", "661/72"])
  }

  @Test("steps that lead below the scale on their way are drawn")
  func below() throws {
    let run = try explain("--lang", "en")
    // 176 / 15 = 11.73, and recording d takes 16.25 away on average.
    #expect(run.status == 0 && run.output.contains("11.73") && run.output.contains("-16.25"), "\(run.output)\(run.errors)")
  }
}
