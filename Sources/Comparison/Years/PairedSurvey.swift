internal import RuleDiagnostics
internal import Observations
internal import RuleModel
internal import Scoring

/// Some institutions in the two years: everyone surveyed in either, and every cell of either.
struct PairedSurvey: Sendable {
  /// What is known of one field of one entity.
  struct PairedCell: Sendable {
    let old: Cell
    let new: Cell
  }

  /// The institutions, and everyone below them.
  let population: Population
  /// Whether each entity was surveyed in each year, by rung and entity.
  let inOld: [[Bool]]
  let inNew: [[Bool]]
  /// Cells by column and entity.
  let cells: [[PairedCell]]
  /// What earlier editions' years recorded, for rules that carry it over: by edition, column and entity.
  let earlier: [String: [CellColumn]]

  /// Lays the two years of institutions side by side; `earlier` holds the years of editions whose values are carried over.
  init(
    _ rules: PairedRules, old: ObservationTable, new: ObservationTable, institutions: [(old: Int, new: Int)],
    earlier: [String: ObservationTable] = [:]
  ) {
    var levels: [[Entity]] = []
    var oldIndex: [[Int?]] = []
    var newIndex: [[Int?]] = []
    var parents: [(old: Int?, new: Int?)] = institutions.map { ($0.old, $0.new) }
    for rung in 0..<rules.rungCount {
      let level = rung == 0 ? parents.flatMap { PairedSurvey.top($0, old, new) } : PairedSurvey.level(rung, below: parents, old, new)
      if rung > 0 { levels[rung - 1] = PairedSurvey.link(levels[rung - 1], to: level.map(\.entity)) }
      levels.append(level.map(\.entity))
      oldIndex.append(level.map(\.old))
      newIndex.append(level.map(\.new))
      parents = level.map { ($0.old, $0.new) }
    }
    let population = Population(rungs: levels)
    self.population = population
    let carried = Dictionary(
      uniqueKeysWithValues: earlier.map { name, table in
        (name, Survey.cells(of: rules.columns.map { (rules.name(of: $0, in: name), $0.rung) }, for: population, in: table))
      })
    self.earlier = carried
    inOld = oldIndex.map { $0.map { $0 != nil } }
    inNew = newIndex.map { $0.map { $0 != nil } }
    var cells = rules.columns.enumerated().map { number, column in
      // A field that one year's instrument lacks may still stand in that year's data: a pilot, or a year of overlap.
      let oldColumn = old.columns[column.key.old ?? column.id].flatMap { $0.rung == column.rung ? $0 : nil }
      let newColumn = new.columns[column.key.new ?? column.id].flatMap { $0.rung == column.rung ? $0 : nil }
      let carriedOver = rules.carriedEdition(of: number).flatMap { carried[$0]?[number] }
      return levels[column.rung].indices.map { entity in
        let cell = PairedSurvey.cell(
          oldIndex[column.rung][entity], oldColumn, recordedOld: column.key.old != nil || oldColumn != nil,
          newIndex[column.rung][entity], newColumn, recordedNew: column.key.new != nil || newColumn != nil)
        if let value = carriedOver?[entity], cell.new == .missing { return PairedCell(old: cell.old, new: value) }
        // What the rules take for an earlier observation, where that year could have made it.
        if let backcast = rules.backcast(column), oldColumn == nil, oldIndex[column.rung][entity] != nil {
          return PairedCell(old: .value(backcast), new: cell.new)
        }
        return cell
      }
    }
    for twin in rules.twins {
      for entity in cells[twin.old].indices {
        (cells[twin.old][entity], cells[twin.new][entity]) = PairedSurvey.recoded(
          oldIndex[rules.columns[twin.old].rung][entity].map { PairedSurvey.raw(rules.columns[twin.old].key.old, in: old, $0) },
          newIndex[rules.columns[twin.new].rung][entity].map { PairedSurvey.raw(rules.columns[twin.new].key.new, in: new, $0) }, twin.links)
      }
    }
    self.cells = cells
  }

  private static func raw(_ field: String?, in table: ObservationTable, _ entity: Int) -> Cell {
    field.flatMap { table.columns[$0]?.value(of: entity)?.number }.map { .value($0) } ?? .missing
  }

