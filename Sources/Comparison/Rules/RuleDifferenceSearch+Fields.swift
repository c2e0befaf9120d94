internal import RuleDiagnostics
internal import RuleModel

/// What is recorded, and the outcomes beside the score.
extension RuleDifferenceSearch {
  mutating func compareFields() {
    var continued: Set<String> = []
    for field in old.fields {
      let name = steps.reduce(field.id.value) { name, step in step.fields.first { $0.from == name }?.to ?? name }
      guard let after = new.field(name) else {
        let id = field.id.value
        let claim = writer(of: [name, id].map { EditedKey(.field, $0, "id") })?.number ?? claim(ofReadersOf: id, in: old)
        let link = droppedLink(of: [id, name])
        note(.field, id, field.label, side(.field(field), field.id.range), nil, claim: link?.change ?? claim, link: link?.link)
        continue
      }
      continued.insert(name)
      compare(field, after)
    }
    for field in new.fields where !continued.contains(field.id.value) {
      let id = field.id.value
      let claim = writer(of: [EditedKey(.field, id, "id")])?.number ?? claim(ofReadersOf: id, in: new)
      note(.field, id, field.label, nil, side(.field(field), field.id.range), claim: claim)
    }
  }

  private mutating func compare(_ before: Field, _ after: Field) {
    let name = after.id.value
    let names = before.id.value == name ? [name] : [name, before.id.value]
    let keys = { (written: [String]) in written.flatMap { key in names.map { EditedKey(.field, $0, key) } } }
    if before.id.value != name {
      let link = fieldLink(to: name, recoding: false)
      note(
        .renamed, name, after.label, side(.names([before.id.value]), before.id.range), side(.names([name]), after.id.range),
        claim: link?.change ?? claim(at: after.id.range), link: link?.link)
    }
    if before.label != after.label {
      let writer = writer(of: keys(["label", "id"]))
      note(
        .label, name, after.label, side(.label(before.label), before.id.range), side(.label(after.label), writer?.range ?? after.id.range),
        claim: writer?.number)
    }
    let isSame =
      before.rung == after.rung && before.kind == after.kind && before.range == after.range && before.unit == after.unit
      && before.isOptional == after.isOptional && before.backcast == after.backcast
    if !isSame {
      let writer = writer(of: keys(["range", "type", "per", "unit", "optional", "backcast", "id"]))
      let link = fieldLink(to: name, recoding: true)
      note(
        .field, name, after.label, side(.field(before), before.id.range), side(.field(after), writer?.range ?? after.id.range),
        claim: writer?.number ?? link?.change, link: link?.link)
    }
  }

  /// What the last step that says anything of it says of a field that goes on.
  private func fieldLink(to name: String, recoding: Bool) -> PartLinks.Told? {
    var name = name
    for step in steps.reversed() {
      for link in step.fields.reversed() where link.to == name {
        if link.values.isEmpty != recoding {
          return PartLinks.Told(recoding ? "recoded" : "renamed", link.grounds, step, link.change, among: changes)
        }
        name = link.from
      }
    }
    return nil
  }

  private func droppedLink(of names: [String]) -> PartLinks.Told? {
    for step in steps {
      guard let field = step.droppedFields.first(where: { names.contains($0.id) }) else { continue }
      return PartLinks.Told("dropped", field.grounds, step, field.change, among: changes)
    }
    return nil
  }

  /// The change that claims the first part that reads a field, where no edit wrote the field itself.
  private func claim(ofReadersOf field: String, in edition: Edition) -> Int? {
    edition.score.subtree.lazy.compactMap { part in
      guard case .leaf(let scale) = part.body, scale.fields.contains(field) else { return nil }
      return claim([.present(part.id.value), .scale(part.id.value)])
    }.first
  }

  mutating func compareFlags() {
    let ids = new.flags.map(\.id.value) + old.flags.map(\.id.value).filter { id in !new.flags.contains { $0.id.value == id } }
    for id in ids {
      let (before, after) = (old.flags.first { $0.id.value == id }, new.flags.first { $0.id.value == id })
      let label = after?.label ?? before?.label ?? Words(same: id)
      let writer = { (search: Self, key: String) in search.writer(of: [EditedKey(.flag, id, key), EditedKey(.flag, id, "id")]) }
      if before?.condition.value != after?.condition.value {
        note(.flag, id, label, said(by: before), said(by: after), claim: writer(self, "when")?.number)
      }
      guard let before, let after else { continue }
      if before.label != after.label {
        let writer = writer(self, "label")
        note(
          .label, id, label, side(.label(before.label), before.id.range), side(.label(after.label), writer?.range ?? after.id.range),
          claim: writer?.number)
      }
      compareCitations(id, label, before.citations, after.citations, claim: writer(self, "cite")?.number)
    }
  }

  private func said(by flag: Flag?) -> RuleDifference.Side? {
    flag.map { side(.expression($0.condition.value), $0.condition.range) }
  }
}
