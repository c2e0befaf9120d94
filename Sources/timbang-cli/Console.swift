internal import ArgumentParser
internal import Glibc
internal import Timbang

/// Where results, messages and exit codes go. Every write is checked.
struct Console {
  let style: TextStyle
  private let messageStyle: TextStyle
  /// Whether findings are written for machines.
  private let writesJSON: Bool
  private let isTerminal = isatty(STDOUT_FILENO) == 1 && Console.environment("TERM") != "dumb"

  init(_ options: CommonOptions) {
    self.init(options.speech, writesJSON: options.format == .json)
  }

  init(_ options: SpeechOptions, writesJSON: Bool) {
    self.writesJSON = writesJSON
    let language = options.lang ?? Console.localeLanguage
    let mayColour =
      options.color != .never
      && (options.color == .always || Console.environment("NO_COLOR") == nil && Console.environment("TERM") != "dumb")
    style = TextStyle(language: language, hasColour: mayColour && (options.color == .always || isatty(STDOUT_FILENO) == 1))
    messageStyle = TextStyle(language: language, hasColour: mayColour && (options.color == .always || isatty(STDERR_FILENO) == 1))
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Indonesian if the locale says so, else English.
  private static var localeLanguage: Language {
    let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
    return locale.hasPrefix("id") ? .id : .en
  }

  /// Writes the result to standard output.
  func write(_ text: String) throws {
    do {
      try StandardStream.output.write(text)
    } catch {
      say(Words(id: "keluaran tidak dapat ditulis: \(error.reason.id)", en: "the output cannot be written: \(error.reason.en)"))
      throw ExitCode(74)
    }
  }

  /// Writes findings to standard error, as the result is written: for people, or in the shape `timbang.check/1.0`.
  func report(_ log: DiagnosticLog, about sources: [SourceFile]) {
    guard !log.diagnostics.isEmpty else { return }
    guard !writesJSON else {
      tell(JSONValue.diagnostics(log).text)
      return
    }
    tell(DiagnosticText(style: messageStyle, sources: sources.map(\.decoded)).text(log))
  }

  /// Writes a line to standard error.
  func say(_ words: Words) {
    tell(words[messageStyle.language] + "\n")
  }

  /// Writes to standard error. There is nowhere left to say that this failed but the exit code, which the command has chosen already.
  private func tell(_ text: String) {
    try? StandardStream.error.write(text)
  }

  /// Shows how far a long run has come: on a terminal only, and not where results are being printed as well.
  func progress(_ done: Int, of count: Int, whilePrinting: Bool) {
    guard count > 100, done % 16 == 0 || done == count, isatty(STDERR_FILENO) == 1, !whilePrinting || isatty(STDOUT_FILENO) != 1
    else { return }
    tell(done == count ? "\r\u{1B}[K" : "\r" + progressBar(done, of: count))
  }

  /// Ends the command with 65, or 66 if a file was missing, once anything wrong was reported.
  func stopIfWrong(_ log: DiagnosticLog) throws {
    guard log.hasErrors else { return }
    throw ExitCode(Console.exitCode(of: log))
  }

  /// What a command ends with after errors: 66 if a file was missing, else 65.
  static func exitCode(of log: DiagnosticLog) -> Int32 {
    log.diagnostics.contains { [.fileUnreadable, .editionNotFound, .noTests].contains($0.code) } ? 66 : 65
  }

  /// Clears a terminal; anything else keeps what it has.
  func clear() throws {
    if isTerminal { try write("\u{1B}[2J\u{1B}[H") }
  }

  /// Ends the command with 73 if an output would take the place of an input, or of another output.
  func stopIfOverwriting(_ outputs: [String?], inputs: [String]) throws {
    do {
      try refuseOverwriting(outputs.compactMap(\.self), inputs: inputs)
    } catch {
      try stop(error)
    }
  }

  /// Ends the command with 73 or 74 because a file could not be written.
  func stop(_ error: FileWritingError) throws {
    say(Words(id: "`\(error.path)` tidak dapat ditulis: \(error.reason.id)", en: "`\(error.path)` cannot be written: \(error.reason.en)"))
    throw ExitCode(error.exitCode)
  }
}
