import Dice
import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import TimbangSQL

/// Two editions of this repository with observations of both years made by throwing dice.
struct ShippedPair {
  /// Which editions.
  struct Names: Sendable, CustomStringConvertible {
    let old: String
    let new: String
    var description: String { "\(old) to \(new)" }

    init(_ old: String, _ new: String) { (self.old, self.new) = (old, new) }
  }

  let old: CheckedEdition
  let new: CheckedEdition
  private(set) var oldData = ""
  private(set) var newData = ""
  private(set) var entities = ""

  /// The pairs of neighbours that can be compiled.
  static let compilable = [
    Names("kepatuhan/2015", "kepatuhan/2016"), Names("kepatuhan/2016", "kepatuhan/2018"), Names("kepatuhan/2018", "kepatuhan/2021"),
    Names("kepatuhan/2021", "kepatuhan/2022"), Names("kepatuhan/2022", "kepatuhan/2023"), Names("kepatuhan/2023", "kepatuhan/2024"),
    Names("kepatuhan/2024", "kepatuhan/2025"), Names("spbe/2018", "spbe/2020"), Names("spbe/2020", "spbe/2026"),
  ]

  /// Throws the dice for so many institutions. One entity in six is not surveyed again, one in six joins; one cell in `gaps` is missing.
  init(_ names: Names, seed: UInt64, institutions: Int, gaps: Int = 2000) throws {
    old = try ShippedYear.load(names.old)
    new = try ShippedYear.load(names.new)
    var dice = Dice(seed: seed)
    var (before, after, directory) = ("", "", "")
    let rungs = zip(old.edition.rungs, new.edition.rungs).map { first, second in
      (first.id.value, first.kinds.isEmpty ? second.kinds : second.kinds.isEmpty ? first.kinds : first.kinds.filter(second.kinds.contains))
    }
    func reads(_ edition: Edition, below height: Int) -> Bool { edition.fields.contains { rungs[height...].map(\.0).contains($0.rung) } }
    func rows(_ edition: Edition, _ path: [String], _ dice: inout Dice) -> String {
      let place = path + Array(repeating: "", count: rungs.count - path.count)
      var text = ""
      for field in edition.fields where field.rung == rungs[path.count - 1].0 && (!dice.onceIn(gaps) || text.isEmpty) {
        guard let value = ShippedYear.value(of: field, &dice) else { continue }
        text += (place + [field.id.value, value]).joined(separator: ",") + "\n"
      }
      return text
    }
    func add(_ path: [String], _ isOld: Bool, _ isNew: Bool, _ dice: inout Dice) {
      let kinds = rungs[path.count - 1].1
      let kind = kinds.isEmpty ? "" : dice.one(of: kinds)
      directory += "\(path[path.count - 1]),\(path.dropLast().joined(separator: "/")),\(kind),\(path[path.count - 1])\n"
      if isOld { before += rows(old.edition, path, &dice) }
      if isNew { after += rows(new.edition, path, &dice) }
      guard path.count < rungs.count, [old, new].allSatisfy({ reads($0.edition, below: path.count) }) else { return }
      for child in 0..<dice.number(path.count == 1 ? 2...5 : 1...4) {
        let fate = dice.number(1...6)
        let (stayed, joined) = (isOld && (fate > 1 || child == 0), isNew && (fate < 6 || child == 0))
        if stayed || joined { add(path + ["e\(child)"], stayed, joined, &dice) }
      }
    }
    for institution in 0..<institutions { add(["i\(institution)"], institution % 20 != 7, institution % 20 != 13, &dice) }
    (oldData, newData, entities) = (before, after, directory)
  }
}

extension WarehouseChange {
  /// Shipped editions with thrown observations, for an engine.
  init(_ pair: ShippedPair, _ dialect: SQLDialect = .sqlite) throws {
    let settings = SQLSettings(dialect, decimals: 2, most: 1000)
    func scores(_ edition: CheckedEdition, _ data: String) throws -> ScoreTable {
      let header = edition.edition.rungs.map(\.id.value).joined(separator: ",") + ",field,value\n"
      let directory = SourceFile(name: "entities.csv", bytes: Array(("id,parent,kind,name\n" + pair.entities).utf8))
      var log = DiagnosticLog()
      let table = ObservationReader(ladder: edition.edition.rungs, fields: edition.edition.fields)
        .read([SourceFile(name: "data.csv", bytes: Array((header + data).utf8))], entities: [directory], log: &log)
      guard let table, !log.hasErrors else {
        throw WarehouseYear.Trouble(description: log.diagnostics.map(\.message.en).joined(separator: "\n"))
      }
      var found = DiagnosticLog()
      return edition.score(table, log: &found)
    }
    self.init(
      old: pair.old, new: pair.new, scores: (try scores(pair.old, pair.oldData), try scores(pair.new, pair.newData)), settings: settings,
      rows: (
        WarehouseYear.observationRows(pair.old.edition, pair.oldData, settings),
        WarehouseYear.observationRows(pair.new.edition, pair.newData, settings)
      ), entityRows: WarehouseYear.entityRows(pair.new.edition, pair.entities))
  }
}
