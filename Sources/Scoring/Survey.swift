package import Observations
package import RuleModel

/// What an evaluation runs over: who is there, and the cells of a plan's fields.
package struct Survey: Sendable {
  /// Whether something takes part in a world.
  package enum Presence: Sendable, Hashable {
    /// It is there.
    case there
    /// It is not there and leaves no trace.
    case absent
    /// It is not there, but keeps its weight and takes the value that the world has without its kind: the base of that number.
    case neutral(base: Int)
  }

  package var population: Population
  /// Cells by column and entity.
  package var cells: [CellColumn]
  /// Presence by rung and entity; a rung without any entry is there completely.
  package var presence: [[Presence]]
  /// What was recorded in the years of earlier editions, by edition, column and entity; `missing` where nothing was.
  package var earlier: [String: [CellColumn]]

  package init(population: Population, cells: [CellColumn], presence: [[Presence]], earlier: [String: [CellColumn]] = [:]) {
    self.population = population
    self.cells = cells
    self.presence = presence
    self.earlier = earlier
  }

  /// Whether everyone on a rung is there.
  package func isComplete(_ rung: Int) -> Bool { presence[rung].isEmpty }

  /// Whether an entity takes part.
  package func presence(of entity: Int, on rung: Int) -> Presence {
    presence[rung].isEmpty ? .there : presence[rung][entity]
  }

  /// The same survey with what an earlier edition's year recorded in the place of what is missing; nil if that year is not known.
  ///
  /// Complexity: linear in the number of cells.
  func carrying(_ edition: String) -> Survey? {
    guard let earlier = earlier[edition] else { return nil }
    var copy = self
    copy.cells = zip(cells, earlier).map { $0.carrying($1) }
    return copy
  }

  /// Everything that a table holds, seen through a plan's fields; `earlier` holds other years, by edition.
  package init(_ table: ObservationTable, for plan: Plan, of edition: Edition, earlier: [String: ObservationTable] = [:]) {
    let population = table.population
    let cells = plan.fields.map { field in CellColumn(table.columns[field.id], count: population.rungs[field.rung].count) }
    self.init(
      population: population, cells: cells, presence: population.rungs.map { _ in [] },
      earlier: Dictionary(
        uniqueKeysWithValues: earlier.map { name, table in
          let fields = plan.fields.map { (id: edition.earlierName(of: $0.id, in: name), rung: $0.rung) }
          return (name, Survey.cells(of: fields, for: population, in: table))
        }))
  }

  /// The cells that another year's table holds for the entities of a population, matched by path; `missing` where it holds nothing.
  ///
  /// Complexity: linear in the population and its cells, times the logarithm of the table's population.
  package static func cells(
    of fields: [(id: String, rung: Int)], for population: Population, in table: ObservationTable
  ) -> [CellColumn] {
    let places = table.places(of: population)
    return fields.map { field in
      let column = table.columns[field.id].flatMap { $0.rung == field.rung ? $0 : nil }
      return CellColumn(
        codes: places[field.rung].map { place in place.flatMap { column?.codes[$0] } ?? CellColumn.missing },
        distinct: column?.distinct.map { Cell($0) } ?? [])
    }
  }
}

extension Cell {
  /// What a table holds.
  package init(_ value: ObservedValue) {
    switch value {
    case .number(let number): self = .value(number)
    case .text(let text): self = .text(text)
    }
  }
}
