internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `move: {part: p, under: group, weight: w}`: the same meaning in a new place.
  mutating func move(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`move`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let target = reader.required("part", of: what, log: &log).flatMap { knownPart($0) }
    let under = reader.required("under", of: what, log: &log).flatMap { knownPart($0) }
    let weight = reader.entry("weight")
    reader.finish(as: what, log: &log)
    guard let target, let under, var part = tree.part(target.value) else { return [] }
    guard !ScoreTree.ids(in: part).contains(under.value) else {
      log.error(
        .moveIntoItself, at: under.range,
        Words(id: "`\(target.value)` tidak dapat dipindahkan ke dalam dirinya", en: "`\(target.value)` cannot be moved into itself"))
      return []
    }
    guard tree.part(under.value)?["parts"]?.items != nil else {
      reportNoGroup(under)
      return []
    }
    touch(target.value, "parent", at: target.range, context)
    if let weight {
      touch(target.value, "weight", at: weight.key.range, context)
      part = part.setting(weight)
    }
    var tree = tree
    tree.remove(target.value)
    _ = tree.add(part, under: under.value)
    self.tree = tree
    return [.parent(target.value), .weight(target.value)]
  }

  /// `remove: {part: p}` or `remove: {field: f}`.
  mutating func remove(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`remove`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let target = reader.optional("part")
    let field = reader.optional("field")
    reader.finish(as: what, log: &log)
    if target == nil, field == nil { reportEmpty(node, what) }
    if let field { removeField(field, context) }
    guard let id = target.flatMap({ knownPart($0) }), let part = tree.part(id.value) else { return [] }
    touch(id.value, "id", at: id.range, context)
    var tree = tree
    tree.remove(id.value)
    self.tree = tree
    return Set(ScoreTree.ids(in: part).map { .present($0) })
  }

  private mutating func removeField(_ node: YAMLNode, _ context: EditContext) {
    guard let name = log.text(node, as: Words(id: "nama bidang", en: "the name of a field")) else { return }
    guard let fields = root["fields"], fields.entry(name.value) != nil else {
      let near = nearestName(to: name.value, among: (root["fields"]?.entries ?? []).map(\.key.value))
      log.error(
        .unknownField, at: name.range, Words(id: "tidak ada bidang `\(name.value)`", en: "there is no field `\(name.value)`"),
        help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
      return
    }
    touch(name.value, "fields", at: name.range, context)
    put(fields.removing([name.value]), under: "fields")
  }

  /// `replace: {zones: {...}}` or `replace: {part: {id: p, ...}}`.
  mutating func replace(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`replace`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let zones = reader.optional("zones")
    let part = reader.optional("part")
    reader.finish(as: what, log: &log)
    if zones == nil, part == nil { reportEmpty(node, what) }
    var slots: Set<Slot> = []
    if let zones {
      touch("zones", "zones", at: zones.range, context)
      put(zones, under: "zones")
      slots.insert(.zones)
    }
    if let part { slots.formUnion(replacePart(part, context)) }
    return slots
  }

  private mutating func replacePart(_ part: YAMLNode, _ context: EditContext) -> Set<Slot> {
    guard let id = part["id"].flatMap({ knownPart($0) }), let old = tree.part(id.value) else { return [] }
    touch(id.value, "id", at: id.range, context)
    var tree = tree
    tree.replace(id.value, with: part)
    self.tree = tree
    var slots: Set<Slot> = []
    for id in Set(ScoreTree.ids(in: old)).union(ScoreTree.ids(in: part)) {
      slots.formUnion([.scale(id), .missing(id), .combine(id), .round(id), .at(id), .weight(id), .present(id), .parent(id)])
    }
    return slots
  }
}
