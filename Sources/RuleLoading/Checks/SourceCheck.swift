internal import RuleDiagnostics
internal import RuleModel

/// Every citation names a source, and every part and the zones cite one.
struct SourceCheck: Check {
  func run(_ edition: Edition, unreliable: Set<String>, log: inout DiagnosticLog) {
    var seen: Set<SourceRange> = []
    let citations =
      edition.score.subtree.flatMap(\.citations) + edition.zones.citations + (edition.history.last?.changes ?? []).flatMap(\.citations)
    for citation in citations where seen.insert(citation.range).inserted && edition.source(citation.source) == nil {
      log.error(
        .unknownSource, at: citation.range,
        Words(id: "tidak ada sumber `\(citation.source)`", en: "there is no source `\(citation.source)`"),
        help: nearestName(to: citation.source, among: edition.sources.map(\.key.value)).map {
          Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?")
        } ?? Words(id: "tambahkan di `sources`", en: "add it to `sources`"))
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

  private var help: Words { Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`") }
}
