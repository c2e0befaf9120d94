import RuleDiagnostics

/// Mistakes between one edition and the next.
extension Fixture {
  static let ofEditions: [Fixture] = [
    Fixture(.baseEdition, file: RuleText.extending("⟦2020⟧")),
    Fixture(.baseEdition, file: RuleText.extending("⟦2022⟧"), others: ["2022": RuleText.extending("2022")]),
    Fixture(
      .baseEdition, file: RuleText.extending(),
      others: ["2021": RuleText.extending("⟦2022⟧").replacing("edition: 2022", with: "edition: 2021"), "2022": RuleText.sound]),
    Fixture(.baseEdition, "⟦changes⟧: []"),
    Fixture(.baseEdition, file: RuleText.extending() + "⟦zones⟧: {ladder: [{id: merah, from: 0}]}\n"),
    Fixture(.baseEdition, file: RuleText.extending("{edition: ⟦2021⟧}").replacing("id: uji", with: "id: lain")),
    Fixture(
      .baseEdition, file: RuleText.extending("⟦2021⟧"),
      others: ["2021": RuleText.base.replacing("edition: 2021", with: "edition: 2020")]),
    Fixture(.wrongShape, file: RuleText.extending("⟦[2021]⟧")),
    Fixture(.notReadYet, file: RuleText.extending("{edition: 2021, ⟦digest⟧: abc}")),
    Fixture(.missingKey, file: RuleText.extending("⟦⟧{}")),
    Fixture(.missingKey, file: "⟦⟧" + RuleText.extending().replacing("edition: 2022\n", with: "")),
    Fixture(.formatVersion, file: RuleText.extending().replacing("timbang: 1", with: "timbang: ⟦3⟧")),
    Fixture(
      .formatVersion, file: RuleText.extending(),
      others: ["2021": RuleText.base.replacing("timbang: 1", with: "timbang: ⟦2⟧")]),
    Fixture(
      .notANumber, file: RuleText.extending(), others: ["2021": RuleText.base.replacing("weight: 60", with: "weight: ⟦60%⟧")]),
    Fixture(.unknownKey, file: RuleText.change("- set: {part: masuk, weight: 50, ⟦recode⟧: {0: 1}}")),
    Fixture(.notANumber, file: RuleText.change("- set: {field: ada, recode: {0: ⟦satu⟧}}")),
    Fixture(.baseEdition, file: RuleText.extending() + "⟦flags⟧: {lulus: {when: ada}}\n"),
    Fixture(.unknownField, file: RuleText.change("- set: {flag: ⟦lulus⟧, when: ada}")),
    Fixture(.unknownField, file: RuleText.change("- remove: {flag: ⟦lulus⟧}")),
    Fixture(.duplicateID, file: RuleText.change("- add: {flags: {lulus: {when: ada}}}\n- add: {flags: {⟦lulus⟧: {when: ada}}}")),
    Fixture(.wrongShape, file: RuleText.extending(changes: "⟦ubah⟧")),
    Fixture(.wrongShape, file: RuleText.extending(changes: "- ⟦ubah⟧")),
    Fixture(.missingKey, file: RuleText.extending(changes: "- ⟦⟧{id: a, title: {id: A, en: A}, cite: pedoman}")),
    Fixture(.unknownKey, file: RuleText.extending(changes: "- {⟦ib⟧: a, title: {id: A, en: A}, cite: pedoman, edits: []}")),
    Fixture(.emptyEdit, file: RuleText.extending(changes: "- {id: a, title: {id: A, en: A}, cite: pedoman, edits: ⟦[]⟧}")),
    Fixture(
      .changeWithoutReason, .warning,
      file: RuleText.extending(changes: "- {id: ⟦a⟧, title: {id: A, en: A}, edits: [set: {part: masuk, weight: 70}]}")),
    Fixture(.unknownSource, file: RuleText.change("- set: {part: masuk, weight: 70}").replacing("cite: pedoman", with: "cite: ⟦uu25⟧")),
    Fixture(
      .duplicateID,
      file: RuleText.extending(
        changes: """
          - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
          - {id: ⟦a⟧, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: proses, weight: 30}]}
          """)),
    Fixture(
      .conflictingEdits,
      file: RuleText.extending(
        changes: """
          - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
          - {id: b, title: {id: B, en: B}, cite: pedoman, edits: [set: {part: masuk, ⟦weight⟧: 80}]}
          """)),
    Fixture(
      .conflictingEdits, file: RuleText.change("- set: {part: masuk, weight: 70}\n- set: {part: masuk, ⟦weight⟧: 80}")),
    Fixture(
      .conflictingEdits,
      file: RuleText.extending(
        changes: "- {id: a, title: {id: A, en: A}, cite: pedoman, after: [⟦b⟧], edits: [set: {part: masuk, weight: 70}]}")),
  ]

