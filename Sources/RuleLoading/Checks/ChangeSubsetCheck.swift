internal import RuleDiagnostics
internal import RuleModel

/// Every named change can be carried out alone, and every one can be left out, together with those that it says it comes after.
///
/// An explanation of a score looks at such editions. A change that needs another one and does not say so is named with it.
struct ChangeSubsetCheck: Check {
  static let codes: [DiagnosticCode] = [.changeSubset]

  /// More than this many values are not read in all trials together, so that no file can keep the check busy.
  static let mostValues = 400_000

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard let trial = rules.past?.changes, trial.count > 1, let range = rules.past?.range else { return }
    let spare = ChangeSubsetCheck.mostValues / trial.size - 2 * trial.count
    guard spare >= 0 else {
      reportTooMany(trial.count, at: range, log: &log)
      return
    }
    let search = Search(trial: trial, changes: trial.changes(), spare: spare)
    for finding in search.run() {
      report(search.changes[finding.change], needs: finding.needs.map { search.changes[$0] }, finding.error, log: &log)
    }
  }

  private func report(_ change: ChangeTrial.Change, needs other: ChangeTrial.Change?, _ error: Diagnostic, log: inout DiagnosticLog) {
    let id = change.id.value
    guard let other else {
      log.warning(
        .changeSubset, at: change.id.range,
        Words(
          id: "perubahan `\(id)` tidak dapat berdiri sendiri: \(error.message.id)",
          en: "the change `\(id)` cannot stand alone: \(error.message.en)"),
        help: Words(
          id: "sebut di `after` perubahan yang dibutuhkannya, atau gabungkan dengannya",
          en: "name the changes that it needs in `after`, or put it together with them"))
      return
    }
    let needed = other.id.value
    log.warning(
      .changeSubset, at: change.id.range,
      Words(
        id: "perubahan `\(id)` tidak dapat dijalankan tanpa `\(needed)`: \(error.message.id)",
        en: "the change `\(id)` cannot be carried out without `\(needed)`: \(error.message.en)"),
      help: Words(
        id: "tulis `after: [\(needed)]` pada `\(id)`, atau gabungkan keduanya",
        en: "write `after: [\(needed)]` in `\(id)`, or put the two together"),
      notes: [.init(Words(id: "perubahan yang dibutuhkan", en: "the change that it needs"), at: other.id.range)])
  }

  private func reportTooMany(_ count: Int, at range: SourceRange, log: inout DiagnosticLog) {
    log.report(
      Diagnostic(
        .changeSubset, .note, at: range,
        Words(
          id: "\(count) perubahan edisi ini terlalu banyak untuk dicoba satu per satu",
          en: "the \(count) changes of this edition are too many to be tried one by one"),
        help: Words(
          id: "gabungkan perubahan yang menyangkut hal yang sama", en: "put together the changes that are about the same thing")))
  }
}

/// Looks for changes that cannot do without others.
private struct Search {
  let trial: ChangeTrial
  let changes: [ChangeTrial.Change]
  /// How many trials may still be made to find which other change is missing.
  let spare: Int

  /// A change, the one that it needs if it was found, and what is wrong without it.
  struct Finding {
    let change: Int
    let needs: Int?
    let error: Diagnostic
  }

  /// Tries each change alone, then leaves each out.
  func run() -> [Finding] {
    var spare = spare
    var findings: [Finding] = []
    for place in changes.indices {
      guard let error = trial.firstError(with: changes[place].needed) else { continue }
      let needs = first(&spare) { $0 != place && trial.firstError(with: changes[place].needed.union(changes[$0].needed)) == nil }
      findings.append(Finding(change: place, needs: needs, error: error))
    }
    for place in changes.indices {
      let kept = without(place, changes.indices)
      let isKnown = findings.contains { kept.contains($0.change) && ($0.needs == place || $0.needs == nil) }
      guard !isKnown, let error = trial.firstError(with: kept) else { continue }
      let needy = first(&spare) { kept.contains($0) && trial.firstError(with: without($0, kept)) == nil }
      if let needy { findings.append(Finding(change: needy, needs: place, error: error)) }
    }
    return findings
  }

  /// The changes without one and those that come after it.
  private func without(_ place: Int, _ all: some Sequence<Int>) -> Set<Int> {
    Set(all.filter { !changes[$0].needed.contains(place) })
  }

  /// The first change that fits, as long as trials may be made.
  private func first(_ spare: inout Int, where fits: (Int) -> Bool) -> Int? {
    for place in changes.indices {
      guard spare > 0 else { return nil }
      spare -= 1
      if fits(place) { return place }
    }
    return nil
  }
}
