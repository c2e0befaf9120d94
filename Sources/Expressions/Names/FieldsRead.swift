public import RuleModel

extension String {
  /// The fields that this text reads as an expression of `edition`, seen from a rung, each once, in their order; none if it is no expression.
  public func fieldsRead(from rung: Int, in edition: Edition) -> [String] {
    guard case .success(let expression) = Expression.parse(self) else { return [] }
    let names = VisibleNames(in: edition, from: rung)
    var fields: [String] = []
    for name in expression.compiled(for: names.types).names {
      if case .field(let field)? = names.sources[name], !fields.contains(field) { fields.append(field) }
    }
    return fields
  }
}
