internal import RuleDiagnostics
internal import RuleModel

/// Finds what two editions say differently, and which named change claims it.
struct RuleDifferenceSearch {
  let old: Edition
  let new: Edition
  /// The named changes between the two, oldest first.
  let changes: [NamedChange]
  private(set) var found: [(difference: RuleDifference, claim: Int?)] = []
  let steps: [EditionStep]
  let oldParts: [String: Placed]
  let newParts: [String: Placed]
  /// What the steps say of how parts continue, by their ids in the two editions.
  let partLinks: PartLinks

  /// A part with the group in which it stands.
  struct Placed {
    let part: Part
    let parent: Part?
  }

  init(_ old: Edition, _ new: Edition) {
    self.old = old
    self.new = new
    steps = new.steps(since: old.name)
    changes = steps.flatMap(\.changes)
    oldParts = RuleDifferenceSearch.placed(old.score)
    newParts = RuleDifferenceSearch.placed(new.score)
    partLinks = PartLinks(steps, old: old.score.subtree.map(\.id.value))
  }

  private static func placed(_ root: Part) -> [String: Placed] {
    var all = [root.id.value: Placed(part: root, parent: nil)]
    for group in root.subtree {
      for part in group.children { all[part.id.value] = Placed(part: part, parent: group) }
    }
    return all
  }

  mutating func run() {
    compareScales()
    compareParts()
    compareRungs()
    compareZones()
    compareFields()
    compareFlags()
    compareSources()
  }

  // MARK: Claims

  /// Notes a difference; the claim goes to the latest change with the first of `slots` that any change claims.
  mutating func note(
    _ kind: RuleDifference.Kind, _ subject: String, _ label: Words, _ old: RuleDifference.Side?, _ new: RuleDifference.Side?,
    claim: Int?, link: RuleDifference.Link? = nil
  ) {
    found.append((RuleDifference(kind: kind, subject: subject, label: label, old: old, new: new, link: link), claim))
  }

  func claim(_ slots: [Slot]) -> Int? {
    for slot in slots {
      if let number = changes.lastIndex(where: { $0.slots.contains(slot) }) { return number }
    }
    return nil
  }

  /// The change within whose lines of the rule file something is written. In an edition that was written whole nothing is.
  func claim(at range: SourceRange) -> Int? {
    changes.lastIndex { !$0.keys.isEmpty && $0.id.range.file == range.file && $0.id.range.start < range.start }
  }

  /// Notes a difference that the link of a part speaks of. It belongs to the change of the link, where that is said.
  private mutating func note(
    linked link: PartLinks.Told?, _ kind: RuleDifference.Kind, _ subject: String, _ label: Words, _ old: RuleDifference.Side?,
    _ new: RuleDifference.Side?, otherwise claim: Int?
  ) {
    note(kind, subject, label, old, new, claim: link?.change ?? claim, link: link?.link)
  }

  /// The latest change that wrote the first of `keys` that any change wrote, and where it did.
  func writer(of keys: [EditedKey]) -> (number: Int, range: SourceRange?)? {
    for key in keys {
      if let number = changes.lastIndex(where: { $0.keys[key] != nil }) { return (number, changes[number].keys[key]) }
    }
    return nil
  }

  /// The only change that claims anything about a part: in an edition that was written whole nobody can say who wrote a label.
  func soleClaim(about id: String) -> Int? {
    let slots: Set<Slot> = [
      .scale(id), .missing(id), .combine(id), .goalposts(id), .parent(id), .weight(id), .present(id), .round(id), .at(id), .applies(id),
    ]
    let claiming = changes.indices.filter { !changes[$0].slots.isDisjoint(with: slots) }
    return claiming.count == 1 ? claiming[0] : nil
  }

  func side(_ value: RuleDifference.Value, _ range: SourceRange?) -> RuleDifference.Side {
    RuleDifference.Side(value: value, range: range)
  }

  // MARK: Parts

