internal import ArgumentParser
internal import Timbang

/// What `timbang sql` writes.
enum WarehousePart: String, ExpressibleByArgument, CaseIterable {
  case tables, rows, kinds, score, contributions, control, explain

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

  @Option(
    name: .customLong("earlier-table"), help: "The table of observations of the earlier year, for --part explain.")
  var earlierTable = "observation_earlier"

  @Option(name: .customLong("entity-table"), help: "The table of kinds.")
  var entityTable = "entity"

  func validate() throws {
    guard (0...6).contains(decimals) else { throw ValidationError("--decimals is 0 to 6") }
    guard (1...1_000_000).contains(most) else { throw ValidationError("--most is 1 to 1000000") }
  }

  func settings(_ dialect: SQLDialect) -> SQLSettings {
    SQLSettings(
      dialect, decimals: decimals, most: most, observations: observationTable, entities: entityTable, earlierObservations: earlierTable)
  }
}

/// `timbang sql --rules R --dialect D --part P`: the same rules for engines that people already run.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Write an edition as SQL that gives the same digits. (Menulis aturan sebagai SQL.)",
    discussion: """
      score, contributions and control are queries; tables makes their input tables; rows and kinds print observations and kinds as CSV \
      in the layout of these tables. explain is a query over two years, --from and --to; tables makes its tables where these are named.
      """)

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String?

  @Option(help: "The rules of the earlier year, for explain and its tables.")
  var from: String?

  @Option(help: "The rules of the later year.")
  var to: String?

  @Option(help: "The engine: duckdb, postgres, sqlite or spark; ansi for others.")
  var dialect: SQLDialect = .ansi

  @Option(help: "What to write: tables, rows, kinds, score, contributions, control or explain.")
  var part: WarehousePart = .score

  @OptionGroup var warehouse: WarehouseOptions

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files, for rows and kinds.")
  var data: [String] = []

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    let needsData = part == .rows || part == .kinds
    if needsData == data.isEmpty {
      throw ValidationError(needsData ? "rows and kinds need --data" : "--data is for --part rows and --part kinds")
    }
    let hasYears = from != nil && to != nil
    if (from != nil || to != nil) != hasYears { throw ValidationError("--from and --to name two years") }
    if part == .explain, !hasYears || rules != nil { throw ValidationError("explain needs --from and --to, and no --rules") }
    if part == .tables, hasYears == (rules != nil) { throw ValidationError("tables needs --rules, or --from and --to") }
    if part != .explain, part != .tables, hasYears || rules == nil {
      throw ValidationError("\(part.rawValue) needs --rules, and neither --from nor --to")
    }
  }

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let settings = warehouse.settings(dialect)
    var log = DiagnosticLog()
    var text: String?
    if let from, let to {
      let years = try LoadedYear.editions([from, to], workspace, console)
      let (old, new) = (years[0], years[1])
      text = part == .explain ? new.explanationSQL(since: old, settings, log: &log) : new.tablesSQL(sinceEarlierYear: settings)
      try finish(text, log, about: years.map(\.edition.file), workspace, console)
      return
    }
    guard let rules else { return }
    let edition = try LoadedYear.edition(rules, workspace, console)
    if let question = part.question {
      text = edition.sql(question, settings, log: &log)
    } else {
      let year = try LoadedYear(
        edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), refuses: false, workspace, console)
      let rows = WarehouseRows(edition.edition, settings)
      text = part == .kinds ? rows.kinds(year.scores.observations) : rows.observations(year.scores.observations, log: &log)
    }
    try finish(text, log, about: [rules], workspace, console)
  }

  /// Writes the text, or says what is wrong beside the lines of the rules, which are read again only for that.
  private func finish(
    _ text: String?, _ log: DiagnosticLog, about rules: [String], _ workspace: Workspace, _ console: Console
  ) throws {
    if !log.diagnostics.isEmpty { console.report(log, about: rules.flatMap { workspace.load($0).sources }) }
    try console.stopIfWrong(log)
    if let text { try console.write(text) }
  }
}
