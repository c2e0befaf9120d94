internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// What the entities of a rung count in the rung above.
private enum Weighing {
  case alike
  /// A column of whole numbers of 1 or more, nothing for who does not count.
  case column(Term, high: Int128)
}

extension Compiler {
  /// Brings what the relation of a rung holds together for the entities of the rung above.
  mutating func raise(from rung: Int) throws(Refusal) {
    let raised = amounts.keys.sorted()
    arithmetic.part = parts[raised.first ?? 0]
    let weighing = try weigh(rung, raised)
    if plan.combines[rung] == .median { try rank(raised, on: rung) }
    let most = Int128(settings.most)
    let kept = pipeline.names
    var columns = raisedCells(from: rung)
    for height in 0..<rung where kept.contains(WorldReading.earlier(height)) {
      columns.append(Query.Column(WorldReading.earlier(height), .largest(.column(WorldReading.earlier(height)))))
    }
    let isThere = self.isThere(rung)
    columns.append(Query.Column(entityCount(rung), .total(.one(if: isThere))))
    for lower in edition.rungs.indices where lower > rung && kept.contains(entityCount(lower)) && isCounted(lower) {
      columns.append(Query.Column(entityCount(lower), .total(.column(entityCount(lower)))))
    }
    let tooMany = Term.one(if: .compare(.total(.one(if: isThere)), .greater, .number(settings.most)))
    for counter in Counter.allCases where counters.contains(counter) {
      let count = Term.total(.column(counter.rawValue))
      columns.append(Query.Column(counter.rawValue, counter == .wrong ? count + tooMany : count))
    }
    if case .column(let weight, _) = weighing { columns.append(Query.Column("w_all", .total(weight))) }
    var above: [Int: Amount] = [:]
    for part in raised {
      guard let amount = amounts[part] else { continue }
      arithmetic.part = parts[part]
      above[part] = try raise(part, amount, by: weighing, most, from: rung, &columns)
    }
    pipeline.group(edition.rungs[rung - 1].id.value, by: keys(rung - 1), columns)
    joinKinds(on: rung - 1)
    amounts = above
    try settle(raised, on: rung - 1)
  }

  private func entityCount(_ rung: Int) -> String { "e_\(rung)" }

  /// Whether some rung is weighed by how many stand on this one.
  private func isCounted(_ rung: Int) -> Bool { plan.combines.contains(.weightedByCount(rung)) }

  /// Adds the aggregates of a part and returns its amount above.
  private mutating func raise(
    _ part: Int, _ amount: Amount, by weighing: Weighing, _ most: Int128, from rung: Int, _ columns: inout [Query.Column]
  ) throws(Refusal) -> Amount {
    let (own, name) = (Term.column(names.part(part)), names.part(part))
    var result = amount
    result.isAlways = false
    result.term = .column(name)
    result.pieces = Dictionary(uniqueKeysWithValues: amount.pieces.keys.map { ($0, Term.column(names.piece($0))) })
    let size = Int128(max(amount.low.magnitude, amount.high.magnitude, 1)) + amount.slack
    func add(_ aggregate: (Term) -> Term) {
      columns.append(Query.Column(name, aggregate(own)))
      for (leaf, piece) in amount.pieces.sorted(by: { $0.key < $1.key }) {
        columns.append(Query.Column(names.piece(leaf), aggregate(piece)))
      }
    }
    if followsPieces, [.min, .max, .median].contains(plan.combines[rung]) { throw notShared(part) }
    switch plan.combines[rung] {
    case .mean, .weightedByKind, .weightedByColumn, .weightedByCount:
      switch weighing {
      case .alike:
        _ = try arithmetic.product(size, most)
        add { .total($0) }
        if amount.isAlways {
          result.divisor = Amount.Divisor(term: .column(entityCount(rung)), high: most)
        } else {
          columns.append(Query.Column(names.count(part), .count(own)))
          result.divisor = Amount.Divisor(term: .column(names.count(part)), high: most)
        }
      case .column(let weight, let high):
        _ = try arithmetic.product(try arithmetic.product(size, high), most)
        add { .total(.product(weight, $0)) }
        if amount.isAlways {
          result.divisor = Amount.Divisor(term: .column("w_all"), high: try arithmetic.product(high, most))
        } else {
          columns.append(
            Query.Column(names.count(part), .total(.choice([Term.Arm(.isNothing(own), .nothing)], otherwise: weight))))
          result.divisor = Amount.Divisor(term: .column(names.count(part)), high: try arithmetic.product(high, most))
        }
      }
    case .sum:
      add { .total($0) }
      result.low = min(0, try arithmetic.product(amount.low, most))
      result.high = try arithmetic.product(amount.high, most)
      result.slack = try arithmetic.product(amount.slack, most)
      result.excess = try arithmetic.product(amount.excess, most)
      _ = try arithmetic.fitting(result.high + result.slack)
    case .min: add { .smallest($0) }
    case .max: add { .largest($0) }
    case .median:
      let (place, count) = (Term.column(placeName(part)), Term.column(countName(part)))
      func middle(_ shift: Int) -> Term {
        let middle = Term.quotient(count + .number(shift), .number(2))
        return .choice([Term.Arm(.all([.isSomething(own), .compare(place, .equal, middle)]), own)], otherwise: .nothing)
      }
      columns.append(Query.Column(name, .total(middle(1)) + .total(middle(2))))
      result.scale *= 2
      (result.low, result.high) = (amount.low * 2, amount.high * 2)
      (result.slack, result.excess) = (amount.slack * 2, amount.excess * 2)
      _ = try arithmetic.product(size, 2)
    }
    return result
  }

