internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `set: {part: p, key: value, ...}`, or the same with `rung:`, `field:`, `flag:`, or `set: {defaults: {...}}`.
  mutating func set(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`set`")
    guard var reader = MappingReader(node, .set, as: what, log: &log) else { return [] }
    let targets = MappingForm.targets.compactMap { reader.entry($0) }
    guard targets.count == 1, let target = targets.first else {
      log.error(
        .missingKey, at: node.range,
        Words(id: "`set` butuh tepat satu sasaran", en: "`set` needs exactly one target"),
        help: Words(
          id: "tulis `part: ...`, `rung: ...`, `field: ...`, `flag: ...` atau `defaults: {...}`",
          en: "write `part: ...`, `rung: ...`, `field: ...`, `flag: ...` or `defaults: {...}`"))
      return []
    }
    let recode = reader.entry("recode")
    let values = reader.unread
    if values.isEmpty, recode == nil, target.key.value != "defaults" { reportEmpty(node, what) }
    if let recode, target.key.value != "field" {
      log.error(
        .unknownKey, at: recode.key.range,
        Words(id: "`recode` hanya untuk bidang", en: "`recode` is for fields only"),
        help: Words(id: "tulis `set: {field: ..., recode: {...}}`", en: "write `set: {field: ..., recode: {...}}`"))
    }
    switch target.key.value {
    case "part": return setPart(target.value, values, context)
    case "rung": return setRung(target.value, values, context)
    case "field":
      setField(target.value, values, recode, context)
      return []
    case "flag":
      _ = setEntry(of: .flags, target.value, values, context)
      return []
    default:
      reader.finish(as: what, log: &log)
      return setDefaults(target.value, context)
    }
  }

  private mutating func setPart(_ target: YAMLNode, _ values: [YAMLEntry], _ context: EditContext) -> Set<Slot> {
    guard let id = knownPart(target), var head = tree?.head(id.value) else { return [] }
    var slots: Set<Slot> = []
    var accepted: [YAMLEntry] = []
    for entry in values {
      let key = entry.key.value
      if key == "id" || key == "parts" {
        log.error(
          .unknownKey, at: entry.key.range, Words(id: "`set` tidak dapat mengubah `\(key)`", en: "`set` cannot change `\(key)`"),
          help: Words(id: "pakai `add`, `move`, `remove` atau `replace`", en: "use `add`, `move`, `remove` or `replace`"))
        continue
      }
      touch(.part(id.value), key, at: entry.key.range, context)
      if key == "goalposts", entry.value.isNone {
        slots.insert(.goalposts(id.value))
        head = withoutGoalposts(head, entry)
        continue
      }
      if key == "weight" { weights.append(WrittenWeight(part: id.value, old: head[key], new: entry.value)) }
      // Of another weight even the same provenance and the same source must be said.
      let writesWeight = wrote("weight", of: id.value) || values.contains { meantKey($0, among: ["weight"]) != nil }
      let isGround = ["provenance", "cite"].contains(key) && writesWeight
      if !isGround { warnIfSame(entry, as: head[key]) }
      accepted.append(entry)
      if key == "at" { slots.formUnion(tree?.groups(from: id.value, inheriting: "at").map { .at($0) } ?? []) }
      if let slot = ChangeResolver.slot(of: key, part: id.value) { slots.insert(slot) }
      if key == "precision", head["parts"] != nil { slots.insert(.combine(id.value)) }
    }
    let before = head
    if accepted.contains(where: { MappingForm.bodies.contains($0.key.value) }) {
      // A group that becomes an indicator loses its parts.
      if head["parts"]?.items != nil {
        slots.formUnion(tree?.ids(from: id.value).map { $0 == id.value ? .combine($0) : .present($0) } ?? [])
      }
      head = head.removing(Set(MappingForm.bodies))
    }
    head = head.setting(accepted)
    // A word of provenance comes with its source.
    if let cite = context.cite, accepted.contains(where: { $0.key.value == "provenance" }), !wrote("cite", of: id.value) {
      head = head.setting("cite", to: cite)
      touchSource(of: id.value, at: cite.range)
    }
    tree?.setHead(id.value, head.removing(ChangeResolver.idleKeys(of: head, formerly: before, editedAt: id.range)))
    return slots
  }

  /// Takes the goalposts of a group away; warns where there are none.
  private mutating func withoutGoalposts(_ head: YAMLNode, _ entry: YAMLEntry) -> YAMLNode {
    if head["goalposts"].map(\.isNone) ?? true {
      log.warning(
        .emptyEdit, at: entry.value.range, Words(id: "bagian ini tidak punya `goalposts`", en: "this part has no `goalposts`"),
        help: Words(id: "hapus kunci ini", en: "remove this key"))
    }
    return head.removing(["goalposts"])
  }

  /// The keys that an earlier edition wrote and that mean nothing in the part as it is now, so that they go with what they belonged to: no
  /// edit could take them away. What this edition itself wrote stays, and is refused where it stands.
  private static func idleKeys(of head: YAMLNode, formerly before: YAMLNode, editedAt range: SourceRange) -> Set<String> {
    var keys: Set<String> = []
    if before.takesRootOrLogarithm, !head.takesRootOrLogarithm { keys.insert("precision") }
    if before["parts"] != nil, head["parts"] == nil {
      keys.formUnion(["combine", "goalposts"])
      if head["formula"] == nil { keys.insert("at") }
    }
    return keys.filter { head.entry($0)?.key.range.file != range.file }
  }

  /// The slot that a key of a part stands for; nil for keys that move no score.
  static func slot(of key: String, part id: String) -> Slot? {
    switch key {
    case "weight": .weight(id)
    case "missing": .missing(id)
    case "combine": .combine(id)
    case "goalposts": .goalposts(id)
    case "round": .round(id)
    case "at": .at(id)
    case "when", "not_applicable": .applies(id)
    case "precision": .scale(id)
    case _ where MappingForm.bodies.contains(key): .scale(id)
    default: nil
    }
  }

  private mutating func setRung(_ target: YAMLNode, _ values: [YAMLEntry], _ context: EditContext) -> Set<Slot> {
    guard let id = setEntry(of: .units, target, values, context) else { return [] }
    return values.contains { $0.key.value == "combine" } ? [.rung(id)] : []
  }

  private mutating func setField(_ target: YAMLNode, _ values: [YAMLEntry], _ recode: YAMLEntry?, _ context: EditContext) {
    guard let id = setEntry(of: .fields, target, values, context) else { return }
    if let recode {
      touch(.entry(id, .fields), "recode", at: recode.key.range, context)
      if let values = log.recoding(recode.value) { fieldLinks.append(FieldLink(from: id, to: id, values: values, change: context.change)) }
    }
    if values.contains(where: { $0.key.value == "per" }) { movedFields[id, default: []].insert(current) }
  }

  /// Sets keys of one entry of a section and returns its name.
  private mutating func setEntry(
    of section: Section, _ target: YAMLNode, _ values: [YAMLEntry], _ context: EditContext
  ) -> String? {
    guard let name = log.text(target, as: section.nameOfEntry), let old = knownEntry(name, in: section) else { return nil }
    for entry in values {
      touch(.entry(name.value, section), entry.key.value, at: entry.key.range, context)
      warnIfSame(entry, as: old.value[entry.key.value])
    }
    sections[section]?.set(YAMLEntry(key: old.key, keyIsQuoted: old.keyIsQuoted, value: old.value.setting(values)))
    return name.value
  }

  /// The entry of that name in a section; reports any other, with the nearest.
  mutating func knownEntry(_ name: Marked<String>, in section: Section) -> YAMLEntry? {
    // A base whose section has another shape, or lacks one that it needs, is reported by the decoder; flags it need not have.
    let isEmpty = section == .flags && isWithout(section)
    guard let table = sections[section] ?? (isEmpty ? EntryTable(at: name.range) : nil) else { return nil }
    if let entry = table[name.value] { return entry }
    let entry = section.entry
    log.error(
      section == .units ? .unknownRung : .unknownField, at: name.range,
      Words(id: "tidak ada \(entry.id) `\(name.value)`", en: "there is no \(entry.en) `\(name.value)`"),
      help: suggestion(for: name.value, among: table.keys)
        ?? Words(id: "pakai `add` untuk \(entry.id) yang baru", en: "use `add` for a \(entry.en) that is new"),
      fix: correction(of: name.value, at: name.range, among: table.keys))
    return nil
  }

  private mutating func setDefaults(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    guard let reader = MappingReader(node, .defaults, as: Words(same: "`defaults`"), log: &log) else { return [] }
    if reader.entries.isEmpty { reportEmpty(node, Words(same: "`set`")) }
    for entry in reader.entries {
      touch(.entry("defaults", .defaults), entry.key.value, at: entry.key.range, context)
      warnIfSame(entry, as: sections[.defaults]?[entry.key.value]?.value)
      sections[.defaults, default: EntryTable(at: node.range)].set(entry)
    }
    return reader.entries.contains { $0.key.value == "missing" } ? [.missingByDefault] : []
  }

  /// Warns of a value that stood there already.
  private mutating func warnIfSame(_ entry: YAMLEntry, as old: YAMLNode?) {
    guard let old, old.scalar != nil, let text = entry.value.scalar?.text, text == old.scalar?.text else { return }
    log.warning(
      .emptyEdit, at: entry.value.range,
      Words(id: "`\(entry.key.value)` sudah `\(text)`", en: "`\(entry.key.value)` is `\(text)` already"),
      help: Words(id: "hapus kunci ini, atau tulis nilai yang baru", en: "remove this key, or write the new value"),
      notes: [.init(Words(id: "di sini", en: "here"), at: old.range)])
  }
}

extension YAMLNode {
  /// Whether this is the word that takes goalposts away.
  fileprivate var isNone: Bool { scalar?.text == MappingForm.noGoalposts }

  /// Whether the part has a root or a logarithm, whose decimals `precision` says.
  fileprivate var takesRootOrLogarithm: Bool {
    self["parts"] != nil && self["combine"]?.scalar?.text == Part.Combine.geometricMean.rawValue
      || self["linear"]?["log"]?.scalar?.text == "true"
  }
}

extension ChangeResolver.Section {
  /// What one entry is called.
  var entry: Words {
    switch self {
    case .units: Words(id: "jenjang", en: "rung")
    case .flags: Words(id: "penanda", en: "flag")
    case .sources: Words(id: "sumber", en: "source")
    case .fields, .defaults: Words(id: "bidang", en: "field")
    }
  }

  /// What the name of an entry is called.
  var nameOfEntry: Words { Words(id: "nama \(entry.id)", en: "the name of a \(entry.en)") }
}
