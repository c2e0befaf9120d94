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
    for member in members {
      guard let denominator = member.column.denominator, let next = leastCommonMultiple(common, denominator) else { return nil }
      common = next
      allWeights += member.weight
    }
    let (divisor, isOver) = common.multipliedReportingOverflow(by: isSum ? unit : allWeights)
    guard !isOver else { return nil }
    var most: Int64 = 0
    var factors: [Int64] = []
    for member in members {
      let (factor, isOver1) = member.weight.multipliedReportingOverflow(by: common / (member.column.denominator ?? 1))
      let (product, isOver2) = factor.multipliedReportingOverflow(by: member.column.bound)
      let (sum, isOver3) = most.addingReportingOverflow(product)
      guard !isOver1, !isOver2, !isOver3 else { return nil }
      most = sum
      factors.append(factor)
    }
    guard WeightedSums.fit(numbers: most, weights: allWeights) else {
      var sums = WideSums(count: count)
      for (member, factor) in zip(members, factors) {
        guard let numerators = member.column.numerators else { return nil }
        sums.add(numerators, factor: factor, weight: member.weight)
      }
      return isSum ? sums.sums(over: divisor) : sums.means(over: common)
    }
    var sums = WeightedSums(count: count)
    for (member, factor) in zip(members, factors) {
      switch member.column.storage {
      case .uniform(let numerators, _): sums.add(numerators, factor: factor, weight: member.weight)
      case .coded(let codes, let table, _): sums.add(codes, table, factor: factor, weight: member.weight)
      case .listed: return nil
      }
    }
    return isSum ? sums.sums(over: divisor) : sums.means(over: common)
  }

  /// The same where they do not, entity by entity.
  private static func eachOverItsOwn(
    _ members: [(column: ExactColumn, weight: Int64)], isSum: Bool, unit: Int64, count: Int
  ) -> ExactColumn {
    var result = Listing(count: count)
    let pairs = members.map { $0.column.pairs }
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
    guard case .listed(let numerators, var denominators, var large) = listed else { return self }
    for entity in denominators.indices where !isThere(entity) {
      denominators[entity] = 0
      large[entity] = nil
    }
    return ExactColumn(.listed(numerators, denominators, large: large))
  }

  /// The one denominator of a column; nil if it has several.
  var denominator: Int64? {
    switch storage {
    case .uniform(_, let denominator), .coded(_, _, let denominator): denominator
    case .listed: nil
    }
  }

  /// The numerators over the one denominator; nil if it has several.
  private var numerators: [Int64]? {
    switch storage {
    case .uniform(let numerators, _): numerators
    case .coded(let codes, let table, _): codes.map { table[Int($0) + CellColumn.offset] }
    case .listed: nil
    }
  }

  /// What no numerator over the one denominator is further from 0 than.
  fileprivate var bound: Int64 {
    switch storage {
    case .uniform(let numerators, _): Scoring.bound(of: numerators)
    case .coded(_, let table, _): Scoring.bound(of: table)
    case .listed: .max
    }
  }

  /// The numbers as two words each: the denominator is 0 where there is no number, and -1 where it is too large for them.
  var pairs: (numerators: [Int64], denominators: [Int64]) {
    switch listed {
    case .listed(let numerators, let denominators, _): (numerators, denominators)
    case .uniform, .coded: ([], [])
    }
  }

  /// A column that is being made, each number over its own denominator.
  struct Listing {
    private var numerators: [Int64]
    private var denominators: [Int64]
    private var large: [Int: Fraction] = [:]

    /// Without any number.
    init(count: Int) {
      numerators = [Int64](repeating: 0, count: count)
      denominators = numerators
    }

    mutating func set(_ entity: Int, _ pair: (numerator: Int64, denominator: Int64)) {
      (numerators[entity], denominators[entity]) = pair
    }

    mutating func set(_ entity: Int, _ value: Fraction) {
      if let pair = value.small {
        set(entity, pair)
      } else {
        denominators[entity] = -1
        large[entity] = value
      }
    }

    var column: ExactColumn { ExactColumn(.listed(numerators, denominators, large: large)) }
  }
}
