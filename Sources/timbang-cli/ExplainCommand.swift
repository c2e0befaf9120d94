internal import ArgumentParser
internal import Timbang

/// `timbang explain [ENTITY | --all] --from .. --to ..`: why the score changed.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Split the change of a score into its causes. (Menjelaskan perubahan nilai.)")

  /// For whom the output is; rows only of many institutions.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Argument(help: "The id of the institution; may be left out if the data hold only one.")
  var entity: String?

  @ArgumentParser.Flag(help: "Explain every institution, a line each, with a summary.")
  var all = false

  @Option(parsing: .upToNextOption, help: "With --all: only institutions of these kinds.")
  var kind: [String] = []

  @Option(parsing: .upToNextOption, help: "With --all: only institutions of these provinces, as the directory of entities names them.")
  var province: [String] = []

  @Option(help: "The earlier year as RULES=DATA; repeat it for several data files of one edition.")
  var from: [String]

  @Option(
    help: "The later year as RULES=DATA; repeat it for several data files of one edition, or for further years: each is then explained.")
  var to: [String]

  @Option(
    parsing: .upToNextOption,
    help: "Values of the earliest year that were revised after it was published: what the revision is worth is told apart.")
  var corrections: [String] = []

  @Option(help: "observed: performance, then scope, then method. symmetric: the average over all orders.")
  var path: ExplanationPath = .observed

  @Option(
    help: "How many levels of lines are found below each block. (Default: 2 as text, all as json; with --all 1, and only json shows more.)")
  var depth: Int?

  @Option(help: "Output for people or for machines: text or json; with --all also csv.")
  var format: Format = .text

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if all, Set(to.map { $0.prefix { $0 != "=" } }).count > 1 {
      throw ValidationError("--all explains one pair of years; run it once for each")
    }
    if all, entity != nil { throw ValidationError("name an institution or say --all, not both") }
    if !all, !kind.isEmpty || !province.isEmpty { throw ValidationError("--kind and --province choose among --all") }
    if !all, format == .csv { throw ValidationError("--format csv has a row for each institution: it needs --all") }
    if let depth, depth < 0 { throw ValidationError("--depth counts levels, from 0") }
  }

  func run() throws {
    let console = Console(speech, writesJSON: format == .json)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let first = try NamedYear.all(from, "--from")
    guard first.count == 1 else { throw ValidationError("--from names one edition; further years are named by --to") }
    let named = first + (try NamedYear.all(to, "--to"))
    let years = try LoadedYear.inOrder(named, corrections, dataOptions, workspace, console)
    var log = DiagnosticLog()
    let published =
      corrections.isEmpty
      ? nil
      : try LoadedYear(
        years[0].edition, data: first[0].data, options: dataOptions, others: { years.dropFirst().map { Instrument($0.edition.edition) } },
        checksSample: false, workspace, console
      ).scores
    let comparisons = zip(years, years.dropFirst()).enumerated().compactMap { step, pair in
      YearComparison(from: pair.0.scores, publishedAs: step == 0 ? published : nil, to: pair.1.scores, log: &log)
    }
    guard comparisons.count == years.count - 1 else {
      console.report(log, about: [])
      throw ExitCode(65)
    }
    if all {
      try ExplainedNation(
        comparisons[0], years[0], years[1], along: path, depth: depth ?? 1, format: format, threads: processorCount(), console
      )
      .write(try chosen(comparisons[0].everyone, console))
      return
    }
    let last = years[years.count - 1]
    let index = try LoadedYear.institution(entity, in: last.scores, console)
    let institution = last.scores.observations.population.rungs[0][index].path
    let levels = depth ?? (format == .text ? 2 : .max)
    // The paragraph speaks of lines that a shallow table does not show.
    let deep = format == .text ? max(2, levels) : levels
    let changes = comparisons.compactMap { comparison -> ScoreChange? in
      guard let change = comparison.explain(institution, along: path, depth: deep, log: &log) else { return nil }
      // The paragraph says how much was measured for the first time, and only all lines may know.
      guard format == .text, change.newlyMeasured == nil else { return change }
      var unheard = DiagnosticLog()
      return comparison.explain(institution, along: path, depth: .max, log: &unheard) ?? change
    }
    console.report(log, about: [])
    try console.stopIfWrong(log)
    guard changes.count == comparisons.count else { throw ExitCode(65) }
    switch format {
    case .json:
      let values = zip(changes, zip(years, years.dropFirst())).map { change, pair in
        JSONValue.explanation(change, from: pair.0.stamp, to: pair.1.stamp)
      }
      try console.write((values.count == 1 ? values[0] : JSONValue.chain(values, of: changes)).text)
    case .text, .csv:
      var out = changes.count > 1 ? ChainText(changes, style: console.style).text() : ""
      for (step, change) in changes.enumerated() {
        let (old, new) = (years[step], years[step + 1])
        let commands = reproduction(of: change, old, new, rules: named[step].rules, data: (named[step].data, named[step + 1].data))
        out +=
          ExplanationText(change, style: console.style, commands: commands).text(depth: levels) + (step + 1 < changes.count ? "\n" : "")
      }
      try console.write(out)
    }
  }

  /// The institutions of the kinds and provinces that were asked for; ends the command if a kind or province is nobody's.
  private func chosen(_ everyone: [Entity], _ console: Console) throws -> [Entity] {
    let kinds = try known(kind, among: everyone.compactMap(\.kind), Words(id: "jenis", en: "kind"), console)
    let provinces = try known(province, among: everyone.compactMap(\.province), Words(id: "provinsi", en: "province"), console)
    return everyone.filter { entity in
      (kinds.isEmpty || entity.kind.map { kinds.contains($0) } ?? false)
        && (provinces.isEmpty || entity.province.map { provinces.contains($0) } ?? false)
    }
  }

  private func known(_ asked: [String], among all: [String], _ what: Words, _ console: Console) throws -> Set<String> {
    let known = Set(all)
    var log = DiagnosticLog()
    for name in asked where !known.contains(name) {
      let list = known.sorted().prefix(12).joined(separator: ", ")
      log.error(
        .unknownEntity, at: nil,
        Words(id: "tidak ada instansi dengan \(what.id) `\(name)`", en: "no institution has the \(what.en) `\(name)`"),
        help: nearestName(to: name, among: Array(known)).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
          ?? Words(id: "yang ada: \(list)", en: "there are: \(list)"))
    }
    console.report(log, about: [])
    try console.stopIfWrong(log)
    return Set(asked)
  }

  /// The commands that print v(P) and v(P+S), each offered only if scoring the same files really gives it.
  private func reproduction(
    of change: ScoreChange, _ old: LoadedYear, _ new: LoadedYear, rules: String, data: (old: [String], new: [String])
  ) -> [String: String] {
    guard let before = old.only(change.entity), let after = new.only(change.entity) else { return [:] }
    let command = { (data: [String], more: [String]) -> [String] in
      var words = ["timbang", "score", "--rules", rules, "--data"] + data
      if !dataOptions.entities.isEmpty { words += ["--entities"] + dataOptions.entities }
      for option in dataOptions.carry { words += ["--carry", option] }
      words += dataOptions.formOptions.words
      if let sheet = dataOptions.sheet { words += ["--sheet", sheet] }
      if let sheet = dataOptions.entitiesSheet { words += ["--entities-sheet", sheet] }
      if speech.rulesFolder != "rules" { words += ["--rules-dir", speech.rulesFolder] }
      return words + more
    }
    var candidates = [("P+S", after, command(data.new, []))]
    if change.worlds.contains(where: { $0.id == "C" }) {
      // v(P) keeps corrected values of units that left, which no file holds.
      candidates.append(("C", before, command(data.old, ["--corrections"] + corrections)))
    } else {
      candidates.append(("P", after.inScope(of: before), command(data.new, ["--scope"] + data.old)))
    }
    var commands: [String: String] = [:]
    for (id, table, words) in candidates {
      var unheard = DiagnosticLog()
      let total = old.edition.score(table, carrying: old.scores.earlier, log: &unheard).total(of: 0)
      if total != nil, total == change.worlds.first(where: { $0.id == id })?.total {
        commands[id] = words.map(shellQuoted).joined(separator: " ")
      }
    }
    return commands
  }
}

extension LoadedYear {
  /// The observations of one institution alone; nil if there are none.
  fileprivate func only(_ institution: String) -> ObservationTable? {
    scores.observations.population.index(of: institution, on: 0).map { scores.observations.only($0) }
  }
}

/// A word as a shell reads it back.
private func shellQuoted(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-_./=:,+@%".utf8.contains(byte)
  }
  return isPlain && !word.isEmpty ? word : "'" + word.replacing(mark: "'", with: "'\\''") + "'"
}
