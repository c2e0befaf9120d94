package import RuleModel

/// An edition made flat for running: parts, rungs and fields are numbers.
///
/// Parts stand parents first. A plan can hold parts that no group lists; they are not evaluated.
public struct Plan: Sendable {
  /// One part of the plan.
  package struct Node: Sendable, Equatable {
    package enum Body: Sendable, Equatable {
      case group(Part.Combine)
      case leaf(PlanScale)
    }

    package var id: String
    package var children: [Int]
    /// Relative to the siblings; absolute, over the declared sum, in a `sum` group.
    package var weight: Fraction
    /// The rung on which it gets its value.
    package var rung: Int
    package var body: Body
    /// When it applies; nil if always.
    package var condition: PlanFormula?
    package var notApplicable: NotApplicablePolicy
    package var missing: MissingPolicy
    /// The decimals to which a root is rounded.
    package var precision: Int
    /// What brings the combined value of a group to the scale; nil where it is the score as it is.
    package var goalposts: Goalposts?
    /// The rounding on each rung, if any.
    package var rounding: [Rounding?]

    package init(
      id: String, children: [Int], weight: Fraction, rung: Int, body: Body, condition: PlanFormula?,
      notApplicable: NotApplicablePolicy, missing: MissingPolicy, precision: Int, goalposts: Goalposts?,
      rounding: [Rounding?]
    ) {
      self.id = id
      self.children = children
      self.weight = weight
      self.rung = rung
      self.body = body
      self.condition = condition
      self.notApplicable = notApplicable
      self.missing = missing
      self.precision = precision
      self.goalposts = goalposts
      self.rounding = rounding
    }
  }

  /// How a rung's entities are combined into the one above.
  package enum Combine: Sendable, Equatable {
    case mean, sum, min, max, median
    case weightedByColumn(Int)
    case weightedByKind([String: Fraction])
    case weightedByCount(Int)
  }

  package var nodes: [Node]
  /// For each rung how its entities are combined into the one above.
  package var combines: [Combine]
  /// The fields, in column order, with the rung of each.
  package let fields: [(id: String, rung: Int)]
  package let scale: ClosedRange<Fraction>
  /// The conditions of the edition's flags, in its order.
  package let flags: [PlanFormula]

  package init(
    nodes: [Node], combines: [Combine], fields: [(id: String, rung: Int)], scale: ClosedRange<Fraction>, flags: [PlanFormula] = []
  ) {
    self.nodes = nodes
    self.combines = combines
    self.fields = fields
    self.scale = scale
    self.flags = flags
  }
}
