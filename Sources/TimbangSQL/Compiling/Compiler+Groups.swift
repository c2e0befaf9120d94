internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension Compiler {
  /// The rung on which a part is worked out.
  func rung(of part: Int) -> Int { sunk[part] ?? plan.nodes[part].rung }

  /// Finds the groups that can be worked out on the rung of their indicators: a fixed mean of means over the same entities is the mean of
  /// the fixed means.
  mutating func findSunk() {
    for part in plan.nodes.indices.reversed() {
      let node = plan.nodes[part]
      guard case .group(.mean) = node.body, node.goalposts == nil, let first = node.children.first else { continue }
      let lower = rung(of: first)
      guard lower > node.rung,
        node.children.allSatisfy({ child in
          rung(of: child) == lower && isAlwaysThere(child)
            && plan.nodes[child].rounding[..<lower].allSatisfy { $0 == nil }
        }), (node.rung + 1...lower).allSatisfy({ plan.combines[$0].isMean })
      else { continue }
      sunk[part] = lower
    }
  }

  /// Whether everyone on the rung where a part is worked out has a score for it.
  private func isAlwaysThere(_ part: Int) -> Bool {
    let node = plan.nodes[part]
    switch node.body {
    case .group(.mean), .group(.sum), .group(.min), .group(.max):
      return !node.children.isEmpty
        && node.children.allSatisfy { rung(of: $0) == rung(of: part) && isAlwaysThere($0) }
    case .group(.geometricMean): return false
    case .leaf: return (node.condition == nil || node.notApplicable != .skip) && node.missing != .skip
    }
  }

  /// Works out the groups of a rung, children first.
  mutating func groups(on rung: Int) throws(Refusal) {
    var rest = plan.nodes.indices.filter { parts[$0].isGroup && self.rung(of: $0) == rung }
    while !rest.isEmpty {
      let ready = rest.filter { part in plan.nodes[part].children.allSatisfy { !rest.contains($0) } }
      rest.removeAll { ready.contains($0) }
      let whole = try ready.map { part throws(Refusal) in (part: part, amount: try undivided(part)) }
      var found: [(part: Int, result: Arithmetic.Result)] = []
      var used: Set<String> = []
      var unrounded: [Int] = []
      for (part, amount) in stage(whole, on: rung) {
        var result = try divided(amount, part)
        if let rounded = try roundedAtOnce(result.amount, part, on: rung) {
          result.amount = rounded
        } else if plan.nodes[part].rung == rung {
          unrounded.append(part)
        }
        found.append((part, result))
        used.formUnion([names.dividend(part), names.divisor(part)])
        for child in plan.nodes[part].children {
          used.insert(names.part(child))
          amounts[child] = nil
        }
      }
      store(found, on: rung, dropping: used)
      try round(unrounded, on: rung)
    }
  }

  /// What the members of a group give together, still to be divided.
  private mutating func undivided(_ part: Int) throws(Refusal) -> Amount {
    let node = plan.nodes[part]
    arithmetic.part = parts[part]
    guard case .group(let combine) = node.body else { preconditionFailure("an indicator is no group") }
    let members = node.children.compactMap { child in amounts[child].map { (weight: plan.nodes[child].weight, amount: $0) } }
    var result: Amount
    switch combine {
    case .mean: result = try arithmetic.mean(members)
    case .sum: result = try arithmetic.sum(members)
    case .min, .max, .geometricMean:
      guard !followsPieces else { throw notShared(part) }
      result = try arithmetic.extreme(members.map(\.amount), isLeast: combine == .min)
    }
    // Who is not there has no score, also where a missing one counts.
    let rung = self.rung(of: part)
    if rung > 0, result.isAlways, members.contains(where: \.amount.isBare) { result.term = result.term.only(isThere(rung)) }
    result.isBare = false
    return result
  }

  /// Puts what has to be divided into columns, and by what, for a division names both more than once.
  private mutating func stage(_ found: [(part: Int, amount: Amount)], on rung: Int) -> [(part: Int, amount: Amount)] {
    var columns: [Query.Column] = []
    let staged = found.map { part, amount in
      var amount = amount
      guard let divisor = amount.divisor?.term else { return (part: part, amount: amount) }
      columns.append(Query.Column(names.dividend(part), amount.term))
      amount.term = .column(names.dividend(part))
      if divisor.size > 1 {
        columns.append(Query.Column(names.divisor(part), divisor))
        amount.divisor?.term = .column(names.divisor(part))
      }
      return (part: part, amount: amount)
    }
    extend(on: rung, by: columns)
    return staged
  }

  private func divided(_ amount: Amount, _ part: Int) throws(Refusal) -> Arithmetic.Result {
    var arithmetic = self.arithmetic
    arithmetic.part = parts[part]
    var result = try arithmetic.divided(amount)
    if let goalposts = plan.nodes[part].goalposts {
      guard !followsPieces else { throw notShared(part) }
      result.amount = try scored(result.amount, between: goalposts, part)
    }
    return result
  }

  /// A score between goalposts.
  private func scored(_ amount: Amount, between goalposts: Goalposts, _ part: Int) throws(Refusal) -> Amount {
    let scale = plan.scale
    let slope = (scale.upperBound - scale.lowerBound) / (goalposts.best - goalposts.worst)
    var result = try arithmetic.line(amount, slope: slope, start: scale.lowerBound - slope * goalposts.worst)
    let (floor, ceiling) = (try arithmetic.portion(scale.lowerBound), try arithmetic.portion(scale.upperBound))
    try arithmetic.refine(&result, by: floor.denominator)
    try arithmetic.refine(&result, by: ceiling.denominator)
    let (low, high) = (floor.numerator * (result.scale / floor.denominator), ceiling.numerator * (result.scale / ceiling.denominator))
    if result.low - result.excess >= low, result.high + result.slack <= high { return result }
    guard goalposts.clamp else {
      throw Refusal(
        .sqlNotCompilable, at: parts[part].id.range,
        Words(
          id: "`\(parts[part].id.value)` dapat melampaui `goalposts:`-nya, dan itu tidak dijepit",
          en: "`\(parts[part].id.value)` may pass its `goalposts:`, and they do not clamp"),
        help: Words(
          id: "tulis `clamp: true`, atau batas yang tidak dapat dilampaui", en: "write `clamp: true`, or ends that cannot be passed"))
    }
    let (term, ends) = (result.term, (try arithmetic.fitting(low), try arithmetic.fitting(high)))
    result.term = .choice(
      [
        Term.Arm(.compare(term, .lessOrEqual, .number(ends.0)), .number(ends.0)),
        Term.Arm(.compare(term, .greaterOrEqual, .number(ends.1)), .number(ends.1)),
      ], otherwise: term)
    (result.low, result.high) = (min(max(result.low, low), high), max(min(result.high, high), low))
    return result
  }

  /// Why what each indicator gives cannot be followed through a part.
  func notShared(_ part: Int) -> Refusal {
    Refusal(
      .sqlNotCompilable, at: parts[part].id.range,
      Words(
        id: "`\(parts[part].id.value)` bukan rata-rata atau jumlah berbobot, sehingga sumbangan tiap indikator tidak terbagi",
        en: "`\(parts[part].id.value)` is no weighted mean or sum, so it is not made of shares of its indicators"),
      help: Words(id: "minta `--part score`", en: "ask for `--part score`"))
  }
}

extension Plan.Combine {
  /// Whether it is a mean, weighted or not.
  var isMean: Bool {
    switch self {
    case .mean, .weightedByColumn, .weightedByKind, .weightedByCount: true
    case .sum, .min, .max, .median: false
    }
  }
}