  /// What an old part is called in the new edition, through all steps between.
  private func successors(of id: String) -> [String] {
    if id == old.score.id.value { return [new.score.id.value] }
    return steps.successors(of: id)
  }

  private mutating func compareParts() {
    let oldIDs = old.score.subtree.map(\.id.value)
    let successors = Dictionary(oldIDs.map { ($0, self.successors(of: $0)) }) { first, _ in first }
    var origins: [String: [String]] = [:]
    for id in oldIDs {
      for name in successors[id] ?? [] where newParts[name] != nil { origins[name, default: []].append(id) }
    }
    for part in new.score.subtree {
      let id = part.id.value
      let from = origins[id] ?? []
      guard let first = from.first, let before = oldParts[first], let after = newParts[id] else {
        let link = partLinks.new([id] + groups(above: id))
        note(.added, id, part.label, nil, side(.part(part), part.range), claim: claim([.present(id)]), link: link?.link)
        continue
      }
      let pieces = (successors[first] ?? []).filter { newParts[$0] != nil }
      if from.count > 1 {
        note(
          linked: partLinks.continuing(id), .merged, id, part.label, side(.names(from), before.part.range),
          side(.part(part), part.range), otherwise: claim(at: part.id.range))
      } else if pieces.count > 1 {
        guard pieces.first == id else { continue }
        note(
          linked: partLinks.continuing(id), .split, first, before.part.label, side(.part(before.part), before.part.range),
          side(.names(pieces), part.range), otherwise: claim(at: part.id.range))
      } else {
        compare(before, after, parent: before.parent.flatMap { successors[$0.id.value] })
      }
    }
    for part in old.score.subtree where (successors[part.id.value] ?? []).allSatisfy({ newParts[$0] == nil }) {
      let id = part.id.value
      note(
        .removed, id, part.label, side(.part(part), part.range), nil, claim: claim([.present(id)]),
        link: partLinks.dropped([id] + groups(above: id, in: oldParts))?.link)
    }
  }

  /// Compares a part with what it became; `parent` is what its old group is called now.
  private mutating func compare(_ before: Placed, _ after: Placed, parent: [String]?) {
    let (old, new) = (before.part, after.part)
    let id = new.id.value
    let ids = old.id.value == id ? [id] : [id, old.id.value]
    let add = { (search: inout Self, kind: RuleDifference.Kind, from: RuleDifference.Side?, to: RuleDifference.Side?, slots: [Slot]) in
      search.note(kind, id, new.label, from, to, claim: search.claim(slots), link: search.partLinks.continuing(id)?.link)
    }
    if old.id.value != id {
      note(
        linked: partLinks.continuing(id), .renamed, id, new.label, side(.names([old.id.value]), old.id.range),
        side(.names([id]), new.id.range), otherwise: claim(at: new.id.range))
    }
    if old.label != new.label {
      let writer = writer(of: ["label", "id"].flatMap { key in ids.map { EditedKey(.part, $0, key) } })
      note(
        .label, id, new.label, side(.label(old.label), old.range), side(.label(new.label), writer?.range ?? new.range),
        claim: writer?.number ?? soleClaim(about: id))
    }
    if let oldGroup = before.parent, let newGroup = after.parent {
      if parent?.contains(newGroup.id.value) != true {
        add(
          &self, .moved, side(.names([oldGroup.id.value]), old.range), side(.names([newGroup.id.value]), new.range), ids.map { .parent($0) }
        )
      }
      if old.weight.value != new.weight.value {
        add(
          &self, .reweighted, side(.number(old.weight.value), old.weight.range), side(.number(new.weight.value), new.weight.range),
          ids.map { .weight($0) })
      }
    }
    compareBodies(old, new, ids)
    if old.rounding != new.rounding {
      add(&self, .rounding, side(.rounding(old.rounding), old.range), side(.rounding(new.rounding), new.range), ids.map { .round($0) })
    }
    if old.condition?.value != new.condition?.value {
      add(
        &self, .condition, side(.expression(old.condition?.value), old.condition?.range ?? old.range),
        side(.expression(new.condition?.value), new.condition?.range ?? new.range), ids.map { .applies($0) })
    }
    comparePassedDown(before, after, ids)
    compareGrounds(before, after, ids)
  }

