internal import ArgumentParser
internal import Expressions
internal import Timbang

/// `timbang eval --json`: expressions, one JSON object a line; the door for conformance tests.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate expressions, one JSON object a line. (Menghitung ekspresi.)",
    discussion: """
      Reads lines such as {"expr": "3/4*100", "bindings": {}} from standard input and answers each with one line: the typed value, or the
      error with its column. {"unknown": true} binds a missing observation.
      """)

  @ArgumentParser.Flag(help: "Read and write JSON lines; the only form there is, with this word or without.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    while let line = readLine() {
      try console.write(evaluateJSONLine(line, language: console.style.language) + "\n")
    }
  }
}
