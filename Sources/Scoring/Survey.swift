package import Observations
internal import RuleModel

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
  package var cells: [[Cell]]
  /// Presence by rung and entity.
  package var presence: [[Presence]]

  package init(population: Population, cells: [[Cell]], presence: [[Presence]]) {
    self.population = population
    self.cells = cells
    self.presence = presence
  }

  /// Everything that a table holds, seen through a plan's fields.
  package init(_ table: ObservationTable, for plan: Plan) {
    let population = table.population
    let cells = plan.fields.map { field in
      population.rungs[field.rung].indices.map { entity in
        Cell(table.value(of: field.id, for: entity))
      }
    }
    self.init(population: population, cells: cells, presence: population.rungs.map { $0.map { _ in .there } })
  }
}

extension Cell {
  /// What a table holds, nil for nothing.
  package init(_ value: ObservedValue?) {
    switch value {
    case .number(let number): self = .value(number)
    case .text(let text): self = .text(text)
    case nil: self = .missing
    }
  }
}
