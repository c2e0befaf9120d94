public import RuleDiagnostics
public import RuleModel
internal import Scoring

/// What a text of SQL answers.
public enum SQLPart: String, Sendable, CaseIterable {
  /// The statements that make empty input tables.
  case tables
  /// The reported score and the zone of each institution.
  case score
  /// What each indicator gives to the score of each institution.
  case contributions
  /// How many institutions stand in each zone, and the sum of their scores.
  case control
}

extension CheckedEdition {
  /// Writes a text of SQL that gives the digits that scoring gives, or reports why it cannot be written and returns nil.
  ///
  /// Every number of the text is whole and proven to fit 64 bits. Complexity: quadratic in the number of parts.
  public func sql(_ part: SQLPart, _ settings: SQLSettings, log: inout DiagnosticLog) -> String? {
    do throws(Refusal) {
      let writer = SQLWriter(dialect: settings.dialect)
      switch part {
      case .tables: return TableStatements(edition, settings).text
      case .score: return head(part, settings) + writer.text(try scoreProgram(settings))
      case .control: return head(part, settings) + writer.text(try controlProgram(settings))
      case .contributions: return head(part, settings) + writer.text(try contributionProgram(settings))
      }
    } catch {
      log.error(error.code, at: error.range, error.message, help: error.help)
      return nil
    }
  }

  private func head(_ part: SQLPart, _ settings: SQLSettings) -> String {
    """
    -- \(edition.family) \(edition.name), \(part.rawValue), \(settings.dialect.rawValue)
    -- \(settings.observations)(\(edition.rungs.map(\.id.value).joined(separator: ", ")), field, \(settings.valueColumn)), \
    \(settings.entities)(\(edition.rungs.map(\.id.value).joined(separator: ", ")), kind)

    """
  }

  /// Compiles with as much room for fine scales as the sums leave.
  func compiled(
    _ settings: SQLSettings, followsPieces: Bool = false, worlds: WorldReading? = nil, prefix: String = "",
    finishing: (inout Compiler, Amount?) throws(Refusal) -> Void = { compiler, total throws(Refusal) in try compiler.finish(total) }
  ) throws(Refusal) -> (Compiler, Amount?) {
    var last: Refusal?
    for bits in stride(from: 62, through: 24, by: -2) {
      var compiler = Compiler(
        self, settings, cap: 1 << Int128(bits), followsPieces: followsPieces, worlds: worlds, prefix: prefix)
      do throws(Refusal) {
        let total = try compiler.run()
        try finishing(&compiler, total)
        return (compiler, total)
      } catch {
        guard error.code == .sqlTooLarge else { throw error }
        last = error
      }
    }
    throw last ?? Arithmetic(largestDividend: 0, cap: 0, part: edition.score).tooLarge
  }

  func scoreProgram(_ settings: SQLSettings) throws(Refusal) -> Program {
    let (compiler, _) = try compiled(settings)
    var query = Query(compiler.resultColumns, from: compiler.pipeline.relation)
    query.order = [edition.rungs[0].id.value]
    return Program(steps: compiler.pipeline.steps, result: query)
  }

  func controlProgram(_ settings: SQLSettings) throws(Refusal) -> Program {
    let (compiler, _) = try compiled(settings)
    var pipeline = compiler.pipeline
    let scored = Query(compiler.resultColumns, from: pipeline.relation)
    pipeline.begin("scored", scored)
    let score = Term.column(compiler.scoreColumn)
    let isCounted = Condition.isSomething(score)
    var grouped = Query(
      [
        Query.Column("zone", text: .column("zone")), Query.Column("institutions", .total(.one(if: isCounted))),
        Query.Column("sum_e\(compiler.places)", .choice([Term.Arm(.isNothing(.total(score)), .number(0))], otherwise: .total(score))),
        Query.Column("unsure", .total(.column("unsure"))),
        Query.Column("refused", .total(.one(if: .compare(.column("refused"), .greater, .number(0))))),
      ], from: pipeline.relation)
    grouped.groups = ["zone"]
    grouped.order = ["zone"]
    pipeline.begin("zoned", Query([Query.Column("zone", text: .orEmpty(.column("zone")))] + compiler.controlColumns, from: "scored"))
    grouped.source = "zoned"
    return Program(steps: pipeline.steps, result: grouped)
  }

  func contributionProgram(_ settings: SQLSettings) throws(Refusal) -> Program {
    let (compiler, total) = try compiled(settings, followsPieces: true)
    return try compiler.contributions(total)
  }
}

extension Compiler {
  /// The number of decimals of the reported score.
  var places: Int { edition.publishedPlaces }
  /// The column of the reported score, which says in which unit it stands.
  var scoreColumn: String { "score_e\(places)" }

