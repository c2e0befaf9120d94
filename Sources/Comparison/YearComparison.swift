public import RuleDiagnostics
package import RuleModel
public import Scoring
internal import Observations

/// Two scored years, ready to be compared institution by institution.
public struct YearComparison: Sendable {
  private let old: ScoreTable
  private let new: ScoreTable
  let rules: PairedRules
  private let tables: PairedTables
  let methodEdits: [PlacedEdit]
  let order: LineOrder
  /// From the old year as it was published to the old year as it was revised; nil if it was not.
  let revision: Revision?

  /// What the new rules carried over, by institution of the new year.
  private let carriedOver: [Int: [MissingObservation]]

  /// What was published before, kept apart since a comparison cannot hold another one directly.
  final class Revision: Sendable {
    let comparison: YearComparison

    init(_ comparison: YearComparison) {
      self.comparison = comparison
    }
  }

  /// Pairs two scored years. Reports editions that cannot be compared, and then gives nothing.
  ///
  /// `published` is the old year as it was published, where `old` holds revised observations: explanations then begin with what the
  /// revision alone is worth.
  public init?(from old: ScoreTable, publishedAs published: ScoreTable? = nil, to new: ScoreTable, log: inout DiagnosticLog) {
    guard YearComparison.canCompare(old.edition, new.edition, log: &log) else { return nil }
    self.old = old
    self.new = new
    rules = PairedRules(old: old.edition, new: new.edition)
    let carried = rules.carriedEditions
    let earlier = old.earlier.merging(new.earlier) { first, _ in first }.merging([old.edition.name: old.observations]) { first, _ in first }
    tables = PairedTables(
      rules, old: old.observations, new: new.observations, earlier: earlier.filter { carried.contains($0.key) })
    methodEdits = rules.methodEdits()
    order = LineOrder(rules, method: methodEdits)
    carriedOver = Dictionary(grouping: new.missing.carriedOver, by: \.institution)
    revision = published.flatMap { YearComparison(from: $0, to: old, log: &log) }.map { Revision($0) }
    guard rules.columns.contains(where: { $0.key.old != nil && $0.key.new != nil }) || !rules.twins.isEmpty else {
      log.error(
        .nothingInCommon, at: nil,
        Words(
          id: "edisi \(old.edition.name) dan \(new.edition.name) tidak punya satu pun bidang yang sama",
          en: "the editions \(old.edition.name) and \(new.edition.name) have no field in common"),
        help: Words(
          id: "kedua tahun hanya dapat ditampilkan berdampingan; jalankan `timbang score` untuk masing-masing",
          en: "the two years can only be shown side by side; run `timbang score` for each"))
      return nil
    }
  }

  /// Whether two editions measure the same on the same ladder and scale; reports why not.
  package static func canCompare(_ old: Edition, _ new: Edition, log: inout DiagnosticLog) -> Bool {
    let problem: Words? =
      if old.family != new.family {
        Words(
          id: "aturan `\(old.family)` dan `\(new.family)` mengukur hal yang berbeda",
          en: "the rules `\(old.family)` and `\(new.family)` measure different things")
      } else if old.rungs.map(\.id.value) != new.rungs.map(\.id.value) {
        Words(id: "jenjang kedua edisi berbeda", en: "the rungs of the two editions differ")
      } else if old.scale != new.scale {
        Words(id: "skala nilai kedua edisi berbeda", en: "the two editions have different ranges of scores")
      } else {
        nil
      }
    guard let problem else { return true }
    log.error(
      .differentFamilies, at: nil, problem,
      help: Words(
        id: "perubahan nilainya tidak dapat dipecah; tampilkan kedua tahun berdampingan",
        en: "the change cannot be split; show the two years side by side"))
    return false
  }

  /// The institutions of the old year.
  var oldTop: Entities { old.observations.population.rungs[0] }
  /// The institutions of the new year.
  var newTop: Entities { new.observations.population.rungs[0] }

