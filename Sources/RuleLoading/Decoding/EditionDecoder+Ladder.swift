internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// More rungs than this are no ladder.
  static let mostRungs = 20

  /// Reads `units:`: the rungs from the top down, each `in` the one above it.
  mutating func readLadder(from node: YAMLNode) {
    let what = Words(same: "`units`")
    guard let entries = log.entries(of: node, as: what) else {
      brokenSections.insert("units")
      return
    }
    guard (1...EditionDecoder.mostRungs).contains(entries.count) else {
      log.error(
        .ladder, at: node.range,
        Words(id: "`units` punya \(entries.count) jenjang", en: "`units` has \(entries.count) rungs"),
        help: Words(
          id: "tulis satu sampai \(EditionDecoder.mostRungs) jenjang, seperti instansi, unit, produk",
          en: "write one to \(EditionDecoder.mostRungs) rungs, such as institution, unit, product"))
      brokenSections.insert("units")
      return
    }
    for entry in entries {
      guard let id = log.name(entry.key, as: Words(id: "jenjang", en: "a rung")) else { continue }
      readRung(id, from: entry.value)
    }
  }

  private mutating func readRung(_ id: Marked<String>, from node: YAMLNode) {
    let what = Words(id: "jenjang `\(id.value)`", en: "the rung `\(id.value)`")
    guard var reader = MappingReader(node, .rung, as: what, log: &log) else {
      // Kept, so that what stands on it is not reported as well.
      rungs.append(Rung(id: id, label: Words(same: id.value), kinds: [], combine: Marked(.mean, at: id.range)))
      return
    }
    let label = reader.optional("label").flatMap { log.words($0, as: what) } ?? Words(same: id.value)
    let kinds = reader.optional("kinds").map { names(from: $0, as: what) } ?? []
    let parent = reader.entry("in")
    let combine = reader.optional("combine").flatMap { node in rungCombine(from: node).map { Marked($0, at: node.range) } }
    let expected = reader.entry("count")
    let count = expected.flatMap { entry in self.count(from: entry.value, on: id.value).map { Marked($0, at: entry.value.range) } }
    reader.finish(as: what, log: &log)

    if let expected, rungs.isEmpty {
      log.error(
        .ladder, at: expected.key.range, Words(id: "jenjang teratas tidak punya `count`", en: "the top rung has no `count`"),
        help: Words(
          id: "hapus kunci ini; `count` menyebut jumlah di setiap anggota jenjang di atasnya",
          en: "remove the key; `count` says how many there are in each entity of the rung above"))
    }
    let above = rungs.last?.id.value
    let stated = parent.map { $0.value.scalar?.text ?? "" }
    if stated != above {
      let range = parent?.value.range ?? id.range
      if let above {
        log.error(
          .ladder, at: range,
          Words(id: "\(what.id) tidak berada di dalam `\(above)`", en: "\(what.en) does not stand in `\(above)`"),
          help: Words(
            id: "jenjang ditulis dari atas ke bawah; tulis `in: \(above)`", en: "rungs are written from the top down; write `in: \(above)`")
        )
      } else {
        log.error(
          .ladder, at: range, Words(id: "jenjang teratas tidak punya `in`", en: "the top rung has no `in`"),
          help: Words(id: "hapus `in`, atau tulis jenjang atasnya lebih dahulu", en: "remove `in`, or write the rung above it first"))
      }
    }
    rungs.append(Rung(id: id, label: label, kinds: kinds, combine: combine ?? Marked(.mean, at: id.range), count: count))
  }

  /// More of a rung than this are in no survey.
  static let countsExpected = 1...9999

  /// What is expected everywhere, or `{kind: {regency: ...}}`.
  private mutating func count(from node: YAMLNode, on rung: String) -> ExpectedCount? {
    let what = Words(same: "`count`")
    guard let kinds = node.entries?.count == 1 ? node["kind"] : nil else {
      return sample(from: node, .rungCount, ["at_least", "of", "kind"], on: rung, as: what).map { .everywhere($0) }
    }
    guard let entries = log.entries(of: kinds, as: Words(same: "`kind`")) else { return nil }
    var samples: [String: ExpectedCount.Sample] = [:]
    for entry in entries {
      let kind = Words(id: "jumlah untuk jenis `\(entry.key.value)`", en: "the number for kind `\(entry.key.value)`")
      if let top = rungs.first?.id.value { countedKinds.append(CountedKind(kind: entry.key, rung: top)) }
      samples[entry.key.value] = sample(from: entry.value, .sampleCount, ["at_least", "of"], on: rung, as: kind)
    }
    return .byKind(samples)
  }

  /// `2`, `{at_least: 2}` or `{of: {puskesmas: 2}}`; `keys` are those of which a mapping may have one.
  private mutating func sample(
    from node: YAMLNode, _ form: FormName, _ keys: [String], on rung: String, as what: Words
  ) -> ExpectedCount.Sample? {
    guard node.entries != nil else { return number(from: node, as: what).map { .number($0) } }
    guard var reader = MappingReader(node, form, as: what, log: &log) else { return nil }
    let found = keys.compactMap { key in reader.optional(key).map { (key: key, node: $0) } }
    if found.isEmpty, !reader.unread.isEmpty, reader.unread.allSatisfy({ isBareKind($0, besides: keys) }) {
      reportBareKinds(reader.unread, keys, as: what)
      return nil
    }
    let isMisspelt = found.isEmpty && !reader.unread.isEmpty
    reader.finish(as: what, log: &log)
    if isMisspelt { return nil }
    switch found.first {
    case (key: "at_least", let least)? where found.count == 1:
      return wholeNumber(least, isLeast: true, as: Words(same: "`at_least`")).map { .number($0) }
    case (key: "of", let kinds)? where found.count == 1:
      guard let entries = log.entries(of: kinds, as: Words(same: "`of`")) else { return nil }
      var numbers: [String: ExpectedCount.Number] = [:]
      for entry in entries {
        let kind = Words(id: "jumlah jenis `\(entry.key.value)`", en: "the number of kind `\(entry.key.value)`")
        countedKinds.append(CountedKind(kind: entry.key, rung: rung))
        numbers[entry.key.value] = number(from: entry.value, as: kind)
      }
      return .ofKinds(numbers)
    default:
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      log.error(
        .oneBody, at: node.range,
        Words(id: "\(what.id) butuh tepat satu dari \(names)", en: "\(what.en) needs exactly one of \(names)"),
        help: Words(
          id: "tulis `2`, `{at_least: 2}` atau `{of: {jenis: 2}}`" + (keys.contains("kind") ? "; atau `{kind: {jenis: 2}}`" : ""),
          en: "write `2`, `{at_least: 2}` or `{of: {kind: 2}}`" + (keys.contains("kind") ? "; or `{kind: {kind: 2}}`" : "")))
      return nil
    }
  }

  /// Whether `{puskesmas: 2}` says a number of a kind without saying that.
  private func isBareKind(_ entry: YAMLEntry, besides keys: [String]) -> Bool {
    entry.key.value.isName && meantKey(entry, among: keys) == nil && entry.value.scalar.flatMap { Fraction(exact: $0.text) } != nil
  }

  /// Reports it with the word around it that is missing.
  private mutating func reportBareKinds(_ entries: [YAMLEntry], _ keys: [String], as what: Words) {
    let (name, range) = (entries[0].key.value, entries[0].key.range)
    let isOfTop = keys.contains("kind") && rungs.first?.kinds.contains(name) == true
    let kinds = entries.prefix(3).map { "\($0.key.value): \($0.value.scalar?.text ?? "")" } + (entries.count > 3 ? ["..."] : [])
    let right = "{\(isOfTop ? "kind" : "of"): {\(kinds.joined(separator: ", "))}}"
    log.error(
      .unknownKey, at: range,
      Words(id: "kunci `\(name)` tidak dikenal di \(what.id)", en: "unknown key `\(name)` in \(what.en)"),
      help: Words(id: "tulis `\(right)`", en: "write `\(right)`"))
  }

  /// `2` or `{at_least: 2}`.
  private mutating func number(from node: YAMLNode, as what: Words) -> ExpectedCount.Number? {
    guard node.entries != nil else { return wholeNumber(node, isLeast: false, as: what) }
    guard var reader = MappingReader(node, .leastCount, as: what, log: &log) else { return nil }
    let least = reader.required("at_least", of: what, log: &log)
    reader.finish(as: what, log: &log)
    return least.flatMap { wholeNumber($0, isLeast: true, as: Words(same: "`at_least`")) }
  }

  private mutating func wholeNumber(_ node: YAMLNode, isLeast: Bool, as what: Words) -> ExpectedCount.Number? {
    log.whole(node, within: EditionDecoder.countsExpected, as: what).map { ExpectedCount.Number($0, isLeast: isLeast) }
  }

  /// A list of names.
  mutating func names(from node: YAMLNode, as what: Words) -> [String] {
    guard let items = node.items else {
      log.error(
        .wrongShape, at: node.range,
        Words(id: "harus berupa daftar nama, bukan \(node.shape.id)", en: "must be a list of names, not \(node.shape.en)"),
        help: Words(id: "tulis `[a, b, c]`", en: "write `[a, b, c]`"))
      return []
    }
    return items.compactMap { log.name($0, as: what)?.value }
  }

  private mutating func rungCombine(from node: YAMLNode) -> Rung.Combine? {
    let what = Words(same: "`combine`")
    guard node.entries != nil else {
      guard let text = log.text(node, as: what) else { return nil }
      if let combine = Rung.Combine.words.first(where: { $0.key == text.value }) { return combine.value }
      log.reportChoice(text, among: Rung.Combine.words.map(\.key) + ["{weighted: ...}"], as: what)
      return nil
    }
    guard var reader = MappingReader(node, .rungCombine, as: what, log: &log),
      let weighted = reader.required("weighted", of: what, log: &log)
    else { return nil }
    reader.finish(as: what, log: &log)
    return weights(from: weighted)
  }

  private mutating func weights(from node: YAMLNode) -> Rung.Combine? {
    let what = Words(same: "`weighted`")
    guard var reader = MappingReader(node, .rungWeights, as: what, log: &log) else { return nil }
    let field = reader.optional("field").flatMap { log.name($0, as: Words(id: "bidang", en: "a field")) }
    let count = reader.optional("count").flatMap { log.name($0, as: Words(id: "jenjang", en: "a rung")) }
    let kinds = reader.optional("kind").map { kindWeights(from: $0) }
    reader.finish(as: what, log: &log)
    switch (field, count, kinds) {
    case (let field?, nil, nil): return .weightedByField(field.value)
    case (nil, let count?, nil): return .weightedByCount(count.value)
    case (nil, nil, let kinds?): return .weightedByKind(kinds)
    default:
      log.error(
        .oneBody, at: node.range,
        Words(
          id: "`weighted` butuh tepat satu dari `field`, `kind`, `count`", en: "`weighted` needs exactly one of `field`, `kind`, `count`"),
        help: Words(
          id: "tulis `{field: bidang}`, `{kind: {jenis: bobot}}` atau `{count: jenjang}`",
          en: "write `{field: field}`, `{kind: {kind: weight}}` or `{count: rung}`"))
      return nil
    }
  }

  private mutating func kindWeights(from node: YAMLNode) -> [String: Fraction] {
    var weights: [String: Fraction] = [:]
    guard let entries = log.entries(of: node, as: Words(same: "`kind`")) else { return weights }
    for entry in log.withoutDecimalCommas(entries) {
      guard
        let weight = log.number(
          entry.value, as: Words(id: "bobot jenis `\(entry.key.value)`", en: "the weight of kind `\(entry.key.value)`"))
      else {
        continue
      }
      if weight.value <= .zero {
        log.error(
          .weightNotPositive, at: weight.range,
          Words(id: "bobot jenis `\(entry.key.value)` tidak lebih dari 0", en: "the weight of kind `\(entry.key.value)` is not above 0"),
          help: Words(
            id: "hapus jenis yang tidak dihitung, atau beri bobot positif",
            en: "remove a kind that does not count, or give it a positive weight"))
      }
      weights[entry.key.value] = weight.value
    }
    return weights
  }
}

extension Rung.Combine {
  /// The ways to combine a rung that are one word, in the order of the alphabet.
  static let words: KeyValuePairs<String, Rung.Combine> = [
    "max": .max, "mean": .mean, "median": .median, "min": .min, "sum": .sum,
  ]
}
