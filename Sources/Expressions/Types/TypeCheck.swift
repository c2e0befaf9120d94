internal import RuleDiagnostics

extension Expression {
  /// Types the expression over `names` and returns everything that is wrong, in the order of its places.
  ///
  /// A key of `names` may be dotted (`institution.followed_up`); the longest key that fits is meant, and members behind it are looked up
  /// in its record type. Empty means: no name is unknown, and no operand is of a wrong type at run time.
  public func check(in names: [String: ExpressionType], expecting wanted: ExpressionType? = nil) -> [ExpressionProblem] {
    var check = TypeCheck(names: names)
    let type = check.type(of: root)
    if let wanted { check.expect(wanted, of: root, is: type) }
    return check.problems.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// The type of the result over `names`; `any` where it cannot be told.
  public func type(in names: [String: ExpressionType]) -> ExpressionType {
    var check = TypeCheck(names: names)
    return check.type(of: root)
  }
}

/// Finds the types of nodes and collects what does not fit.
struct TypeCheck {
  let names: [String: ExpressionType]
  /// The variables of the macros around the node, the innermost last.
  var variables: [(name: String, type: ExpressionType)] = []
  var problems: [ExpressionProblem] = []

  init(names: [String: ExpressionType]) {
    self.names = names
  }

  /// Returns the type of a node; `any` if something in it is wrong, so that one mistake is reported once.
  mutating func type(of node: Node) -> ExpressionType {
    switch node.form {
    case .number: return .number
    case .string: return .string
    case .boolean: return .boolean
    case .null: return .null
    case .name, .member: return name(node)
    case .list(let items): return list(items)
    case .element(let base, let index): return element(of: base, at: index)
    case .not(let operand):
      require(.boolean, of: operand)
      return .boolean
    case .negation(let operand):
      require(.number, of: operand)
      return .number
    case .chain(let first, let links): return chain(first, links)
    case .conditional(let condition, let yes, let no): return conditional(condition, yes, no)
    case .call(let function, let arguments): return call(function, arguments)
    case .has(let operand):
      _ = type(of: operand)
      return .boolean
    case .comprehension(let loop): return comprehension(loop)
    }
  }

  /// Types a node and reports it unless it is of the type that is asked for.
  mutating func require(_ wanted: ExpressionType, of node: Node) {
    expect(wanted, of: node, is: type(of: node))
  }

  /// Reports a node of type `found` unless that fits.
  mutating func expect(_ wanted: ExpressionType, of node: Node, is found: ExpressionType) {
    guard !found.fits(wanted) else { return }
    report(
      .wrongType, at: node,
      Words(
        id: "di sini diperlukan \(wanted.words.id), bukan \(found.words.id)", en: "\(wanted.words.en) is needed here, not \(found.words.en)"
      ), help: wanted == .boolean && found == .number ? helpForNumber(node) : nil)
  }

  /// What to do with a number that stands as a condition.
  private func helpForNumber(_ node: Node) -> Words {
    let example = "\(dottedName(node) ?? "a") > 0"
    return Words(id: "bandingkan angka itu, misalnya `\(example)`", en: "compare the number, for example `\(example)`")
  }

  /// A name as it stands in the expression; nil for anything else.
  func dottedName(_ node: Node) -> String? {
    DottedName(node, unlessBound: { _ in false })?.text
  }

  /// Adds a problem.
  mutating func report(_ kind: ExpressionProblem.Kind, at node: Node, _ words: Words, help: Words? = nil, replacement: String? = nil) {
    problems.append(ExpressionProblem(kind, at: node.range, words, help: help, replacement: replacement))
  }

  private mutating func list(_ items: [Node]) -> ExpressionType {
    var common = ExpressionType.any
    for item in items {
      let found = type(of: item)
      if let joined = common.joined(with: found) {
        common = joined
      } else {
        report(
          .wrongType, at: item,
          Words(
            id: "butir ini \(found.words.id), sedangkan butir sebelumnya \(common.words.id)",
            en: "this item is \(found.words.en), the items before it are each \(common.words.en)"))
      }
    }
    return .list(common)
  }

  private mutating func conditional(_ condition: Node, _ yes: Node, _ no: Node) -> ExpressionType {
    require(.boolean, of: condition)
    let first = type(of: yes)
    let second = type(of: no)
    if let joined = first.joined(with: second) { return joined }
    report(
      .wrongType, at: no,
      Words(
        id: "cabang ini \(second.words.id), cabang yang lain \(first.words.id)",
        en: "this branch is \(second.words.en), the other one is \(first.words.en)"))
    return .any
  }

  private mutating func comprehension(_ loop: Node.Comprehension) -> ExpressionType {
    let list = type(of: loop.list)
    expect(.list(.any), of: loop.list, is: list)
    var item = ExpressionType.any
    if case .list(let inside) = list { item = inside }
    variables.append((loop.variable, item))
    defer { variables.removeLast() }
    if let condition = loop.condition { require(.boolean, of: condition) }
    let result = loop.result.map { type(of: $0) }
    switch loop.macro {
    case .all, .exists, .existsOne: return .boolean
    case .filter: return .list(item)
    case .map: return .list(result ?? .any)
    }
  }
}
