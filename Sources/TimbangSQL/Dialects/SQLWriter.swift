/// Writes a program in a dialect.
struct SQLWriter {
  let dialect: SQLDialect

  func text(_ program: Program) -> String {
    let program = dialect.writesOperandsOnce ? program.pruned.condensed : program.pruned
    let steps = program.steps.map(step)
    let with = steps.isEmpty ? "" : "WITH\n" + steps.joined(separator: ",\n") + "\n"
    return with + text(program.result, indent: "") + ";\n"
  }

  private func step(_ step: Program.Step) -> String {
    switch step {
    case .literal(let name, let columns, let rows):
      let rows = rows.map { "(" + $0.map { text($0, isWide: false) }.joined(separator: ", ") + ")" }
      let heads = columns.map(dialect.name).joined(separator: ", ")
      return "\(dialect.name(name))(\(heads)) AS (VALUES\n    \(rows.joined(separator: ",\n    ")))"
    case .query(let name, let query):
      let fence = dialect.fence(isShared: query.isShared)
      return "\(dialect.name(name)) \(fence.before) (\n\(text(query, indent: "  "))\(fence.after))"
    case .union(let name, let parts):
      let queries = parts.map { text($0, indent: "  ") }
      return "\(dialect.name(name)) AS (\n\(queries.joined(separator: "\n  UNION ALL\n")))"
    }
  }

  private func text(_ query: Query, indent: String) -> String {
    var lines = ["SELECT"]
    lines.append(query.columns.map { "  " + text($0) }.joined(separator: ",\n\(indent)"))
    lines.append("FROM " + dialect.name(query.source) + (query.alias.map { " \($0)" } ?? ""))
    for join in query.joins {
      let name = dialect.name(join.relation)
      lines.append(
        join.condition.map { "LEFT JOIN \(name) \(join.alias) ON \(text($0))" } ?? "CROSS JOIN \(name) \(join.alias)")
    }
    if let fence = dialect.fenceBehindSource { lines.append(fence) }
    if let filter = query.filter { lines.append("WHERE \(text(filter))") }
    if !query.groups.isEmpty { lines.append("GROUP BY " + query.groups.map(dialect.name).joined(separator: ", ")) }
    if !query.order.isEmpty {
      lines.append("ORDER BY " + query.order.map { dialect.name($0) + dialect.byteOrder }.joined(separator: ", "))
    }
    return lines.map { indent + $0 }.joined(separator: "\n")
  }

  private func text(_ column: Query.Column) -> String {
    let (value, name) = (text(column.value, isWide: true), dialect.name(column.name))
    return value == name ? name : "\(value) AS \(name)"
  }

  private func text(_ value: Query.Value, isWide: Bool) -> String {
    switch value {
    case .text(let term): return text(term)
    case .number(let term):
      if case .column = term { return text(term) }
      return isWide && !term.isWide ? dialect.wide(text(term)) : text(term)
    }
  }

  private func column(_ name: String, _ relation: String?) -> String { (relation.map { $0 + "." } ?? "") + dialect.name(name) }

  func text(_ term: TextTerm) -> String {
    switch term {
    case .column(let name, let relation): column(name, relation)
    case .literal(let text): dialect.literal(text)
    case .orEmpty(let term): "COALESCE(\(text(term)), '')"
    case .nothing: "NULL"
    case .typed(let term): dialect == .sqlite ? "CAST(\(text(term)) AS TEXT)" : text(term)
    case .largest(let term): "MAX(\(text(term)))"
    case .window(let term, let columns): "MAX(\(text(term))) \(over(columns))"
    case .choice(let arms, let otherwise):
      "CASE " + arms.map { "WHEN \(text($0.condition)) THEN \(dialect.literal($0.text)) " }.joined()
        + (otherwise.map { "ELSE \(dialect.literal($0)) " } ?? "") + "END"
    }
  }

