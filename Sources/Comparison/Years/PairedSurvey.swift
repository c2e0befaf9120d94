internal import RuleDiagnostics
internal import Observations
internal import RuleModel
internal import Scoring

/// Some institutions in the two years: everyone surveyed in either, and every cell of either.
struct PairedSurvey: Sendable {
  /// The institutions, and everyone below them.
  let population: Population
  /// Whether each entity was surveyed in each year, by rung and entity.
  let inOld: [[Bool]]
  let inNew: [[Bool]]
  /// The institution of each entity, by rung and entity.
  let institutions: [[Int]]
  /// The cells of both years by column.
  let cells: [PairedColumn]
  /// How they differ, by column and entity; the columns of a field whose values were recoded differ together.
  let differences: [[CellDifference]]
  /// What earlier editions' years recorded, for rules that carry it over: by edition and column.
  let earlier: [String: [CellColumn]]

  /// Lays the two years of institutions side by side.
  init(_ rules: PairedRules, _ tables: PairedTables, institutions: [(old: Int, new: Int)]) {
    let entities = PairedEntities(tables, institutions, rungs: rules.rungCount)
    let population = entities.population(tables)
    self.population = population
    self.institutions = entities.institutions
    inOld = entities.rungs.map { $0.old.map { $0 >= 0 } }
    inNew = entities.rungs.map { $0.new.map { $0 >= 0 } }
    let carried = Dictionary(
      uniqueKeysWithValues: tables.earlier.map { name, table in
        (name, Survey.cells(of: rules.columns.map { (rules.name(of: $0, in: name), $0.rung) }, for: population, in: table))
      })
    earlier = carried
    var cells = zip(rules.columns, tables.fields).enumerated().map { number, pair in
      let rung = entities.rungs[pair.0.rung]
      return pair.1.paired((rung.old, rung.new), carriedOver: rules.carriedFrom[number].flatMap { carried[$0]?[number] })
    }
    var differences: [[CellDifference]] = []
    for twin in rules.twins {
      let read = entities.rungs[rules.columns[twin.old].rung].old.map {
        PairedSurvey.raw(rules.columns[twin.old].key.old, in: tables.old, $0)
      }
      let reread = entities.rungs[rules.columns[twin.new].rung].new.map {
        PairedSurvey.raw(rules.columns[twin.new].key.new, in: tables.new, $0)
      }
      let pairs = zip(read, reread).map { PairedSurvey.recoded($0, $1, twin.links) }
      cells[twin.old] = PairedColumn(pairs.map(\.old))
      cells[twin.new] = PairedColumn(pairs.map(\.new))
    }
    differences = cells.map(\.differences)
    for twin in rules.twins {
      let (before, after) = (cells[twin.old].old.codes, cells[twin.old].new.codes)
      differences[twin.new] = cells[twin.new].differences { before[$0] != after[$0] }
      differences[twin.old] = differences[twin.new]
    }
    self.cells = cells
    self.differences = differences
  }

  /// What a year recorded of an entity; nil if it did not visit it.
  private static func raw(_ field: String?, in table: ObservationTable, _ entity: Int) -> Cell? {
    guard entity >= 0 else { return nil }
    return field.flatMap { table.columns[$0]?.value(of: entity)?.number }.map { .value($0) } ?? .missing
  }

  /// A cell in each of the two years.
  private typealias Pair = (old: Cell, new: Cell)

  /// One field of one entity as the old rules read it and as the new rules do; nil for a year that did not visit the entity.
  private static func recoded(_ old: Cell?, _ new: Cell?, _ links: [FieldLink]) -> (old: Pair, new: Pair) {
    let forward = { (cell: Cell) in cell.read { value in links.reduce(value) { number, link in number.flatMap { link.forward($0) } } } }
    let back = { (cell: Cell) in cell.read { value in links.reversed().reduce(value) { number, link in number.flatMap { link.back($0) } } }
    }
    switch (old, new) {
    case (let old?, let new?):
      let translated = forward(old)
      return ((old, translated == new ? old : back(new)), (translated, new))
    case (let old?, nil): return ((old, old), (forward(old), forward(old)))
    case (nil, let new?): return ((back(new), back(new)), (new, new))
    case (nil, nil): return ((.unseen, .unseen), (.unseen, .unseen))
    }
  }
}

extension Cell {
  /// The same cell with its number read otherwise; `missing` where no reading is known.
  fileprivate func read(_ reading: (Fraction?) -> Fraction?) -> Cell {
    guard case .value(let number) = self else { return self }
    return reading(number).map { .value($0) } ?? .missing
  }
}
