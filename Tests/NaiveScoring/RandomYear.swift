internal import Dice

/// Rules and observations made by throwing dice, as the texts that a person would write.
public struct RandomYear {
  /// The rule file.
  public private(set) var rules = ""
  /// The rows of the observations, without their header.
  public private(set) var observations = ""
  /// The rows of the year before, from which values can be carried over.
  public private(set) var earlier = ""
  /// The rows of the directory of entities, without their header.
  public private(set) var entities = ""

  var dice: Dice
  let rungs: [String]
  let low: Int
  let high: Int
  private let declaresSum: Bool
  private let carries: Bool
  /// Whether the rules are such as single entities are decided by: means, and indicators that each ask one cell.
  private let isPlain: Bool
  /// Whether weights and values have more digits than two machine words hold once they are multiplied.
  private let isLong: Bool
  var fields: [(id: String, rung: Int, type: String, values: [String])] = []
  private var score: [String] = []
  private var partCount = 0

  /// Makes the year of a seed.
  public init(seed: UInt64) {
    dice = Dice(seed: seed)
    rungs = Array(["institution", "province", "unit", "product"].shuffled(using: &dice).prefix(dice.number(1...4)))
    (low, high) = dice.one(of: [(0, 100), (0, 100), (0, 5), (1, 5)])
    declaresSum = dice.onceIn(2)
    isPlain = dice.onceIn(4)
    isLong = dice.onceIn(8)
    carries = isPlain ? false : dice.onceIn(4)
    addPart("total", depth: dice.number(1...4), groupRung: 0, weight: nil, indent: "  ")
    let ladder = rungs.indices.map { rung in
      "  \(rungs[rung]): {" + (rung == 0 ? "" : "in: \(rungs[rung - 1]), combine: \(combine(of: rung))") + "}"
    }
    let usesInsistence = !isPlain && dice.onceIn(3)
    let policy = usesInsistence ? "error" : dice.one(of: ["zero", "skip", "skip", "{value: \(score(1, 3))}"])
    let flags = (0..<dice.number(0...2)).map { "  penanda\($0): {when: \"\(condition(on: 0, depth: 2))\"}" }
    let listed = fields.map { "  \($0.id): {per: \(rungs[$0.rung]), \($0.type)}" }
    let remarks = rungs.map { "  catatan_\($0): {per: \($0), type: text}" }
    rules = """
      timbang: 1
      id: acak
      edition: 1
      scale: [\(low), \(high)]
      \(carries ? "lineage: {from: 0, parts: []}\n" : "")units:
      \(ladder.joined(separator: "\n"))
      fields:
      \((listed + remarks).joined(separator: "\n"))
      defaults: {missing: \(policy)\(declaresSum ? ", weights_sum: 100" : "")\(dice.onceIn(4) ? ", not_applicable: zero" : "")}
      score:
      \(score.joined(separator: "\n"))
      zones: \(zones())
      \(flags.isEmpty ? "" : "flags:\n" + flags.joined(separator: "\n"))

      """
    let gaps = usesInsistence ? 40 : 4
    for institution in 0..<dice.number(1...3) { addEntity("i\(institution)", below: [], gaps: gaps) }
  }

  /// Up to four lines above the lowest, in steps of a quarter; steps may share a colour.
  private mutating func zones() -> String {
    let lines = [0] + (1...4 * (high - low)).filter { _ in dice.onceIn(2 * (high - low)) }.prefix(4)
    let steps = lines.enumerated().map { number, quarters in
      "{id: z\(number), from: \"\(4 * low + quarters)/4\"\(dice.onceIn(3) ? ", zone: \(dice.one(of: ["merah", "hijau"]))" : "")}"
    }
    return "{\(dice.onceIn(3) ? "on: exact, " : "")ladder: [\(steps.joined(separator: ", "))]}"
  }

  // MARK: Rules

