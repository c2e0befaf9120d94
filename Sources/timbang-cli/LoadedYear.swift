internal import ArgumentParser
internal import Timbang

/// A year as the command line names it: rules with their data, read and scored.
struct LoadedYear {
  let edition: CheckedEdition
  let scores: ScoreTable
  /// The observations, then the directories.
  private let files: [SourceFile]

  /// What the results of this year are made from.
  var stamp: OriginStamp { OriginStamp(rules: edition.edition, data: files) }

  /// Loads rules, or ends the command after saying what is wrong with them.
  static func edition(_ reference: String, _ workspace: Workspace, _ console: Console) throws -> CheckedEdition {
    let loaded = workspace.load(reference)
    // Warnings about rules are for `check`, except that nobody vouches for a published edition.
    console.report(loaded.log.hasErrors ? loaded.log : loaded.log.only(.outsideRegister), about: loaded.sources)
    try console.stopIfWrong(loaded.log)
    guard let edition = loaded.edition else { throw ExitCode(65) }
    return edition
  }

  /// Reads observations and scores them, or ends the command after saying what is wrong with them.
  init(
    _ edition: CheckedEdition, data: [String], entities: [String], otherFields: [Field], _ workspace: Workspace, _ console: Console
  ) throws {
    var log = DiagnosticLog()
    let files = data.compactMap { workspace.read($0, log: &log) }
    let directories = entities.compactMap { workspace.read($0, log: &log) }
    var sources = files + directories
    if !log.hasErrors {
      let reader = ObservationReader(ladder: edition.edition.rungs, fields: edition.edition.fields, otherFields: otherFields)
      if let table = reader.read(files, entities: directories, log: &log) {
        let scores = edition.score(table, log: &log)
        if let rules = workspace.read(edition.edition.file, log: &log) { sources.append(rules) }
        console.report(log, about: sources)
        try console.stopIfWrong(log)
        self.edition = edition
        self.scores = scores
        self.files = files + directories
        return
      }
    }
    console.report(log, about: sources)
    try console.stopIfWrong(log)
    throw ExitCode(65)
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
