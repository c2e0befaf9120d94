internal import Expressions
package import RuleModel

// The arithmetic of scoring: each function works on numbers alone.

extension Plan {
  /// What an indicator is worth to an entity, or why it is worth nothing.
  enum Reading {
    case value(Fraction)
    /// Nothing was recorded in these cells, and the kind of the entity on this rung, which is asked for as well, is not known.
    case missing([(column: Int, entity: Int)], withoutKind: Int?)
    case unseen
    case fault(Evaluator.Fault)
  }

  /// Returns what an entity's observations are worth on a scale.
  func score(_ scale: PlanScale, of entity: Int, on rung: Int, in survey: Survey) -> Reading {
    let score: Cell
    switch scale {
    case .formula(let formula): return reading(of: formula, of: entity, on: rung, in: survey)
    case .cell(let column, let scale): score = self.score(scale, cell: survey.cells[column][entity])
    case .checklist(let items, let total, let atLeast): score = self.score(items, total, atLeast, cells: survey.cells, of: entity)
    }
    switch score {
    case .value(let score): return .value(score)
    case .unseen: return .unseen
    case .missing, .text:
      return .missing(scale.columns.filter { survey.cells[$0][entity] == .missing }.map { ($0, entity) }, withoutKind: nil)
    }
  }

  private func reading(of formula: PlanFormula, of entity: Int, on rung: Int, in survey: Survey) -> Reading {
    switch formula.value(of: entity, on: rung, in: survey) {
    case .number(let score) where self.scale.contains(score): return .value(score)
    case .number(let score): return .fault(.outsideScale(score, self.scale))
    case .error(let problem): return .fault(.evaluation(problem))
    default:
      if formula.readsUnseen(entity, on: rung, in: survey) { return .unseen }
      return .missing(
        formula.gaps(entity, on: rung, in: survey), withoutKind: formula.rungWithoutKind(entity, on: rung, in: survey))
    }
  }

  /// Returns what the items of a checklist are worth, or why they are worth nothing.
  private func score(
    _ items: [(column: Int, points: Fraction)], _ total: Fraction, _ atLeast: Fraction?, cells: [CellColumn], of entity: Int
  ) -> Cell {
    var met = Fraction.zero
    for item in items {
      guard case .value(let value) = cells[item.column][entity] else { return cells[item.column][entity] }
      if !value.isZero { met += item.points }
    }
    if let atLeast, met >= atLeast { return .value(self.scale.upperBound) }
    return .value(self.scale.point(at: met / total))
  }

  /// Returns what one cell is worth, or why it is worth nothing.
  func score(_ scale: CellScale, cell: Cell) -> Cell {
    switch scale {
    case .yesNo(let invert): return cell.map { ($0 == .zero) == invert ? self.scale.upperBound : self.scale.lowerBound }
    case .levels(let scores):
      guard case .value(let level) = cell else { return cell }
      return scores[level].map { .value($0) } ?? .missing
    case .bands(let rows): return cell.map { value in rows.last { $0.from <= value }?.score ?? self.scale.lowerBound }
    case .linear(let worst, let best, let clamp): return cell.map { point((($0 - worst) / (best - worst)), clamp: clamp) }
    case .logarithmic(let worst, let best, let clamp, let places):
      return cell.map { value in
        // Only a positive number has a logarithm; the loader lets others through only where they are clamped to the worse end.
        value.signum > 0
          ? point(logShare(of: value, worst: worst, best: best, places: places), clamp: clamp)
          : point(worst < best ? .zero : .one, clamp: true)
      }
    }
  }

  private func point(_ share: Fraction, clamp: Bool) -> Fraction {
    scale.point(at: clamp ? min(max(share, .zero), .one) : share)
  }

  /// The score of an indicator whose observation is missing; nil if it is left out, or if a policy insists on an observation.
  package func scoreOfMissing(_ policy: MissingPolicy) -> Fraction? {
    switch policy {
    case .error, .skip, .carry: nil
    case .zero: scale.lowerBound
    case .value(let score): score
    }
  }

  /// Combines the parts of a group that have a value; nil if none has. `precision`: the decimals to which a root is rounded.
  package static func combined(_ members: [(weight: Fraction, value: Fraction)], _ combine: Part.Combine, precision: Int) -> Fraction? {
    guard !members.isEmpty else { return nil }
    switch combine {
    case .mean: return Fraction.weightedMean(members)
    case .geometricMean: return geometricMean(members, places: precision)
    case .min: return members.map(\.value).min()
    case .max: return members.map(\.value).max()
    case .sum: return members.map { $0.weight * $0.value }.sum()
    }
  }

  /// Combines the entities of a rung that have a value; nil if none has.
  package static func combined(_ members: [(weight: Fraction, value: Fraction)], _ combine: Combine) -> Fraction? {
    guard !members.isEmpty else { return nil }
    switch combine {
    case .mean, .weightedByColumn, .weightedByKind, .weightedByCount: return Fraction.weightedMean(members)
    case .sum: return members.map(\.value).sum()
    case .min: return members.map(\.value).min()
    case .max: return members.map(\.value).max()
    case .median:
      let sorted = members.map(\.value).sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / Fraction(2)
    }
  }
}

extension Cell {
  /// Applies `score` to what was recorded.
  func map(_ score: (Fraction) -> Fraction) -> Cell {
    guard case .value(let value) = self else { return self }
    return .value(score(value))
  }
}

extension ClosedRange<Fraction> {
  /// The point that lies `share` of the way up.
  func point(at share: Fraction) -> Fraction {
    lowerBound + (upperBound - lowerBound) * share
  }
}
