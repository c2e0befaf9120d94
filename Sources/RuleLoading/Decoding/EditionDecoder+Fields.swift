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
    let backcast = reader.optional("backcast").flatMap { log.number($0, as: Words(same: "`backcast`")) }
    reader.finish(as: what, log: &log)
    if let backcast, let kind { checkBackcast(backcast, kind, range, of: what) }
    guard let rung = per.flatMap({ self.rung($0) }), let kind else { return nil }
    return Field(id: id, rung: rung, kind: kind, range: range, unit: unit, label: label, isOptional: isOptional, backcast: backcast?.value)
  }

  /// What is taken for an observation must be one that could have been made.
  private mutating func checkBackcast(_ backcast: Marked<Fraction>, _ kind: Field.Kind, _ range: ClosedRange<Fraction>?, of what: Words) {
    let isWhole = backcast.value.isWhole
    let fits: Bool =
      switch kind {
      case .yesNo: backcast.value == .zero || backcast.value == .one
      case .number: range?.contains(backcast.value) ?? true
      case .count: isWhole && backcast.value >= .zero && range?.contains(backcast.value) ?? true
      case .level: isWhole && range?.contains(backcast.value) ?? true
      case .choice, .text: false
      }
    guard !fits else { return }
    log.error(
      .range, at: backcast.range,
      Words(
        id: "`backcast: \(backcast.value.decimalText())` bukan nilai yang dapat dicatat untuk \(what.id)",
        en: "`backcast: \(backcast.value.decimalText())` is no value that \(what.en) can record"),
      help: Words(id: "tulis nilai dalam `range` dan `type` bidang itu", en: "write a value within the field's `range` and `type`"))
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
