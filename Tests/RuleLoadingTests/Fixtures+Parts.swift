import RuleDiagnostics

/// Mistakes in the tree of parts.
extension Fixture {
  static let ofParts: [Fixture] = [
    Fixture(
      .weightsSum,
      """
      defaults: {weights_sum: 100}
      fields: {ada: {per: unit, type: yes_no}, buka: {per: unit, type: yes_no}}
      score:
        id: ⟦total⟧
        cite: pedoman
        parts:
          - {id: masuk, weight: 60, yes_no: ada}
          - {id: jam, weight: 50, yes_no: buka}
      """),
    Fixture(
      .weightsSum,
      """
      defaults: {weights_sum: 100}
      score:
        id: ⟦total⟧
        cite: pedoman
        combine: sum
        parts:
          - {id: satu, weight: "100/3", yes_no: ada}
          - {id: dua, weight: "100/3", yes_no: ada}
          - {id: tiga, weight: 33.33, yes_no: ada}
      """),
    Fixture(.weightNotPositive, "score: {id: total, cite: pedoman, parts: [{id: masuk, weight: ⟦0⟧, yes_no: ada}]}"),
    Fixture(.weightNotPositive, "score: {id: total, cite: pedoman, parts: [{id: masuk, weight: ⟦\"-1/3\"⟧, yes_no: ada}]}"),
    Fixture(
      .duplicateID,
      """
      score:
        id: total
        cite: pedoman
        parts:
          - {id: masuk, weight: 60, yes_no: ada}
          - {id: ⟦masuk⟧, weight: 40, yes_no: ada}
      """),
    Fixture(.duplicateID, "score: {id: total, cite: pedoman, parts: [{id: ⟦total⟧, weight: 60, yes_no: ada}]}"),
    Fixture(.emptyGroup, "fields: {}\nscore: {id: ⟦total⟧, cite: pedoman, parts: []}"),
    Fixture(.oneBody, "score: {id: ⟦total⟧, cite: pedoman}"),
    Fixture(.oneBody, "score: {id: total, cite: pedoman, yes_no: ada, ⟦levels⟧: {field: ada, scores: {0: 0, 1: 100}}}"),
    Fixture(.unknownField, "score: {id: total, cite: pedoman, yes_no: ⟦adaa⟧}"),
    Fixture(.unknownField, "score: {id: total, cite: pedoman, checklist: {items: [ada, ⟦pegawai⟧]}}"),
    Fixture(.unknownSource, "score: {id: total, cite: [pedoman, ⟦\"uu25 pasal 3\"⟧], yes_no: ada}"),
    Fixture(
      .wrongRung,
      """
      units: {unit: {}, produk: {in: unit}}
      score: {id: total, cite: pedoman, at: produk, parts: [{id: ⟦masuk⟧, weight: 1, yes_no: ada}]}
      """),
    Fixture(
      .wrongRung,
      """
      units: {unit: {}, produk: {in: unit}}
      fields: {ada: {per: unit, type: yes_no}, buka: {per: produk, type: yes_no}}
      score: {id: ⟦total⟧, cite: pedoman, checklist: {items: [ada, buka]}}
      """),
    Fixture(
      .wrongRung,
      """
      units: {unit: {}, produk: {in: unit}}
      score: {id: total, cite: pedoman, at: produk, parts: [{id: ⟦dalam⟧, weight: 1, at: unit, parts: [{id: masuk, weight: 1, yes_no: ada}]}]}
      """),
    Fixture(
      .roundingRung,
      """
      units: {unit: {}, produk: {in: unit}}
      score: {id: ⟦total⟧, cite: pedoman, yes_no: ada, round: {places: 2, on: [produk]}}
      """),
    Fixture(.scoreOutsideScale, "score: {id: ⟦total⟧, cite: pedoman, yes_no: ada, missing: {value: 100.5}}"),
    group("goalposts: {worst: 0, best: ⟦100.5⟧, clamp: true}", .scoreOutsideScale),
    group("goalposts: {worst: ⟦-1⟧, best: 60, clamp: true}", .scoreOutsideScale),
    group("goalposts: {worst: 60, best: ⟦60.0⟧, clamp: true}", .linearEnds),
    group("goalposts: ⟦⟧{worst: 0, clamp: true}", .missingKey),
    group("goalposts: {worst: 0, best: 60, ⟦klamp⟧: true}", .unknownKey),
    group("goalposts: ⟦off⟧", .notAChoice),
    group("goalposts: ⟦[0, 60]⟧", .wrongShape),
    Fixture(.unknownKey, "score: {id: total, cite: pedoman, yes_no: ada, ⟦goalposts⟧: {worst: 0, best: 60}}"),
    group("goalposts: {worst: 0, best: 60}", .formulaRisk, .note, marksTotal: true),
    group("goalposts: {worst: 100, best: 40}", .formulaRisk, .note, marksTotal: true),
  ]

