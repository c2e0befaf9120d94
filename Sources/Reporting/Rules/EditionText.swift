internal import RuleDiagnostics
public import RuleModel

/// Writes a whole edition in one canonical form, as a rule file that can be read again.
///
/// Two files that mean the same are written alike, byte for byte, however they were written: whole or as changes of another edition, in
/// whatever order of keys. The digests of an edition are taken over this text.
public struct EditionText: Sendable {
  /// How much is written.
  public enum Extent: Sendable {
    /// Everything.
    case document
    /// Only what can move a score or a zone: no labels, titles, sources, notes, status.
    case scoring
  }

  private let edition: Edition
  private let extent: Extent
  private var hasWords: Bool { extent == .document }

  /// Prepares to write `edition`.
  public init(_ edition: Edition, extent: Extent = .document) {
    self.edition = edition
    self.extent = extent
  }

  /// Returns the text. Complexity: linear in its length.
  public func text() -> String {
    var out = YAMLText()
    out.line(0, "timbang: 1")
    out.line(0, "id: \(YAMLText.scalar(edition.family))")
    out.line(0, "edition: \(YAMLText.scalar(edition.name))")
    if hasWords {
      out.line(0, "status: \(edition.status.rawValue)")
      out.line(0, "title: \(words(edition.title))")
      writeSources(to: &out)
    }
    if edition.scale != Fraction(0)...Fraction(100) { out.line(0, "scale: \(range(edition.scale))") }
    writeLadder(to: &out)
    writeFields(to: &out)
    var defaults = ["missing: \(policy(edition.score.missing))", "not_applicable: \(edition.score.notApplicable.rawValue)"]
    if let sum = edition.weightsSum { defaults.append("weights_sum: \(number(sum))") }
    out.line(0, "defaults: {\(defaults.joined(separator: ", "))}")
    out.line(0, "score:")
    write(edition.score, inside: nil, indent: 2, to: &out)
    writeZones(to: &out)
    writeFlags(to: &out)
    return out.text
  }

  // MARK: Pieces

  func number(_ value: Fraction) -> String {
    value.finiteDecimal ?? "\"\(value.exactText)\""
  }

  func range(_ range: ClosedRange<Fraction>) -> String {
    "[\(number(range.lowerBound)), \(number(range.upperBound))]"
  }

  private func words(_ words: Words) -> String {
    "{id: \(YAMLText.quoted(words.id)), en: \(YAMLText.quoted(words.en))}"
  }

  func policy(_ policy: MissingPolicy) -> String {
    switch policy {
    case .error: "error"
    case .zero: "zero"
    case .skip: "skip"
    case .value(let score): "{value: \(number(score))}"
    case .carry(let edition): "{carry: \(YAMLText.quoted(edition))}"
    }
  }

  private func citations(_ citations: [Citation]) -> String {
    "[\(citations.map { YAMLText.quoted($0.text) }.joined(separator: ", "))]"
  }

  private func writeSources(to out: inout YAMLText) {
    guard !edition.sources.isEmpty else { return }
    out.line(0, "sources:")
    for source in edition.sources.sorted(by: { $0.key.value.precedesByBytes($1.key.value) }) {
      let title = source.title.id == source.title.en ? YAMLText.quoted(source.title.id) : words(source.title)
      var pieces = ["title: \(title)"]
      if let kind = source.kind { pieces.append("kind: \(YAMLText.quoted(kind))") }
      if let url = source.url { pieces.append("url: \(YAMLText.quoted(url))") }
      out.line(2, "\(YAMLText.scalar(source.key.value)): {\(pieces.joined(separator: ", "))}")
    }
  }

  private func writeLadder(to out: inout YAMLText) {
    out.line(0, "units:")
    for (height, rung) in edition.rungs.enumerated() {
      var pieces: [String] = []
      if hasWords { pieces.append("label: \(words(rung.label))") }
      if !rung.kinds.isEmpty { pieces.append("kinds: [\(rung.kinds.map { YAMLText.scalar($0) }.joined(separator: ", "))]") }
      if height > 0 {
        pieces.append("in: \(YAMLText.scalar(edition.rungs[height - 1].id.value))")
        pieces.append("combine: \(combine(rung.combine.value))")
        // What is expected of a survey moves no score.
        if hasWords, let expected = rung.count { pieces.append("count: \(count(expected.value))") }
      }
      out.line(2, "\(YAMLText.scalar(rung.id.value)): {\(pieces.joined(separator: ", "))}")
    }
  }

