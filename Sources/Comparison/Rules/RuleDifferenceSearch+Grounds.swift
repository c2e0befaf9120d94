internal import RuleDiagnostics
internal import RuleModel

/// Where figures come from: provenance, citations and sources.
extension RuleDifferenceSearch {
  /// What a group passes down is told once, where it was said, and not again for each part below.
  mutating func compareGrounds(_ before: Placed, _ after: Placed, _ ids: [String]) {
    let (old, new) = (before.part, after.part)
    let id = new.id.value
    if old.provenance != new.provenance, !isInherited(before, after, \.provenance) {
      let writer = writer(of: "provenance", ids)
      note(
        .provenance, id, new.label, side(.provenance(old.provenance), old.range),
        side(.provenance(new.provenance), writer?.range ?? new.range), claim: writer?.number ?? soleClaim(about: id))
    }
    if !isInherited(before, after, { $0.citations.map(\.text) }) {
      compareCitations(id, new.label, old.citations, new.citations, claim: writer(of: "cite", ids)?.number ?? soleClaim(about: id))
    }
  }

  /// Who wrote a key of a part, or of the nearest group that passes it down, or put the part there.
  private func writer(of key: String, _ ids: [String]) -> (number: Int, range: SourceRange?)? {
    let names = ids + groups(above: ids[0])
    return writer(of: names.flatMap { [EditedKey(.part, $0, key), EditedKey(.part, $0, "id"), EditedKey(.part, $0, "parent")] })
  }

  mutating func compareCitations(_ subject: String, _ label: Words, _ old: [Citation], _ new: [Citation], claim: Int?) {
    guard old.map(\.text) != new.map(\.text) else { return }
    let said = { (search: Self, citations: [Citation]) in
      citations.isEmpty ? nil : search.side(.citations(citations), citations.first?.range)
    }
    note(.citation, subject, label, said(self, old), said(self, new), claim: claim)
  }

  mutating func compareSources() {
    for source in new.sources {
      let key = source.key.value
      let before = old.source(key)
      if let before, before.title == source.title, before.kind == source.kind, before.url == source.url { continue }
      let claim = writer(of: [EditedKey(.source, key, "id")])?.number ?? (before == nil ? firstUse(of: key) : nil)
      note(
        .source, key, source.title, before.map { side(.source($0), $0.key.range) }, side(.source(source), source.key.range), claim: claim)
    }
    for source in old.sources where new.source(source.key.value) == nil {
      note(.source, source.key.value, source.title, side(.source(source), source.key.range), nil, claim: nil)
    }
  }

  /// The first change that rests on a source, or in whose lines something does: sources may stand at the head of a file, outside all changes.
  private func firstUse(of source: String) -> Int? {
    let citing = changes.firstIndex { $0.citations.contains { $0.source == source } }
    let cited = new.score.subtree.flatMap(\.citations) + new.zones.citations + new.flags.flatMap(\.citations)
    let written = cited.filter { $0.source == source }.compactMap { claim(at: $0.range) }.min()
    return [citing, written].compactMap(\.self).min()
  }
}
