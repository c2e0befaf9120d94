internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension Compiler {
  /// Writes the dictionary of fields, reads the observations through it and brings the cells of each entity together.
  ///
  /// A table has many rows and an entity few, so the rows are only added up: cells with a range are digits of a few words, and taken apart
  /// once for each entity.
  mutating func readCells() {
    let lowest = edition.rungs.count - 1
    let words = self.words
    addDictionary("field", edition.fields.enumerated().map { Entry($1, words.places[$0], rung: plan.fields[$0].rung) })
    pipeline.begin("reading", [readingQuery()] + (readsKinds ? [kindQuery(counting: ["told", "seen"])] : []))
    var columns = words.words.map { gathered($0, names.field) }
    if readsKinds {
      columns += [Query.Column("n_seen", .total(.column("seen"))), Query.Column("kind", text: .largest(.column("kind")))]
    }
    pipeline.group("cells", by: keys(lowest), columns + [Query.Column("n_told", .total(.column("told")))])
    pipeline.extend(
      "cells", by: words.digits.map { Query.Column(names.field($0.column), $0.cell(of: "b_\($0.word)")) },
      dropping: Set(words.words.map { "b_\($0.number)" }))
  }

  /// What the rows of an entity give together for a word: the sum of its digits, or the one cell that it holds, called by its column.
  func gathered(_ word: CellWords.Word, _ name: (Int) -> String) -> Query.Column {
    let value = Term.choice([Term.Arm(.compare(.column("word"), .equal, .number(word.number)), .column("value"))], otherwise: .nothing)
    return word.isPacked ? Query.Column("b_\(word.number)", .total(value)) : Query.Column(name(word.columns[0]), .largest(value))
  }

  /// Where the cells that the score reads stand.
  var words: CellWords {
    CellWords(readColumns.map { ($0, cellRange($0), cellStep($0)) }, bound: settings.dialect.largestDividend)
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
    let heads = ["rung", "low", "high", "step", "word", "base", "place"]
    let listed = pipeline.prefix + name + "_listed"
    pipeline.add(
      .literal(
        name: listed, columns: ["field"] + heads,
        rows: entries.map { entry in
          let ((low, high), place) = (settings.range(of: entry.field), entry.place)
          let numbers = [
            entry.rung, low ?? -(1 << 62), high ?? 1 << 62, entry.step ?? settings.step(of: entry.field), place?.word ?? 0,
            place?.base ?? 1, place?.unit ?? 1,
          ]
          return [.text(.literal(entry.field.id.value))] + numbers.map { .number(.number($0)) }
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
    let isUntold = Condition.any([
      .isNothing(.recorded(.column(settings.valueColumn, of: "o"))), .compare(.column("word", of: "f"), .equal, .number(0)),
    ])
    return readingQuery(
      settings.observations, "field",
      [Query.Column("told", .choice([Term.Arm(isUntold, .number(0))], otherwise: .number(1)))]
        + (readsKinds ? [Query.Column("seen", .number(1)), Query.Column("kind", text: .nothing)] : []))
  }

  /// Where a row of a table stands: the names of the rungs, empty below its own.
  func place(_ table: String?) -> [Query.Column] {
    rungNames(edition.rungs.count - 1).enumerated().map { rung, key in
      Query.Column(key, text: rung == 0 ? .column(key, of: table) : .orEmpty(.column(key, of: table)))
    }
  }

  /// The value of a row of observations as its word takes it, nothing where it is not sound: out of range, between two values, or of
  /// another rung.
  private var readValue: Term {
    let value = Term.column(settings.valueColumn, of: "o")
    var depth = Term.number(0)
    for rung in edition.rungs.indices.dropFirst() {
      depth = .choice([Term.Arm(.isFilled(.column(edition.rungs[rung].id.value, of: "o")), .number(rung))], otherwise: depth)
    }
    var isSound: [Condition] = [
      .compare(value, .greaterOrEqual, .column("low", of: "f")), .compare(value, .lessOrEqual, .column("high", of: "f")),
      .compare(depth, .equal, .column("rung", of: "f")),
    ]
    var digit = value - .column("base", of: "f")
    // Where every cell may hold any decimal, nothing stands between two values.
    if hasSteps {
      isSound.append(.compare(.remainder(value, .column("step", of: "f")), .equal, .number(0)))
      digit = .quotient(digit, .column("step", of: "f"))
    }
    return .choice([Term.Arm(.all(isSound), .product(digit + .number(1), .column("place", of: "f")))], otherwise: .nothing)
  }

  /// Whether some cell may hold whole numbers only, or the like.
  private var hasSteps: Bool {
    readColumns.contains { column in
      cellStep(column) > 1 || worlds?.laterFields[column].map { settings.step(of: $0.field) > 1 } ?? false
    }
  }

  /// Reads the kinds as rows beside the observations, for nothing has to be joined then; none of them adds to what is counted. Who is in no
  /// observation is left out further on.
  func kindQuery(counting counts: [String]) -> Query {
    Query(
      place(nil) + [Query.Column("word", .nothing), Query.Column("value", .nothing)] + counts.map { Query.Column($0, .number(0)) }
        + [Query.Column("kind", text: .column("kind"))], from: settings.entities)
  }
}
