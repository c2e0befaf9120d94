internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `split: {part: p, into: [{id: q, ...}, {id: r, ...}]}`: several parts that together mean what one meant.
  mutating func split(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`split`")
    guard var reader = MappingReader(node, .split, as: what, log: &log) else { return [] }
    let target = reader.required("part", of: what, log: &log).flatMap { knownPart($0) }
    let into = reader.required("into", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let target, let into, let old = tree?.head(target.value), isBelowTotal(target, what) else { return [] }
    guard let pieces = into.items, pieces.count > 1 else {
      log.error(
        .wrongShape, at: into.range,
        Words(id: "`into` harus berupa daftar dua bagian atau lebih", en: "`into` must be a list of two parts or more"),
        help: Words(id: "pakai `replace` untuk satu bagian", en: "use `replace` for one part"))
      return []
    }
    let names = pieces.compactMap { pieceName($0, replacing: [target.value]) }
    guard names.count == pieces.count, fits(pieces, at: target) else { return [] }
    touch(.part(target.value), "id", at: target.range, context)
    let drifts = warnOfDrift([old], pieces, at: into.range)
    let before = standing(of: target.value)
    var slots = presence(of: [target.value], in: pieces)
    tree?.replace(target.value, withAll: pieces.map { context.sourced($0) })
    partLinks.append(PartLink(kind: .split, from: [target.value], to: names.map(\.value), change: context.change))
    for name in names { slots.formUnion(claims(of: name.value, from: before, to: standing(of: name.value), drifts: drifts)) }
    return slots
  }

  /// `merge: {parts: [p, q], into: {id: r, ...}}`: one part that means what several meant together.
  mutating func merge(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`merge`")
    guard var reader = MappingReader(node, .merge, as: what, log: &log) else { return [] }
    let parts = reader.required("parts", of: what, log: &log)
    let into = reader.required("into", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let parts, let into else { return [] }
    let listed = parts.items ?? [parts]
    let targets = listed.compactMap { knownPart($0) }
    guard targets.count == listed.count else { return [] }
    let ids = Set(targets.map(\.value))
    guard ids.count > 1, ids.count == targets.count else {
      log.error(
        .wrongShape, at: parts.range,
        Words(id: "`merge` butuh dua bagian atau lebih, masing-masing sekali", en: "`merge` needs two parts or more, each once"),
        help: Words(id: "tulis `parts: [a, b]`", en: "write `parts: [a, b]`"))
      return []
    }
    guard areApart(targets), let name = pieceName(into, replacing: ids), fits([into], at: targets[0]) else { return [] }
    for target in targets { touch(.part(target.value), "id", at: target.range, context) }
    let drifts = warnOfDrift(targets.compactMap { tree?.head($0.value) }, [into], at: into.range)
    let before = targets.map { standing(of: $0.value) }
    var slots = presence(of: targets.map(\.value), in: [into])
    for target in targets.dropFirst() { tree?.remove(target.value) }
    tree?.replace(targets[0].value, withAll: [context.sourced(into)])
    partLinks.append(PartLink(kind: .merged, from: targets.map(\.value), to: [name.value], change: context.change))
    // What became of each of them is told under its old name.
    let after = standing(of: name.value)
    for (target, before) in zip(targets, before) {
      slots.formUnion(claims(of: target.value, from: before, to: after, drifts: drifts))
    }
    return slots
  }

  /// What a part says itself, and where it stands.
  private struct Standing {
    let head: YAMLNode?
    let group: String?
    let missing: SourceRange?
    let at: SourceRange?
  }

  private func standing(of id: String) -> Standing {
    let inherited = inheritance(of: id)
    return Standing(
      head: tree?.head(id), group: tree?.groups(above: id).first, missing: inherited.missing, at: inherited.at)
  }

  /// A part that carries on what another meant may say more than that, and take other things from another group: that is this edit's doing.
  private func claims(of id: String, from old: Standing, to new: Standing, drifts: Bool) -> Set<Slot> {
    let keys = Set([old.head, new.head].flatMap { $0?.entries?.map(\.key.value) ?? [] }).subtracting(["weight"])
    let differing = keys.filter { key in
      switch (old.head?[key], new.head?[key]) {
      case (let before?, let after?): !before.saysTheSame(as: after)
      case (nil, nil): false
      default: true
      }
    }
    var slots = Set(differing.compactMap { ChangeResolver.slot(of: $0, part: id) })
    if old.group != new.group { slots.insert(.parent(id)) }
    if old.missing != new.missing { slots.insert(.missing(id)) }
    if old.at != new.at { slots.insert(.at(id)) }
    if drifts { slots.insert(.weight(id)) }
    return slots
  }

  /// Groups are not told apart as indicators are: what was in them goes, and what is in the new ones comes.
  private func presence(of old: [String], in new: [YAMLNode]) -> Set<Slot> {
    Set((old.flatMap { tree?.ids(from: $0) ?? [] } + new.flatMap { ScoreTree.ids(in: $0) }).map { .present($0) })
  }

  /// The name of a new part, which no part has but those that it replaces.
  private mutating func pieceName(_ piece: YAMLNode, replacing old: Set<String>) -> Marked<String>? {
    let what = Words(id: "bagian", en: "a part")
    guard var reader = MappingReader(piece, .part, as: what, log: &log) else { return nil }
    guard let name = reader.required("id", of: what, log: &log).flatMap({ log.name($0, as: what) }) else { return nil }
    return old.contains(name.value) || isFree(name) ? name : nil
  }

  /// Whether new parts are not too deep in the place of an old one.
  private mutating func fits(_ pieces: [YAMLNode], at old: Marked<String>) -> Bool {
    let deepest = pieces.map { ScoreTree.height(of: $0) }.max() ?? 0
    if (tree?.depth(of: old.value) ?? 0) + deepest <= ScoreTree.deepest { return true }
    reportTooDeep(old)
    return false
  }

  /// Whether no part is the total and none stands inside another: such parts cannot become one.
  private mutating func areApart(_ targets: [Marked<String>]) -> Bool {
    let ids = Set(targets.map(\.value))
    for target in targets {
      guard isBelowTotal(target, Words(same: "`merge`")) else { return false }
      guard let outer = tree?.groups(above: target.value).first(where: { ids.contains($0) }) else { continue }
      log.error(
        .moveIntoItself, at: target.range,
        Words(id: "`\(target.value)` berada di dalam `\(outer)`", en: "`\(target.value)` stands inside `\(outer)`"),
        help: Words(id: "sebut bagian-bagian yang terpisah", en: "name parts that stand apart"))
      return false
    }
    return true
  }

  /// Whether a part has a group above it; reports the total.
  private mutating func isBelowTotal(_ id: Marked<String>, _ what: Words) -> Bool {
    guard id.value == tree?.total else { return true }
    log.error(
      .moveIntoItself, at: id.range,
      Words(id: "nilai total tidak dapat disunting dengan \(what.id)", en: "the total cannot be edited with \(what.en)"),
      help: Words(id: "pakai `replace` untuk menyusunnya kembali", en: "use `replace` to compose it anew"))
    return false
  }

  /// Warns where the pieces together do not weigh what the whole weighed; returns whether they do not.
  private mutating func warnOfDrift(_ old: [YAMLNode], _ new: [YAMLNode], at range: SourceRange) -> Bool {
    let weights = { (nodes: [YAMLNode]) in nodes.compactMap { $0["weight"]?.scalar.flatMap { Fraction(exact: $0.text) } } }
    // Weights that cannot be added are reported by the check of weights.
    guard (weights(old) + weights(new)).firstWithoutCommonDenominator == nil else { return true }
    let (before, after) = (weights(old).sum(), weights(new).sum())
    guard before != after else { return false }
    log.warning(
      .splitWeights, at: range,
      Words(
        id: "bobot semula \(before.decimalText(atMost: 6)), sekarang \(after.decimalText(atMost: 6))",
        en: "the weight was \(before.decimalText(atMost: 6)), it is now \(after.decimalText(atMost: 6))"),
      help: Words(
        id: "bila bobotnya memang berubah, tulis dengan `set` pada perubahan lain, supaya punya nama sendiri",
        en: "if the weight really changes, write it with `set` in another change, so that it has a name of its own"))
    return true
  }
}
