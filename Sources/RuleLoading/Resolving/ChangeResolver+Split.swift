internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension ChangeResolver {
  /// `split: {part: p, into: [{id: q, ...}, {id: r, ...}]}`: several parts that together mean what one meant.
  mutating func split(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`split`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let target = reader.required("part", of: what, log: &log).flatMap { knownPart($0) }
    let into = reader.required("into", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let target, let into, let old = tree.part(target.value) else { return [] }
    guard let pieces = into.items, pieces.count > 1 else {
      log.error(
        .wrongShape, at: into.range, Words(id: "`into` harus berupa daftar dua bagian atau lebih", en: "`into` must be a list of two parts or more"))
      return []
    }
    let names = pieces.compactMap { piece in piece["id"].flatMap { log.name($0, as: what) } }
    guard names.count == pieces.count, names.allSatisfy({ $0.value == target.value || isFree($0) }) else { return [] }
    touch(target.value, "id", at: target.range, context)
    warnOfDrift([old], pieces, at: into.range)
    var tree = tree
    tree.replace(target.value, withAll: pieces)
    self.tree = tree
    partLinks.append(PartLink(kind: .split, from: [target.value], to: names.map(\.value)))
    return []
  }

  /// `merge: {parts: [p, q], into: {id: r, ...}}`: one part that means what several meant together.
  mutating func merge(_ node: YAMLNode, _ context: EditContext) -> Set<Slot> {
    let what = Words(same: "`merge`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let parts = reader.required("parts", of: what, log: &log)
    let into = reader.required("into", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let parts, let into else { return [] }
    let targets = (parts.items ?? [parts]).compactMap { knownPart($0) }
    guard targets.count > 1, targets.count == (parts.items ?? [parts]).count else {
      if targets.count == 1 {
        log.error(.wrongShape, at: parts.range, Words(id: "`merge` butuh dua bagian atau lebih", en: "`merge` needs two parts or more"))
      }
      return []
    }
    guard let name = into["id"].flatMap({ log.name($0, as: what) }), targets.contains(where: { $0.value == name.value }) || isFree(name) else {
      return []
    }
    for target in targets { touch(target.value, "id", at: target.range, context) }
    warnOfDrift(targets.compactMap { self.tree.part($0.value) }, [into], at: into.range)
    var tree = tree
    for target in targets.dropFirst() { tree.remove(target.value) }
    tree.replace(targets[0].value, withAll: [into])
    self.tree = tree
    partLinks.append(PartLink(kind: .merged, from: targets.map(\.value), to: [name.value]))
    return []
  }

  /// Warns where the pieces together do not weigh what the whole weighed.
  private mutating func warnOfDrift(_ old: [YAMLNode], _ new: [YAMLNode], at range: SourceRange) {
    let sum = { (nodes: [YAMLNode]) in nodes.compactMap { $0["weight"]?.scalar.flatMap { Fraction(exact: $0.text) } }.sum() }
    let (before, after) = (sum(old), sum(new))
    guard before != after else { return }
    log.warning(
      .splitWeights, at: range,
      Words(
        id: "bobot semula \(before.decimalText(atMost: 6)), sekarang \(after.decimalText(atMost: 6))",
        en: "the weight was \(before.decimalText(atMost: 6)), it is now \(after.decimalText(atMost: 6))"),
      help: Words(
        id: "bila bobotnya memang berubah, tulis dengan `set` pada perubahan lain, supaya punya nama sendiri",
        en: "if the weight really changes, write it with `set` in another change, so that it has a name of its own"))
  }
}
