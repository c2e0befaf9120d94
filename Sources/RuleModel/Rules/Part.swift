public import RuleDiagnostics

/// An indicator, or a group of parts: one node of the score's tree.
///
/// What a group passes down (`missing`, `cite`, `provenance`) is already filled in here.
public struct Part: Sendable, Equatable {
  /// How the parts of a group are combined.
  public enum Combine: String, Sendable, CaseIterable {
    case mean
    case geometricMean = "geometric_mean"
    case min
    case max
    case sum
  }

  /// What the part is made of.
  public enum Body: Sendable, Equatable {
    case group(Combine, [Part])
    case leaf(Scale)
  }

  /// Its name, the same in every edition in which it means the same.
  public let id: Marked<String>
  /// What people call it.
  public let label: Words
  /// Its weight beside its siblings; the total's is 1.
  public package(set) var weight: Marked<Fraction>
  /// For a group the rung on which its children are weighed, for a leaf the rung of its fields.
  public let rung: String
  /// The condition under which it applies, in the expression language; nil if it always does.
  public let condition: Marked<String>?
  /// What a missing observation does to it.
  public package(set) var missing: MissingPolicy
  /// Where that is written, in the part or above it; nil if nobody wrote it.
  public let missingRange: SourceRange?
  /// What it is worth where it does not apply.
  public let notApplicable: NotApplicablePolicy
  /// How it is rounded, if it is.
  public let rounding: Rounding?
  /// The decimals to which a root or a logarithm in it is rounded half up; nil where there is none.
  public let precision: Int?
  /// What a group's combined value is brought to the scale between; nil for an indicator, and where it is the score as it is.
  public let goalposts: Goalposts?
  /// The sources it rests on.
  public let citations: [Citation]
  /// How well its figures are known.
  public let provenance: Provenance
  /// A remark of the author.
  public let note: Words?
  /// What it is made of.
  public package(set) var body: Body
  /// Where it is written.
  public let range: SourceRange

  /// Makes a part.
  public init(
    id: Marked<String>, label: Words, weight: Marked<Fraction>, rung: String, condition: Marked<String>? = nil,
    missing: MissingPolicy, missingRange: SourceRange? = nil, notApplicable: NotApplicablePolicy, rounding: Rounding?,
    precision: Int? = nil, goalposts: Goalposts? = nil, citations: [Citation],
    provenance: Provenance, note: Words?,
    body: Body, range: SourceRange
  ) {
    self.id = id
    self.label = label
    self.weight = weight
    self.rung = rung
    self.condition = condition
    self.missing = missing
    self.missingRange = missingRange
    self.notApplicable = notApplicable
    self.rounding = rounding
    self.precision = precision
    self.goalposts = goalposts
    self.citations = citations
    self.provenance = provenance
    self.note = note
    self.body = body
    self.range = range
  }

  /// The parts directly below; none for a leaf.
  public var children: [Part] {
    switch body {
    case .group(_, let parts): parts
    case .leaf: []
    }
  }

  /// This part and all below it, parents first. Complexity: linear in their number.
  public var subtree: [Part] {
    [self] + children.flatMap(\.subtree)
  }
}
