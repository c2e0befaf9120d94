internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `add: {under: group, part: {...}}`, or new `fields:`, `sources:`.
  mutating func add(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`add`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let under = reader.optional("under")
    let part = reader.optional("part")
    let fields = reader.optional("fields")
    let sources = reader.optional("sources")
    reader.refuse(["flags"], log: &log)
    reader.finish(as: what, log: &log)
    if let fields { merge(fields, into: "fields", in: context) }
    if let sources { merge(sources, into: "sources", in: context) }
    guard let part else {
      if fields == nil, sources == nil { reportEmpty(node, what) }
      return []
    }
    guard let under = under.flatMap({ knownPart($0) }) else {
      if under == nil {
        log.error(
          .missingKey, at: part.range, Words(id: "`add` tidak menyebut kelompok", en: "`add` names no group"),
          help: Words(id: "tambahkan `under: kelompok`", en: "add `under: group`"))
      }
      return []
    }
    return addPart(part, under: under, context)
  }

  private mutating func addPart(_ part: YAMLNode, under: Marked<String>, _ context: EditContext) -> Set<Slot> {
    let new = ScoreTree.ids(in: part)
    for id in new {
      guard let old = tree.part(id) else { continue }
      log.error(
        .duplicateID, at: part["id"]?.range ?? part.range,
        Words(id: "bagian `\(id)` sudah ada", en: "the part `\(id)` exists already"),
        help: Words(
          id: "pakai `move` bila maknanya sama, atau pilih nama lain bila maknanya baru",
          en: "use `move` if it means the same, or choose another name if it means something new"),
        notes: [.init(Words(id: "di sini", en: "here"), at: old["id"]?.range ?? old.range)])
      return []
    }
    var tree = tree
    if !tree.add(part, under: under.value) { reportNoGroup(under) }
    self.tree = tree
    for id in new { touch(id, "id", at: part.range, context) }
    return Set(new.map { .present($0) })
  }

  /// Reports a target that has no parts.
  mutating func reportNoGroup(_ id: Marked<String>) {
    log.error(
      .wrongShape, at: id.range,
      Words(id: "`\(id.value)` adalah indikator, bukan kelompok", en: "`\(id.value)` is an indicator, not a group"),
      help: Words(id: "sebut kelompok yang punya `parts`", en: "name a group that has `parts`"))
  }

  /// Reports an edit that does nothing.
  mutating func reportEmpty(_ node: YAMLNode, _ what: Words) {
    log.error(
      .emptyEdit, at: node.range, Words(id: "\(what.id) tidak mengubah apa pun", en: "\(what.en) changes nothing"))
  }

  /// The id of a part that exists at this moment; reports any other, with the nearest.
  mutating func knownPart(_ node: YAMLNode) -> Marked<String>? {
    guard let id = log.text(node, as: Words(id: "nama bagian", en: "the name of a part")) else { return nil }
    if tree.part(id.value) != nil { return id }
    let near = nearestName(to: id.value, among: tree.ids)
    log.error(
      .unknownPart, at: id.range, Words(id: "tidak ada bagian `\(id.value)`", en: "there is no part `\(id.value)`"),
      help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
    return nil
  }
}
