internal import Comparison
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// How the worlds between two years read both of them by the old rules: P, the new year's observations of whom the old year surveyed, and
/// P+S, those of whom the new year surveyed.
struct WorldReading {
  /// The column of the world: 1 for P, 2 for P+S.
  static let key = "world."
  /// The column that says whether the old year surveyed the entity of a rung above a row.
  static func earlier(_ rung: Int) -> String { "o_\(rung)" }

  /// What the new year records for each column of the old rules.
  let laterFields: [Int: Later]
  /// The indicators that may take the average of their peers.
  let averaged: Set<Int>
  /// The indicators that read what the new year no longer records.
  let unrecorded: Set<Int>

  /// A field of the new year.
  struct Later {
    let field: Field
    /// How its values would have read in the old year, and how the old ones read now, in units of the last decimal; nil where they are the
    /// same.
    let readings: (back: [(Int, Int)], forward: [(Int, Int)])?
  }

  /// Finds how; refuses what the worlds would read otherwise than field by field.
  init(_ old: CheckedEdition, _ new: CheckedEdition, _ compiler: Compiler) throws(Refusal) {
    let pairs = FieldPairs(old: old.edition, new: new.edition)
    let fields = old.edition.fields
    var later: [Int: Later] = [:]
    for column in compiler.readColumns {
      let field = fields[column]
      let name = field.id.value
      if let recoding = pairs.recoded[name] {
        later[column] = try WorldReading.recoded(field, recoding, new, compiler.settings)
        continue
      }
      let found = pairs.pairs.filter { $0.old == name }
      guard found.count < 2 else {
        throw WorldReading.refusal(
          field, "`\(name)` menjadi beberapa bidang pada edisi \(new.edition.name)",
          "`\(name)` becomes several fields in edition \(new.edition.name)")
      }
      guard let newName = found.first?.new else { continue }
      guard let newField = new.edition.field(newName), newField.holdsNoMore(than: field) else {
        throw WorldReading.refusal(
          field, "`\(name)` dapat berisi lain pada edisi \(new.edition.name): jenis atau rentangnya berbeda",
          "`\(name)` may hold other values in edition \(new.edition.name): its type or its range differs")
      }
      later[column] = Later(field: newField, readings: nil)
    }
    laterFields = later
    let insisted = WorldReading.insistedFields(new)
    var averaged: Set<Int> = []
    var unrecorded: Set<Int> = []
    for (part, node) in compiler.plan.nodes.enumerated() {
      guard case .leaf(let scale) = node.body else { continue }
      let gone = scale.columns.filter { later[$0] == nil }
      let isFormula = if case .formula = scale { true } else { false }
      let isMixed = !node.missing.insists && !gone.isEmpty && gone.count < scale.columns.count
      if !gone.isEmpty, isFormula || isMixed {
        throw WorldReading.refusal(compiler.parts[part].id, reading: fields[gone[0]], new)
      }
      if let condition = node.condition, let column = condition.columns.first(where: { later[$0] == nil }) {
        throw WorldReading.refusal(compiler.parts[part].id, reading: fields[column], new)
      }
      if !gone.isEmpty { unrecorded.insert(part) }
      // What the new rules insist on is there, or the institution has no score to explain.
      let isTold = node.condition == nil && scale.columns.allSatisfy { later[$0].map { insisted.contains($0.field.id.value) } ?? false }
      if !gone.isEmpty || node.missing.insists && !isTold { averaged.insert(part) }
    }
    self.averaged = averaged
    self.unrecorded = unrecorded
  }

  /// A field whose values the rules read otherwise; refused where there is no list of them.
  private static func recoded(
    _ field: Field, _ recoding: (new: String, links: [FieldLink])?, _ new: CheckedEdition, _ settings: SQLSettings
  ) throws(Refusal) -> Later {
    let name = field.id.value
    func numbers(_ pairs: [(Fraction, Fraction?)]) -> [(Int, Int)] {
      pairs.compactMap { from, to in
        guard let to, let from = settings.whole(from), let to = settings.whole(to) else { return nil }
        return (from, to)
      }
    }
    guard let (newName, links) = recoding, let newField = new.edition.field(newName), newField.rung == field.rung,
      [.level, .count, .yesNo].contains(newField.kind), case (let low?, let high?) = settings.range(of: newField),
      high - low <= 256 * settings.unit
    else {
      throw refusal(
        field, "nilai `\(name)` dibaca lewat `recode`, dan nilai barunya tidak dapat didaftar",
        "the values of `\(name)` are read through a `recode`, and the new ones cannot be listed")
    }
    let values = stride(from: low, through: high, by: settings.unit).map { Fraction($0 / settings.unit) }
    return Later(
      field: newField,
      readings: (
        numbers(values.map { value in (value, links.reversed().reduce(value) { number, link in number.flatMap { link.back($0) } }) }),
        numbers(
          (links.first?.values.keys.sorted() ?? []).map { value in
            (value, links.reduce(value) { number, link in number.flatMap { link.forward($0) } })
          })
      ))
  }

  /// The fields without which an institution has no score.
  private static func insistedFields(_ checked: CheckedEdition) -> Set<String> {
    let plan = Plan(checked)
    var fields: Set<String> = []
    for node in plan.nodes where node.condition == nil && node.missing.insists {
      guard case .leaf(let scale) = node.body else { continue }
      fields.formUnion(scale.columns.filter { plan.fields[$0].rung == node.rung }.map { plan.fields[$0].id })
    }
    return fields
  }

  private static let help = Words(id: "gunakan `timbang explain --all`", en: "use `timbang explain --all`")

  private static func refusal(_ field: Field, _ id: String, _ en: String) -> Refusal {
    Refusal(.sqlNotCompilable, at: field.id.range, Words(id: id, en: en), help: help)
  }

  private static func refusal(_ part: Marked<String>, reading field: Field, _ new: CheckedEdition) -> Refusal {
    Refusal(
      .sqlNotCompilable, at: part.range,
      Words(
        id: "`\(part.value)` membaca `\(field.id.value)` bersama yang lain, dan edisi \(new.edition.name) tidak lagi mencatatnya",
        en: "`\(part.value)` reads `\(field.id.value)` together with others, and edition \(new.edition.name) no longer records it"),
      help: help)
  }
}

extension Field {
  /// Whether every value that this field takes is one that another takes as well.
  fileprivate func holdsNoMore(than other: Field) -> Bool {
    switch (kind, other.kind) {
    case (.yesNo, .yesNo), (.yesNo, .number), (.yesNo, .count): break
    case (.count, .count), (.level, .level), (.count, .number), (.number, .number), (.level, .number), (.level, .count): break
    default: return false
    }
    let whole = Fraction.zero...Fraction.one
    guard let outer = other.kind == .yesNo ? whole : other.range else { return true }
    guard let own = kind == .yesNo ? whole : range else { return false }
    return outer.contains(own.lowerBound) && outer.contains(own.upperBound)
  }
}
