internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// How an indicator gets its score: the first condition that holds, else a line; and when nothing was recorded.
private struct Reading {
  var isMissing: Condition
  var arms: [(condition: Condition, score: Fraction)] = []
  /// What stands where no condition holds.
  var line: Amount?
  /// What stands there if it is no line.
  var otherwise: Fraction?
}

extension Compiler {
  /// Works out the indicators of a rung.
  mutating func leaves(on rung: Int) throws(Refusal) {
    takeCells(on: rung)
    var found: [(part: Int, result: Arithmetic.Result)] = []
    let isLowest = rung == edition.rungs.count - 1
    let read = -1 * readCount(on: rung)
    var counted: [Counter: [Term]] =
      worlds == nil ? [.wrong: (isLowest ? [.column("n_told")] : []) + (read == .number(0) ? [] : [read])] : [:]
    var lacks: [(part: Int, condition: Condition)] = []
    for (part, node) in plan.nodes.enumerated() where node.rung == rung {
      guard case .leaf(let scale) = node.body else { continue }
      arithmetic.part = parts[part]
      let reading = try self.reading(scale, part, on: rung, &counted)
      let (amount, lack) = try assembled(reading, part, on: rung, &counted)
      found.append((part, (try bare(reading, amount, part, on: rung) ?? amount, [])))
      if let lack { lacks.append((part, lack)) }
    }
    store(found, on: rung, counting: counted, lacks)
    try averagePeers(lacks.map(\.part), on: rung)
    try round(found.filter { !$0.result.amount.isBare }.map(\.part), on: rung)
    if followsPieces {
      for (part, _) in found { amounts[part]?.pieces = [part: .column(names.part(part))] }
    }
  }

  /// The cell that an expression on a rung reads.
  func cell(_ column: Int, on rung: Int) -> Amount {
    let range = cellRange(column)
    let name = plan.fields[column].rung == rung ? names.field(column) : names.spread(column)
    return Amount(
      term: .column(name), scale: Int128(settings.unit), low: Int128(range.low ?? -(1 << 62)), high: Int128(range.high ?? 1 << 62),
      isAlways: false)
  }

  // MARK: Scales

  private func reading(
    _ scale: PlanScale, _ part: Int, on rung: Int, _ counted: inout [Counter: [Term]]
  ) throws(Refusal) -> Reading {
    let (bottom, top) = (plan.scale.lowerBound, plan.scale.upperBound)
    switch scale {
    case .cell(let column, .yesNo(let invert)):
      let cell = cell(column, on: rung).term
      return Reading(
        isMissing: .isNothing(cell), arms: [(.compare(cell, .equal, .number(0)), invert ? top : bottom)], otherwise: invert ? bottom : top)
    case .cell(let column, .levels(let scores)):
      let cell = cell(column, on: rung).term
      var arms: [(Condition, Fraction)] = []
      for (level, score) in scores.sorted(by: { $0.key < $1.key }) {
        if let level = settings.whole(level) { arms.append((.compare(cell, .equal, .number(level)), score)) }
      }
      return Reading(isMissing: .isNothing(cell), arms: arms, otherwise: bottom)
    case .cell(let column, .bands(let rows)):
      let cell = cell(column, on: rung).term
      var arms: [(Condition, Fraction)] = []
      for row in rows.reversed() {
        guard let from = settings.ceiling(row.from) else { throw arithmetic.tooLarge }
        arms.append((.compare(cell, .greaterOrEqual, .number(from)), row.score))
      }
      return Reading(isMissing: .isNothing(cell), arms: arms, otherwise: bottom)
    case .cell(let column, .linear(let worst, let best, let clamp)): return try line(column, worst, best, clamp: clamp, part, on: rung)
    case .checklist(let items, let total, let atLeast):
      let cells = items.map { cell($0.column, on: rung).term }
      guard let (points, unit) = wholeNumbers(items.map(\.points) + [total]) else { throw arithmetic.tooLarge }
      let met = Term.adding(
        zip(cells, points).map { .choice([Term.Arm(.compare($0, .notEqual, .number(0)), .number(Int($1)))], otherwise: .number(0)) })
      let sum = Amount(term: met, scale: Int128(unit), low: 0, high: Int128(points[items.count]), isAlways: true)
      let line = try arithmetic.line(sum, slope: (top - bottom) / total, start: bottom)
      var arms: [(Condition, Fraction)] = []
      if let atLeast {
        let enough = (atLeast * Fraction(Int(unit))).rounded(places: 0, mode: .up)
        arms = [(.compare(met, .greaterOrEqual, .number(enough.int ?? .max)), top)]
      }
      return Reading(isMissing: .any(cells.map { .isNothing($0) }), arms: arms, line: line)
    case .formula(let formula): return try formulaReading(formula, part, on: rung, &counted)
    case .cell(_, .logarithmic): preconditionFailure("refused before")
    }
  }

