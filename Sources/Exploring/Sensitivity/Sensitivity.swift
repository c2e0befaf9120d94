public import Observations
public import RuleModel
public import Scoring

/// How far scores, zones and ranks depend on weights that could as well have been others.
///
/// Every draw is scored exactly, with the rounding of the rules. Totals are the published ones; where the rules do not round the total, those
/// of two decimals. A percentile is by nearest rank: the smallest value that at least so many percent of the draws do not exceed.
public struct Sensitivity: Sendable {
  /// The 5th and the 95th percentile: nine draws of ten lie within, the ends included.
  public struct Interval<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The 5th percentile.
    public let low: Value
    /// The 95th percentile.
    public let high: Value
  }

  /// One institution over all draws.
  public struct Row: Sendable {
    /// The institution.
    public let entity: Entity
    /// Where it stands by the rules as they are.
    public let published: Impact.Standing
    /// The mean of the totals.
    public let mean: Fraction
    /// Within which totals it stays.
    public let totals: Interval<Fraction>
    /// Within which places of the ranking it stays.
    public let ranks: Interval<Int>
    /// In how many draws it has each colour, lowest first; the last is of no colour.
    public let zones: [(colour: String?, draws: Int)]

    /// In how many draws it has the colour that the rules as they are give it.
    public var kept: Int { zones.first { $0.colour == published.zone?.colour }?.draws ?? 0 }

    /// The number of draws of the colour that it has most often.
    public var most: Int { zones.map(\.draws).max() ?? 0 }
  }

  /// The scores by the rules as they are.
  public let scores: ScoreTable
  /// How weights were drawn.
  public let noise: WeightNoise
  /// The parts whose weights were drawn.
  public let parts: [Part]
  /// The institutions that have a score, in the order of the data.
  public let rows: [Row]

  /// Whether an institution has one colour in at least 95 of 100 draws.
  public func isStable(_ row: Row) -> Bool { row.most * 100 >= noise.draws * 95 }

  /// How many institutions have one colour in at least 95 of 100 draws.
  public var stable: Int { rows.count { isStable($0) } }
}

/// Which weights are drawn.
public enum DrawnWeights: String, Sendable, CaseIterable {
  /// Those of the parts right below the total.
  case dimensions
  /// Those of all parts.
  case all
}
