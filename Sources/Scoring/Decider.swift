public import RuleModel

/// Scores single entities, one after the other, as fast as one can be scored: for a form that answers while it is filled in, or a service.
///
/// It takes editions whose indicators each ask one cell and whose groups and rungs are means. The values are those that scoring a whole
/// table gives; nothing is rounded but where the rules say so.
public struct Decider: Sendable {
  private let plan: Plan
  private let steps: [PlanStep]
  /// The children of all groups with their weights, group by group.
  private let children: [(part: Int, weight: Int64)]
  /// The roundings of each part by rung, one part after the other.
  private let roundings: [PlanRounding?]
  private let ladder: [Ladder]
  private let numbers: Numbering

  /// How the entities of a rung are weighed.
  private enum Ladder: Sendable {
    case alike
    case byKind([String: Int64])
  }

  /// Prepares an edition; nil if it uses what single entities cannot be scored by: conditions, formulas, checklists, values that are carried
  /// over or insisted on, other combinations than means, goalposts that do not clamp, or weights that are observed, counted, or have no
  /// common unit.
  public init?(_ checked: CheckedEdition) {
    let plan = Plan(checked)
    guard let ladder = Decider.ladder(of: plan) else { return nil }
    var steps: [PlanStep] = []
    var children: [(part: Int, weight: Int64)] = []
    var roundings: [PlanRounding?] = []
    for node in plan.nodes {
      guard let (weights, _) = wholeNumbers(node.children.map { plan.nodes[$0].weight }) else { return nil }
      let stretch = children.count..<(children.count + weights.count)
      children += zip(node.children, weights).map { (part: $0, weight: $1) }
      guard let step = PlanStep(node, children: stretch, in: plan) else { return nil }
      steps.append(step)
      for rounding in node.rounding {
        let words = rounding.map { PlanRounding($0) }
        if case .some(.none) = words { return nil }
        roundings.append(words ?? nil)
      }
    }
    self.plan = plan
    self.steps = steps
    self.children = children
    self.roundings = roundings
    self.ladder = ladder
    numbers = Numbering(plan.fields.map(\.id))
  }

  private static func ladder(of plan: Plan) -> [Ladder]? {
    var ladder: [Ladder] = []
    for combine in plan.combines {
      switch combine {
      case .mean: ladder.append(.alike)
      case .weightedByKind(let kinds):
        guard let (whole, _) = wholeNumbers(Array(kinds.values)) else { return nil }
        ladder.append(.byKind(Dictionary(uniqueKeysWithValues: zip(kinds.keys, whole))))
      case .sum, .min, .max, .median, .weightedByColumn, .weightedByCount: return nil
      }
    }
    return ladder
  }

  /// The number of a field; nil if there is none of that id.
  public func field(_ id: String) -> Int? { numbers.known(id) }

  /// The fields with their rungs, in the order of their numbers.
  var fields: [(id: String, rung: Int)] { plan.fields }

  /// The id of a part by its number.
  public func part(_ number: Int) -> String { plan.nodes[number].id }

  /// Scores one entity; with `steps` every value on the way is told. Complexity: linear in the cells.
  public func decide(_ answers: Answers, steps isTraced: Bool = false) -> Decision {
    var run = Run(decider: self, answers: answers, weights: weights(of: answers), isTraced: isTraced)
    let value = run.value(of: 0, on: answers.rung, 0)
    guard !run.isLost else { return slowly(answers, isTraced) }
    return Decision(value: value.fraction, steps: run.trace)
  }

  /// By rung what each entity counts; empty where all count alike.
  private func weights(of answers: Answers) -> [[Int64]] {
    ladder.enumerated().map { rung, weighing in
      guard rung > answers.rung, case .byKind(let kinds) = weighing else { return [] }
      return answers.kinds[rung - answers.rung].map { kind in kind.flatMap { kinds[$0] } ?? 0 }
    }
  }
}

