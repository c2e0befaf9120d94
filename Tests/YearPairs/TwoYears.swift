import Dice
import Comparison
import Observations
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring

/// Two years that were loaded, read and scored, ready to be compared; with the texts that a person would write.
struct TwoYears {
  let seed: UInt64
  let changes: RandomChanges
  let survey: RandomSurvey
  let oldRules: CheckedEdition
  let newRules: CheckedEdition
  let old: ScoreTable
  let new: ScoreTable
  let comparison: YearComparison
  let oldData: [String]
  let newData: [String]

  /// Throws the dice until rules and data come out that can be compared; most do at the first throw.
  init(
    seed: UInt64, rules: RandomRules.Size = .init(), changes count: ClosedRange<Int> = 0...3, survey size: RandomSurvey.Size = .init()
  ) throws {
    var dice = Dice(seed: seed)
    var trouble: [String] = []
    for _ in 0..<50 {
      let rules = RandomRules(&dice, rules)
      let changes = RandomChanges(rules, &dice, count: count)
      let survey = RandomSurvey(changes, &dice, size)
      do {
        try self.init(seed: seed, changes, survey)
        return
      } catch {
        trouble = error.messages
      }
    }
    throw Trouble(messages: ["seed \(seed)"] + trouble)
  }

  /// Loads, reads and scores.
  init(seed: UInt64, _ changes: RandomChanges, _ survey: RandomSurvey, yaml: String? = nil, oldYAML: String? = nil) throws(Trouble) {
    self.seed = seed
    self.changes = changes
    self.survey = survey
    var rules = changes.rules
    rules.fields = changes.oldFields
    let first = oldYAML ?? replacingNames(rules.yaml())
    let names = changes.newNames
    oldRules = try TwoYears.load(first, base: "")
    newRules = try TwoYears.load(yaml ?? changes.yaml, base: first)
    let known = { (edition: CheckedEdition, name: String) in edition.edition.field(name) == nil ? nil : name }
    let (oldRules, newRules) = (oldRules, newRules)
    oldData = survey.old.rows(rules.rungs) { known(oldRules, $0) }
    newData = survey.new.rows(rules.rungs) { known(newRules, names[$0] ?? $0) }
    old = try TwoYears.score(oldRules, [oldData], survey.entities)
    new = try TwoYears.score(newRules, [newData], survey.entities)
    var log = DiagnosticLog()
    guard let comparison = YearComparison(from: old, to: new, log: &log) else { throw Trouble(log) }
    self.comparison = comparison
  }

  /// The same years scored otherwise.
  func replacing(old: ScoreTable, new: ScoreTable) throws(Trouble) -> TwoYears {
    try TwoYears(self, old: old, new: new)
  }

  private init(_ years: TwoYears, old: ScoreTable, new: ScoreTable) throws(Trouble) {
    (seed, changes, survey, oldRules, newRules) = (years.seed, years.changes, years.survey, years.oldRules, years.newRules)
    (oldData, newData) = (years.oldData, years.newData)
    self.old = old
    self.new = new
    var log = DiagnosticLog()
    guard let comparison = YearComparison(from: old, to: new, log: &log) else { throw Trouble(log) }
    self.comparison = comparison
  }

  /// Why something could not be made.
  struct Trouble: Error {
    let messages: [String]

    init(messages: [String]) { self.messages = messages }

    init(_ log: DiagnosticLog) { messages = log.diagnostics.filter { $0.severity == .error }.map(\.message.en) }
  }

  static func load(_ yaml: String, base: String) throws(Trouble) -> CheckedEdition {
    let loaded = EditionLoader { _, _ in SourceFile(name: "1.yaml", bytes: Array(base.utf8)) }
      .load(SourceFile(name: "2.yaml", bytes: Array(yaml.utf8)))
    guard let edition = loaded.edition else { throw Trouble(loaded.log) }
    return edition
  }

  /// Reads rows and scores them; some institutions may have no score.
  static func score(_ rules: CheckedEdition, _ files: [[String]], _ entities: String) throws(Trouble) -> ScoreTable {
    let header = rules.edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
    let sources = files.enumerated().map { number, rows in
      SourceFile(name: "\(number).csv", bytes: Array((header + rows.joined(separator: "\n") + "\n").utf8))
    }
    let directory = SourceFile(name: "entities.csv", bytes: Array(("id,parent,kind,name\n" + entities).utf8))
    var log = DiagnosticLog()
    let table = ObservationReader(ladder: rules.edition.rungs, fields: rules.edition.fields).read(sources, entities: [directory], log: &log)
    guard let table, !log.hasErrors else { throw Trouble(log) }
    var findings = DiagnosticLog()
    return rules.score(table, log: &findings)
  }

  /// The institutions.
  var institutions: [String] { old.observations.population.rungs[0].map(\.path) }

  /// The exact total of an institution; nil if it has none.
  func total(of institution: String, in scores: ScoreTable) -> Fraction? {
    scores.observations.population.index(of: institution, on: 0).flatMap { scores.total(of: $0) }
  }

  /// The points of an indicator for the entity of that path, as scoring gives them.
  func points(of part: String, _ path: String, in scores: ScoreTable) -> Fraction? {
    let rung = path.split(separator: "/").count - 1
    guard let part = scores.partIndex(part), let entity = scores.observations.population.index(of: path, on: rung) else { return nil }
    return scores.values.value(part, on: rung, of: entity)
  }

  /// The explanations of all institutions that can be explained, each on its own.
  func explained(_ path: ExplanationPath, depth: Int = .max) -> [ScoreChange] {
    institutions.compactMap { explain($0, path, depth: depth) }
  }

  /// The explanation of one institution; nil if it has none.
  func explain(_ institution: String, _ path: ExplanationPath, depth: Int = .max) -> ScoreChange? {
    var log = DiagnosticLog()
    return comparison.explain(institution, along: path, depth: depth, log: &log)
  }

  /// What repeats a failure: the seed, the rules and the data.
  var text: String {
    var rules = changes.rules
    rules.fields = changes.oldFields
    return """
      seed \(seed)
      \(replacingNames(rules.yaml()))
      \(changes.yaml)
      --- 1.csv
      \(oldData.joined(separator: "\n"))
      --- 2.csv
      \(newData.joined(separator: "\n"))
      """
  }
}

/// The seeds of a run: so many that every run tries, and as many that no run tried before.
func seeds(_ count: Int, from start: UInt64) -> [UInt64] {
  let fresh = UInt64.random(in: 1_000_000...UInt64(UInt32.max))
  return (0..<UInt64(count / 2)).map { start + $0 } + (0..<UInt64(count - count / 2)).map { fresh &+ $0 }
}
