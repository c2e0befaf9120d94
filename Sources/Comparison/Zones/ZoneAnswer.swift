public import RuleModel

/// Why the zone changed or stayed: the score, the lines, either, both, or one against the other.
public struct ZoneAnswer: Sendable, Equatable {
  /// What the change of the colour is owed to.
  public enum Cause: String, Sendable, CaseIterable {
    /// The colour is the old one, and would be so with either alone.
    case unchanged
    /// The new score has the new colour under the lines of either year; the lines alone do not lead there.
    case score
    /// Already the old score has the new colour under the new lines; the score alone does not lead there.
    case lines
    /// Each alone leads to the new colour.
    case either
    /// Only the two together lead to the new colour; each alone leads nowhere or elsewhere.
    case both
    /// It stayed only because one made up for the other.
    case offset
  }

  /// The colours of both scores under both years' lines.
  public struct Table: Sendable, Equatable {
    /// The old score under the old lines.
    public let oldScoreOldLines: String?
    /// The new score under the old lines.
    public let newScoreOldLines: String?
    /// The old score under the new lines.
    public let oldScoreNewLines: String?
    /// The new score under the new lines.
    public let newScoreNewLines: String?
  }

  /// The distance to the line of the old colour.
  public struct Margin: Sendable, Equatable {
    /// In the old year.
    public let before: Fraction
    /// In the new year.
    public let after: Fraction
    /// What the score adds to it.
    public let fromScore: Fraction
    /// What the line's move adds to it.
    public let fromLines: Fraction
  }

  /// What the change is owed to.
  public let cause: Cause
  /// The colours of both scores under both years' lines.
  public let table: Table
  /// The distance to the line of the old colour; nil if the new year has no such colour.
  public let margin: Margin?
  /// The lines of the explanation without any one of which the old colour would have been kept.
  public let butFor: [String]
}

extension ZoneAnswer {
  init(from old: ScoreChange.Year, to new: ScoreChange.Year, butFor: [String]) {
    let colour = { (score: ScoreChange.Year, lines: Edition) in
      lines.zones.step(for: lines.zones.usesExactTotal ? score.total : score.reported)?.colour
    }
    table = Table(
      oldScoreOldLines: colour(old, old.edition), newScoreOldLines: colour(new, old.edition),
      oldScoreNewLines: colour(old, new.edition), newScoreNewLines: colour(new, new.edition))
    let start = table.oldScoreOldLines
    let end = table.newScoreNewLines
    // With more than two colours each alone may lead to a third one, so what counts is whether it leads to the colour that was reached.
    cause =
      switch (start == end, end == table.newScoreOldLines, end == table.oldScoreNewLines) {
      case (true, true, true): .unchanged
      case (true, _, _): .offset
      case (false, true, true): .either
      case (false, true, false): .score
      case (false, false, true): .lines
      case (false, false, false): .both
      }
    margin = start.flatMap { colour in
      guard let oldLine = old.edition.zones.line(of: colour), let newLine = new.edition.zones.line(of: colour) else { return nil }
      return Margin(old, new, lines: (oldLine, newLine))
    }
    self.butFor = butFor
  }
}

extension ZoneAnswer.Margin {
  /// The distances of two published totals to a line in each year.
  public init(_ old: ScoreChange.Year, _ new: ScoreChange.Year, lines: (old: Fraction, new: Fraction)) {
    self.init(
      before: old.reported - lines.old, after: new.reported - lines.new, fromScore: new.reported - old.reported,
      fromLines: lines.old - lines.new)
  }
}
