internal import Expressions
internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// A formula, a condition or goalposts that could not be computed for an entity.
struct FormulaFault {
  private let fault: Evaluator.Fault
  /// The number of the part.
  let part: Int
  /// The entity on the part's rung.
  let entity: Int
  /// Whether what the parts of a group give together is beyond its goalposts.
  let isOfGoalposts: Bool
  /// The entity of the top rung to which it belongs.
  let institution: Int
  private let id: String
  private let rung: Int

  init(_ fault: Evaluator.Fault, part: Int, entity: Int, of plan: Plan, in survey: Survey) {
    self.fault = fault
    self.part = part
    self.entity = entity
    id = plan.nodes[part].id
    rung = plan.nodes[part].rung
    isOfGoalposts = if case .outsideScale = fault { plan.nodes[part].goalposts != nil } else { false }
    institution = survey.population.ancestor(of: entity, from: rung, on: 0)
  }

  /// Reports what went wrong, for whom, and in which rule.
  func report(_ edition: Edition, _ population: Population, log: inout DiagnosticLog) {
    let part = edition.score.subtree.first { $0.id.value == id }
    let path = population.rungs[rung][entity].path
    let words: Words
    let help: Words?
    switch fault {
    case .evaluation(let problem):
      words = problem.words
      help = problem.help
    case .outsideScale(let score, let scale):
      let range = "\(scale.lowerBound.decimalText())..\(scale.upperBound.decimalText())"
      words = Words(
        id: "hasilnya \(score.decimalText()), di luar skala \(range)",
        en: "the result is \(score.decimalText()), outside the scale \(range)")
      help =
        isOfGoalposts
        ? Words(
          id: "tambahkan `clamp: true` pada `goalposts`, atau periksa datanya", en: "add `clamp: true` to `goalposts`, or check the data")
        : Words(id: "batasi dengan `clamp(...)`, atau periksa datanya", en: "bound it with `clamp(...)`, or check the data")
    case .withoutKind(let height):
      let owner = population.rungs[height][population.ancestor(of: entity, from: rung, on: height)].path
      words = Words(id: "jenis `\(owner)` ditanyakan, tetapi tidak diketahui", en: "the kind of `\(owner)` is asked for, but not known")
      help = Words(
        id: "tulis jenisnya di entities.csv, dan sertakan dengan `--entities`",
        en: "write its kind in entities.csv, and give it by `--entities`")
    }
    log.error(
      .formulaFault, at: part?.id.range,
      Words(
        id: "`\(id)` tidak dapat dihitung untuk `\(path)`: \(words.id)", en: "`\(id)` cannot be computed for `\(path)`: \(words.en)"),
      help: help)
  }
}
