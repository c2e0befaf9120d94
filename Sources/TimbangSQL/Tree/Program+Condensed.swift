extension Program {
  /// The program without the columns that nobody reads.
  var pruned: Program {
    var program = self
    var read: [String: Set<String>] = [:]
    func note(_ query: Query) {
      for (name, relation) in query.columnsRead.keys.map({ ($0.name, $0.relation) }) {
        let relations =
          relation.map { alias in query.alias == alias ? [query.source] : query.joins.filter { $0.alias == alias }.map(\.relation) }
          ?? [query.source] + query.joins.map(\.relation)
        for relation in relations { read[relation, default: []].insert(name) }
      }
    }
    note(result)
    for number in steps.indices.reversed() {
      switch steps[number] {
      case .literal: break
      case .query(let name, var query):
        let needed = read[name, default: []].union(query.groups)
        let kept = query.columns.filter { needed.contains($0.name) }
        if !kept.isEmpty { query.columns = kept }
        program.steps[number] = .query(name: name, query)
        note(query)
      case .union(_, let queries): queries.forEach(note)
      }
    }
    return program
  }

  /// The program with each step written into the one that reads it, where that makes no text longer: where each of its columns is read once.
  ///
  /// Engines plan and run few steps sooner than many.
  var condensed: Program {
    var program = self
    var number = 0
    while number < program.steps.count {
      guard case .query(let name, let query) = program.steps[number], let reader = program.onlyReader(of: name),
        let joined = (reader.map { program.query($0) } ?? program.result).reading(query)
      else {
        number += 1
        continue
      }
      if let reader { program.replace(reader, by: joined) } else { program.result = joined }
      program.steps.remove(at: number)
    }
    return program
  }

  /// The step whose query reads a relation first, or nil in it for the result; nil if others read it too.
  private func onlyReader(of name: String) -> Int?? {
    var readers: [Int?] = []
    func look(_ query: Query, _ place: Int?, isAlone: Bool) -> Bool {
      if query.joins.contains(where: { $0.relation == name }) { return false }
      guard query.source == name else { return true }
      readers.append(place)
      return isAlone
    }
    for (number, step) in steps.enumerated() {
      switch step {
      case .literal: break
      case .query(_, let query): guard look(query, number, isAlone: true) else { return nil }
      case .union(_, let queries): guard queries.allSatisfy({ look($0, number, isAlone: false) }) else { return nil }
      }
    }
    guard look(result, nil, isAlone: true), readers.count == 1 else { return nil }
    return .some(readers[0])
  }

  private func query(_ number: Int) -> Query {
    guard case .query(_, let query) = steps[number] else { preconditionFailure("a reader is a query") }
    return query
  }

  private mutating func replace(_ number: Int, by query: Query) {
    guard case .query(let name, _) = steps[number] else { preconditionFailure("a reader is a query") }
    steps[number] = .query(name: name, query)
  }
}

extension Query {
  /// A column as a query names it.
  struct Reference: Hashable {
    let name: String
    let relation: String?
  }

  /// How often each column is read.
  var columnsRead: [Reference: Int] {
    var found: [Reference: Int] = [:]
    let counting = Substitution(
      number: { name, relation in
        found[Reference(name: name, relation: relation), default: 0] += 1
        return .column(name, of: relation)
      },
      text: { name, relation in
        found[Reference(name: name, relation: relation), default: 0] += 1
        return .column(name, of: relation)
      })
    _ = replacing(counting)
    return found
  }

  private func replacing(_ substitution: Substitution) -> Query {
    var query = self
    query.columns = columns.map { column in
      switch column.value {
      case .number(let term): Column(column.name, term.replacing(substitution))
      case .text(let text): Column(column.name, text: text.replacing(substitution))
      }
    }
    query.filter = filter?.replacing(substitution)
    query.joins = joins.map { Join(relation: $0.relation, alias: $0.alias, condition: $0.condition?.replacing(substitution)) }
    return query
  }

  /// This query with the one that it reads written into it; nil where that would write something twice, or mean something else.
  fileprivate func reading(_ inner: Query) -> Query? {
    guard joins.isEmpty, alias == nil, inner.groups.isEmpty, !inner.isShared, inner.filter == nil || filter == nil,
      inner.joins.isEmpty || groups.isEmpty && order.isEmpty
    else { return nil }
    let values = Dictionary(inner.columns.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    for (reference, count) in columnsRead {
      guard let value = values[reference.name], value.isPlain || count == 1 && value.isMovable else { return nil }
    }
    // The name of a key is taken for a column of the relation, not for what is made of it.
    for key in groups + order where values[key] != .text(.column(key)) && values[key] != .number(.column(key)) { return nil }
    var isSayable = true
    var query = replacing(
      Substitution(
        number: { name, _ in
          switch values[name] {
          case .number(let term): return term
          // Windows name the keys of their rows without asking what they hold.
          case .text(.column(let key, let relation)): return .column(key, of: relation)
          case .text, nil:
            isSayable = false
            return .nothing
          }
        },
        text: { name, _ in
          if case .text(let text) = values[name] { return text }
          isSayable = false
          return .nothing
        }))
    guard isSayable else { return nil }
    (query.source, query.alias, query.joins) = (inner.source, inner.alias, inner.joins)
    query.filter = query.filter ?? inner.filter
    return query
  }
}

extension Query.Value {
  /// A term of more numbers, columns and conditions is left in a step of its own.
  private static let largest = 400

  /// Whether it may be written into another: it looks at its own row only, has a type and is not too long.
  fileprivate var isMovable: Bool {
    switch self {
    case .number(let term): term != .nothing && !term.looksAround && term.size <= Query.Value.largest
    case .text(let text): text != .nothing && !text.looksAround
    }
  }

  /// Whether it is no more than a name or a number.
  fileprivate var isPlain: Bool {
    switch self {
    case .number(.column), .number(.number), .text(.column), .text(.literal): true
    case .number, .text: false
    }
  }
}
