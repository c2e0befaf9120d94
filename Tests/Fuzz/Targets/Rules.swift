internal import MarkedYAML
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel
internal import Scoring

func readYAMLFile(_ bytes: [UInt8]) {
  let source = SourceFile(name: "rules.yaml", bytes: bytes)
  var log = DiagnosticLog()
  let root = readYAML(source, log: &log)
  promise(root != nil || log.hasErrors, "nothing was read, and nothing is wrong")
  show(log, in: [source])
  var again = DiagnosticLog()
  guard let written = canonicalLayout(of: source, log: &again) else { return show(again, in: [source]) }
  let laidOut = SourceFile(name: "rules.yaml", bytes: written)
  promise(canonicalLayout(of: laidOut, log: &again) == written, "a canonical layout is laid out anew")
}

func readRules(_ bytes: [UInt8]) {
  let source = SourceFile(name: "rules.yaml", bytes: bytes)
  let loader = EditionLoader { _, _ in nil }
  let loaded = loader.check(source)
  promise((loaded.edition == nil) == loaded.log.hasErrors, "an edition with errors, or none without")
  show(loaded.log, in: [source])
  guard let checked = loaded.edition else { return }
  rewrite(checked.edition, by: loader)
  score(checked)
}

/// Promises that an edition that is written whole is read as the same edition.
private func rewrite(_ edition: Edition, by loader: EditionLoader) {
  let text = EditionText(edition).text()
  let again = loader.load(SourceFile(name: "rules.yaml", bytes: Array(text.utf8)))
  guard let other = again.edition?.edition else {
    // Written whole, `carry` has lost the lineage that it needs.
    promise(text.contains("carry"), "a written edition is refused: \(again.log.diagnostics.first?.message.en ?? "")\n\(text)")
    return
  }
  promise(EditionText(other).text() == text, "an edition is written in two ways\n\(text)\n\(EditionText(other).text())")
}

/// Scores one entity on each rung of whom nothing is known, and one of whom as much as possible is.
private func score(_ checked: CheckedEdition) {
  let rungs = checked.edition.rungs.map(\.id.value)
  var rows = (rungs + ["field", "value"]).joined(separator: ",") + "\n"
  for field in checked.edition.fields {
    guard let height = checked.edition.height(of: field.rung) else { continue }
    let place = rungs.indices.map { $0 <= height ? "x" : "" }
    let value =
      switch field.kind {
      case .yesNo: "true"
      case .choice, .text: "A"
      case .number, .count, .level: field.range.map { $0.upperBound.rounded(places: 0, mode: .down).decimalText() } ?? "1"
      }
    rows += (place + [field.id.value, value]).joined(separator: ",") + "\n"
    rows += (place.map { $0 == "x" ? "y" : "" } + [field.id.value, ""]).joined(separator: ",") + "\n"
  }
  let data = SourceFile(name: "data.csv", bytes: Array(rows.utf8))
  var log = DiagnosticLog()
  let reader = ObservationReader(ladder: checked.edition.rungs, fields: checked.edition.fields)
  guard let table = reader.read([data], log: &log) else { return show(log, in: [data]) }
  var findings = DiagnosticLog()
  let scores = checked.score(table, log: &findings)
  show(findings, in: [data])
  for institution in table.population.rungs[0].indices {
    guard let total = scores.total(of: institution) else { continue }
    let isSummed = scores.edition.rungs.contains { $0.combine.value == .sum } || scores.edition.score.subtree.contains { $0.isSum }
    promise(isSummed || scores.edition.scale.contains(total), "a total of \(total)")
    _ = scores.edition.zone(of: total)
    _ = scores.trace(of: institution)
  }
}

extension Part {
  fileprivate var isSum: Bool {
    if case .group(.sum, _) = body { true } else { false }
  }
}
