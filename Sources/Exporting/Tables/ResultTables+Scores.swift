internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension ResultTables {
  /// The total of each institution: the league table.
  var scoreTable: ResultTable {
    table("scores", Words(id: "Nilai", en: "Scores"), [.run, .institution] + ResultColumn.who + ResultColumn.total + [.zone]) {
      run, institution in
      guard let total = run.scores.total(of: institution) else { return [] }
      let entity = run.scores.observations.population.rungs[0][institution]
      return [
        [.run(run.number), .text(entity.path), .text(entity.name), ResultCell(entity.kind), ResultCell(entity.province)]
          + run.total(total)
      ]
    }
  }

  /// The total of each unit.
  var unitTable: ResultTable {
    table(
      "units", Words(id: "Unit", en: "Units"),
      [
        .run, .institution, ResultColumn("unit", .text, Words(id: "Kode unit", en: "Unit id")), .unitName, .unitKind,
      ] + ResultColumn.total + [.zone, ResultColumn("counts", .flag, Words(id: "Ikut dihitung", en: "Counts"))]
    ) { run, institution in
      let (scores, population) = (run.scores, run.scores.observations.population)
      guard run.edition.rungs.count > 1, let root = scores.partIndex(run.edition.score.id.value) else { return [] }
      return population.entities(on: 1, under: institution, of: 0).compactMap { number in
        guard let total = scores.values.value(root, on: 1, of: number) else { return nil }
        let unit = population.rungs[1][number]
        return [
          .run(run.number), .text(population.rungs[0][institution].path), .text(unit.id), .text(unit.name), ResultCell(unit.kind),
        ] + run.total(total) + [.flag(scores.counts(number, on: 1))]
      }
    }
  }

  /// The value of each part, on its own rung and on each rung above it, for the topmost `rungs` rungs.
  func partTable(rungs: Int) -> ResultTable {
    table(
      "parts", Words(id: "Bagian", en: "Parts"),
      [
        .run, .institution, ResultColumn("at", .text, Words(id: "Tingkat", en: "Rung")), .entity, .part, .partLabel,
        ResultColumn("weight", .measure, Words(id: "Bobot", en: "Weight"), isRepeated: true),
        ResultColumn("value", .measure, Words(id: "Nilai", en: "Value")),
        ResultColumn("value_exact", .exact, Words(id: "Nilai tepat", en: "Exact value")),
      ]
    ) { run, institution in
      let (scores, population) = (run.scores, run.scores.observations.population)
      let top = population.rungs[0][institution].path
      return run.edition.score.subtree.enumerated().flatMap { order, part -> [[ResultCell]] in
        guard let index = scores.partIndex(part.id.value) else { return [] }
        // The total on the top rung is the result itself.
        let first = order == 0 ? 1 : 0
        return (first..<max(first, min(scores.rung(ofPart: index) + 1, rungs))).flatMap { rung in
          population.entities(on: rung, under: institution, of: 0).compactMap { entity -> [ResultCell]? in
            scores.values.value(index, on: rung, of: entity).map { value in
              [
                .run(run.number), .text(top), .text(run.edition.rungs[rung].id.value), .text(population.rungs[rung][entity].path),
                .text(part.id.value), .words(part.label), order == 0 ? .none : .measure(part.weight.value), .measure(value),
                .exact(value),
              ]
            }
          }
        }
      }
    }
  }

  /// Outcomes beside the score.
  var flagTable: ResultTable {
    table(
      "flags", Words(id: "Penanda", en: "Flags"),
      [
        .run, .institution, ResultColumn("flag", .text, Words(id: "Penanda", en: "Flag")), .label,
        ResultColumn("value", .flag, Words(id: "Berlaku", en: "Holds")),
      ]
    ) { run, institution in
      let path = run.scores.observations.population.rungs[0][institution].path
      return run.scores.flags(of: institution).map { flag, value in
        [.run(run.number), .text(path), .text(flag.id.value), .words(flag.label), value.map { .flag($0) } ?? .none]
      }
    }
  }

  /// What should have been recorded and was not, with what the rules made of it.
  var missingTable: ResultTable {
    let runs = runs
    return ResultTable(
      "missing", Words(id: "Data hilang", en: "Missing"),
      [
        .run, .institution, .entity, ResultColumn("field", .text, Words(id: "Bidang", en: "Field")), .label, .part,
        ResultColumn("policy", .text, Words(id: "Diperlakukan sebagai", en: "Treated as")),
      ], blocks: runs.count
    ) { number in
      let (run, population) = (runs[number], runs[number].scores.observations.population)
      return run.scores.missing.map { missing in
        [
          .run(run.number), .text(population.rungs[0][missing.institution].path),
          .text(population.rungs[missing.rung][missing.entity].path), .text(missing.field),
          .words(run.edition.field(missing.field)?.label ?? Words(same: missing.field)), .text(missing.part),
          .text(missing.policy.text),
        ]
      }
    }
  }

  /// Where nobody was surveyed though parts are recorded there.
  var notSurveyedTable: ResultTable {
    let runs = runs
    return ResultTable(
      "not_surveyed", Words(id: "Tidak disurvei", en: "Not surveyed"),
      [
        .run, .institution, .entity, ResultColumn("rung", .text, Words(id: "Tingkat", en: "Rung")),
        ResultColumn("parts", .text, Words(id: "Bagian", en: "Parts")),
      ], blocks: runs.count
    ) { number in
      let (run, population) = (runs[number], runs[number].scores.observations.population)
      return run.scores.notSurveyed.map { found in
        let institution = population.ancestor(of: found.entity, from: found.rung, on: 0)
        return [
          .run(run.number), .text(population.rungs[0][institution].path), .text(population.rungs[found.rung][found.entity].path),
          .text(run.edition.rungs[found.empty].id.value), .text(found.parts.joined(separator: " ")),
        ]
      }
    }
  }
}

