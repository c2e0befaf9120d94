package import MarkedYAML
package import RuleDiagnostics
package import RuleModel

/// Reads single values; the key decides the type, never YAML's guesses.
extension DiagnosticLog {
  /// The text of a scalar; reports a list or a mapping.
  package mutating func text(_ node: YAMLNode, as what: Words) -> Marked<String>? {
    guard let scalar = node.scalar else {
      error(
        .wrongShape, at: node.range,
        Words(id: "\(what.id) harus satu nilai, bukan \(node.shape.id)", en: "\(what.en) must be a single value, not \(node.shape.en)"),
        help: Words(id: "tulis satu kata, angka atau teks di sini", en: "write one word, number or text here"))
      return nil
    }
    return Marked(scalar.text, at: node.range)
  }

  /// An exact number: a decimal, or a fraction such as `"100/3"`.
  package mutating func number(_ node: YAMLNode, as what: Words) -> Marked<Fraction>? {
    number(node, as: what, example: nil)
  }

  /// An exact number; `example` is what a whole one looks like where only those may stand.
  private mutating func number(_ node: YAMLNode, as what: Words, example: Int?) -> Marked<Fraction>? {
    guard let text = text(node, as: what) else { return nil }
    if let number = Fraction(exact: text.value) { return Marked(number, at: text.range) }
    error(
      .notANumber, at: text.range,
      Words(id: "`\(text.value)` bukan angka untuk \(what.id)", en: "`\(text.value)` is no number for \(what.en)"),
      help: numberRemedy(for: text.value, example: example), fix: numberFix(for: text.value, at: text.range))
    return nil
  }

  /// A whole number within bounds.
  package mutating func whole(_ node: YAMLNode, within bounds: ClosedRange<Int>, as what: Words) -> Int? {
    let example = bounds.contains(2) ? 2 : bounds.lowerBound
    guard let number = number(node, as: what, example: example) else { return nil }
    if let whole = number.value.int, bounds.contains(whole) { return whole }
    error(
      .notANumber, at: number.range,
      Words(
        id: "\(what.id) harus bilangan bulat dari \(bounds.lowerBound) sampai \(bounds.upperBound)",
        en: "\(what.en) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"),
      help: Words(id: "tulis misalnya `\(bounds.lowerBound)`", en: "write `\(bounds.lowerBound)`, for example"))
    return nil
  }

  /// `true` or `false`, and no other spelling.
  package mutating func boolean(_ node: YAMLNode, as what: Words) -> Bool? {
    guard let text = text(node, as: what) else { return nil }
    switch text.value {
    case "true": return true
    case "false": return false
    default:
      error(
        .notABoolean, at: text.range,
        Words(id: "`\(text.value)` bukan true atau false untuk \(what.id)", en: "`\(text.value)` is neither true nor false for \(what.en)"),
        help: Words(id: "tulis `true` atau `false`", en: "write `true` or `false`"), fix: booleanFix(for: text))
      return nil
    }
  }

  /// One of the words of an enumeration.
  package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ node: YAMLNode, as what: Words, of: Choice.Type)
    -> Choice?
  {
    guard let text = text(node, as: what) else { return nil }
    if let choice = Choice(rawValue: text.value) { return choice }
    reportChoice(text, among: Choice.allCases.map(\.rawValue), as: what)
    return nil
  }

  /// Reports a word that is none of `words`.
  package mutating func reportChoice(_ text: Marked<String>, among words: [String], as what: Words) {
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    let near = suggestion(for: text.value, among: words)
    error(
      .notAChoice, at: text.range,
      Words(id: "`\(text.value)` tidak dikenal untuk \(what.id)", en: "`\(text.value)` is not known for \(what.en)"),
      help: near.map { Words(id: "\($0.id) yang ada: \(list)", en: "\($0.en) there are: \(list)") }
        ?? Words(id: "yang ada: \(list)", en: "there are: \(list)"),
      notes: strangeLetter(in: text), fix: correction(of: text.value, at: text.range, among: words.filter { !$0.contains("{") }))
  }

  /// A name: ASCII letters, digits, `_`, `-` and `.`, beginning with a letter or digit.
  package mutating func name(_ node: YAMLNode, as what: Words) -> Marked<String>? {
    guard let text = text(node, as: what) else { return nil }
    return name(text, as: what)
  }

  /// A name that has been read as text already.
  package mutating func name(_ text: Marked<String>, as what: Words) -> Marked<String>? {
    if text.value.isName { return text }
    error(
      .notAnID, at: text.range,
      Words(id: "`\(text.value)` tidak dapat menjadi nama \(what.id)", en: "`\(text.value)` cannot be the name of \(what.en)"),
      help: Words(
        id: "nama terdiri atas huruf a-z, angka, `_`, `-` dan `.`, paling panjang 100, tanpa spasi",
        en: "a name is made of the letters a-z, digits, `_`, `-` and `.`, at most 100, without blanks"), notes: strangeLetter(in: text))
    return nil
  }

  /// Reports a text that is there only once, and writes it as it would be right.
  private mutating func reportOneLanguage(_ text: String, at range: SourceRange, as what: Words) {
    let isShort = text.utf8.count <= 100 && text.unicodeScalars.allSatisfy { $0.value >= 32 }
    let quoted = isShort ? "\"\(text.replacing(mark: "\\", with: "\\\\").replacing(mark: "\"", with: "\\\""))\"" : "..."
    error(
      .wrongShape, at: range,
      Words(id: "\(what.id) butuh teks dalam dua bahasa", en: "\(what.en) needs its text in both languages"),
      help: Words(
        id: "tulis `{id: \(quoted), en: \(quoted)}` dan terjemahkan salah satunya",
        en: "write `{id: \(quoted), en: \(quoted)}` and translate one of the two"))
  }

  /// A text in both languages: `{id: ..., en: ...}`.
  package mutating func words(_ node: YAMLNode, as what: Words) -> Words? {
    if let scalar = node.scalar, !scalar.text.isEmpty {
      reportOneLanguage(scalar.text, at: node.range, as: what)
      return nil
    }
    guard var reader = MappingReader(node, .words, as: what, log: &self) else { return nil }
    let id = reader.optional("id")
    let en = reader.optional("en")
    reader.finish(as: what, log: &self)
    let indonesian = id.flatMap { text($0, as: what) }?.value
    let english = en.flatMap { text($0, as: what) }?.value
    // A list or a mapping has been reported already.
    let isMissing = { (node: YAMLNode?) in node?.scalar?.text.isEmpty ?? (node == nil) }
    for (language, text) in [("id", id), ("en", en)] where isMissing(text) {
      error(
        .missingLanguage, at: node.range,
        Words(id: "\(what.id) tidak punya teks `\(language)`", en: "\(what.en) has no text in `\(language)`"),
        help: Words(id: "tulis `{id: teks Indonesia, en: teks Inggris}`", en: "write `{id: Indonesian text, en: English text}`"))
      break
    }
    return Words(id: indonesian ?? english ?? "", en: english ?? indonesian ?? "")
  }
}

/// The spelling of what people write for true and false.
private func booleanFix(for text: Marked<String>) -> Fix? {
  switch text.value.lowercased() {
  case "true", "yes", "y", "on", "ya", "benar": Fix(writing: "true", at: text.range)
  case "false", "no", "n", "off", "tidak", "salah": Fix(writing: "false", at: text.range)
  default: nil
  }
}
