import RuleDiagnostics

/// What is worth knowing about the way from one edition to the next.
extension Fixture {
  static let ofSteps: [Fixture] = [
    // `jam` goes on, but reads another field than before.
    Fixture(
      .fieldNotRecorded, .warning,
      file: edits(
        """
        - add: {fields: {tutup: {per: unit, type: yes_no}}}
        - set: {part: jam, yes_no: tutup}
        - remove: {field: buka}
        """)),
    Fixture(
      .fieldNotRecorded, .warning,
      file: whole("lineage: {from: ⟦2021⟧}", replacing: "buka", by: "tutup")),
    Fixture(
      .reusedID, .warning,
      file: edits(
        """
        - set: {field: ada, type: count, range: [0, 1]}
        - set: {part: masuk, levels: {field: ada, scores: {0: 0, 1: 100}}}
        """)),
    Fixture(
      .reusedID, .warning, file: edits("- set: {field: lama, unit: jam}"),
      others: [
        "2021": RuleText.with(
          """
          edition: 2021
          fields: {lama: {per: unit, type: number, range: [0, 9], unit: menit}}
          score: {id: total, cite: pedoman, linear: {field: lama, worst: 9, best: 0}}
          """)
      ]),
    Fixture(
      .reusedID, .warning,
      file: RuleText.change(
        """
        - add: {fields: {nilai: {per: unit, type: number, range: [0, 100]}}}
        - replace: {part: {id: ⟦masuk⟧, weight: 60, linear: {field: nilai, worst: 0, best: 100}}}
        - add: {under: total, part: {id: adanya, weight: 1, yes_no: ada}}
        """)),
    // `masuk` of 2021 goes on as `loket`, and another part takes its name in the same year.
    Fixture(
      .reusedID, .warning,
      file: RuleText.change(
        """
        - rename: {part: masuk, to: loket}
        - add: {under: total, part: {id: ⟦masuk⟧, weight: 1, yes_no: ada}}
        """)),
    // The field went in 2021 and comes back in 2022 on another scale.
    Fixture(
      .reusedID, .warning,
      file: RuleText.change(
        """
        - add: {fields: {⟦puas⟧: {per: unit, type: number, range: [0, 100]}}}
        - add: {under: total, part: {id: puas, weight: 1, linear: {field: puas, worst: 0, best: 100}}}
        """),
      others: [
        "2021": RuleText.change("- remove: {part: puas}\n- remove: {field: puas}").replacing("edition: 2022", with: "edition: 2021")
          .replacing("extends: 2021", with: "extends: 2020"),
        "2020": RuleText.with(
          """
          edition: 2020
          fields: {ada: {per: unit, type: yes_no}, puas: {per: unit, type: yes_no}}
          score: {id: total, cite: pedoman, parts: [{id: masuk, weight: 1, yes_no: ada}, {id: puas, weight: 1, yes_no: puas}]}
          """),
      ]),
    // The second change weighs a part that only the first brings.
    Fixture(
      .changeSubset, .warning,
      file: RuleText.extending(
        changes: """
          - id: baru
            title: {id: Baru, en: New}
            cite: pedoman
            edits: [add: {under: total, part: {id: loket, weight: 1, yes_no: ada}}]
          - {id: ⟦bobot⟧, title: {id: Bobot, en: Weight}, cite: pedoman, edits: [set: {part: loket, weight: 2}]}
          """)),
    // Without the second change the first leaves a group empty.
    Fixture(
      .changeSubset, .warning,
      file: RuleText.extending(
        changes: """
          - id: ⟦susunan⟧
            title: {id: Susunan, en: Order}
            cite: pedoman
            edits: [add: {under: total, part: {id: depan, weight: 1, parts: []}}]
          - {id: pindah, title: {id: Pindah, en: Move}, cite: pedoman, after: [susunan], edits: [move: {part: masuk, under: depan}]}
          """)),
  ]

  /// Weights that are new while what is said of their origin is not.
  static let ofGrounds: [Fixture] = [
    ground("- set: {part: masuk, weight: ⟦70⟧}"),
    ground("- set: {part: masuk, weight: ⟦70⟧, cite: pedoman}"),
    // The group says it for its parts.
    ground("- set: {part: jam, weight: ⟦2⟧}", "{id: proses, weight: 40,", "{id: proses, weight: 40, provenance: reconstructed,"),
    ground("- move: {part: masuk, under: proses, weight: ⟦2⟧}"),
  ]

  private static func ground(
    _ edit: String, _ old: String = "weight: 60", _ new: String = "weight: 60, provenance: published"
  ) -> Fixture {
    Fixture(.provenanceTakenOver, .warning, file: RuleText.change(edit), others: ["2021": RuleText.base.replacing(old, with: new)])
  }

  /// The base edition, written whole a year later with a lineage, some words replaced.
  private static func whole(_ lineage: String, replacing old: String, by new: String) -> String {
    RuleText.base.replacing("edition: 2021", with: "edition: 2022").replacing(old, with: new) + lineage + "\n"
  }

  /// Edits of the base, the mark on its name.
  private static func edits(_ edits: String) -> String {
    RuleText.change(edits).replacing("extends: 2021", with: "extends: ⟦2021⟧")
  }
}
