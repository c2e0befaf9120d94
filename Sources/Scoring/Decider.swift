public import RuleModel

/// Scores single entities, one after the other, as fast as one can be scored: for a form that answers while it is filled in, or a service.
///
/// It takes editions whose indicators each ask one cell and whose groups and rungs are means. The values are those that scoring a whole
/// table gives; nothing is rounded but where the rules say so.
public struct Decider: Sendable {
  private let plan: Plan
  private let steps: [PlanStep]
  private let weights: [Ladder]
  private let numbers: [String: Int]

  /// How the entities of a rung are weighed.
  private enum Ladder: Sendable {
    case alike
    case byKind([String: Int64])
  }

  /// Prepares an edition; nil if it uses what single entities cannot be scored by: conditions, formulas, checklists, values that are carried
  /// over, other combinations than means, or weights that are observed, counted, or have no common unit.
  public init?(_ checked: CheckedEdition) {
    let plan = Plan(checked)
    var weights: [Ladder] = []
    for combine in plan.combines {
      switch combine {
      case .mean: weights.append(.alike)
      case .weightedByKind(let kinds):
        let names = kinds.keys.sorted()
        guard let (whole, _) = wholeNumbers(names.map { kinds[$0] ?? .zero }) else { return nil }
        weights.append(.byKind(Dictionary(uniqueKeysWithValues: zip(names, whole))))
      case .sum, .min, .max, .median, .weightedByColumn, .weightedByCount: return nil
      }
    }
    let steps = plan.nodes.compactMap { PlanStep($0, in: plan) }
    guard steps.count == plan.nodes.count, let weighed = PlanStep.weighing(steps, in: plan) else { return nil }
    self.plan = plan
    self.steps = weighed
    self.weights = weights
    numbers = Dictionary(plan.fields.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The number of a field; nil if there is none of that id.
  public func field(_ id: String) -> Int? { numbers[id] }

  /// The fields with their rungs, in the order of their numbers.
  var fields: [(id: String, rung: Int)] { plan.fields }

  /// The id of a part by its number.
  public func part(_ number: Int) -> String { plan.nodes[number].id }

  /// Scores one entity; with `steps` every value on the way is told. Complexity: linear in the cells.
  public func decide(_ answers: Answers, steps isTraced: Bool = false) -> Decision {
    var run = Run(answers: answers, plan: plan, steps: steps, weights: weights(of: answers), isTraced: isTraced)
    let value = run.value(of: 0, on: answers.rung, 0)
    return Decision(value: value.fraction, steps: run.trace)
  }

  /// By rung what each entity counts; nil where all count alike.
  private func weights(of answers: Answers) -> [[Int64]?] {
    weights.enumerated().map { rung, ladder in
      guard rung > answers.rung, case .byKind(let kinds) = ladder else { return nil }
      return answers.kinds[rung - answers.rung].map { kind in kind.flatMap { kinds[$0] } ?? 0 }
    }
  }
}

/// A number as two words, or what two words do not hold; a denominator of 0 is no number.
struct ExactNumber {
  let numerator: Int64
  let denominator: Int64
  let large: Fraction?

  static let none = ExactNumber(numerator: 0, denominator: 0, large: nil)

  init(numerator: Int64, denominator: Int64, large: Fraction?) {
    self.numerator = numerator
    self.denominator = denominator
    self.large = large
  }

  init(_ value: Fraction) {
    if let (numerator, denominator) = value.small {
      self.init(numerator: numerator, denominator: denominator, large: nil)
    } else {
      self.init(numerator: 0, denominator: -1, large: value)
    }
  }

  var fraction: Fraction? {
    denominator > 0 ? Fraction(small: numerator, over: denominator) : large
  }
}

extension Decider {
  /// One decision in the making.
  fileprivate struct Run {
    let answers: Answers
    let plan: Plan
    let steps: [PlanStep]
    let weights: [[Int64]?]
    var isTraced: Bool
    var trace: [Decision.Step] = []

    /// The value of a part for an entity of a rung.
    mutating func value(of part: Int, on rung: Int, _ entity: Int) -> ExactNumber {
      let own: ExactNumber
      if rung < steps[part].rung {
        own = mean(of: part, over: answers.below[rung - answers.rung][entity], on: rung + 1)
      } else if steps[part].children.isEmpty {
        own = steps[part].score(answers.cells[steps[part].column][entity], in: plan)
      } else {
        own = mean(of: part, on: rung, entity)
      }
      let value = steps[part].rounding[rung].map { own.rounded($0) } ?? own
      if isTraced { trace.append(Decision.Step(part: part, rung: rung, entity: entity, value: value.fraction)) }
      return value
    }

    /// The mean of a group's children.
    private mutating func mean(of group: Int, on rung: Int, _ entity: Int) -> ExactNumber {
      var sum = RunningSum()
      var hasLarge = false
      for index in steps[group].children.indices {
        let value = value(of: steps[group].children[index], on: rung, entity)
        if value.denominator > 0 { sum.add(value.numerator, over: value.denominator, weight: steps[group].weights[index]) }
        hasLarge = hasLarge || value.denominator < 0
      }
      if !hasLarge, let mean = sum.mean { return ExactNumber(numerator: mean.numerator, denominator: mean.denominator, large: nil) }
      if !hasLarge, sum.weight == 0 { return .none }
      var again = self
      again.isTraced = false
      return slowMean(zip(steps[group].children, steps[group].weights).map { (again.value(of: $0, on: rung, entity), $1) })
    }

    /// The mean of a part over the entities of a rung.
    private mutating func mean(of part: Int, over entities: Range<Int>, on rung: Int) -> ExactNumber {
      var values: [(ExactNumber, Int64)] = []
      var sum = RunningSum()
      for entity in entities {
        let value = value(of: part, on: rung, entity)
        let weight = weights[rung].map { $0[entity] } ?? 1
        guard weight > 0, value.denominator != 0 else { continue }
        values.append((value, weight))
        if value.denominator > 0 { sum.add(value.numerator, over: value.denominator, weight: weight) }
      }
      if values.isEmpty { return .none }
      guard values.allSatisfy({ $0.0.large == nil }), let (numerator, denominator) = sum.mean else { return slowMean(values) }
      return ExactNumber(numerator: numerator, denominator: denominator, large: nil)
    }

    private func slowMean(_ members: [(value: ExactNumber, weight: Int64)]) -> ExactNumber {
      let present = members.compactMap { member in member.value.fraction.map { (weight: Fraction(Int(member.weight)), value: $0) } }
      return present.isEmpty ? .none : ExactNumber(Fraction.weightedMean(present))
    }
  }
}

extension ExactNumber {
  /// The number rounded.
  fileprivate func rounded(_ rounding: Rounding) -> ExactNumber {
    if denominator == 0 { return self }
    if denominator > 0, rounding.places < PlanStep.powersOfTen.count {
      let unit = PlanStep.powersOfTen[rounding.places]
      if let units = rounding.mode.units(numerator, over: denominator, unit: unit) {
        return ExactNumber(numerator: units, denominator: unit, large: nil)
      }
    }
    return fraction.map { ExactNumber(rounding($0)) } ?? .none
  }
}
