internal import RuleDiagnostics
internal import RuleModel

/// What the numbers of a query may grow to, and how scores are brought to one scale without leaving 64 bits.
struct Arithmetic {
  /// The largest number that any step may hold.
  static let largest: Int128 = 1 << 63 - 1

  /// The largest number that a division may meet.
  let largestDividend: Int128
  /// How large a score may be in units: what is left above it is room for sums.
  let cap: Int128
  /// The part that is worked on, for what is said about it.
  var part: Part

  /// A score, and terms that are 1 in rows where a division left something and 0 in the others.
  typealias Result = (amount: Amount, inexact: [Term])

  // MARK: Bounds

  /// A number that fits, or a refusal.
  func fitting(_ number: Int128, in bound: Int128 = Arithmetic.largest) throws(Refusal) -> Int {
    guard number.magnitude <= bound.magnitude, let fitting = Int(exactly: number) else { throw tooLarge }
    return fitting
  }

  /// A product that fits, or a refusal.
  func product(_ left: Int128, _ right: Int128, in bound: Int128 = Arithmetic.largest) throws(Refusal) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, bound > 0, product.magnitude <= bound.magnitude else { throw tooLarge }
    return product
  }

  var tooLarge: Refusal {
    Refusal(
      .sqlTooLarge, at: part.id.range,
      Words(
        id: "`\(part.id.value)` membutuhkan bilangan di atas 2^63, yang tidak dapat dihitung tepat oleh mesin SQL",
        en: "`\(part.id.value)` needs numbers above 2^63, which SQL engines do not compute exactly"),
      help: Words(
        id: "sederhanakan bobot atau skalanya, persempit `range:` bidangnya, atau turunkan `--decimals` dan `--most`",
        en: "make its weights or scale simpler, narrow the `range:` of its fields, or lower `--decimals` and `--most`"))
  }

  // MARK: Combining

  /// The weighted mean of those of the members that have a value, still to be divided.
  func mean(_ members: [(weight: Fraction, amount: Amount)]) throws(Refusal) -> Amount {
    if members.count == 1 { return members[0].amount }
    let weights = try wholeWeights(members.map(\.weight))
    if members.allSatisfy(\.amount.isAlways) {
      let whole = weights.reduce(0, +)
      return fitted(try linear(zip(weights, members).map { (Portion(Int128($0), Int128(whole)), $1.amount) }, isAlways: true))
    }
    // Every member on one scale; then the sum is divided by the weights of those that are there.
    var scale: Int128 = 1
    for member in members { scale = try commonScale(scale, member.amount.scale) }
    var dividend: [Term] = []
    var pieces: [Int: Term] = [:]
    var divisor = Term.number(0)
    var sums: Set<Int128> = [0]
    var (low, high, slack, excess): (Int128, Int128, Int128, Int128) = (.max, .min, 0, 0)
    for (weight, member) in zip(weights, members) {
      let (amount, unit) = (member.amount, scale / member.amount.scale)
      let factor = try fitting(product(Int128(weight), unit))
      dividend.append(factor * (amount.isAlways ? amount.term : amount.term.or(0)))
      for (leaf, piece) in amount.pieces { pieces[leaf] = factor * (amount.isAlways ? piece : piece.or(0)) }
      low = min(low, try product(amount.low, unit))
      high = max(high, try product(amount.high, unit))
      slack = max(slack, try product(amount.slack, unit))
      excess = max(excess, try product(amount.excess, unit))
      if amount.isAlways {
        divisor = divisor + .number(Int(weight))
        sums = Set(sums.map { $0 + Int128(weight) })
      } else {
        divisor = divisor + .choice([Term.Arm(.isNothing(amount.term), .number(0))], otherwise: .number(Int(weight)))
        if sums.count < 4096 { sums.formUnion(sums.map { $0 + Int128(weight) }) }
      }
    }
    sums.remove(0)
    let isAlways = members.contains(where: \.amount.isAlways)
    return Amount(
      term: .adding(dividend), scale: scale, low: low, high: high, slack: slack, excess: excess, isAlways: isAlways,
      divisor: Amount.Divisor(
        term: divisor, high: weights.reduce(0) { $0 + Int128($1) }, multiple: sums.count < 4096 ? Arithmetic.multiple(of: sums) : nil),
      pieces: pieces)
  }

  /// The sum of what the members give, each with its weight, still to be divided.
  func sum(_ members: [(weight: Fraction, amount: Amount)]) throws(Refusal) -> Amount {
    let portions = try members.map { member throws(Refusal) in (try portion(member.weight), member.amount) }
    return fitted(try linear(portions, isAlways: members.contains(where: \.amount.isAlways)))
  }

  /// The least or the greatest of what the members give, still to be divided.
  func extreme(_ members: [Amount], isLeast: Bool) throws(Refusal) -> Amount {
    var scale: Int128 = 1
    for member in members { scale = try commonScale(scale, member.scale) }
    var terms: [Term] = []
    var (lows, highs): ([Int128], [Int128]) = ([], [])
    for member in members {
      let unit = try fitting(scale / member.scale)
      terms.append(unit * member.term)
      lows.append(try product(member.low, Int128(unit)))
      highs.append(try product(member.high, Int128(unit)))
    }
    let arms = terms.enumerated().map { number, term in
      let others = terms.enumerated().filter { $0.offset != number }.map { other, rival in
        let wins = Condition.compare(term, isLeast ? .lessOrEqual : .greaterOrEqual, rival)
        return members[other].isAlways ? wins : Condition.any([.isNothing(rival), wins])
      }
      return Term.Arm(.all((members[number].isAlways ? [] : [.isSomething(term)]) + others), term)
    }
    let slack = try members.map { member throws(Refusal) in try product(member.slack, scale / member.scale) }.max() ?? 0
    let excess = try members.map { member throws(Refusal) in try product(member.excess, scale / member.scale) }.max() ?? 0
    return fitted(
      Amount(
        term: members.count == 1 ? terms[0] : .choice(arms, otherwise: .nothing), scale: scale, low: lows.min() ?? 0,
        high: highs.max() ?? 0, slack: slack, excess: excess, isAlways: members.contains(where: \.isAlways)))
  }

  /// A number as one whole number over another.
  struct Portion {
    let numerator: Int128
    let denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128) {
      let divisor = max(1, numerator.commonDivisor(with: denominator))
      (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
    }
  }

  func portion(_ number: Fraction) throws(Refusal) -> Portion {
    guard let (numerator, denominator) = number.small else { throw tooLarge }
    return Portion(Int128(numerator), Int128(denominator))
  }

  /// The sum of fixed portions of members, of those that are there.
  private func linear(_ members: [(portion: Portion, amount: Amount)], isAlways: Bool) throws(Refusal) -> Amount {
    var scale: Int128 = 1
    for (portion, amount) in members {
      let own = Portion(portion.numerator, try product(portion.denominator, amount.scale, in: 1 << 100))
      scale = try commonScale(scale, own.denominator)
    }
    var terms: [Term] = []
    var pieces: [Int: Term] = [:]
    var (low, high, slack, excess): (Int128, Int128, Int128, Int128) = (0, 0, 0, 0)
    for (portion, amount) in members {
      let own = Portion(portion.numerator, portion.denominator * amount.scale)
      let factor = try fitting(product(own.numerator, scale / own.denominator))
      let mayMiss = !amount.isAlways && members.count > 1
      terms.append(factor * (mayMiss ? amount.term.or(0) : amount.term))
      for (leaf, piece) in amount.pieces { pieces[leaf] = factor * (mayMiss ? piece.or(0) : piece) }
      let ends = [try product(Int128(factor), amount.low), try product(Int128(factor), amount.high)]
      low += min(mayMiss ? 0 : ends[0], ends[0], ends[1])
      high += max(mayMiss ? 0 : ends[0], ends[0], ends[1])
      // A negative portion turns the sides round.
      let sides = [try product(Int128(factor.magnitude), amount.slack), try product(Int128(factor.magnitude), amount.excess)]
      slack += factor < 0 ? sides[1] : sides[0]
      excess += factor < 0 ? sides[0] : sides[1]
    }
    for bound in [low - excess, high, slack, high + slack] { _ = try fitting(bound) }
    let whole = Term.adding(terms)
    let optional = members.map(\.amount.term)
    let term =
      isAlways || members.count == 1
      ? whole : Term.choice([Term.Arm(.all(optional.map { .isNothing($0) }), .nothing)], otherwise: whole)
    return Amount(term: term, scale: scale, low: low, high: high, slack: slack, excess: excess, isAlways: isAlways, pieces: pieces)
  }

  /// A straight line of a score: `slope * score + start`.
  func line(_ amount: Amount, slope: Fraction, start: Fraction) throws(Refusal) -> Amount {
    let unit = Amount(term: .number(1), scale: 1, low: 1, high: 1, isAlways: true)
    var result = try linear([(portion(slope), amount), (portion(start), unit)].filter { $0.0.numerator != 0 }, isAlways: amount.isAlways)
    if result.term == .number(0) || slope.isZero { result.isAlways = amount.isAlways }
    // With the start beside it, a score that is not there would count as 0.
    if !amount.isAlways, !start.isZero {
      result.term = .choice([Term.Arm(.isNothing(amount.term), .nothing)], otherwise: result.term)
    }
    return result
  }

  /// Makes the scale of a score fine enough for numbers with a denominator.
  func refine(_ amount: inout Amount, by denominator: Int128) throws(Refusal) {
    let scale = try commonScale(amount.scale, denominator)
    guard scale != amount.scale else { return }
    let factor = scale / amount.scale
    amount.term = try fitting(factor) * amount.term
    amount.low = try product(amount.low, factor)
    amount.high = try product(amount.high, factor)
    amount.slack = try product(amount.slack, factor)
    amount.excess = try product(amount.excess, factor)
    amount.scale = scale
  }

  private func commonScale(_ left: Int128, _ right: Int128) throws(Refusal) -> Int128 {
    guard let scale = left.commonMultiple(with: right) else { throw tooLarge }
    return scale
  }

  private func wholeWeights(_ weights: [Fraction]) throws(Refusal) -> [Int64] {
    guard let (whole, _) = wholeNumbers(weights, below: 1 << 31, finest: 1 << 31) else { throw tooLarge }
    let divisor = whole.reduce(0) { Int64(Int128($0).commonDivisor(with: Int128($1))) }
    return whole.map { $0 / max(1, divisor) }
  }

  /// The least common multiple of numbers, if it is below a million.
  private static func multiple(of numbers: Set<Int128>) -> Int128? {
    var multiple: Int128 = 1
    for number in numbers {
      guard let next = multiple.commonMultiple(with: number), next < 1_000_000_000 else { return nil }
      multiple = next
    }
    return multiple
  }

  // MARK: Dividing

  /// Has a score divided by 1 if it leaves no room for sums: that brings it to a smaller scale.
  private func fitted(_ amount: Amount) -> Amount {
    guard max(amount.low.magnitude, amount.high.magnitude) > cap.magnitude else { return amount }
    var whole = amount
    whole.divisor = Amount.Divisor(term: .number(1), high: 1, multiple: 1)
    return whole
  }

  /// Does the division that a score still needs, on a scale as fine as there is room for.
  func divided(_ amount: Amount) throws(Refusal) -> Result {
    guard let divisor = amount.divisor else { return (amount, []) }
    var result = amount
    result.divisor = nil
    let size = Int128(max(amount.low.magnitude, amount.high.magnitude, 1))
    let dividend = try product(size + amount.slack, divisor.high)
    func guarded(_ term: Term) -> Term {
      amount.isAlways ? term : .choice([Term.Arm(.compare(divisor.term, .greater, .number(0)), term)], otherwise: .nothing)
    }
    if let multiple = divisor.multiple, let high = try? product(size + amount.slack, multiple, in: cap), high <= cap {
      // Every divisor divides the multiple: the quotient is whole.
      let factor = multiple == 1 ? nil : Term.quotient(.number(try fitting(multiple)), divisor.term)
      func scaled(_ term: Term) -> Term { guarded(factor.map { .product(term, $0) } ?? term) }
      result.term = scaled(amount.term)
      result.pieces = amount.pieces.mapValues(scaled)
      result.scale = try product(amount.scale, multiple, in: 1 << 100)
      (result.low, result.high) = (amount.low * multiple, amount.high * multiple)
      (result.slack, result.excess) = (amount.slack * multiple, amount.excess * multiple)
      return (result, [])
    }
    // Numbers below 0 are lifted above it for the division.
    let lift = try fitting(max(0, -amount.low))
    _ = try product(size * 2 + amount.slack, divisor.high, in: largestDividend)
    var inexact: [Term] = []
    func counted(_ condition: Condition) -> Term {
      let one = Term.one(if: condition)
      return amount.isAlways ? one : .choice([Term.Arm(.compare(divisor.term, .greater, .number(0)), one)], otherwise: .number(0))
    }
    if let fine = Arithmetic.fine.last(where: { size + amount.slack <= cap / $0 && $0 <= largestDividend / divisor.high / 2 }) {
      let factor = try fitting(fine)
      let isSmall = dividend <= largestDividend / fine / 2
      func scaled(_ term: Term) -> Term {
        let lifted = lift == 0 ? term : term + lift * divisor.term
        let quotient =
          isSmall
          ? Term.quotient(factor * lifted, divisor.term)
          : factor * Term.quotient(lifted, divisor.term) + .quotient(factor * .remainder(lifted, divisor.term), divisor.term)
        return guarded(lift == 0 ? quotient : quotient + .number(-lift * factor))
      }
      func isInexact(_ term: Term) -> Term {
        let rest = isSmall ? factor * term : factor * .remainder(term, divisor.term)
        return counted(.compare(.remainder(rest, divisor.term), .notEqual, .number(0)))
      }
      inexact = ([amount.term] + amount.pieces.values).map { isInexact(lift == 0 ? $0 : $0 + lift * divisor.term) }
      result.term = scaled(amount.term)
      result.pieces = amount.pieces.mapValues(scaled)
      result.scale = try product(amount.scale, fine, in: 1 << 100)
      (result.low, result.high) = (amount.low * fine, amount.high * fine)
      result.slack = try product(amount.slack, fine) + 1
      result.excess = try product(amount.excess, fine)
    } else {
      // No room for a finer scale, or not even for this one.
      let least = max(1, (size + amount.slack + cap - 1) / cap)
      guard let coarse = amount.scale.divisor(from: least) else { throw tooLarge }
      let whole = try fitting(coarse) * divisor.term
      _ = try product(divisor.high, coarse, in: largestDividend)
      func scaled(_ term: Term) -> Term {
        let quotient = Term.quotient(lift == 0 ? term : term + lift * divisor.term, whole)
        // The lift is a multiple of the coarser unit only if it is made one.
        return guarded(quotient)
      }
      guard lift == 0 else { throw tooLarge }
      inexact = ([amount.term] + amount.pieces.values).map { counted(.compare(.remainder($0, whole), .notEqual, .number(0))) }
      result.term = scaled(amount.term)
      result.pieces = amount.pieces.mapValues(scaled)
      result.scale = amount.scale / coarse
      (result.low, result.high) = (amount.low / coarse, amount.high / coarse + 1)
      result.slack = amount.slack / coarse + 2
      result.excess = amount.excess / coarse + 1
    }
    return (result, inexact)
  }

  /// Scales that many small numbers divide, rising.
  private static let fine: [Int128] = [
    1, 2, 6, 12, 60, 420, 840, 2520, 27720, 360_360, 720_720, 12_252_240, 232_792_560, 5_354_228_880, 26_771_144_400,
  ]

  // MARK: Rounding

  /// A score as a whole number of units of the last decimal that is kept, and where that is not certain.
  func rounded(_ amount: Amount, places: Int, mode: RoundingMode) throws(Refusal) -> (term: Term, isUncertain: Condition?) {
    guard amount.low >= 0 else {
      throw Refusal(
        .sqlNotCompilable, at: part.id.range,
        Words(
          id: "`\(part.id.value)` dibulatkan dan dapat bernilai di bawah 0", en: "`\(part.id.value)` is rounded and may be below 0"),
        help: Words(id: "beri `goalposts:` dengan `clamp: true`", en: "give it `goalposts:` with `clamp: true`"))
    }
    let unit = Int128(Fraction.powersOfTen[places])
    let common = unit.commonDivisor(with: amount.scale)
    let (factor, scale) = (try fitting(unit / common), amount.scale / common)
    let divisors = amount.divisor?.high ?? 1
    let whole = try product(try product(scale, divisors), 1, in: largestDividend / 4)
    // Twice the dividend and the divisor beside it; where that is too much, the whole part of the quotient is taken away before.
    let direct = try? product(product(amount.high + amount.slack, divisors), Int128(factor) * 2, in: largestDividend - 2 * whole)
    if direct == nil { _ = try product(whole, Int128(factor) * 2 + 2, in: largestDividend) }
    _ = try product(try product(amount.high + amount.slack, divisors), 1, in: largestDividend)
    func times(_ number: Int128) throws(Refusal) -> Term {
      let number = try fitting(number)
      return amount.divisor.map { number * $0.term } ?? .number(number)
    }
    let divisor = try times(scale)
    func rounded(_ term: Term) throws(Refusal) -> Term {
      let (taken, rest) =
        direct == nil ? (factor * .quotient(term, divisor), factor * .remainder(term, divisor)) : (Term.number(0), factor * term)
      switch mode {
      case .down: return taken + .quotient(rest, divisor)
      case .up: return taken + .quotient(rest + divisor + .number(-1), divisor)
      case .halfUp where scale % 2 == 0: return taken + .quotient(rest + (try times(scale / 2)), divisor)
      case .halfUp: return taken + .quotient(2 * rest + divisor, try times(scale * 2))
      case .halfEven:
        let (quotient, left) = (taken + .quotient(rest, divisor), Term.remainder(rest, divisor))
        let isOdd = Condition.compare(.remainder(quotient, .number(2)), .equal, .number(1))
        let isAway = Condition.any([
          .compare(2 * left, .greater, divisor), .all([.compare(2 * left, .equal, divisor), isOdd]),
        ])
        return quotient + .one(if: isAway)
      }
    }
    let term = try rounded(amount.term)
    var doubts: [Condition] = []
    if amount.slack > 0 { doubts.append(.compare(term, .notEqual, try rounded(amount.term + times(amount.slack)))) }
    if amount.excess > 0 {
      let excess = try times(amount.excess)
      let lower = Term.choice([Term.Arm(.compare(amount.term, .less, excess), .number(0))], otherwise: amount.term - excess)
      doubts.append(.compare(term, .notEqual, try rounded(lower)))
    }
    return (term, doubts.isEmpty ? nil : .any(doubts))
  }
}