  private mutating func addPart(_ id: String, depth: Int, groupRung: Int, weight: String?, indent: String) {
    partCount += 1
    var keys = weight.map { ["weight: \($0)"] } ?? []
    if dice.onceIn(6) {
      let carried = carries ? ["{carry: 0}", "{carry: 0}"] : []
      keys.append("missing: " + dice.one(of: ["zero", "skip", "{value: \(score(1, 4))}"] + (isPlain ? [] : ["error"]) + carried))
    }
    let rung = dice.number(groupRung...(rungs.count - 1))
    if dice.onceIn(3) { keys.append("round: \(rounding(downTo: rung))") }
    if !isPlain, dice.onceIn(6) { keys.append("when: \"\(condition(on: rung, depth: 2))\"") }
    if dice.onceIn(6) { keys.append("not_applicable: " + dice.one(of: ["skip", "zero", "full"])) }
    guard depth > 1 || weight == nil && !dice.onceIn(8) else {
      write(id, keys + body(on: rung), indent)
      return
    }
    // The total has no dash; the keys of the parts below it stand deeper.
    let more = isPlain ? [] : ["min", "max", "sum", isLong ? "mean" : "geometric_mean"]
    let combine = dice.one(of: ["mean", "mean", "mean"] + more)
    if combine == "geometric_mean" { keys.append("precision: \(dice.number(0...4))") }
    keys.append("at: \(rungs[rung])")
    keys.append("combine: \(combine)")
    if dice.onceIn(4) { keys.append("goalposts: {\(goalposts())}") }
    write(id, keys + ["parts:"], indent)
    for weight in weights(count: dice.number(1...4)) {
      addPart("p\(partCount)", depth: dice.number(1...max(1, depth - 1)), groupRung: rung, weight: weight, indent: indent + "    ")
    }
  }

  private mutating func write(_ id: String, _ keys: [String], _ indent: String) {
    score.append("\(indent)\(id == "total" ? "" : "- ")id: \(id)")
    score += keys.map { "\(indent)\(id == "total" ? "" : "  ")\($0)" }
  }

  /// Weights that add up to 100 exactly if the rules promise it, any others if not.
  private mutating func weights(count: Int) -> [String] {
    let shares = (0..<count).map { _ in dice.number(1...9) }
    let total = shares.reduce(0, +)
    return shares.map { share in
      let long = isLong ? ["\"\(share)000003/999983\"", "0.\(share)12345678901"] : []
      return declaresSum ? "\"\(100 * share)/\(total)\"" : dice.one(of: ["\(share)", "\(share).25", "\"\(share)/7\""] + long)
    }
  }

  private mutating func rounding(downTo rung: Int) -> String {
    let mode = dice.one(of: ["half_up", "half_even", "up", "down"])
    let named = rungs[...rung].shuffled(using: &dice).prefix(dice.number(1...(rung + 1)))
    let on = dice.onceIn(2) ? "" : ", on: [\(named.joined(separator: ", "))]"
    return dice.onceIn(4) ? "\(dice.number(0...3))" : "{places: \(dice.number(0...2)), mode: \(mode)\(on)}"
  }

  /// Goalposts in either direction. What leaves them without a clamp has no score, so most of them clamp.
  private mutating func goalposts() -> String {
    let (worst, best) = dice.one(of: [(0, 5), (0, 6), (1, 4), (2, 7), (6, 0), (7, 0)])
    let ends = "worst: \(score(worst, 7)), best: \(score(best, 7))"
    return !isPlain && dice.onceIn(5) ? "worst: \(low), best: \(high)" : ends + (!isPlain && dice.onceIn(4) ? "" : ", clamp: true")
  }

  /// A score `numerator / denominator` of the way up the scale.
  private func score(_ numerator: Int, _ denominator: Int) -> String {
    "\"\(low * denominator + (high - low) * numerator)/\(denominator)\""
  }

  private mutating func body(on rung: Int) -> [String] {
    switch isPlain ? dice.one(of: [1, 3, 4, 5, 7, 7]) : dice.number(1...7) {
    case 1:
      let field = field("yes_no", on: rung)
      return ["yes_no: " + dice.one(of: [field, "{field: \(field), invert: true}", "{field: \(field), invert: false}"])]
    case 2: return [checklist(on: rung)]
    case 3:
      let field = field("level", on: rung)
      let scores = (0...3).map { "\($0): \(score(dice.number(0...6), 6))" }
      return ["levels: {field: \(field), scores: {\(scores.joined(separator: ", "))}}"]
    case 4:
      let field = field("number", on: rung)
      let froms = ["0"] + [2, 5, 10, 15].filter { _ in dice.onceIn(2) }.map { "\($0)" }
      let rows = froms.map { "{from: \($0), score: \(score(dice.number(0...7), 7))}" }
      return ["bands: {field: \(field), rows: [\(rows.joined(separator: ", "))]}"]
    case 5:
      let lines = ["worst: 1, best: 20, clamp: true", "worst: 16, best: \"1/4\", clamp: true", "worst: 2, best: 8, clamp: true"]
      return ["precision: \(dice.number(0...2))", "linear: {field: \(field("number", on: rung)), \(dice.one(of: lines)), log: true}"]
    case 6:
      let formula = number(on: rung, depth: dice.number(1...3))
      let isKept = !dice.onceIn(5)
      return ["at: \(rungs[rung])", "formula: \"\(isKept ? "clamp(\(formula), \(low), \(high))" : formula)\""]
    default:
      let lines = [
        "worst: 0, best: 20", "worst: 20, best: 0", "worst: 3, best: 17, clamp: true", "worst: \"50/3\", best: 1, clamp: true",
      ]
      return ["linear: {field: \(field("number", on: rung)), \(dice.one(of: lines))}"]
    }
  }

