internal import Expressions
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// Makes the steps that bring observations to scores of institutions, one rung after the other.
///
/// The relation of a rung has a row for each of its entities and one for each entity above that has values of its own; in these the
/// name of the lower entity is empty. So no step joins what it has to bring together.
struct Compiler {
  let edition: Edition
  let plan: Plan
  /// The parts of the plan's nodes.
  let parts: [Part]
  let settings: SQLSettings
  /// Whether what each indicator gives is followed up to the institution.
  let followsPieces: Bool
  /// How the worlds between two years read them; nil where one year is read.
  let worlds: WorldReading?
  let names: ColumnNames
  var arithmetic: Arithmetic
  var pipeline: Pipeline
  /// The scores that the present relation holds, by part.
  var amounts: [Int: Amount] = [:]
  /// The parts that are worked out on a lower rung than their own because that comes to the same.
  var sunk: [Int: Int] = [:]
  /// The counts that the present relation holds.
  var counters: Set<Counter> = []
  /// The rungs whose kinds are listed.
  var listedKinds: Set<Int> = []

  /// Something that is counted on the way up.
  enum Counter: String, CaseIterable {
    /// Cells that cannot be read.
    case wrong = "n_wrong"
    /// Observations that the rules insist on and that are missing.
    case missing = "n_missing"
    /// Divisions that left something.
    case inexact = "n_inexact"
    /// Roundings that what was left may have turned.
    case unsure = "n_unsure"
  }

  init(
    _ checked: CheckedEdition, _ settings: SQLSettings, cap: Int128, followsPieces: Bool = false, worlds: WorldReading? = nil,
    prefix: String = ""
  ) {
    edition = checked.edition
    self.worlds = worlds
    pipeline = Pipeline(prefix: prefix)
    plan = Plan(checked)
    parts = edition.score.subtree
    names = ColumnNames(parts: parts.map(\.id.value), fields: plan.fields.map(\.id), rungs: edition.rungs.map(\.id.value))
    self.settings = settings
    self.followsPieces = followsPieces
    arithmetic = Arithmetic(largestDividend: settings.dialect.largestDividend, cap: cap, part: edition.score)
  }

  /// The names of the rungs from the top down to one, behind the world where there are several.
  func keys(_ rung: Int) -> [String] { (worlds == nil ? [] : [WorldReading.key]) + rungNames(rung) }

  /// The names of the rungs from the top down to one.
  func rungNames(_ rung: Int) -> [String] { edition.rungs[...rung].map(\.id.value) }

  /// Whether a row is one of an entity of a rung.
  func isThere(_ rung: Int) -> Condition {
    guard rung > 0 else { return .always(true) }
    return .isFilled(.column(edition.rungs[rung].id.value))
  }

  /// Makes the steps up to the institutions and returns the total's amount there, which may still have to be divided.
  mutating func run() throws(Refusal) -> Amount? {
    try refuseUnreadable()
    findSunk()
    if let worlds { readCells(of: worlds) } else { readCells() }
    for rung in edition.rungs.indices.reversed() {
      try leaves(on: rung)
      try groups(on: rung)
      if rung > 0 { try raise(from: rung) }
    }
    return amounts[0]
  }

  // MARK: What is read

  /// The columns that the score reads.
  var readColumns: [Int] {
    var columns: Set<Int> = []
    for node in plan.nodes {
      if case .leaf(let scale) = node.body { columns.formUnion(scale.columns) }
      if let condition = node.condition { columns.formUnion(condition.columns) }
    }
    for case .weightedByColumn(let column) in plan.combines { columns.insert(column) }
    return columns.sorted()
  }

  /// The distance between two values that a cell may hold, in units of the last decimal.
  func cellStep(_ column: Int) -> Int { settings.step(of: edition.fields[column]) }

  /// The lowest and the highest value that a cell may hold, in units of the last decimal; nil where the rules set none.
  func cellRange(_ column: Int) -> (low: Int?, high: Int?) { settings.range(of: edition.fields[column]) }

  /// Refuses what no whole number can do.
  private func refuseUnreadable() throws(Refusal) {
    for (node, part) in zip(plan.nodes, parts) {
      if case .carry(let earlier) = node.missing, !part.isGroup {
        throw Compiler.refusal(
          part.missingRange ?? part.id.range,
          "`\(part.id.value)` meneruskan nilai edisi \(earlier) bila datanya kosong; teks SQL hanya membaca satu tahun",
          "`\(part.id.value)` carries over the values of edition \(earlier) where data are missing; the SQL text reads one year",
          help: Words(id: "gunakan `timbang score --carry`", en: "use `timbang score --carry`"))
      }
      // What is missing in a group that does not apply is asked of nobody, and the text would ask for it.
      if let condition = part.condition, part.isGroup {
        throw Compiler.refusal(
          condition.range, "syarat `when` pada kelompok `\(part.id.value)` tidak diterjemahkan",
          "the condition `when` on the group `\(part.id.value)` is not compiled",
          help: Words(
            id: "tulis syarat itu pada tiap indikatornya, atau nilai dengan `timbang score`",
            en: "write the condition on each of its indicators, or score by `timbang score`"))
      }
      if case .group(.geometricMean) = node.body {
        throw Compiler.refusal(
          part.id.range, "`\(part.id.value)` adalah rata-rata geometris; akarnya bukan bilangan bulat",
          "`\(part.id.value)` is a geometric mean, whose root is no whole number")
      }
      if case .leaf(.cell(_, .logarithmic)) = node.body {
        throw Compiler.refusal(
          part.id.range, "`\(part.id.value)` memakai logaritma, yang bukan bilangan bulat",
          "`\(part.id.value)` takes a logarithm, which is no whole number")
      }
    }
  }

