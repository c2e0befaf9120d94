public import ArgumentParser
public import Timbang

extension Language: ExpressibleByArgument {}
extension ExplanationPath: ExpressibleByArgument {}
extension HTMLReport.Detail: ExpressibleByArgument {}
extension UnmeasuredChoice: ExpressibleByArgument {}
extension DrawnWeights: ExpressibleByArgument {}
extension CSVProfile: ExpressibleByArgument {}
extension SQLDialect: ExpressibleByArgument {}

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

extension TextEncoding: ExpressibleByArgument {}

extension TableForm.Separator: ExpressibleByArgument {
  /// Reads the mark.
  public init?(argument: String) { self.init(word: argument) }

  /// The marks there are.
  public static var allValueStrings: [String] { allCases.map(\.word) }
}

extension TableForm.DecimalMark: ExpressibleByArgument {
  /// Reads the mark.
  public init?(argument: String) { self.init(word: argument) }

  /// The marks there are.
  public static var allValueStrings: [String] { allCases.map(\.word) }
}

extension TableForm.GroupMark: ExpressibleByArgument {
  /// Reads the mark.
  public init?(argument: String) { self.init(word: argument) }

  /// The marks there are.
  public static var allValueStrings: [String] { allCases.map { "\"\($0.word)\"" } }
}

/// How data files are written, where that is not to be detected.
struct FormOptions: ParsableArguments {
  @Option(help: "What stands between cells, if it is not to be detected: , ; or tab.")
  var separator: TableForm.Separator?

  @Option(help: "The decimal mark, if it is not to be detected: . or ,")
  var decimal: TableForm.DecimalMark?

  @Option(help: "What stands between thousands, if anything does: . or , or a blank or an apostrophe.")
  var group: TableForm.GroupMark?

  @Option(help: "The encoding, if it is not to be detected: utf-8, utf-16le, utf-16be or windows-1252.")
  var encoding: TextEncoding?

  func validate() throws {
    let decimal = decimal?.word ?? (group == .point ? "," : group == nil ? nil : ".")
    guard let decimal, decimal == group?.word else { return }
    throw ValidationError("--decimal and --group cannot be the same mark")
  }

  /// The options as they were given.
  var words: [String] {
    let options = [
      ("--separator", separator?.word), ("--decimal", decimal?.word), ("--group", group?.word), ("--encoding", encoding?.rawValue),
    ]
    return options.flatMap { name, word in word.map { [name, $0] } ?? [] }
  }

  /// What was said.
  var form: TableForm {
    var form = TableForm()
    form.separator = separator
    form.decimal = decimal
    form.group = group
    form.encoding = encoding
    return form
  }
}

/// The files that hold observations.
struct DataOptions: ParsableArguments {
  @Option(name: .customLong("entities"), parsing: .upToNextOption, help: "Directories of institutions and units: id,parent,kind,name.")
  var entities: [String] = []

  @OptionGroup var formOptions: FormOptions

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