  /// Mistakes in where the parts of an edition that is written whole come from.
  static let ofLineage: [Fixture] = [
    lineage(.missingKey, "⟦⟧{}"),
    lineage(.wrongShape, "{from: 2021, parts: ⟦{}⟧}"),
    lineage(.wrongShape, "{from: 2021, parts: [⟦{kind: split, from: masuk, to: masuk}⟧]}"),
    lineage(.notAChoice, "{from: 2021, parts: [{kind: ⟦rename⟧, from: masuk, to: masuk}]}"),
    lineage(.notAChoice, "{from: 2021, fields: [{kind: ⟦moved⟧, from: ada, to: buka}]}"),
    lineage(.unknownPart, "{from: 2021, parts: [{kind: same, from: ⟦mask⟧, to: masuk}]}"),
    lineage(.unknownPart, "{from: 2021, parts: [{kind: same, from: masuk, to: ⟦lain⟧}]}"),
    lineage(.unknownKey, "{⟦form⟧: 2021}"),
    lineage(.unknownKey, "{from: 2021, parts: [{⟦kid⟧: same, from: masuk, to: masuk}]}"),
    lineage(.unknownChange, "{from: 2021, parts: [{kind: moved, from: masuk, to: masuk, change: ⟦susunan⟧}]}"),
    lineage(.changeWithoutReason, .warning, "{from: 2021, changes: [{id: ⟦a⟧, title: {id: A, en: A}}]}"),
    lineage(.baseEdition, .warning, "{from: ⟦2019⟧}"),
    lineage(.baseEdition, "{from: ⟦2020⟧}"),
    Fixture(
      .vanishedPart, .warning,
      file: RuleText.base.replacing("edition: 2021", with: "edition: 2022").replacing("id: jam", with: "id: loket")
        + "lineage: ⟦{from: 2021}⟧\n"),
  ]

  private static func lineage(_ code: DiagnosticCode, _ text: String) -> Fixture { lineage(code, .error, text) }

  private static func lineage(_ code: DiagnosticCode, _ severity: Severity, _ lineage: String) -> Fixture {
    Fixture(
      code, severity, file: RuleText.base.replacing("edition: 2021", with: "edition: 2022") + "lineage: \(lineage)\n",
      others: ["2021": RuleText.base, "2020": RuleText.base])
  }

