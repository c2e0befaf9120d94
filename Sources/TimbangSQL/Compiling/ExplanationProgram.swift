internal import RuleDiagnostics
internal import RuleModel

/// Makes the program that splits the change of each institution between two years.
///
/// Three pipelines score: the old year by the old rules, the worlds P and P+S by the old rules, the new year by the new ones. Their totals
/// are known between two ends, in guard units; every amount is worked out from both.
struct ExplanationProgram {
  let program: Program
  /// The decimals of exact amounts.
  static let places = 6

  private static let worlds = ["a", "p", "ps", "b"]
  private static let blocks = ["performance", "scope", "method"]
  /// The lines that share out the printed change, in the order of their ids.
  private static let lines = ["final_rounding", "method", "performance", "scope"]

  /// Compiles with the finest guard unit that leaves room for the totals.
  init(_ old: CheckedEdition, _ new: CheckedEdition, _ settings: SQLSettings) throws(Refusal) {
    var last: Refusal?
    for unit in GuardUnit.all {
      do throws(Refusal) {
        try self.init(old, new, settings, unit)
        return
      } catch {
        guard error.code == .sqlTooLarge else { throw error }
        last = error
      }
    }
    throw last ?? Arithmetic(largestDividend: 0, cap: 0, part: new.edition.score).tooLarge
  }

  private init(_ old: CheckedEdition, _ new: CheckedEdition, _ settings: SQLSettings, _ unit: GuardUnit) throws(Refusal) {
    let reading = try WorldReading(old, new, Compiler(old, settings, cap: 1 << 62))
    let shown = max(old.edition.publishedPlaces, new.edition.publishedPlaces)
    guard shown <= ExplanationProgram.places else { throw Arithmetic(largestDividend: 0, cap: 0, part: new.edition.score).tooLarge }
    let score = { (compiler: inout Compiler, total: Amount?) throws(Refusal) in
      try compiler.finish(total, shown: shown)
      if let total { try compiler.measure(total, in: unit) }
    }
    let (before, _) = try old.compiled(settings.ofEarlierYear, prefix: "a_", finishing: score)
    let (between, _) = try old.compiled(settings, worlds: reading, prefix: "p_") { compiler, total throws(Refusal) in
      guard let total else { throw compiler.arithmetic.tooLarge }
      try compiler.measure(total, in: unit)
    }
    let (after, _) = try new.compiled(settings, prefix: "b_", finishing: score)
    let institution = new.edition.rungs[0].id.value
    var pipeline = Pipeline(steps: before.pipeline.steps + between.pipeline.steps + after.pipeline.steps)
    let names = old.edition.rungs.map(\.id.value)
    var queries = [before.measured(world: .number(0), shown), between.measured(world: .column(WorldReading.key), nil)]
    queries.append(after.measured(world: .number(3), shown))
    if names.count > 1 { queries.append(ExplanationProgram.common(names, in: &pipeline)) }
    pipeline.begin("totals", queries)
    ExplanationProgram.bringTogether(institution, &pipeline)
    ExplanationProgram.split(unit, shown, &pipeline)
    var result = Query(ExplanationProgram.resultColumns(institution, shown), from: pipeline.relation)
    result.order = [institution]
    program = Program(steps: pipeline.steps, result: result)
  }

  /// Whether the two years surveyed a unit in common, by institution.
  private static func common(_ names: [String], in pipeline: inout Pipeline) -> Query {
    var units = Query(
      names[...1].map { Query.Column($0, text: .column($0)) } + ["earlier", "later"].map { Query.Column($0, .total(.column($0))) },
      from: "p_both_1")
    units.groups = Array(names[...1])
    units.filter = .isFilled(.column(names[1]))
    pipeline.begin("units", units)
    let isThere = { (year: String) in Condition.compare(.column(year), .greater, .number(0)) }
    let shared = Term.total(.one(if: .all([isThere("earlier"), isThere("later")])))
    let all = Term.total(.one(if: .any([isThere("earlier"), isThere("later")])))
    var query = Query(
      [
        Query.Column(names[0], text: .column(names[0])), Query.Column("world", .number(4)), Query.Column("at_least", shared),
        Query.Column("at_most", all), Query.Column("score", .nothing), Query.Column("unsure", .number(0)),
      ], from: "units")
    query.groups = [names[0]]
    return query
  }