  private static func refusal(
    _ range: SourceRange, _ id: String, _ en: String,
    help: Words = Words(id: "hitung edisi ini dengan `timbang score`", en: "score this edition with `timbang score`")
  ) -> Refusal {
    Refusal(.sqlNotCompilable, at: range, Words(id: id, en: en), help: help)
  }

  // MARK: Steps

  /// Adds columns to the present relation, and to its counts.
  mutating func extend(
    on rung: Int, by columns: [Query.Column], counting counted: [Counter: [Term]] = [:], dropping dropped: Set<String> = []
  ) {
    var columns = columns
    for counter in Counter.allCases {
      guard let terms = counted[counter], !terms.isEmpty else { continue }
      let own = Term.column(counter.rawValue)
      columns.append(Query.Column(counter.rawValue, .adding((counters.contains(counter) ? [own] : []) + terms)))
      counters.insert(counter)
    }
    pipeline.extend(edition.rungs[rung].id.value, by: columns, dropping: dropped)
  }

  /// Puts worked-out scores into columns of their own.
  mutating func store(
    _ found: [(part: Int, result: Arithmetic.Result)], on rung: Int, counting more: [Counter: [Term]] = [:], dropping: Set<String> = [],
    _ lacks: [(part: Int, condition: Condition)] = []
  ) {
    var columns = lacks.map { Query.Column(names.lack($0.part), .one(if: $0.condition)) }
    var counted = more
    for (part, result) in found where result.amount.isBare { amounts[part] = result.amount }
    for (part, result) in found where !result.amount.isBare {
      var amount = result.amount
      columns.append(Query.Column(names.part(part), amount.term))
      amount.term = .column(names.part(part))
      for (leaf, piece) in amount.pieces.sorted(by: { $0.key < $1.key }) {
        columns.append(Query.Column(names.piece(leaf), piece))
        amount.pieces[leaf] = .column(names.piece(leaf))
      }
      amounts[part] = amount
      counted[.inexact, default: []] += result.inexact
    }
    extend(on: rung, by: columns, counting: counted, dropping: dropping)
  }

  /// A score as it is rounded on a rung, where that needs it only once; nil where it does, or is not rounded.
  func roundedAtOnce(_ amount: Amount, _ part: Int, on rung: Int) throws(Refusal) -> Amount? {
    guard let rounding = plan.nodes[part].rounding[rung], rung <= plan.nodes[part].rung, amount.divisor == nil, amount.pieces.isEmpty,
      amount.slack + amount.excess == 0, rounding.mode != .halfEven
    else { return nil }
    var result = amount
    let unit = Int128(Fraction.powersOfTen[rounding.places])
    result.term = try arithmetic.rounded(amount, places: rounding.places, mode: rounding.mode).term
    (result.low, result.high, result.scale) = (amount.low * unit / amount.scale, amount.high * unit / amount.scale + 1, unit)
    return result
  }

  /// Rounds the scores of parts on a rung where the rules say so.
  mutating func round(_ found: [Int], on rung: Int) throws(Refusal) {
    var columns: [Query.Column] = []
    var counted: [Counter: [Term]] = [:]
    for part in found {
      guard let rounding = plan.nodes[part].rounding[rung], var amount = amounts[part], amount.pieces.isEmpty else { continue }
      arithmetic.part = parts[part]
      let (term, isUncertain) = try arithmetic.rounded(amount, places: rounding.places, mode: rounding.mode)
      let unit = Int128(Fraction.powersOfTen[rounding.places])
      columns.append(Query.Column(names.part(part), guarded(term, by: amount.divisor)))
      if let isUncertain {
        counted[.unsure, default: []].append(doubt(isUncertain, amount.divisor))
      }
      amount.low = amount.low * unit / amount.scale
      amount.high = amount.high * unit / amount.scale + 1
      (amount.term, amount.scale, amount.slack, amount.excess, amount.divisor) = (.column(names.part(part)), unit, 0, 0, nil)
      amounts[part] = amount
    }
    if !columns.isEmpty { extend(on: rung, by: columns, counting: counted) }
  }

  /// 1 where something is not certain because a division left something. A condition beside another may be worked out all the same, so the
  /// cases stand one inside the other.
  func doubt(_ condition: Condition, _ divisor: Amount.Divisor?) -> Term {
    var cases: [Condition] = [.compare(.column(Counter.inexact.rawValue), .greater, .number(0))]
    if let divisor { cases.append(.compare(divisor.term, .greater, .number(0))) }
    return .choice([Term.Arm(.all(cases), .one(if: condition))], otherwise: .number(0))
  }

  /// A term that is worked out only where there is something to divide by.
  func guarded(_ term: Term, by divisor: Amount.Divisor?) -> Term {
    divisor.map { .choice([Term.Arm(.compare($0.term, .greater, .number(0)), term)], otherwise: .nothing) } ?? term
  }
}

extension Part {
  /// Whether it is made of parts.
  var isGroup: Bool {
    if case .group = body { return true }
    return false
  }
}
