internal import ArgumentParser
internal import Timbang

/// `timbang import FILE... --rules R --out data.csv`: what the field sends, made one long CSV.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read data in whatever form they were sent, and write long CSV. (Mengimpor data kiriman.)",
    discussion: """
      What was assumed is printed and kept beside each file as FILE.timbang.yaml; every later reading of that file holds to it. \
      Nothing is written if anything is refused, unless --keep-good is given: then the clean rows are written, the others are \
      listed in OUT.refused.csv, and the command ends with 1.
      """)

  @Argument(help: "The files that were sent; several are one data set.")
  var files: [String]

  @Option(help: "A rule file, or an edition such as 2022 or kepatuhan/2022.")
  var rules: String

  @Option(name: .customLong("entities"), parsing: .singleValue, help: "A directory of institutions and units; may be repeated.")
  var entities: [String] = []

  @Option(name: .customLong("out"), help: "The file to write; - writes to standard output, and keeps nothing beside the inputs.")
  var output: String

  @ArgumentParser.Flag(name: .customLong("keep-good"), help: "Write the clean rows, and list the others beside them.")
  var keepsGood = false

  @Option(help: "The sheet of workbooks, or the table of databases, that holds the data. (Default: the first visible sheet.)")
  var sheet: String?

  @Option(help: "The sheet or table that holds the directory.")
  var entitiesSheet: String?

  @OptionGroup var formOptions: FormOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let edition = try LoadedYear.edition(rules, workspace, console).edition
    try console.stopIfOverwriting([output, output == "-" ? nil : output + ".refused.csv"], inputs: files + entities + [edition.file])
    var log = DiagnosticLog()
    let directories = workspace.readEach(entities, SheetChoice(named: entitiesSheet, .entities), log: &log)
    let sources = workspace.readEach(
      files, SheetChoice(named: sheet, .observations), as: formOptions.form, renewing: true, log: &log)
    guard let sources, let directories else {
      console.report(log, about: [])
      try console.stopIfWrong(log)
      throw ExitCode(65)
    }
    let done: Import?
    do {
      done = try workspace.importing(sources, entities: directories, by: edition, keepsGood: keepsGood, to: output, log: &log)
    } catch {
      return try console.stop(error)
    }
    // What a note says about a whole file is told with its rows below, where that goes to people.
    console.report(output == "-" ? log : log.keeping { $0.severity != .note }, about: sources + directories)
    try console.stopIfWrong(log)
    guard let done else { throw ExitCode(65) }
    if output == "-" {
      try console.write(done.text)
      console.report(listing(done.refused), about: sources)
    } else {
      try console.write(ImportText(style: console.style).text(done))
    }
    if !done.refused.isEmpty { throw ExitCode(1) }
  }

  private func listing(_ findings: [Diagnostic]) -> DiagnosticLog {
    var log = DiagnosticLog()
    for finding in findings { log.report(finding) }
    return log
  }
}