  /// One field of one entity as the old rules read it and as the new rules do; nil for a year that did not visit the entity.
  private static func recoded(_ old: Cell?, _ new: Cell?, _ links: [FieldLink]) -> (PairedCell, PairedCell) {
    let forward = { (cell: Cell) in cell.read { value in links.reduce(value) { number, link in number.flatMap { link.forward($0) } } } }
    let back = { (cell: Cell) in cell.read { value in links.reversed().reduce(value) { number, link in number.flatMap { link.back($0) } } }
    }
    switch (old, new) {
    case (let old?, let new?):
      let translated = forward(old)
      return (PairedCell(old: old, new: translated == new ? old : back(new)), PairedCell(old: translated, new: new))
    case (let old?, nil): return (PairedCell(old: old, new: old), PairedCell(old: forward(old), new: forward(old)))
    case (nil, let new?): return (PairedCell(old: back(new), new: back(new)), PairedCell(old: new, new: new))
    case (nil, nil): return (PairedCell(old: .unseen, new: .unseen), PairedCell(old: .unseen, new: .unseen))
    }
  }

  private typealias Found = (entity: Entity, old: Int?, new: Int?)

  private static func top(_ pair: (old: Int?, new: Int?), _ old: ObservationTable, _ new: ObservationTable) -> [Found] {
    let entity = pair.new.map { new.population.rungs[0][$0] } ?? pair.old.map { old.population.rungs[0][$0] }
    return entity.map { [($0.placed(below: 0, children: 0..<0), pair.old, pair.new)] } ?? []
  }

  /// The entities of a rung below the pairs of the rung above, those of both years merged by id.
  private static func level(
    _ rung: Int, below parents: [(old: Int?, new: Int?)], _ old: ObservationTable, _ new: ObservationTable
  ) -> [Found] {
    parents.enumerated().flatMap { parent, pair -> [Found] in
      var merged: [String: (old: Int?, new: Int?)] = [:]
      for child in pair.old.map({ old.population.rungs[rung - 1][$0].children }) ?? 0..<0 {
        merged[old.population.rungs[rung][child].id, default: (nil, nil)].old = child
      }
      for child in pair.new.map({ new.population.rungs[rung - 1][$0].children }) ?? 0..<0 {
        merged[new.population.rungs[rung][child].id, default: (nil, nil)].new = child
      }
      return merged.sorted { $0.key.precedesByBytes($1.key) }.compactMap { _, pair in
        let known = pair.new.map { new.population.rungs[rung][$0] } ?? pair.old.map { old.population.rungs[rung][$0] }
        return known.map { ($0.placed(below: parent, children: 0..<0), pair.old, pair.new) }
      }
    }
  }

  /// The entities of a rung with their children among those of the next.
  private static func link(_ level: [Entity], to next: [Entity]) -> [Entity] {
    var start = 0
    return level.enumerated().map { index, entity in
      var end = start
      while end < next.count, next[end].parent == index { end += 1 }
      defer { start = end }
      return entity.placed(below: entity.parent, children: start..<end)
    }
  }

  /// A field that only one year records keeps that year's value; an entity that only one year surveyed likewise.
  private static func cell(
    _ oldEntity: Int?, _ oldColumn: ObservationColumn?, recordedOld: Bool, _ newEntity: Int?, _ newColumn: ObservationColumn?,
    recordedNew: Bool
  ) -> PairedCell {
    let value = { (column: ObservationColumn?, entity: Int) -> Cell in
      column?.value(of: entity)?.number.map { .value($0) } ?? .missing
    }
    let old = oldEntity.flatMap { recordedOld ? value(oldColumn, $0) : nil }
    let new = newEntity.flatMap { recordedNew ? value(newColumn, $0) : nil }
    return PairedCell(old: old ?? new ?? .unseen, new: new ?? old ?? .unseen)
  }
}

extension Cell {
  /// The same cell with its number read otherwise; `missing` where no reading is known.
  fileprivate func read(_ reading: (Fraction?) -> Fraction?) -> Cell {
    guard case .value(let number) = self else { return self }
    return reading(number).map { .value($0) } ?? .missing
  }
}
