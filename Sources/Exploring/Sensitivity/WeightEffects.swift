internal import RuleDiagnostics
public import RuleModel
public import Scoring

/// What one weight does to everybody when it alone goes to the end of the spread, or when the part is not there.
public struct WeightEffect: Sendable {
  /// What comes of it, against the rules as they are.
  public struct Outcome: Sendable, Equatable {
    /// The weight; nil where the part is left out.
    public let weight: Fraction?
    /// The mean of the differences of published totals; nil if nobody has a score.
    public let mean: Fraction?
    /// How many institutions change zone.
    public let moved: Int
    /// How many institutions have a score now and none then.
    public let unscored: Int
  }

  /// The part.
  public let part: Part
  /// With the weight at the lower end of the spread.
  public let lower: Outcome
  /// With the weight at the upper end.
  public let higher: Outcome
}

/// What becomes of everybody without a part.
public struct LeftOut: Sendable {
  /// The part.
  public let part: Part
  /// What comes of it.
  public let outcome: WeightEffect.Outcome
}

extension ScoreTable {
  /// Moves one weight after the other to both ends of a spread, the others as they are; the largest mean difference between the ends first.
  ///
  /// Complexity: two scorings of what depends on each weight.
  public func weightEffects(_ choice: DrawnWeights, spread: Fraction) -> [WeightEffect] {
    let trial = WeightTrial(self, choice)
    let parts = edition.score.subtree
    let share = spread / Fraction(100)
    let effects = trial.drawn.map { part in
      let weight = trial.plan.nodes[part].weight
      let outcome = { (factor: Fraction) in
        self.outcome(of: trial.totals(weighing: [(part, weight * factor)]), weight: parts[part].weight.value * factor)
      }
      return WeightEffect(part: parts[part], lower: outcome(.one - share), higher: outcome(.one + share))
    }
    // Parts of equal effect stay in the order of the rules.
    return effects.enumerated().sorted { left, right in
      let (a, b) = (left.element.width, right.element.width)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  /// Leaves out one part after the other: those right below the total, or every indicator. The rest keep their weights beside each other.
  ///
  /// Complexity: a scoring of what depends on each part.
  public func leavingOut(_ choice: DrawnWeights) -> [LeftOut] {
    let trial = WeightTrial(self, .dimensions)
    let parts = edition.score.subtree
    let nodes = trial.plan.nodes
    let chosen =
      choice == .dimensions
      ? nodes[WeightTrial.dimensions(of: nodes)].children : nodes.indices.filter { $0 > 0 && nodes[$0].children.isEmpty }
    return chosen.map { LeftOut(part: parts[$0], outcome: outcome(of: trial.totals(leavingOut: $0), weight: nil)) }
  }

  private func outcome(of totals: [Fraction?], weight: Fraction?) -> WeightEffect.Outcome {
    var (count, moved, unscored) = (0, 0, 0)
    var sum = Fraction.zero
    for (institution, total) in totals.enumerated() {
      guard let before = self.total(of: institution) else { continue }
      guard let total else {
        unscored += 1
        continue
      }
      count += 1
      sum += edition.reported(total) - edition.reported(before)
      if edition.zone(of: total)?.colour != edition.zone(of: before)?.colour { moved += 1 }
    }
    return WeightEffect.Outcome(weight: weight, mean: count == 0 ? nil : sum / Fraction(count), moved: moved, unscored: unscored)
  }
}

extension WeightEffect {
  /// How far apart the two ends are.
  fileprivate var width: Fraction { ((higher.mean ?? .zero) - (lower.mean ?? .zero)).magnitude }
}