  private func line(
    _ column: Int, _ worst: Fraction, _ best: Fraction, clamp: Bool, _ part: Int, on rung: Int
  ) throws(Refusal) -> Reading {
    let (bottom, top) = (plan.scale.lowerBound, plan.scale.upperBound)
    var cell = cell(column, on: rung)
    cell.isAlways = true
    let (low, high) = (min(worst, best), max(worst, best))
    var arms: [(Condition, Fraction)] = []
    let range = cellRange(column)
    if clamp {
      guard let floor = settings.ceiling(low), let ceiling = settings.floor(high) else { throw arithmetic.tooLarge }
      if range.low.map({ $0 < floor }) ?? true {
        arms.append((.compare(cell.term, .less, .number(floor)), worst < best ? bottom : top))
      }
      if range.high.map({ $0 > ceiling }) ?? true {
        arms.append((.compare(cell.term, .greater, .number(ceiling)), worst < best ? top : bottom))
      }
      cell.low = min(max(cell.low, Int128(floor)), Int128(ceiling))
      cell.high = min(max(cell.high, Int128(floor)), Int128(ceiling))
    } else if range.low == nil || range.high == nil {
      throw withoutRange(column, part)
    }
    let slope = (top - bottom) / (best - worst)
    return Reading(
      isMissing: .isNothing(cell.term), arms: arms, line: try arithmetic.line(cell, slope: slope, start: bottom - slope * worst))
  }

  private func formulaReading(
    _ formula: PlanFormula, _ part: Int, on rung: Int, _ counted: inout [Counter: [Term]]
  ) throws(Refusal) -> Reading {
    guard case .leaf(.formula(let text, _)) = parts[part].body else { preconditionFailure("a formula has a text") }
    var compiler = ExpressionCompiler(self, part: part, rung: rung, place: parts[part].id.range)
    var amount = try compiler.number(text)
    let isMissing = Condition.isNothing(amount.term)
    // What falls outside the scale is a fault of the formula, which no score may rest on.
    let (bottom, top) = (try arithmetic.portion(plan.scale.lowerBound), try arithmetic.portion(plan.scale.upperBound))
    try arithmetic.refine(&amount, by: bottom.denominator)
    try arithmetic.refine(&amount, by: top.denominator)
    let floor = try arithmetic.fitting(bottom.numerator * (amount.scale / bottom.denominator))
    let ceiling = try arithmetic.fitting(top.numerator * (amount.scale / top.denominator))
    amount.isAlways = true
    guard amount.low < Int128(floor) || amount.high > Int128(ceiling) else { return Reading(isMissing: isMissing, line: amount) }
    let isOutside = Condition.any([
      .compare(amount.term, .less, .number(floor)), .compare(amount.term, .greater, .number(ceiling)),
    ])
    let applies = try plan.nodes[part].condition.flatMap { formula throws(Refusal) in try self.condition(formula, part, on: rung) }
    counted[.wrong, default: []].append(.one(if: .all([isThere(rung)] + (applies.map { [$0] } ?? []) + [isOutside])))
    (amount.low, amount.high) = (max(amount.low, Int128(floor)), min(amount.high, Int128(ceiling)))
    return Reading(isMissing: isMissing, arms: [(isOutside, plan.scale.lowerBound)], line: amount)
  }

  /// Why a field cannot be read.
  func withoutRange(_ column: Int, _ part: Int) -> Refusal {
    let field = edition.fields[column]
    return Refusal(
      .sqlTooLarge, at: field.id.range,
      Words(
        id: "bidang `\(field.id.value)` tidak punya `range:`, sehingga nilai `\(parts[part].id.value)` tidak berbatas",
        en: "the field `\(field.id.value)` has no `range:`, so the score of `\(parts[part].id.value)` has no bounds"),
      help: Words(id: "tulis `range: [..., ...]` pada bidang itu", en: "write `range: [..., ...]` in the field"))
  }

  // MARK: Policies

  /// The condition of a part.
  func condition(_ formula: PlanFormula, _ part: Int, on rung: Int) throws(Refusal) -> Condition {
    guard let text = parts[part].condition else { return .always(true) }
    var compiler = ExpressionCompiler(self, part: part, rung: rung, place: text.range)
    return try compiler.condition(text.value)
  }

