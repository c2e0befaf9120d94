internal import RuleDiagnostics
internal import RuleModel

extension CheckedRules {
  /// The range in which every value of a part lies; it may be wider than what really occurs. nil where a rung adds up, so that nothing is known.
  ///
  /// Complexity: linear in what stands below the part.
  func reach(of part: Part) -> ClosedRange<Fraction>? {
    hasAddingRung ? nil : widened(part)
  }

  /// The range in which what the parts of a group give together lies, before its goalposts; nil as for ``reach(of:)``.
  func combinedReach(of group: Part) -> ClosedRange<Fraction>? {
    hasAddingRung ? nil : combinedReach(group)
  }

  private var hasAddingRung: Bool { edition.rungs.dropFirst().contains { $0.combine.value == .sum } }

  /// The reach of a part with what its policies and its rounding can make of it.
  private func widened(_ part: Part) -> ClosedRange<Fraction> {
    var values = part.isGroup ? groupReach(part) : leafReach(part)
    if !part.isGroup || part.condition != nil {
      switch part.missing {
      case .zero: values = values.joined(with: edition.scale.lowerBound)
      case .value(let score): values = values.joined(with: score)
      case .error, .skip, .carry: break
      }
    }
    if part.condition != nil {
      switch part.notApplicable {
      case .zero: values = values.joined(with: edition.scale.lowerBound)
      case .full: values = values.joined(with: edition.scale.upperBound)
      case .skip: break
      }
    }
    guard let rounding = part.rounding, part.id != edition.score.id else { return values }
    return values.joined(with: rounding(values.lowerBound)).joined(with: rounding(values.upperBound))
  }

  private func groupReach(_ part: Part) -> ClosedRange<Fraction> {
    let reach = combinedReach(part)
    guard let goalposts = part.goalposts else { return reach }
    // What they bring beyond the scale has no score.
    let ends = [reach.lowerBound, reach.upperBound].map { end in
      min(max(goalposts.score(of: end, on: edition.scale), edition.scale.lowerBound), edition.scale.upperBound)
    }
    return ClosedRange(around: ends) ?? edition.scale
  }

  private func combinedReach(_ part: Part) -> ClosedRange<Fraction> {
    guard case .group(let combine, let children) = part.body, !children.isEmpty else { return edition.scale }
    let reaches = children.map { widened($0) }
    let hull = reaches.dropFirst().reduce(reaches[0]) { $0.joined(with: $1.lowerBound).joined(with: $1.upperBound) }
    // A part of a lower rung has no value where nobody was surveyed.
    let mayLack = children.map { $0.mayBeLeftOut || $0.rung != part.rung }
    guard combine == .sum || (combine == .mean && !mayLack.contains(true)) else { return hull }
    let weights = children.map(\.weight.value)
    let lows = zip(weights, zip(reaches, mayLack)).map { $0 * ($1.1 ? min(.zero, $1.0.lowerBound) : $1.0.lowerBound) }
    let highs = zip(weights, zip(reaches, mayLack)).map { $0 * ($1.1 ? max(.zero, $1.0.upperBound) : $1.0.upperBound) }
    guard (weights + lows).firstWithoutCommonDenominator == nil, highs.firstWithoutCommonDenominator == nil else { return edition.scale }
    let whole = combine == .sum ? edition.weightsSum ?? weights.sum() : weights.sum()
    guard whole > .zero, lows.sum() <= highs.sum() else { return edition.scale }
    return lows.sum() / whole...highs.sum() / whole
  }

  private func leafReach(_ part: Part) -> ClosedRange<Fraction> {
    guard case .leaf(let scale) = part.body else { return edition.scale }
    switch scale {
    case .levels(_, let rows): return ClosedRange(around: rows.map(\.score)) ?? edition.scale
    case .bands(_, let rows): return ClosedRange(around: rows.map(\.score)) ?? edition.scale
    case .linear(let id, let worst, let best, let clamp, logarithmic: false):
      guard let range = field(id)?.range else { return edition.scale }
      let points = [range.lowerBound, range.upperBound].map { end -> Fraction in
        let share = (end - worst) / (best - worst)
        return edition.scale.lowerBound
          + (edition.scale.upperBound - edition.scale.lowerBound) * (clamp ? min(max(share, .zero), .one) : share)
      }
      return ClosedRange(around: points) ?? edition.scale
    default: return edition.scale
    }
  }
}

extension Part {
  fileprivate var isGroup: Bool {
    if case .group = body { return true }
    return false
  }
}

extension ClosedRange<Fraction> {
  /// The smallest range that holds all of these numbers; nil for none.
  fileprivate init?(around numbers: [Fraction]) {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    self = low...high
  }

  /// The smallest range that holds this one and a number.
  fileprivate func joined(with number: Fraction) -> ClosedRange<Fraction> {
    Swift.min(lowerBound, number)...Swift.max(upperBound, number)
  }
}
