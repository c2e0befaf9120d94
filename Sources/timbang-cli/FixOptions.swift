internal import ArgumentParser
internal import Timbang

/// Mending what can be mended without asking anybody.
struct FixOptions: ParsableArguments {
  @ArgumentParser.Flag(help: "Mend what can mean one thing only, in the named files, then check them.")
  var fix = false

  @ArgumentParser.Flag(help: "Show what --fix would change and write nothing; ends with 1 if there is anything.")
  var diff = false

  /// Mends the files, or shows how; without either option it does nothing.
  func run(on rules: [String], _ workspace: Workspace, _ console: Console) throws {
    guard fix || diff else { return }
    if rules.contains("-") { throw ValidationError("--fix and --diff need files.") }
    var log = DiagnosticLog()
    var differences = ""
    for reference in rules {
      let fixing = workspace.fixing(reference)
      // What cannot be read is told by the check itself.
      console.report(fixing.log.only(.frozenFile), about: fixing.source.map { [$0] } ?? [])
      log.append(fixing.log)
      guard fixing.count > 0, let source = fixing.source, let mended = fixing.mended else { continue }
      if diff {
        differences += LineDifference(source, mended).text
      } else {
        try write(source, mended, fixing.count, workspace, console)
      }
    }
    guard diff else { return try console.stopIfWrong(log.only(.frozenFile)) }
    try console.write(differences)
    try console.stopIfWrong(log)
    throw ExitCode(differences.isEmpty ? 0 : 1)
  }

  private func write(_ source: SourceFile, _ mended: SourceFile, _ count: Int, _ workspace: Workspace, _ console: Console) throws {
    do {
      try workspace.rewrite(source, as: mended.bytes)
    } catch {
      try console.stop(error)
    }
    console.say(
      Words(
        id: "\(source.name): diperbaiki otomatis: \(count)", en: "\(source.name): \(count) \(count == 1 ? "finding" : "findings") fixed"))
  }
}
