public import Observations
internal import RuleDiagnostics
public import RuleModel
public import Scoring

/// What other rules, or other observations, do to everybody: two score tables of the same institutions side by side.
///
/// Shifts are differences of published totals, so anybody can repeat every mean from the rows. Two editions may cut the scale into different
/// steps, so a zone means a colour here.
public struct Impact: Sendable {
  /// Where an institution stands under one of the two.
  public struct Standing: Sendable {
    /// The exact total.
    public let total: Fraction
    /// The total as it is published.
    public let reported: Fraction
    /// The step of the zone ladder; nil below its lowest line.
    public let zone: ZoneStep?
    /// The place among all that have a score, by published total, 1 for the highest; equal totals share a place.
    public let rank: Int
  }

  /// One institution.
  public struct Row: Sendable {
    /// The institution.
    public let entity: Entity
    /// Where it stands before; nil without a score.
    public let from: Standing?
    /// Where it stands after; nil without a score.
    public let to: Standing?
    /// 1 if the colour after is a higher one, -1 if a lower one, 0 if it is the same or there is no score before or after.
    ///
    /// A colour that the rules after do not have lies where the total went.
    public let direction: Int
    /// The line between two colours that is nearest to the total after; nil without a score, or if all steps have one colour.
    public let nearest: NearLine?

    /// The difference of the published totals; nil unless there are two.
    public var shift: Fraction? {
      if let from, let to { to.reported - from.reported } else { nil }
    }

    /// Whether the colour differs. One that has a score under one of the two only does not count.
    public var changesZone: Bool { direction != 0 }

    /// How many places it goes up, negative if down; nil unless it has two.
    public var climb: Int? {
      if let from, let to { from.rank - to.rank } else { nil }
    }
  }

  /// A line between two colours, and how far a total is from it.
  public struct NearLine: Sendable, Equatable {
    /// The step that begins at the line.
    public let zone: ZoneStep
    /// The deciding figure less the line: negative below it.
    public let distance: Fraction
  }

  /// The scores before.
  public let old: ScoreTable
  /// The scores after.
  public let new: ScoreTable
  /// One row for each institution, in the order of the data.
  public let rows: [Row]

  /// Puts two tables side by side; institutions are matched by their paths, and those of `new` alone are not looked at.
  ///
  /// Complexity: linear in the institutions times the logarithm of their number.
  public init(from old: ScoreTable, to new: ScoreTable) {
    self.old = old
    self.new = new
    let places = new.observations.places(of: old.observations.population)[0]
    let before = Impact.standings(old)
    let after = Impact.standings(new)
    rows = old.observations.population.rungs[0].enumerated().map { index, entity in
      let to = places[index].flatMap { after[$0] }
      let direction = Impact.direction(before[index], to, new.edition.zones.colours)
      return Row(
        entity: entity, from: before[index], to: to, direction: direction, nearest: to.flatMap { new.edition.nearestLine(to: $0.total) })
    }
  }

  private static func direction(_ from: Standing?, _ to: Standing?, _ colours: [String]) -> Int {
    guard let from, let to, from.zone?.colour != to.zone?.colour else { return 0 }
    let place = { (zone: ZoneStep?) in zone.map { colours.firstIndex(of: $0.colour) } ?? -1 }
    if let before = place(from.zone), let after = place(to.zone) { return after > before ? 1 : -1 }
    return to.reported < from.reported ? -1 : 1
  }

  static func standings(_ scores: ScoreTable) -> [Standing?] {
    let edition = scores.edition
    let totals = scores.observations.population.rungs[0].indices.map { scores.total(of: $0) }
    let reported = totals.map { $0.map { edition.reported($0) } }
    return zip(zip(totals, reported), Scoring.ranks(of: reported)).map { scored, rank in
      guard let total = scored.0, let reported = scored.1, let rank else { return nil }
      return Standing(total: total, reported: reported, zone: edition.zone(of: total), rank: rank)
    }
  }
}

extension Edition {
  /// The line between two colours that is nearest to a total, the lower of two; nil if all steps have one colour.
  func nearestLine(to total: Fraction) -> Impact.NearLine? {
    let figure = zones.usesExactTotal ? total : reported(total)
    let lines = zip(zones.steps, zones.steps.dropFirst()).filter { $0.colour != $1.colour }.map(\.1)
    let nearest = lines.min { (figure - $0.from.value).magnitude < (figure - $1.from.value).magnitude }
    return nearest.map { Impact.NearLine(zone: $0, distance: figure - $0.from.value) }
  }
}
