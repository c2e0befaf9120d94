internal import Timbang

/// `timbang check --watch`: one round after another, each after files have changed and come to rest.
struct CheckWatch {
  /// How often the files are looked at, in milliseconds. A round begins once two looks in a row find the same.
  static let interval = 250
  /// A round begins at the latest after this many looks at files that keep changing.
  static let mostLooks = 20

  private let rules: [String]
  private let workspace: Workspace
  private let console: Console
  private let failLevel: Severity
  private let pause = Pause()

  init(_ rules: [String], _ workspace: Workspace, _ console: Console, failLevel: Severity) {
    self.rules = rules
    self.workspace = workspace
    self.console = console
    self.failLevel = failLevel
  }

  /// Checks until somebody ends the command; returns the exit code of the last round.
  func run() throws -> Int32 {
    var number = 1
    var state = workspace.ruleFiles(of: rules)
    var changed: [String] = []
    while true {
      if number > 1 { try console.clear() }
      let round = CheckRound(rules, workspace)
      for finding in round.findings { console.report(finding.log, about: finding.sources) }
      try console.write(summary(number, round.log, changed))
      guard let next = settled(after: state) else { return round.exitCode(failLevel) }
      changed = next.differences(from: state)
      state = next
      number += 1
    }
  }

  /// Waits for another state that stays; nil once the command is to end.
  private func settled(after old: RuleFilesState) -> RuleFilesState? {
    var last = old
    var looks = 0
    while true {
      guard pause.wait(milliseconds: CheckWatch.interval) else { return nil }
      let now = workspace.ruleFiles(of: rules)
      if now != old {
        looks += 1
        if now == last || looks == CheckWatch.mostLooks { return now }
      }
      last = now
    }
  }

  private func summary(_ number: Int, _ log: DiagnosticLog, _ changed: [String]) -> String {
    let warnings = log.diagnostics.count { $0.severity == .warning }
    let files = changed.prefix(3).map(\.visible).joined(separator: ", ") + (changed.count > 3 ? ", ..." : "")
    if console.style.language == .id {
      let what = number == 1 ? "menunggu perubahan, Ctrl-C mengakhiri" : "berubah: \(files)"
      return "putaran \(number): galat \(log.errorCount), peringatan \(warnings); \(what)\n"
    }
    let what = number == 1 ? "waiting for changes, Ctrl-C ends" : "changed: \(files)"
    return "round \(number): errors \(log.errorCount), warnings \(warnings); \(what)\n"
  }
}
