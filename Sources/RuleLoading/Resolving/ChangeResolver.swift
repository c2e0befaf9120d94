internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// Applies the named changes of an edition to the nodes of the edition that it extends.
///
/// The result is the whole edition, as nodes that still know where each of them was written, in whichever file that is.
struct ChangeResolver {
  /// The sections whose entries are edited by key.
  enum Section: String, CaseIterable {
    case sources, units, fields, defaults, flags
  }

  var log = DiagnosticLog()
  /// The parts so far; nil if the base has no score that can be edited. Kept in no other variable while it is edited: that would copy it.
  var tree: ScoreTree?
  /// The sections so far.
  var sections: [Section: EntryTable] = [:]
  /// The named changes with what each of them touched.
  private(set) var changes: [NamedChange] = []
  /// How parts continue where their ids do not say it.
  var partLinks: [PartLink] = []
  /// How fields continue where their names do not say it.
  var fieldLinks: [FieldLink] = []
  /// For each field that moved to another rung, the places in `changes` of those that moved it.
  var movedFields: [String: Set<Int>] = [:]
  /// The place in `changes` of the change that is being applied.
  var current: Int { changes.count }

  /// What is not edited by key.
  private var root: YAMLNode
  /// Who touched which key of which target first.
  private var touched: [EditedKey: (change: String, range: SourceRange)] = [:]
  /// The keys that the change that is being applied wrote.
  private var keys: [EditedKey: SourceRange] = [:]
  /// Those of them that no edit wrote, since they rest on the change's own `cite`.
  private var lent: Set<EditedKey> = []
  /// The weights that it wrote.
  var weights: [WrittenWeight] = []
  private var places: [String: Marked<String>] = [:]

  /// Starts from the resolved nodes of the base.
  init(base: YAMLNode) {
    root = base
    tree = base["score"].flatMap { $0.entries == nil ? nil : ScoreTree(root: $0) }
    for section in Section.allCases { sections[section] = base[section.rawValue].flatMap { EntryTable($0) } }
  }

  /// The whole edition.
  var resolved: YAMLNode {
    var root = root
    if let tree { root = root.setting("score", to: tree.root) }
    for section in Section.allCases {
      if let table = sections[section] { root = root.setting(section.rawValue, to: table.node) }
    }
    return root
  }

  /// Takes over the head of the new file and applies its changes in order.
  mutating func apply(_ file: YAMLNode) {
    let what = Words(id: "berkas aturan", en: "the rule file")
    guard var reader = MappingReader(file, .extendingEdition, as: what, log: &log) else { return }
    root = root.removing(["extends", "changes", "status", "title"])
    // A format that is not known is reported where it is written: also in the base.
    let format = reader.required("timbang", of: what, log: &log)
    if let format, root["timbang"]?.scalar?.text == "1" { root = root.setting("timbang", to: format) }
    for key in ["id", "edition"] {
      if let value = reader.required(key, of: what, log: &log) { root = root.setting(key, to: value) }
    }
    for key in ["status", "title"] {
      if let entry = reader.entry(key) { root = root.setting(entry) }
    }
    _ = reader.optional("extends")
    if let sources = reader.entry("sources") { merge(sources.value, into: .sources, in: nil) }
    let list = reader.optional("changes")
    refuseRules(&reader)
    reader.refuse(["lineage", "precision"], log: &log)
    reader.finish(as: what, log: &log)
    for node in items(of: list) { applyChange(node) }
    claimMovedFields()
  }

