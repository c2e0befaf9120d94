public import RuleDiagnostics
public import RuleModel

/// A number of the rules that a wrong keystroke could change: a weight, an edge or the points of a band, the points of a level, a zone line.
///
/// Numbers that cannot matter are none of them: the weight of an only child, weights under `min` and `max`, and the lowest edge and the
/// lowest line, which the checks hold at the beginning of the range.
public struct MovableNumber: Sendable, Equatable {
  /// What the number is.
  public enum Kind: Sendable, Equatable {
    /// The weight of a part.
    case weight(part: String)
    /// The lowest value of a band.
    case bandEdge(part: String, row: Int)
    /// The points of a band.
    case bandScore(part: String, row: Int)
    /// The points of a level.
    case levelScore(part: String, level: Fraction)
    /// The lowest score of a step of the zone ladder.
    case zoneLine(String)
  }

  /// What the number is.
  public let kind: Kind
  /// The number.
  public let value: Fraction
  /// One unit of its last place as it is written.
  public let step: Fraction
  /// Where it is written.
  public let range: SourceRange
  /// What it must stay above, and what it must stay below.
  let above: Limit?
  let below: Limit?

  /// A bound that may or may not be reached.
  struct Limit: Sendable, Equatable {
    let value: Fraction
    let isIncluded: Bool
  }

  /// The moves of the number by one step, up and then down, that leave the rules sound.
  public var moves: [Move] {
    [value + step, value - step].filter { isAllowed($0) }.map { Move(number: self, to: $0) }
  }

  private func isAllowed(_ number: Fraction) -> Bool {
    if let above, above.isIncluded ? number < above.value : number <= above.value { return false }
    if let below, below.isIncluded ? number > below.value : number >= below.value { return false }
    return true
  }
}

/// A number of the rules, moved by one step.
public struct Move: Sendable, Equatable {
  /// The number as it is.
  public let number: MovableNumber
  /// What it becomes.
  public let to: Fraction
}

extension Edition {
  /// This edition with one number moved.
  func moved(_ move: Move) -> Edition {
    var edition = self
    switch move.number.kind {
    case .zoneLine(let step):
      for index in edition.zones.steps.indices where edition.zones.steps[index].id.value == step {
        edition.zones.steps[index].from = Marked(move.to, at: move.number.range)
      }
    case .weight(let part): edition.score.edit(part) { $0.weight = Marked(move.to, at: move.number.range) }
    case .levelScore(let part, let level):
      edition.score.edit(part) { part in
        guard case .leaf(.levels(let field, let scores)) = part.body else { return }
        let moved = scores.map { $0.level == level ? LevelScore(level: level, score: move.to, at: $0.place) : $0 }
        part.body = .leaf(.levels(field: field, scores: moved))
      }
    case .bandEdge(let part, let row): edition.score.editBand(part, row) { BandRow(from: move.to, score: $0.score) }
    case .bandScore(let part, let row): edition.score.editBand(part, row) { BandRow(from: $0.from, score: move.to) }
    }
    return edition
  }
}

extension Part {
  /// Changes the part of that name at or below this one.
  fileprivate mutating func edit(_ id: String, _ change: (inout Part) -> Void) {
    if self.id.value == id {
      change(&self)
    } else if case .group(let combine, var parts) = body {
      for index in parts.indices { parts[index].edit(id, change) }
      body = .group(combine, parts)
    }
  }

  fileprivate mutating func editBand(_ id: String, _ row: Int, _ change: (BandRow) -> BandRow) {
    edit(id) { part in
      guard case .leaf(.bands(let field, var rows)) = part.body else { return }
      rows[row] = change(rows[row])
      part.body = .leaf(.bands(field: field, rows: rows))
    }
  }
}
