public import RuleDiagnostics
public import RuleModel

/// One thing that two editions say differently.
public struct RuleDifference: Sendable, Equatable {
  /// What kind of thing differs.
  public enum Kind: String, Sendable, CaseIterable {
    case added, removed, moved, renamed, split, merged, reweighted, rescaled, policy, rounding, condition, ladder
    case zoneLine = "zone_line"
    case label, field, flag, provenance, citation, source
  }

  /// What an edition says; the words for it are chosen by whoever prints it.
  public enum Value: Sendable, Equatable {
    /// A weight, or a zone line.
    case number(Fraction)
    /// A part that the other edition does not have.
    case part(Part)
    /// The names of parts, rungs or kinds.
    case names([String])
    /// What people call it.
    case label(Words)
    /// How an indicator gets its points, and the decimals of a root or logarithm in it.
    case scale(Scale, precision: Int?)
    /// How a group combines its parts, and the decimals of a root in it.
    case combine(Part.Combine, precision: Int?)
    /// Between what a group's combined value is brought to the scale; nil where it is the score as it is.
    case goalposts(Goalposts?)
    /// How entities are combined into the one above.
    case rung(Rung.Combine)
    /// How many entities of a rung are expected.
    case count(ExpectedCount)
    /// What a missing observation does.
    case missing(MissingPolicy)
    /// What a part is worth where it does not apply.
    case notApplicable(NotApplicablePolicy)
    /// How a part is rounded; nil if it is not.
    case rounding(Rounding?)
    /// An expression; nil where there is none.
    case expression(String?)
    /// What is recorded.
    case field(Field)
    /// The lowest and the highest score.
    case range(ClosedRange<Fraction>)
    /// The steps of the zone ladder.
    case zones([ZoneStep])
    /// How well figures are known.
    case provenance(Provenance)
    /// On what it rests.
    case citations([Citation])
    /// A document that rules rest on.
    case source(Source)
    /// Whether the exact total decides the zone.
    case exactTotal(Bool)
  }

  /// What one of the two editions says, and where.
  public struct Side: Sendable, Equatable {
    /// What it says.
    public let value: Value
    /// Where it says so; nil for what is written nowhere.
    public let range: SourceRange?
  }

  /// What the newer edition says of how something continues, or that it does not.
  public struct Link: Sendable, Equatable {
    /// What became of it, as rule files write it: `split`, `dropped`, `recoded`.
    public let kind: String
    /// What the link itself says of how sure it is, and why.
    public let own: Grounds
    /// The same with what its named change says where the link leaves it open.
    public let grounds: Grounds
  }

  /// What kind of thing differs.
  public let kind: Kind
  /// The id of the part, rung, colour, field, flag or source, in the newer edition if it is there.
  public let subject: String
  /// What people call it.
  public let label: Words
  /// What the older edition says; nil if it says nothing.
  public let old: Side?
  /// What the newer edition says; nil if it says nothing.
  public let new: Side?
  /// What the rules say of how it continues; nil if its name alone says so.
  public let link: Link?
}

/// What changed in the rules between two editions, by the named changes that claim it.
///
/// Where figures come from is compared as well as what they are: provenance, citations and sources. Remarks are not compared, nor the title
/// and the status of the editions.
public struct RuleDifferences: Sendable, Equatable {
  /// The differences that one named change claims.
  public struct Group: Sendable, Equatable {
    /// The change; nil for what no change claims.
    public let change: NamedChange?
    /// What it changed, in the order of the newer edition; empty if nothing that is compared.
    public let differences: [RuleDifference]
  }

  /// The older edition.
  public let old: Edition
  /// The newer edition.
  public let new: Edition
  /// The named changes in their order, then what none of them claims.
  public let groups: [Group]

  /// Whether the rules are the same.
  public var isEmpty: Bool { groups.allSatisfy(\.differences.isEmpty) }

  /// Compares two editions. Complexity: quadratic in the number of parts at worst.
  public init(old: Edition, new: Edition) {
    self.old = old
    self.new = new
    var search = RuleDifferenceSearch(old, new)
    search.run()
    let found = search.found
    let named = search.changes.indices.map { number in
      Group(change: search.changes[number], differences: found.filter { $0.claim == number }.map(\.difference))
    }
    let unclaimed = found.filter { $0.claim == nil }.map(\.difference)
    groups = named + (unclaimed.isEmpty ? [] : [Group(change: nil, differences: unclaimed)])
  }
}
