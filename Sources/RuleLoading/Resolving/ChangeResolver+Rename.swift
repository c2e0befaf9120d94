internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `rename: {part: old, to: new}` or `rename: {field: old, to: new}`; a label may go with it.
  mutating func rename(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`rename`")
    guard var reader = MappingReader(node, .rename, as: what, log: &log) else { return [] }
    let targets = ["part", "field"].compactMap { reader.entry($0) }
    let to = reader.required("to", of: what, log: &log)
    let label = reader.entry("label")
    reader.finish(as: what, log: &log)
    guard targets.count == 1, let target = targets.first else {
      log.error(
        .missingKey, at: node.range, Words(id: "`rename` butuh tepat satu sasaran", en: "`rename` needs exactly one target"),
        help: Words(id: "tulis `part: ...` atau `field: ...`", en: "write `part: ...` or `field: ...`"))
      return []
    }
    guard let to, let name = log.name(to, as: what) else { return [] }
    if target.key.value == "field" {
      renameField(target.value, to: name, label, context)
    } else {
      renamePart(target.value, to: name, label, context)
    }
    return []
  }

  private mutating func renamePart(_ node: YAMLNode, to name: Marked<String>, _ label: YAMLEntry?, _ context: EditContext) {
    guard let id = knownPart(node), let head = tree?.head(id.value), isFree(name) else { return }
    touch(.part(id.value), "id", at: id.range, context)
    let renamed = head.setting("id", to: YAMLNode(content: .scalar(YAMLScalar(text: name.value, isQuoted: false)), range: name.range))
    tree?.setHead(id.value, label.map { renamed.setting($0) } ?? renamed)
    partLinks.append(PartLink(kind: .renamed, from: [id.value], to: [name.value], change: context.change))
  }

  private mutating func renameField(_ node: YAMLNode, to name: Marked<String>, _ label: YAMLEntry?, _ context: EditContext) {
    guard let old = log.text(node, as: Words(id: "nama bidang", en: "the name of a field")) else { return }
    guard let entry = knownEntry(old, in: .fields) else { return }
    if let other = sections[.fields]?[name.value] {
      reportTaken(name, by: other.key.range, Words(id: "bidang", en: "field"))
      return
    }
    touch(.entry(old.value, .fields), "id", at: old.range, context)
    let value = label.map { entry.value.setting($0) } ?? entry.value
    sections[.fields]?.replace(old.value, with: YAMLEntry(key: name, keyIsQuoted: false, value: value))
    tree?.renameField(old.value, to: name)
    movedFields[name.value] = movedFields.removeValue(forKey: old.value)
    fieldLinks.append(FieldLink(from: old.value, to: name.value, change: context.change))
  }

  /// Whether no part has that name; reports it otherwise.
  mutating func isFree(_ name: Marked<String>) -> Bool {
    guard let old = tree?.head(name.value) else { return true }
    reportTaken(name, by: old["id"]?.range ?? old.range, Words(id: "bagian", en: "part"))
    return false
  }

  private mutating func reportTaken(_ name: Marked<String>, by range: SourceRange, _ what: Words) {
    log.error(
      .duplicateID, at: name.range,
      Words(id: "\(what.id) `\(name.value)` sudah ada", en: "the \(what.en) `\(name.value)` exists already"),
      help: Words(id: "pilih nama lain", en: "choose another name"), notes: [.init(Words(id: "di sini", en: "here"), at: range)])
  }
}
