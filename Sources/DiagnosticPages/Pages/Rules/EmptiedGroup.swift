internal import RuleDiagnostics

/// T0235.
extension CodePage {
  static let emptiedGroup = CodePage(
    severity: .note,
    title: Words(id: "Kelompok yang dapat menjadi kosong", en: "A group that may be left without parts"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "setiap bagian `total` dapat dilewati oleh `skip`, jadi kelompok ini dapat tanpa nilai",
        en: "`skip` may leave out every part of `total`, so the group may have no value"),
      wrong: """
        score: {id: ⟦total⟧, cite: pedoman, missing: skip, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """,
      right: """
        score: {id: total, cite: pedoman, missing: zero, parts: [{id: masuk, weight: 1, yes_no: ada}]}
        """),
    reason: Words(
      id: """
        Dengan `skip` sebuah bagian dilewati bersama bobotnya. Kalau semua bagian kelompok dapat dilewati, kelompok itu dapat tanpa nilai,
        dan bobotnya pindah ke saudaranya. Itu boleh, tetapi mengubah arti nilainya, jadi layak diketahui.
        """,
      en: """
        With `skip` a part is left out together with its weight. If every part of a group may be left out, the group may have no value,
        and its weight goes to its siblings. That is allowed, but it changes what the score means, so it is worth knowing.
        """),
    remedy: Words(
      id: "Kalau tidak dimaksud, pakai `zero`, `full` atau `error` pada salah satu bagian. Kalau dimaksud, tidak ada yang perlu diubah.",
      en: "If it is not meant, use `zero`, `full` or `error` in one of the parts. If it is, nothing needs to change."))
}
