internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// Reads `zones:`: a step begins at `from` and ends where the next begins.
  mutating func zones(from node: YAMLNode) -> ZoneLadder? {
    let what = Words(same: "`zones`")
    guard var reader = MappingReader(node, .zones, as: what, log: &log) else { return nil }
    let ladder = reader.required("ladder", of: what, log: &log)
    let on = reader.optional("on").flatMap { log.choice($0, as: Words(same: "`on`"), of: ZoneBasis.self) } ?? .rounded
    let citations = reader.optional("cite").map { self.citations(from: $0) } ?? []
    let provenance = reader.optional("provenance").flatMap { log.choice($0, as: Words(same: "`provenance`"), of: Provenance.self) }
    reader.finish(as: what, log: &log)
    guard let ladder else { return nil }
    guard let items = ladder.items, !items.isEmpty else {
      log.error(
        .zoneLines, at: ladder.range, Words(id: "`ladder` harus berupa daftar zona", en: "`ladder` must be a list of zones"),
        help: Words(id: "tulis `- {id: merah, from: 0}` dan seterusnya", en: "write `- {id: merah, from: 0}` and so on"))
      return nil
    }
    let read = items.compactMap { zoneStep(from: $0) }
    let steps = read.map(\.step)
    guard steps.count == items.count else { return nil }
    for (index, pair) in read.enumerated() {
      let next = index + 1 < steps.count ? steps[index + 1].from.value : nil
      if let to = pair.to { printedEnds.append(PrintedEnd(to: to, next: next, ladder: .zones)) }
    }
    return ZoneLadder(
      steps: steps, usesExactTotal: on == .exact, citations: citations, provenance: provenance ?? .assumed, range: node.range)
  }

  private mutating func zoneStep(from node: YAMLNode) -> (step: ZoneStep, to: Marked<Fraction>?)? {
    let what = Words(id: "zona", en: "a zone")
    guard var reader = MappingReader(node, .zone, as: what, log: &log) else { return nil }
    let id = reader.required("id", of: what, log: &log).flatMap { log.name($0, as: what) }
    let from = reader.required("from", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`from`")) }
    let to = reader.optional("to").flatMap { log.number($0, as: Words(same: "`to`")) }
    let colour = reader.optional("zone").flatMap { log.name($0, as: what) }
    let label = reader.optional("label").flatMap { log.words($0, as: what) }
    reader.finish(as: what, log: &log)
    guard let id, let from else { return nil }
    return (ZoneStep(id: id, from: from, colour: colour?.value ?? id.value, label: label ?? Words(same: id.value)), to)
  }
}

/// Which figure decides the zone.
enum ZoneBasis: String, CaseIterable {
  case rounded
  case exact
}
