internal import RuleDiagnostics

extension TypeCheck {
  /// Returns the type of a name or member.
  mutating func name(_ node: Node) -> ExpressionType {
    if let dotted = DottedName(node, unlessBound: { name in variables.contains { $0.name == name } }) {
      guard let (name, members) = dotted.resolved(where: { names[$0] != nil }) else {
        reportUnknown(dotted, at: node)
        return .any
      }
      return members.reduce(names[name] ?? .any) { member($1, of: $0, at: node) }
    }
    switch node.form {
    case .name(let name): return variables.last { $0.name == name }?.type ?? .any
    case .member(let base, let name): return member(name, of: type(of: base), at: node)
    default: preconditionFailure("only a name or a member has a name")
    }
  }

  /// Returns the type of an element of a list or a record.
  mutating func element(of base: Node, at index: Node) -> ExpressionType {
    let found = type(of: base)
    switch found {
    case .list(let item):
      require(.number, of: index)
      return item
    case .record(let members):
      require(.string, of: index)
      if case .string(let key) = index.form { return member(key, of: found, at: index) }
      return members.values.reduce(.any) { $0.joined(with: $1) ?? .any }
    case .any:
      _ = type(of: index)
      return .any
    default:
      expect(.list(.any), of: base, is: found)
      _ = type(of: index)
      return .any
    }
  }

  private mutating func member(_ name: String, of type: ExpressionType, at node: Node) -> ExpressionType {
    switch type {
    case .any: return .any
    case .record(let members):
      if let found = members[name] { return found }
      let near = nearestName(to: name, among: members.keys)
      report(
        .unknownName, at: node, Words(id: "anggota `\(name)` tidak dikenal", en: "the member `\(name)` is not known"),
        help: near.map(TypeCheck.suggestion))
      return .any
    default:
      report(
        .wrongType, at: node,
        Words(id: "\(type.words.id) tidak mempunyai anggota `\(name)`", en: "\(type.words.en) has no member `\(name)`"))
      return .any
    }
  }

  private mutating func reportUnknown(_ name: DottedName, at node: Node) {
    let known = Array(names.keys) + variables.map(\.name)
    let near = known.filter { $0.hasPrefix(name.text + ".") }.min() ?? nearestName(to: name.text, among: known)
    report(
      .unknownName, at: node, Words(id: "nama `\(name.text)` tidak dikenal", en: "the name `\(name.text)` is not known"),
      help: near.map(TypeCheck.suggestion), replacement: onlyNearName(to: name.text, among: known).flatMap { $0 == near ? $0 : nil })
  }

  private static func suggestion(_ name: String) -> Words {
    Words(id: "mungkin maksudnya `\(name)`", en: "did you mean `\(name)`")
  }
}
