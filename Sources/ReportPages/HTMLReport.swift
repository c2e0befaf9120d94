public import Comparison
internal import Observations
public import Reporting
public import RuleDiagnostics
internal import RuleModel
public import Scoring

/// A scored year with what it was made from.
public struct ReportedYear: Sendable {
  /// The scores.
  public let scores: ScoreTable
  /// What they were made from.
  public let stamp: OriginStamp

  /// Pairs scores with their stamp.
  public init(_ scores: ScoreTable, from stamp: OriginStamp) {
    self.scores = scores
    self.stamp = stamp
  }
}

/// One HTML file about everybody: overview, league table, a section for each institution, and what all of it rests on.
///
/// The file needs nothing else: no address is loaded, and without scripts it is as complete. The same rules and data give the same bytes.
public struct HTMLReport: Sendable {
  /// How much is told of each institution.
  public enum Detail: String, Sendable, CaseIterable {
    /// Everything for up to ``HTMLReport/few`` institutions, else the short form.
    case auto
    /// Every indicator, two levels of lines, and what would reach the next zone.
    case full
    /// Groups, one level of lines, and the distance to the next zone.
    case short
  }

  /// So many institutions are told in full unless somebody asks otherwise.
  public static let few = 60

  /// The script of the file, whose digest its policy names.
  public static var script: String { "\n" + sortScript }

  private let year: ReportedYear
  private let comparison: (old: ReportedYear, changes: YearComparison)?
  private let languages: [Language]
  private let detail: Detail
  private let scriptDigest: String

  /// Prepares a report of a year, or of the change from an earlier one, in one language or in both.
  ///
  /// `scriptDigest` is the SHA-256 digest of ``script`` in base 64.
  public init(
    _ year: ReportedYear, since comparison: (old: ReportedYear, changes: YearComparison)? = nil, languages: [Language],
    detail: Detail = .auto, scriptDigest: String
  ) {
    self.year = year
    self.comparison = comparison
    self.languages = languages
    self.detail = detail
    self.scriptDigest = scriptDigest
  }

  /// Writes the file. Complexity: as explaining everybody, and linear in the parts and units of all institutions.
  public func text(threads: Int, progress: (Int, Int) -> Void = { _, _ in }) -> String {
    let standings = Standings(year.scores)
    let isFull = detail == .full || detail == .auto && standings.all.count <= HTMLReport.few
    let marks = ZoneMarks(year.scores.edition.zones)
    let absences = Absences(year.scores)
    let pages = languages.map { InstitutionPage(year.scores, standings, marks, absences, isFull: isFull, $0) }
    var sections: [[Markup]] = []
    var changes: Changes?
    if let comparison {
      (sections, changes) = explained(comparison, pages, standings, isFull, threads, progress)
    } else {
      sections = inChunks(standings.all, threads: threads) { standing in pages.map { $0.markup(standing, nil) } }
    }
    let parts = languages.enumerated().map { number, language in
      part(language, standings, marks, changes, sections.map { $0[number] }.joined(), isShort: !isFull)
    }
    let title = year.scores.edition.title[languages.first ?? .id]
    return PageFrame(title: title, languages: languages, scriptDigest: scriptDigest).markup(parts.joined()).text
  }

  private func inChunks(_ all: [Standing], threads: Int, _ work: @escaping @Sendable (Standing) -> [Markup]) -> [[Markup]] {
    let size = 32
    return inParallel((all.count + size - 1) / size, threads: threads) { chunk in
      all[chunk * size..<min(all.count, (chunk + 1) * size)].map(work)
    }.flatMap(\.self)
  }

  private func explained(
    _ comparison: (old: ReportedYear, changes: YearComparison), _ pages: [InstitutionPage], _ standings: Standings, _ isFull: Bool,
    _ threads: Int, _ progress: (Int, Int) -> Void
  ) -> ([[Markup]], Changes) {
    let byPath = Dictionary(standings.all.map { ($0.entity.path, $0) }) { first, _ in first }
    var sections = [[Markup]](repeating: pages.map { _ in "" }, count: standings.all.count)
    var summary = ChangeSummary(of: comparison.changes)
    var results: [String: Changes.Outcome] = [:]
    var gone: [String] = []
    let everyone = comparison.changes.everyone
    let prepare = { @Sendable (result: YearComparison.Result) -> [Markup] in
      byPath[result.path].map { standing in pages.map { $0.markup(standing, result) } } ?? []
    }
    var done = 0
    comparison.changes.explain(everyone, along: .observed, depth: isFull ? 2 : 1, threads: threads, preparing: prepare) { result, section in
      summary.add(result)
      if let standing = byPath[result.path] { sections[standing.index] = section } else { gone.append(result.name) }
      if case .explained(let change) = result {
        results[result.path] = Changes.Outcome(change: change.reportedChange, from: change.from.zone, before: change.from.reported)
      }
      done += 1
      progress(done, everyone.count)
    }
    let changes = Changes(
      old: comparison.old.scores.edition, new: year.scores.edition, summary: summary, results: results, gone: gone)
    return (sections, changes)
  }

  // MARK: The file

  private var years: [ReportedYear] { (comparison.map { [$0.old] } ?? []) + [year] }

  private func part(
    _ language: Language, _ standings: Standings, _ marks: ZoneMarks, _ changes: Changes?, _ institutions: Markup, isShort: Bool
  ) -> Markup {
    let edition = year.scores.edition
    let names = years.map(\.scores.edition.name).joined(separator: " → ")
    return LanguagePart(
      language: language, title: edition.title[language],
      subtitle: "\(edition.family) \(names) · \(Phrase.counted(language, ["count": String(standings.all.count)]))", isShort: isShort,
      overview: Overview(scores: year.scores, standings: standings, marks: marks, language: language, changes: changes).markup(),
      league: LeagueTable(
        standings: standings, marks: marks, places: edition.publishedPlaces, language: language, changes: changes
      ).markup(), institutions: institutions, basis: Basis(years: years, language: language).markup()
    ).markup()
  }
}

extension YearComparison.Result {
  fileprivate var path: String {
    switch self {
    case .explained(let change): change.entity
    case .notExplained(let entity, _): entity.path
    }
  }

  fileprivate var name: String {
    switch self {
    case .explained(let change): change.name
    case .notExplained(let entity, _): entity.name
    }
  }
}
