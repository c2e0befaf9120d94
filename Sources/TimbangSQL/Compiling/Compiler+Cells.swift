internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension Compiler {
  /// Writes the dictionary of fields, reads the observations through it and brings the cells of each entity together.
  ///
  /// A table has many rows and an entity few, so the rows are only added up: cells with a range are digits of a few words, and taken apart
  /// once for each entity, on its own rung.
  mutating func readCells() {
    let words = self.words
    addDictionary("field", edition.fields.enumerated().map { Entry($1, words.places[$0], rung: plan.fields[$0].rung) })
    pipeline.begin("reading", readingQuery())
    pipeline.group(
      "cells", by: keys(edition.rungs.count - 1),
      words.words.map { gathered($0, names.field) } + [Query.Column("n_told", .count(.column("told")))])
    joinKinds(on: edition.rungs.count - 1)
  }

  /// Takes the cells of the entities of a rung out of their words, and those of entities above that its expressions read.
  mutating func takeCells(on rung: Int) {
    let words = self.words
    let above = Set(formulas(on: rung).flatMap(\.columns)).filter { plan.fields[$0].rung < rung }.sorted()
    var columns = words.digits.filter { worlds == nil && $0.rung == rung }.map {
      Query.Column(names.field($0.column), $0.cell(of: wordName($0.word)))
    }
    for column in above {
      let height = plan.fields[column].rung
      let digit = worlds == nil ? words.digits.first { $0.column == column } : nil
      let cell = digit.map { $0.cell(of: wordName($0.word)) } ?? .column(names.field(column))
      // The cell of an entity stands in its own row, where the names of those below are empty.
      let isOwn = Condition.all(edition.rungs[(height + 1)...rung].map { .not(.isFilled(.column($0.id.value))) })
      columns.append(Query.Column(names.spread(column), .window(.largest(cell.only(isOwn)), over: keys(height).map { .column($0) })))
    }
    if !columns.isEmpty { extend(on: rung, by: columns) }
  }

  /// The columns of the cells of entities above, as the rung above a rung takes them: out of the rows of these entities alone.
  func raisedCells(from rung: Int) -> [Query.Column] {
    func row(of height: Int) -> Condition {
      let isAbove = Condition.not(.isFilled(.column(edition.rungs[rung].id.value)))
      return height == rung - 1 && height > 0 ? .all([isAbove, isThere(height)]) : isAbove
    }
    let words = worlds == nil ? self.words.words.filter(\.isPacked) : []
    let packed = Set(words.flatMap(\.columns))
    let kept = pipeline.names
    let cells: [(name: String, rung: Int)] =
      words.map { (wordName($0.number), $0.rung) }
      + plan.fields.indices.filter { !packed.contains($0) && kept.contains(names.field($0)) }.map {
        (names.field($0), plan.fields[$0].rung)
      }
    return cells.filter { $0.rung < rung }.map { Query.Column($0.name, .largest(.column($0.name).only(row(of: $0.rung)))) }
  }

  /// How many cells are read on a rung; with those that were told it says how many are wrong: out of range, on another rung, of no known
  /// field, or told twice.
  func readCount(on rung: Int) -> Term {
    let count = Term.adding(
      readColumns.filter { plan.fields[$0].rung == rung }.map { .one(if: .isSomething(.column(names.field($0)))) })
    // The words of the lowest rung are not yet known to stand in its rows.
    guard rung > 0, rung == edition.rungs.count - 1, count != .number(0) else { return count }
    return .choice([Term.Arm(isThere(rung), count)], otherwise: .number(0))
  }

  private func wordName(_ number: Int) -> String { "b_\(number)" }

  /// What the rows of an entity give together for a word: the sum of its digits, or the one cell that it holds, called by its column.
  func gathered(_ word: CellWords.Word, _ name: (Int) -> String) -> Query.Column {
    let value = Term.choice([Term.Arm(.compare(.column("word"), .equal, .number(word.number)), .column("value"))], otherwise: .nothing)
    return word.isPacked ? Query.Column(wordName(word.number), .total(value)) : Query.Column(name(word.columns[0]), .largest(value))
  }

  /// Where the cells that the score reads stand.
  var words: CellWords {
    CellWords(
      readColumns.map { CellWords.Column(number: $0, rung: plan.fields[$0].rung, range: cellRange($0), step: cellStep($0)) },
      bound: settings.dialect.largestDividend)
  }

  /// What a field of a table is read as.
  struct Entry {
    let field: Field
    let place: CellWords.Place?
    let rung: Int
    /// The distance of two values as the word counts them, where that is not the field's own.
    let step: Int?

    init(_ field: Field, _ place: CellWords.Place?, rung: Int, step: Int? = nil) {
      (self.field, self.place, self.rung, self.step) = (field, place, rung, step)
    }
  }

  /// Writes a dictionary: what each field of a table is read as, and where it goes.
  mutating func addDictionary(_ name: String, _ entries: [Entry]) {
    let listed = pipeline.prefix + name + "_listed"
    let (heads, numbers) = (dictionaryHeads, entries.map(dictionaryNumbers))
    pipeline.add(
      .literal(
        name: listed, columns: ["field"] + heads,
        rows: zip(entries, numbers).map { entry, numbers in
          [.text(.literal(entry.field.id.value))] + heads.map { .number(.number(numbers[$0] ?? 0)) }
        }))
    // Grouped by the name and where it goes, though each stands there once: then SQLite finds a field by an index.
    let places = ["word", "place"]
    var dictionary = Query(
      [Query.Column("field", text: .typed(.column("field")))]
        + heads.map { head in
          let column = Term.column(head, of: "l")
          return Query.Column(head, places.contains(head) ? column : .largest(column))
        }, from: listed, as: "l")
    dictionary.groups = ["field"] + places
    pipeline.add(.query(name: pipeline.prefix + name, dictionary))
  }

  /// What a dictionary tells of a field; the value that counts as 1 is the lowest, the step 1 and the rung that of the word where nothing
  /// else is said.
  private var dictionaryHeads: [String] {
    ["low", "high"] + (hasBases ? ["base"] : []) + (hasSteps ? ["step"] : []) + (worlds == nil ? [] : ["rung"]) + ["word", "place"]
  }

  private func dictionaryNumbers(_ entry: Entry) -> [String: Int] {
    // What nobody reads has no value that could be sound.
    let (low, high) = entry.place == nil ? (1, 0) : settings.range(of: entry.field)
    return [
      "low": low ?? -(1 << 62), "high": high ?? 1 << 62, "base": entry.place?.base ?? 1, "rung": entry.rung,
      "step": entry.step ?? settings.step(of: entry.field), "word": entry.place?.word ?? 0, "place": entry.place?.unit ?? 1,
    ]
  }

  /// Reads a table of observations through a dictionary: the word of each cell and what it adds to it.
  func readingQuery(_ table: String, _ dictionary: String, _ more: [Query.Column]) -> Query {
    var query = Query(
      place("o") + [Query.Column("word", .column("word", of: "f")), Query.Column("value", readValue)] + more, from: table, as: "o")
    query.joins = [
      Query.Join(
        relation: pipeline.prefix + dictionary, alias: "f", condition: .areSame(.column("field", of: "f"), .column("field", of: "o")))
    ]
    return query
  }

  private func readingQuery() -> Query {
    let value = Term.recorded(.column(settings.valueColumn, of: "o"))
    let isUnread = Condition.compare(.column("word", of: "f"), .equal, .number(0))
    let readsAll = readColumns.count == edition.fields.count
    return readingQuery(
      settings.observations, "field",
      [Query.Column("told", readsAll ? value : .choice([Term.Arm(isUnread, .nothing)], otherwise: value))])
  }

  /// Where a row of a table stands: the names of the rungs, empty below its own.
  func place(_ table: String?) -> [Query.Column] {
    rungNames(edition.rungs.count - 1).enumerated().map { rung, key in
      Query.Column(key, text: rung == 0 ? .column(key, of: table) : .orEmpty(.column(key, of: table)))
    }
  }

  /// The value of a row of observations as its word takes it, nothing where it is not sound: out of range, between two values, or, where
  /// the words of all rungs are taken apart at once, of another rung.
  private var readValue: Term {
    let value = Term.column(settings.valueColumn, of: "o")
    var isSound: [Condition] = [
      .compare(value, .greaterOrEqual, .column("low", of: "f")), .compare(value, .lessOrEqual, .column("high", of: "f")),
    ]
    if worlds != nil {
      var depth = Term.number(0)
      for rung in edition.rungs.indices.dropFirst() {
        depth = .choice([Term.Arm(.isFilled(.column(edition.rungs[rung].id.value, of: "o")), .number(rung))], otherwise: depth)
      }
      isSound.append(.compare(depth, .equal, .column("rung", of: "f")))
    }
    var digit = value - .column(hasBases ? "base" : "low", of: "f")
    // Where every cell may hold any decimal, nothing stands between two values.
    if hasSteps {
      isSound.append(.compare(.remainder(value, .column("step", of: "f")), .equal, .number(0)))
      digit = .quotient(digit, .column("step", of: "f"))
    }
    return .choice([Term.Arm(.all(isSound), .product(digit + .number(1), .column("place", of: "f")))], otherwise: .nothing)
  }

  /// Whether some word counts from another value than the lowest.
  private var hasBases: Bool { worlds != nil || words.words.contains { !$0.isPacked } }

  /// Whether some cell may hold whole numbers only, or the like.
  private var hasSteps: Bool {
    readColumns.contains { column in
      cellStep(column) > 1 || worlds?.laterFields[column].map { settings.step(of: $0.field) > 1 } ?? false
    }
  }

  // MARK: Kinds

  /// Brings the kinds that are read on a rung into its rows: of the entity, or of those above; nothing where there is none.
  ///
  /// That stands right behind the step that brings the rows together: further on SQLite expects so few of them that it makes no index.
  mutating func joinKinds(on rung: Int) {
    var heights = Set(formulas(on: rung).flatMap(\.kindRungs))
    if case .weightedByKind = plan.combines[rung] { heights.insert(rung) }
    guard !heights.isEmpty else { return }
    heights.sorted().filter { listedKinds.insert($0).inserted }.forEach { listKinds($0) }
    let joins = heights.sorted().map { height in
      let alias = kindName(height)
      return Query.Join(
        relation: pipeline.prefix + listName(height), alias: alias,
        condition: .all(rungNames(height).map { .areSame(.column($0, of: alias), .column($0, of: Pipeline.own)) }))
    }
    pipeline.join(
      edition.rungs[rung].id.value, joins, heights.sorted().map { Query.Column(kindName($0), text: .column("kind", of: kindName($0))) })
  }

  /// The formulas and conditions of a rung.
  func formulas(on rung: Int) -> [PlanFormula] {
    plan.nodes.filter { $0.rung == rung }.flatMap { node in
      if case .leaf(.formula(let formula)) = node.body { return [node.condition, formula].compactMap(\.self) }
      return [node.condition].compactMap(\.self)
    }
  }

  /// The column of the kinds of the entities of a rung.
  func kindName(_ height: Int) -> String { "k_\(height)" }

  private func listName(_ height: Int) -> String { "kind_\(height)" }

  /// Lists the kinds of the entities of a rung, each once.
  private mutating func listKinds(_ height: Int) {
    let keys = rungNames(height)
    var query = Query(
      keys.map { Query.Column($0, text: .column($0)) } + [Query.Column("kind", text: .largest(.column("kind")))], from: settings.entities)
    query.filter = .all(
      [.isFilled(.column(keys[height]))]
        + edition.rungs[(height + 1)...].map { .not(.isFilled(.orEmpty(.column($0.id.value)))) })
    query.groups = keys
    pipeline.add(.query(name: pipeline.prefix + listName(height), query))
  }
}
