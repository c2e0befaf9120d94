internal import RuleDiagnostics

/// T0243.
extension CodePage {
  static let emptyEdit = CodePage(
    or: .warning,
    title: Words(id: "Suntingan yang tidak mengubah apa-apa", en: "An edit that changes nothing"),
    example: CodeExample(
      .edits,
      says: Words(id: "`set` tidak mengubah apa pun", en: "`set` changes nothing"),
      wrong: """
        - set: ⟦{part: masuk}⟧
        """,
      right: """
        - set: {part: masuk, weight: 70}
        """),
    reason: Words(
      id: """
        Suntingan tanpa isi, atau yang menulis nilai lama sekali lagi, akan muncul sebagai perubahan aturan padahal tidak ada yang
        berubah. Suntingan tanpa isi ditolak; nilai yang sama hanya diperingatkan.
        """,
      en: """
        An edit without content, or one that writes the old value again, would appear as a change of the rules although nothing changed.
        One without content is refused; an equal value is only warned about.
        """),
    remedy: Words(id: "Hapus suntingan itu, atau tulis apa yang berubah.", en: "Remove the edit, or write what changes."))
}
