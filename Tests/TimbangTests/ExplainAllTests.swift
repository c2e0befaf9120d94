import Foundation
import Testing

/// The changes of many institutions at once.
@Suite("Explaining everybody")
struct ExplainAllTests {
  private static let rules2021 = """
    timbang: 1
    id: uji
    edition: 2021
    units: {institution: {kinds: [city, regency]}, unit: {in: institution}}
    fields:
      a: {per: unit, type: number, range: [0, 100]}
      b: {per: unit, type: number, range: [0, 100]}
    score:
      id: total
      at: unit
      round: 2
      parts:
        - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
    """
  private static let rules2022 = """
    timbang: 1
    id: uji
    edition: 2022
    extends: 2021
    changes:
      - id: bobot
        title: {id: Bobot sama, en: Equal weights}
        edits: [{set: {part: a, weight: 50}}, {set: {part: b, weight: 50}}]
      - id: garis
        title: {id: Garis turun, en: Line lowered}
        edits: [{replace: {zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 55}]}}}]
    """
  private let folder: URL

  init() throws {
    folder = try scratchFolder()
    let files = [
      "rules/uji/2021.yaml": Self.rules2021, "rules/uji/2022.yaml": Self.rules2022,
      // k: 0.6 x 70 + 0.4 x 50 = 62; l: two units, 0.6 x 40 + 0.4 x 80 = 56 and 0.6 x 60 + 0.4 x 20 = 44, mean 50; m: 2021 only; o: units differ.
      "2021.csv": """
      institution,unit,field,value
      k,u,a,70
      k,u,b,50
      l,u,a,40
      l,u,b,80
      l,v,a,60
      l,v,b,20
      m,u,a,10
      m,u,b,10
      o,x,a,10
      o,x,b,10

      """,
      // k: (60 + 52) / 2 = 56; l: u (40 + 100) / 2 = 70, v (60 + 20) / 2 = 40, w (0 + 40) / 2 = 20, mean 130/3; n: 2022 only.
      "2022.csv": """
      institution,unit,field,value
      k,u,a,60
      k,u,b,52
      l,u,a,40
      l,u,b,100
      l,v,a,60
      l,v,b,20
      l,w,a,0
      l,w,b,40
      n,u,a,10
      n,u,b,10
      o,y,a,10
      o,y,b,10

      """,
      "entities.csv": """
      id,parent,kind,name,province
      k,,city,=1+1,Bali
      l,,regency,"Kabupaten L, besar",Bali
      n,,city,Kota N,Riau

      """,
    ]
    try fill(folder, with: files)
  }

  private func explain(_ more: [String]) throws -> Run {
    try timbang(
      ["explain"] + more + ["--from", "2021=2021.csv", "--to", "2022=2022.csv", "--entities", "entities.csv"], in: folder)
  }

  @Test("each row says what the explanation of that institution alone says", arguments: ["observed", "symmetric"])
  func rows(path: String) throws {
    let all = try explain(["--all", "--format", "json", "--path", path])
    #expect(all.status == 0, "\(all.errors)")
    let results = try Parsed(text: all.output)["results"].items
    #expect(results.map { $0["entity"].text } == ["k", "l", "m", "n", "o"])
    for result in results.prefix(2) {
      let alone = try explain([try #require(result["entity"].text), "--format", "json", "--path", path, "--depth", "1"])
      #expect(try sorted(result) == sorted(Parsed(text: alone.output)))
    }
    #expect(results.dropFirst(2).map { $0["not_explained"].text } == ["only-in-old", "only-in-new", "nothing-in-common"])
  }

  private func sorted(_ value: Parsed) throws -> Data {
    try JSONSerialization.data(withJSONObject: try #require(value.value), options: .sortedKeys)
  }

  @Test("the table fits on a screen and the summary adds up")
  func table() throws {
    let run = try explain(["--all"])
    #expect(run.status == 0, "\(run.errors)")
    // k: performance 0.6 x -10 + 0.4 x 2 = -5.2 (56.8), the weights 56 - 56.8 = -0.8. l: performance 0.4 x 20 / 2 = 4 (54), the unit w is
    // worth 16: (64 + 44 + 16) / 3 = 124/3, scope -38/3 = -12.67; the weights 130/3 - 124/3 = 2. 50 + 4 - 12.67 + 2 = 43.33.
    // Means: (-6 - 6.67) / 2 = -6.335, performance -0.60, scope -6.335, method 0.60.
    let expected = """
      Institution             2021    2022  Change Perfor…   Scope  Method  Zone
      =1+1                   62.00   56.00   -6.00   -5.20    0.00   -0.80  hijau
      Kabupaten L, besar     50.00   43.33   -6.67   +4.00  -12.67   +2.00  merah
      m                     scored in the old year only
      Kota N                scored in the new year only
      o                     no unit in common

      2 institutions explained; not explained: 1 scored in the new year only, 1 scored in the old year only, 1 no unit in common

         -6.34  Mean change
         -0.60    Performance
         -0.60      Observed in both years
         -6.34    Survey scope
         -6.34      unit joined
         +0.60    Method
         +0.60      Equal weights
          0.00    Final rounding

      Zone
             1  hijau                kept only because one made up for the other
             1  merah                unchanged

      """
    #expect(run.output == expected)
  }

  @Test("rows for a spreadsheet add up, and a name that looks like a formula is text")
  func csv() throws {
    let run = try explain(["--all", "--format", "csv"])
    let rows = run.output.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows[1][1] == "'=1+1")
    #expect(run.output.contains("\"Kabupaten L, besar\""))
    let column = { (name: String) in rows[1][rows[0].firstIndex(of: name) ?? 0] }
    #expect(["change", "performance", "scope", "method", "final_rounding"].map(column) == ["-6.00", "-5.20", "0.00", "-0.80", "0.00"])
    #expect(["method.bobot", "method.garis", "zone_cause"].map(column) == ["-0.80", "0.00", "offset"])
    #expect(rows.dropFirst().allSatisfy { $0.count >= rows[0].count })
  }

  @Test("a kind and a province choose who is explained; one that nobody has is refused with the nearest")
  func filters() throws {
    let city = try explain(["--all", "--kind", "city", "--format", "json"])
    #expect(try Parsed(text: city.output)["results"].items.map { $0["entity"].text } == ["k", "n"])
    let bali = try explain(["--all", "--province", "Bali", "--kind", "regency", "--format", "json"])
    #expect(try Parsed(text: bali.output)["results"].items.map { $0["entity"].text } == ["l"])
    let wrong = try explain(["--all", "--province", "Bale"])
    #expect(wrong.status == 65 && wrong.output.isEmpty && wrong.errors.contains("did you mean `Bali`?"))
    #expect(try explain(["k", "--kind", "city"]).status == 64)
    #expect(try explain(["k", "--all"]).status == 64)
  }
}
