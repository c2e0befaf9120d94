internal import Observations
internal import RuleModel
internal import Scoring

/// An indicator whose cells can be raised, and the floors to which they can be.
struct RaisableIndicator {
  /// What was recorded in one cell that may be raised.
  struct Held {
    let column: Int
    /// Nil if nothing was, which the rules then count as zero.
    let value: Fraction?
  }

  /// An entity of the indicator's rung with its cells: one, or one for each item of a checklist.
  struct Place {
    let entity: Int
    let cells: [Held]
  }

  /// How floors follow from the scale.
  enum Ascent {
    /// Stretches of the field that are worth the same, in the order of the field.
    case stretches([Stretch])
    /// A line of values, `places` decimals fine, towards the best one.
    case line(from: Fraction?, to: Fraction, places: Int)
    /// The points of each item.
    case items([Fraction])
  }

  /// Values of a field, both ends among them, that are worth the same.
  struct Stretch {
    let low: Fraction
    let high: Fraction
    let score: Fraction
  }

  let part: Int
  let rung: Int
  let places: [Place]
  let ascent: Ascent
  /// Whether the field holds answers, not numbers.
  let isAnswer: Bool

  /// The same indicator in some of its entities only.
  func only(in entities: Range<Int>) -> RaisableIndicator {
    RaisableIndicator(part: part, rung: rung, places: places.filter { entities.contains($0.entity) }, ascent: ascent, isAnswer: isAnswer)
  }

  /// The best floor; nil if nothing can be raised.
  var best: Floor? {
    switch ascent {
    case .stretches, .items: floors.last
    case .line(let start, let end, let places):
      start.map { lowestStep(from: $0, to: end, places: places) != end } ?? false ? bound(end, rising: isRising) : nil
    }
  }

  /// The smallest floor that `reaches`; nil if none does.
  ///
  /// Complexity: one question for each floor of a list; a logarithm of the steps on a line, where one step less than the answer was asked
  /// about too.
  func smallest(where reaches: (Floor) -> Bool) -> Floor? {
    guard case .line(let start, let end, let places) = ascent else { return floors.first(where: reaches) }
    guard let start, let best, reaches(best) else { return nil }
    let unit = Fraction.one.scaledDown(by: places)
    var (below, above) = (lowestStep(from: start, to: end, places: places), end)
    while (above - below).magnitude > unit {
      let half = (below + above) / Fraction(2)
      let middle = isRising ? half.gridFloor(places: places) : half.gridCeiling(places: places)
      if reaches(bound(middle, rising: isRising)) { above = middle } else { below = middle }
    }
    return bound(above, rising: isRising)
  }

  /// What a floor changes.
  func changes(to floor: Floor) -> [Rescoring.Change] {
    places.flatMap { changes(to: floor, in: $0) }
  }

  /// How many entities a floor changes.
  func entities(changedBy floor: Floor) -> Int {
    places.count { !changes(to: floor, in: $0).isEmpty }
  }

  private func changes(to floor: Floor, in place: Place) -> [Rescoring.Change] {
    switch (ascent, floor) {
    case (.items(let points), .items(let count, _)): return metItems(count, points, place)
    case (.line, .atLeast(let bound)): return raised(place) { $0.map { $0 < bound } ?? true ? bound : nil }
    case (.line, .atMost(let bound)): return raised(place) { $0.map { $0 > bound } ?? true ? bound : nil }
    case (.stretches(let stretches), _):
      guard let score = score(of: floor, on: stretches) else { return [] }
      return raised(place) { nearest(to: $0, worth: score, on: stretches) }
    default: return []
    }
  }

  private func raised(_ place: Place, to value: (Fraction?) -> Fraction?) -> [Rescoring.Change] {
    place.cells.compactMap { cell in
      value(cell.value).map { Rescoring.Change(column: cell.column, entity: place.entity, value: $0) }
    }
  }

  // MARK: Lists of floors

