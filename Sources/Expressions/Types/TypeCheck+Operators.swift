internal import RuleDiagnostics

extension TypeCheck {
  /// Returns the type of operands joined by operators of one level.
  mutating func chain(_ first: Node, _ links: [Node.Link]) -> ExpressionType {
    var left = type(of: first)
    var leftNode = first
    for link in links {
      let right = yesOrNo(link, left, leftNode) ?? type(of: link.operand)
      left = type(of: link.sign, leftNode, left, link.operand, right)
      leftNode = Node(.null, at: first.range.lowerBound..<link.operand.range.upperBound)
    }
    return left
  }

  private mutating func type(
    of sign: BinaryOperator, _ leftNode: Node, _ left: ExpressionType, _ rightNode: Node, _ right: ExpressionType
  ) -> ExpressionType {
    switch sign.level {
    case .or, .and:
      expect(.boolean, of: leftNode, is: left)
      expect(.boolean, of: rightNode, is: right)
      return .boolean
    case .relation:
      relation(sign, leftNode, left, rightNode, right)
      return .boolean
    case .sum where sign == .add:
      return sum(leftNode, left, rightNode, right)
    case .sum, .product:
      expect(.number, of: leftNode, is: left)
      expect(.number, of: rightNode, is: right)
      return .number
    }
  }

  private mutating func sum(
    _ leftNode: Node, _ left: ExpressionType, _ rightNode: Node, _ right: ExpressionType
  ) -> ExpressionType {
    switch left.joined(with: right) {
    case .string?: return .string
    case .list(let item)?: return .list(item)
    case .any?: return .any
    default:
      let known = left == .any ? right : left
      let wanted: ExpressionType = if case .list = known { known } else { known == .string ? .string : .number }
      expect(wanted, of: leftNode, is: left)
      expect(wanted, of: rightNode, is: right)
      return wanted
    }
  }

  private mutating func relation(
    _ sign: BinaryOperator, _ leftNode: Node, _ left: ExpressionType, _ rightNode: Node, _ right: ExpressionType
  ) {
    switch sign {
    case .equal, .notEqual:
      guard !left.fits(right) else { return }
      report(
        .wrongType, at: rightNode,
        Words(
          id: "\(left.words.id) tidak dapat dibandingkan dengan \(right.words.id)",
          en: "\(left.words.en) cannot be compared with \(right.words.en)"),
        help: helpComparing([(leftNode, left), (rightNode, right)]))
    case .isIn:
      if case .record = right {
        expect(.string, of: leftNode, is: left)
      } else {
        expect(.list(left), of: rightNode, is: right)
      }
    default:
      order(leftNode, left)
      order(rightNode, right)
      guard left.isOrdered, right.isOrdered else { return }
      expect(left, of: rightNode, is: right)
    }
  }

  private func helpComparing(_ operands: [(node: Node, type: ExpressionType)]) -> Words? {
    if operands.contains(where: { $0.type == .null }) {
      return Words(id: "tulis `has(nama)` untuk menanyakan apakah tercatat", en: "write `has(name)` to ask whether it is recorded")
    }
    return operands.first { $0.type == .boolean }.map { helpForCondition($0.node) }
  }

  /// What to do with a condition that is compared.
  private func helpForCondition(_ node: Node) -> Words {
    let name = dottedName(node)
    let (id, en) = (name ?? "nama", name ?? "name")
    return Words(
      id: "benar atau salah sudah merupakan syarat: tulis `\(id)`, atau `!\(id)` untuk kebalikannya",
      en: "true or false is a condition by itself: write `\(en)`, or `!\(en)` for the opposite")
  }

  /// Words that people write for true and false.
  private static let wordsForTruth: Set<String> = [
    "ya", "iya", "benar", "betul", "ada", "yes", "y", "true", "tidak", "tak", "bukan", "salah", "no", "n", "false",
  ]

  /// Reports `a == ya`, where nobody knows the name `ya`, and returns what stands for it; nil for anything else.
  private mutating func yesOrNo(_ link: Node.Link, _ left: ExpressionType, _ leftNode: Node) -> ExpressionType? {
    guard link.sign == .equal || link.sign == .notEqual, left == .boolean, case .name(let word) = link.operand.form,
      TypeCheck.wordsForTruth.contains(word.lowercased()), names[word] == nil, !variables.contains(where: { $0.name == word })
    else { return nil }
    report(
      .unknownName, at: link.operand, Words(id: "nama `\(word)` tidak dikenal", en: "the name `\(word)` is not known"),
      help: helpForCondition(leftNode))
    return .any
  }

  /// Reports an operand of `<` and its like that has no order.
  private mutating func order(_ node: Node, _ type: ExpressionType) {
    guard !type.isOrdered else { return }
    report(
      .wrongType, at: node,
      Words(id: "\(type.words.id) tidak mempunyai urutan", en: "\(type.words.en) has no order"),
      help: type == .boolean ? helpOrdering(node) : nil)
  }

  /// What to do with true or false as an operand of `<`: one that is itself a comparison was meant to be one of two.
  private func helpOrdering(_ node: Node) -> Words {
    switch node.form {
    // A chain so far is no node of its own.
    case .chain, .null: Words(id: "tulis `a < b && b < c`", en: "write `a < b && b < c`")
    default: helpForCondition(node)
    }
  }
}

extension ExpressionType {
  /// Whether values of this type have an order.
  var isOrdered: Bool { self == .number || self == .string || self == .any }
}
