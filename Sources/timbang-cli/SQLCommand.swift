internal import ArgumentParser
internal import Timbang

/// What `timbang sql` writes.
enum WarehousePart: String, ExpressibleByArgument, CaseIterable {
  case tables, rows, kinds, score, contributions, control

  /// The question, if it is one to an engine.
  var question: SQLPart? { SQLPart(rawValue: rawValue) }
}

/// How the tables of a warehouse hold observations.
struct WarehouseOptions: ParsableArguments {
  @Option(help: "How many decimals recorded numbers have, 0 to 6; the table holds them as whole numbers of the last one.")
  var decimals = 2

  @Option(help: "How many entities stand in one of the rung above at most; institutions with more are refused.")
  var most = 10_000

  @Option(name: .customLong("observation-table"), help: "The table of observations.")
  var observationTable = "observation"

  @Option(name: .customLong("entity-table"), help: "The table of kinds.")
  var entityTable = "entity"

  func validate() throws {
    guard (0...6).contains(decimals) else { throw ValidationError("--decimals is 0 to 6") }
    guard (1...1_000_000).contains(most) else { throw ValidationError("--most is 1 to 1000000") }
  }

  func settings(_ dialect: SQLDialect) -> SQLSettings {
    SQLSettings(dialect, decimals: decimals, most: most, observations: observationTable, entities: entityTable)
  }
}

/// `timbang sql --rules R --dialect D --part P`: the same rules for engines that people already run.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Write an edition as SQL that gives the same digits. (Menulis aturan sebagai SQL.)",
    discussion: """
      score, contributions and control are queries; tables makes their input tables; rows and kinds print observations and kinds as CSV \
      in the layout of these tables.
      """)

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(help: "The engine: duckdb, postgres, sqlite or spark; ansi for others.")
  var dialect: SQLDialect = .ansi

  @Option(help: "What to write: tables, rows, kinds, score, contributions or control.")
  var part: WarehousePart = .score

  @OptionGroup var warehouse: WarehouseOptions

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files, for rows and kinds.")
  var data: [String] = []

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if (part.question == nil) == data.isEmpty {
      throw ValidationError(part.question == nil ? "rows and kinds need --data" : "--data is for --part rows and --part kinds")
    }
  }

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let edition = try LoadedYear.edition(rules, workspace, console)
    let settings = warehouse.settings(dialect)
    var log = DiagnosticLog()
    var text: String?
    if let question = part.question {
      text = edition.sql(question, settings, log: &log)
    } else {
      let year = try LoadedYear(
        edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), refuses: false, workspace, console)
      let rows = WarehouseRows(edition.edition, settings)
      text = part == .kinds ? rows.kinds(year.scores.observations) : rows.observations(year.scores.observations, log: &log)
    }
    console.report(log, about: workspace.load(rules).sources)
    try console.stopIfWrong(log)
    if let text { try console.write(text) }
  }
}