  /// An edition that extends another says everything in its changes, so that each difference has a name.
  private mutating func refuseRules(_ reader: inout MappingReader) {
    for key in MappingForm.extendedSections {
      guard let entry = reader.entry(key) else { continue }
      log.error(
        .baseEdition, at: entry.key.range,
        Words(
          id: "`\(key)` tidak dapat ditulis di edisi yang memakai `extends`",
          en: "`\(key)` cannot be written in an edition that uses `extends`"),
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
    guard var reader = MappingReader(node, .change, as: what, log: &log) else { return }
    guard let id = reader.required("id", of: what, log: &log).flatMap({ log.name($0, as: what) }) else { return }
    let named = Words(id: "perubahan `\(id.value)`", en: "the change `\(id.value)`")
    let title = reader.required("title", of: named, log: &log).flatMap { log.words($0, as: named) }
    let cite = reader.optional("cite")
    let grounds = log.grounds(&reader)
    let after = reader.optional("after").map { node in (node.items ?? [node]).compactMap { log.name($0, as: what) } } ?? []
    let list = reader.required("edits", of: named, log: &log)
    let edits = items(of: list)
    reader.finish(as: named, log: &log)
    if let list, list.items?.isEmpty == true { reportEmpty(list, named) }
    checkOrder(id, after: after, named)
    let citations = citations(from: cite, of: id, named)
    let context = EditContext(change: id.value, after: Set(after.map(\.value)), cite: citations.isEmpty ? nil : cite)
    var slots: Set<Slot> = []
    (keys, lent, weights) = ([:], [], [])
    for edit in edits { slots.formUnion(applyEdit(edit, context)) }
    checkGrounds(of: weights, hasCitations: !citations.isEmpty)
    changes.append(
      NamedChange(id: id, title: title ?? Words(same: id.value), citations: citations, grounds: grounds, slots: slots, keys: keys))
  }

  /// A change has a name of its own, and names only earlier ones in `after`.
  private mutating func checkOrder(_ id: Marked<String>, after: [Marked<String>], _ named: Words) {
    for earlier in after where places[earlier.value] == nil {
      log.error(
        .conflictingEdits, at: earlier.range,
        Words(
          id: "`after` menyebut `\(earlier.value)`, yang tidak mendahului \(named.id)",
          en: "`after` names `\(earlier.value)`, which does not come before \(named.en)"),
        help: Words(id: "sebut perubahan yang ditulis lebih dahulu", en: "name a change that is written before this one"))
    }
    if let first = places[id.value] {
      log.error(
        .duplicateID, at: id.range, Words(id: "\(named.id) ada dua kali", en: "\(named.en) stands twice"),
        help: Words(id: "setiap nama hanya dipakai satu kali dalam satu edisi", en: "a name is used once in an edition"),
        notes: [.init(Words(id: "pertama di sini", en: "first here"), at: first.range)])
    } else {
      places[id.value] = id
    }
  }

  private mutating func citations(from cite: YAMLNode?, of id: Marked<String>, _ named: Words) -> [Citation] {
    var decoder = EditionDecoder()
    let citations = cite.map { decoder.citations(from: $0) } ?? []
    log.append(decoder.log)
    if citations.isEmpty, !decoder.log.hasErrors {
      log.warning(
        .changeWithoutReason, at: id.range, Words(id: "\(named.id) tidak menyebut sumber", en: "\(named.en) cites no source"),
        help: Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`"))
    }
    return citations
  }

  private mutating func applyEdit(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(id: "suntingan", en: "an edit")
    guard var reader = MappingReader(node, .edit, as: what, log: &log) else { return [] }
    if let entry = node.entries?.first, node.entries?.count == 1, let help = verbRemedy(for: entry.key.value) {
      log.error(
        .unknownKey, at: entry.key.range,
        Words(id: "kunci `\(entry.key.value)` tidak dikenal di \(what.id)", en: "unknown key `\(entry.key.value)` in \(what.en)"),
        help: help)
      return []
    }
    let present = MappingForm.verbs.compactMap { reader.entry($0) }
    reader.finish(as: what, log: &log)
    guard let edit = present.first else {
      if node.entries?.isEmpty == true { reportEmpty(node, what) }
      return []
    }
    if let second = present.dropFirst().first {
      log.error(
        .oneBody, at: second.key.range,
        Words(id: "satu suntingan memuat satu kata kerja, bukan dua", en: "one edit holds one verb, not two"),
        help: Words(
          id: "tulis `- \(second.key.value): ...` sebagai butir sendiri", en: "write `- \(second.key.value): ...` as an item of its own"))
    }
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
  mutating func touch(_ target: EditTarget, _ key: String, at range: SourceRange, _ context: EditContext) {
    let name = EditedKey(target.kind, target.name, key)
    if let first = touched[name], first.change != context.change, !context.after.contains(first.change) {
      log.error(
        .conflictingEdits, at: range,
        Words(
          id: "perubahan `\(first.change)` sudah menyentuh `\(key)` pada `\(target.name)`",
          en: "the change `\(first.change)` has touched `\(key)` of `\(target.name)` already"),
        help: Words(
          id: "gabungkan keduanya, atau tulis `after: [\(first.change)]` pada perubahan ini",
          en: "put the two together, or write `after: [\(first.change)]` in this change"),
        notes: [.init(Words(id: "disentuh di sini", en: "touched here"), at: first.range)])
    } else if key != "id", let first = keys[name], lent.remove(name) == nil {
      log.error(
        .conflictingEdits, at: range,
        Words(
          id: "perubahan ini sudah menulis `\(key)` pada `\(target.name)`",
          en: "this change has written `\(key)` of `\(target.name)` already"),
        help: Words(
          id: "hapus salah satunya: yang kedua meniadakan yang pertama", en: "remove one of the two: the second undoes the first"),
        notes: [.init(Words(id: "ditulis di sini", en: "written here"), at: first)])
    }
    touched[name] = (context.change, range)
    keys[name] = range
  }

  /// Where a part was taken, renamed or replaced by any of the changes so far; nil if none did.
  func placeOfLeaving(_ part: String) -> SourceRange? { touched[EditedKey(.part, part, "id")]?.range }

  /// Remembers that a change says where something comes from by its own `cite`. That is no word of the edit's, so it disputes no other's.
  mutating func touchSource(of part: String, at range: SourceRange) {
    let name = EditedKey(.part, part, "cite")
    keys[name] = range
    lent.insert(name)
  }

  /// Whether the change that is being applied wrote a key of a part; `id` if it put the part there.
  func wrote(_ key: String, of part: String) -> Bool { keys[EditedKey(.part, part, key)] != nil }

  /// Adds the entries of a mapping to a section; an entry that is there already is refused unless `context` is nil.
  mutating func merge(_ node: YAMLNode, into section: Section, in context: EditContext?) {
    guard let entries = log.entries(of: node, as: Words(same: "`\(section.rawValue)`")) else { return }
    // A base whose section has another shape is reported by the decoder.
    guard root[section.rawValue] == nil || sections[section] != nil else { return }
    if entries.isEmpty, context != nil { reportEmpty(node, Words(same: "`\(section.rawValue)`")) }
    for entry in entries {
      if let context {
        if let first = sections[section]?[entry.key.value] {
          log.error(
            .duplicateID, at: entry.key.range,
            Words(
              id: "`\(entry.key.value)` sudah ada di `\(section.rawValue)`",
              en: "`\(entry.key.value)` stands in `\(section.rawValue)` already"),
            help: Words(id: "pakai `set` untuk mengubahnya", en: "use `set` to change it"),
            notes: [.init(Words(id: "di sini", en: "here"), at: first.key.range)])
          continue
        }
        touch(.entry(entry.key.value, section), "id", at: entry.key.range, context)
      }
      sections[section, default: EntryTable(at: node.range)].set(entry)
    }
  }

  /// Whether the base says nothing under the key of a section.
  func isWithout(_ section: Section) -> Bool { root[section.rawValue] == nil }

  /// Puts another value under a key of the whole edition.
  mutating func put(_ value: YAMLNode, under key: String) {
    root = root.setting(key, to: value)
  }

  /// A part that reads a field lives on the field's rung: a change that moves the field changes the part.
  private mutating func claimMovedFields() {
    guard !movedFields.isEmpty, let tree else { return }
    var slots: [Int: Set<Slot>] = [:]
    for head in tree.heads {
      guard let id = head["id"]?.scalar?.text else { continue }
      for field in head.fieldsRead { movedFields[field]?.forEach { slots[$0, default: []].insert(.scale(id)) } }
    }
    for (place, more) in slots where changes.indices.contains(place) {
      let change = changes[place]
      changes[place] = NamedChange(
        id: change.id, title: change.title, citations: change.citations, grounds: change.grounds, slots: change.slots.union(more),
        keys: change.keys)
    }
  }
}

/// Which change an edit belongs to, which changes it knowingly follows, and what it cites.
struct EditContext {
  let change: String
  let after: Set<String>
  /// The sources of the change; nil if it names none.
  let cite: YAMLNode?
}

/// What an edit is about. A part, a field and a rung may have the same name.
struct EditTarget {
  let kind: EditedKey.Kind
  let name: String

  static func part(_ id: String) -> EditTarget { EditTarget(kind: .part, name: id) }
  static func entry(_ key: String, _ section: ChangeResolver.Section) -> EditTarget { EditTarget(kind: section.kind, name: key) }
  static let zones = EditTarget(kind: .zones, name: "zones")
}

extension ChangeResolver.Section {
  /// What sort of thing its entries are.
  fileprivate var kind: EditedKey.Kind {
    switch self {
    case .sources: .source
    case .units: .rung
    case .fields: .field
    case .defaults: .defaults
    case .flags: .flag
    }
  }
}
