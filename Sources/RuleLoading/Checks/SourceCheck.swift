internal import RuleDiagnostics
internal import RuleModel

/// Every citation names a source, and every part and the zones cite one.
struct SourceCheck: Check {
  static let codes: [DiagnosticCode] = [.unknownSource, .missingCitation]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    let edition = rules.edition
    let sources = Set(edition.sources.map(\.key.value))
    for citation in rules.citations where rules.isKnown("sources") && !sources.contains(citation.source) {
      if citation.beginsWithForeignQuote {
        reportQuotes(citation, sources, &log)
        continue
      }
      log.error(
        .unknownSource, at: citation.range,
        Words(id: "tidak ada sumber `\(citation.source)`", en: "there is no source `\(citation.source)`"),
        help: suggestion(for: citation.source, among: sources)
          ?? Words(id: "tambahkan di `sources`", en: "add it to `sources`"),
        fix: citation.rangeOfSource.flatMap { correction(of: citation.source, at: $0, among: sources) })
    }
    if edition.score.citations.isEmpty {
      log.warning(
        .missingCitation, at: edition.score.id.range,
        Words(id: "nilai total tidak menyebut sumber", en: "the total cites no source"), help: help, notes: uncited(rules))
    }
    if edition.zones.citations.isEmpty {
      log.warning(
        .missingCitation, at: edition.zones.range, Words(id: "garis zona tidak menyebut sumber", en: "the zone lines cite no source"),
        help: help)
    }
  }

  /// Reports a citation in quotes that YAML does not know: both are taken away, or none.
  private func reportQuotes(_ citation: Citation, _ sources: Set<String>, _ log: inout DiagnosticLog) {
    let inside = citation.insideForeignQuotes
    let isKnown = inside?.split(separator: " ", maxSplits: 1).first.map { sources.contains(String($0)) } ?? false
    let range = isKnown ? citation.rangeOfText : nil
    log.error(
      .unknownSource, at: citation.range,
      Words(
        id: "tidak ada sumber `\(citation.source)`: kutip lengkung termasuk namanya",
        en: "there is no source `\(citation.source)`: its curly quote belongs to the name"),
      help: inside.map { Words(id: "tulis `\($0)`", en: "write `\($0)`") }
        ?? Words(id: "tulis tanpa kutip lengkung, atau pakai `\"`", en: "write it without curly quotes, or use `\"`"),
      fix: range.flatMap { range in inside.flatMap { Fix(writing: $0, at: range) } })
  }

  /// The indicators on whose way up no source is cited, if others have one.
  private func uncited(_ rules: CheckedRules) -> [Diagnostic.Note] {
    let indicators = rules.parts.filter(\.children.isEmpty)
    let uncited = indicators.filter(\.citations.isEmpty)
    guard uncited.count < indicators.count else { return [] }
    return uncited.prefix(8).map {
      .init(Words(id: "`\($0.id.value)` juga tidak", en: "`\($0.id.value)` cites none either"), at: $0.id.range)
    }
  }

  private var help: Words { Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`") }
}
