internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `move: {part: p, under: group, weight: w}`: the same meaning in a new place.
  mutating func move(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`move`")
    guard var reader = MappingReader(node, .move, as: what, log: &log) else { return [] }
    let target = reader.required("part", of: what, log: &log).flatMap { knownPart($0) }
    let under = reader.required("under", of: what, log: &log).flatMap { knownPart($0) }
    let weight = reader.entry("weight")
    reader.finish(as: what, log: &log)
    guard let target, let under else { return [] }
    guard tree?.stands(under.value, inside: target.value) == false else {
      log.error(
        .moveIntoItself, at: under.range,
        Words(id: "`\(target.value)` tidak dapat dipindahkan ke dalam dirinya", en: "`\(target.value)` cannot be moved into itself"),
        help: Words(id: "sebut kelompok di luar bagian itu", en: "name a group outside that part"))
      return []
    }
    // A part that does not go deeper than it stood cannot come to stand too deep: most moves need no walk through what they move.
    let goesDeeper = (tree?.depth(of: under.value) ?? 0) >= (tree?.depth(of: target.value) ?? 0)
    guard checkGroup(under, takes: goesDeeper ? tree?.height(of: target.value) ?? 0 : 0) else { return [] }
    touch(.part(target.value), "parent", at: target.range, context)
    if let weight {
      touch(.part(target.value), "weight", at: weight.key.range, context)
      weights.append(WrittenWeight(part: target.value, old: tree?.head(target.value)?["weight"], new: weight.value))
      if let head = tree?.head(target.value) { tree?.setHead(target.value, head.setting(weight)) }
    }
    let before = inheritance(of: target.value)
    tree?.move(target.value, under: under.value)
    let after = inheritance(of: target.value)
    // What the part takes from its new group otherwise than from its old one is claimed as well.
    var slots: Set<Slot> = [.parent(target.value), .weight(target.value)]
    if before.missing != after.missing { slots.insert(.missing(target.value)) }
    if before.at != after.at { slots.formUnion(tree?.groups(from: target.value, inheriting: "at").map { .at($0) } ?? []) }
    return slots
  }

  /// Where the groups above a part say what it does not say itself.
  func inheritance(of id: String) -> (missing: SourceRange?, at: SourceRange?) {
    let range = { (key: String) in tree?.head(id)?[key] == nil ? tree?.inherited(key, by: id)?.range : nil }
    return (range("missing"), range("at"))
  }

  /// `remove: {part: p}`, `remove: {field: f}` or `remove: {flag: f}`.
  mutating func remove(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`remove`")
    guard var reader = MappingReader(node, .remove, as: what, log: &log) else { return [] }
    let target = reader.optional("part")
    let field = reader.optional("field")
    let flag = reader.optional("flag")
    reader.finish(as: what, log: &log)
    if target == nil, field == nil, flag == nil { reportEmpty(node, what) }
    if let field { removeEntry(field, of: .fields, context) }
    if let flag { removeEntry(flag, of: .flags, context) }
    return target.map { removePart($0, context) } ?? []
  }

  private mutating func removePart(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    guard let id = knownPart(node) else { return [] }
    guard id.value != tree?.total else {
      log.error(
        .emptyEdit, at: id.range, Words(id: "nilai total tidak dapat dihapus", en: "the total cannot be removed"),
        help: Words(id: "pakai `replace` untuk menyusunnya kembali", en: "use `replace` to compose it anew"))
      return []
    }
    let gone = tree?.ids(from: id.value) ?? []
    touch(.part(id.value), "id", at: id.range, context)
    tree?.remove(id.value)
    for id in gone { partLinks.append(PartLink(kind: .dropped, from: [id], to: [], change: context.change)) }
    return Set(gone.map { .present($0) })
  }

  private mutating func removeEntry(_ node: YAMLNode, of section: Section, _ context: EditContext) {
    guard let name = log.text(node, as: section.nameOfEntry), knownEntry(name, in: section) != nil else { return }
    touch(.entry(name.value, section), "id", at: name.range, context)
    sections[section]?.remove(name.value)
  }

  /// `replace: {zones: {...}}` or `replace: {part: {id: p, ...}}`.
  mutating func replace(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`replace`")
    guard var reader = MappingReader(node, .replace, as: what, log: &log) else { return [] }
    let zones = reader.optional("zones")
    let part = reader.optional("part")
    reader.finish(as: what, log: &log)
    if zones == nil, part == nil { reportEmpty(node, what) }
    var slots: Set<Slot> = []
    if let zones {
      touch(.zones, "zones", at: zones.range, context)
      put(context.sourced(zones), under: "zones")
      slots.insert(.zones)
    }
    if let part { slots.formUnion(replacePart(part, context)) }
    return slots
  }

  private mutating func replacePart(_ part: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(id: "bagian", en: "a part")
    guard var reader = MappingReader(part, .replacedPart, as: what, log: &log), let node = reader.required("id", of: what, log: &log),
      let id = knownPart(node), let old = tree?.ids(from: id.value), let depth = tree?.depth(of: id.value)
    else { return [] }
    guard depth + ScoreTree.height(of: part) <= ScoreTree.deepest else {
      reportTooDeep(id)
      return []
    }
    touch(.part(id.value), "id", at: id.range, context)
    tree?.replace(id.value, with: context.sourced(part))
    var slots: Set<Slot> = []
    for id in Set(old).union(ScoreTree.ids(in: part)) {
      slots.formUnion([
        .scale(id), .missing(id), .combine(id), .goalposts(id), .round(id), .at(id), .weight(id), .present(id), .parent(id),
      ])
    }
    return slots
  }
}
