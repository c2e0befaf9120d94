/// Steps of a program in the making, each made from the one before.
struct Pipeline {
  /// What the names of the steps begin with, where a text holds several pipelines.
  let prefix: String
  private(set) var steps: [Program.Step] = []
  /// The relation that the next step reads.
  private(set) var relation = ""
  /// Its columns.
  private(set) var columns: [Query.Column] = []
  private var count = 0

  /// Begins without steps, or behind those of other pipelines.
  init(prefix: String = "", steps: [Program.Step] = []) { (self.prefix, self.steps) = (prefix, steps) }

  var names: [String] { columns.map(\.name) }

  mutating func add(_ step: Program.Step) { steps.append(step) }

  /// Adds the rows of some queries, which make a relation of their own.
  mutating func begin(_ name: String, _ queries: [Query]) {
    begin(name, queries[0])
    if queries.count > 1 { steps[steps.count - 1] = .union(name: prefix + name, queries) }
  }

  /// Adds a query that makes a relation of its own.
  mutating func begin(_ name: String, _ query: Query) {
    steps.append(.query(name: prefix + name, query))
    relation = prefix + name
    columns = query.columns.map { Pipeline.kept($0) }
  }

  /// Adds a step that keeps the columns but for those dropped, and adds or replaces some.
  mutating func extend(_ prefix: String, by new: [Query.Column], dropping dropped: Set<String> = []) {
    // A column too many costs less than a step.
    guard !new.isEmpty else { return }
    count += 1
    let replaced = Set(new.map(\.name)).union(dropped)
    let kept = columns.filter { !replaced.contains($0.name) }.map { Pipeline.kept($0) }
    begin("\(prefix)_\(count)", Query(kept + new, from: relation))
  }

  /// What the relation is called where others are joined to it.
  static let own = "r"

  /// Adds a step that keeps the columns and adds some of relations beside.
  mutating func join(_ prefix: String, _ joins: [Query.Join], _ new: [Query.Column]) {
    count += 1
    var query = Query(columns.map { Pipeline.kept($0, of: Pipeline.own) } + new, from: relation, as: Pipeline.own)
    query.joins = joins
    begin("\(prefix)_\(count)", query)
  }

  /// Adds a step that brings the rows together that agree in some columns.
  mutating func group(
    _ prefix: String, by keys: [String], _ columns: [Query.Column], where filter: Condition? = nil, isShared: Bool = false
  ) {
    count += 1
    let kept = self.columns.filter { keys.contains($0.name) }.map { Pipeline.kept($0) }
    var query = Query(kept + columns, from: relation)
    query.groups = keys
    query.filter = filter
    query.isShared = isShared
    begin("\(prefix)_\(count)", query)
  }

  private static func kept(_ column: Query.Column, of alias: String? = nil) -> Query.Column {
    switch column.value {
    case .number: Query.Column(column.name, .column(column.name, of: alias))
    case .text: Query.Column(column.name, text: .column(column.name, of: alias))
    }
  }
}
