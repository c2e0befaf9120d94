internal import Observations
internal import RuleModel
internal import Scoring

/// A nation in which only the weights right below the total are drawn, as flat numbers for the kernel.
///
/// Nothing below those parts depends on the draws. A *unit* is what the total is weighed and rounded in: an entity of the total's rung where
/// the rules round it there, else an institution, whose parts are then means over its units already. A unit's total in units of the last
/// place is Σ W c / (D Σ W), with W the drawn weights of the parts that have a value, c whole numbers and D the unit's denominator.
struct FlatNation: Sendable {
  /// The institutions with a score, by their numbers in the table.
  let institutions: [Int]
  /// The units of each institution, by place in `institutions`.
  let units: [Range<Int>]
  /// The number of parts, filled up to a whole number of fours with parts that have no weight.
  let width: Int
  /// The whole weights of the parts, relative to each other.
  let weights: [Int]
  /// By unit and part: the value in units of the last place, times the unit's denominator; 0 where there is none.
  let values: [Double]
  /// By unit: which parts have a value, as the number of a mask.
  let masks: [Int]
  /// The different sets of parts, a bit for each.
  let sets: [UInt64]
  /// By unit: its denominator.
  let denominators: [Int]
  /// By unit: 1 over its denominator.
  let inverses: [Double]
  /// Whether all values are whole in units of the last place.
  let isWhole: Bool
  /// Whether totals are so coarse that rounding them as ``lift(upTo:)`` says is proven; else those near a tie are worked out as integers.
  let isCoarse: Bool
  /// By unit: what it counts in its institution, as a whole number.
  let shares: [Double]
  /// Whether units are rounded and then combined; otherwise each institution is its one unit.
  let hasUnits: Bool
  /// By institution: what turns the weighted sum of its rounded units into units of the published place.
  let scales: [Double]
  /// By institution: the published totals that can occur, in units of the last place.
  let bounds: [ClosedRange<Int>]
  /// The decimals of a published total.
  let places: Int
  /// The largest total of a unit, in units of the place at which it is rounded, and one more.
  let unitBound: Int
  /// The largest published total, in units of its last place, and one more.
  let totalBound: Int

  /// Flattens a nation; nil where the rules are of another kind, or where the numbers are too large for the kernel.
  init?(_ scores: ScoreTable, noise: WeightNoise) {
    let (plan, edition) = (scores.plan, scores.edition)
    let root = plan.nodes[0]
    guard case .group(.mean) = root.body, root.condition == nil, root.goalposts == nil, root.children.count > 1, root.children.count <= 60,
      edition.scale.lowerBound >= .zero, let published = edition.publishedRounding, published.mode == .halfUp,
      !edition.zones.usesExactTotal, root.rung <= 1
    else { return nil }
    var builder = FlatNationBuilder(scores, noise: noise, published: published)
    guard builder.build() else { return nil }
    institutions = builder.institutions
    units = builder.units
    width = builder.width
    weights = builder.weights
    values = builder.values
    masks = builder.masks
    sets = builder.sets
    denominators = builder.denominators
    inverses = builder.denominators.map { 1 / Double($0) }
    isWhole = builder.denominators.allSatisfy { $0 == 1 }
    isCoarse = builder.isCoarse
    shares = builder.shares.map { Double($0) }
    hasUnits = builder.hasUnits
    scales = builder.scales.map { Double($0.numerator) / Double($0.denominator) }
    bounds = builder.bounds
    places = published.places
    unitBound = builder.largestUnit
    totalBound = max(builder.largest(published.places), unitBound)
  }

  /// What is added before rounding to the nearest, so that ties go up and nothing else does.
  ///
  /// A total t below T is worked out with an error of less than 2⁻⁵⁰ T: no more than six roundings, each of at most 2⁻⁵³ of it. Twice that
  /// lifts every tie above the tie and no other total to it, as long as totals are whole multiples of 1 / (2 d) with 6 T d < 2⁵⁰.
  static func lift(upTo largest: Double) -> Double { largest * 0x1p-49 }

  /// Whether totals up to `largest` that are multiples of 1 / (2 `denominator`) are rounded without a mistake.
  static func isExact(upTo largest: Int, over denominator: Int) -> Bool {
    let (product, overflow) = largest.multipliedReportingOverflow(by: denominator)
    return !overflow && product < (1 << 50) / 6
  }
}

