public import ArgumentParser
public import Timbang

extension Language: ExpressibleByArgument {}
extension ExplanationPath: ExpressibleByArgument {}
extension HTMLReport.Detail: ExpressibleByArgument {}
extension UnmeasuredChoice: ExpressibleByArgument {}
extension DrawnWeights: ExpressibleByArgument {}
extension CSVProfile: ExpressibleByArgument {}

/// When colours are used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// For whom the output is.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// What every command understands, whatever it prints.
struct SpeechOptions: ParsableArguments {
  @Option(help: "Language of messages and labels: id or en. (Default: the locale, else English.)")
  var lang: Language?

  @Option(help: "Colours: auto, always or never.")
  var color: ColourChoice = .auto

  @Option(name: .customLong("rules-dir"), help: "Folder in which editions are looked up by name.")
  var rulesFolder = "rules"
}

/// What every command understands that prints for people or for machines.
struct CommonOptions: ParsableArguments {
  @OptionGroup var speech: SpeechOptions

  @Option(help: "Output for people or for machines: text or json.")
  var format: OutputFormat = .text

  var rulesFolder: String { speech.rulesFolder }
}

/// The files that hold observations.
struct DataOptions: ParsableArguments {
  @Option(name: .customLong("entities"), parsing: .upToNextOption, help: "Directories of institutions and units: id,parent,kind,name.")
  var entities: [String] = []

  @Option(help: "Data of an earlier edition as EDITION=DATA, for rules that carry missing values over from it; may be repeated.")
  var carry: [String] = []

  @Option(help: "The sheet of workbooks, or the table of databases, that holds the data. (Default: the first visible sheet.)")
  var sheet: String?

  @Option(help: "The sheet or table that holds the directory.")
  var entitiesSheet: String?

  /// Which sheets of workbooks hold observations.
  var dataSheet: SheetChoice { SheetChoice(named: sheet, .observations) }

  /// Which sheets of workbooks hold directories.
  var directorySheet: SheetChoice { SheetChoice(named: entitiesSheet, .entities) }

  /// The files of each edition named by `--carry`.
  func carried() throws -> [String: [String]] {
    var files: [String: [String]] = [:]
    for option in carry {
      let pieces = option.split(separator: "=", maxSplits: 1).map(String.init)
      guard pieces.count == 2 else { throw ValidationError("--carry takes EDITION=DATA, such as 2021=data/2021.csv") }
      files[pieces[0], default: []].append(pieces[1])
    }
    return files
  }
}

/// Whom a survey visited, where that is not whom the data hold.
struct ScopeOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: "Score those, and only those, whom these files visited; who is not in the data keeps the values that stand there.")
  var scope: [String] = []

  @Option(parsing: .upToNextOption, help: "Revised values, in the form of data files; they take the place of those in the data.")
  var corrections: [String] = []
}
