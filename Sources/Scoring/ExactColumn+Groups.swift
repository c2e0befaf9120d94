internal import RuleModel

extension ExactColumn {
  /// Returns the weighted mean or sum of members for each entity, over those that have a number; nil if the weights have no common unit.
  ///
  /// Complexity: linear in the entities times the members.
  static func combined(_ members: [Evaluator.Member], isSum: Bool, count: Int) -> ExactColumn? {
    guard let (weights, unit) = wholeNumbers(members.map(\.weight)) else { return nil }
    let present = zip(members, weights).filter { !$0.0.values.isEmpty && $0.1 > 0 }.map { (column: $0.0.values, weight: $0.1) }
    if let column = overOneDenominator(present, isSum: isSum, unit: unit, count: count) { return column }
    return eachOverItsOwn(present, isSum: isSum, unit: unit, count: count)
  }

  /// The same where all members stand over one denominator each and the sums are proven to fit; nil otherwise.
  private static func overOneDenominator(
    _ members: [(column: ExactColumn, weight: Int64)], isSum: Bool, unit: Int64, count: Int
  ) -> ExactColumn? {
    var common: Int64 = 1
    var allWeights: Int64 = 0
    var parts: [(numerators: Numerators, denominator: Int64, weight: Int64)] = []
    for member in members {
      guard case .common(let numerators, let denominator) = member.column.storage, let next = leastCommonMultiple(common, denominator)
      else { return nil }
      common = next
      allWeights += member.weight
      parts.append((numerators, denominator, member.weight))
    }
    let (divisor, isOver) = common.multipliedReportingOverflow(by: isSum ? unit : allWeights)
    guard !isOver else { return nil }
    var most: Int64 = 0
    var factors: [Int64] = []
    for part in parts {
      let (factor, isOver1) = part.weight.multipliedReportingOverflow(by: common / part.denominator)
      let (product, isOver2) = factor.multipliedReportingOverflow(by: part.numerators.bound)
      let (sum, isOver3) = most.addingReportingOverflow(product)
      guard !isOver1, !isOver2, !isOver3 else { return nil }
      most = sum
      factors.append(factor)
    }
    guard WeightedSums.fit(numbers: most, weights: allWeights) else {
      var sums = WideSums(count: count)
      for (part, factor) in zip(parts, factors) { sums.add(part.numerators.listed, factor: factor, weight: part.weight) }
      return isSum ? sums.sums(over: divisor) : sums.means(over: common)
    }
    var sums = WeightedSums(count: count)
    for (part, factor) in zip(parts, factors) {
      switch part.numerators {
      case .uniform(let numerators): sums.add(numerators, factor: factor, weight: part.weight)
      case .coded(let codes, let table): sums.add(codes, table, factor: factor, weight: part.weight)
      }
    }
    return isSum ? sums.sums(over: divisor) : sums.means(over: common)
  }

  /// The same where they do not, entity by entity.
  private static func eachOverItsOwn(
    _ members: [(column: ExactColumn, weight: Int64)], isSum: Bool, unit: Int64, count: Int
  ) -> ExactColumn {
    var result = Listing(count: count)
    let pairs = members.map { $0.column.listed }
    for entity in 0..<count {
      var sum = RunningSum()
      var hasLarge = false
      for member in members.indices {
        let denominator = pairs[member].denominators[entity]
        if denominator > 0 { sum.add(pairs[member].numerators[entity], over: denominator, weight: members[member].weight) }
        hasLarge = hasLarge || denominator < 0
      }
      if !hasLarge, !isSum, let mean = sum.mean {
        result.set(entity, mean)
      } else if hasLarge || sum.weight > 0 {
        let values = members.compactMap { member in member.column[entity].map { (weight: Fraction(Int(member.weight)), value: $0) } }
        result.set(
          entity, isSum ? values.map { $0.weight * $0.value }.sum() / Fraction(Int(unit)) : Fraction.weightedMean(values))
      }
    }
    return result.column
  }
}

extension ExactColumn {
  /// The same numbers for some of the entities, and none for the others. Complexity: linear in the entities.
  func only(_ isThere: (Int) -> Bool) -> ExactColumn {
    var listing = listed
    for entity in indices where !isThere(entity) { listing.remove(entity) }
    return listing.column
  }
}