/// Collects the numbers of a flat nation.
private struct FlatNationBuilder {
  let scores: ScoreTable
  let noise: WeightNoise
  let published: Rounding
  let children: [Int]
  let rung: Int
  let hasUnits: Bool
  /// The rounding of the units, or of the institutions where units are not rounded.
  let rounding: Rounding
  let width: Int

  var weights: [Int] = []
  var institutions: [Int] = []
  var units: [Range<Int>] = []
  var values: [Double] = []
  var masks: [Int] = []
  var sets: [UInt64] = []
  var denominators: [Int] = []
  var shares: [Int] = []
  var scales: [(numerator: Int, denominator: Int)] = []
  var bounds: [ClosedRange<Int>] = []
  /// Whether all units can be rounded without looking for ties.
  var isCoarse = true
  /// The largest sum of drawn weights.
  private var largestSum = 0

  init(_ scores: ScoreTable, noise: WeightNoise, published: Rounding) {
    self.scores = scores
    self.noise = noise
    self.published = published
    let root = scores.plan.nodes[0]
    children = root.children
    rung = root.rung
    let own = root.rounding[root.rung]
    hasUnits = root.rung == 1 && own != nil
    rounding = hasUnits ? own ?? published : published
    width = (children.count + 3) / 4 * 4
  }

  /// The largest total in units of the last place at which units are rounded.
  var largestUnit: Int { largest(rounding.places) }

  func largest(_ places: Int) -> Int {
    (scores.edition.scale.upperBound * FlatNationBuilder.power(places)).int.map { $0 + 1 } ?? .max
  }

  /// Whole numbers of 0 or more in the same proportions, and their unit; nil if they are too large or too fine to be exact as Double.
  private static func whole(_ numbers: [Fraction]) -> (numbers: [Int], unit: Int)? {
    wholeNumbers(numbers, below: 1 << 53, finest: 1 << 40).map { ($0.whole.map { Int($0) }, Int($0.unit)) }
  }

  private static func power(_ places: Int) -> Fraction { (0..<places).reduce(.one) { power, _ in power * Fraction(10) } }

  /// False where the rules are of another kind, or the numbers too large.
  mutating func build() -> Bool {
    guard rounding.mode == .halfUp, rounding.places <= 6, published.places <= 6, takeWeights() else { return false }
    if rung == 1 {
      switch scores.plan.combines[1] {
      case .mean, .weightedByKind, .weightedByColumn, .weightedByCount: break
      case .sum, .min, .max, .median: return false
      }
      guard hasUnits || scores.plan.nodes[0].rounding[0] == nil else { return false }
    } else if scores.plan.nodes[0].rounding[0] != nil {
      return false
    }
    for institution in scores.observations.population.rungs[0].indices where scores.total(of: institution) != nil {
      guard hasUnits ? addUnits(of: institution) : addWhole(institution) else { return false }
    }
    return true
  }

  private mutating func takeWeights() -> Bool {
    let exact = children.map { scores.plan.nodes[$0].weight }
    guard let whole = FlatNationBuilder.whole(exact)?.numbers else { return false }
    weights = whole + Array(repeating: 0, count: width - whole.count)
    let sum = whole.reduce(0, +)
    let (largest, overflow) = sum.multipliedReportingOverflow(by: noise.largest)
    largestSum = largest
    return !overflow && largest < 1 << 53
  }

  /// The values of the parts of an entity; nil where it has none.
  private func parts(of entity: Int, on rung: Int) -> [Fraction?] {
    children.map { scores.values.value($0, on: rung, of: entity) }
  }

  // MARK: Units that are rounded

  private mutating func addUnits(of institution: Int) -> Bool {
    let first = masks.count
    var counted: [Fraction] = []
    for unit in scores.observations.population.rungs[0][institution].children {
      let parts = parts(of: unit, on: 1)
      guard parts.contains(where: { $0 != nil }), let weight = scores.weight(of: unit, on: 1) else { continue }
      guard add(parts) else { return false }
      counted.append(weight)
    }
    guard let whole = FlatNationBuilder.whole(counted)?.numbers, !whole.isEmpty else { return false }
    shares += whole
    let sum = whole.reduce(0, +)
    // Σ ω q / (10^unit places Σ ω), in units of the published place.
    let (up, down) = (max(0, published.places - rounding.places), max(0, rounding.places - published.places))
    guard let up = FlatNationBuilder.power(up).int, let down = FlatNationBuilder.power(down).int else { return false }
    let (denominator, overflow) = sum.multipliedReportingOverflow(by: down)
    guard !overflow, FlatNation.isExact(upTo: max(largest(published.places), largestUnit), over: denominator) else { return false }
    scales.append((up, denominator))
    finish(institution, first..<masks.count)
    return true
  }

