internal import RuleDiagnostics
public import RuleModel
public import Scoring

/// The weight of a part at which an institution crosses a line, all other weights as they are written.
///
/// Weights are relative, so its siblings keep their proportions and share what it leaves; in a group that adds up its siblings keep theirs.
public struct BreakEven: Sendable {
  /// A weight beyond the line, the nearest one in its last written place.
  public struct Crossing: Sendable {
    /// The weight.
    public let weight: Fraction
    /// The part's share of its group with that weight, 0 to 1.
    public let share: Fraction
    /// The exact total that it gives.
    public let total: Fraction
    /// The zone of that total.
    public let zone: ZoneStep?
  }

  /// The id of the part.
  public let part: String
  /// Its weight as the rules have it.
  public let weight: Fraction
  /// Its share of its group, 0 to 1.
  public let share: Fraction
  /// The nearest lower weight beyond the line; nil if none is.
  public let lower: Crossing?
  /// The nearest higher weight beyond the line; nil if none is, up to 999 times its siblings together.
  public let higher: Crossing?

  /// The nearer of the two; nil if no weight does it.
  public var nearest: Crossing? {
    guard let lower, let higher else { return lower ?? higher }
    return weight - lower.weight < higher.weight - weight ? lower : higher
  }
}

extension Target {
  /// For each part below the total, the weight at which the institution would cross the line: into the zone, or out of it where it is in.
  ///
  /// Complexity: some twenty evaluations of the groups above each part.
  public func breakEven(in scores: ScoreTable, of institution: Int) -> [BreakEven] {
    Rescoring(scores, institution: institution).map { BreakEvenSearch($0, threshold: threshold).all() } ?? []
  }
}

/// Searches the weights at which one institution crosses a line.
struct BreakEvenSearch {
  private let rescoring: Rescoring
  private let threshold: ZoneThreshold
  private let parts: [Part]

  init(_ rescoring: Rescoring, threshold: ZoneThreshold) {
    self.rescoring = rescoring
    self.threshold = threshold
    // A plan lists the parts in the order of the edition, parents first.
    parts = rescoring.edition.score.subtree
  }

  func all() -> [BreakEven] {
    parts.indices.dropFirst().compactMap { part in
      guard let group = rescoring.parents[part] else { return nil }
      return breakEven(part, in: group)
    }
  }

  private func breakEven(_ part: Int, in group: Int) -> BreakEven {
    let weight = parts[part].weight.value
    let others = rescoring.plan.nodes[group].children.filter { $0 != part }.map { parts[$0].weight.value }.sum()
    let places = weight.places(atMost: 5) == 5 ? 2 : weight.places(atMost: 5)
    let unit = Fraction.one.scaledDown(by: places)
    let highest = highest(part, group, others).gridFloor(places: places)
    // Outwards, so that the nearest crossing is found also where the way is no straight one.
    let down =
      [Fraction(7, 8), Fraction(1, 2), Fraction(1, 8)].map { (weight * $0).gridFloor(places: places) }.filter { $0 > unit } + [unit]
    let up = [Fraction(1, 256), Fraction(1, 64), Fraction(1, 16), Fraction(1, 4), .one].map {
      (weight + (highest - weight) * $0).gridFloor(places: places)
    }
    let cross = { (stops: [Fraction]) -> BreakEven.Crossing? in
      crossing(part, from: weight, over: stops, places: places).map { weight, total in
        BreakEven.Crossing(weight: weight, share: weight / (weight + others), total: total, zone: rescoring.edition.zone(of: total))
      }
    }
    let isMoving = others.signum > 0
    return BreakEven(
      part: parts[part].id.value, weight: weight, share: weight / (weight + others),
      lower: isMoving && unit < weight ? cross(down.filter { $0 < weight }) : nil,
      higher: isMoving && highest > weight ? cross(up.filter { $0 > weight }) : nil)
  }

  /// The highest weight that is tried: almost the whole group, or in a group that adds up its declared sum.
  private func highest(_ part: Int, _ group: Int, _ others: Fraction) -> Fraction {
    guard case .group(.sum) = rescoring.plan.nodes[group].body else { return others * Fraction(999) }
    return parts[part].weight.value / rescoring.plan.nodes[part].weight
  }

  /// The first weight on the way over `stops` that lies beyond the line, where one step less does not.
  private func crossing(
    _ part: Int, from weight: Fraction, over stops: [Fraction], places: Int
  ) -> (weight: Fraction, total: Fraction)? {
    let unit = Fraction.one.scaledDown(by: places)
    var near = weight
    for stop in stops {
      guard crosses(part, stop) != nil else {
        near = stop
        continue
      }
      var far = stop
      while (far - near).magnitude > unit {
        let half = (far + near) / Fraction(2)
        let middle = far > near ? half.gridFloor(places: places) : half.gridCeiling(places: places)
        if crosses(part, middle) == nil { near = middle } else { far = middle }
      }
      return crosses(part, far).map { (far, $0) }
    }
    return nil
  }

  /// The total with a weight, if it lies on the other side of the line than the total now.
  private func crosses(_ part: Int, _ weight: Fraction) -> Fraction? {
    let written = parts[part].weight.value
    guard let total = rescoring.total(weighing: part, as: weight * rescoring.plan.nodes[part].weight / written),
      threshold.isReached(by: total) != threshold.isReached(by: rescoring.total)
    else { return nil }
    return total
  }
}
