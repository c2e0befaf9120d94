internal import Comparison
public import Observations
public import RuleDiagnostics
public import RuleModel
public import Scoring

/// What other rules make of the observations of a year.
public struct Rescored: Sendable {
  /// The scores under the other rules.
  public let scores: ScoreTable
  /// The fields that the other rules ask for and that nobody measured.
  public let unmeasured: [UnmeasuredField]
}

extension ScoreTable {
  /// Scores the same observations by other rules, or with other values in the place of some.
  ///
  /// Reports what cannot be compared, what the data hold against the other rules, and fields that nobody measured although the rules insist
  /// on them, unless `choice` says what is to become of those; then gives nothing. Complexity: as of scoring.
  public func rescored(
    by other: CheckedEdition, with values: ObservationTable? = nil, unmeasured choice: UnmeasuredChoice = .rules, log: inout DiagnosticLog
  ) -> Rescored? {
    guard YearComparison.canCompare(edition, other.edition, log: &log) else { return nil }
    let changed = values.map { observations.corrected(by: $0, log: &log) } ?? observations
    guard let table = changed?.read(by: other.edition, recordedBy: edition, log: &log) else { return nil }
    let unmeasured = other.unmeasured(in: table)
    let insisting = Set(unmeasured.flatMap(\.parts).filter(\.missing.insists).map(\.id.value))
    let rules = other.treating(insisting, by: choice)
    var findings = DiagnosticLog()
    let earlier = earlier.merging([edition.name: observations]) { first, _ in first }
    let scores = rules.score(table, carrying: earlier, log: &findings)
    // Under the same rules a field was missing before as well.
    let lacking =
      edition.name == other.edition.name
      ? []
      : unmeasured.filter { field in
        scores.missing.contains { !$0.isSettled && $0.field == field.field.id.value }
      }
    guard lacking.isEmpty else {
      for field in lacking { report(field, in: other.edition, log: &log) }
      return nil
    }
    log.append(findings)
    guard !findings.hasErrors else { return nil }
    return Rescored(scores: scores, unmeasured: choice == .rules ? unmeasured : rules.unmeasured(in: table))
  }

  private func report(_ lacking: UnmeasuredField, in other: Edition, log: inout DiagnosticLog) {
    let field = lacking.field
    let parts = lacking.parts.map { "`\($0.id.value)`" }.joined(separator: ", ")
    log.error(
      .missingObservation, at: field.id.range,
      Words(
        id: "`\(field.id.value)` (\(field.label.id)) tidak diukur dalam data ini, dan aturan \(other.name) tidak mengizinkan data kosong",
        en: "`\(field.id.value)` (\(field.label.en)) is not measured in these data, and the rules \(other.name) allow none to be missing"),
      help: Words(
        id: "`--unmeasured skip` tidak menghitung \(parts); `--unmeasured zero` menghitungnya nol",
        en: "`--unmeasured skip` leaves out \(parts); `--unmeasured zero` counts the lowest score"))
  }
}
