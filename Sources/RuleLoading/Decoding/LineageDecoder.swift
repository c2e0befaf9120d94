internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// Reads `lineage:` of an edition that was written whole: from which edition it comes, its named changes, and how parts continue.
struct LineageDecoder {
  var log = DiagnosticLog()
  private var changes: [(id: Marked<String>, title: Words, citations: [Citation], grounds: Grounds)] = []
  private var changeIDs: Set<String> = []
  private var slots: [String: Set<Slot>] = [:]

  /// The edition that `lineage:` comes from; nil if it does not say.
  static func base(of lineage: YAMLNode) -> Marked<String>? {
    guard let from = lineage["from"], let text = from.scalar?.text else { return nil }
    return Marked(text, at: from.range)
  }

  /// Reads the step from `base`; `old` and `new` are the score trees of the two editions.
  mutating func step(from node: YAMLNode, base: String, old: ScoreTree?, new: ScoreTree?) -> EditionStep? {
    let what = Words(same: "`lineage`")
    guard var reader = MappingReader(node, .lineage, as: what, log: &log) else { return nil }
    _ = reader.required("from", of: what, log: &log).flatMap { log.name($0, as: what) }
    for item in items(reader.optional("changes")) { readChange(item) }
    let parts = items(reader.optional("parts")).compactMap { readPart($0, old: old, new: new) }
    let fields = items(reader.optional("fields")).compactMap { readField($0) }
    let renamed = fields.compactMap { field in
      field.to.map { FieldLink(from: field.from, to: $0, values: field.values, change: field.change, grounds: field.grounds) }
    }
    let links =
      parts.map { ($0.change, $0.grounds) } + fields.map { ($0.change, $0.grounds) }
    let dropped = fields.filter { $0.to == nil }.map { DroppedField($0.from, change: $0.change, grounds: $0.grounds) }
    reader.finish(as: what, log: &log)
    let named = changes.map { change in
      NamedChange(
        id: change.id, title: change.title, citations: change.citations, grounds: change.grounds,
        links: links.filter { $0.0 == change.id.value }.map(\.1), slots: slots[change.id.value] ?? [])
    }
    return EditionStep(base: base, changes: named, parts: parts, fields: renamed, droppedFields: dropped)
  }

  private mutating func items(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    if let items = node.items { return items }
    log.error(
      .wrongShape, at: node.range, Words(id: "harus berupa daftar, bukan \(node.shape.id)", en: "must be a list, not \(node.shape.en)"),
      help: Words(id: "awali setiap butir dengan `- `", en: "begin each item with `- `"))
    return []
  }

