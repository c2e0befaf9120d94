internal import RuleModel

/// The amounts of a tree of edits, in the same shape.
struct Amounts {
  var amount: Fraction
  var children: [Amounts]

  static func + (left: Amounts, right: Amounts) -> Amounts {
    Amounts(amount: left.amount + right.amount, children: zip(left.children, right.children).map { $0 + $1 })
  }

  static func * (amounts: Amounts, factor: Fraction) -> Amounts {
    Amounts(amount: amounts.amount * factor, children: amounts.children.map { $0 * factor })
  }

  /// The same shape with nothing in it.
  static func zero(_ tree: EditTree) -> Amounts {
    Amounts(amount: .zero, children: tree.children.map { zero($0) })
  }
}
