internal import RuleModel
internal import Scoring

/// One part as it stands in the two years.
struct PairedPart: Sendable {
  /// A part as it stands in one year.
  struct Version: Sendable {
    /// The part, with columns of both years' fields.
    var node: Plan.Node
    /// The group it stands in; nil for the root.
    var parent: Int?
    /// Its weight as written.
    var weight: Fraction
    /// Its weight over the declared sum, for a group that adds up.
    var absolute: Fraction
    /// The part that it is a piece of, where that is not split yet, or merged already.
    var whole: String?
  }

  let id: String
  let isLeaf: Bool
  var old: Version?
  var new: Version?

  /// Whether the part stands in both years.
  var continues: Bool { old != nil && new != nil }

  /// The year's version that holds where the part exists only in one.
  var either: Version? { new ?? old }
}
