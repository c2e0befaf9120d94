internal import ArgumentParser
internal import Glibc
internal import Timbang

/// The command `timbang`: one subcommand for each question.
@main
struct TimbangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timbang",
    abstract:
      "Scores by written rules, exactly, and says why a score changed. (Menilai menurut aturan tertulis dan menjelaskan perubahan nilai.)",
    discussion: """
      Rules are YAML files, one for each edition. Data are CSV, XLSX or SQLite files. Nothing is sent anywhere.
      Exit codes: 0 fine, 1 findings at or above --fail-level, 2 differences with --exit-code, 64 usage, \
      65 bad rules or data, 66 input missing, 73 and 74 output not written.
      """,
    version: timbangVersion,
    subcommands: [
      CheckCommand.self, ImportCommand.self, ScoreCommand.self, ExportCommand.self, TraceCommand.self, ExplainCommand.self,
      TargetCommand.self, ZonesCommand.self,
      ImpactCommand.self, WhatIfCommand.self, SensitivityCommand.self, TestCommand.self, ResolveCommand.self, NewCommand.self,
      DiffCommand.self, HistoryCommand.self, SchemaCommand.self,
      FmtCommand.self, LockCommand.self, KeygenCommand.self, DoctorCommand.self, SQLCommand.self, CertifyCommand.self,
      VerifyCommand.self, EvalCommand.self, CodeCommand.self, ReportCommand.self,
    ])
  /// Runs the command that the arguments name.
  ///
  /// Help and usage go through the same checked writer as results, so `timbang --help > /dev/full` fails as it should.
  static func main() {
    // Beyond a limit on the size of files a write then fails like any other, instead of ending the program in the middle.
    signal(SIGXFSZ, SIG_IGN)
    do {
      // Swift finds the arguments by looking for itself in memory. Where the system does not let it, there are none, not even a name.
      guard !CommandLine.arguments.isEmpty else {
        throw ValidationError("the system does not tell the arguments (sistem tidak memberitahukan argumen)")
      }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard !message.isEmpty else { exit(withError: code) }
    do {
      try (code.isSuccess ? StandardStream.output : .error).write(message + "\n")
    } catch {
      exit(withError: ExitCode(74))
    }
    exit(withError: code)
  }
}
