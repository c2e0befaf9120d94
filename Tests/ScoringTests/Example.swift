import Observations
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import Testing

/// Rules and observations as a methodologist writes them, and what came of scoring them.
struct Example {
  let edition: Edition
  let checked: CheckedEdition
  let scores: ScoreTable
  /// What scoring found, without what loading and reading found.
  let findings: [Diagnostic]

  /// The ladder of most examples.
  static let unitsInInstitutions = """
    institution: {}
    unit: {in: institution}
    """

  /// Colours of the scale 0 to 100.
  static let threeColours = """
    ladder:
      - {id: merah, from: 0}
      - {id: kuning, from: 54}
      - {id: hijau, from: 78}
    """

  /// Loads, reads and scores. `data` holds the rows of each file, without the header.
  init(
    scale: String = "[0, 100]", units: String = unitsInInstitutions, fields: String, defaults: String = "{}", score: String,
    zones: String = threeColours, data: [String], entities: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let yaml = """
      timbang: 1
      id: contoh
      edition: 2022
      scale: \(scale)
      units:
      \(Example.indented(units))
      fields:
      \(Example.indented(fields))
      defaults: \(defaults)
      score:
        id: total
      \(Example.indented(score))
      zones:
      \(Example.indented(zones))

      """
    try self.init(yaml: yaml, data: data, entities: entities, sourceLocation: sourceLocation)
  }

  /// The same for a whole rule file.
  init(yaml: String, data: [String], entities: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "rules.yaml", bytes: Array(yaml.utf8)))
    #expect(loaded.log.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [], sourceLocation: sourceLocation)
    let checked = try #require(loaded.edition, sourceLocation: sourceLocation)
    let header = checked.edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
    let files = data.enumerated().map { SourceFile(name: "obs\($0.offset).csv", bytes: Array((header + $0.element + "\n").utf8)) }
    let directory = entities.map { [SourceFile(name: "entities.csv", bytes: Array(("id,parent,kind,name\n" + $0 + "\n").utf8))] } ?? []
    var log = DiagnosticLog()
    let reader = ObservationReader(ladder: checked.edition.rungs, fields: checked.edition.fields)
    let table = reader.read(files, entities: directory, log: &log)
    #expect(log.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [], sourceLocation: sourceLocation)
    var findings = DiagnosticLog()
    scores = checked.score(try #require(table, sourceLocation: sourceLocation), log: &findings)
    edition = checked.edition
    self.checked = checked
    self.findings = findings.diagnostics
  }

  /// The exact total of an institution as text; nil if it has none.
  func total(_ institution: String = "k") -> String? {
    index(institution).flatMap { scores.total(of: $0) }?.exactText
  }

  /// The total as it is published.
  func reported(_ institution: String = "k") -> String? {
    index(institution).flatMap { scores.total(of: $0) }.map { edition.reported($0).fixedText(places: edition.publishedPlaces) }
  }

  /// The colour of an institution.
  func colour(_ institution: String = "k") -> String? {
    index(institution).flatMap { scores.total(of: $0) }.flatMap { edition.zone(of: $0) }?.colour
  }

  /// The exact value of a part for the entity of that path, `k/u1`.
  func value(_ part: String, _ path: String = "k") -> String? {
    guard let part = scores.partIndex(part), let entity = index(path) else { return nil }
    return scores.values.value(part, on: rung(of: path), of: entity)?.exactText
  }

  /// The trace of an institution's total.
  func trace(_ institution: String = "k") throws -> Trace {
    scores.trace(of: try #require(index(institution)))
  }

  private func index(_ path: String) -> Int? { scores.observations.population.index(of: path, on: rung(of: path)) }

  private func rung(of path: String) -> Int { path.split(separator: "/").count - 1 }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }
}