  /// Adds the steps from the total of an institution to its reported score and zone.
  ///
  /// `shown` are the decimals for an edition that does not round its scores.
  mutating func finish(_ total: Amount?, shown: Int? = nil) throws(Refusal) {
    guard let total else { throw arithmetic.tooLarge }
    arithmetic.part = edition.score
    if followsPieces { return }
    let rounding = edition.publishedRounding ?? Rounding(places: shown ?? places, mode: .halfUp, rungs: nil)
    let (score, isUncertain) = try arithmetic.rounded(total, places: rounding.places, mode: rounding.mode)
    var doubts: [Condition] = isUncertain.map { [$0] } ?? []
    var columns = [Query.Column(scoreColumn, guarded(score, by: total.divisor))]
    if hasExactZones {
      if total.slack + total.excess > 0 { doubts += try zoneDoubts(total) }
      for (number, step) in edition.zones.steps.enumerated() {
        columns.append(Query.Column(zoneColumn(number), .one(if: try reaches(total, step.from.value, lifted: 0))))
      }
    }
    extend(on: 0, by: columns, counting: doubts.isEmpty ? [:] : [.unsure: [doubt(.any(doubts), total.divisor)]])
  }

  /// Whether the exact total decides the zone.
  private var hasExactZones: Bool { edition.zones.usesExactTotal || edition.publishedRounding == nil }

  /// The column that says whether the exact total reaches a zone step.
  private func zoneColumn(_ number: Int) -> String { "z_\(number)" }

  /// Where a score may reach a line that its number does not.
  private func zoneDoubts(_ score: Amount) throws(Refusal) -> [Condition] {
    try edition.zones.steps.map { step throws(Refusal) in
      .all([
        .not(try reaches(score, step.from.value, lifted: -score.excess)), try reaches(score, step.from.value, lifted: score.slack),
      ])
    }
  }

  private func reaches(_ score: Amount, _ line: Fraction, lifted slack: Int128) throws(Refusal) -> Condition {
    let portion = try arithmetic.portion(line)
    let common = portion.denominator.commonDivisor(with: score.scale)
    let (factor, unit) = (portion.denominator / common, score.scale / common)
    let threshold = try arithmetic.product(portion.numerator, unit)
    let divisors = score.divisor?.high ?? 1
    _ = try arithmetic.product(try arithmetic.product(score.high + score.slack, divisors), factor)
    _ = try arithmetic.product(threshold, divisors)
    let lift = try arithmetic.fitting(slack)
    let term = lift == 0 ? score.term : score.term + (score.divisor.map { lift * $0.term } ?? .number(lift))
    let whole = try arithmetic.fitting(threshold)
    return .compare(
      try arithmetic.fitting(factor) * term, .greaterOrEqual, score.divisor.map { whole * $0.term } ?? .number(whole))
  }

  /// Whether an institution has no score because of what is wrong or missing in its data.
  var refusals: Term { .adding([Counter.wrong, .missing].filter(counters.contains).map { .column($0.rawValue) }) }

  /// The columns of the result: who, the reported score, the zone, whether the score is not certain, and how many cells stand against it.
  var resultColumns: [Query.Column] {
    let isSound = Condition.compare(refusals, .equal, .number(0))
    let score = Term.column(scoreColumn)
    func text(_ word: (ZoneStep) -> String) -> TextTerm {
      .choice(
        edition.zones.steps.enumerated().reversed().map { number, step in
          let line = (step.from.value * Fraction(Int(Fraction.powersOfTen[places]))).rounded(places: 0, mode: .up)
          let reaches: Condition =
            hasExactZones
            ? .compare(.column(zoneColumn(number)), .equal, .number(1)) : .compare(score, .greaterOrEqual, .number(line.int ?? .max))
          return TextTerm.Arm(.all([isSound, reaches]), word(step))
        }, otherwise: nil)
    }
    let isUnsure: [Condition] = counters.contains(.unsure) ? [.compare(.column(Counter.unsure.rawValue), .greater, .number(0))] : []
    return [
      Query.Column(edition.rungs[0].id.value, text: .column(edition.rungs[0].id.value)),
      Query.Column(scoreColumn, .choice([Term.Arm(isSound, score)], otherwise: .nothing)),
      Query.Column("zone", text: text { $0.id.value }), Query.Column("colour", text: text { $0.colour }),
      Query.Column(
        "unsure", isUnsure.isEmpty ? .number(0) : .one(if: .all([isSound, .isSomething(score)] + isUnsure))),
      Query.Column("refused", refusals),
    ]
  }

  /// The columns of the result that the control query adds up.
  var controlColumns: [Query.Column] {
    [
      Query.Column(scoreColumn, .column(scoreColumn)), Query.Column("unsure", .column("unsure")),
      Query.Column("refused", .column("refused")),
    ]
  }
}