  /// Brings a reading and the policies of its part together, with the condition under which the score is the average of its peers.
  private func assembled(
    _ reading: Reading, _ part: Int, on rung: Int, _ counted: inout [Counter: [Term]]
  ) throws(Refusal) -> (Amount, Condition?) {
    let isAveraged = worlds?.averaged.contains(part) ?? false
    let unseen = unseen(part, on: rung)
    let node = plan.nodes[part]
    let applies = try node.condition.map { formula throws(Refusal) in try self.condition(formula, part, on: rung) }
    let (line, otherwise, isMissing) = (reading.line, reading.otherwise, reading.isMissing)
    // What the rules insist on refuses the institution, so any score will do.
    let missing = node.missing.insists ? plan.scale.lowerBound : plan.scoreOfMissing(node.missing)
    let notApplicable: Fraction? =
      switch node.notApplicable {
      case .skip: nil
      case .zero: plan.scale.lowerBound
      case .full: plan.scale.upperBound
      }
    var arms: [(Condition, Fraction?)] = rung == 0 ? [] : [(.not(isThere(rung)), nil)]
    var isAlways = line?.isAlways ?? true
    if let applies {
      arms.append((.not(applies), notApplicable))
      arms.append((.isUnknown(applies), isAveraged && node.missing.insists ? nil : missing))
      isAlways = isAlways && notApplicable != nil && missing != nil
    }
    if let unseen { arms.append((unseen, nil)) }
    arms.append((isMissing, isAveraged && node.missing.insists ? nil : missing))
    isAlways = isAlways && missing != nil
    arms += reading.arms.map { ($0.condition, Optional($0.score)) }
    // All on one scale.
    var amount = line ?? Amount(term: .number(0), scale: 1, low: .max, high: .min, isAlways: true)
    let constants = arms.compactMap(\.1) + (otherwise.map { [$0] } ?? [])
    if line == nil { (amount.low, amount.high) = (0, 0) }
    for constant in constants { try arithmetic.refine(&amount, by: arithmetic.portion(constant).denominator) }
    func whole(_ constant: Fraction) throws(Refusal) -> Int {
      let portion = try arithmetic.portion(constant)
      return try arithmetic.fitting(arithmetic.product(portion.numerator, amount.scale / portion.denominator))
    }
    var ends: [Int128] = line == nil ? [] : [amount.low, amount.high]
    for constant in constants { ends.append(Int128(try whole(constant))) }
    let last = try otherwise.map { constant throws(Refusal) in Term.number(try whole(constant)) } ?? amount.term
    let written = try arms.map { condition, constant throws(Refusal) in
      Term.Arm(condition, try constant.map { constant throws(Refusal) in .number(try whole(constant)) } ?? .nothing)
    }
    amount.term = written.isEmpty ? last : .choice(written, otherwise: last)
    (amount.low, amount.high) = (ends.min() ?? 0, ends.max() ?? 0)
    for end in [amount.low, amount.high, amount.high + amount.slack] { _ = try arithmetic.fitting(end) }
    amount.isAlways = isAlways
    let kinds = (node.condition?.kindRungs ?? []) + formulaKinds(node)
    let withoutKind = Condition.any(Set(kinds).sorted().map { .not(.isFilled(.orEmpty(.column(kindName($0))))) })
    if let applies, !kinds.isEmpty {
      counted[.wrong, default: []].append(.one(if: .all([isThere(rung), .isUnknown(applies), withoutKind])))
    }
    var cases: [Condition] = []
    if node.missing.insists {
      if let applies { cases.append(.isUnknown(applies)) }
      cases.append(applies.map { .all([$0, isMissing]) } ?? isMissing)
    }
    if let unseen { cases.append(applies.map { .all([$0, unseen]) } ?? unseen) }
    let isLacking = cases.isEmpty ? nil : Condition.all([isThere(rung), .any(cases)])
    if worlds == nil, let isLacking { counted[.missing, default: []].append(.one(if: isLacking)) }
    return (amount, isAveraged ? isLacking : nil)
  }

  /// The score of an indicator that is no more than a line through a cell, or a number where the cell is missing: its group takes it as it is.
  private func bare(_ reading: Reading, _ amount: Amount, _ part: Int, on rung: Int) throws(Refusal) -> Amount? {
    let node = plan.nodes[part]
    guard worlds == nil, !followsPieces, node.condition == nil, node.rounding[rung] == nil, reading.arms.isEmpty, let line = reading.line,
      case .isNothing(.column) = reading.isMissing,
      let group = plan.nodes.indices.first(where: { plan.nodes[$0].children.contains(part) }), self.rung(of: group) == rung,
      [.group(.mean), .group(.sum)].contains(plan.nodes[group].body)
    else { return nil }
    var bare = amount
    // On the scale to which the number has been brought.
    bare.term = try arithmetic.fitting(amount.scale / line.scale) * line.term
    if case .choice(let arms, _) = amount.term, let missing = arms.first(where: { $0.condition == reading.isMissing })?.term,
      missing != .nothing
    {
      bare.term = .choice([Term.Arm(.isNothing(bare.term), missing)], otherwise: bare.term)
    }
    bare.isBare = true
    return bare
  }

  private func formulaKinds(_ node: Plan.Node) -> [Int] {
    if case .leaf(.formula(let formula)) = node.body { return formula.kindRungs }
    return []
  }
}
