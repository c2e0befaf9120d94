internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `set: {part: p, key: value, ...}`, or the same with `rung:`, `field:`, or `set: {defaults: {...}}`.
  mutating func set(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`set`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let targets = ["part", "rung", "field", "defaults"].compactMap { reader.entry($0) }
    guard targets.count == 1, let target = targets.first else {
      log.error(
        .missingKey, at: node.range,
        Words(id: "`set` butuh tepat satu sasaran", en: "`set` needs exactly one target"),
        help: Words(id: "tulis `part: ...`, `rung: ...`, `field: ...` atau `defaults: {...}`", en: "write `part: ...`, `rung: ...`, `field: ...` or `defaults: {...}`"))
      return []
    }
    let values = reader.unread
    if values.isEmpty, target.key.value != "defaults" { reportEmpty(node, what) }
    switch target.key.value {
    case "part": return setPart(target.value, values, context)
    case "rung": return setRung(target.value, values, context)
    case "field":
      setEntry(of: "fields", target.value, values, context)
      return []
    default: return setDefaults(target.value, context)
    }
  }

  private mutating func setPart(_ target: YAMLNode, _ values: [YAMLEntry], _ context: EditContext) -> Set<Slot> {
    guard let id = knownPart(target), var part = tree.part(id.value) else { return [] }
    var slots: Set<Slot> = []
    for entry in values {
      let key = entry.key.value
      if key == "id" || key == "parts" {
        log.error(
          .unknownKey, at: entry.key.range, Words(id: "`set` tidak dapat mengubah `\(key)`", en: "`set` cannot change `\(key)`"),
          help: Words(id: "pakai `add`, `move`, `remove` atau `replace`", en: "use `add`, `move`, `remove` or `replace`"))
        continue
      }
      touch(id.value, key, at: entry.key.range, context)
      warnIfSame(entry, as: part[key])
      if EditionDecoder.bodies.contains(key) { part = part.removing(Set(EditionDecoder.bodies)) }
      part = part.setting(entry)
      if let slot = ChangeResolver.slot(of: key, part: id.value) { slots.insert(slot) }
    }
    var tree = tree
    tree.replace(id.value, with: part)
    self.tree = tree
    return slots
  }

  /// The slot that a key of a part stands for; nil for keys that move no score.
  static func slot(of key: String, part id: String) -> Slot? {
    switch key {
    case "weight": .weight(id)
    case "missing": .missing(id)
    case "combine": .combine(id)
    case "round": .round(id)
    case "at": .at(id)
    case _ where EditionDecoder.bodies.contains(key): .scale(id)
    default: nil
    }
  }

  private mutating func setRung(_ target: YAMLNode, _ values: [YAMLEntry], _ context: EditContext) -> Set<Slot> {
    setEntry(of: "units", target, values, context)
    guard values.contains(where: { $0.key.value == "combine" }), let id = target.scalar?.text else { return [] }
    return [.rung(id)]
  }

  /// Sets keys of one entry of `fields:` or `units:`.
  private mutating func setEntry(of section: String, _ target: YAMLNode, _ values: [YAMLEntry], _ context: EditContext) {
    guard let name = log.text(target, as: Words(same: "`\(section)`")) else { return }
    guard let all = root[section], let old = all.entry(name.value) else {
      let near = nearestName(to: name.value, among: (root[section]?.entries ?? []).map(\.key.value))
      log.error(
        section == "units" ? .unknownRung : .unknownField, at: name.range,
        Words(id: "tidak ada `\(name.value)` di `\(section)`", en: "there is no `\(name.value)` in `\(section)`"),
        help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
      return
    }
    var value = old.value
    for entry in values {
      touch(name.value, entry.key.value, at: entry.key.range, context)
      warnIfSame(entry, as: value[entry.key.value])
      value = value.setting(entry)
    }
    put(all.setting(YAMLEntry(key: old.key, keyIsQuoted: old.keyIsQuoted, value: value)), under: section)
  }

  private mutating func setDefaults(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    guard let entries = node.entries, !entries.isEmpty else {
      reportEmpty(node, Words(same: "`set`"))
      return []
    }
    var defaults = root["defaults"] ?? YAMLNode(content: .mapping([]), range: node.range)
    for entry in entries {
      touch("defaults", entry.key.value, at: entry.key.range, context)
      warnIfSame(entry, as: defaults[entry.key.value])
      defaults = defaults.setting(entry)
    }
    let key = root.entry("defaults")?.key ?? Marked("defaults", at: node.range)
    root = root.setting(YAMLEntry(key: key, keyIsQuoted: false, value: defaults))
    return entries.contains { $0.key.value == "missing" } ? [.missingByDefault] : []
  }

  /// Warns of a value that stood there already.
  private mutating func warnIfSame(_ entry: YAMLEntry, as old: YAMLNode?) {
    guard let old, old.scalar != nil, let text = entry.value.scalar?.text, text == old.scalar?.text else { return }
    log.warning(
      .emptyEdit, at: entry.value.range,
      Words(id: "`\(entry.key.value)` sudah `\(text)`", en: "`\(entry.key.value)` is `\(text)` already"),
      notes: [.init(Words(id: "di sini", en: "here"), at: old.range)])
  }
}
