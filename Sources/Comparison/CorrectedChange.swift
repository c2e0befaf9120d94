internal import RuleDiagnostics
internal import RuleModel

extension ScoreChange {
  /// Puts what a revision of the old year's observations is worth before a change that begins at the revised year.
  ///
  /// `correction` goes from the year as published to the year as revised, under the same rules, so all of it is performance; it becomes a
  /// block of its own, with the lines of its indicators.
  func preceded(by correction: ScoreChange, depth: Int) -> ScoreChange {
    let parts = correction.blocks.flatMap(\.lines).flatMap(\.lines)
    let lines = Dictionary(grouping: parts, by: \.id).sorted { $0.key.precedesByBytes($1.key) }.compactMap { ScoreChange.merged($0.value) }
    let block = Line(
      id: Block.corrections.rawValue, label: nil, amount: correction.change, printed: .zero, range: correction.change...correction.change,
      isNewlyMeasured: false, countedIn: nil, entities: [], lines: depth > 0 ? lines : [])
    let all = correction.change.isZero ? blocks : [block] + blocks
    let change = to.printed(places: places) - correction.from.printed(places: places)
    let rounding = change - (to.total - correction.from.total)
    let rows = all.map { (id: $0.id, amount: $0.amount) } + [(id: finalRounding.id, amount: rounding)]
    let printed = printedAmounts(rows, addingUpTo: change, places: places)
    let isSameColour = correction.from.zone?.colour == from.zone?.colour
    return ScoreChange(
      entity: entity, name: name, kind: kind, province: province, path: path, from: correction.from, to: to, places: places,
      worlds: [World(id: "C", total: from.total, isAssumed: false)] + worlds,
      blocks: zip(all, printed).map { $0.printing($1, places: places) },
      finalRounding: Line(
        id: finalRounding.id, label: nil, amount: rounding, printed: printed.last ?? .zero, range: nil, isNewlyMeasured: false,
        countedIn: nil, entities: [], lines: []),
      // Which line alone would have kept the colour was asked about the revised year's colour.
      zone: ZoneAnswer(from: correction.from, to: to, butFor: isSameColour ? zone.butFor : []), assumptions: assumptions,
      isSampled: isSampled || correction.isSampled)
  }

  /// The lines of one indicator, of values that changed and of values that came or went, as one.
  private static func merged(_ lines: [Line]) -> Line? {
    guard let first = lines.first else { return nil }
    let below = Dictionary(grouping: lines.flatMap(\.lines), by: \.id).sorted { $0.key.precedesByBytes($1.key) }
    return Line(
      id: first.id, label: first.label, amount: lines.map(\.amount).sum(), printed: .zero, range: nil, isNewlyMeasured: false,
      countedIn: nil, entities: [], lines: below.compactMap { merged($0.value) })
  }
}

extension ScoreChange {
  /// The same explanation with more of what it takes for granted.
  func assuming(_ more: [Assumption]) -> ScoreChange {
    var copy = self
    copy.assumptions += more
    return copy
  }
}
