import Dice

/// An edition made by throwing dice. Names stand in its texts as `«name»`, so that edits can be written after renames as before them.
struct RandomRules {
  /// What is recorded.
  struct Field {
    let id: String
    let rung: Int
    let type: String
    let values: [String]
  }

  /// A part with its keys as they are written.
  struct Part {
    let id: String
    var weight: Int
    /// The rung of an indicator, or the one on which a group weighs its parts.
    var rung: Int
    var keys: [String]
    /// The body of an indicator; nil for a group.
    var body: String?
    var parts: [Part] = []

    var subtree: [Part] { [self] + parts.flatMap(\.subtree) }

    var text: String {
      let body = body ?? "parts: [\(parts.map(\.text).joined(separator: ", "))]"
      let weight = id == "total" ? [] : ["weight: \(weight)"]
      return "{" + (["id: «\(id)»"] + weight + keys + [body]).joined(separator: ", ") + "}"
    }
  }

  /// How much a rule set holds.
  struct Size {
    var parts = 2...5
    var depth = 3
    var rungs = 1...3
    /// Only weighted means of indicators that add up over their cells, and every field insisted on.
    var isLinear = false
    /// Linear rules under which what is missing is left out or has a fixed score.
    var mayMiss = false
  }

  let rungs: [String]
  var fields: [Field] = []
  var total: Part
  private(set) var combines: [String] = []
  private(set) var missing = "error"
  private let size: Size
  private var room: Int
  private var count = 0

  init(_ dice: inout Dice, _ size: Size = Size()) {
    self.size = size
    rungs = Array(["institution", "unit", "product"].prefix(dice.number(size.rungs)))
    room = dice.number(size.parts)
    total = Part(id: "total", weight: 1, rung: 0, keys: [], body: nil)
    if !size.isLinear { missing = dice.one(of: ["error", "zero", "skip", "skip", "{value: 30}"]) }
    if size.mayMiss { missing = dice.one(of: ["zero", "skip", "{value: 30}"]) }
    combines = rungs.map { _ in "mean" }
    for rung in rungs.indices.dropFirst() where !size.isLinear { combines[rung] = combine(of: rung, &dice) }
    total = group("total", depth: size.depth, above: 0, &dice)
    if dice.onceIn(2) { total.keys.append(dice.one(of: ["round: 2", "round: 0", "round: {places: 1, mode: half_even}"])) }
  }

  /// Rules that were thought out.
  init(rungs: [String], fields: [Field], total: Part, missing: String) {
    (self.rungs, self.fields, self.total, self.missing) = (rungs, fields, total, missing)
    combines = rungs.map { _ in "mean" }
    size = Size()
    room = 0
  }

  /// The rule file.
  func yaml(zones: String = "{id: merah, from: 0}, {id: hijau, from: 50}") -> String {
    let ladder = rungs.indices.map { "  \(rungs[$0]): {" + ($0 == 0 ? "" : "in: \(rungs[$0 - 1]), combine: \(combines[$0])") + "}" }
    let remarks = rungs.map { "  catatan_\($0): {per: \($0), type: text}" }
    return """
      timbang: 1
      id: acak
      edition: 1
      units:
      \(ladder.joined(separator: "\n"))
      fields:
      \((fields.map { "  " + text(of: $0) } + remarks).joined(separator: "\n"))
      defaults: {missing: \(missing)}
      score: \(total.text)
      zones: {ladder: [\(zones)]}

      """
  }

  func text(of field: Field) -> String { "«\(field.id)»: {per: \(rungs[field.rung]), \(field.type)}" }

  // MARK: Parts

  private mutating func group(_ id: String, depth: Int, above: Int, _ dice: inout Dice) -> Part {
    let rung = dice.number(above...(rungs.count - 1))
    var group = Part(id: id, weight: dice.number(1...9), rung: rung, keys: ["at: \(rungs[rung])"], body: nil)
    if !size.isLinear { group.keys.append(dice.one(of: RandomRules.combinations)) }
    if !size.isLinear, dice.onceIn(5) { group.keys.append("goalposts: \(dice.one(of: RandomRules.goalposts))") }
    if !size.isLinear, dice.onceIn(6) { group.keys.append("missing: \(dice.one(of: ["zero", "skip", "{value: 20}"]))") }
    if !size.isLinear, id != "total", dice.onceIn(8) { group.keys.append("round: \(dice.number(0...1))") }
    let children = id == "total" ? max(2, dice.number(1...3)) : dice.number(1...3)
    for child in 0..<children where child == 0 || room > 0 {
      group.parts.append(part(depth: depth - 1, above: rung, &dice))
    }
    return group
  }

