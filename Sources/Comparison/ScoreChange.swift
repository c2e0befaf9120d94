public import RuleDiagnostics
public import RuleModel

/// Why the score of one institution changed between two years.
public struct ScoreChange: Sendable {
  /// The score of one year.
  public struct Year: Sendable {
    /// The rules.
    public let edition: Edition
    /// The exact total.
    public let total: Fraction
    /// The total as published.
    public let reported: Fraction
    /// The zone step; nil below the lowest line.
    public let zone: ZoneStep?

    /// The total as it is printed.
    func printed(places: Int) -> Fraction { reported.rounded(places: places, mode: .halfUp) }
  }

  /// An intermediate score: a counterfactual made of observations that exist.
  public struct World: Sendable {
    /// `P`: the new year's data of the old year's units under the old rules. `P+S`: the new year's whole data under the old rules.
    public let id: String
    /// The exact total.
    public let total: Fraction
    /// Whether it rests on values that the new year did not observe: old ones, averages of peers, or none at all.
    public let isAssumed: Bool
  }

  /// One line of the explanation, with the lines that add up to it.
  public struct Line: Sendable {
    /// Its name: a block, a named change, a type of difference, a part, an entity.
    public let id: String
    /// What people call it; nil for the fixed words of the explanation.
    public let label: Words?
    /// The exact amount.
    public let amount: Fraction
    /// The amount as printed; printed lines add up to the printed line above.
    public var printed: Fraction
    /// The smallest and largest amount over the orders of the blocks; only for blocks and their lines.
    public let range: ClosedRange<Fraction>?
    /// Whether it has no earlier value, so that its amount says nothing about performance.
    public let isNewlyMeasured: Bool
    /// The line in which a named change is counted together with others, since they changed the same thing; nil for most.
    public var countedIn: String?
    /// Who joined or left, from the top rung down; only in the block of scope.
    public let entities: [Visitor]
    /// What it is made of.
    public var lines: [Line]
    /// Whether some of it has no earlier value and the rest has one; the lines below say which, as far as they were asked for.
    public internal(set) var isPartlyNewlyMeasured = false
    /// The weakest provenance that the named changes in it state, and why they were made; nothing for what no change claims.
    public internal(set) var grounds = Grounds.unsaid
    /// The named changes of the rules that it tells: one, or several that did something together; none but in the lines of the method.
    public internal(set) var changes: [NamedChange] = []

    /// What of it has no earlier value, exactly and as its printed lines add up to; nil where lines are needed that were not asked for.
    ///
    /// Complexity: linear in the number of lines below.
    public var newlyMeasured: (amount: Fraction, printed: Fraction)? {
      if isNewlyMeasured { return (amount, printed) }
      guard isPartlyNewlyMeasured else { return (.zero, .zero) }
      return lines.isEmpty ? nil : ScoreChange.newlyMeasured(in: lines)
    }
  }

  /// An entity that joined or left.
  public struct Visitor: Sendable, Hashable {
    /// Its rung, 1 for the one below the top.
    public let rung: Int
    /// What people call it.
    public let name: String
  }

  /// Something that the explanation takes for granted because no data say it.
  public struct Assumption: Sendable, Hashable {
    /// Which rule was used.
    public enum Kind: String, Sendable, CaseIterable {
      /// No value in the old year; the whole effect is newly measured.
      case newlyMeasured = "newly-measured"
      /// Not recorded in the old year; the rules say what everybody is taken to have had.
      case backcast
      /// Recorded with other values in the old year; the rules say how they read now, and how the new ones would have read then.
      case recoded
      /// The scale and the answers changed together and cannot be told apart.
      case inseparable
      /// Another field recorded it in the old year; what split, merged or renamed the indicator says that both measure the same.
      case readAs = "read-as"
      /// The new year no longer records the field; the old value stays until the rules drop the indicator.
      case keptOldValue = "kept-old-value"
      /// Nobody could have observed it; it takes the average of its peers.
      case peersAverage = "peers-average"
      /// The old rules insist on it, the new data do not hold it, and it has no peers: it is left out on the way.
      case leftOut = "left-out"
      /// It is missing in the new year, and the rules carry the value of an earlier year over.
      case carriedOver = "carried-over"
      /// The rules ask more for the same answer than before; what changed in the answers counts as performance.
      case narrowed
      /// The rules ask less for the same answer than before; what changed in the answers counts as performance.
      case widened
      /// The rules say themselves that this change of theirs, or its reason, is assumed.
      case assumedChange = "assumed-change"
    }

    /// Which rule was used.
    public let kind: Kind
    /// To what: a part, a field or an entity.
    public let what: String
    /// What people call it.
    public let label: Words
    /// Why, where somebody says so.
    public var note: Words?
  }

  /// The path of the institution.
  public let entity: String
  /// The name of the institution.
  public let name: String
  /// The kind of the institution, if the directory of entities gives one.
  public let kind: String?
  /// The province of the institution, if the directory of entities gives one.
  public let province: String?
  /// The path by which the change was split.
  public let path: ExplanationPath
  /// The old year.
  public let from: Year
  /// The new year.
  public let to: Year
  /// The number of decimals of the printed amounts.
  public let places: Int
  /// The intermediate scores.
  public let worlds: [World]
  /// The blocks that have anything in them.
  public let blocks: [Line]
  /// What the rounding of the two published totals adds, at most one unit of the last place.
  public let finalRounding: Line
  /// Why the zone is what it is.
  public let zone: ZoneAnswer
  /// What had to be assumed.
  public internal(set) var assumptions: [Assumption]
  /// Whether some amounts rest on sampled orders instead of all of them.
  public let isSampled: Bool

  /// The steps of the rules between the two years, oldest first.
  private var steps: [EditionStep] { to.edition.steps(since: from.edition.name) }

  /// The weakest provenance that the changes of the rules between the two years state; nil if none states any.
  public var provenanceOfChanges: Provenance? { steps.compactMap(\.weakest).max() }

  /// The weakest provenance of anything on which the explanation rests: both rule books, and the changes between them.
  public var provenance: Provenance {
    max(from.edition.provenance, to.edition.provenance, provenanceOfChanges ?? .published)
  }

  /// What of the change has no earlier value, exactly and as the printed lines add up to; nil where deeper lines are needed to tell.
  ///
  /// Complexity: linear in the number of lines.
  public var newlyMeasured: (amount: Fraction, printed: Fraction)? { ScoreChange.newlyMeasured(in: blocks) }

  private static func newlyMeasured(in lines: [Line]) -> (amount: Fraction, printed: Fraction)? {
    var (amount, printed) = (Fraction.zero, Fraction.zero)
    for line in lines {
      guard let own = line.newlyMeasured else { return nil }
      (amount, printed) = (amount + own.amount, printed + own.printed)
    }
    return (amount, printed)
  }

  /// The exact change.
  public var change: Fraction { to.total - from.total }
  /// The change of the published totals, as they are printed: an edition that does not round is printed to ``places`` decimals too.
  public var reportedChange: Fraction { to.printed(places: places) - from.printed(places: places) }
}

/// The way from the old year to the new one.
public enum ExplanationPath: String, Sendable, CaseIterable {
  /// Performance, then scope, then method: every intermediate score is made of observations that exist.
  case observed
  /// The average over all orders of the blocks.
  case symmetric
}
