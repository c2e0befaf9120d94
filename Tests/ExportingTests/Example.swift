import Observations
import Reporting
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import Testing

@testable import Exporting

/// A made-up year of four institutions, whose names are what a spreadsheet or a browser would run.
enum Example {
  static let rules = """
    timbang: 1
    id: uji
    edition: 2022
    title: {id: Uji, en: Trial}
    units: {institution: {kinds: [city]}, unit: {in: institution}}
    fields:
      a: {per: unit, type: number, range: [0, 100]}
      b: {per: unit, type: number, range: [0, 100]}
    score:
      id: total
      at: unit
      round: 2
      missing: skip
      parts:
        - {id: a, label: {id: "=A", en: "@A"}, weight: 60, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: 54}, {id: hijau, from: 78}]}
    """
  static let data = """
    institution,unit,field,value
    k,u,a,70
    k,u,b,50
    k,v,a,100
    l,u,a,100
    l,u,b,95
    m,u,a,10
    m,u,b,10

    """
  static let names = ["k": "<script>alert(1)</script>", "l": "=1+1", "m": "-1"]
  static let entities =
    "id,parent,kind,name,province\n" + names.sorted { $0.key < $1.key }.map { "\($0.key),,city,\($0.value),+1\n" }.joined()

  static func results(rules: String = rules, data: String = data) throws -> ResultTables {
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "2022.yaml", bytes: Array(rules.utf8)))
    let edition = try #require(loaded.edition, "\(loaded.log.diagnostics.map(\.message.en))")
    var log = DiagnosticLog()
    let reader = ObservationReader(ladder: edition.edition.rungs, fields: edition.edition.fields)
    let table = reader.read(
      [SourceFile(name: "data.csv", bytes: Array(data.utf8))],
      entities: [SourceFile(name: "entities.csv", bytes: Array(entities.utf8))], log: &log)
    let scores = edition.score(try #require(table, "\(log.diagnostics.map(\.message.en))"), log: &log)
    let stamp = OriginStamp(scoring: "sha256:1", document: "sha256:2", data: "sha256:3", version: "0")
    return ResultTables([(scores, stamp)], rungs: 2)
  }
}