  private mutating func compareBodies(_ old: Part, _ new: Part, _ ids: [String]) {
    let (from, to) = (bodyValue(old), bodyValue(new))
    let link = partLinks.continuing(new.id.value)?.link
    if from != to {
      let slots = ids.flatMap { [Slot.scale($0), .combine($0)] }
      note(.rescaled, new.id.value, new.label, side(from, old.range), side(to, new.range), claim: claim(slots), link: link)
    }
    // A group that becomes an indicator, or an indicator that becomes a group, has been told as a whole.
    guard old.goalposts != new.goalposts, case (.group, .group) = (old.body, new.body) else { return }
    note(
      .rescaled, new.id.value, new.label, side(.goalposts(old.goalposts), old.range), side(.goalposts(new.goalposts), new.range),
      claim: claim(ids.map { .goalposts($0) }), link: link)
  }

  private func bodyValue(_ part: Part) -> RuleDifference.Value {
    switch part.body {
    case .group(let combine, _): .combine(combine, precision: part.precision)
    case .leaf(let scale): .scale(scale, precision: part.precision)
    }
  }

  /// What a group passes down is told once, where it was said, and not again for each part below.
  private mutating func comparePassedDown(_ before: Placed, _ after: Placed, _ ids: [String]) {
    let (old, new) = (before.part, after.part)
    let above = groups(above: new.id.value)
    if old.missing != new.missing, !isInherited(before, after, { $0.missing }) {
      note(
        .policy, new.id.value, new.label, side(.missing(old.missing), old.range), side(.missing(new.missing), new.range),
        claim: claim((ids + above).map { .missing($0) } + [.missingByDefault]))
    }
    if old.notApplicable != new.notApplicable, !isInherited(before, after, { $0.notApplicable }) {
      note(
        .policy, new.id.value, new.label, side(.notApplicable(old.notApplicable), old.range),
        side(.notApplicable(new.notApplicable), new.range),
        claim: claim((ids + above).map { .applies($0) }) ?? writer(of: [EditedKey(.defaults, "defaults", "not_applicable")])?.number)
    }
    if old.rung != new.rung, !isInherited(before, after, { $0.rung }) {
      note(
        .ladder, new.id.value, new.label, side(.names([old.rung]), old.range), side(.names([new.rung]), new.range),
        claim: claim((ids + above).map { .at($0) }))
    }
  }

  /// Whether what a part says is only what its groups passed down to it, before and after.
  func isInherited<Said: Equatable>(_ before: Placed, _ after: Placed, _ said: (Part) -> Said) -> Bool {
    guard let oldGroup = before.parent, let newGroup = after.parent else { return false }
    return said(oldGroup) == said(before.part) && said(newGroup) == said(after.part)
  }

  /// The groups above a new part, nearest first.
  func groups(above id: String) -> [String] { groups(above: id, in: newParts) }

  private func groups(above id: String, in parts: [String: Placed]) -> [String] {
    var names: [String] = []
    var current = parts[id]?.parent
    while let group = current {
      names.append(group.id.value)
      current = parts[group.id.value]?.parent
    }
    return names
  }

  // MARK: Everything else

  private mutating func compareScales() {
    if old.scale != new.scale {
      note(.rescaled, "scale", new.title, side(.range(old.scale), nil), side(.range(new.scale), nil), claim: nil)
    }
    if old.weightsSum != new.weightsSum {
      let writer = writer(of: [EditedKey(.defaults, "defaults", "weights_sum")])
      note(
        .reweighted, "weights_sum", new.title, old.weightsSum.map { side(.number($0), nil) },
        new.weightsSum.map { side(.number($0), writer?.range) }, claim: writer?.number)
    }
  }