extension Decider {
  /// One decision in the making.
  fileprivate struct Run {
    let decider: Decider
    let answers: Answers
    let weights: [[Int64]]
    let isTraced: Bool
    var trace: [Decision.Step] = []
    /// Whether two words were not enough for some number.
    var isLost = false

    /// The value of a part for an entity of a rung.
    mutating func value(of part: Int, on rung: Int, _ entity: Int) -> ExactNumber {
      let step = decider.steps[part]
      var value: ExactNumber
      if rung < step.rung {
        value = mean(of: part, over: answers.below[rung - answers.rung][entity], on: rung + 1)
      } else if step.children.isEmpty {
        value = score(of: part, step, entity)
      } else {
        var sum = RunningSum()
        for place in step.children {
          let child = decider.children[place]
          let value = self.value(of: child.part, on: rung, entity)
          if value.denominator > 0 { sum.add(value.numerator, over: value.denominator, weight: child.weight) }
        }
        value = mean(sum)
        if step.hasGoalposts, value.denominator > 0 { value = scored(value, step) }
      }
      if let rounding = decider.roundings[part * decider.ladder.count + rung], value.denominator > 0 {
        guard let units = rounding.mode.units(value.numerator, over: value.denominator, unit: rounding.unit) else {
          isLost = true
          return .none
        }
        value = ExactNumber(numerator: units, denominator: rounding.unit)
      }
      if isTraced { trace.append(Decision.Step(part: part, rung: rung, entity: entity, value: value.fraction)) }
      return value
    }

    private mutating func mean(of part: Int, over entities: Range<Int>, on rung: Int) -> ExactNumber {
      var sum = RunningSum()
      for entity in entities {
        let value = value(of: part, on: rung, entity)
        let weight = weights[rung].isEmpty ? 1 : weights[rung][entity]
        if weight > 0, value.denominator > 0 { sum.add(value.numerator, over: value.denominator, weight: weight) }
      }
      return mean(sum)
    }

    private mutating func mean(_ sum: RunningSum) -> ExactNumber {
      guard sum.weight > 0 else { return .none }
      guard let (numerator, denominator) = sum.mean else {
        isLost = true
        return .none
      }
      return ExactNumber(numerator: numerator, denominator: denominator)
    }

    /// The score of what the parts of a group give together.
    private mutating func scored(_ combined: ExactNumber, _ step: PlanStep) -> ExactNumber {
      guard let score = step.line?.score(combined.numerator, combined.denominator) else {
        isLost = true
        return .none
      }
      return score
    }

    private mutating func score(of part: Int, _ step: PlanStep, _ entity: Int) -> ExactNumber {
      guard let cell = answers.cells[step.column][entity] else { return step.missing }
      if let line = step.line, let (numerator, denominator) = cell.small, let score = line.score(numerator, denominator) { return score }
      guard let score = decider.score(of: part, cell) else { return step.missing }
      guard let words = ExactNumber(score) else {
        isLost = true
        return .none
      }
      return words
    }
  }

  /// What a cell is worth; nil if the scale does not know it.
  fileprivate func score(of part: Int, _ cell: Fraction) -> Fraction? {
    guard case .leaf(.cell(_, let scale)) = plan.nodes[part].body, case .value(let score) = plan.score(scale, cell: .value(cell))
    else { return nil }
    return score
  }

  // MARK: Numbers that two words do not hold

  /// The same decision in numbers of any size.
  private func slowly(_ answers: Answers, _ isTraced: Bool) -> Decision {
    var trace: [Decision.Step] = []
    let weights = weights(of: answers)
    func value(_ part: Int, _ rung: Int, _ entity: Int) -> Fraction? {
      let node = plan.nodes[part]
      let own: Fraction?
      if rung < node.rung {
        own = mean(
          answers.below[rung - answers.rung][entity].map { below in
            (weights[rung + 1].isEmpty ? 1 : weights[rung + 1][below], value(part, rung + 1, below))
          })
      } else if node.children.isEmpty {
        let cell = answers.cells[steps[part].column][entity]
        own = cell.flatMap { score(of: part, $0) } ?? steps[part].missing.fraction
      } else {
        let combined = mean(steps[part].children.map { (children[$0].weight, value(children[$0].part, rung, entity)) })
        own = combined.map { node.goalposts?.score(of: $0, on: plan.scale) ?? $0 }
      }
      let rounded = own.map { node.rounding[rung]?($0) ?? $0 }
      if isTraced { trace.append(Decision.Step(part: part, rung: rung, entity: entity, value: rounded)) }
      return rounded
    }
    let total = value(0, answers.rung, 0)
    return Decision(value: total, steps: trace)
  }

  private func mean(_ members: [(weight: Int64, value: Fraction?)]) -> Fraction? {
    let present = members.filter { $0.weight > 0 }.compactMap { member in
      member.value.map { (weight: Fraction(Int(member.weight)), value: $0) }
    }
    return present.isEmpty ? nil : Fraction.weightedMean(present)
  }
}
