import Dice
import Comparison
import RuleModel
import Testing
@testable import YearPairs

/// The intermediate scores of the observed path are scores that anybody can print.
@Suite("Intermediate scores")
struct CounterfactualTests {
  /// `v(P)` is the newer data of the older year's entities under the older rules, `v(P+S)` the newer data whole. Neither is scored where
  /// the older rules refuse these data, because they insist on something that is missing there; the world then takes the average of the
  /// peers. Where the newer instrument no longer records a field, its old values stay, as the assumptions say; an entity that joined has
  /// none, so its `v(P+S)` is no score of existing observations either.
  @Test(arguments: seeds(20, from: 2_000))
  func `they equal what scoring the same observations under the old rules gives`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<30 {
      let years = try TwoYears(seed: dice.next())
      for change in years.explained(.observed, depth: 0) {
        for world in change.worlds {
          guard let total = try scored(world.id, change.entity, years) else { continue }
          compared += 1
          #expect(world.total == total, "v(\(world.id)) of \(change.entity)\n\(years.text)")
          if world.total != total { return }
        }
      }
    }
    #expect(compared > 25, "seed \(seed): only \(compared) scores")
  }

  /// What scoring gives; nil where it refuses, or where there is nothing to score.
  private func scored(_ world: String, _ institution: String, _ years: TwoYears) throws -> Fraction? {
    var data = RandomSurvey.Year()
    let names = years.changes.newNames
    data.entities = world == "P" ? years.survey.old.entities : years.survey.new.entities
    for field in years.changes.oldFields {
      let isRecorded = years.newRules.edition.field(names[field.id] ?? field.id) != nil
      for (path, rung) in data.entities where rung == field.rung {
        let isContinuing = years.survey.old.entities[path] != nil && years.survey.new.entities[path] != nil
        if !isRecorded, years.survey.old.entities[path] == nil, path.hasPrefix(institution) { return nil }
        let year = isContinuing && !isRecorded || years.survey.new.entities[path] == nil ? years.survey.old : years.survey.new
        if let value = year.cells[field.id]?[path] { data.cells[field.id, default: [:]][path] = value }
      }
    }
    let rows = data.rows(years.changes.rules.rungs) { years.oldRules.edition.field($0) == nil ? nil : $0 }
    return years.total(of: institution, in: try TwoYears.score(years.oldRules, [rows], years.survey.entities))
  }
}
