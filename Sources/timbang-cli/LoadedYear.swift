internal import ArgumentParser
internal import Timbang

/// A year as the command line names it: rules with their data, read and scored.
struct LoadedYear {
  let edition: CheckedEdition
  let scores: ScoreTable
  /// The observations, then the directories.
  private let files: [SourceFile]

  /// What the results of this year are made from.
  var stamp: OriginStamp { stamp(of: edition.edition) }

  /// What the results of other rules over the same data are made from.
  func stamp(of rules: Edition) -> OriginStamp { OriginStamp(rules: rules, data: files) }

  /// Loads rules, or ends the command after saying what is wrong with them.
  static func edition(_ reference: String, _ workspace: Workspace, _ console: Console) throws -> CheckedEdition {
    let loaded = workspace.load(reference)
    // Warnings about rules are for `check`, except that nobody vouches for a published edition.
    console.report(loaded.log.hasErrors ? loaded.log : loaded.log.only(.outsideRegister), about: loaded.sources)
    try console.stopIfWrong(loaded.log)
    guard let edition = loaded.edition else { throw ExitCode(65) }
    return edition
  }

  /// Loads rules that are named together, so that a name that two families have is that of the family the others have.
  static func editions(_ references: [String], _ workspace: Workspace, _ console: Console) throws -> [CheckedEdition] {
    try workspace.together(references).map { try edition($0, workspace, console) }
  }

  /// Reads observations and scores them, or ends the command after saying what is wrong with them; with `checksSample` it also says where
  /// the survey is not the one that the edition expects. Unless it `refuses`, institutions without a score are no reason to end.
  init(
    _ edition: CheckedEdition, data: [String], options: DataOptions, corrections: [String] = [], scope: [String] = [],
    uncertain: UncertainInstitutions? = nil,
    others: @escaping Instrument.Others, earlier known: [String: ObservationTable] = [:], checksSample: Bool = true, refuses: Bool = true,
    _ workspace: Workspace, _ console: Console
  ) throws {
    var log = DiagnosticLog()
    var sources: [SourceFile] = []
    let directories = workspace.readEach(options.entities, options.directorySheet, log: &log) ?? []
    var earlier = known
    for (name, files) in try options.carried().sorted(by: { $0.key < $1.key }) {
      let loaded = workspace.load(name, beside: edition.edition)
      log.append(loaded.log.hasErrors ? loaded.log : loaded.log.only(.outsideRegister))
      sources += loaded.sources
      guard let rules = loaded.edition?.edition else { continue }
      earlier[name] = LoadedYear.table(
        rules, files, options, directories, { [Instrument(edition.edition)] + others() }, workspace, &log, &sources)
    }
    var year =
      log.hasErrors ? nil : LoadedYear.table(edition.edition, data, options, directories, others, workspace, &log, &sources)
    if !corrections.isEmpty, !log.hasErrors {
      let revised = LoadedYear.table(edition.edition, corrections, options, directories, others, workspace, &log, &sources)
      year = revised.flatMap { revised in year?.corrected(by: revised, log: &log) }
    }
    if !scope.isEmpty, !log.hasErrors {
      let visited = LoadedYear.table(edition.edition, scope, options, directories, others, workspace, &log, &sources)
      year = visited.flatMap { visited in year?.inScope(of: visited) }
    }
    if let uncertain, !log.hasErrors { year = year.flatMap { uncertain.only(in: $0, log: &log) } }
    let observed = sources
    sources += directories
    var findings = DiagnosticLog()
    let scores = year.map { edition.score($0, carrying: earlier, log: &findings) }
    if refuses { log.append(findings) }
    if checksSample, let year, !log.hasErrors { edition.edition.reportSampleSizes(in: year, log: &log) }
    if scores != nil, let rules = workspace.read(edition.edition.file, log: &log) { sources.append(rules) }
    console.report(log, about: sources)
    try console.stopIfWrong(log)
    guard let scores else { throw ExitCode(65) }
    self.edition = edition
    self.scores = scores
    let names = Set(scores.observations.files.map(\.name) + earlier.values.flatMap { $0.files.map(\.name) })
    files = observed.filter { names.contains($0.name) } + directories
  }

  /// Reads whom an SQL engine could not score for certain, or ends the command after saying why it cannot.
  static func uncertain(
    _ path: String, _ edition: CheckedEdition, _ workspace: Workspace, _ console: Console
  ) throws -> UncertainInstitutions {
    var log = DiagnosticLog()
    let found = workspace.read(path, log: &log).flatMap { UncertainInstitutions($0, edition.edition, log: &log) }
    console.report(log, about: [])
    guard let found else { throw ExitCode(Console.exitCode(of: log)) }
    return found
  }

  /// Reads the observations of one edition's year; nil after reporting why it cannot.
  private static func table(
    _ edition: Edition, _ data: [String], _ options: DataOptions, _ directories: [SourceFile], _ others: @escaping Instrument.Others,
    _ workspace: Workspace, _ log: inout DiagnosticLog, _ sources: inout [SourceFile]
  ) -> ObservationTable? {
    guard let files = workspace.readEach(data, options.dataSheet, as: options.formOptions.form, log: &log) else { return nil }
    sources += files
    return ObservationReader(ladder: edition.rungs, fields: edition.fields, others: others, threads: processorCount())
      .read(files, entities: directories, log: &log)
  }

  /// The number of the institution of that path, or of the only one; ends the command after naming what there is.
  static func institution(_ path: String?, in scores: ScoreTable, _ console: Console) throws -> Int {
    let all = scores.observations.population.rungs[0]
    if let path, let index = all.firstIndex(where: { $0.path == path }) { return index }
    if path == nil, all.count == 1 { return 0 }
    let names = all.map(\.path)
    let list = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", ..." : "")
    var log = DiagnosticLog()
    log.error(
      .unknownEntity, at: nil,
      path.map { Words(id: "`\($0)` tidak ada dalam data", en: "`\($0)` is not in the data") }
        ?? Words(id: "data memuat \(names.count) instansi; sebut salah satu", en: "the data hold \(names.count) institutions; name one"),
      help: path.flatMap { nearestName(to: $0, among: names) }.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
        ?? Words(id: "yang ada: \(list)", en: "there are: \(list)"))
    console.report(log, about: [])
    throw ExitCode(65)
  }
}