  /// A total of one answer with a key more.
  private static func group(_ key: String, _ code: DiagnosticCode, _ severity: Severity = .error, marksTotal: Bool = false) -> Fixture {
    Fixture(
      code, severity,
      "score: {id: \(marksTotal ? "⟦total⟧" : "total"), cite: pedoman, \(key), parts: [{id: masuk, weight: 1, yes_no: ada}]}")
  }

  /// Mistakes in how an observation becomes points.
  static let ofScales: [Fixture] = [
    Fixture(.wrongFieldType, "fields: {nilai: {per: unit, type: number}}\nscore: {id: ⟦total⟧, cite: pedoman, yes_no: nilai}"),
    Fixture(.wrongFieldType, "score: {id: ⟦total⟧, cite: pedoman, levels: {field: ada, scores: {0: 0, 1: 100}}}"),
    Fixture(.wrongFieldType, "score: {id: ⟦total⟧, cite: pedoman, linear: {field: ada, worst: 0, best: 1, clamp: true}}"),
    scale("bands: {field: nilai, rows: ⟦[]⟧}", .bandRows),
    scale("bands: {field: nilai, rows: [{from: 5, score: 0}]}", .bandRows, marksTotal: true),
    scale("bands: {field: nilai, rows: [{from: 0, score: 0}, {from: 0.0, score: 50}]}", .bandRows, marksTotal: true),
    scale("bands: {field: nilai, rows: [{from: 0, score: 0}, {from: 11, score: 50}]}", .bandRows, marksTotal: true),
    Fixture(
      .bandRows,
      "fields: {nilai: {per: unit, type: number}}\nscore: {id: ⟦total⟧, cite: pedoman, bands: {field: nilai, rows: [{from: 0, score: 0}]}}"),
    scale("bands: {field: nilai, rows: [⟦⟧{from: 0}]}", .missingKey),
    scale("levels: {field: tingkat, scores: {0: 0, 2: 100}}", .levelScores, marksTotal: true),
    scale("levels: {field: tingkat, scores: {0: 0, 1: 50, 2: 100, 3: 100}}", .levelScores, marksTotal: true),
    scale("levels: {field: tingkat, scores: {0: 0, 1: 50, 2: 100, 2.0: 100}}", .levelScores, marksTotal: true),
    Fixture(
      .levelScores,
      "fields: {nilai: {per: unit, type: level}}\nscore: {id: ⟦total⟧, cite: pedoman, levels: {field: nilai, scores: {0: 0}}}"),
    Fixture(
      .levelScores,
      """
      fields: {nilai: {per: unit, type: level, range: [-9223372036854775808, 9223372036854775807]}}
      score: {id: ⟦total⟧, cite: pedoman, levels: {field: nilai, scores: {0: 0}}}
      """),
    scale("linear: {field: nilai, worst: 10, best: ⟦10.0⟧}", .linearEnds),
    scale("linear: {field: nilai, worst: 0, best: 9}", .scoreOutsideScale, marksTotal: true),
    scale("bands: {field: nilai, rows: [{from: 0, score: 101}]}", .scoreOutsideScale, marksTotal: true),
    scale("levels: {field: tingkat, scores: {0: -1, 1: 50, 2: 100}}", .scoreOutsideScale, marksTotal: true),
    Fixture(
      .precision,
      """
      fields: {nilai: {per: unit, type: number, range: [1, 10]}}
      score: {id: total, cite: pedoman, precision: 4, linear: {field: nilai, worst: ⟦0⟧, best: 10, log: true, clamp: true}}
      """),
    Fixture(
      .precision,
      """
      fields: {nilai: {per: unit, type: number, range: [0, 10]}}
      score: {id: total, cite: pedoman, precision: 4, linear: ⟦{field: nilai, worst: 1, best: 10, log: true}⟧}
      """),
    Fixture(.checklistItems, "fields: {}\nscore: {id: total, cite: pedoman, checklist: {items: ⟦[]⟧}}"),
    Fixture(.checklistItems, "score: {id: ⟦total⟧, cite: pedoman, checklist: {items: [ada, ada]}}"),
    Fixture(.checklistItems, "score: {id: ⟦total⟧, cite: pedoman, checklist: {items: [ada], points: {ada: 0}}}"),
    Fixture(.checklistItems, "score: {id: ⟦total⟧, cite: pedoman, checklist: {items: [ada], at_least: 2}}"),
  ]

  /// A total with one scale over a number from 0 to 10 or a level from 0 to 2.
  private static func scale(_ body: String, _ code: DiagnosticCode, marksTotal: Bool = false) -> Fixture {
    let field =
      body.contains("tingkat") ? "tingkat: {per: unit, type: level, range: [0, 2]}" : "nilai: {per: unit, type: number, range: [0, 10]}"
    return Fixture(code, "fields: {\(field)}\nscore: {id: \(marksTotal ? "⟦total⟧" : "total"), cite: pedoman, \(body)}")
  }
}