extension ResultTables.Run {
  /// A total as it is published, exactly, and with its zone.
  func total(_ total: Fraction) -> [ResultCell] {
    [
      .decimal(edition.reported(total), places: edition.publishedPlaces), .exact(total),
      edition.zone(of: total).map { .zone($0) } ?? .none,
    ]
  }
}

extension ResultCell {
  /// A text, or nothing.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .none
  }
}

extension ResultColumn {
  static let run = ResultColumn("run", .run, Words(id: "Edisi", en: "Edition"))
  static let institution = ResultColumn("institution", .text, Words(id: "Instansi", en: "Institution"))
  static let who = [
    ResultColumn("name", .text, Words(id: "Nama", en: "Name"), isRepeated: true),
    ResultColumn("kind", .text, Words(id: "Jenis", en: "Kind"), isRepeated: true),
    ResultColumn("province", .text, Words(id: "Provinsi", en: "Province"), isRepeated: true),
  ]
  static let unitName = ResultColumn("name", .text, Words(id: "Nama unit", en: "Unit name"), isRepeated: true)
  static let unitKind = ResultColumn("kind", .text, Words(id: "Jenis", en: "Kind"), isRepeated: true)
  static let total = [
    ResultColumn("total", .decimal, Words(id: "Nilai", en: "Score")),
    ResultColumn("total_exact", .exact, Words(id: "Nilai tepat", en: "Exact score")),
  ]
  static let zone = ResultColumn("", .zone, Words(id: "Zona", en: "Zone"))
  static let entity = ResultColumn("entity", .text, Words(id: "Yang dinilai", en: "Entity"))
  static let part = ResultColumn("part", .text, Words(id: "Bagian", en: "Part"))
  static let partLabel = ResultColumn("label", .words, Words(id: "Nama bagian", en: "Part name"), isRepeated: true)
  static let label = ResultColumn("label", .words, Words(id: "Keterangan", en: "Label"))
}
