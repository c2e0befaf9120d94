internal import Observations
internal import RuleModel

extension ExactColumn {
  /// Returns the weighted mean of the entities below each entity of the rung above, over those that have a number and a weight.
  ///
  /// `isThere`: whether an entity above takes part. Complexity: linear in the entities of both rungs.
  func mean(_ weights: [Int64]?, below children: [Range<Int>], isThere: (Int) -> Bool) -> ExactColumn {
    var result = Listing(count: children.count)
    let listed = listed
    let (numerators, denominators) = (listed.numerators, listed.denominators)
    for (parent, entities) in children.enumerated() where isThere(parent) {
      var sum = RunningSum()
      var hasLarge = false
      for entity in entities {
        let weight = weights?[entity] ?? 1
        let denominator = denominators[entity]
        guard weight > 0, denominator != 0 else { continue }
        if denominator > 0 { sum.add(numerators[entity], over: denominator, weight: weight) } else { hasLarge = true }
      }
      if !hasLarge, let mean = sum.mean {
        result.set(parent, mean)
      } else if hasLarge || sum.weight > 0 {
        let values = entities.compactMap { entity -> (weight: Fraction, value: Fraction)? in
          let weight = weights?[entity] ?? 1
          return weight > 0 ? self[entity].map { (Fraction(Int(weight)), $0) } : nil
        }
        result.set(parent, Fraction.weightedMean(values))
      }
    }
    return result.column
  }

  /// Returns the numbers as whole numbers of the last decimal that a rounding keeps; nil where there is none, or a word does not hold it.
  func units(of rounding: Rounding) -> [Int?] {
    let rounded = self.rounded(rounding)
    if case .common(.uniform(let units), _) = rounded.storage { return units.map { $0 == ExactColumn.none ? nil : Int($0) } }
    guard rounding.places < Fraction.powersOfTen.count else { return rounded.indices.map { _ in nil } }
    let unit = Fraction(Int(Fraction.powersOfTen[rounding.places]))
    return rounded.indices.map { entity in rounded[entity].flatMap { ($0 * unit).int } }
  }

  /// Returns the numbers rounded, whole numbers over a power of ten. Complexity: linear in the entities.
  func rounded(_ rounding: Rounding) -> ExactColumn {
    guard rounding.places < Fraction.powersOfTen.count else {
      return ExactColumn(indices.map { entity in self[entity].map { rounding($0) } })
    }
    let unit = Fraction.powersOfTen[rounding.places]
    if case .common(.uniform, unit) = storage { return self }
    let listed = listed
    let (numerators, denominators) = (listed.numerators, listed.denominators)
    var units = [Int64](repeating: ExactColumn.none, count: count)
    for entity in units.indices {
      let denominator = denominators[entity]
      guard denominator != 0 else { continue }
      guard denominator > 0, let rounded = rounding.mode.units(numerators[entity], over: denominator, unit: unit) else {
        // One number that words do not hold makes the column one of fractions.
        return ExactColumn(indices.map { entity in self[entity].map { rounding($0) } })
      }
      units[entity] = rounded
    }
    return ExactColumn(units, over: unit)
  }
}
