internal import RuleDiagnostics

/// T0204.
extension CodePage {
  static let weightsSum = CodePage(
    title: Words(id: "Jumlah bobot tidak cocok", en: "Weights do not add up"),
    example: CodeExample(
      .sections,
      says: Words(id: "bobot di `total` berjumlah 110, seharusnya 100", en: "the weights in `total` add up to 110, expected 100"),
      wrong: """
        defaults: {weights_sum: 100}
        fields: {ada: {per: unit, type: yes_no}, buka: {per: unit, type: yes_no}}
        score:
          id: ⟦total⟧
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: jam, weight: 50, yes_no: buka}
        """,
      right: """
        defaults: {weights_sum: 100}
        fields: {ada: {per: unit, type: yes_no}, buka: {per: unit, type: yes_no}}
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 60, yes_no: ada}
            - {id: jam, weight: 40, yes_no: buka}
        """),
    reason: Words(
      id: """
        Orang membaca bobot sebagai persen. Kalau jumlahnya bukan yang dinyatakan di `weights_sum`, ada bobot yang salah ketik, atau
        bagian yang lupa dihapus. Jumlahnya diperiksa persis: tiga kali 33,33 bukan 100, tetapi tiga kali `"100/3"` adalah 100.
        """,
      en: """
        People read weights as percentages. If they do not add up to the declared `weights_sum`, a weight was mistyped or a part was not
        removed. The sum is checked exactly: three times 33.33 is not 100, but three times `"100/3"` is.
        """),
    remedy: Words(
      id: """
        Periksa bobot-bobot itu pada sumbernya. Saran menyebut berapa selisihnya. Tanpa `weights_sum` bobot bersifat nisbi dan jumlahnya
        tidak diperiksa.
        """,
      en: """
        Compare the weights with their source. The help says how much they are off. Without `weights_sum` weights are relative and no sum
        is checked.
        """))
}
