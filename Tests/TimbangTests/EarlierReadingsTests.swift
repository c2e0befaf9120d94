import Foundation
import Testing

/// What rules say about observations of years before them: how old values read now, and what is taken for a value that nobody recorded.
@Suite("Readings of earlier years")
struct EarlierReadingsTests {
  private let folder: URL

  private static func rules(_ edition: Int, range: String, scores: String, more: String = "") -> String {
    """
    timbang: 1
    id: uji
    edition: \(edition)
    \(more)
    units: {institution: {}}
    fields: {k: {per: institution, type: level, range: \(range)}}
    score: {id: total, levels: {field: k, scores: \(scores)}}
    zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
    """
  }

  private static let before = rules(2021, range: "[0, 2]", scores: "{0: 0, 1: 50, 2: 100}")
  private static let whole = rules(
    2022, range: "[0, 4]", scores: "{0: 0, 1: 20, 2: 50, 3: 80, 4: 100}",
    more: "lineage: {from: 2021, fields: [{kind: recoded, from: k, to: k, values: {0: 0, 1: 2, 2: 4}}]}")
  private static let changes = """
    timbang: 1
    id: uji
    edition: 2022
    extends: 2021
    changes:
      - id: skala
        title: {id: Lima tingkat, en: Five levels}
        edits:
          - set: {field: k, range: [0, 4], recode: {0: 0, 1: 2, 2: 4}}
          - set: {part: total, levels: {field: k, scores: {0: 0, 1: 20, 2: 50, 3: 80, 4: 100}}}
    """

  init() throws {
    folder = try scratchFolder()
    try write("rules/uji/2021.yaml", Self.before)
  }

  private func write(_ name: String, _ text: String) throws {
    try fill(folder, with: [name: text])
  }

  private func blocks(_ old: Int, _ new: Int, _ path: String) throws -> [String] {
    try write("2021.csv", "institution,field,value\ni,k,\(old)\n")
    try write("2022.csv", "institution,field,value\ni,k,\(new)\n")
    let run = try timbang(
      ["explain", "--from", "2021=2021.csv", "--to", "2022=2022.csv", "--format", "json", "--path", path], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let change = try Parsed(text: run.output)
    #expect(change["assumptions"].items.map { $0["id"].text } == ["recoded"])
    return change["blocks"].items.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" }
  }

  @Test("a table of values separates the new scale from the new answers", arguments: [whole, changes])
  func recode(rules: String) throws {
    try write("rules/uji/2022.yaml", rules)
    // 1 -> 4: by the old rules 4 is a 2, 50 -> 100; by the new ones 1 is a 2, 50 -> 100. All of it is performance on either path.
    #expect(try blocks(1, 4, "observed") == ["performance 50", "method 0"])
    #expect(try blocks(1, 4, "symmetric") == ["performance 50", "method 0"])
    // 1 -> 3: by the old rules 3 reaches only 1, 50 -> 50, then the new scale gives 80. By the new rules 50 -> 80.
    // Symmetric: performance (0 + 30) / 2, method (30 + 0) / 2.
    #expect(try blocks(1, 3, "observed") == ["performance 0", "method 30"])
    #expect(try blocks(1, 3, "symmetric") == ["performance 15", "method 15"])
    // 1 -> 2 is the same answer on another scale: nothing was done, and nothing is worth anything.
    #expect(try blocks(1, 2, "observed") == ["method 0"])
  }

  @Test("a value taken for everybody in the old year is a starting point, so what follows is not newly measured")
  func backcast() throws {
    let first = """
      timbang: 1
      id: uji
      edition: 2021
      units: {institution: {}}
      fields: {a: {per: institution, type: number, range: [0, 100]}}
      score: {id: total, parts: [{id: a, weight: 100, linear: {field: a, worst: 0, best: 100}}]}
      zones: {ladder: [{id: merah, from: 0}, {id: hijau, from: 60}]}
      """
    let next = """
      timbang: 1
      id: uji
      edition: 2022
      extends: 2021
      changes:
        - id: c
          title: {id: C baru, en: C new}
          edits:
            - add: {fields: {c: {per: institution, type: number, range: [0, 100], backcast: 60}}}
            - add: {under: total, part: {id: c, weight: 100, linear: {field: c, worst: 0, best: 100}}}
      """
    try write("rules/uji/2021.yaml", first)
    try write("rules/uji/2022.yaml", next)
    try write("2021.csv", "institution,field,value\ni,a,70\n")
    try write("2022.csv", "institution,field,value\ni,a,70\ni,c,80\n")
    // v(none) = v(P) = 70, v(M) = (70 + 60) / 2 = 65, v(all) = 75. Observed: 0 and 5. Symmetric: (0 + 10) / 2 and (-5 + 5) / 2.
    for (path, amounts) in [("observed", ["performance 0", "method 5"]), ("symmetric", ["performance 5", "method 0"])] {
      let run = try timbang(
        ["explain", "--from", "2021=2021.csv", "--to", "2022=2022.csv", "--format", "json", "--path", path], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let change = try Parsed(text: run.output)
      #expect(change["blocks"].items.map { "\($0["id"].text ?? "") \($0["exact"].text ?? "")" } == amounts)
      #expect(change["assumptions"].items.map { $0["id"].text } == ["backcast"])
      let method = change["blocks"].items.first { $0["id"].text == "method" }
      #expect(method?["lines"][0]["newly_measured"].value as? Bool == false)
    }
  }

  @Test("a backcast that nobody could have recorded is refused at its place")
  func impossible() throws {
    try write("rules/uji/2021.yaml", Self.before.replacing("range: [0, 2]}", with: "range: [0, 2], backcast: 2.5}"))
    let run = try timbang(["check", "uji/2021"], in: folder)
    #expect(run.status == 65 && run.errors.contains("T0225") && run.errors.contains("`backcast: 2.5` is no value"), "\(run.errors)")
  }
}
