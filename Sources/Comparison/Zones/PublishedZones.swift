public import Observations
public import RuleDiagnostics
public import RuleModel

/// Published totals under the zone lines of one or more editions: do the lines explain the published zones, and whom do moved lines help?
public struct PublishedZones: Sendable {
  /// A published total with the colour that each edition gives it.
  public struct Row: Sendable {
    /// What was published.
    public let published: PublishedScore
    /// The edition in force: the latest that is not later than the year, or else the earliest.
    public let edition: String
    /// The colour by the lines in force.
    public let colour: String?
    /// The colours by the lines of each edition, in the order of ``PublishedZones/editions``.
    public let colours: [String?]

    /// Whether the published zone is the one that the lines give; nil if no zone was published.
    public var agrees: Bool? { published.zone.map { $0.lowercased() == colour?.lowercased() } }

    /// Whether the row was published under lines of this shape: with a colour, or with the name of one of their steps.
    func isClassified(by zones: ZoneLadder) -> Bool {
      published.zone != nil || zones.steps.contains { $0.id.value == published.category?.lowercased() }
    }
  }

  /// A step from one edition's lines to the next one's.
  public struct Move: Sendable {
    /// The earlier edition.
    public let old: Edition
    /// The later edition.
    public let new: Edition
    /// The totals of the later edition's years whose colour is owed to the lines alone.
    public let rows: [Row]
  }

  /// The editions, earliest first.
  public let editions: [Edition]
  /// One row for each published total.
  public let rows: [Row]
  /// How many rows of the file have no total.
  public let withoutScore: Int

  /// Classifies published totals. Reports each published zone that the lines do not give.
  ///
  /// Editions of different assessments cannot be put side by side; then, and for totals outside the scale, nothing is classified.
  public init?(_ scores: PublishedScores, under editions: [CheckedEdition], log: inout DiagnosticLog) {
    guard PublishedZones.canClassify(scores, under: editions.map(\.edition), log: &log) else { return nil }
    let sorted = editions.map(\.edition).sorted { PublishedZones.year($0) < PublishedZones.year($1) }
    self.editions = sorted
    withoutScore = scores.withoutScore
    rows = scores.rows.map { score in
      let colours = sorted.map { $0.zones.step(for: score.score)?.colour }
      let index = sorted.lastIndex { PublishedZones.year($0) <= score.year } ?? 0
      return Row(published: score, edition: sorted[index].name, colour: colours[index], colours: colours)
    }
    for row in rows where row.agrees == false {
      log.error(
        .publishedZone, at: row.published.range,
        Words(
          id:
            "`\(row.published.name)` \(row.published.year): \(row.published.score.decimalText()) terbit sebagai \(row.published.zone ?? ""), "
            + "garis edisi \(row.edition) memberi \(row.colour ?? "-")",
          en:
            "`\(row.published.name)` \(row.published.year): \(row.published.score.decimalText()) was published as \(row.published.zone ?? ""), "
            + "the lines of edition \(row.edition) give \(row.colour ?? "-")"))
    }
  }

  private static func canClassify(_ scores: PublishedScores, under editions: [Edition], log: inout DiagnosticLog) -> Bool {
    guard let first = editions.first, editions.allSatisfy({ $0.family == first.family && $0.scale == first.scale }) else {
      log.error(
        .differentFamilies, at: nil,
        Words(id: "edisi-edisi ini mengukur hal yang berbeda", en: "these editions measure different things"),
        help: Words(id: "sebut edisi dari satu keluarga dengan satu skala", en: "name editions of one family with one scale"))
      return false
    }
    let outside = scores.rows.filter { !first.scale.contains($0.score) }
    for row in outside {
      log.error(
        .cellOutOfRange, at: row.range,
        Words(
          id: "`\(row.name)` \(row.year): nilai \(row.score.decimalText()) di luar skala",
          en: "`\(row.name)` \(row.year): the score \(row.score.decimalText()) lies outside the scale"))
    }
    return outside.isEmpty
  }

  /// For each pair of neighbouring editions the totals of the later one whose colour the earlier lines would not give.
  public var moves: [Move] {
    zip(editions.indices, editions.indices.dropFirst()).map { old, new in
      let moved = rows.filter {
        $0.edition == editions[new].name && $0.isClassified(by: editions[new].zones) && $0.colours[old] != $0.colours[new]
      }
      return Move(old: editions[old], new: editions[new], rows: moved)
    }
  }

  /// The year in an edition's name: `2022` and `2022.1` are of 2022.
  private static func year(_ edition: Edition) -> Int {
    Int(edition.name.prefix { $0.isNumber }) ?? 0
  }
}
