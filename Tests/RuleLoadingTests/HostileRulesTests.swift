import Dice
import Glibc
import RuleDiagnostics
import RuleLoading
import Testing

/// Rule files made to exhaust the loader: sound YAML of many, deep or tangled things. Each is answered within a stated processor time.
struct HostileRulesTests {
  @Test(arguments: HostileRules.all)
  func `a hostile rule file is answered in time`(rules: HostileRules) {
    let text = rules.text()
    let others = rules.others()
    let start = processorTime()
    let loaded = load(text, extending: others)
    let seconds = processorTime() - start
    #expect(Set(loaded.log.diagnostics.map(\.code)) == rules.codes, "\(loaded.findings.prefix(500))")
    #expect(loaded.log.diagnostics.count <= DiagnosticLog.limit)
    #expect(seconds < HostileRules.limit)
    if ProcessTimes.arePrinted { print("\(rules.name): \(Int(seconds * 1000)) ms") }
  }

  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// `TIMBANG_TIMES=1 swift test` prints what each file took.
private enum ProcessTimes {
  static var arePrinted: Bool { getenv("TIMBANG_TIMES") != nil }
}

/// A generated rule file, and the codes with which it is answered.
struct HostileRules: Sendable, CustomTestStringConvertible {
  let name: String
  let codes: Set<DiagnosticCode>
  /// Made when they are asked for: a test does not carry megabytes about.
  let text: @Sendable () -> String
  let others: @Sendable () -> [String: String]

  init(
    _ name: String, finding codes: Set<DiagnosticCode> = [], _ text: @autoclosure @escaping @Sendable () -> String,
    extending others: @autoclosure @escaping @Sendable () -> [String: String] = [:]
  ) {
    self.name = name
    self.codes = codes
    self.text = text
    self.others = others
  }

  var testDescription: String { name }

  /// Seconds of processor time.
  static var limit: Double { timeLimit(0.5, unoptimized: 10) }