  /// A row for each institution, with the ends of the four totals.
  private static func bringTogether(_ institution: String, _ pipeline: inout Pipeline) {
    func only(_ world: Int, _ column: String) -> Term {
      .largest(.choice([Term.Arm(.compare(.column("world"), .equal, .number(world)), .column(column))], otherwise: .nothing))
    }
    var columns: [Query.Column] = []
    for (number, world) in worlds.enumerated() {
      columns += [Query.Column("\(world)_1", only(number, "at_least")), Query.Column("\(world)_2", only(number, "at_most"))]
    }
    columns += [
      Query.Column("from", only(0, "score")), Query.Column("to", only(3, "score")), Query.Column("shared", only(4, "at_least")),
      Query.Column("units", only(4, "at_most")), Query.Column("unsure", .largest(.column("unsure"))),
    ]
    pipeline.group("changes", by: [institution], columns)
    let lacks = { (column: String) in Condition.isNothing(.column(column)) }
    let reason = TextTerm.choice(
      [
        TextTerm.Arm(.all([lacks("a_1"), lacks("b_1")]), "no-score"), TextTerm.Arm(lacks("b_1"), "only-in-old"),
        TextTerm.Arm(lacks("a_1"), "only-in-new"),
        TextTerm.Arm(
          .all([.compare(.column("units"), .greater, .number(0)), .compare(.column("shared"), .equal, .number(0))]), "nothing-in-common"),
        TextTerm.Arm(.any([lacks("p_1"), lacks("ps_1")]), "no-intermediate-score"),
      ], otherwise: nil)
    pipeline.extend("changes", by: [Query.Column("reason", text: reason)])
  }

  /// Works out the amounts, and shares the printed change out among the lines: each is cut towards zero, and the units that are missing go
  /// to the largest remainders.
  private static func split(_ guardUnit: GuardUnit, _ shown: Int, _ pipeline: inout Pipeline) {
    let unit = guardUnit.count(places: shown)
    var columns: [Query.Column] = []
    func add(_ name: String, _ least: Term, _ most: Term) {
      columns += [Query.Column("\(name)_1", least), Query.Column("\(name)_2", most)]
    }
    for (block, (first, last)) in zip(blocks, zip(worlds, worlds.dropFirst())) {
      add(block, .column("\(last)_1") - .column("\(first)_2"), .column("\(last)_2") - .column("\(first)_1"))
    }
    let change = unit * (Term.column("to") - .column("from"))
    add(
      "final_rounding", change - .column("b_2") + .column("a_1"), change - .column("b_1") + .column("a_2"))
    pipeline.extend("changes", by: columns)
    let isOpen = { (name: String) in Condition.compare(.column("\(name)_1"), .less, .column("\(name)_2")) }
    columns = []
    var doubts: [Condition] = []
    for name in worlds + blocks {
      let (least, most) = (rounded(.column("\(name)_1"), guardUnit), rounded(.column("\(name)_2"), guardUnit))
      columns.append(Query.Column("\(name)_r", least))
      doubts.append(.all([isOpen(name), .compare(least, .notEqual, most)]))
    }
    for line in lines {
      let (least, most) = (cut(.column("\(line)_1"), unit), cut(.column("\(line)_2"), unit))
      columns.append(Query.Column("\(line)_c", least))
      doubts.append(.all([isOpen(line), .compare(least, .notEqual, most)]))
    }
    columns.append(Query.Column("unsure", .choice([Term.Arm(.any(doubts), .number(1))], otherwise: .column("unsure"))))
    pipeline.extend("changes", by: columns)
    // What is missing, and what each line has left, in the direction of what is missing.
    let missing = Term.column("to") - .column("from") - Term.adding(lines.map { .column("\($0)_c") })
    let isUp = Condition.compare(.column("missing"), .greaterOrEqual, .number(0))
    pipeline.extend("changes", by: [Query.Column("missing", missing)])
    columns = []
    for line in lines {
      let left = { (end: Int) in Term.column("\(line)_\(end)") - unit * .column("\(line)_c") }
      columns += [
        Query.Column("\(line)_l", .choice([Term.Arm(isUp, left(1))], otherwise: -1 * left(2))),
        Query.Column("\(line)_m", .choice([Term.Arm(isUp, left(2))], otherwise: -1 * left(1))),
      ]
    }
    columns.append(Query.Column("count", .choice([Term.Arm(isUp, .column("missing"))], otherwise: -1 * .column("missing"))))
    pipeline.extend("changes", by: columns)
    columns = []
    for (place, line) in lines.enumerated() {
      let before = lines.enumerated().filter { $0.offset != place }.map { other, rival -> Term in
        let comparison: Condition.Comparison = other < place ? .greaterOrEqual : .greater
        return .one(if: .compare(.column("\(rival)_l"), comparison, .column("\(line)_l")))
      }
      columns.append(Query.Column("\(line)_n", .one(if: .compare(.adding(before), .less, .column("count")))))
    }
    pipeline.extend("changes", by: columns)
    doubts = []
    for (place, line) in lines.enumerated() {
      for rival in lines[(place + 1)...] {
        doubts.append(
          .all([
            .compare(.column("\(line)_n"), .notEqual, .column("\(rival)_n")), .any([isOpen(line), isOpen(rival)]),
            .compare(.column("\(line)_l"), .lessOrEqual, .column("\(rival)_m")),
            .compare(.column("\(rival)_l"), .lessOrEqual, .column("\(line)_m")),
          ]))
      }
    }
    pipeline.extend(
      "changes",
      by: lines.map { line in
        let own = Term.column("\(line)_n")
        return Query.Column("\(line)_p", .column("\(line)_c") + .choice([Term.Arm(isUp, own)], otherwise: -1 * own))
      } + [Query.Column("unsure", .choice([Term.Arm(.any(doubts), .number(1))], otherwise: .column("unsure")))])
  }

