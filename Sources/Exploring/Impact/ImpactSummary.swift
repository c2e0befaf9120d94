internal import Observations
internal import RuleDiagnostics
public import RuleModel
internal import Scoring

/// What the rows of an impact say together, of everybody or of a group.
public struct ImpactSummary: Sendable {
  /// How many institutions went from one colour to another, or stayed.
  public struct Move: Sendable, Equatable {
    /// The colour before; nil below the lowest line.
    public let from: String?
    /// The colour after.
    public let to: String?
    /// How many.
    public let count: Int
  }

  /// The number of institutions with a score both before and after.
  public let count: Int
  /// The number of institutions without one of the two.
  public let unscored: Int
  /// The number of institutions whose colour after is a higher one.
  public let raised: Int
  /// The number of institutions whose colour after is a lower one.
  public let lowered: Int
  /// Every pair of colours that occurs, in the order of the ladders, lowest first.
  public let moves: [Move]
  /// The mean of the shifts; nil without institutions.
  public let mean: Fraction?
  /// The middle of the shifts, or the mean of the two in the middle; nil without institutions.
  public let median: Fraction?
  /// The lowest and the highest shift; nil without institutions.
  public let extremes: ClosedRange<Fraction>?
  /// The most places that anybody went up or down.
  public let largestClimb: Int

  /// Sums up rows between two editions. Complexity: linear in the rows times the logarithm of their number.
  init(_ rows: some Sequence<Impact.Row>, from old: Edition, to new: Edition) {
    var counts: [[Int]] = (old.zones.colours + [""]).map { _ in (new.zones.colours + [""]).map { _ in 0 } }
    var shifts: [Fraction] = []
    var unscored = 0
    var (climb, raised, lowered) = (0, 0, 0)
    for row in rows {
      guard let from = row.from, let to = row.to, let shift = row.shift else {
        unscored += 1
        continue
      }
      shifts.append(shift)
      if row.direction > 0 { raised += 1 } else if row.direction < 0 { lowered += 1 }
      climb = max(climb, abs(row.climb ?? 0))
      counts[ImpactSummary.place(from.zone, old)][ImpactSummary.place(to.zone, new)] += 1
    }
    count = shifts.count
    self.unscored = unscored
    (largestClimb, self.raised, self.lowered) = (climb, raised, lowered)
    let (before, after) = (old.zones.colours.map(Optional.some) + [nil], new.zones.colours.map(Optional.some) + [nil])
    moves = counts.indices.flatMap { from in
      counts[from].indices.filter { counts[from][$0] > 0 }.map { Move(from: before[from], to: after[$0], count: counts[from][$0]) }
    }
    shifts.sort()
    let middle = shifts.count / 2
    mean = shifts.isEmpty ? nil : shifts.sum() / Fraction(shifts.count)
    median =
      shifts.isEmpty ? nil : shifts.count % 2 == 1 ? shifts[middle] : (shifts[middle - 1] + shifts[middle]) / Fraction(2)
    extremes = shifts.first.flatMap { low in shifts.last.map { low...$0 } }
  }

  private static func place(_ zone: ZoneStep?, _ edition: Edition) -> Int {
    let colours = edition.zones.colours
    return zone.flatMap { colours.firstIndex(of: $0.colour) } ?? colours.count
  }

  /// The number of institutions whose colour changes.
  public var moved: Int { raised + lowered }

  /// Returns how many institutions have a colour before.
  public func before(_ colour: String?) -> Int { moves.filter { $0.from == colour }.map(\.count).reduce(0, +) }

  /// Returns how many institutions have a colour after.
  public func after(_ colour: String?) -> Int { moves.filter { $0.to == colour }.map(\.count).reduce(0, +) }
}

extension Impact {
  /// What all rows say together.
  public var summary: ImpactSummary { ImpactSummary(rows, from: old.edition, to: new.edition) }

  /// What the rows of each kind of institution say together, by kind; nil, last, is of those without one.
  public var kinds: [(name: String?, summary: ImpactSummary)] { groups(by: \.kind) }

  /// What the rows of each province say together, by name; nil, last, is of those without one.
  public var provinces: [(name: String?, summary: ImpactSummary)] { groups(by: \.province) }

  private func groups(by key: KeyPath<Entity, String?>) -> [(name: String?, summary: ImpactSummary)] {
    let groups = Dictionary(grouping: rows) { $0.entity[keyPath: key] }
    let names = groups.keys.sorted { left, right in
      if let left, let right { left.precedesByBytes(right) } else { left != nil && right == nil }
    }
    return names.map { ($0, ImpactSummary(groups[$0] ?? [], from: old.edition, to: new.edition)) }
  }

  /// The rows whose colour changes, the largest shifts first.
  public var movers: [Row] { rows.filter(\.changesZone).sorted { Impact.isLarger($0, $1) } }

  /// The rows that fall furthest, the furthest first; none that does not fall.
  public func falls(atMost count: Int) -> [Row] {
    Array(rows.filter { $0.shift.map { $0.signum < 0 } ?? false }.sorted { Impact.isLarger($0, $1) }.prefix(count))
  }

  /// The rows that rise furthest, the furthest first; none that does not rise.
  public func rises(atMost count: Int) -> [Row] {
    Array(rows.filter { $0.shift.map { $0.signum > 0 } ?? false }.sorted { Impact.isLarger($0, $1) }.prefix(count))
  }

  /// The rows whose total after is not further from a line between two colours than `distance`, the nearest first.
  public func near(_ distance: Fraction) -> [Row] {
    let near = rows.filter { $0.nearest.map { $0.distance.magnitude <= distance } ?? false }
    return near.sorted { left, right in
      let (a, b) = (left.nearest?.distance.magnitude ?? .zero, right.nearest?.distance.magnitude ?? .zero)
      return a == b ? left.entity.path.precedesByBytes(right.entity.path) : a < b
    }
  }

  private static func isLarger(_ left: Row, _ right: Row) -> Bool {
    let (a, b) = (left.shift?.magnitude ?? .zero, right.shift?.magnitude ?? .zero)
    return a == b ? left.entity.path.precedesByBytes(right.entity.path) : a > b
  }
}
