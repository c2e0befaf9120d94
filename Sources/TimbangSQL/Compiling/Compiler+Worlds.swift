internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension Compiler {
  // MARK: Cells

  /// Reads both years and brings the cells of each entity together: a row for each world in which the entity is there.
  ///
  /// Each year's own scores tell what is wrong with its table, so that is not counted here again.
  mutating func readCells(of worlds: WorldReading) {
    let lowest = edition.rungs.count - 1
    let words = self.words
    let read = readColumns
    let later = CellWords(
      read.compactMap { column in
        guard let found = worlds.laterFields[column] else { return nil }
        // A field that may hold less than before stands as it did, so that both years come to one scale.
        let field = found.readings == nil ? edition.fields[column] : found.field
        return CellWords.Column(
          number: column, rung: plan.fields[column].rung, range: settings.range(of: field), step: settings.step(of: field))
      }, bound: settings.dialect.largestDividend, after: words.words.count)
    addDictionary("earlier_field", read.map { Entry(edition.fields[$0], words.places[$0], rung: plan.fields[$0].rung) })
    // What the new instrument lacks and the table holds all the same would be read by nobody here, and by the others there.
    let stray = read.filter { worlds.laterFields[$0] == nil }
    addDictionary(
      "later_field",
      read.compactMap { column in
        worlds.laterFields[column].map {
          Entry(
            $0.field, later.places[column], rung: plan.fields[column].rung,
            step: settings.step(of: $0.readings == nil ? edition.fields[column] : $0.field))
        }
      } + stray.map { Entry(edition.fields[$0], CellWords.Place(word: -1, base: 1, unit: 1), rung: plan.fields[$0].rung) })
    func year(_ earlier: Int, _ later: Int) -> [Query.Column] {
      [Query.Column("earlier", .number(earlier)), Query.Column("later", .number(later))]
    }
    pipeline.begin(
      "reading",
      [
        readingQuery(settings.earlierObservations, "earlier_field", year(1, 0)),
        readingQuery(settings.observations, "later_field", year(0, 1)),
      ])
    bringTogether(words, later, isStrayPossible: !stray.isEmpty)
    let both = pipeline.relation
    let world = Term.column("number", of: "w")
    func chosen(_ first: Term, _ second: Term) -> Term {
      .choice([Term.Arm(.compare(world, .equal, .number(1)), first)], otherwise: second)
    }
    pipeline.add(.literal(name: pipeline.prefix + "world", columns: ["number"], rows: [[.number(.number(1))], [.number(.number(2))]]))
    let (isOld, isNew) = (Term.column("is_earlier", of: "b"), Term.column("is_later", of: "b"))
    var columns = [Query.Column(WorldReading.key, world)]
    columns += rungNames(lowest).map { Query.Column($0, text: .column($0, of: "b")) }
    for column in read {
      let (old, new) = (Term.column(names.field(column), of: "b"), Term.column(names.laterField(column), of: "b"))
      let found = worlds.laterFields[column]
      let again = Term.choice([Term.Arm(.compare(isNew, .equal, .number(1)), new)], otherwise: old)
      columns.append(
        Query.Column(
          names.field(column),
          found?.readings.map { reread(old, new, (isOld, isNew), $0) } ?? (found == nil ? old : chosen(again, new))))
    }
    for rung in Set(worlds.unrecorded.map { plan.nodes[$0].rung }).sorted() {
      columns.append(Query.Column(WorldReading.earlier(rung), .column(WorldReading.earlier(rung), of: "b")))
    }
    if !stray.isEmpty {
      columns.append(Query.Column(Counter.wrong.rawValue, .column("stray", of: "b")))
      counters.insert(.wrong)
    }
    var query = Query(columns, from: both, as: "b")
    query.joins = [Query.Join(relation: pipeline.prefix + "world", alias: "w", condition: nil)]
    query.filter = .compare(chosen(isOld, isNew), .equal, .number(1))
    pipeline.begin("cells", query)
    joinKinds(on: lowest)
  }

  /// The cell of a field whose values read otherwise now: what the old year recorded if it reads as the new one does, else what the new one
  /// would have been.
  private func reread(
    _ old: Term, _ new: Term, _ years: (old: Term, new: Term), _ readings: (back: [(Int, Int)], forward: [(Int, Int)])
  ) -> Term {
    func read(_ cell: Term, _ values: [(Int, Int)]) -> Term {
      .choice(values.map { Term.Arm(.compare(cell, .equal, .number($0.0)), .number($0.1)) }, otherwise: .nothing)
    }
    let forward = read(old, readings.forward)
    return .choice(
      [
        Term.Arm(.compare(years.new, .equal, .number(0)), old),
        Term.Arm(
          .all([
            .compare(years.old, .equal, .number(1)),
            .any([.compare(forward, .equal, new), .all([.isNothing(forward), .isNothing(new)])]),
          ]), old),
      ], otherwise: read(new, readings.back))
  }

  /// Makes a row of every entity of either year: the cells of both, and whether each year surveyed it.
  private mutating func bringTogether(_ words: CellWords, _ later: CellWords, isStrayPossible: Bool) {
    let lowest = edition.rungs.count - 1
    var columns: [Query.Column] = []
    for (words, name) in [(words, names.field), (later, names.laterField)] { columns += words.words.map { gathered($0, name) } }
    columns += ["earlier", "later"].map { Query.Column($0, .total(.column($0))) }
    if isStrayPossible { columns.append(Query.Column("stray", .total(.one(if: .compare(.column("word"), .equal, .number(-1)))))) }
    pipeline.group("both", by: rungNames(lowest), columns, isShared: true)
    var more = words.digits.map { Query.Column(names.field($0.column), $0.cell(of: "b_\($0.word)")) }
    more += later.digits.map { Query.Column(names.laterField($0.column), $0.cell(of: "b_\($0.word)")) }
    /// Whether a year surveyed the entity of a rung above a row: somebody below it, or itself.
    func isSurveyed(_ year: String, _ rung: Int) -> Condition {
      let count = Term.column(year)
      return .compare(
        rung == lowest ? count : .window(.total(count), over: rungNames(rung).map { .column($0) }), .greater, .number(0))
    }
    func own(_ year: String) -> Term {
      let arms = (1...max(1, lowest)).reversed().filter { $0 <= lowest }.map { rung in
        Term.Arm(.isFilled(.column(edition.rungs[rung].id.value)), .one(if: isSurveyed(year, rung)))
      }
      return arms.isEmpty ? .one(if: isSurveyed(year, 0)) : .choice(arms, otherwise: .one(if: isSurveyed(year, 0)))
    }
    more += [Query.Column("is_earlier", own("earlier")), Query.Column("is_later", own("later"))]
    for rung in Set(worlds?.unrecorded.map { plan.nodes[$0].rung } ?? []).sorted() {
      more.append(Query.Column(WorldReading.earlier(rung), .one(if: isSurveyed("earlier", rung))))
    }
    if isStrayPossible { more.append(Query.Column("stray", .window(.total(.column("stray")), over: []))) }
    pipeline.extend("both", by: more, dropping: Set((words.words + later.words).map { "b_\($0.number)" }))
  }

  /// Where an indicator reads what nobody could have recorded: the new instrument lacks it, and the old year did not come here.
  func unseen(_ part: Int, on rung: Int) -> Condition? {
    guard let worlds, worlds.unrecorded.contains(part) else { return nil }
    return .all([
      .compare(.column(WorldReading.key), .equal, .number(2)), .compare(.column(WorldReading.earlier(rung)), .equal, .number(0)),
    ])
  }

  // MARK: Peers

  /// Gives indicators the average of their peers where they lack a value: of those beside them, else of those under the next entity above.
  ///
  /// Who has no peers is left out, which is rare: there any score stands, and the total is not certain.
  mutating func averagePeers(_ lacking: [Int], on rung: Int) throws(Refusal) {
    guard !lacking.isEmpty else { return }
    let heights = (0..<rung).reversed()
    var sums: [Query.Column] = []
    for part in lacking {
      let own = Term.column(names.part(part))
      for height in heights {
        let side = keys(height).map { Term.column($0) }
        let peers = names.peers(part, under: height)
        sums += [
          Query.Column(peers.sum, .window(.total(own), over: side)), Query.Column(peers.count, .window(.count(own), over: side)),
        ]
      }
    }
    if !sums.isEmpty { extend(on: rung, by: sums) }
    var chosen: [Query.Column] = []
    var found: [(part: Int, result: Arithmetic.Result)] = []
    var used: Set<String> = []
    var alone: [Term] = []
    let most = try arithmetic.product(1, heights.reduce(Int128(1)) { power, _ in power * Int128(settings.most) })
    for part in lacking {
      guard var amount = amounts[part] else { continue }
      arithmetic.part = parts[part]
      let own = Term.column(names.part(part))
      let isLacking = Condition.compare(.column(names.lack(part)), .equal, .number(1))
      func filled(_ first: Term, _ last: Term, _ peers: (Int) -> Term) -> Term {
        let arms = heights.map { height in
          Term.Arm(.all([isLacking, .compare(.column(names.peers(part, under: height).count), .greater, .number(0))]), peers(height))
        }
        return .choice([Term.Arm(.isSomething(own), first)] + arms + [Term.Arm(isLacking, last)], otherwise: .nothing)
      }
      let any = Term.number(try arithmetic.fitting(amount.low))
      let (sum, count) = ("p_" + names.part(part), "q_" + names.part(part))
      chosen += [
        Query.Column(sum, filled(own, any) { .column(names.peers(part, under: $0).sum) }),
        Query.Column(count, filled(.number(1), .number(1)) { .column(names.peers(part, under: $0).count) }),
      ]
      let hasPeers = heights.first.map { _ in Term.column(names.peers(part, under: 0).count) } ?? .number(0)
      alone.append(.one(if: .all([isLacking, .compare(hasPeers, .equal, .number(0))])))
      amount.term = .column(sum)
      if heights.isEmpty {
        found.append((part, (amount, [])))
      } else {
        amount.divisor = Amount.Divisor(term: .column(count), high: most)
        let wasAlways = amount.isAlways
        // The rows of entities above have no score here.
        amount.isAlways = false
        var result = try arithmetic.divided(amount)
        result.amount.isAlways = wasAlways
        found.append((part, result))
      }
      used.formUnion([sum, count, names.lack(part)])
      for height in heights { used.formUnion([names.peers(part, under: height).sum, names.peers(part, under: height).count]) }
    }
    extend(on: rung, by: chosen, counting: [.unsure: alone])
    store(found, on: rung, dropping: used)
  }

  // MARK: Totals

  /// Adds the ends between which the exact total lies, in guard units: the same where it is known.
  mutating func measure(_ total: Amount, in guardUnit: GuardUnit) throws(Refusal) {
    arithmetic.part = edition.score
    guard total.low >= 0 else {
      _ = try arithmetic.rounded(total, places: 0, mode: .down)
      throw arithmetic.tooLarge
    }
    let unit = Int128(guardUnit.count)
    let highest = (total.high + total.slack) / total.scale + 1
    _ = try arithmetic.product(highest, unit * 4)
    let divisors = try arithmetic.product(total.scale, total.divisor?.high ?? 1)
    _ = try arithmetic.product(divisors, Int128(guardUnit.factors.max() ?? 1), in: arithmetic.largestDividend)
    let scale = try arithmetic.fitting(total.scale)
    let divisor = total.divisor.map { scale * $0.term } ?? .number(scale)
    extend(
      on: 0,
      by: [
        Query.Column("digits", guarded(.quotient(total.term, divisor), by: total.divisor)),
        Query.Column("rest", guarded(.remainder(total.term, divisor), by: total.divisor)),
      ])
    for next in guardUnit.factors {
      let rest = next * Term.column("rest")
      extend(
        on: 0,
        by: [
          Query.Column("digits", guarded(next * .column("digits") + .quotient(rest, divisor), by: total.divisor)),
          Query.Column("rest", guarded(.remainder(rest, divisor), by: total.divisor)),
        ])
    }
    func guardUnits(_ number: Int128) throws(Refusal) -> Int {
      guard number > 0 else { return 0 }
      return try arithmetic.fitting((arithmetic.product(number, unit, in: 1 << 120) + total.scale - 1) / total.scale)
    }
    let (slack, excess) = (try guardUnits(total.slack), try guardUnits(total.excess))
    let isInexact: Condition =
      counters.contains(.inexact) ? .compare(.column(Counter.inexact.rawValue), .greater, .number(0)) : .always(false)
    let digits = Term.column("digits")
    let after = Term.one(if: .compare(.column("rest"), .greater, .number(0)))
    extend(
      on: 0,
      by: [
        Query.Column(
          "at_least", slack + excess == 0 ? digits : .choice([Term.Arm(isInexact, digits - .number(excess))], otherwise: digits)),
        Query.Column(
          "at_most",
          slack + excess == 0
            ? digits + after : .choice([Term.Arm(isInexact, digits + .number(slack + 1))], otherwise: digits + after)),
      ])
  }
}