  private mutating func checklist(on rung: Int) -> String {
    let items = Set((1...dice.number(1...4)).map { _ in field("yes_no", on: rung) }).sorted()
    let points = items.filter { _ in dice.onceIn(3) }.map { "\($0): \(dice.number(1...3))" }
    let more = points.isEmpty ? "" : ", points: {\(points.joined(separator: ", "))}"
    let enough = dice.onceIn(2) ? "" : ", at_least: \(dice.number(1...items.count))"
    return "checklist: {items: [\(items.joined(separator: ", "))]\(more)\(enough)}"
  }

  /// A new field, or now and then one that another part reads already.
  mutating func field(_ kind: String, on rung: Int) -> String {
    let long = isLong ? ["3.141592653589793238", "2.718281828", "0.577215664901532860", "16.000000000000000001"] : []
    let (type, values): (String, [String]) =
      switch kind {
      case "yes_no": ("type: yes_no", ["true", "false"])
      case "level": ("type: level, range: [0, 3]", ["0", "1", "2", "3"])
      case "choice": ("type: choice", ["A", "B"])
      default: ("type: number, range: [0, 20]", (0...20).map { "\($0)" } + ["4.99", "5.01", "0.3", "0.125", "19.7"] + long)
      }
    let same = fields.filter { $0.rung == rung && $0.type == type }
    if !same.isEmpty, dice.onceIn(3) { return dice.one(of: same).id }
    let id = "f\(fields.count)"
    fields.append((id, rung, type, values))
    return id
  }

  private mutating func combine(of rung: Int) -> String {
    switch isPlain ? dice.one(of: [6, 8]) : dice.number(1...8) {
    case 1: return "sum"
    case 2: return "min"
    case 3: return "max"
    case 4: return "median"
    case 5:
      fields.append(("bobot_\(rungs[rung])", rung, "type: count", ["1", "2", "3", "7", "0"]))
      return "{weighted: {field: bobot_\(rungs[rung])}}"
    case 6: return "{weighted: {kind: {A: 1, B: \"1.25\", C: \"1/3\"}}}"
    case 7 where rung + 1 < rungs.count: return "{weighted: {count: \(rungs[dice.number((rung + 1)...(rungs.count - 1))])}}"
    default: return "mean"
    }
  }

  // MARK: Observations

  /// Adds an entity with all below it; one cell in `gaps` is missing. Most entities stood in the year before as well.
  private mutating func addEntity(_ id: String, below path: [String], gaps: Int) {
    let rung = path.count
    let place = (path + [id]) + Array(repeating: "", count: rungs.count - rung - 1)
    let kind = dice.onceIn(20) ? dice.one(of: ["D", ""]) : dice.one(of: ["A", "B", "C"])
    entities += "\(id),\(path.joined(separator: "/")),\(kind),\(id)\n"
    observations += row(place, "catatan_\(rungs[rung])", "x")
    earlier += row(place, "catatan_\(rungs[rung])", "x")
    for field in fields where field.rung == rung {
      if !dice.onceIn(gaps) { observations += row(place, field.id, dice.one(of: field.values)) }
      if carries, !dice.onceIn(4) { earlier += row(place, field.id, dice.one(of: field.values)) }
    }
    guard rung + 1 < rungs.count else { return }
    for child in 0..<dice.number(0...3) { addEntity("e\(child)", below: path + [id], gaps: gaps) }
  }

  private func row(_ place: [String], _ field: String, _ value: String) -> String {
    (place + [field, value]).joined(separator: ",") + "\n"
  }
}
