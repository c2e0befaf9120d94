internal import Expressions
internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// Reads a part and everything below it; nil if it has no name or no body that can be read.
  mutating func part(from node: YAMLNode, inheriting: Inherited, isTotal: Bool = false) -> Part? {
    let anonymous = Words(id: "bagian", en: "a part")
    guard var reader = MappingReader(node, isTotal ? .total : .part, as: anonymous, log: &log) else { return nil }
    guard let id = reader.required("id", of: anonymous, log: &log).flatMap({ log.name($0, as: anonymous) }) else { return nil }
    let what = Words(id: "bagian `\(id.value)`", en: "the part `\(id.value)`")

    let label = reader.optional("label").flatMap { log.words($0, as: what) } ?? Words(same: id.value)
    let weight = isTotal ? Marked(.one, at: id.range) : self.weight(&reader, of: what)
    var inherited = inheriting
    if let node = reader.optional("missing"), let policy = log.missingPolicy(node) {
      inherited.missing = (policy, node.range)
    }
    if let policy = reader.optional("not_applicable").flatMap({
      log.choice($0, as: Words(same: "`not_applicable`"), of: NotApplicablePolicy.self)
    }) {
      inherited.notApplicable = policy
    }
    if let citations = reader.optional("cite").map({ self.citations(from: $0) }) { inherited.citations = citations }
    if let provenance = reader.optional("provenance").flatMap({
      log.choice($0, as: Words(same: "`provenance`"), of: Provenance.self)
    }) {
      inherited.provenance = provenance
    }
    let at = reader.optional("at")
    if let rung = at.flatMap({ self.rung($0) }) { inherited.rung = rung }
    let rounding = reader.optional("round").flatMap { self.rounding(from: $0) }
    let note = reader.optional("note").flatMap { log.note($0) }
    let precision = reader.optional("precision")
    let goalposts = reader.optional("goalposts")
    let when = reader.optional("when")
    let body = self.body(&reader, of: what, id: id, inheriting: inherited)
    reader.refuse(["backcast", "recode"], log: &log)
    if reader.unread.contains(where: { meantKey($0, among: ["weight"]) != nil }) { doubtfulWeights.insert(id.value) }
    reader.finish(as: what, log: &log)

    guard let body, let weight else { return nil }
    let rung = rung(of: body, isStated: at != nil, default: inherited.rung)
    let condition = when.flatMap { expression(from: $0, seenFrom: rung, giving: .boolean, of: what) }
    if case .leaf(.formula) = body, let entry = reader.entry("formula") {
      checkFormula(entry.value, seenFrom: rung, given: condition?.value, of: what)
    }
    return Part(
      id: id, label: label, weight: weight, rung: rung, condition: condition, missing: inherited.missing.policy,
      missingRange: inherited.missing.range, notApplicable: inherited.notApplicable, rounding: rounding,
      precision: self.precision(precision, of: body, id: id), goalposts: goalposts.flatMap { self.goalposts(from: $0) },
      citations: inherited.citations, provenance: inherited.provenance, note: note, body: body, range: node.range)
  }

  private mutating func weight(_ reader: inout MappingReader, of what: Words) -> Marked<Fraction>? {
    guard let node = reader.required("weight", of: what, log: &log) else { return nil }
    return log.number(node, as: Words(id: "bobot \(what.id)", en: "the weight of \(what.en)"))
  }

  private mutating func body(_ reader: inout MappingReader, of what: Words, id: Marked<String>, inheriting: Inherited) -> Part.Body? {
    let combineNode = reader.optional("combine")
    let present = MappingForm.bodies.compactMap { reader.entry($0) }
    guard present.count == 1, let entry = present.first else {
      let list = MappingForm.bodies.map { "`\($0)`" }.joined(separator: ", ")
      log.error(
        .oneBody, at: present.dropFirst().first?.key.range ?? id.range,
        Words(
          id: present.isEmpty ? "\(what.id) tidak punya isi" : "\(what.id) punya lebih dari satu isi",
          en: present.isEmpty ? "\(what.en) has no body" : "\(what.en) has more than one body"),
        help: Words(id: "tulis tepat satu dari \(list)", en: "write exactly one of \(list)"))
      return nil
    }
    guard entry.key.value == "parts" else {
      // A formula may read fields of several rungs, so it may say on which it lives.
      for key in entry.key.value == "formula" ? ["combine", "goalposts"] : ["combine", "goalposts", "at"] {
        guard let entry = reader.entry(key) else { continue }
        log.error(
          .unknownKey, at: entry.key.range,
          Words(id: "`\(key)` hanya untuk kelompok (`parts`)", en: "`\(key)` is for groups (`parts`) only"),
          help: Words(
            id: "hapus kunci ini; jenjang indikator adalah jenjang bidangnya",
            en: "remove the key; an indicator lives on the rung of its field"))
      }
      return scale(named: entry.key.value, from: entry.value, of: what).map { .leaf($0) }
    }
    let combine = combineNode.flatMap { groupCombine(from: $0) } ?? .mean
    guard let items = entry.value.items else {
      log.error(
        .wrongShape, at: entry.value.range,
        Words(id: "`parts` harus berupa daftar, bukan \(entry.value.shape.id)", en: "`parts` must be a list, not \(entry.value.shape.en)"),
        help: Words(id: "awali setiap bagian dengan `- `", en: "begin each part with `- `"))
      return nil
    }
    let parts = items.compactMap { part(from: $0, inheriting: inheriting) }
    if parts.count < items.count || parts.contains(where: { doubtfulWeights.contains($0.id.value) }) { unreliable.insert(id.value) }
    return .group(combine, parts)
  }

  private mutating func groupCombine(from node: YAMLNode) -> Part.Combine? {
    let combine = log.choice(node, as: Words(same: "`combine`"), of: Part.Combine.self)
    if combine == .geometricMean, scale.lowerBound < .zero {
      log.error(
        .precision, at: node.range,
        Words(id: "rata-rata geometrik butuh skala mulai 0 atau lebih", en: "a geometric mean needs a scale that begins at 0 or above"),
        help: Words(id: "pakai `mean`, atau ubah `scale`", en: "use `mean`, or change `scale`"))
    }
    return combine
  }

  /// A group weighs its parts where `at` says; an indicator lives where its fields are recorded, a formula on the lowest of their rungs.
  private func rung(of body: Part.Body, isStated: Bool, default rung: String) -> String {
    guard case .leaf(let scale) = body else { return rung }
    if case .formula = scale, isStated { return rung }
    let heights = scale.fields.compactMap { id in rungOfField[id] }.compactMap { name in rungs.firstIndex { $0.id.value == name } }
    if case .formula = scale { return heights.max().map { rungs[$0].id.value } ?? rung }
    return scale.fields.lazy.compactMap { id in rungOfField[id] }.first ?? rung
  }

  /// Roots and logarithms say to how many decimals they are rounded; nothing else does.
  private mutating func precision(_ node: YAMLNode?, of body: Part.Body, id: Marked<String>) -> Int? {
    let needed =
      switch body {
      case .group(.geometricMean, _), .leaf(.linear(_, _, _, _, logarithmic: true)): true
      default: false
      }
    guard needed != (node != nil) else { return node.flatMap { log.whole($0, within: 0...12, as: Words(same: "`precision`")) } }
    log.error(
      .precision, at: node?.range ?? id.range,
      needed
        ? Words(
          id: "bagian `\(id.value)` menarik akar atau logaritma, tetapi tidak menyebut `precision`",
          en: "the part `\(id.value)` takes a root or a logarithm but states no `precision`")
        : Words(
          id: "`precision` hanya untuk `geometric_mean` dan `log: true`", en: "`precision` is for `geometric_mean` and `log: true` only"),
      help: needed
        ? Words(id: "tambahkan misalnya `precision: 6`", en: "add for instance `precision: 6`")
        : Words(id: "hapus kunci ini; pembulatan biasa ditulis `round`", en: "remove the key; ordinary rounding is written `round`"))
    return nil
  }

  /// `{worst: x, best: y, clamp: true}`, or `none`.
  private mutating func goalposts(from node: YAMLNode) -> Goalposts? {
    let what = Words(same: "`goalposts`")
    guard node.entries != nil else {
      guard let text = log.text(node, as: what), text.value != MappingForm.noGoalposts else { return nil }
      log.reportChoice(text, among: [MappingForm.noGoalposts, "{worst: x, best: y}"], as: what)
      return nil
    }
    guard var reader = MappingReader(node, .goalposts, as: what, log: &log) else { return nil }
    let worst = reader.required("worst", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`worst`")) }
    let best = reader.required("best", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`best`")) }
    let clamp = reader.optional("clamp").flatMap { log.boolean($0, as: Words(same: "`clamp`")) } ?? false
    reader.finish(as: what, log: &log)
    guard let worst, let best, haveLength(worst, best) else { return nil }
    for end in [worst, best] where !scale.contains(end.value) {
      log.error(
        .scoreOutsideScale, at: end.range,
        Words(
          id: "titik acuan \(end.value.decimalText()) berada di luar skala \(scale.text)",
          en: "the goalpost \(end.value.decimalText()) lies outside the scale \(scale.text)"),
        help: Words(
          id: "tulis nilai gabungan dalam skala itu: anggota kelompok sudah dinilai",
          en: "write a combined value on that scale: the parts of the group have been scored already"))
    }
    return Goalposts(worst: worst.value, best: best.value, clamp: clamp)
  }

  private mutating func rounding(from node: YAMLNode) -> Rounding? {
    let what = Words(same: "`round`")
    guard node.entries != nil else {
      return log.whole(node, within: 0...12, as: what).map { Rounding(places: $0, mode: .halfUp, rungs: nil) }
    }
    guard var reader = MappingReader(node, .rounding, as: what, log: &log) else { return nil }
    let places = reader.required("places", of: what, log: &log).flatMap { log.whole($0, within: 0...12, as: Words(same: "`places`")) }
    let mode = reader.optional("mode").flatMap { log.choice($0, as: Words(same: "`mode`"), of: RoundingMode.self) } ?? .halfUp
    let on = reader.optional("on")
    reader.finish(as: what, log: &log)
    let rungs = on.map { node in (node.items ?? [node]).compactMap { rung($0) } }
    if let on, on.items?.isEmpty == true {
      log.error(
        .wrongShape, at: on.range, Words(id: "`on` tidak menyebut jenjang", en: "`on` names no rung"),
        help: Words(id: "tulis `[unit]`, atau hapus `on`", en: "write `[unit]`, or remove `on`"))
    }
    return places.map { Rounding(places: $0, mode: mode, rungs: rungs) }
  }
}

extension DiagnosticLog {
  /// A remark, in both languages or the same for both.
  mutating func note(_ node: YAMLNode) -> Words? {
    if let scalar = node.scalar { return Words(same: scalar.text) }
    return words(node, as: Words(same: "`note`"))
  }

  /// How well a change or a link is known, and why it was made.
  mutating func grounds(_ reader: inout MappingReader) -> Grounds {
    let provenance = reader.optional("provenance").flatMap { choice($0, as: Words(same: "`provenance`"), of: Provenance.self) }
    return Grounds(provenance: provenance, note: reader.optional("note").flatMap { note($0) })
  }

  /// `error`, `zero`, `skip`, `{value: n}` or `{carry: edition}`.
  mutating func missingPolicy(_ node: YAMLNode) -> MissingPolicy? {
    let what = Words(same: "`missing`")
    guard node.entries != nil else {
      guard let text = text(node, as: what) else { return nil }
      if let policy = MissingPolicy.words.first(where: { $0.key == text.value }) { return policy.value }
      reportChoice(text, among: MissingPolicy.words.map(\.key) + ["{value: n}", "{carry: edition}"], as: what)
      return nil
    }
    guard var reader = MappingReader(node, .missing, as: what, log: &self) else { return nil }
    if let carried = reader.optional("carry") {
      let second = reader.entry("value")
      reader.finish(as: what, log: &self)
      if let second {
        reportSecondSubstitute(second)
        return nil
      }
      return name(carried, as: Words(id: "edisi di `carry`", en: "the edition in `carry`")).map { .carry(edition: $0.value) }
    }
    let value = reader.required("value", of: what, log: &self).flatMap { number($0, as: what) }
    reader.finish(as: what, log: &self)
    return value.map { .value($0.value) }
  }

  private mutating func reportSecondSubstitute(_ value: YAMLEntry) {
    error(
      .oneBody, at: value.key.range,
      Words(id: "`missing` butuh tepat satu dari `value`, `carry`", en: "`missing` needs exactly one of `value`, `carry`"),
      help: Words(id: "hapus salah satunya", en: "remove one of them"))
  }
}

extension MissingPolicy {
  /// The policies that are one word, in the order of the alphabet.
  static let words: KeyValuePairs<String, MissingPolicy> = ["error": .error, "skip": .skip, "zero": .zero]
}
