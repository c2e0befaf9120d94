internal import Observations
internal import RuleDiagnostics
internal import RuleModel
public import Scoring

/// Writes why a score is what it is, down to the observed cells, with the rule's place and source.
public struct TraceText: Sendable {
  private let style: TextStyle
  private let scores: ScoreTable
  private let parts: [String: Part]
  private var language: Language { style.language }

  /// Prepares to write traces of a table of scores.
  public init(style: TextStyle, scores: ScoreTable) {
    self.style = style
    self.scores = scores
    parts = Dictionary(scores.edition.score.subtree.map { ($0.id.value, $0) }) { first, _ in first }
  }

  /// Returns the trace of one institution.
  public func text(_ trace: Trace) -> String {
    var out = ""
    write(trace, depth: 0, to: &out)
    if let total = trace.value { out += zone(total) }
    return out
  }

  private func write(_ trace: Trace, depth: Int, isEntity: Bool = false, to out: inout String) {
    let part = parts[trace.part]
    let indent = String(repeating: "  ", count: depth)
    let name = depth == 0 ? "\(trace.entity.visible)  \(part?.label[language].visible ?? trace.part)" : label(trace, part)
    let value = trace.value.map { language.number($0, places: 4) } ?? "-"
    var line = (indent + name).cut(to: 58).padded(to: 58) + value.leftPadded(to: 10)
    if let share = trace.share {
      line += "  \(Phrase.share(language)) \(language.number(share * Fraction(100), places: 2)) %"
    }
    out += line + "\n"
    // The rule is named where the part is weighed, not again for each entity that it is combined from.
    if let part, !isEntity {
      out += style.paint("\(indent)    \(rule(part))", .faint) + "\n"
    }
    if let combined = trace.combined, let goalposts = part?.goalposts { out += "\(indent)    \(step(combined, goalposts))\n" }
    for cell in trace.observed { out += "\(indent)    \(observed(cell))\n" }
    for below in trace.below { write(below, depth: depth + 1, isEntity: trace.isCombinedUp, to: &out) }
  }

  private func label(_ trace: Trace, _ part: Part?) -> String {
    let last = trace.entity.split(separator: "/").last.map(String.init) ?? trace.entity
    return "\(part?.label[language].visible ?? trace.part)  [\(last.visible)]"
  }

  private func rule(_ part: Part) -> String {
    let sources = part.citations.map(\.text).joined(separator: ", ")
    let place = part.isWeighedElsewhere ? " (\(part.weight.range))" : ""
    let weight = "\(Phrase.weight(language)) \(part.weight.value.writtenText)\(place)"
    let provenance = provenanceWords(part.provenance)(language)
    return "\(part.id.range) · \(weight) · \(provenance)" + (sources.isEmpty ? "" : " · \(sources.visible)")
  }

  private func step(_ combined: Fraction, _ goalposts: Goalposts) -> String {
    "= "
      + Phrase.betweenGoalposts(
        language,
        [
          "combined": language.number(combined, places: 4), "worst": goalposts.worst.writtenText, "best": goalposts.best.writtenText,
        ])
  }

  private func observed(_ cell: Trace.Observed) -> String {
    let value = (cell.value ?? cell.carried?.value).map(TraceText.text) ?? "-"
    let place = cell.place.map { "  " + scores.observations.files[$0.file].place(ofLine: $0.line) } ?? ""
    let label = scores.edition.field(cell.field)?.label[language] ?? cell.field
    let carried =
      cell.carried.map { "  " + Phrase.policyCarry(language, ["edition": $0.edition]) + ($0.place.map { "  \($0)" } ?? "") } ?? ""
    let owner = cell.entity.map { " (\($0.visible))" } ?? ""
    return "= \(label.visible)\(owner): \(value)\(place)\(carried)"
  }

  private static func text(_ value: ObservedValue) -> String {
    switch value {
    case .number(let number): number.decimalText()
    case .text(let text): text.visible
    }
  }

  private func zone(_ total: Fraction) -> String {
    let edition = scores.edition
    let reported = language.number(edition.reported(total), places: edition.publishedPlaces)
    guard let zone = edition.zone(of: total) else { return "\(reported)\n" }
    let from = language.number(zone.from.value, places: edition.publishedPlaces)
    return "\(total.exactText) -> \(reported) -> \(zone.label[language]) (\(zone.colour), >= \(from), \(zone.from.range))\n"
  }
}

extension Part {
  /// Whether the weight was written outside the lines of the part, as a change of another edition does it.
  fileprivate var isWeighedElsewhere: Bool {
    weight.range.file != range.file || weight.range.start < range.start || range.end < weight.range.end
  }
}