  /// Every floor that changes something, the lowest first; none for a line.
  private var floors: [Floor] {
    switch ascent {
    case .line: return []
    case .items(let points): return (0..<points.count).map { .items($0 + 1, of: points.count) }.filter { entities(changedBy: $0) > 0 }
    case .stretches(let stretches):
      let scores = Set(stretches.map(\.score)).sorted().dropFirst()
      return scores.map { floor(worth: $0, on: stretches) }.filter { entities(changedBy: $0) > 0 }
    }
  }

  /// The floor in the words of the field: at least, at most, or neither.
  private func floor(worth score: Fraction, on stretches: [Stretch]) -> Floor {
    let isGood = stretches.map { $0.score >= score }
    let count = isGood.count { $0 }
    if isAnswer { return .answer(isGood.last ?? true) }
    if isGood.suffix(count).allSatisfy({ $0 }) { return .atLeast(stretches[stretches.count - count].low) }
    if isGood.prefix(count).allSatisfy({ $0 }) { return .atMost(stretches[count - 1].high) }
    return .worth(score)
  }

  private func score(of floor: Floor, on stretches: [Stretch]) -> Fraction? {
    switch floor {
    case .answer: stretches.map(\.score).max()
    case .worth(let score): score
    case .atLeast(let bound): stretches.filter { $0.low >= bound }.map(\.score).min()
    case .atMost(let bound): stretches.filter { $0.high <= bound }.map(\.score).min()
    case .items: nil
    }
  }

  /// The nearest value that is worth enough; nil if the value is. Where nothing was recorded, a value that is worth just enough.
  private func nearest(to value: Fraction?, worth score: Fraction, on stretches: [Stretch]) -> Fraction? {
    let good = stretches.filter { $0.score >= score }
    guard let value else { return good.min { $0.score < $1.score }?.low }
    // Values between two stretches, finer than the steps, belong to the stretch below them.
    guard let own = stretches.last(where: { $0.low <= value }), own.score < score else { return nil }
    let ends = good.map { value < $0.low ? $0.low : $0.high }
    return ends.min { ($0 - value).magnitude < ($1 - value).magnitude }
  }

  /// Meets items until so many are met, those that count most first; an item of which nothing is known is then recorded as not met.
  private func metItems(_ count: Int, _ points: [Fraction], _ place: Place) -> [Rescoring.Change] {
    let isMet = place.cells.map { $0.value.map { !$0.isZero } ?? false }
    let lacking = max(0, count - isMet.count { $0 })
    let isComplete = place.cells.allSatisfy { $0.value != nil }
    guard lacking > 0 || !isComplete else { return [] }
    let order = points.indices.filter { !isMet[$0] }.sorted { points[$0] == points[$1] ? $0 < $1 : points[$0] > points[$1] }
    let newlyMet = Set(order.prefix(lacking))
    return place.cells.indices.compactMap { index in
      let cell = place.cells[index]
      guard newlyMet.contains(index) || cell.value == nil else { return nil }
      return Rescoring.Change(column: cell.column, entity: place.entity, value: newlyMet.contains(index) ? .one : .zero)
    }
  }

  // MARK: Lines

  /// Whether higher values are better on a line.
  private var isRising: Bool {
    guard case .line(let start?, let end, _) = ascent else { return true }
    return start < end
  }

  private func bound(_ value: Fraction, rising: Bool) -> Floor { rising ? .atLeast(value) : .atMost(value) }

  /// The last value of a line that changes nothing: the worst that was recorded, or one step before the line where something is missing.
  private func lowestStep(from start: Fraction, to end: Fraction, places: Int) -> Fraction {
    let unit = Fraction.one.scaledDown(by: places)
    let held = self.places.flatMap(\.cells).map(\.value)
    let known = held.compactMap { $0 }
    guard !held.isEmpty else { return end }
    if held.contains(where: { $0 == nil }) { return isRising ? start - unit : start + unit }
    let worst = isRising ? known.min() : known.max()
    guard let worst else { return end }
    return isRising ? min(worst.gridFloor(places: places), end) : max(worst.gridCeiling(places: places), end)
  }
}
