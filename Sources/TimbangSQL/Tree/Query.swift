/// A query over one relation and what is joined to it.
struct Query: Sendable {
  /// What a column of the result holds.
  enum Value: Sendable, Equatable {
    case number(Term)
    case text(TextTerm)
  }

  /// A column of the result.
  struct Column: Sendable, Equatable {
    let name: String
    let value: Value

    init(_ name: String, _ term: Term) {
      self.name = name
      value = .number(term)
    }

    init(_ name: String, text: TextTerm) {
      self.name = name
      value = .text(text)
    }
  }

  /// A relation beside the first; rows without a partner stay.
  struct Join: Sendable {
    let relation: String
    let alias: String
    /// nil: every row meets every row.
    let condition: Condition?
  }

  var columns: [Column]
  var source: String
  var alias: String?
  var joins: [Join] = []
  var filter: Condition?
  var groups: [String] = []
  var order: [String] = []
  /// Whether several steps read its rows, so that they had better be stored.
  var isShared = false

  init(_ columns: [Column], from source: String, as alias: String? = nil) {
    self.columns = columns
    self.source = source
    self.alias = alias
  }
}

/// Named steps, each of which may read those before it, and the query at the end.
struct Program: Sendable {
  /// A step: a table that is written out, or a query.
  enum Step: Sendable {
    case literal(name: String, columns: [String], rows: [[Query.Value]])
    case query(name: String, Query)
    /// The rows of queries with the same columns.
    case union(name: String, [Query])
  }

  var steps: [Step]
  var result: Query
}
