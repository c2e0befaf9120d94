internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// Applies the named changes of an edition to the nodes of the edition that it extends.
///
/// The result is the whole edition, as nodes that still know where each of them was written, in whichever file that is.
struct ChangeResolver {
  var log = DiagnosticLog()
  /// The whole edition so far.
  var root: YAMLNode
  /// The named changes with what each of them touched.
  private(set) var changes: [NamedChange] = []
  /// How parts continue where their ids do not say it.
  var partLinks: [PartLink] = []
  /// How fields continue where their names do not say it.
  var fieldLinks: [FieldLink] = []
  /// Who touched which key of which target first.
  private var touched: [String: (change: String, range: SourceRange)] = [:]

  /// Starts from the resolved nodes of the base.
  init(base: YAMLNode) {
    root = base
  }

  /// Takes over the head of the new file and applies its changes in order.
  mutating func apply(_ file: YAMLNode) {
    let what = Words(id: "berkas aturan", en: "the rule file")
    guard var reader = MappingReader(file, as: what, log: &log) else { return }
    root = root.removing(["extends", "changes", "status"])
    for key in ["timbang", "id", "edition", "status", "title"] {
      if let entry = reader.entry(key) { root = root.setting(entry) }
    }
    _ = reader.optional("extends")
    if let sources = reader.entry("sources") { merge(sources.value, into: "sources", in: nil) }
    let list = reader.optional("changes")
    refuseRules(&reader)
    reader.refuse(["lineage", "flags", "precision"], log: &log)
    reader.finish(as: what, log: &log)
    for node in items(of: list) { applyChange(node) }
  }

  /// An edition that extends another says everything in its changes, so that each difference has a name.
  private mutating func refuseRules(_ reader: inout MappingReader) {
    for key in ["units", "fields", "defaults", "score", "zones", "scale"] {
      guard let entry = reader.entry(key) else { continue }
      log.error(
        .baseEdition, at: entry.key.range,
        Words(
          id: "`\(key)` tidak dapat ditulis di edisi yang memakai `extends`", en: "`\(key)` cannot be written in an edition that uses `extends`"),
        help: Words(id: "tulis sebagai suntingan di dalam `changes`", en: "write it as an edit in `changes`"))
    }
  }

  private mutating func items(of list: YAMLNode?) -> [YAMLNode] {
    guard let list else { return [] }
    if let items = list.items { return items }
    log.error(
      .wrongShape, at: list.range,
      Words(id: "harus berupa daftar, bukan \(list.shape.id)", en: "must be a list, not \(list.shape.en)"),
      help: Words(id: "awali setiap butir dengan `- `", en: "begin each item with `- `"))
    return []
  }

