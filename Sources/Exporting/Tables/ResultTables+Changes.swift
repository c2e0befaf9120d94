internal import Comparison
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel

extension ResultTables {
  /// The two totals of each institution, with the cause of its zone, or why its change cannot be split.
  func changeTable(_ changes: Changes) -> ResultTable {
    let columns =
      [ResultColumn.institution] + ResultColumn.who + [
        ResultColumn("from_total", .decimal, Words(id: "Nilai awal", en: "Score before")),
        ResultColumn("from_", .zone, Words(id: "Zona awal", en: "Zone before")),
        ResultColumn("to_total", .decimal, Words(id: "Nilai akhir", en: "Score after")),
        ResultColumn("to_", .zone, Words(id: "Zona akhir", en: "Zone after")),
        ResultColumn("change", .decimal, Words(id: "Perubahan", en: "Change")),
        ResultColumn("change_exact", .exact, Words(id: "Perubahan tepat", en: "Exact change")),
        ResultColumn("zone_cause", .text, Words(id: "Sebab zona", en: "Cause of the zone")),
        ResultColumn("not_explained", .text, Words(id: "Tidak dijelaskan", en: "Not explained")),
      ]
    return ResultTable("changes", Words(id: "Perubahan", en: "Changes"), columns, blocks: changes.results.count) { number in
      switch changes.results[number] {
      case .notExplained(let entity, let reason):
        [
          [.text(entity.path), .text(entity.name), ResultCell(entity.kind), ResultCell(entity.province)]
            + Array(repeating: .none, count: 7) + [.text(reason.rawValue)]
        ]
      case .explained(let change):
        [
          [.text(change.entity), .text(change.name), ResultCell(change.kind), ResultCell(change.province)] + change.side(change.from)
            + change.side(change.to) + [
              .decimal(change.reportedChange, places: change.places), .exact(change.change), .text(change.zone.cause.rawValue), .none,
            ]
        ]
      }
    }
  }

  /// The blocks of each explanation in the order of its path, each with the score after it.
  func stepTable(_ changes: Changes) -> ResultTable {
    let explained = changes.explained
    return ResultTable(
      "steps", Words(id: "Langkah", en: "Steps"),
      [
        .institution, .name, .step, ResultColumn("block", .text, Words(id: "Langkah", en: "Step")), .label,
      ] + ResultColumn.amount + [
        ResultColumn("after", .decimal, Words(id: "Nilai sesudahnya", en: "Score after it")),
        ResultColumn("lowest_exact", .exact, Words(id: "Terendah menurut urutan", en: "Lowest over the orders")),
        ResultColumn("highest_exact", .exact, Words(id: "Tertinggi menurut urutan", en: "Highest over the orders")),
      ], blocks: explained.count
    ) { number in
      let change = explained[number]
      var after = change.from.reported.rounded(places: change.places, mode: .halfUp)
      return change.steps.enumerated().map { place, step in
        after = after + step.printed
        return [.text(change.entity), .text(change.name), .whole(place + 1), .text(step.id), .words(step.words)]
          + change.amount(of: step) + [
            .decimal(after, places: change.places), step.range.map { .exact($0.lowerBound) } ?? .none,
            step.range.map { .exact($0.upperBound) } ?? .none,
          ]
      }
    }
  }

  /// What each block is made of.
  func lineTable(_ changes: Changes) -> ResultTable {
    let explained = changes.explained
    return ResultTable(
      "lines", Words(id: "Rincian", en: "Lines"),
      [
        .institution, .name, .step, ResultColumn("line", .whole, Words(id: "Baris", en: "Line")),
        ResultColumn("cause", .text, Words(id: "Sebab", en: "Cause")), .label,
      ] + ResultColumn.amount + [
        ResultColumn("newly_measured", .flag, Words(id: "Baru diukur", en: "Newly measured")),
        ResultColumn("provenance", .text, Words(id: "Asal angka", en: "Provenance")),
      ], blocks: explained.count
    ) { number in
      let change = explained[number]
      return change.steps.enumerated().flatMap { place, step in
        step.lines.enumerated().map { position, line in
          [
            .text(change.entity), .text(change.name), .whole(place + 1), .whole(position + 1), .text(line.id), .words(line.words),
          ] + change.amount(of: line) + [.flag(line.isNewlyMeasured), ResultCell(line.grounds.provenance?.rawValue)]
        }
      }
    }
  }

  /// What explanations take for granted.
  func assumptionTable(_ changes: Changes) -> ResultTable {
    let explained = changes.explained
    return ResultTable(
      "assumptions", Words(id: "Asumsi", en: "Assumptions"),
      [
        .institution, .name, ResultColumn("number", .whole, Words(id: "Nomor", en: "Number")),
        ResultColumn("assumption", .text, Words(id: "Asumsi", en: "Assumption")),
        ResultColumn("what", .text, Words(id: "Tentang", en: "About")),
        ResultColumn("text", .words, Words(id: "Keterangan", en: "Text")),
      ], blocks: explained.count
    ) { number in
      explained[number].assumptions.enumerated().map { place, assumption in
        [
          .text(explained[number].entity), .text(explained[number].name), .whole(place + 1), .text(assumption.kind.rawValue),
          .text(assumption.what), .words(assumption.words),
        ]
      }
    }
  }
}

extension ScoreChange {
  /// The blocks, then what the rounding of the totals adds.
  fileprivate var steps: [Line] { blocks + [finalRounding] }

  fileprivate func side(_ year: Year) -> [ResultCell] {
    [.decimal(year.reported, places: places), year.zone.map { .zone($0) } ?? .none]
  }

  fileprivate func amount(of line: Line) -> [ResultCell] { [.decimal(line.printed, places: places), .exact(line.amount)] }
}

extension ResultColumn {
  fileprivate static let name = ResultColumn("name", .text, Words(id: "Nama", en: "Name"), isRepeated: true)
  fileprivate static let step = ResultColumn("step", .whole, Words(id: "Nomor langkah", en: "Step number"))
  fileprivate static let amount = [
    ResultColumn("amount", .decimal, Words(id: "Poin", en: "Points")),
    ResultColumn("amount_exact", .exact, Words(id: "Poin tepat", en: "Exact points")),
  ]
}