  /// Mistakes in single edits.
  static let ofEdits: [Fixture] = [
    edit(.emptyEdit, "- ⟦{}⟧"),
    edit(.unknownKey, "- ⟦delete⟧: {part: masuk}"),
    edit(.unknownKey, "- ⟦part⟧: {id: baru, weight: 1, yes_no: ada}"),
    edit(.weightsSum, "- set: {defaults: {weights_sum: 100}}\n- set: {part: jam, weight: 100}\n- set: {part: masuk, weight: ⟦61⟧}"),
    edit(.unknownKey, "- {⟦sett⟧: {part: masuk, weight: 70}}"),
    edit(.oneBody, "- {set: {part: masuk, weight: 70}, ⟦remove⟧: {part: proses}}"),
    edit(.unknownPart, "- set: {part: ⟦masukan⟧, weight: 70}"),
    edit(.unknownPart, "- remove: {part: ⟦keluar⟧}"),
    edit(.unknownPart, "- move: {part: masuk, under: ⟦prose⟧}"),
    edit(.unknownPart, "- add: {under: ⟦totl⟧, part: {id: baru, weight: 1, yes_no: ada}}"),
    edit(.unknownPart, "- replace: {part: {id: ⟦lain⟧, weight: 1, yes_no: ada}}"),
    edit(.unknownField, "- remove: {field: ⟦adaa⟧}"),
    edit(.unknownField, "- set: {field: ⟦adaa⟧, type: count}"),
    edit(.unknownRung, "- set: {rung: ⟦unitt⟧, combine: max}"),
    edit(.missingKey, "- add: ⟦⟧{part: {id: baru, weight: 1, yes_no: ada}}"),
    edit(.missingKey, "- add: ⟦⟧{under: total, fields: {catatan: {per: unit, type: text}}}"),
    edit(.missingKey, "- replace: {part: ⟦⟧{weight: 70, yes_no: ada}}"),
    edit(.missingKey, "- set: ⟦{weight: 70}⟧"),
    edit(.missingKey, "- set: ⟦{part: masuk, rung: unit, weight: 70}⟧"),
    edit(.emptyEdit, "- add: ⟦{}⟧"),
    edit(.emptyEdit, "- add: {fields: ⟦{}⟧}"),
    edit(.emptyEdit, "- set: ⟦{part: masuk}⟧"),
    edit(.emptyEdit, "- set: {defaults: ⟦{}⟧}"),
    edit(.emptyEdit, "- remove: ⟦{}⟧"),
    edit(.emptyEdit, "- replace: ⟦{}⟧"),
    edit(.emptyEdit, "- remove: {part: ⟦total⟧}"),
    edit(.emptyEdit, .warning, "- set: {part: masuk, weight: ⟦60⟧}"),
    edit(.emptyEdit, .warning, "- set: {part: proses, goalposts: ⟦none⟧}"),
    edit(.moveIntoItself, "- move: {part: proses, under: ⟦proses⟧}"),
    edit(.moveIntoItself, "- move: {part: total, under: ⟦proses⟧}"),
    edit(.wrongShape, "- move: {part: proses, under: ⟦masuk⟧}"),
    edit(.wrongShape, "- add: {under: ⟦masuk⟧, part: {id: baru, weight: 1, yes_no: ada}}"),
    edit(.wrongShape, "- add: {under: total, part: ⟦baru⟧}"),
    edit(.wrongShape, "- set: {defaults: ⟦skip⟧}"),
    edit(.unknownKey, "- set: {part: masuk, ⟦id⟧: masukan}"),
    edit(.unknownKey, "- set: {part: masuk, weight: 70, ⟦bobot⟧: 70}"),
    edit(.unknownKey, "- set: {defaults: {missing: skip}, ⟦weight⟧: 70}"),
    edit(.missingKey, "- rename: ⟦{to: lain}⟧"),
    edit(.missingKey, "- rename: ⟦{part: masuk, field: ada, to: lain}⟧"),
    edit(.missingKey, "- rename: ⟦⟧{part: masuk}"),
    edit(.notAnID, "- rename: {part: masuk, to: ⟦lain lagi⟧}"),
    edit(.unknownPart, "- rename: {part: ⟦mask⟧, to: lain}"),
    edit(.unknownField, "- rename: {field: ⟦adaa⟧, to: lain}"),
    edit(.duplicateID, "- rename: {part: masuk, to: ⟦jam⟧}"),
    edit(.duplicateID, "- rename: {field: ada, to: ⟦buka⟧}"),
    edit(.wrongShape, "- split: {part: masuk, into: ⟦[{id: satu, weight: 60, yes_no: ada}]⟧}"),
    edit(.missingKey, "- split: {part: masuk, into: [{id: satu, weight: 30, yes_no: ada}, ⟦⟧{weight: 30, yes_no: ada}]}"),
    edit(.duplicateID, "- split: {part: masuk, into: [{id: satu, weight: 30, yes_no: ada}, {id: ⟦jam⟧, weight: 30, yes_no: ada}]}"),
    edit(.moveIntoItself, "- split: {part: ⟦total⟧, into: [{id: satu, weight: 30, yes_no: ada}, {id: dua, weight: 30, yes_no: ada}]}"),
    edit(
      .splitWeights, .warning, "- split: {part: masuk, into: ⟦[{id: satu, weight: 30, yes_no: ada}, {id: dua, weight: 31, yes_no: ada}]⟧}"),
    edit(.wrongShape, "- merge: {parts: ⟦[masuk]⟧, into: {id: satu, weight: 60, yes_no: ada}}"),
    edit(.wrongShape, "- merge: {parts: ⟦[masuk, masuk]⟧, into: {id: satu, weight: 60, yes_no: ada}}"),
    edit(.unknownPart, "- merge: {parts: [masuk, ⟦mask⟧], into: {id: satu, weight: 60, yes_no: ada}}"),
    edit(.missingKey, "- merge: {parts: [masuk, jam], into: ⟦⟧{weight: 60, yes_no: ada}}"),
    edit(.moveIntoItself, "- merge: {parts: [proses, ⟦jam⟧], into: {id: satu, weight: 60, yes_no: ada}}"),
    edit(.moveIntoItself, "- merge: {parts: [⟦masuk⟧, total], into: {id: satu, weight: 60, yes_no: ada}}"),
    edit(
      .splitWeights, .warning, "- remove: {field: buka}\n- merge: {parts: [masuk, proses], into: ⟦{id: satu, weight: 60, yes_no: ada}⟧}"),
    edit(.duplicateID, "- add: {under: total, part: {id: ⟦masuk⟧, weight: 1, yes_no: ada}}"),
    edit(.duplicateID, "- add: {fields: {⟦ada⟧: {per: unit, type: count}}}"),
  ]
}
