internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// Reads `fields:`: what a surveyor records.
  mutating func readFields(from node: YAMLNode) {
    guard let entries = log.entries(of: node, as: Words(same: "`fields`")) else {
      brokenSections.insert("fields")
      return
    }
    for entry in entries {
      guard let id = log.name(entry.key, as: Words(id: "bidang", en: "a field")) else {
        brokenFields.insert(entry.key.value)
        continue
      }
      if let field = field(id, from: entry.value) { fields.append(field) } else { brokenFields.insert(id.value) }
    }
  }

  private mutating func field(_ id: Marked<String>, from node: YAMLNode) -> Field? {
    let what = Words(id: "bidang `\(id.value)`", en: "the field `\(id.value)`")
    guard var reader = MappingReader(node, .field, as: what, log: &log) else { return nil }
    let per = reader.required("per", of: what, log: &log)
    let kind = reader.required("type", of: what, log: &log).flatMap { log.choice($0, as: Words(same: "`type`"), of: Field.Kind.self) }
    let range = reader.optional("range").flatMap { self.range(from: $0, as: Words(same: "`range`")) }
    let unit = reader.optional("unit").flatMap { log.text($0, as: Words(same: "`unit`")) }?.value
    let label = reader.optional("label").flatMap { log.words($0, as: what) } ?? Words(same: id.value)
    let isOptional = reader.optional("optional").flatMap { log.boolean($0, as: Words(same: "`optional`")) } ?? false
    reader.finish(as: what, log: &log)
    guard let rung = per.flatMap({ self.rung($0) }), let kind else { return nil }
    return Field(id: id, rung: rung, kind: kind, range: range, unit: unit, label: label, isOptional: isOptional)
  }

  /// The name of a rung of the ladder; reports any other.
  mutating func rung(_ node: YAMLNode) -> String? {
    guard let name = log.text(node, as: Words(id: "nama jenjang", en: "the name of a rung")) else { return nil }
    if rungs.contains(where: { $0.id.value == name.value }) || brokenSections.contains("units") { return name.value }
    let known = rungs.map(\.id.value)
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    log.error(
      .unknownRung, at: name.range,
      Words(id: "tidak ada jenjang `\(name.value)`", en: "there is no rung `\(name.value)`"),
      help: suggestion(for: name.value, among: known)
        ?? Words(id: "jenjang di `units`: \(list)", en: "the rungs in `units`: \(list)"),
      fix: correction(of: name.value, at: name.range, among: known))
    return nil
  }
}