  private mutating func applyChange(_ node: YAMLNode) {
    let what = Words(id: "perubahan", en: "a change")
    guard var reader = MappingReader(node, as: what, log: &log) else { return }
    guard let id = reader.required("id", of: what, log: &log).flatMap({ log.name($0, as: what) }) else { return }
    let named = Words(id: "perubahan `\(id.value)`", en: "the change `\(id.value)`")
    let title = reader.required("title", of: named, log: &log).flatMap { log.words($0, as: named) }
    let cite = reader.optional("cite")
    let after = reader.optional("after").map { node in (node.items ?? [node]).compactMap { log.name($0, as: what)?.value } } ?? []
    let edits = items(of: reader.required("edits", of: named, log: &log))
    reader.finish(as: named, log: &log)
    if let first = changes.first(where: { $0.id.value == id.value }) {
      log.error(
        .duplicateID, at: id.range, Words(id: "\(named.id) ada dua kali", en: "\(named.en) stands twice"),
        notes: [.init(Words(id: "pertama di sini", en: "first here"), at: first.id.range)])
    }
    for earlier in after where !changes.contains(where: { $0.id.value == earlier }) {
      log.error(
        .conflictingEdits, at: id.range,
        Words(id: "`after` menyebut `\(earlier)`, yang tidak mendahului \(named.id)", en: "`after` names `\(earlier)`, which does not come before \(named.en)"))
    }
    var decoder = EditionDecoder()
    let citations = cite.map { decoder.citations(from: $0) } ?? []
    log.append(decoder.log)
    if citations.isEmpty {
      log.warning(
        .changeWithoutReason, at: id.range, Words(id: "\(named.id) tidak menyebut sumber", en: "\(named.en) cites no source"),
        help: Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`"))
    }
    var slots: Set<Slot> = []
    for edit in edits { slots.formUnion(applyEdit(edit, change: id.value, after: after)) }
    changes.append(NamedChange(id: id, title: title ?? Words(same: id.value), citations: citations, slots: slots))
  }

  private mutating func applyEdit(_ node: YAMLNode, change: String, after: [String]) -> Set<Slot> {
    let what = Words(id: "suntingan", en: "an edit")
    let known = ["add", "set", "move", "remove", "replace", "rename", "split", "merge"]
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let present = known.compactMap { reader.entry($0) }
    reader.finish(as: what, log: &log)
    guard let edit = present.first else { return [] }
    if let second = present.dropFirst().first {
      log.error(
        .oneBody, at: second.key.range,
        Words(id: "satu suntingan memuat satu kata kerja, bukan dua", en: "one edit holds one verb, not two"),
        help: Words(id: "tulis `- \(second.key.value): ...` sebagai butir sendiri", en: "write `- \(second.key.value): ...` as an item of its own"))
    }
    let context = EditContext(change: change, after: after)
    switch edit.key.value {
    case "add": return add(edit.value, context)
    case "set": return set(edit.value, context)
    case "move": return move(edit.value, context)
    case "remove": return remove(edit.value, context)
    case "rename": return rename(edit.value, context)
    case "split": return split(edit.value, context)
    case "merge": return merge(edit.value, context)
    default: return replace(edit.value, context)
    }
  }

  /// Remembers that a change touched a key; a second change must say that it comes after the first.
  mutating func touch(_ target: String, _ key: String, at range: SourceRange, _ context: EditContext) {
    let name = "\(target) \(key)"
    if let first = touched[name], first.change != context.change, !context.after.contains(first.change) {
      log.error(
        .conflictingEdits, at: range,
        Words(
          id: "perubahan `\(first.change)` sudah menyentuh `\(key)` pada `\(target)`",
          en: "the change `\(first.change)` has touched `\(key)` of `\(target)` already"),
        help: Words(
          id: "gabungkan keduanya, atau tulis `after: [\(first.change)]` pada perubahan ini",
          en: "put the two together, or write `after: [\(first.change)]` in this change"),
        notes: [.init(Words(id: "disentuh di sini", en: "touched here"), at: first.range)])
    }
    touched[name] = (context.change, range)
  }

  /// The tree of parts.
  var tree: ScoreTree {
    get { ScoreTree(root: root["score"] ?? root) }
    set {
      guard let entry = root.entry("score") else { return }
      root = root.setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: newValue.root))
    }
  }

  /// Adds the entries of a mapping to the mapping under `key`; an entry that is there already is refused unless `context` is nil.
  mutating func merge(_ node: YAMLNode, into key: String, in context: EditContext?) {
    guard let entries = node.entries else {
      _ = MappingReader(node, as: Words(same: "`\(key)`"), log: &log)
      return
    }
    let own = root.entry(key)
    var merged = own?.value ?? YAMLNode(content: .mapping([]), range: node.range)
    for entry in entries {
      if context != nil, let first = merged.entry(entry.key.value) {
        log.error(
          .duplicateID, at: entry.key.range,
          Words(id: "`\(entry.key.value)` sudah ada di `\(key)`", en: "`\(entry.key.value)` stands in `\(key)` already"),
          help: Words(id: "pakai `set` untuk mengubahnya", en: "use `set` to change it"),
          notes: [.init(Words(id: "di sini", en: "here"), at: first.key.range)])
        continue
      }
      if let context { touch(entry.key.value, key, at: entry.key.range, context) }
      merged = merged.setting(entry)
    }
    let label = own?.key ?? Marked(key, at: node.range)
    root = root.setting(YAMLEntry(key: label, keyIsQuoted: false, value: merged))
  }

  /// Puts another value under a key of the whole edition.
  mutating func put(_ value: YAMLNode, under key: String) {
    guard let entry = root.entry(key) else { return }
    root = root.setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: value))
  }
}

/// Which change an edit belongs to, and which changes it knowingly follows.
struct EditContext {
  let change: String
  let after: [String]
}