  /// Does on the rung above what is left to do there: the rounding of a part, else the division, where something still needs the score.
  private mutating func settle(_ raised: [Int], on rung: Int) throws(Refusal) {
    let rounds = raised.filter { part in
      let node: Plan.Node = plan.nodes[part]
      return !followsPieces && rung <= node.rung && node.rounding[rung] != nil
    }
    let kept = Set(raised.map { names.count($0) }).intersection(pipeline.names)
    try round(rounds, on: rung)
    var found: [(part: Int, result: Arithmetic.Result)] = []
    for part in raised where !rounds.contains(part) && !(part == 0 && rung == 0) {
      guard let amount = amounts[part], amount.divisor != nil else { continue }
      arithmetic.part = parts[part]
      found.append((part, try arithmetic.divided(amount)))
    }
    let isLast = raised.contains(0) && rung == 0
    store(found, on: rung, dropping: isLast ? [] : kept.union(pipeline.names.contains("w_all") ? ["w_all"] : []))
  }

  // MARK: Weights

  /// The weights of the entities of a rung.
  private mutating func weigh(_ rung: Int, _ raised: [Int]) throws(Refusal) -> Weighing {
    let weight = "w_\(rung)"
    switch plan.combines[rung] {
    case .mean, .sum, .min, .max, .median: return .alike
    case .weightedByKind(let weights):
      let kinds = weights.keys.sorted()
      guard let (whole, _) = wholeNumbers(kinds.compactMap { weights[$0] }) else { throw arithmetic.tooLarge }
      let kind = TextTerm.column(kindName(rung))
      let alike = Dictionary(grouping: zip(kinds, whole), by: \.1).sorted { $0.key < $1.key }
      let arms =
        [Term.Arm(.not(isThere(rung)), .nothing)]
        + alike.map { weight, kinds in Term.Arm(.isOneOf(kind, kinds.map(\.0)), .number(Int(weight))) }
      let isKnown = Condition.isOneOf(.orEmpty(kind), kinds)
      // Between the years, who has no weight there is left out.
      extend(
        on: rung, by: [Query.Column(weight, .choice(arms, otherwise: .nothing))],
        counting: worlds == nil ? [.wrong: [.one(if: .all([isThere(rung), .not(isKnown), isScored(raised)]))]] : [:])
      return .column(.column(weight), high: Int128(whole.max() ?? 1))
    case .weightedByColumn(let column):
      guard let high = cellRange(column).high else { throw withoutRange(column, 0) }
      let cell = Term.column(names.field(column))
      extend(
        on: rung,
        by: [Query.Column(weight, .choice([Term.Arm(.compare(cell, .greater, .number(0)), cell)], otherwise: .nothing))],
        counting: worlds == nil ? [.missing: [.one(if: .all([isThere(rung), .isNothing(cell), isScored(raised)]))]] : [:])
      return .column(.column(weight), high: Int128(high))
    case .weightedByCount(let lower):
      let count = Term.column(entityCount(lower))
      let rungs = Int128(lower - rung)
      var high: Int128 = 1
      for _ in 0..<rungs { high = try arithmetic.product(high, Int128(settings.most)) }
      extend(
        on: rung, by: [Query.Column(weight, .choice([Term.Arm(.compare(count, .greater, .number(0)), count)], otherwise: .nothing))])
      return .column(.column(weight), high: high)
    }
  }

  /// Where there is a score to weigh: who has none needs no weight.
  private func isScored(_ raised: [Int]) -> Condition {
    let scores = raised.compactMap { amounts[$0] }
    return scores.contains(where: \.isAlways) ? .always(true) : .any(scores.map { .isSomething($0.term) })
  }

  // MARK: Medians

  private func placeName(_ part: Int) -> String { "m_" + names.part(part) }
  private func countName(_ part: Int) -> String { "n_" + names.part(part) }

  /// Ranks the scores of each part among the entities that stand side by side.
  private mutating func rank(_ raised: [Int], on rung: Int) throws(Refusal) {
    var columns: [Query.Column] = []
    let side = keys(rung - 1).map { Term.column($0) }
    for part in raised {
      let score = Term.column(names.part(part))
      columns.append(Query.Column(placeName(part), .place(by: score, over: side + [.one(if: .isNothing(score))])))
      columns.append(Query.Column(countName(part), .window(.count(score), over: side)))
    }
    extend(on: rung, by: columns)
  }
}
