public import Comparison
internal import Observations
package import RuleDiagnostics
public import RuleModel

/// Writes the changes of many institutions, a line each, and what they say together. Readable at 80 columns and without colour.
public struct ChangesTable: Sendable {
  private let style: TextStyle
  private let places: Int
  private let old: Edition
  private let new: Edition
  private var language: Language { style.language }

  /// Prepares to write changes between two editions.
  public init(from old: Edition, to new: Edition, style: TextStyle) {
    self.style = style
    self.old = old
    self.new = new
    places = max(old.publishedPlaces, new.publishedPlaces)
  }

  /// The titles of the columns.
  public var head: String {
    let titles = [old.name, new.name] + [Phrase.columnChange, .performance, .columnScope, .method].map { $0(language) }
    let line = Phrase.columnInstitution(language).cut(to: 20).padded(to: 20) + titles.map { $0.cut(to: 7).leftPadded(to: 8) }.joined()
    return style.paint(line + "  " + Phrase.columnZone(language), .strong) + "\n"
  }

  /// One institution.
  public func row(_ result: YearComparison.Result) -> String {
    switch result {
    case .notExplained(let entity, let reason):
      return entity.name.visible.cut(to: 20).padded(to: 20) + "  " + Phrase.reason(reason)(language) + "\n"
    case .explained(let change):
      let blocks = Block.ofTables.map { block in change.blocks.first { $0.id == block.rawValue }?.printed ?? .zero }
      let figures =
        [change.from.reported, change.to.reported].map { language.number($0, places: places) }
        + ([change.reportedChange] + blocks).map { language.number($0, places: places, signed: true) }
      let (from, to) = (colour(change.from.zone), colour(change.to.zone))
      return change.name.visible.cut(to: 20).padded(to: 20) + figures.map { $0.leftPadded(to: 8) }.joined() + "  "
        + (from == to ? to : "\(from)>\(to)") + "\n"
    }
  }

  private func colour(_ zone: ZoneStep?) -> String { zone?.colour ?? "-" }

  /// What all of them say together.
  public func text(_ summary: ChangeSummary) -> String {
    let notExplained = YearComparison.Reason.allCases.compactMap { reason in
      summary.notExplained[reason].map { "\($0) \(Phrase.reason(reason)(language))" }
    }
    let count: KeyValuePairs = ["count": language.number(Fraction(summary.count), places: 0)]
    var out = "\n" + (summary.count == 1 ? Phrase.explainedOne(language) : Phrase.explained(language, count))
    out += notExplained.isEmpty ? "\n" : "; " + Phrase.notExplained(language, ["list": notExplained.joined(separator: ", ")]) + "\n"
    guard summary.count > 0 else { return out }
    let means = summary.means(places: places)
    out += "\n" + line(means.change, Phrase.meanChange(language), depth: 0)
    for (entry, mean) in zip(summary.entries, means.entries) where entry.line == nil && entry.block != .corrections || !entry.sum.isZero {
      let mark = entry.grounds.mark(language).map { " (\($0))" } ?? ""
      out += line(mean, entry.words(language) + mark, depth: entry.line == nil ? 1 : 2)
    }
    out += line(means.finalRounding, Phrase.finalRounding(language), depth: 1)
    return out + zones(summary)
  }

  private func line(_ amount: Fraction, _ label: String, depth: Int) -> String {
    let figure = language.number(amount, places: places, signed: true).leftPadded(to: 8)
    let indent = String(repeating: "  ", count: depth)
    let rows = label.visible.wrapped(to: 70 - indent.count, indent: "  ").split(separator: "\n")
    return "\(figure)  \(rows.map { indent + $0 }.joined(separator: "\n" + String(repeating: " ", count: 10)))\n"
  }

  /// From which colour to which, and why; the unchanged last.
  private func zones(_ summary: ChangeSummary) -> String {
    var out = "\n" + Phrase.columnZone(language) + "\n"
    let moves = summary.moves.sorted { left, right in
      let (a, b) = (left.key, right.key)
      let (stayA, stayB) = (a.from == a.to, b.from == b.to)
      if stayA != stayB { return stayB }
      if left.value != right.value { return left.value > right.value }
      return a.name.precedesByBytes(b.name)
    }
    for (move, count) in moves {
      let none = "-"
      let way = move.from == move.to ? (move.to ?? none) : "\(move.from ?? none) > \(move.to ?? none)"
      out +=
        language.number(Fraction(count), places: 0).leftPadded(to: 8) + "  \(way.padded(to: 20)) \(Phrase.cause(move.cause)(language))\n"
    }
    return out
  }
}

extension Block {
  /// The blocks that have a column of their own in a table of 80 columns; corrections are rare, and stand in the summary.
  static let ofTables: [Block] = [.performance, .scope, .method]
}

extension ChangeSummary.Entry {
  /// What the line is called.
  package func words(_ language: Language) -> String {
    let known = ScoreChange.Line.words(of: line ?? block.rawValue, label: label)
    return line == Block.performance.rawValue ? Phrase.changed(language) : known[language]
  }
}

extension Phrase {
  /// Why an institution could not be explained.
  package static func reason(_ reason: YearComparison.Reason) -> Phrase {
    switch reason {
    case .onlyInNew: .onlyInNew
    case .onlyInOld: .onlyInOld
    case .noScore: .noScoreInEither
    case .nothingInCommon: .nothingInCommon
    case .noWorld: .noIntermediate
    }
  }

  /// What a change of zone is owed to, in a few words.
  package static func cause(_ cause: ZoneAnswer.Cause) -> Phrase {
    switch cause {
    case .unchanged: .causeUnchanged
    case .score: .causeScore
    case .lines: .causeLines
    case .either: .causeEither
    case .both: .causeBoth
    case .offset: .causeOffset
    }
  }
}
