internal import MarkedYAML
internal import RuleDiagnostics

/// Spells out the first letter of a name that is not one of those that names are made of, for it may look like one that is; none otherwise.
func strangeLetter(in text: Marked<String>) -> [Diagnostic.Note] {
  guard let letter = text.value.unicodeScalars.first(where: { !$0.isASCII }) else { return [] }
  let spelt = spelledOut(letter.value)
  return [.init(Words(id: "di sini ada \(spelt)", en: "this holds \(spelt)"), at: text.range)]
}