  private mutating func readChange(_ node: YAMLNode) {
    let what = Words(id: "perubahan", en: "a change")
    guard var reader = MappingReader(node, .lineageChange, as: what, log: &log) else { return }
    let id = reader.required("id", of: what, log: &log).flatMap { log.name($0, as: what) }
    let title = reader.required("title", of: what, log: &log).flatMap { log.words($0, as: what) }
    let cite = reader.optional("cite")
    let grounds = log.grounds(&reader)
    reader.finish(as: what, log: &log)
    guard let id else { return }
    var decoder = EditionDecoder()
    let citations = cite.map { decoder.citations(from: $0) } ?? []
    log.append(decoder.log)
    if citations.isEmpty {
      log.warning(
        .changeWithoutReason, at: id.range,
        Words(id: "perubahan `\(id.value)` tidak menyebut sumber", en: "the change `\(id.value)` cites no source"),
        help: Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`"))
    }
    changeIDs.insert(id.value)
    changes.append((id, title ?? Words(same: id.value), citations, grounds))
  }

  private mutating func readPart(_ node: YAMLNode, old: ScoreTree?, new: ScoreTree?) -> PartLink? {
    let what = Words(id: "garis keturunan bagian", en: "the lineage of a part")
    guard var reader = MappingReader(node, .partLink, as: what, log: &log) else { return nil }
    let kind = reader.required("kind", of: what, log: &log).flatMap { log.choice($0, as: Words(same: "`kind`"), of: PartLink.Kind.self) }
    let from = ids(reader.optional("from"), in: old)
    let to = ids(reader.optional("to"), in: new)
    let change = reader.optional("change")
    let grounds = log.grounds(&reader)
    reader.finish(as: what, log: &log)
    guard let kind, let from, let to else { return nil }
    guard hasRightCounts(kind, from.count, to.count) else {
      log.error(
        .wrongShape, at: node.range,
        Words(
          id: "`\(kind.rawValue)` tidak cocok dengan jumlah `from` dan `to`",
          en: "`\(kind.rawValue)` does not fit the number of `from` and `to`"),
        help: Words(
          id: "`split` dari satu ke beberapa, `merged` dari beberapa ke satu, `new` hanya `to`, `dropped` hanya `from`",
          en: "`split` goes from one to several, `merged` from several to one, `new` has only `to`, `dropped` only `from`"))
      return nil
    }
    if let change { claim(kind, from, to, by: change, old: old, new: new) }
    return PartLink(kind: kind, from: from, to: to, change: change?.scalar?.text, grounds: grounds)
  }

  private func hasRightCounts(_ kind: PartLink.Kind, _ from: Int, _ to: Int) -> Bool {
    switch kind {
    case .split: from == 1 && to > 1
    case .merged: from > 1 && to == 1
    case .new: from == 0 && to > 0
    case .dropped: from > 0 && to == 0
    case .same, .renamed, .moved, .narrowed, .widened: from == 1 && to == 1
    }
  }

  /// One id or a list of ids that exist in a tree; nil after an error.
  private mutating func ids(_ node: YAMLNode?, in tree: ScoreTree?) -> [String]? {
    guard let node else { return [] }
    var found: [String] = []
    for item in node.items ?? [node] {
      guard let id = log.name(item, as: Words(id: "bagian", en: "a part")) else { return nil }
      if let tree, !tree.contains(id.value) {
        log.error(
          .unknownPart, at: id.range,
          Words(id: "tidak ada bagian `\(id.value)` di edisi itu", en: "there is no part `\(id.value)` in that edition"),
          help: suggestion(for: id.value, among: tree.ids)
            ?? Words(id: "tulis nama yang ada di berkas edisi itu", en: "write a name that stands in the file of that edition"),
          fix: correction(of: id.value, at: id.range, among: tree.ids))
        return nil
      }
      found.append(id.value)
    }
    return found
  }

  /// The name of a change that stands in `changes`; reports any other.
  private mutating func known(_ node: YAMLNode) -> String? {
    guard let change = log.name(node, as: Words(id: "perubahan", en: "a change")) else { return nil }
    guard changeIDs.contains(change.value) else {
      let names = changes.map(\.id.value)
      log.error(
        .unknownChange, at: change.range,
        Words(id: "tidak ada perubahan `\(change.value)` di `changes`", en: "there is no change `\(change.value)` in `changes`"),
        help: suggestion(for: change.value, among: names)
          ?? Words(id: "tambahkan di `changes` pada `lineage`", en: "add it to `changes` in `lineage`"),
        fix: correction(of: change.value, at: change.range, among: names))
      return nil
    }
    return change.value
  }

  /// Everything about the linked parts belongs to the change that the link names.
  private mutating func claim(_ kind: PartLink.Kind, _ from: [String], _ to: [String], by node: YAMLNode, old: ScoreTree?, new: ScoreTree?)
  {
    guard let change = known(node) else { return }
    let parts = to + from
    var claimed: Set<Slot> = []
    for id in parts {
      claimed.formUnion([
        .scale(id), .missing(id), .combine(id), .goalposts(id), .parent(id), .weight(id), .present(id), .round(id), .at(id),
      ])
    }
    if kind == .new || kind == .dropped {
      let tree = kind == .new ? new : old
      for id in parts { claimed.formUnion((tree?.ids(from: id) ?? []).map { .present($0) }) }
    }
    slots[change, default: []].formUnion(claimed)
  }
}

extension LineageDecoder {
  /// Reports parts that vanished between two editions without a word about them.
  mutating func checkVanished(_ step: EditionStep, old: ScoreTree, new: ScoreTree, at range: SourceRange) {
    let known = Set(step.parts.flatMap(\.from))
    let present = Set(new.ids)
    let gone = Set(known.flatMap { old.ids(from: $0) })
    for id in old.ids.dropFirst() where !present.contains(id) && !known.contains(id) {
      // What stood in a group that went has gone with it.
      guard !gone.contains(id) else { continue }
      log.warning(
        .vanishedPart, at: range,
        Words(id: "bagian `\(id)` hilang tanpa penjelasan di `lineage`", en: "the part `\(id)` vanished without a word in `lineage`"),
        help: Words(
          id: "tambahkan `{kind: dropped, from: \(id)}`, atau `renamed`, `split`, `merged` bila berlanjut",
          en: "add `{kind: dropped, from: \(id)}`, or `renamed`, `split`, `merged` if it continues"))
    }
  }

  /// A field that goes on under another name, or one that is recorded no more.
  private mutating func readField(_ node: YAMLNode) -> (
    from: String, to: String?, values: [Fraction: Fraction], change: String?, grounds: Grounds
  )? {
    let what = Words(id: "garis keturunan bidang", en: "the lineage of a field")
    guard var reader = MappingReader(node, .fieldLink, as: what, log: &log) else { return nil }
    let kind = reader.required("kind", of: what, log: &log).flatMap { log.choice($0, as: Words(same: "`kind`"), of: FieldLinkKind.self) }
    let from = reader.required("from", of: what, log: &log).flatMap { log.name($0, as: what) }
    // Where nothing goes on, no name is known.
    if kind == .dropped { reader.disown("to") }
    let to =
      kind == .dropped ? nil : reader.required("to", of: what, log: &log).flatMap { log.name($0, as: what) }
    if kind != .recoded { reader.disown("values") }
    let values = kind == .recoded ? reader.required("values", of: what, log: &log).flatMap { log.recoding($0) } : [:]
    let change = reader.optional("change").flatMap { known($0) }
    let grounds = log.grounds(&reader)
    reader.finish(as: what, log: &log)
    guard let from, let values, kind == .dropped || to != nil else { return nil }
    return (from.value, to?.value, values, change, grounds)
  }
}

/// What can become of a field.
enum FieldLinkKind: String, CaseIterable {
  case renamed, recoded, dropped
}

extension DiagnosticLog {
  /// A table of old values and what they read now; nil after an error.
  mutating func recoding(_ node: YAMLNode) -> [Fraction: Fraction]? {
    guard let entries = entries(of: node, as: Words(id: "tabel nilai", en: "the table of values")) else { return nil }
    var values: [Fraction: Fraction] = [:]
    for entry in entries {
      let key = YAMLNode(content: .scalar(YAMLScalar(text: entry.key.value, isQuoted: false)), range: entry.key.range)
      guard let old = number(key, as: Words(id: "nilai lama", en: "an old value")),
        let new = number(entry.value, as: Words(id: "nilai baru", en: "a new value"))
      else { return nil }
      values[old.value] = new.value
    }
    return values
  }
}
