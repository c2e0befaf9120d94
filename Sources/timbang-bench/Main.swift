internal import Glibc
internal import Timbang

/// `timbang-bench`: repeatable work on a synthetic nation, for those who change the engine.
///
///     timbang-bench nation FOLDER [--year 2021|2022] [--copies N] [--seed S] [--one-in N] [--shuffled]
///     timbang-bench files RULES FOLDER OUT [--threads N]
///     timbang-bench yaml [--parts N] [--rounds N]
///     timbang-bench list
///     timbang-bench time FOLDER-OF-2021 FOLDER-OF-2022 [--rounds N] [WORKLOAD...]
///     timbang-bench once FOLDER-OF-2021 FOLDER-OF-2022 WORKLOAD TIMES
@main
enum Bench {
  static func main() {
    do throws(BenchError) {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let text = Array("timbang-bench: \(error.message)\n".utf8)
      _ = text.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(error.code)
    }
  }

  private static func run(_ arguments: [String]) throws(BenchError) {
    var options = BenchOptions(arguments.dropFirst())
    switch arguments.first {
    case "nation":
      let nation = Nation(
        year: try options.number("--year") ?? 2022, copies: try options.number("--copies") ?? 1,
        seed: UInt64(try options.number("--seed") ?? 20_221_222), oneIn: try options.number("--one-in") ?? 1,
        isShuffled: options.flag("--shuffled"))
      try nation.write(to: try options.word("FOLDER"))
    case "files":
      let files = FileRun(
        rules: try options.word("RULES"), folder: try options.word("FOLDER"), out: try options.word("OUT"),
        threads: try options.number("--threads") ?? processorCount())
      print(try files.run())
    case "yaml":
      let file = YAMLRun(parts: try options.number("--parts") ?? 6_000)
      print(try file.run(rounds: try options.number("--rounds") ?? 9))
    case "list":
      for workload in Workload.allCases { print(workload.rawValue) }
    case "time":
      let rounds = try options.number("--rounds") ?? 5
      let years = try Years(old: try options.word("FOLDER-OF-2021"), new: try options.word("FOLDER-OF-2022"))
      try Timing(years: years, rounds: rounds).print(try options.workloads())
    case "once":
      let years = try Years(old: try options.word("FOLDER-OF-2021"), new: try options.word("FOLDER-OF-2022"))
      let workload = try options.workload()
      try workload.run(over: years, times: try options.wholeNumber("TIMES"))
    default:
      throw BenchError(code: 64, "say nation, files, yaml, list, time or once; what each takes stands in Sources/timbang-bench/Main.swift")
    }
  }
}

/// Why there is no figure.
struct BenchError: Error {
  let code: Int32
  let message: String

  init(code: Int32 = 65, _ message: String) {
    self.code = code
    self.message = message
  }
}