  func count(_ count: ExpectedCount) -> String {
    switch count {
    case .everywhere(let sample): self.sample(sample)
    case .byKind(let samples): "{kind: \(table(samples) { sample($0) })}"
    }
  }

  private func sample(_ sample: ExpectedCount.Sample) -> String {
    switch sample {
    case .number(let number): self.number(number)
    case .ofKinds(let numbers): "{of: \(table(numbers) { number($0) })}"
    }
  }

  private func table<Row>(_ rows: [String: Row], _ text: (Row) -> String) -> String {
    "{\(rows.sorted { $0.key.precedesByBytes($1.key) }.map { "\(YAMLText.scalar($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
  }

  private func number(_ number: ExpectedCount.Number) -> String {
    number.isLeast ? "{at_least: \(number.value)}" : String(number.value)
  }

  func combine(_ combine: Rung.Combine) -> String {
    switch combine {
    case .mean: "mean"
    case .sum: "sum"
    case .min: "min"
    case .max: "max"
    case .median: "median"
    case .weightedByField(let field): "{weighted: {field: \(YAMLText.scalar(field))}}"
    case .weightedByCount(let rung): "{weighted: {count: \(YAMLText.scalar(rung))}}"
    case .weightedByKind(let weights):
      "{weighted: {kind: {\(weights.sorted { $0.key < $1.key }.map { "\(YAMLText.scalar($0.key)): \(number($0.value))" }.joined(separator: ", "))}}}"
    }
  }

  private func writeFields(to out: inout YAMLText) {
    out.line(0, "fields:")
    for field in edition.fields.sorted(by: { $0.id.value.precedesByBytes($1.id.value) }) {
      var pieces = ["per: \(YAMLText.scalar(field.rung))", "type: \(field.kind.rawValue)"]
      if let range = field.range { pieces.append("range: \(self.range(range))") }
      if field.isOptional { pieces.append("optional: true") }
      if hasWords {
        if let unit = field.unit { pieces.append("unit: \(YAMLText.quoted(unit))") }
        pieces.append("label: \(words(field.label))")
        // It moves no score and no zone, only what is told of other years.
        if let backcast = field.backcast { pieces.append("backcast: \(number(backcast))") }
      }
      out.line(2, "\(YAMLText.scalar(field.id.value)): {\(pieces.joined(separator: ", "))}")
    }
  }

  // MARK: Parts

  /// A part with what its group does not pass down already.
  private func write(_ part: Part, inside group: Part?, indent: Int, to out: inout YAMLText) {
    let first = group == nil ? indent : indent - 2
    out.line(first, "\(group == nil ? "" : "- ")id: \(YAMLText.scalar(part.id.value))")
    if hasWords { out.line(indent, "label: \(words(part.label))") }
    if group != nil { out.line(indent, "weight: \(number(part.weight.value))") }
    if part.needsRung(beside: group) { out.line(indent, "at: \(YAMLText.scalar(part.rung))") }
    if let condition = part.condition { out.line(indent, "when: \(YAMLText.quoted(condition.value))") }
    if let group, part.missing != group.missing { out.line(indent, "missing: \(policy(part.missing))") }
    if let group, part.notApplicable != group.notApplicable { out.line(indent, "not_applicable: \(part.notApplicable.rawValue)") }
    if let precision = part.precision { out.line(indent, "precision: \(precision)") }
    if let rounding = part.rounding { out.line(indent, "round: \(self.rounding(rounding))") }
    if hasWords { writeSourcesOf(part, inside: group, indent: indent, to: &out) }
    switch part.body {
    case .leaf(let scale): out.line(indent, self.scale(scale))
    case .group(let combine, let parts):
      if combine != .mean { out.line(indent, "combine: \(combine.rawValue)") }
      if let goalposts = part.goalposts { out.line(indent, self.goalposts(goalposts)) }
      out.line(indent, "parts:")
      // The order of siblings is for readers; it moves no score.
      let ordered = hasWords ? parts : parts.sorted { $0.id.value.precedesByBytes($1.id.value) }
      for child in ordered { write(child, inside: part, indent: indent + 4, to: &out) }
    }
  }

  private func writeSourcesOf(_ part: Part, inside group: Part?, indent: Int, to out: inout YAMLText) {
    if part.citations.map(\.text) != (group?.citations ?? []).map(\.text) { out.line(indent, "cite: \(citations(part.citations))") }
    if part.provenance != group?.provenance ?? .assumed { out.line(indent, "provenance: \(part.provenance.rawValue)") }
    if let note = part.note { out.line(indent, "note: \(words(note))") }
  }

  func rounding(_ rounding: Rounding) -> String {
    guard rounding.mode != .halfUp || rounding.rungs != nil else { return String(rounding.places) }
    let on = rounding.rungs.map { ", on: [\($0.map { YAMLText.scalar($0) }.joined(separator: ", "))]" } ?? ""
    return "{places: \(rounding.places), mode: \(rounding.mode.rawValue)\(on)}"
  }

  func goalposts(_ goalposts: Goalposts) -> String {
    "goalposts: {worst: \(number(goalposts.worst)), best: \(number(goalposts.best))" + (goalposts.clamp ? ", clamp: true}" : "}")
  }

  func scale(_ scale: Scale) -> String {
    switch scale {
    case .yesNo(let field, let invert):
      return invert ? "yes_no: {field: \(YAMLText.scalar(field)), invert: true}" : "yes_no: \(YAMLText.scalar(field))"
    case .checklist(let items, let atLeast):
      let fields = items.map { YAMLText.scalar($0.field) }.joined(separator: ", ")
      let points = items.filter { $0.points != .one }.map { "\(YAMLText.scalar($0.field)): \(number($0.points))" }.joined(separator: ", ")
      return "checklist: {items: [\(fields)]" + (points.isEmpty ? "" : ", points: {\(points)}")
        + (atLeast.map { ", at_least: \(number($0))" } ?? "") + "}"
    case .levels(let field, let scores):
      let rows = scores.sorted { $0.level < $1.level }.map { "\(number($0.level)): \(number($0.score))" }.joined(separator: ", ")
      return "levels: {field: \(YAMLText.scalar(field)), scores: {\(rows)}}"
    case .bands(let field, let rows):
      let rows = rows.map { "{from: \(number($0.from)), score: \(number($0.score))}" }.joined(separator: ", ")
      return "bands: {field: \(YAMLText.scalar(field)), rows: [\(rows)]}"
    case .linear(let field, let worst, let best, let clamp, let logarithmic):
      return "linear: {field: \(YAMLText.scalar(field)), worst: \(number(worst)), best: \(number(best))"
        + (clamp ? ", clamp: true" : "") + (logarithmic ? ", log: true" : "") + "}"
    case .formula(let text, _): return "formula: \(YAMLText.quoted(text))"
    }
  }

  private func writeFlags(to out: inout YAMLText) {
    guard !edition.flags.isEmpty else { return }
    out.line(0, "flags:")
    for flag in edition.flags.sorted(by: { $0.id.value < $1.id.value }) {
      var pieces = ["when: \(YAMLText.quoted(flag.condition.value))"]
      if hasWords {
        pieces.append("label: \(words(flag.label))")
        if !flag.citations.isEmpty { pieces.append("cite: \(citations(flag.citations))") }
      }
      out.line(2, "\(YAMLText.scalar(flag.id.value)): {\(pieces.joined(separator: ", "))}")
    }
  }

  private func writeZones(to out: inout YAMLText) {
    let zones = edition.zones
    out.line(0, "zones:")
    if hasWords {
      if !zones.citations.isEmpty { out.line(2, "cite: \(citations(zones.citations))") }
      out.line(2, "provenance: \(zones.provenance.rawValue)")
    }
    if zones.usesExactTotal { out.line(2, "on: exact") }
    out.line(2, "ladder:")
    for step in zones.steps {
      var pieces = ["id: \(YAMLText.scalar(step.id.value))", "from: \(number(step.from.value))"]
      if step.colour != step.id.value { pieces.append("zone: \(YAMLText.scalar(step.colour))") }
      if hasWords { pieces.append("label: \(words(step.label))") }
      out.line(4, "- {\(pieces.joined(separator: ", "))}")
    }
  }
}

extension Part {
  /// Whether the rung must be said: a group on another rung than the group above it, or a formula, whose fields do not always say it.
  fileprivate func needsRung(beside group: Part?) -> Bool {
    switch body {
    case .group: group?.rung != rung
    case .leaf(.formula): true
    case .leaf: false
    }
  }
}
