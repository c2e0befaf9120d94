internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// An entity below which nobody was surveyed, though parts are recorded for those below.
public struct NotSurveyed: Sendable, Hashable {
  /// The rung of the entity, 0 for the top.
  public let rung: Int
  /// The entity.
  public let entity: Int
  /// The rung on which nobody was surveyed.
  public let empty: Int
  /// The parts that have no value there.
  public let parts: [String]
}

extension Plan {
  /// Gathers by entity which parts found nobody to look at.
  func named(_ found: [(part: Int, rung: Int, entity: Int)]) -> [NotSurveyed] {
    struct Place: Hashable {
      let rung: Int
      let entity: Int
      let empty: Int
    }
    let places = Dictionary(grouping: found) { Place(rung: $0.rung, entity: $0.entity, empty: nodes[$0.part].rung) }
    return places.map { place, parts in
      NotSurveyed(rung: place.rung, entity: place.entity, empty: place.empty, parts: parts.map { nodes[$0.part].id }.sorted())
    }.sorted { ($0.rung, $0.entity, $0.empty) < ($1.rung, $1.entity, $1.empty) }
  }
}

extension ScoreTable {
  /// Not surveyed is no mistake, but it moves a score, so it is never passed over in silence.
  func reportNotSurveyed(log: inout DiagnosticLog) {
    for found in notSurveyed {
      let path = observations.population.rungs[found.rung][found.entity].path
      let rung = edition.rungs[found.empty].id.value
      guard counts(found.entity, on: found.rung) else {
        reportWeightless(path, edition.rungs[found.rung].id.value, without: rung, log: &log)
        continue
      }
      let parts = found.parts.prefix(5).joined(separator: ", ") + (found.parts.count > 5 ? ", ..." : "")
      log.warning(
        .notSurveyed, at: nil,
        Words(
          id: "`\(path)` tidak punya satu pun `\(rung)` dalam data; bagian ini tidak ikut dinilai di sana: \(parts)",
          en: "`\(path)` has no `\(rung)` in the data; these parts are left out there: \(parts)"),
        help: Words(
          id: "bila seharusnya disurvei, tambahkan barisnya; nilai tanpa bagian itu dapat lebih tinggi atau lebih rendah",
          en: "if it should have been surveyed, add its rows; the score without these parts can be higher or lower"))
    }
  }

  /// What weighs by the number of those below it weighs nothing without them.
  private func reportWeightless(_ path: String, _ own: String, without rung: String, log: inout DiagnosticLog) {
    log.warning(
      .notSurveyed, at: nil,
      Words(
        id: "`\(path)` tidak punya satu pun `\(rung)` dalam data; `\(own)` ini tidak berbobot dan tidak ikut dihitung",
        en: "`\(path)` has no `\(rung)` in the data; this `\(own)` has no weight and does not count"),
      help: Words(
        id: "bila seharusnya disurvei, tambahkan barisnya; sampai saat itu nilai di atasnya dibuat dari yang lain saja",
        en: "if it should have been surveyed, add its rows; until then the score above it is made of the others alone"))
  }
}
