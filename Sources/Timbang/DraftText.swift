internal import RuleDiagnostics
internal import RuleModel

/// The text of a new edition's file: a head that extends the base, and one change that keeps everything, to be written over.
struct DraftText {
  let text: String

  init(_ edition: String, extending base: Edition) {
    // The first indicator under the total with the weight that it has: a change that changes nothing until somebody edits it.
    let part = base.score.children.first ?? base.score
    let weight = part.weight.value.decimalText(atMost: 12)
    let written = Fraction(decimal: weight) == part.weight.value ? weight : "\"\(part.weight.value.exactText)\""
    let source = base.sources.first?.key.value ?? "sumber"
    let title = { (words: String) in words.replacing(mark: "\\", with: "\\\\").replacing(mark: "\"", with: "\\\"") }
    text = """
      # yaml-language-server: $schema=../schema/rules-1.json
      # Edisi \(edition) memperluas \(base.name): yang tidak disebut di `changes` tetap berlaku.
      # The edition \(edition) extends \(base.name): what `changes` does not name stays in force.
      timbang: 1
      id: \(base.family)
      edition: \(edition)
      status: draft
      title: {id: "\(title(base.title.id)) (rancangan \(edition))", en: "\(title(base.title.en)) (draft \(edition))"}
      extends: \(base.name)
      changes:
        # Satu butir untuk setiap perubahan: judul, sumber, suntingan. Butir ini contoh dan belum mengubah apa pun; ganti.
        # One item for each change: title, source, edits. This item is an example that changes nothing yet; write over it.
        - id: contoh
          title: {id: Contoh perubahan, en: An example of a change}
          cite: [\(source)]
          edits:
            - set: {part: \(part.id.value), weight: \(written)}

      """
  }
}