  func hasScore(old institution: Int) -> Bool { old.total(of: institution) != nil }
  func hasScore(new institution: Int) -> Bool { new.total(of: institution) != nil }

  /// Explains the change of one institution. Reports why it cannot be explained, and then gives nothing.
  ///
  /// `depth` levels of lines below each block are found; what they say does not depend on it.
  /// Complexity: a world for each sibling where siblings do not act on each other, 2 to the power of their number where they do.
  public func explain(_ path: String, along way: ExplanationPath, depth: Int = .max, log: inout DiagnosticLog) -> ScoreChange? {
    let correction = revision?.comparison.explain(path, along: .observed, depth: depth < .max ? depth + 1 : depth, log: &log)
    if revision != nil, correction == nil { return nil }
    guard let oldIndex = institution(path, in: old, log: &log), let newIndex = institution(path, in: new, log: &log) else { return nil }
    let survey = paired([(oldIndex, newIndex)])
    guard hasCommonUnits(survey, path, log: &log) else { return nil }
    let change =
      ChangeBuilder(rules: rules, survey: survey, method: methodEdits, order: order, path: way, depth: depth).build().first ?? nil
    if change == nil {
      log.error(
        .noScore, at: nil,
        Words(
          id: "perubahan nilai `\(path)` tidak dapat dipecah: salah satu nilai antara tidak dapat dihitung",
          en: "the change of `\(path)` cannot be split: one of the intermediate scores cannot be computed"))
    }
    let told = change?.assuming(carried(by: newIndex))
    return correction.flatMap { told?.preceded(by: $0, depth: depth) } ?? told
  }

  /// What the new rules carried over for an institution.
  func carried(by institution: Int) -> [ScoreChange.Assumption] {
    carriedOver[institution, default: []].map { found in
      let entity = new.observations.population.rungs[found.rung][found.entity]
      let label = new.edition.field(found.field)?.label ?? Words(same: found.field)
      return ScoreChange.Assumption(
        kind: .carriedOver, what: "\(entity.path) \(found.field)",
        label: Words(id: "\(label.id), \(entity.name)", en: "\(label.en), \(entity.name)"))
    }
  }

  /// The two years of some institutions side by side.
  func paired(_ institutions: [(old: Int, new: Int)]) -> PairedSurvey {
    PairedSurvey(rules, tables, institutions: institutions)
  }

  private func institution(_ path: String, in year: ScoreTable, log: inout DiagnosticLog) -> Int? {
    guard let index = year.observations.population.index(of: path, on: 0) else {
      let near = nearestName(to: path, among: year.observations.population.rungs[0].map(\.path))
      log.error(
        .unknownEntity, at: nil,
        Words(
          id: "`\(path)` tidak ada dalam data untuk aturan \(year.edition.name)",
          en: "`\(path)` is not in the data for the rules \(year.edition.name)"),
        help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
      return nil
    }
    return year.total(of: index) == nil ? nil : index
  }

  /// Two years without a unit in common measured different things.
  private func hasCommonUnits(_ survey: PairedSurvey, _ path: String, log: inout DiagnosticLog) -> Bool {
    guard !survey.hasCommonUnits(0) else { return true }
    log.error(
      .nothingInCommon, at: nil,
      Words(
        id: "`\(path)` tidak punya satu pun unit yang sama pada kedua tahun", en: "`\(path)` has no unit in common between the two years"),
      help: Words(
        id: "periksa ejaan unit; bila memang berbeda, tampilkan kedua tahun berdampingan",
        en: "check the spelling of the units; if they really differ, show the two years side by side"))
    return false
  }
}

extension PairedSurvey {
  /// Whether an institution has a unit that both years surveyed, or no units at all.
  func hasCommonUnits(_ institution: Int) -> Bool {
    guard population.rungs.count > 1 else { return true }
    let units = population.children(of: institution, on: 0)
    return units.isEmpty || units.contains { inOld[1][$0] && inNew[1][$0] }
  }
}