  private mutating func compareRungs() {
    let (oldNames, newNames) = (old.rungs.map(\.id.value), new.rungs.map(\.id.value))
    if oldNames != newNames {
      note(
        .ladder, "units", new.title, side(.names(oldNames), old.rungs.first?.id.range), side(.names(newNames), new.rungs.first?.id.range),
        claim: claim((newNames + oldNames).map { .rung($0) }))
    }
    for (height, rung) in new.rungs.enumerated() {
      guard let before = old.rungs.first(where: { $0.id.value == rung.id.value }) else { continue }
      let id = rung.id.value
      if before.label != rung.label {
        let writer = writer(of: [EditedKey(.rung, id, "label")])
        note(
          .label, id, rung.label, side(.label(before.label), before.id.range), side(.label(rung.label), writer?.range ?? rung.id.range),
          claim: writer?.number)
      }
      // On the top rung there is nothing to combine into.
      if before.combine.value != rung.combine.value, height > 0 {
        note(
          .ladder, id, rung.label, side(.rung(before.combine.value), before.combine.range),
          side(.rung(rung.combine.value), rung.combine.range),
          claim: claim([.rung(id)]))
      }
      if before.count?.value != rung.count?.value {
        note(
          .ladder, id, rung.label, before.count.map { side(.count($0.value), $0.range) },
          rung.count.map { side(.count($0.value), $0.range) },
          claim: writer(of: [EditedKey(.rung, id, "count")])?.number)
      }
      if Set(before.kinds) != Set(rung.kinds) {
        let writer = writer(of: [EditedKey(.rung, id, "kinds")])
        note(
          .ladder, id, rung.label, side(.names(before.kinds), before.id.range), side(.names(rung.kinds), writer?.range ?? rung.id.range),
          claim: writer?.number)
      }
    }
  }

  private mutating func compareZones() {
    let claim = claim([.zones])
    let colours = new.zones.colours + old.zones.colours.filter { !new.zones.colours.contains($0) }
    for colour in colours.reversed() where old.zones.line(of: colour) != new.zones.line(of: colour) {
      note(.zoneLine, colour, Words(same: colour), line(of: colour, old.zones), line(of: colour, new.zones), claim: claim)
    }
    let title = Words(id: "zona", en: "zones")
    if outline(old.zones) != outline(new.zones) {
      note(
        .zoneLine, "zones", title, side(.zones(old.zones.steps), old.zones.range), side(.zones(new.zones.steps), new.zones.range),
        claim: claim)
    }
    if old.zones.usesExactTotal != new.zones.usesExactTotal {
      note(
        .rounding, "zones", title, side(.exactTotal(old.zones.usesExactTotal), old.zones.range),
        side(.exactTotal(new.zones.usesExactTotal), new.zones.range), claim: claim)
    }
    for step in new.zones.steps {
      guard let before = old.zones.steps.first(where: { $0.id.value == step.id.value }), before.label != step.label else { continue }
      note(
        .label, step.id.value, step.label, side(.label(before.label), before.id.range), side(.label(step.label), step.id.range),
        claim: claim)
    }
    if old.zones.provenance != new.zones.provenance {
      note(
        .provenance, "zones", title, side(.provenance(old.zones.provenance), old.zones.range),
        side(.provenance(new.zones.provenance), new.zones.range), claim: claim)
    }
    compareCitations("zones", title, old.zones.citations, new.zones.citations, claim: claim)
  }

  private func line(of colour: String, _ zones: ZoneLadder) -> RuleDifference.Side? {
    zones.steps.first { $0.colour == colour }.map { side(.number($0.from.value), $0.from.range) }
  }

  /// The steps of a ladder with the lines that are not the line of a colour, which is told by itself.
  private func outline(_ zones: ZoneLadder) -> [String] {
    var seen: Set<String> = []
    return zones.steps.map { step in
      "\(step.id.value) \(step.colour)" + (seen.insert(step.colour).inserted ? "" : " \(step.from.value)")
    }
  }
}
