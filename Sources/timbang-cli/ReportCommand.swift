internal import ArgumentParser
internal import Timbang

/// `timbang report`: one HTML file about everybody, for those who read pages.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one HTML file: overview, league table, a section for each institution. (Menulis laporan HTML.)",
    discussion: """
      With --rules and --data it tells one year; with --from and --to also why the scores changed.
      The file stands alone: it loads nothing, and it is complete with scripts off.
      """)

  /// In what the file is written.
  enum Tongue: String, ExpressibleByArgument, CaseIterable {
    case id, en, both
  }

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String?

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input. Several are one data set.")
  var data: [String] = []

  @Option(help: "The earlier year as RULES=DATA; repeat it for several data files.")
  var from: [String] = []

  @Option(help: "The later year as RULES=DATA; repeat it for several data files.")
  var to: [String] = []

  @Option(help: "The file to write.")
  var out: String

  @Option(
    help: "How much is told of each institution: full, short, or auto, which is full for up to 60 institutions.")
  var detail: HTMLReport.Detail = .auto

  @Option(help: "Language of the file and of messages: id, en, or both for a file with a switch. (Default: the locale, else English.)")
  var lang: Tongue?

  @Option(help: "Colours of messages: auto, always or never.")
  var color: ColourChoice = .auto

  @Option(name: .customLong("rules-dir"), help: "Folder in which editions are looked up by name.")
  var rulesFolder = "rules"

  @OptionGroup var dataOptions: DataOptions

  func validate() throws {
    if from.isEmpty != to.isEmpty { throw ValidationError("--from and --to name the two years together") }
    if (rules == nil) == from.isEmpty { throw ValidationError("say --rules and --data for one year, or --from and --to for two") }
    if rules != nil, data.isEmpty { throw ValidationError("--rules needs --data") }
    if rules == nil, !data.isEmpty { throw ValidationError("--data needs --rules; with --from and --to data are named there") }
  }

  func run() throws {
    let console = Console(try speech(), writesJSON: false)
    let workspace = Workspace(rulesFolder: rulesFolder)
    let languages: [Language] = lang == .both ? [.id, .en] : [console.style.language]
    let report = try report(languages, workspace, console)
    let text = report.text(threads: processorCount()) { console.progress($0, of: $1, whilePrinting: false) }
    do {
      try writeResult(out, Array(text.utf8), as: .page)
    } catch {
      try console.stop(error)
    }
    let size = (text.utf8.count + 999) / 1000
    console.say(Words(id: "`\(out)` ditulis, \(size) kB", en: "`\(out)` was written, \(size) kB"))
  }

  private func report(_ languages: [Language], _ workspace: Workspace, _ console: Console) throws -> HTMLReport {
    if let rules {
      let edition = try LoadedYear.edition(rules, workspace, console)
      try console.stopIfOverwriting([out], inputs: data + dataOptions.entities + [edition.edition.file])
      let year = try LoadedYear(
        edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), workspace, console)
      return HTMLReport(ReportedYear(year.scores, from: year.stamp), languages: languages, detail: detail)
    }
    let named = try NamedYear.all(from, "--from") + NamedYear.all(to, "--to")
    guard named.count == 2 else { throw ValidationError("a report is about two years: one edition for --from and one for --to") }
    let years = try LoadedYear.inOrder(named, [], dataOptions, workspace, console)
    try console.stopIfOverwriting([out], inputs: named.flatMap(\.data) + dataOptions.entities + years.map(\.edition.edition.file))
    var log = DiagnosticLog()
    guard let changes = YearComparison(from: years[0].scores, to: years[1].scores, log: &log) else {
      console.report(log, about: [])
      throw ExitCode(65)
    }
    let both = years.map { ReportedYear($0.scores, from: $0.stamp) }
    return HTMLReport(both[1], since: (both[0], changes), languages: languages, detail: detail)
  }

  /// Messages are in the language of the file, or of the locale if that has both.
  private func speech() throws -> SpeechOptions {
    let language = lang.flatMap { $0 == .both ? nil : ["--lang", $0.rawValue] } ?? []
    return try SpeechOptions.parse(language + ["--color", color.rawValue])
  }
}
