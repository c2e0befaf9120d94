internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `rename: {part: old, to: new}` or `rename: {field: old, to: new}`; a label may go with it.
  mutating func rename(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`rename`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let part = reader.optional("part")
    let field = reader.optional("field")
    let to = reader.required("to", of: what, log: &log)
    let label = reader.entry("label")
    reader.finish(as: what, log: &log)
    if part == nil, field == nil { reportEmpty(node, what) }
    guard let to, let name = log.name(to, as: what) else { return [] }
    if let field { renameField(field, to: name, label, context) }
    guard let id = part.flatMap({ knownPart($0) }), let old = tree.part(id.value), let entry = old.entry("id") else { return [] }
    guard isFree(name) else { return [] }
    touch(id.value, "id", at: id.range, context)
    var renamed = old.setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: to))
    if let label { renamed = renamed.setting(label) }
    var tree = tree
    tree.replace(id.value, with: renamed)
    self.tree = tree
    partLinks.append(PartLink(kind: .renamed, from: [id.value], to: [name.value]))
    return []
  }

  private mutating func renameField(_ node: YAMLNode, to name: Marked<String>, _ label: YAMLEntry?, _ context: EditContext) {
    guard let old = log.text(node, as: Words(id: "nama bidang", en: "the name of a field")) else { return }
    guard let fields = root["fields"], let entry = fields.entry(old.value), let entries = fields.entries else {
      reportUnknownField(old)
      return
    }
    touch(old.value, "fields", at: old.range, context)
    let value = label.map { entry.value.setting($0) } ?? entry.value
    let renamed = YAMLEntry(key: name, keyIsQuoted: false, value: value)
    put(YAMLNode(content: .mapping(entries.map { $0.key.value == old.value ? renamed : $0 }), range: fields.range), under: "fields")
    root = root.setting(YAMLEntry(key: root.entry("score")?.key ?? name, keyIsQuoted: false, value: renamingField(old.value, to: name, in: tree.root)))
    fieldLinks.append(FieldLink(from: old.value, to: name.value))
  }

  /// The tree with every scale reading the field under its new name.
  private func renamingField(_ old: String, to name: Marked<String>, in node: YAMLNode) -> YAMLNode {
    let renamed = YAMLNode(content: .scalar(YAMLScalar(text: name.value, isQuoted: false)), range: name.range)
    var node = node
    for body in EditionDecoder.bodies {
      guard let entry = node.entry(body) else { continue }
      let value: YAMLNode
      if body == "parts" {
        value = YAMLNode(content: .sequence((entry.value.items ?? []).map { renamingField(old, to: name, in: $0) }), range: entry.value.range)
      } else if entry.value.scalar?.text == old {
        value = renamed
      } else if let field = entry.value.entry("field"), field.value.scalar?.text == old {
        value = entry.value.setting(YAMLEntry(key: field.key, keyIsQuoted: false, value: renamed))
      } else if let items = entry.value.entry("items"), let list = items.value.items {
        let fields = list.map { $0.scalar?.text == old ? renamed : $0 }
        value = entry.value.setting(
          YAMLEntry(key: items.key, keyIsQuoted: false, value: YAMLNode(content: .sequence(fields), range: items.value.range)))
      } else {
        continue
      }
      node = node.setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: value))
    }
    return node
  }

  /// Reports a field that does not exist, with the nearest.
  mutating func reportUnknownField(_ name: Marked<String>) {
    let near = nearestName(to: name.value, among: (root["fields"]?.entries ?? []).map(\.key.value))
    log.error(
      .unknownField, at: name.range, Words(id: "tidak ada bidang `\(name.value)`", en: "there is no field `\(name.value)`"),
      help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
  }

  /// Whether no part has that name; reports it otherwise.
  mutating func isFree(_ name: Marked<String>) -> Bool {
    guard let old = tree.part(name.value) else { return true }
    log.error(
      .duplicateID, at: name.range,
      Words(id: "bagian `\(name.value)` sudah ada", en: "the part `\(name.value)` exists already"),
      notes: [.init(Words(id: "di sini", en: "here"), at: old["id"]?.range ?? old.range)])
    return false
  }
}
