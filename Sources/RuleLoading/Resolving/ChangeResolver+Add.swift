internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `add: {under: group, part: {...}}`, or new `fields:`, `sources:`, `flags:`.
  mutating func add(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`add`")
    guard var reader = MappingReader(node, .add, as: what, log: &log) else { return [] }
    let fields = reader.optional("fields")
    let sources = reader.optional("sources")
    let flags = reader.optional("flags")
    let addsPart = reader.optional("under") != nil || reader.optional("part") != nil
    if !addsPart, fields == nil, sources == nil, flags == nil { reportEmpty(node, what) }
    let under = addsPart ? reader.required("under", of: what, log: &log).flatMap { knownPart($0) } : nil
    let part = addsPart ? reader.required("part", of: what, log: &log) : nil
    reader.finish(as: what, log: &log)
    if let fields { merge(fields, into: .fields, in: context) }
    if let sources { merge(sources, into: .sources, in: context) }
    if let flags { merge(flags, into: .flags, in: context) }
    guard let under, let part else { return [] }
    return addPart(part, under: under, context)
  }

  private mutating func addPart(_ part: YAMLNode, under: Marked<String>, _ context: EditContext) -> Set<Slot> {
    let new = ScoreTree.ids(in: part)
    for id in new {
      guard let old = tree?.head(id) else { continue }
      log.error(
        .duplicateID, at: part["id"]?.range ?? part.range,
        Words(id: "bagian `\(id)` sudah ada", en: "the part `\(id)` exists already"),
        help: Words(
          id: "pakai `move` bila maknanya sama, atau pilih nama lain bila maknanya baru",
          en: "use `move` if it means the same, or choose another name if it means something new"),
        notes: [.init(Words(id: "di sini", en: "here"), at: old["id"]?.range ?? old.range)])
      return []
    }
    guard checkGroup(under, takes: ScoreTree.height(of: part)) else { return [] }
    tree?.add(context.sourced(part), under: under.value)
    for id in new { touch(.part(id), "id", at: part.range, context) }
    return Set(new.map { .present($0) })
  }

  /// Whether a target has parts and is not too deep to take one with `levels` below it; reports why it cannot.
  mutating func checkGroup(_ id: Marked<String>, takes levels: Int) -> Bool {
    guard let tree, tree.isGroup(id.value) else {
      log.error(
        .wrongShape, at: id.range,
        Words(id: "`\(id.value)` adalah indikator, bukan kelompok", en: "`\(id.value)` is an indicator, not a group"),
        help: Words(id: "sebut kelompok yang punya `parts`", en: "name a group that has `parts`"))
      return false
    }
    guard tree.depth(of: id.value) + 1 + levels <= ScoreTree.deepest else {
      reportTooDeep(id)
      return false
    }
    return true
  }

  /// Reports a place too deep in the tree.
  mutating func reportTooDeep(_ id: Marked<String>) {
    log.error(
      .tooDeep, at: id.range,
      Words(
        id: "bagian akan berada lebih dari \(ScoreTree.deepest) tingkat di bawah total",
        en: "parts would stand more than \(ScoreTree.deepest) levels below the total"),
      help: Words(id: "sebut kelompok yang lebih dekat ke total", en: "name a group that is nearer to the total"))
  }

  /// Reports an edit that does nothing.
  mutating func reportEmpty(_ node: YAMLNode, _ what: Words) {
    log.error(
      .emptyEdit, at: node.range, Words(id: "\(what.id) tidak mengubah apa pun", en: "\(what.en) changes nothing"),
      help: Words(id: "hapus, atau tulis apa yang berubah", en: "remove it, or write what changes"))
  }

  /// The id of a part that exists at this moment; reports any other, with the nearest.
  mutating func knownPart(_ node: YAMLNode) -> Marked<String>? {
    guard let id = log.text(node, as: Words(id: "nama bagian", en: "the name of a part")) else { return nil }
    // Without a score in the base, which is reported, nobody can say which names exist.
    guard let tree else { return nil }
    if tree.contains(id.value) { return id }
    if let link = partLinks.last(where: { $0.from.contains(id.value) }) {
      reportGone(id, link)
      return nil
    }
    log.error(
      .unknownPart, at: id.range, Words(id: "tidak ada bagian `\(id.value)`", en: "there is no part `\(id.value)`"),
      help: suggestion(for: id.value, among: tree.ids)
        ?? Words(id: "pakai `add` untuk bagian yang baru", en: "use `add` for a part that is new"),
      fix: correction(of: id.value, at: id.range, among: tree.ids))
    return nil
  }

  /// Reports a part that was there until this file took it away.
  private mutating func reportGone(_ id: Marked<String>, _ link: PartLink) {
    let place = placeOfLeaving(id.value)
    let new = link.to.map { "`\($0)`" }.joined(separator: ", ")
    let fate: Words =
      switch link.kind {
      case .merged: Words(id: "digabungkan ke dalam \(new)", en: "merged into \(new)")
      case .split: Words(id: "dipecah menjadi \(new)", en: "split into \(new)")
      case .renamed: Words(id: "berganti nama menjadi \(new)", en: "renamed to \(new)")
      default: Words(id: "dihapus", en: "removed")
      }
    let line = place.map { Words(id: " di baris \($0.start.line)", en: " at line \($0.start.line)") } ?? Words(same: "")
    let advice =
      link.to.isEmpty
      ? Words(id: "hapus suntingan ini, atau tulis sebelum itu", en: "remove this edit, or write it before that")
      : Words(id: "sebut bagian yang baru, atau tulis suntingan ini sebelum itu", en: "name the new part, or write this edit before that")
    log.error(
      .unknownPart, at: id.range, Words(id: "tidak ada lagi bagian `\(id.value)`", en: "there is no part `\(id.value)` any more"),
      help: Words(id: "`\(id.value)` \(fate.id)\(line.id); \(advice.id)", en: "`\(id.value)` was \(fate.en)\(line.en); \(advice.en)"),
      notes: place.map { [.init(Words(id: "di sini", en: "here"), at: $0)] } ?? [])
  }
}
