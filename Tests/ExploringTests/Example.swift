import Comparison
import Exploring
import Observations
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import Testing

/// Rules and observations as a methodologist writes them, scored, ready for the question what would happen otherwise.
struct Example {
  let source: SourceFile
  let rules: CheckedEdition
  let scores: ScoreTable

  /// Two parts and three zones; an institution with `x` and `y` scores 0.6 x + 0.4 y.
  static let twoParts = """
    timbang: 1
    id: contoh
    edition: 2022
    units: {institution: {kinds: [kota, kabupaten]}}
    fields:
      x: {per: institution, type: number, range: [0, 100]}
      y: {per: institution, type: number, range: [0, 100]}
    score:
      id: total
      round: 2
      parts:
        - {id: kiri, weight: 60, linear: {field: x, worst: 0, best: 100}}
        - {id: kanan, weight: 40, linear: {field: y, worst: 0, best: 100}}
    zones:
      ladder: [{id: merah, from: 0}, {id: kuning, from: 54}, {id: hijau, from: 78}]

    """

  /// k1 0.6 x 80 + 0.4 x 70 = 76; k2 0.6 x 90 + 0.4 x 60 = 78; k3 0.6 x 50 + 0.4 x 60 = 54.
  static let three = "k1,x,80\nk1,y,70\nk2,x,90\nk2,y,60\nk3,x,50\nk3,y,60"

  /// Loads, reads and scores. `data` are rows without the header, `entities` rows of a directory.
  init(_ yaml: String = twoParts, data: String = three, entities: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
    source = SourceFile(name: "2022.yaml", bytes: Array(yaml.utf8))
    rules = try Example.load(source, sourceLocation: sourceLocation)
    let header = rules.edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
    let directory = SourceFile(name: "entities.csv", bytes: Array(("id,parent,kind,name,province\n" + entities).utf8))
    var log = DiagnosticLog()
    let table = ObservationReader(ladder: rules.edition.rungs, fields: rules.edition.fields).read(
      [SourceFile(name: "data.csv", bytes: Array((header + data + "\n").utf8))], entities: entities.isEmpty ? [] : [directory], log: &log)
    scores = rules.score(try #require(table, "\(log.messages)", sourceLocation: sourceLocation), log: &log)
    #expect(!log.hasErrors, "\(log.messages)", sourceLocation: sourceLocation)
  }

  /// Loads a rule file; `base` is the text of the edition that it extends.
  static func load(
    _ source: SourceFile, base: SourceFile? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> CheckedEdition {
    let loaded = EditionLoader { _, _ in base }.load(source)
    return try #require(loaded.edition, "\(loaded.log.messages)", sourceLocation: sourceLocation)
  }

  /// The edition 2023, which extends this one by changes.
  func draft(_ changes: String) -> SourceFile {
    SourceFile(
      name: "2023.yaml", bytes: Array("timbang: 1\nid: contoh\nedition: 2023\nextends: 2022\nchanges:\n\(changes)\n".utf8))
  }

  /// The impact of a draft, with what nobody measured.
  func impact(
    of draft: SourceFile, unmeasured choice: UnmeasuredChoice = .rules, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (impact: Impact, effects: [NamedEffect]?, unmeasured: [UnmeasuredField]) {
    let other = try Example.load(draft, base: source, sourceLocation: sourceLocation)
    var log = DiagnosticLog()
    let rescored = try #require(
      scores.rescored(by: other, unmeasured: choice, log: &log), "\(log.messages)", sourceLocation: sourceLocation)
    let impact = Impact(from: scores, to: rescored.scores)
    let source = source
    let trial = EditionLoader { _, _ in source }.trial(of: draft)
    return (impact, trial.flatMap { impact.effects(of: $0, unmeasured: choice) }, rescored.unmeasured)
  }

  /// What the loader makes of these settings.
  func loaded(setting arguments: [String], rescaling: Bool = false) -> EditionLoader.Loaded {
    var log = DiagnosticLog()
    guard let settings = RuleSettings(arguments, log: &log) else { return EditionLoader.Loaded(edition: nil, log: log, sources: []) }
    return EditionLoader { _, _ in nil }.load(source, with: settings, rescaling: rescaling)
  }

  /// The impact of settings.
  func impact(
    setting arguments: [String], rescaling: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Impact {
    let loaded = loaded(setting: arguments, rescaling: rescaling)
    let edition = try #require(loaded.edition, "\(loaded.log.messages)", sourceLocation: sourceLocation)
    var log = DiagnosticLog()
    return Impact(from: scores, to: try #require(scores.rescored(by: edition, log: &log), sourceLocation: sourceLocation).scores)
  }
}

extension Impact {
  /// `k1 76 kuning > 75 hijau`, a text for each row.
  var told: [String] {
    rows.map { row in
      let sides = [row.from, row.to].map { $0.map { "\($0.reported.decimalText()) \($0.zone?.colour ?? "-")" } ?? "-" }
      return "\(row.entity.path) \(sides[0]) > \(sides[1])"
    }
  }
}

extension DiagnosticLog {
  var messages: [String] { diagnostics.filter { $0.severity == .error }.map(\.message.en) }
}
