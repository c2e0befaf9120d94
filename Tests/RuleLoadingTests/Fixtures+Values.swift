import RuleDiagnostics

/// Mistakes in single values and keys.
extension Fixture {
  static let ofValues: [Fixture] = [
    Fixture(.wrongShape, "units: ⟦[unit]⟧"),
    Fixture(.wrongShape, "edition: ⟦[2022]⟧"),
    Fixture(.wrongShape, "title: ⟦Penilaian⟧"),
    Fixture(.wrongShape, "sources: {pedoman: ⟦Pedoman⟧}"),
    Fixture(.wrongShape, "units: {unit: {kinds: ⟦kota⟧}}"),
    Fixture(.wrongShape, "units: {unit: ⟦[]⟧}"),
    Fixture(.wrongShape, "score: ⟦ada⟧"),
    Fixture(.wrongShape, "score: {id: total, cite: pedoman, parts: ⟦{id: masuk}⟧}"),
    Fixture(.wrongShape, "score: {id: total, cite: pedoman, levels: {field: ada, scores: ⟦[0, 100]⟧}}"),
    Fixture(.wrongShape, "score: {id: total, cite: pedoman, yes_no: ada, label: {id: ⟦[Nilai]⟧, en: Score}}"),
    Fixture(.wrongShape, "score: {id: total, cite: pedoman, yes_no: ada, round: {places: 2, on: ⟦[]⟧}}"),
    Fixture(.unknownKey, "⟦judul⟧: {id: Penilaian, en: Assessment}"),
    Fixture(.unknownKey, "fields: {ada: {per: unit, type: yes_no, ⟦lable⟧: {id: Ada, en: Present}}}"),
    Fixture(.unknownKey, "fields: {ada: {⟦pre⟧: unit, type: yes_no}}"),
    Fixture(.unknownKey, "score: {⟦ib⟧: total, cite: pedoman, yes_no: ada}"),
    Fixture(.unknownKey, "score: {id: total, cite: pedoman, yes_no: ada, ⟦weight⟧: 1}"),
    Fixture(.unknownKey, "score: {id: total, cite: pedoman, yes_no: ada, ⟦combine⟧: mean}"),
    Fixture(.unknownKey, "score: {id: total, cite: pedoman, yes_no: ada, ⟦at⟧: unit}"),
    Fixture(.unknownKey, "score: {id: total, cite: pedoman, parts: [{id: masuk, ⟦wieght⟧: 1, yes_no: ada}]}"),
    Fixture(.unknownKey, "units: {unit: {combine: {⟦weightd⟧: {count: unit}}}}"),
    Fixture(.unknownKey, "score: {id: total, cite: pedoman, checklist: {items: [ada], points: {⟦adda⟧: 2}}}"),
    Fixture(.missingKey, file: RuleText.with("⟦⟧timbang: 1").replacing("id: uji\n", with: "")),
    Fixture(.missingKey, "fields: {ada: ⟦⟧{per: unit}}"),
    Fixture(.missingKey, "score: {id: total, cite: pedoman, parts: [⟦⟧{weight: 1, yes_no: ada}]}"),
    Fixture(.missingKey, "score: {id: total, cite: pedoman, parts: [⟦⟧{id: masuk, yes_no: ada}]}"),
    Fixture(.missingKey, "defaults: {missing: ⟦⟧{}}"),
    Fixture(.missingKey, "units: {unit: {kinds: [kota, desa], combine: ⟦{weighted: {kind: {kota: 1}}}⟧}}"),
    Fixture(.notANumber, "score: {id: total, cite: pedoman, parts: [{id: masuk, weight: ⟦21,85⟧, yes_no: ada}]}"),
    Fixture(.notANumber, "score: {id: total, cite: pedoman, parts: [{id: masuk, yes_no: ada, weight: ⟦\"21,85\"⟧}]}"),
    Fixture(.notANumber, "score: {id: total, cite: pedoman, yes_no: ada, round: ⟦2.5⟧}"),
    Fixture(.notANumber, "score: {id: total, cite: pedoman, yes_no: ada, round: {places: ⟦13⟧}}"),
    Fixture(.notANumber, "score: {id: total, cite: pedoman, yes_no: ada, missing: {value: ⟦nol⟧}}"),
    Fixture(.notANumber, "score: {id: total, cite: pedoman, levels: {field: ada, scores: {⟦baik⟧: 100}}}"),
    Fixture(.notABoolean, "fields: {ada: {per: unit, type: yes_no, optional: ⟦yes⟧}}"),
    Fixture(.notABoolean, "score: {id: total, cite: pedoman, yes_no: {field: ada, invert: ⟦True⟧}}"),
    Fixture(.notAnID, "edition: ⟦tahun 2022⟧"),
    Fixture(.notAnID, "score: {id: ⟦_total⟧, cite: pedoman, yes_no: ada}"),
    Fixture(.notAnID, "score: {id: ⟦\"\"⟧, cite: pedoman, yes_no: ada}"),
    Fixture(.notAnID, "units: {unit: {}, ⟦produk é⟧: {in: unit}}"),
    Fixture(.notAnID, "zones: {cite: pedoman, ladder: [{id: ⟦merah/kuning⟧, from: 0}]}"),
    Fixture(.notAChoice, "status: ⟦final⟧"),
    Fixture(.notAChoice, "fields: {ada: {per: unit, type: ⟦yesno⟧}}"),
    Fixture(.notAChoice, "units: {unit: {combine: ⟦average⟧}}"),
    Fixture(.notAChoice, "defaults: {missing: ⟦skipped⟧}"),
    Fixture(.notAChoice, "score: {id: total, cite: pedoman, yes_no: ada, round: {places: 2, mode: ⟦half⟧}}"),
    Fixture(.notAChoice, "units: {unit: {kinds: [kota], combine: ⟦{weighted: {kind: {kota: 1, desa: 2}}}⟧}}"),
    Fixture(.formatVersion, "timbang: ⟦2⟧"),
    Fixture(.formatVersion, "timbang: ⟦1.0⟧"),
    Fixture(.wrongShape, "flags: ⟦[]⟧"),
    Fixture(.expression, "flags: {lulus: {when: \"⟦lulus⟧\"}}"),
    Fixture(.expression, "score: {id: total, cite: pedoman, formula: \"if(ada, ⟦adaa⟧, 100)\"}"),
    Fixture(.expression, "score: {id: total, cite: pedoman, yes_no: ada, when: \"ada ⟦and⟧ ada\"}"),
    Fixture(.precision, "score: {id: ⟦total⟧, cite: pedoman, combine: geometric_mean, parts: [{id: masuk, weight: 1, yes_no: ada}]}"),
    Fixture(.precision, "score: {id: total, cite: pedoman, precision: ⟦2⟧, yes_no: ada}"),
    Fixture(
      .formulaRisk, .warning,
      """
      fields: {nilai: {per: unit, type: number, range: [0, 10]}}
      score:
        id: total
        cite: pedoman
        combine: sum
        parts:
          - {id: rumus, weight: 25, formula: "clamp(10 / ⟦nilai⟧, 0, 100)"}
          - {id: garis, weight: 75, linear: {field: nilai, worst: 0, best: 10}}
      """),
    Fixture(.baseEdition, "defaults: {missing: ⟦{carry: 2021}⟧}\nscore: {id: total, cite: pedoman, yes_no: ada}"),
    Fixture(.oneBody, "defaults: {missing: {carry: 2021, ⟦value⟧: 5}}"),
    Fixture(.notAnID, "defaults: {missing: {carry: ⟦'dua ribu'⟧}}"),
    Fixture(.missingLanguage, "title: ⟦{id: Penilaian}⟧"),
    Fixture(.missingLanguage, "title: ⟦{id: Penilaian, en: }⟧"),
    Fixture(.missingLanguage, "score: {id: total, cite: pedoman, yes_no: ada, label: ⟦{}⟧}"),
  ]
}
