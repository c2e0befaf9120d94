internal import RuleDiagnostics

/// One line for `timbang eval --json`: an expression with the values of its names.
struct EvaluationRequest {
  let expression: String
  let bindings: [String: ExpressionValue]

  /// Reads `{"expr": "..", "bindings": {..}}`; the bindings may be left out, other keys may not be added.
  init(line: String) throws(ExpressionProblem) {
    guard case .object(let members) = try JSONReader.value(in: line) else {
      throw EvaluationRequest.problem("baris ini bukan objek JSON", "the line is not a JSON object", at: 0)
    }
    var expression: String?
    var bindings: [String: ExpressionValue] = [:]
    for member in members {
      switch (member.key, member.value) {
      case ("expr", .string(let text)): expression = text
      case ("bindings", .object(let values)): bindings = try EvaluationRequest.values(values)
      case ("expr", _): throw EvaluationRequest.problem("`expr` adalah teks", "`expr` is a string", at: member.offset)
      case ("bindings", _): throw EvaluationRequest.problem("`bindings` adalah objek", "`bindings` is an object", at: member.offset)
      default:
        let shown = member.key.shortened
        throw EvaluationRequest.problem("kunci `\(shown)` tidak dikenal", "the key `\(shown)` is not known", at: member.offset)
      }
    }
    guard let expression else { throw EvaluationRequest.problem("kunci `expr` tidak ada", "the key `expr` is missing", at: 0) }
    self.expression = expression
    self.bindings = bindings
  }

  private static func values(_ members: [JSONInput.Member]) throws(ExpressionProblem) -> [String: ExpressionValue] {
    var values: [String: ExpressionValue] = [:]
    for member in members {
      let value = ExpressionValue(member.value)
      guard value.weight(upTo: Limits.listWeight) <= Limits.listWeight else {
        throw problem("nilai ini terlalu besar", "this value is too large", at: member.offset)
      }
      values[member.key] = value
    }
    return values
  }

  private static func problem(_ id: String, _ en: String, at offset: Int) -> ExpressionProblem {
    ExpressionProblem(.json, at: offset..<offset, Words(id: id, en: en))
  }

  /// Reads, types and evaluates the expression, as a rule file's expression is.
  func answer() -> ExpressionValue {
    switch Expression.parse(expression) {
    case .failure(let problem): return .error(problem)
    case .success(let expression):
      if let problem = expression.check(in: bindings.mapValues { ExpressionType(of: $0) }).first { return .error(problem) }
      return expression.evaluate { bindings[$0] }
    }
  }
}
