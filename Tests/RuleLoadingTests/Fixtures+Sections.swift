import RuleDiagnostics

/// Mistakes in the sections around the score: the ladder, the fields, the sources, the zones.
extension Fixture {
  static let ofSections: [Fixture] = [
    Fixture(.ladder, "units: ⟦{}⟧"),
    Fixture(.ladder, "units: {instansi: {}, ⟦unit⟧: {}}"),
    Fixture(.ladder, "units: {instansi: {}, bidang: {in: instansi}, unit: {in: ⟦instansi⟧}}"),
    Fixture(.ladder, "units: {unit: {in: ⟦instansi⟧}}"),
    Fixture(.ladder, "units: {unit: {in: ⟦[]⟧}}"),
    Fixture(.ladder, "units: ⟦{unit: {}, \((1...20).map { "j\($0): {in: \($0 == 1 ? "unit" : "j\($0 - 1)")}" }.joined(separator: ", "))}⟧"),
    Fixture(.unknownRung, "fields: {ada: {per: ⟦units⟧, type: yes_no}}"),
    Fixture(.unknownRung, "score: {id: total, cite: pedoman, at: ⟦produk⟧, parts: [{id: masuk, weight: 1, yes_no: ada}]}"),
    Fixture(.unknownRung, "score: {id: total, cite: pedoman, yes_no: ada, round: {places: 2, on: [⟦instansi⟧]}}"),
    Fixture(.unknownRung, "units: {unit: {}, produk: {in: unit, combine: ⟦{weighted: {count: unit}}⟧}}"),
    Fixture(.unknownField, "units: {unit: {combine: ⟦{weighted: {field: pegawai}}⟧}}"),
    Fixture(.wrongFieldType, "units: {unit: {combine: ⟦{weighted: {field: ada}}⟧}}"),
    Fixture(.weightNotPositive, "units: {unit: {combine: {weighted: {kind: {kota: ⟦0⟧}}}}}"),
    Fixture(.oneBody, "units: {unit: {combine: {weighted: ⟦{count: unit, kind: {kota: 1}}⟧}}}"),
    Fixture(.oneBody, "units: {unit: {combine: {weighted: ⟦{}⟧}}}"),
    Fixture(.range, "fields: {ada: {per: unit, type: yes_no}, usia: {per: unit, type: text, range: ⟦[100, 0]⟧}}"),
    Fixture(.range, "scale: ⟦[0, 50, 100]⟧"),
    Fixture(.range, "scale: ⟦100⟧"),
    Fixture(.unusedField, .warning, "fields: {ada: {per: unit, type: yes_no}, ⟦usia⟧: {per: unit, type: count}}"),
    Fixture(.unknownSource, "zones: {cite: [⟦pedomen h. 3⟧], ladder: [{id: merah, from: 0}]}"),
    Fixture(.unknownSource, "score: {id: total, cite: ⟦\"\"⟧, yes_no: ada}"),
    Fixture(.missingCitation, .warning, "score: {id: ⟦total⟧, yes_no: ada}"),
    Fixture(.missingCitation, .warning, "zones: ⟦{ladder: [{id: merah, from: 0}]}⟧"),
    Fixture(.zoneLines, "zones: {cite: pedoman, ladder: ⟦[]⟧}"),
    Fixture(.zoneLines, "zones: {cite: pedoman, ladder: ⟦{merah: 0}⟧}"),
    Fixture(.zoneLines, "zones: {cite: pedoman, ladder: [{id: merah, from: ⟦1⟧}]}"),
    Fixture(.zoneLines, "zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: kuning, from: 50}, {id: hijau, from: ⟦50.0⟧}]}"),
    Fixture(.zoneLines, "zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: hijau, from: ⟦101⟧}]}"),
    Fixture(.duplicateID, "zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: ⟦merah⟧, from: 50}]}"),
  ]
}
