internal import RuleDiagnostics
internal import RuleModel

/// Every citation names a source, and every part and the zones cite one.
struct SourceCheck: Check {
  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let edition = rules.edition
    let sources = Set(edition.sources.map(\.key.value))
    for citation in citations(in: rules) where rules.isKnown("sources") && !sources.contains(citation.source) {
      log.error(
        .unknownSource, at: citation.range,
        Words(id: "tidak ada sumber `\(citation.source)`", en: "there is no source `\(citation.source)`"),
        help: suggestion(for: citation.source, among: sources)
          ?? Words(id: "tambahkan di `sources`", en: "add it to `sources`"))
    }
    if edition.score.citations.isEmpty {
      log.warning(
        .missingCitation, at: edition.score.id.range,
        Words(id: "nilai total tidak menyebut sumber", en: "the total cites no source"), help: help)
    }
    if edition.zones.citations.isEmpty {
      log.warning(
        .missingCitation, at: edition.zones.range, Words(id: "garis zona tidak menyebut sumber", en: "the zone lines cite no source"),
        help: help)
    }
  }

  /// Every citation that is written. A group passes its list down, so a list that begins at a known place has been seen.
  private func citations(in rules: CheckedRules) -> [Citation] {
    let edition = rules.edition
    let lists = rules.parts.map(\.citations) + [edition.zones.citations] + (edition.history.last?.changes ?? []).map(\.citations)
    var seen: Set<SourceRange> = []
    return lists.filter { $0.first.map { seen.insert($0.range).inserted } ?? false }.flatMap(\.self)
  }

  private var help: Words { Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`") }
}
