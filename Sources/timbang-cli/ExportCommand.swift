internal import ArgumentParser
internal import Timbang

/// `timbang export --rules R --data D... --xlsx F`: results as files for spreadsheets, databases and programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write scores, or two years and why they differ, as XLSX, SQLite, CSV, JSON. (Menulis hasil ke berkas.)",
    discussion: """
      Name one year by --rules and --data, or two by --from and --to. Each file is written whole or not at all, and none is written \
      before all could be made. The same input gives the same bytes.
      """)

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String?

  @Option(name: .customLong("data"), parsing: .upToNextOption, help: "Observation files; - is standard input. Several are one data set.")
  var data: [String] = []

  @Option(help: "Instead of one year: the earlier year as RULES=DATA; repeat it for several data files.")
  var from: [String] = []

  @Option(help: "The later year as RULES=DATA; repeat it for several data files.")
  var to: [String] = []

  @Option(help: "How the change is split: observed or symmetric.")
  var path: ExplanationPath = .observed

  @Option(help: "A workbook to write, a sheet for each table.")
  var xlsx: String?

  @Option(help: "A database to write.")
  var sqlite: String?

  @Option(help: "A folder of CSV files to write; it may hold nothing else.")
  var csv: String?

  @Option(help: "A file to write in the shape of `score --format json`, or with two years of `explain --all --format json`.")
  var json: String?

  @Option(help: "The form of the CSV files: c (comma, point) for programs, id (semicolon, decimal comma) for an Indonesian spreadsheet.")
  var profile: CSVProfile = .c

  @Option(
    name: .customLong("parts-to"),
    help: "The lowest rung of the table of parts, such as institution, unit or product. (Default: the second.)"
  )
  var partsTo: String?

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    let outputs = [xlsx, sqlite, csv, json].compactMap(\.self)
    if outputs.isEmpty { throw ValidationError("name what to write: --xlsx, --sqlite, --csv or --json, or several of them") }
    if Set(outputs).count < outputs.count { throw ValidationError("two outputs have the same name") }
    if outputs.contains("") || outputs.contains("-") { throw ValidationError("export writes files; `score` prints") }
    switch (rules == nil && data.isEmpty, from.isEmpty && to.isEmpty) {
    case (true, true): throw ValidationError("name one year by --rules and --data, or two by --from and --to")
    case (false, false): throw ValidationError("--from and --to bring their own rules and data: leave out --rules and --data")
    case (false, true): if rules == nil || data.isEmpty { throw ValidationError("--rules and --data belong together") }
    case (true, false): if from.isEmpty || to.isEmpty { throw ValidationError("--from and --to belong together") }
    }
  }

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    if let rules {
      let edition = try LoadedYear.edition(rules, workspace, console)
      try console.stopIfOverwriting([xlsx, sqlite, csv, json], inputs: data + dataOptions.entities + [edition.edition.file])
      let year = try LoadedYear(
        edition, data: data, options: dataOptions, others: workspace.others(than: edition.edition), workspace, console)
      let tables = ResultTables(
        [(year.scores, year.stamp)], rungs: try rungs(of: [edition.edition], console))
      try write(tables, json: { JSONValue.scores(year.scores, from: year.stamp).text }, console)
    } else {
      try exportTwo(workspace, console)
    }
  }

  private func exportTwo(_ workspace: Workspace, _ console: Console) throws {
    let named = try NamedYear.all(from, "--from") + NamedYear.all(to, "--to")
    guard named.count == 2 else { throw ValidationError("export takes two years: one --from and one --to") }
    let years = try LoadedYear.inOrder(named, [], dataOptions, workspace, console)
    try console.stopIfOverwriting(
      [xlsx, sqlite, csv, json], inputs: named.flatMap(\.data) + dataOptions.entities + years.map(\.edition.edition.file))
    let (old, new) = (years[0], years[1])
    var log = DiagnosticLog()
    guard let comparison = YearComparison(from: old.scores, to: new.scores, log: &log) else {
      console.report(log, about: [])
      throw ExitCode(65)
    }
    var results: [YearComparison.Result] = []
    let everyone = comparison.everyone
    comparison.explain(everyone, along: path, depth: 1, threads: processorCount(), preparing: { _ in }) { result, _ in
      results.append(result)
      console.progress(results.count, of: everyone.count, whilePrinting: false)
    }
    let stamps = (old.stamp, new.stamp)
    let tables = ResultTables(
      [(old.scores, stamps.0), (new.scores, stamps.1)], changes: ResultTables.Changes(along: path, results),
      rungs: try rungs(of: years.map(\.edition.edition), console))
    try write(
      tables,
      json: {
        let places = max(old.edition.edition.publishedPlaces, new.edition.edition.publishedPlaces)
        let json = ChangesJSON(from: stamps.0, to: stamps.1, places: places)
        var summary = ChangeSummary(of: comparison)
        for result in results { summary.add(result) }
        return json.head + results.map { json.row($0) }.joined(separator: json.separator) + json.tail(summary)
      }, console)
  }

  /// How many rungs the table of parts shows.
  private func rungs(of editions: [Edition], _ console: Console) throws -> Int {
    guard let partsTo else { return 2 }
    if let height = editions.compactMap({ $0.height(of: partsTo) }).max() { return height + 1 }
    let known = editions[editions.count - 1].rungs.map(\.id.value)
    var log = DiagnosticLog()
    log.error(
      .unknownRung, at: nil,
      Words(id: "aturan tidak punya tingkat `\(partsTo)`", en: "the rules have no rung `\(partsTo)`"),
      help: Words(id: "yang ada: \(known.joined(separator: ", "))", en: "there are: \(known.joined(separator: ", "))"))
    console.report(log, about: [])
    throw ExitCode(65)
  }

  /// Makes every file before the first is put in its place.
  private func write(_ results: ResultTables, json text: () -> String, _ console: Console) throws {
    let language = console.style.language
    do {
      let workbook = try xlsx.map { _ in try XLSXFile(results, language: language).bytes() }
      let database = try sqlite.map { _ in try ResultDatabase(results).bytes() }
      let files = csv.map { _ in
        results.tables.map { (name: CSVFiles.name(of: $0), bytes: CSVFiles(profile, language: language).file($0, of: results)) }
      }
      let document = json.map { _ in Array(text().utf8) }
      let made: [(String?, [UInt8]?, ResultKind)] = [(xlsx, workbook, .workbook), (sqlite, database, .database), (json, document, .json)]
      try writeResults(made.compactMap { path, bytes, kind in path.flatMap { path in bytes.map { ResultFile(path, $0, as: kind) } } })
      if let csv, let files { try writeResultFolder(csv, files, suffix: ".csv", sign: CSVFiles.sign) }
    } catch let problem as ExportProblem {
      if problem.kind == .library {
        console.say(Words(id: "\(problem.what.id); \(problem.help.id)", en: "\(problem.what.en); \(problem.help.en)"))
        throw ExitCode(74)
      }
      var log = DiagnosticLog()
      problem.report(log: &log)
      console.report(log, about: [])
      throw ExitCode(65)
    } catch let error as FileWritingError {
      try console.stop(error)
    }
    for path in [xlsx, sqlite, json, csv].compactMap(\.self) {
      try console.write(Words(id: "ditulis: \(path)", en: "written: \(path)")[language] + "\n")
    }
  }
}