  static let all: [HostileRules] = [
    HostileRules("5,000 parts", RuleText.with(parts(5_000))),
    HostileRules("5,000 parts with a field each", RuleText.with(parts(5_000, reading: { "p\($0)" }) + "\n" + fields(5_000, "p"))),
    HostileRules("5,000 times one id", finding: [.duplicateID], RuleText.with(parts(5_000, id: { _ in "sama" }))),
    HostileRules(
      "5,000 unknown fields among 10,000", finding: [.unknownField],
      RuleText.with(parts(5_000, reading: { "q\($0)" }) + "\n" + fields(10_000, "p"))),
    HostileRules("10,000 unused fields", finding: [.unusedField], RuleText.with(fields(9_999, "p") + "  ada: {per: unit, type: yes_no}")),
    HostileRules("10,000 unknown keys", finding: [.unknownKey], RuleText.sound + "\n" + lines(9_990) { "kunci_\($0): 1" }),
    HostileRules(
      "a checklist of 10,000 items with points",
      RuleText.with(
        fields(10_000, "p")
          + "\nscore: {id: total, cite: pedoman, checklist: {items: [\(list(10_000) { "p\($0)" })], points: {\(list(10_000) { "p\($0): 2" })}}}"
      )),
    HostileRules(
      "5,000 parts under 5,000 citations",
      RuleText.with(parts(5_000).replacing("cite: pedoman", with: "cite: [\(list(5_000) { "pedoman h. \($0)" })]"))),
    HostileRules(
      "5,000 unknown sources", finding: [.unknownSource],
      RuleText.with("zones: {cite: [\(list(5_000) { "s\($0)" })], ladder: [{id: a, from: 0}]}")),
    HostileRules(
      "5,000 scales of 1,000 levels", finding: [.levelScores],
      RuleText.with(
        "fields: {a: {per: unit, type: level, range: [0, 999]}}\nscore:\n  id: total\n  cite: pedoman\n  parts:\n"
          + lines(5_000) { "    - {id: p\($0), weight: 1, levels: {field: a, scores: {0: 1}}}" })),
    HostileRules(
      "10,000 zones", RuleText.with("zones: {cite: pedoman, ladder: [\(list(10_000) { "{id: z\($0), from: \"\($0)/100\"}" })]}")),
    HostileRules("10,000 rungs", finding: [.ladder], RuleText.with("units: {unit: {}, \(list(9_999) { "r\($0): {in: r}" })}")),
    HostileRules("a part nested 60 deep", finding: [.tooDeep], RuleText.with("score: " + nested(60))),
    HostileRules("a part nested 29 deep", RuleText.with("score: " + nested(29))),
    HostileRules(
      "3,000 additions, each under the last", finding: [.tooDeep, .unknownPart],
      RuleText.change(lines(3_000) { "- add: {under: \($0 == 0 ? "total" : "p\($0 - 1)"), part: {id: p\($0), weight: 1, parts: []}}" }),
      extending: ["2021": RuleText.base]),
    HostileRules(
      "5,000 additions to 5,000 parts",
      RuleText.change(lines(5_000) { "- add: {under: total, part: {id: q\($0), weight: 1, yes_no: ada}}" }), extending: many),
    HostileRules(
      "5,000 weights set among 5,000 parts", RuleText.change(lines(5_000) { "- set: {part: p\($0), weight: 3}" }), extending: many),
    HostileRules(
      "5,000 removals from 5,000 parts", finding: [.emptyGroup, .unusedField], RuleText.change(lines(5_000) { "- remove: {part: p\($0)}" }),
      extending: many),
    HostileRules(
      "5,000 moves among 5,000 parts",
      RuleText.change(
        "- add: {under: total, part: {id: baru, weight: 1, parts: []}}\n" + lines(5_000) { "- move: {part: p\($0), under: baru}" }),
      extending: many),
    HostileRules(
      "2,000 moves of a group of 5,000 parts", finding: [.conflictingEdits],
      RuleText.change(
        """
        - add: {under: total, part: {id: a, weight: 1, parts: [{id: aa, weight: 1, yes_no: ada}]}}
        - add: {under: total, part: {id: b, weight: 1, parts: [{id: bb, weight: 1, yes_no: ada}]}}
        - add: {under: a, part: {id: c, weight: 1, parts: [\(list(5_000) { "{id: q\($0), weight: 1, yes_no: ada}" })]}}

        """ + lines(2_000) { "- move: {part: c, under: \($0 % 2 == 0 ? "b" : "a")}" }), extending: ["2021": RuleText.base]),
    HostileRules(
      "3,000 fields renamed, each read by a part that changes",
      RuleText.change(
        lines(3_000) { "- rename: {field: \($0 == 0 ? "ada" : "f\($0 - 1)"), to: f\($0)}\n- set: {part: p\($0), weight: 2}" }),
      extending: many),
    HostileRules(
      "5,000 parts split",
      RuleText.change(
        lines(5_000) { "- split: {part: p\($0), into: [{id: q\($0), weight: 0.5, yes_no: ada}, {id: r\($0), weight: 0.5, yes_no: ada}]}" }),
      extending: many),
    HostileRules(
      "5,000 edits of parts that do not exist", finding: [.unknownPart],
      RuleText.change(lines(5_000) { "- set: {part: pp\($0), weight: 3}" }),
      extending: many),
    HostileRules(
      "9,000 fields added and changed", finding: [.unusedField],
      RuleText.change(
        lines(9_000) { "- add: {fields: {f\($0): {per: unit, type: count}}}" } + lines(5_000) { "- set: {field: f\($0), unit: jam}" }),
      extending: ["2021": RuleText.base]),
    HostileRules(
      "5,000 named changes, each after all before", finding: [.unusedField],
      RuleText.extending(
        changes: lines(5_000) {
          "- {id: c\($0), title: {id: a, en: b}, cite: pedoman, edits: [add: {fields: {f\($0): {per: unit, type: count}}}]}"
        } + "- {id: z, title: {id: a, en: b}, cite: pedoman, after: [\(list(5_000) { "c\($0)" })], edits: ["
          + list(2_000) { "set: {field: f\($0), type: number}" } + "]}\n"), extending: ["2021": RuleText.base]),
    HostileRules(
      "5,000 times one key set", finding: [.emptyEdit, .conflictingEdits],
      RuleText.change(lines(5_000) { _ in "- set: {part: p1, weight: 1}" }),
      extending: many),
    HostileRules(
      "a checklist of 5,000 points with denominators of their own", finding: [.checklistItems],
      RuleText.with(
        fields(5_000, "p")
          + "score: {id: total, cite: pedoman, checklist: {items: [\(list(5_000) { "p\($0)" })], points: {"
          + list(5_000) { "p\($0): \"1/\(10_007 + 2 * $0)\"" } + "}}}")),
    HostileRules(
      "5,000 weights with denominators of their own", finding: [.weightsSum],
      RuleText.with("defaults: {weights_sum: 100}\n" + parts(5_000, weight: { "\"1/\(10_007 + 2 * $0)\"" }))),
    HostileRules(
      "2,000 weights with denominators of 50 digits", finding: [.weightsSum],
      RuleText.with(
        "defaults: {weights_sum: 100}\n" + parts(2_000, weight: { "\"1/\(String(repeating: "9", count: 45))\(10_007 + 2 * $0)\"" }))),
  ]

  private static let many = ["2021": RuleText.with("edition: 2021\n" + parts(5_000))]

  private static func parts(
    _ count: Int, id: (Int) -> String = { "p\($0)" }, weight: (Int) -> String = { _ in "1" },
    reading field: (Int) -> String = { _ in "ada" }
  ) -> String {
    "score:\n  id: total\n  cite: pedoman\n  parts:\n"
      + lines(count) { "    - {id: \(id($0)), weight: \(weight($0)), yes_no: \(field($0))}" }
  }

  private static func fields(_ count: Int, _ prefix: String) -> String {
    "fields:\n" + lines(count) { "  \(prefix)\($0): {per: unit, type: yes_no}" }
  }

  private static func nested(_ depth: Int) -> String {
    var text = "{id: p, weight: 1, yes_no: ada}"
    for level in (0..<depth).reversed() {
      text = "{id: \(level == 0 ? "total, cite: pedoman" : "p\(level), weight: 1"), parts: [\(text)]}"
    }
    return text
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map { line($0) + "\n" }.joined() }
  private static func list(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined(separator: ", ") }
}
