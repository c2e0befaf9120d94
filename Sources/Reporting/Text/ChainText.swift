public import Comparison
internal import RuleDiagnostics
internal import RuleModel

/// Writes the years of one institution side by side, before each step between them is explained.
public struct ChainText: Sendable {
  private let changes: [ScoreChange]
  private let style: TextStyle
  private var language: Language { style.language }

  /// Prepares to write; each change begins where the one before ends.
  public init(_ changes: [ScoreChange], style: TextStyle) {
    self.changes = changes
    self.style = style
  }

  /// Returns a line for each year, with what led to it.
  public func text() -> String {
    guard let first = changes.first else { return "" }
    var out = style.paint(first.name.visible, .strong) + "\n\n"
    let titles: [Phrase] = [.columnScore, .columnChange, .performance, .columnScope, .method]
    out += row("", titles.map { $0(language).cut(to: 7) }, Phrase.columnZone(language))
    out += row(first.from.edition.name, [figure(first.from.reported, first), "", "", "", ""], first.from.zone?.colour)
    for change in changes {
      let amounts =
        [change.reportedChange] + Block.ofTables.map { block in change.blocks.first { $0.id == block.rawValue }?.printed ?? .zero }
      let figures = amounts.map { language.number($0, places: change.places, signed: true) }
      out += row(change.to.edition.name, [figure(change.to.reported, change)] + figures, change.to.zone?.colour)
    }
    return out + "\n" + Phrase.chainNote(language).wrapped(to: 80) + "\n\n"
  }

  private func figure(_ value: Fraction, _ change: ScoreChange) -> String { language.number(value, places: change.places) }

  private func row(_ year: String, _ figures: [String], _ zone: String?) -> String {
    year.cut(to: 12).padded(to: 12) + figures.map { $0.leftPadded(to: 9) }.joined() + "  \(zone ?? "-")\n"
  }
}
