import Foundation
import Testing

/// Rules that carry a missing value over from an earlier edition's year.
@Suite("Carried values")
struct CarriedValuesTests {
  private static let rules2021 = """
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
      parts:
        - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
    """
  /// The field `b` is called `b_baru` now, and what is missing of it is last year's value.
  private static let rules2022 = """
    timbang: 1
    id: uji
    edition: 2022
    extends: 2021
    changes:
      - id: terus
        title: {id: Nilai lama diteruskan, en: Old values carried over}
        edits:
          - rename: {field: b, to: b_baru}
          - set: {part: b, missing: {carry: 2021}}
    """
  private let folder: URL

  init() throws {
    folder = try scratchFolder()
    let files = [
      "rules/uji/2021.yaml": Self.rules2021, "rules/uji/2022.yaml": Self.rules2022,
      "2021.csv": "institution,unit,field,value\nk,u1,a,50\nk,u1,b,70\nk,u2,a,80\nk,u2,b,30\n",
      // u1 lacks b.
      "2022.csv": "institution,unit,field,value\nk,u1,a,60\nk,u2,a,80\nk,u2,b_baru,40\n",
    ]
    try fill(folder, with: files)
  }

  @Test("without the earlier year's data there is no score, and the way to one is named")
  func withoutData() throws {
    let run = try timbang(["score", "--rules", "2022", "--data", "2022.csv"], in: folder)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("T0401") && run.errors.contains("--carry 2021=FILE"), "\(run.errors)")
    #expect(
      run.errors.contains("`b_baru` (b_baru), and the data of edition 2021, from which the rules carry it over, were not given"),
      "\(run.errors)")
    // `      - set: {part: b, missing: {carry: 2021}}`
    #expect(run.errors.contains("--> rules/uji/2022.yaml:10:33"), "\(run.errors)")
  }

  @Test("a file that is named twice is one finding, not one for each of its rows", arguments: ["2022.csv", "./2022.csv"])
  func namedTwice(other: String) throws {
    let run = try timbang(["score", "--rules", "2022", "--data", "2022.csv", other, "--carry", "2021=2021.csv"], in: folder)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("the file `\(other)` is named twice"), "\(run.errors)")
    #expect(run.errors.components(separatedBy: "error[").count == 2, "\(run.errors)")
  }

  @Test("the value of the earlier year stands in the place of the missing one, under its earlier name, and says so")
  func scores() throws {
    let arguments = ["--rules", "2022", "--data", "2022.csv", "--carry", "2021=2021.csv"]
    let run = try timbang(["score"] + arguments + ["--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let result = try Parsed(text: run.output)["results"][0]
    // u1: 0.6 x 60 + 0.4 x 70 = 64; u2: 0.6 x 80 + 0.4 x 40 = 64.
    #expect(result["total"]["exact"].text == "64")
    #expect(
      result["missing"].items.map { [$0["field"].text, $0["entity"].text, $0["policy"].text] } == [["b_baru", "k/u1", "carry 2021"]])
    let trace = try timbang(["trace"] + arguments, in: folder)
    #expect(trace.output.contains("b_baru: 70  carried over from edition 2021  2021.csv:3"), "\(trace.output)\(trace.errors)")
  }

  @Test("an explanation takes the earlier year from its own data, and a value that stood in both years is no change")
  func explains() throws {
    let run = try timbang(["explain", "k", "--from", "2021=2021.csv", "--to", "2022=2022.csv", "--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let change = try Parsed(text: run.output)
    // 2021: u1 0.6 x 50 + 0.4 x 70 = 58, u2 0.6 x 80 + 0.4 x 30 = 60, mean 59. 2022: 64. What changed is a of u1, 0.6 x 10 / 2 = 3, and
    // b of u2, 0.4 x 10 / 2 = 2; b of u1 is 70 in both years.
    #expect(change["change"]["exact"].text == "5")
    let lines = change["blocks"].items.flatMap { $0["lines"].items }.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" }
    #expect(lines == ["performance 5", "terus 0"], "\(lines)")
    #expect(change["assumptions"].items.map { "\($0["id"].text ?? "") \($0["what"].text ?? "")" } == ["carried-over k/u1 b_baru"])
  }

  @Test("what the old rules insist on and nobody recorded is left out on the way, and that is said")
  func leftOut() throws {
    let policy = Self.rules2022.replacing("{carry: 2021}", with: "zero")
    try policy.write(to: folder.appending(path: "rules/uji/2022.yaml"), atomically: false, encoding: .utf8)
    try "institution,unit,field,value\nk,u1,a,60\n".write(to: folder.appending(path: "2022.csv"), atomically: false, encoding: .utf8)
    let run = try timbang(["explain", "k", "--from", "2021=2021.csv", "--to", "2022=2022.csv", "--depth", "1"], in: folder)
    let text = run.output.replacing("\n", with: " ").replacing("  ", with: " ")
    #expect(text.contains("the old rules insist on it"), "\(run.output)\(run.errors)")
    #expect(text.contains("would have been about 60.00; some values that the 2021 rules need were not observed in 2022"))
  }

  @Test("where the old rules leave out what is missing, carrying it over is a change of the rules")
  func policy() throws {
    try Self.rules2021.replacing("score:\n  id: total", with: "defaults: {missing: skip}\nscore:\n  id: total")
      .write(to: folder.appending(path: "rules/uji/2021.yaml"), atomically: false, encoding: .utf8)
    let run = try timbang(["explain", "k", "--from", "2021=2021.csv", "--to", "2022=2022.csv", "--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let lines = try Parsed(text: run.output)["blocks"].items.flatMap { $0["lines"].items }.map {
      "\($0["id"].text ?? "") \($0["exact"].text ?? "")"
    }
    // 2022 data by the 2021 rules: u1 has a alone, 60; u2 64; mean 62, up 3 from 59; then 64 by the 2022 rules: 2.
    // Within the 3: a of u1 before its b went missing 3, after it 1 x 10 / 2 = 5, so with b of u2 (2) (5 + 7) / 2 = 6; the rest -3 is coverage.
    #expect(lines == ["performance 6", "coverage -3", "terus 2"], "\(lines)")
  }

  /// Fixed: a formula that asked for a kind was refused before the earlier year was looked at (found by the naive score, pair 94,846 of seed 1).
  @Test("where the earlier year decides, a kind that is not known is not asked for", arguments: ["false": 0, "true": 65, "": 65])
  func undecidedKind(earlier: (x: String, status: Int32)) throws {
    let rules = """
      timbang: 1
      id: uji
      edition: 2022
      lineage: {from: 2021, parts: []}
      units: {institution: {}, unit: {in: institution}}
      fields:
        a: {per: unit, type: number, range: [0, 100]}
        x: {per: unit, type: yes_no}
      score: {id: total, at: unit, missing: {carry: 2021}, formula: "if(unit.kind != 'B' && x, 0, a)"}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
      """
    let older = rules.replacing("edition: 2022", with: "edition: 2021").replacing("lineage: {from: 2021, parts: []}\n", with: "")
      .replacing("{carry: 2021}", with: "error")
    try fill(
      folder,
      with: [
        "rules/uji/2021.yaml": older, "rules/uji/2022.yaml": rules,
        "2021.csv": "institution,unit,field,value\nk,u1,a,50\nk,u1,x,\(earlier.x)\n",
        "2022.csv": "institution,unit,field,value\nk,u1,a,60\n",
      ])
    let run = try timbang(["score", "--rules", "2022", "--data", "2022.csv", "--carry", "2021=2021.csv", "--format", "json"], in: folder)
    #expect(run.status == earlier.status, "\(run.errors)")
    // Nothing and something unknown are false together, so the formula gives a; the kind alone decides beside `true`.
    if earlier.status == 0 { #expect(try Parsed(text: run.output)["results"][0]["total"]["exact"].text == "60") }
    #expect(run.errors.contains("the kind of `k/u1` is asked for, but not known") == (earlier.status != 0), "\(run.errors)")
  }

  @Test("what neither year recorded is refused")
  func neither() throws {
    try "institution,unit,field,value\nk,u1,a,50\nk,u2,a,80\nk,u2,b,30\n"
      .write(to: folder.appending(path: "2021.csv"), atomically: false, encoding: .utf8)
    let run = try timbang(["score", "--rules", "2022", "--data", "2022.csv", "--carry", "2021=2021.csv"], in: folder)
    #expect(run.status == 65 && run.errors.contains("do not hold it either"), "\(run.errors)")
  }
}
