package import Expressions
internal import Observations
package import RuleModel
internal import RuleDiagnostics

/// An expression of a part, compiled, with what stands behind each of its names.
package struct PlanFormula: Sendable, Equatable {
  private enum Source: Sendable, Equatable {
    case column(Int, rung: Int, kind: Field.Kind)
    case kind(rung: Int)

    init?(_ source: VisibleNames.Source, in edition: Edition, _ column: (String) -> Int) {
      switch source {
      case .field(let id):
        guard let field = edition.field(id), let height = edition.height(of: field.rung) else { return nil }
        self = .column(column(id), rung: height, kind: field.kind)
      case .kind(let rung): self = .kind(rung: rung)
      }
    }
  }

  private let text: String
  /// What is evaluated, and what stands behind each of its names. INVARIANT: neither is nil, for a checked edition holds no expression that
  /// cannot be parsed, and none with a name that stands for nothing.
  private let program: (compiled: CompiledExpression, sources: [Source?])?

  /// Compiles an expression that has been checked, as seen from a rung.
  package init(_ text: String, from rung: Int, in edition: Edition, column: (String) -> Int) {
    self.text = text
    let names = VisibleNames(in: edition, from: rung)
    program = (try? Expression.parse(text).get()).map { expression in
      let compiled = expression.compiled(for: names.types)
      return (compiled, compiled.names.map { name in names.sources[name].flatMap { Source($0, in: edition, column) } })
    }
  }

  package static func == (left: PlanFormula, right: PlanFormula) -> Bool {
    left.text == right.text && left.sources == right.sources
  }

  private var sources: [Source?] {
    guard let program else { return [] }
    return program.sources
  }

  /// The columns that are read.
  package var columns: [Int] {
    sources.compactMap { source in
      if case .column(let column, _, _)? = source { return column }
      return nil
    }
  }

  /// The rungs of the entities whose kind is asked for.
  package var kindRungs: [Int] {
    sources.compactMap { source in
      if case .kind(let rung)? = source { return rung }
      return nil
    }
  }

  /// Returns the value for an entity of a rung.
  package func value(of entity: Int, on rung: Int, in survey: Survey) -> ExpressionValue {
    guard let program else { return .unknown }
    return program.compiled.evaluate(slots: program.sources.map { value($0, entity, rung, survey) })
  }

  /// Whether any name stands for something that nobody could have observed.
  func readsUnseen(_ entity: Int, on rung: Int, in survey: Survey) -> Bool {
    !cells(.unseen, entity, on: rung, in: survey).isEmpty
  }

  /// The cells that are read and in which nothing was recorded. The entity of a cell is that of the field's rung where the field is recorded
  /// further down, and else `entity` itself.
  func gaps(_ entity: Int, on rung: Int, in survey: Survey) -> [(column: Int, entity: Int)] {
    cells(.missing, entity, on: rung, in: survey)
  }

  private func cells(_ wanted: Cell, _ entity: Int, on rung: Int, in survey: Survey) -> [(column: Int, entity: Int)] {
    sources.flatMap { source -> [(column: Int, entity: Int)] in
      guard case .column(let column, let height, _)? = source else { return [] }
      guard height > rung else {
        let owner = survey.population.ancestor(of: entity, from: rung, on: height)
        return survey.cells[column][owner] == wanted ? [(column, entity)] : []
      }
      let below = survey.population.entities(on: height, under: entity, of: rung)
      return below.filter { survey.presence(of: $0, on: height) == .there && survey.cells[column][$0] == wanted }.map { (column, $0) }
    }
  }

  /// The rung of the entity whose kind is asked for but not known; nil if there is none.
  func rungWithoutKind(_ entity: Int, on rung: Int, in survey: Survey) -> Int? {
    sources.lazy.compactMap { source in
      guard case .kind(let height)? = source else { return nil }
      let owner = survey.population.ancestor(of: entity, from: rung, on: height)
      return survey.population.kind(of: owner, on: height) == nil ? height : nil
    }.first
  }

  private func value(_ source: Source?, _ entity: Int, _ rung: Int, _ survey: Survey) -> ExpressionValue {
    guard let source else { return .unknown }
    switch source {
    case .kind(let height):
      let owner = survey.population.ancestor(of: entity, from: rung, on: height)
      return survey.population.rungs[height][owner].kind.map { .string($0) } ?? .unknown
    case .column(let column, let height, let kind) where height <= rung:
      return PlanFormula.value(survey.cells[column][survey.population.ancestor(of: entity, from: rung, on: height)], kind)
    case .column(let column, let height, let kind):
      let below = survey.population.entities(on: height, under: entity, of: rung).filter { survey.presence(of: $0, on: height) == .there }
      return .list(below.map { PlanFormula.value(survey.cells[column][$0], kind) })
    }
  }

  private static func value(_ cell: Cell, _ kind: Field.Kind) -> ExpressionValue {
    switch cell {
    case .value(let number): kind == .yesNo ? .boolean(!number.isZero) : .number(number)
    case .text(let text): .string(text)
    case .missing, .unseen: .unknown
    }
  }
}