  // MARK: Institutions that are weighed once

  private mutating func addWhole(_ institution: Int) -> Bool {
    let first = masks.count
    guard let parts = rung == 0 ? parts(of: institution, on: 0) : means(in: institution), add(parts) else { return false }
    shares.append(1)
    scales.append((1, 1))
    finish(institution, first..<masks.count)
    return true
  }

  /// The means of the parts over the units, if all units have the same parts: then the mean of totals is the total of means.
  private func means(in institution: Int) -> [Fraction?]? {
    var members: [(weight: Fraction, parts: [Fraction?])] = []
    for unit in scores.observations.population.rungs[0][institution].children {
      let parts = parts(of: unit, on: 1)
      if parts.contains(where: { $0 != nil }), let weight = scores.weight(of: unit, on: 1) { members.append((weight, parts)) }
    }
    guard let one = members.first, members.allSatisfy({ zip($0.parts, one.parts).allSatisfy { ($0 == nil) == ($1 == nil) } }) else {
      return nil
    }
    return children.indices.map { part in
      one.parts[part] == nil ? nil : Fraction.weightedMean(members.compactMap { member in member.parts[part].map { (member.weight, $0) } })
    }
  }

  // MARK: Numbers

  private mutating func add(_ parts: [Fraction?]) -> Bool {
    let power = FlatNationBuilder.power(rounding.places)
    guard let (whole, denominator) = FlatNationBuilder.whole(parts.map { ($0 ?? .zero) * power }) else { return false }
    let set = parts.enumerated().reduce(UInt64(0)) { $1.element == nil ? $0 : $0 | 1 << UInt64($1.offset) }
    if let known = sets.firstIndex(of: set) {
      masks.append(known)
    } else {
      masks.append(sets.count)
      sets.append(set)
    }
    let (product, overflow) = largestSum.multipliedReportingOverflow(by: denominator)
    if overflow || !FlatNation.isExact(upTo: largestUnit, over: product) { isCoarse = false }
    denominators.append(denominator)
    values += whole.map { Double($0) } + Array(repeating: 0, count: width - children.count)
    return true
  }

  private mutating func finish(_ institution: Int, _ range: Range<Int>) {
    institutions.append(institution)
    units.append(range)
    var (low, high, all) = (0.0, 0.0, 0.0)
    for unit in range {
      let (center, reach) = span(of: unit)
      low += Double(shares[unit]) * (center - reach)
      high += Double(shares[unit]) * (center + reach)
      all += Double(shares[unit])
    }
    let scale = hasUnits ? Double(scales[scales.count - 1].numerator) / Double(scales[scales.count - 1].denominator) : 1 / all
    let top = largest(published.places)
    // What is lost in this sum is far less than the place that is added on either side.
    let bottom = min(max(0, Int((low * scale).rounded(.down)) - 1), top)
    bounds.append(bottom...max(bottom, min(top, Int((high * scale).rounded(.up)) + 1)))
  }

  /// Around which total a unit lies by the rules as they are, and how far draws can move it: with factors between 1 - s and 1 + s a weighted
  /// mean moves by at most s / (1 - s) times the weighted mean distance from it. One place more is for its rounding.
  private func span(of unit: Int) -> (center: Double, reach: Double) {
    let share = Double(noise.share.numerator) / Double(noise.share.denominator)
    var (sum, weight) = (0.0, 0.0)
    let set = sets[masks[unit]]
    let present = children.indices.filter { set & 1 << UInt64($0) != 0 }
    for part in present {
      sum += Double(weights[part]) * values[unit * width + part] / Double(denominators[unit])
      weight += Double(weights[part])
    }
    let center = sum / weight
    let distance = present.reduce(0.0) {
      $0 + Double(weights[$1]) * (values[unit * width + $1] / Double(denominators[unit]) - center).magnitude
    }
    return (center, share / (1 - share) * distance / weight + 1)
  }
}
