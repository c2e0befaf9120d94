internal import RuleDiagnostics

/// T0248.
extension CodePage {
  static let splitWeights = CodePage(
    severity: .warning,
    title: Words(id: "Bobot pecahan tidak sama dengan bobot asal", en: "Pieces that do not weigh what the whole weighed"),
    example: CodeExample(
      .edits,
      says: Words(id: "bobot semula 60, sekarang 61", en: "the weight was 60, it is now 61"),
      wrong: """
        - split: {part: masuk, into: ⟦[{id: satu, weight: 30, yes_no: ada}, {id: dua, weight: 31, yes_no: ada}]⟧}
        """,
      right: """
        - split: {part: masuk, into: [{id: satu, weight: 30, yes_no: ada}, {id: dua, weight: 30, yes_no: ada}]}
        """),
    reason: Words(
      id: """
        Ketika satu bagian dipecah, atau beberapa digabung, bobotnya biasanya tetap secara keseluruhan. Kalau tidak, pemecahan itu
        sekaligus mengubah bobot, dan penjelasan mencampur keduanya. Itu boleh, tetapi jarang dimaksudkan.
        """,
      en: """
        When a part is split, or several are merged, the weight usually stays the same as a whole. If not, the split changes weights as
        well, and the explanation mixes the two. That is allowed, but seldom meant.
        """),
    remedy: Words(
      id: """
        Samakan jumlah bobotnya. Kalau bobotnya memang berubah, tulis itu sebagai suntingan `set` tersendiri, sebaiknya dalam perubahan
        tersendiri.
        """,
      en: """
        Make the weights add up to the old one. If the weight really changes, write that as a `set` of its own, best in a change of its
        own.
        """))
}