  static let combinations = [
    "combine: mean", "combine: mean", "combine: mean", "combine: min", "combine: max", "combine: sum",
    "combine: geometric_mean, precision: 3",
  ]

  static let goalposts = [
    "{worst: 0, best: 60, clamp: true}", "{worst: 15, best: 85, clamp: true}", "{worst: 90, best: 10, clamp: true}",
    "{worst: 0, best: 100}",
  ]

  /// A new part for a group that weighs its parts on the rung `above`.
  mutating func part(depth: Int, above: Int, _ dice: inout Dice) -> Part {
    count += 1
    let id = "p\(count)"
    guard depth <= 1 || !dice.onceIn(3) else { return group(id, depth: depth, above: above, &dice) }
    return indicator(id, above: above, &dice)
  }

  /// A new indicator for a group that weighs its parts on the rung `above`.
  mutating func indicator(_ id: String, above: Int, _ dice: inout Dice) -> Part {
    room -= 1
    let rung = dice.number(above...(rungs.count - 1))
    var part = Part(id: id, weight: dice.number(1...9), rung: rung, keys: [], body: body(on: rung, &dice))
    guard !size.isLinear else { return part }
    if dice.onceIn(6) { part.keys.append("missing: \(dice.one(of: ["zero", "skip", "{value: 70}"]))") }
    if dice.onceIn(6) { part.keys.append("round: \(dice.one(of: ["0", "1", "{places: 0, mode: up, on: [\(rungs[0])]}"]))") }
    if dice.onceIn(8) {
      part.keys.append("when: \"«\(number(on: rung))» > \(dice.number(0...12))\"")
      part.keys.append("not_applicable: \(dice.one(of: ["skip", "zero", "full"]))")
    }
    return part
  }

  /// How an indicator of a rung gets its points.
  mutating func body(on rung: Int, _ dice: inout Dice) -> String {
    let linear = ["worst: 0, best: 20", "worst: 20, best: 0", "worst: -5, best: 25"]
    if size.isLinear { return "linear: {field: «\(number(on: rung))», \(dice.one(of: linear))}" }
    switch dice.number(1...8) {
    case 1: return "yes_no: «\(answer(on: rung))»"
    case 2:
      let field = add("l", rung, "type: level, range: [0, 2]", ["0", "1", "2"])
      return "levels: {field: «\(field)», scores: {0: \(dice.number(0...30)), 1: \(dice.number(30...70)), 2: \"200/3\"}}"
    case 3:
      let rows = "{from: 0, score: \(dice.number(0...30))}, {from: 7, score: \(dice.number(30...60))}, {from: 13, score: 100}"
      return "bands: {field: «\(number(on: rung))», rows: [\(rows)]}"
    case 4:
      let items = (0..<dice.number(1...3)).map { _ in "«\(answer(on: rung))»" }
      let enough = dice.onceIn(2) ? "" : ", at_least: \(dice.number(1...items.count))"
      return "checklist: {items: [\(items.joined(separator: ", "))]\(enough)}"
    case 5:
      let some = add("c", rung, "type: count", ["0", "1", "2", "5"])
      return "formula: \"100 * «\(some)» / («\(some)» + «\(number(on: rung))» + 1)\""
    case 6: return "linear: {field: «\(number(on: rung))», worst: 3, best: 17, clamp: true}"
    default: return "linear: {field: «\(number(on: rung))», \(dice.one(of: linear))}"
    }
  }

  private mutating func number(on rung: Int) -> String {
    add("n", rung, "type: number, range: [0, 20]", ["0", "4", "4.5", "8", "10", "12.25", "13", "17", "20"])
  }

  private mutating func answer(on rung: Int) -> String { add("y", rung, "type: yes_no", ["true", "false"]) }

  private mutating func add(_ letter: String, _ rung: Int, _ type: String, _ values: [String]) -> String {
    let id = "\(letter)\(fields.count)"
    fields.append(Field(id: id, rung: rung, type: type, values: values))
    return id
  }

  mutating func combine(of rung: Int, _ dice: inout Dice) -> String {
    switch dice.number(1...12) {
    case 1: "min"
    case 2: "max"
    case 3: "median"
    case 4: "sum"
    case 5: "{weighted: {kind: {A: 1, B: \"5/4\"}}}"
    case 6: "{weighted: {field: «\(add("w", rung, "type: count", ["1", "2", "3"]))»}}"
    case 7 where rung + 1 < rungs.count: "{weighted: {count: \(rungs[rung + 1])}}"
    default: "mean"
    }
  }
}