  /// Half up, away from zero, to the decimals of exact amounts.
  private static func rounded(_ term: Term, _ guardUnit: GuardUnit) -> Term {
    let unit = guardUnit.count(places: places)
    return signed(term) { .quotient($0 + .number(unit / 2), .number(unit)) }
  }

  private static func cut(_ term: Term, _ unit: Int) -> Term { signed(term) { .quotient($0, .number(unit)) } }

  /// What a function makes of a number of 0 or more, with the sign of the number.
  private static func signed(_ term: Term, _ made: (Term) -> Term) -> Term {
    .choice([Term.Arm(.compare(term, .greaterOrEqual, .number(0)), made(term))], otherwise: -1 * made(-1 * term))
  }

  private static func resultColumns(_ institution: String, _ shown: Int) -> [Query.Column] {
    func known(_ term: Term, otherwise: Term = .nothing) -> Term {
      .choice([Term.Arm(.isNoText(.column("reason")), term)], otherwise: otherwise)
    }
    return [Query.Column(institution, text: .column(institution))]
      + worlds.map { Query.Column("v_\($0)_e\(places)", known(.column("\($0)_r"))) }
      + blocks.map { Query.Column("\($0)_e\(places)", known(.column("\($0)_r"))) }
      + [Query.Column("change_e\(shown)", known(.column("to") - .column("from")))]
      + (blocks + ["final_rounding"]).map { Query.Column("\($0)_e\(shown)", known(.column("\($0)_p"))) } + [
        Query.Column("unsure", known(.column("unsure"), otherwise: .number(0))),
        Query.Column("reason", text: .column("reason")),
      ]
  }
}

extension Compiler {
  /// The totals of a world: between which ends each lies and, of a year, the reported score with so many decimals.
  fileprivate func measured(world: Term, _ shown: Int?) -> Query {
    let isSound = Condition.compare(refusals, .equal, .number(0))
    func sound(_ term: Term) -> Term { .choice([Term.Arm(isSound, term)], otherwise: .nothing) }
    let places = edition.publishedRounding?.places ?? shown ?? 0
    let score = shown.map { sound(Int(Fraction.powersOfTen[$0 - places]) * .column(scoreColumn)) } ?? .nothing
    let isUnsure: [Condition] = counters.contains(.unsure) ? [.compare(.column(Counter.unsure.rawValue), .greater, .number(0))] : []
    return Query(
      [
        Query.Column(edition.rungs[0].id.value, text: .column(edition.rungs[0].id.value)), Query.Column("world", world),
        Query.Column("at_least", sound(.column("at_least"))), Query.Column("at_most", sound(.column("at_most"))),
        Query.Column("score", score), Query.Column("unsure", isUnsure.isEmpty ? .number(0) : .one(if: .any(isUnsure))),
      ], from: pipeline.relation)
  }
}
