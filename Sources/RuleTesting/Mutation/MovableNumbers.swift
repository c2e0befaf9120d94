internal import RuleDiagnostics
internal import RuleModel

extension Edition {
  /// The numbers that can be moved, in the order of the rules. `sources` are the rule files, for the last place as it is written.
  func movableNumbers(writtenIn sources: [SourceFile]) -> [MovableNumber] {
    let places = WrittenPlaces(sources)
    return score.subtree.flatMap { group in group.movableWeights(places) }
      + score.subtree.flatMap { part in part.movablePoints(places, in: self) } + movableLines(places)
  }

  private func movableLines(_ places: WrittenPlaces) -> [MovableNumber] {
    zones.steps.indices.dropFirst().map { index in
      let step = zones.steps[index]
      let next = index + 1 < zones.steps.count ? zones.steps[index + 1].from.value : nil
      return MovableNumber(
        kind: .zoneLine(step.id.value), value: step.from.value, step: places.step(of: step.from.value, at: step.from.range),
        range: step.from.range, above: .init(value: zones.steps[index - 1].from.value, isIncluded: false),
        below: next.map { .init(value: $0, isIncluded: false) } ?? .init(value: scale.upperBound, isIncluded: true))
    }
  }
}

extension Part {
  fileprivate func movableWeights(_ places: WrittenPlaces) -> [MovableNumber] {
    guard case .group(let combine, let parts) = body else { return [] }
    switch combine {
    case .min, .max: return []
    case .mean, .geometricMean: if parts.count < 2 { return [] }
    case .sum: break
    }
    return parts.map { part in
      MovableNumber(
        kind: .weight(part: part.id.value), value: part.weight.value, step: places.step(of: part.weight.value, at: part.weight.range),
        range: part.weight.range, above: .init(value: .zero, isIncluded: false), below: nil)
    }
  }

  fileprivate func movablePoints(_ places: WrittenPlaces, in edition: Edition) -> [MovableNumber] {
    let (id, scale) = (id.value, edition.scale)
    let points = { (kind: MovableNumber.Kind, score: Fraction, place: SourceRange?) in
      MovableNumber(
        kind: kind, value: score, step: places.step(of: score, at: place), range: place ?? self.id.range,
        above: .init(value: scale.lowerBound, isIncluded: true), below: .init(value: scale.upperBound, isIncluded: true))
    }
    switch body {
    case .leaf(.levels(_, let scores)):
      return scores.map { points(.levelScore(part: id, level: $0.level), $0.score, $0.place) }
    case .leaf(.bands(let field, let rows)):
      let top = edition.field(field)?.range?.upperBound
      return rows.enumerated().flatMap { index, row -> [MovableNumber] in
        let next =
          index + 1 < rows.count
          ? MovableNumber.Limit(value: rows[index + 1].from, isIncluded: false) : top.map { .init(value: $0, isIncluded: true) }
        let edge = MovableNumber(
          kind: .bandEdge(part: id, row: index), value: row.from, step: places.step(of: row.from, at: row.fromPlace),
          range: row.fromPlace ?? self.id.range, above: index == 0 ? nil : .init(value: rows[index - 1].from, isIncluded: false),
          below: next)
        let score = points(.bandScore(part: id, row: index), row.score, row.scorePlace)
        return index == 0 ? [score] : [edge, score]
      }
    default: return []
    }
  }
}

/// Looks up how numbers are written.
private struct WrittenPlaces {
  private let files: [String: SourceFile]

  init(_ sources: [SourceFile]) {
    files = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
  }

  /// One unit of the last place: 0.01 for `21.85`, 1 for `20`, 1/13 for `"500/13"`.
  func step(of value: Fraction, at place: SourceRange?) -> Fraction {
    let decimal = value.decimalText()
    let plain = Fraction(decimal: decimal) == value ? decimal : value.exactText
    let pieces = (place.flatMap { text(at: $0, of: value) } ?? plain).split(separator: "/", maxSplits: 1).map { String($0) }
    let unit = pieces.first.map { self.unit(of: $0) } ?? Fraction.one
    guard pieces.count == 2, let below = Fraction(decimal: pieces[1]) else { return unit }
    return unit / below.magnitude
  }

  /// What stands at a place, if it is the number.
  private func text(at place: SourceRange, of value: Fraction) -> String? {
    guard let bytes = files[place.file]?.bytes, place.start.offset < place.end.offset, place.end.offset <= bytes.count else { return nil }
    let text = String(decoding: bytes[place.start.offset..<place.end.offset], as: UTF8.self)
    let number = text.filter { $0 != "\"" && $0 != "'" }
    return Fraction(exact: number) == value ? number : nil
  }

  private func unit(of decimal: String) -> Fraction {
    let decimals = decimal.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return (0..<decimals).reduce(.one) { unit, _ in unit / Fraction(10) }
  }
}
