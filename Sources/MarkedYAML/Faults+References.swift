internal import RuleDiagnostics

/// Anchors, aliases and tags: what makes YAML say more than stands there.
extension Faults {
  func anchor(from start: Position) -> Diagnostic {
    let range = source.range(ofWordMarked: UInt8(ascii: "&"), from: start)
    return Diagnostic(
      .anchorOrAlias, at: range,
      Words(id: "jangkar `\(text(range))` tidak dipakai di sini", en: "the anchor `\(text(range))` is not accepted here"),
      help: Words(
        id: "hapus jangkar itu dan tulis nilainya sekali lagi di tiap tempat; bila `&` bagian dari teks, tulis dalam kutip",
        en: "delete it and write the value out again where it is needed; if `&` belongs to a text, put the text in quotes"))
  }

  func alias(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .anchorOrAlias, at: range,
      Words(id: "rujukan `\(text(range))` tidak dipakai di sini", en: "the alias `\(text(range))` is not accepted here"),
      help: Words(
        id: "tulis nilainya sekali lagi di tempat ini; bila `*` bagian dari teks, tulis dalam kutip",
        en: "write the value out again in this place; if `*` belongs to a text, put the text in quotes"))
  }

  func tag(from start: Position) -> Diagnostic {
    let range = source.range(ofWordMarked: UInt8(ascii: "!"), from: start)
    return Diagnostic(
      .tag, at: range,
      Words(id: "tag `\(text(range))` tidak dipakai di sini", en: "the tag `\(text(range))` is not accepted here"),
      help: Words(
        id: "hapus tag itu: arti tiap nilai ditentukan oleh kuncinya; bila `!` bagian dari teks, tulis dalam kutip",
        en: "delete it: the key decides what a value means; if `!` belongs to a text, put the text in quotes"))
  }

  private func text(_ range: SourceRange) -> String {
    source.excerpt(range.start.offset, range.end.offset)
  }
}
