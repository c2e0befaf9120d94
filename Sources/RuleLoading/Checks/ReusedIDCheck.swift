internal import RuleDiagnostics
internal import RuleModel

/// A name means the same in every edition: it is not given to something else, be it in the next year or after a pause.
///
/// Only what cannot be the same is reported: a field of another type, rung or unit of measurement, a part with another kind of body over
/// other fields, a name whose bearer goes on under another.
struct ReusedIDCheck: Check {
  static let codes: [DiagnosticCode] = [.reusedID]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete, rules.isKnown("fields"), let editions = rules.past?.editions(), !editions.isEmpty else { return }
    let steps = Array(rules.edition.history.suffix(editions.count))
    guard steps.count == editions.count, zip(steps, editions).allSatisfy({ $0.base == $1.name }) else { return }
    let chain = zip(editions, steps).map { EarlierNames($0, Succession($1, from: $0)) }
    checkFields(rules, chain, log: &log)
    checkParts(rules, chain, log: &log)
  }

  private func checkFields(_ rules: CheckedRules, _ chain: [EarlierNames], log: inout DiagnosticLog) {
    for field in rules.edition.fields {
      // The last edition before this one in which the name stood.
      guard let place = chain.lastIndex(where: { $0.fields[field.id.value] != nil }), let old = chain[place].fields[field.id.value] else {
        continue
      }
      guard let difference = whereabouts(of: field.id.value, in: chain[place]) ?? difference(old, field) else { continue }
      report(
        Words(id: "bidang", en: "field"), field.id, at: old.id.range, Words(id: "yang \(difference.id)", en: "which \(difference.en)"),
        in: chain[place].edition, rules, log: &log)
    }
  }

  /// What became of a field whose name stands for something else now; nil if nothing is said.
  private func whereabouts(of id: String, in names: EarlierNames) -> Words? {
    if names.succession.isRenamed(field: id) {
      let now = names.succession.name(ofField: id)
      return Words(id: "berlanjut sebagai `\(now)`", en: "goes on as `\(now)`")
    }
    return names.succession.formerName(ofField: id).map {
      Words(id: "bukan yang di sana bernama `\($0)`", en: "is not the one called `\($0)` there")
    }
  }

  /// Why two fields of one name cannot record the same; nil if they can.
  private func difference(_ old: Field, _ new: Field) -> Words? {
    if old.kind != new.kind {
      return Words(
        id: "berjenis `\(old.kind.rawValue)`, bukan `\(new.kind.rawValue)`",
        en: "is of type `\(old.kind.rawValue)`, not `\(new.kind.rawValue)`")
    }
    if old.rung != new.rung {
      return Words(id: "dicatat per `\(old.rung)`, bukan per `\(new.rung)`", en: "is recorded per `\(old.rung)`, not per `\(new.rung)`")
    }
    if let before = old.unit, let after = new.unit, before != after {
      return Words(id: "diukur dalam `\(before)`, bukan `\(after)`", en: "is measured in `\(before)`, not in `\(after)`")
    }
    return nil
  }

  private func checkParts(_ rules: CheckedRules, _ chain: [EarlierNames], log: inout DiagnosticLog) {
    for part in rules.parts.dropFirst() {
      let id = part.id.value
      guard let place = chain.lastIndex(where: { $0.parts[id] != nil }), let old = chain[place].parts[id] else { continue }
      let names = chain[place]
      let successors = names.succession.successors(of: id)
      let difference: Words?
      if !successors.contains(id) {
        let now = successors.map { "`\($0)`" }.joined(separator: ", ")
        difference = Words(id: "berlanjut sebagai \(now)", en: "goes on as \(now)")
      } else {
        // From the previous edition nothing is asked where the lineage speaks of the part.
        let isExplained = place == chain.count - 1 && names.linkedParts.contains(id)
        difference = isExplained ? nil : self.difference(old, part, chain[place...])
      }
      guard let difference else { continue }
      report(
        Words(id: "bagian", en: "part"), part.id, at: old.id.range, Words(id: "yang \(difference.id)", en: "which \(difference.en)"),
        in: names.edition, rules, log: &log)
    }
  }

  /// Why two parts of one name cannot mean the same; nil if they can: their bodies are of one kind, or they read a common field.
  private func difference(_ old: Part, _ new: Part, _ way: ArraySlice<EarlierNames>) -> Words? {
    guard old.kindOfBody != new.kindOfBody else { return nil }
    let before = old.fieldsBelow.map { field in way.reduce(field) { $1.succession.name(ofField: $0) } }
    let after = new.fieldsBelow
    guard !before.isEmpty, !after.isEmpty, Set(before).isDisjoint(with: after) else { return nil }
    return Words(
      id: "berisi `\(old.kindOfBody)` atas bidang lain, bukan `\(new.kindOfBody)`",
      en: "is `\(old.kindOfBody)` over other fields, not `\(new.kindOfBody)`")
  }

  private func report(
    _ what: Words, _ id: Marked<String>, at old: SourceRange, _ difference: Words, in edition: Edition, _ rules: CheckedRules,
    log: inout DiagnosticLog
  ) {
    // What an edit changed is written in the earlier edition's file; the finding is about this one.
    let isHere = id.range.file == rules.edition.file
    log.warning(
      .reusedID, at: isHere ? id.range : rules.past?.range,
      Words(
        id: "nama \(what.id) `\(id.value)` dipakai edisi \(edition.name) untuk hal lain, \(difference.id)",
        en: "edition \(edition.name) gives the name of the \(what.en) `\(id.value)` to something else, \(difference.en)"),
      help: Words(
        id: "pilih nama lain untuk hal yang baru; nama yang sama berarti hal yang sama di semua edisi",
        en: "choose another name for what is new; one name means one thing in all editions"),
      notes: [.init(Words(id: "arti semula", en: "what it meant"), at: old)])
  }
}

/// The names of an earlier edition, and how they go on in the next.
private struct EarlierNames {
  let edition: Edition
  let succession: Succession
  let fields: [String: Field]
  let parts: [String: Part]
  let linkedParts: Set<String>

  init(_ edition: Edition, _ succession: Succession) {
    self.edition = edition
    self.succession = succession
    fields = Dictionary(edition.fields.map { ($0.id.value, $0) }) { first, _ in first }
    parts = Dictionary(edition.score.subtree.map { ($0.id.value, $0) }) { first, _ in first }
    linkedParts = succession.linkedParts
  }
}

extension Part {
  /// The key under which the body is written.
  fileprivate var kindOfBody: String {
    switch body {
    case .group: "parts"
    case .leaf(.yesNo): "yes_no"
    case .leaf(.checklist): "checklist"
    case .leaf(.levels): "levels"
    case .leaf(.bands): "bands"
    case .leaf(.linear): "linear"
    case .leaf(.formula): "formula"
    }
  }

  /// The fields that the part and those below it read.
  fileprivate var fieldsBelow: [String] {
    subtree.flatMap { part -> [String] in if case .leaf(let scale) = part.body { scale.fields } else { [] } }
  }
}
