internal import RuleModel

/// One number for each institution that is explained.
struct ByInstitution: Equatable {
  var values: [Fraction]

  init(_ values: [Fraction]) {
    self.values = values
  }

  subscript(institution: Int) -> Fraction { values[institution] }

  static func + (left: ByInstitution, right: ByInstitution) -> ByInstitution {
    ByInstitution(zip(left.values, right.values).map { $0 + $1 })
  }

  static func - (left: ByInstitution, right: ByInstitution) -> ByInstitution {
    ByInstitution(zip(left.values, right.values).map { $0 - $1 })
  }

  static func * (amounts: ByInstitution, factor: Fraction) -> ByInstitution {
    ByInstitution(amounts.values.map { $0 * factor })
  }

  static func += (left: inout ByInstitution, right: ByInstitution) {
    for index in left.values.indices { left.values[index] += right.values[index] }
  }
}

/// The amounts of a tree of edits, in the same shape.
struct Amounts {
  var amount: ByInstitution
  var children: [Amounts]

  static func + (left: Amounts, right: Amounts) -> Amounts {
    Amounts(amount: left.amount + right.amount, children: zip(left.children, right.children).map { $0 + $1 })
  }

  static func * (amounts: Amounts, factor: Fraction) -> Amounts {
    Amounts(amount: amounts.amount * factor, children: amounts.children.map { $0 * factor })
  }

  /// The same shape with nothing in it.
  static func zero(_ tree: EditTree, institutions: Int) -> Amounts {
    Amounts(
      amount: ByInstitution(Array(repeating: .zero, count: institutions)),
      children: tree.children.map { zero($0, institutions: institutions) })
  }
}