  func text(_ term: Term) -> String {
    switch term {
    case .column(let name, let relation): column(name, relation)
    case .number(let number): number < 0 ? "(\(dialect.number(number)))" : dialect.number(number)
    case .nothing: "NULL"
    case .recorded(let term): dialect == .sqlite ? "NULLIF(\(text(term)), '')" : text(term)
    case .sum(let terms): sum(terms)
    case .product(let left, let right):
      // A product on the right stays one: its wide factor may stand behind one that is not.
      "\(term.isWide ? text(left, beside: right) : dialect.wide(text(left))) * \(operand(right, beside: left))"
    case .quotient(let left, let right): dialect.quotient(operand(left, beside: right), operand(right, beside: left))
    case .remainder(let left, let right): "(\(operand(left, beside: right)) % \(operand(right, beside: left)))"
    case .choice(let arms, let otherwise) where arms.count == 1 && arms[0].condition == .isNothing(otherwise):
      "COALESCE(\(text(otherwise)), \(text(arms[0].term)))"
    case .choice(let arms, let otherwise) where arms == [Term.Arm(.compare(otherwise, .equal, .number(0)), .nothing)]:
      "NULLIF(\(text(otherwise)), 0)"
    case .choice(let arms, .nothing): "CASE " + arms.map(arm).joined() + "END"
    case .choice(let arms, let otherwise): "CASE " + arms.map(arm).joined() + "ELSE \(text(otherwise)) END"
    case .total(.choice(let arms, .nothing)) where arms.count == 1 && arms[0].term.isColumn && dialect.leavesRowsOut:
      dialect.wide("SUM(\(text(arms[0].term))) FILTER (WHERE \(text(arms[0].condition)))")
    case .total(let term): dialect.wide("SUM(\(text(term)))")
    case .count(let term): "COUNT(\(text(term)))"
    case .smallest(let term): "MIN(\(text(term)))"
    case .largest(let term): "MAX(\(text(term)))"
    case .window(let term, let columns): "\(unwidened(term)) \(over(columns))"
    case .place(let term, let columns):
      "ROW_NUMBER() OVER (PARTITION BY \(columns.map(text).joined(separator: ", ")) ORDER BY \(text(term)))"
    }
  }

  /// The rows that a window looks at: those that agree in some columns, all where there are none.
  private func over(_ columns: [Term]) -> String {
    columns.isEmpty ? "OVER ()" : "OVER (PARTITION BY \(columns.map(text).joined(separator: ", ")))"
  }

  /// An aggregate by itself, as a window wants it.
  private func unwidened(_ term: Term) -> String {
    if case .total(let inner) = term { return "SUM(\(text(inner)))" }
    return text(term)
  }

  private func arm(_ arm: Term.Arm) -> String { "WHEN \(text(arm.condition)) THEN \(text(arm.term)) " }

  private func sum(_ terms: [Term]) -> String {
    var result = "("
    var isWide = false
    for (number, term) in terms.enumerated() {
      switch term {
      case .product(.number(let factor), let rest) where factor < 0 && factor > .min && number > 0:
        result += " - " + text(-factor * rest)
      case .number(let value) where value < 0 && value > .min && number > 0:
        result += " - " + dialect.number(-value, isBesideWide: isWide)
      case .number(let value) where value >= 0 && number > 0: result += " + " + dialect.number(value, isBesideWide: isWide)
      default: result += (number > 0 ? " + " : "") + text(term)
      }
      isWide = isWide || term.isWide
    }
    return result + ")"
  }

  /// A term that stands beside `/` or `%`, or behind `*`.
  private func operand(_ term: Term, beside other: Term = .nothing) -> String {
    if case .product = term { return "(\(text(term)))" }
    return text(term, beside: other)
  }

  /// A term, where a number may do without its type if the other has one.
  private func text(_ term: Term, beside other: Term) -> String {
    if case .number(let number) = term, number >= 0, other.isTyped { return dialect.number(number, isBesideWide: true) }
    return text(term)
  }

  func text(_ condition: Condition) -> String {
    switch condition {
    case .compare(let left, let comparison, let right):
      "\(text(left, beside: right)) \(comparison.rawValue) \(text(right, beside: left))"
    case .isNothing(let term): "\(operand(term)) IS NULL"
    case .isSomething(let term): "\(operand(term)) IS NOT NULL"
    case .all(let conditions): joined(conditions.filter { $0 != .always(true) }, " AND ", empty: true)
    case .any(let conditions): joined(conditions, " OR ", empty: false)
    case .not(let condition): "NOT (\(text(condition)))"
    case .isUnknown(let condition): "(\(text(condition))) IS NULL"
    case .isOneOf(let term, let texts):
      texts.isEmpty ? "1 = 0" : "\(text(term)) IN (\(texts.map(dialect.literal).joined(separator: ", ")))"
    case .areSame(let left, let right): "\(text(left)) = \(text(right))"
    case .isNoText(let term): "\(text(term)) IS NULL"
    case .isFilled(let term): "\(text(term)) <> ''"
    case .always(let holds): holds ? "1 = 1" : "1 = 0"
    }
  }

  private func joined(_ conditions: [Condition], _ word: String, empty: Bool) -> String {
    switch conditions.count {
    case 0: text(.always(empty))
    case 1: text(conditions[0])
    default: "(" + conditions.map(text).joined(separator: word) + ")"
    }
  }
}
