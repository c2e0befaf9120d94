internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// Reads the body of an indicator.
  mutating func scale(named key: String, from node: YAMLNode, of what: Words) -> Scale? {
    switch key {
    case "yes_no": yesNo(from: node)
    case "checklist": checklist(from: node)
    case "levels": levels(from: node)
    case "bands": bands(from: node)
    case "formula": formula(from: node)
    default: linear(from: node)
    }
  }

  private mutating func yesNo(from node: YAMLNode) -> Scale? {
    guard node.entries != nil else { return fieldName(node).map { .yesNo(field: $0, invert: false) } }
    let what = Words(same: "`yes_no`")
    guard var reader = MappingReader(node, .yesNo, as: what, log: &log) else { return nil }
    let field = reader.required("field", of: what, log: &log).flatMap { fieldName($0) }
    let invert = reader.optional("invert").flatMap { log.boolean($0, as: Words(same: "`invert`")) } ?? false
    reader.finish(as: what, log: &log)
    return field.map { .yesNo(field: $0, invert: invert) }
  }

  private mutating func checklist(from node: YAMLNode) -> Scale? {
    let what = Words(same: "`checklist`")
    guard var reader = MappingReader(node, .checklist, as: what, log: &log) else { return nil }
    let items = reader.required("items", of: what, log: &log)
    let points = reader.optional("points")
    let atLeast = reader.optional("at_least").flatMap { log.number($0, as: Words(same: "`at_least`")) }
    reader.finish(as: what, log: &log)
    guard let items else { return nil }
    let fields = (items.items ?? [items]).compactMap { item in fieldName(item).map { Marked($0, at: item.range) } }
    let table = pointsTable(points, of: Set(fields.map(\.value)))
    guard !fields.isEmpty || items.items?.isEmpty == false else {
      log.error(
        .checklistItems, at: items.range, Words(id: "daftar periksa tidak punya butir", en: "the checklist has no items"),
        help: Words(id: "tulis `items: [bidang, bidang]`", en: "write `items: [field, field]`"))
      return nil
    }
    // An item that is no field has been reported.
    guard fields.count == items.items?.count ?? 1 else { return nil }
    return .checklist(items: fields.map { ChecklistItem(field: $0.value, points: table[$0.value] ?? .one) }, atLeast: atLeast?.value)
  }

  private mutating func pointsTable(_ node: YAMLNode?, of fields: Set<String>) -> [String: Fraction] {
    guard let node else { return [:] }
    let what = Words(same: "`points`")
    guard let entries = log.entries(of: node, as: what) else { return [:] }
    var table: [String: Fraction] = [:]
    for entry in log.withoutDecimalCommas(entries) {
      if !fields.contains(entry.key.value) {
        log.error(
          .unknownKey, at: entry.key.range,
          Words(id: "`\(entry.key.value)` bukan butir daftar periksa ini", en: "`\(entry.key.value)` is no item of this checklist"),
          help: suggestion(for: entry.key.value, among: fields)
            ?? Words(id: "tambahkan ke `items`, atau hapus", en: "add it to `items`, or remove it"),
          fix: correction(of: entry.key.value, at: entry.key.range, among: fields.subtracting(entries.map(\.key.value))))
      } else if let points = log.number(entry.value, as: what) {
        table[entry.key.value] = points.value
      }
    }
    return table
  }

  private mutating func levels(from node: YAMLNode) -> Scale? {
    let what = Words(same: "`levels`")
    guard var reader = MappingReader(node, .levels, as: what, log: &log) else { return nil }
    let field = reader.required("field", of: what, log: &log).flatMap { fieldName($0) }
    let scores = reader.required("scores", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let entries = scores.flatMap({ log.entries(of: $0, as: Words(same: "`scores`")) }) else { return nil }
    let rows = log.withoutDecimalCommas(entries).compactMap { entry -> LevelScore? in
      let key = YAMLNode(content: .scalar(YAMLScalar(text: entry.key.value, isQuoted: false)), range: entry.key.range)
      guard let level = log.number(key, as: Words(id: "tingkat", en: "a level")),
        let score = log.number(entry.value, as: Words(id: "nilai tingkat", en: "the score of a level"))
      else { return nil }
      return LevelScore(level: level.value, score: score.value, at: score.range)
    }
    guard let field, rows.count == entries.count else { return nil }
    return .levels(field: field, scores: rows)
  }

  private mutating func bands(from node: YAMLNode) -> Scale? {
    let what = Words(same: "`bands`")
    guard var reader = MappingReader(node, .bands, as: what, log: &log) else { return nil }
    let field = reader.required("field", of: what, log: &log).flatMap { fieldName($0) }
    let rows = reader.required("rows", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let rows else { return nil }
    guard let items = rows.items, !items.isEmpty else {
      log.error(
        .bandRows, at: rows.range, Words(id: "`rows` harus berupa daftar baris", en: "`rows` must be a list of rows"),
        help: Words(
          id: "tulis `[{from: 0, score: 0}, {from: 75, score: 100}]`", en: "write `[{from: 0, score: 0}, {from: 75, score: 100}]`"))
      return nil
    }
    let bands = items.compactMap { bandRow(from: $0) }
    guard let field, bands.count == items.count else { return nil }
    for (index, band) in bands.enumerated() {
      let next = index + 1 < bands.count ? bands[index + 1].row.from : nil
      if let to = band.to { printedEnds.append(PrintedEnd(to: to, next: next, ladder: .bands(field: field))) }
    }
    return .bands(field: field, rows: bands.map(\.row))
  }

  private mutating func bandRow(from node: YAMLNode) -> (row: BandRow, to: Marked<Fraction>?)? {
    let what = Words(id: "baris", en: "a row")
    guard var reader = MappingReader(node, .bandRow, as: what, log: &log) else { return nil }
    let from = reader.required("from", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`from`")) }
    let to = reader.optional("to").flatMap { log.number($0, as: Words(same: "`to`")) }
    let score = reader.required("score", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`score`")) }
    reader.finish(as: what, log: &log)
    guard let from, let score else { return nil }
    return (BandRow(from: from.value, score: score.value, fromAt: from.range, scoreAt: score.range), to)
  }

  private mutating func linear(from node: YAMLNode) -> Scale? {
    let what = Words(same: "`linear`")
    guard var reader = MappingReader(node, .linear, as: what, log: &log) else { return nil }
    let field = reader.required("field", of: what, log: &log).flatMap { fieldName($0) }
    let worst = reader.required("worst", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`worst`")) }
    let best = reader.required("best", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`best`")) }
    let clamp = reader.optional("clamp").flatMap { log.boolean($0, as: Words(same: "`clamp`")) } ?? false
    let logarithmic = reader.optional("log").flatMap { log.boolean($0, as: Words(same: "`log`")) } ?? false
    reader.finish(as: what, log: &log)
    guard let field, let worst, let best, haveLength(worst, best) else { return nil }
    if logarithmic { checkLogarithm(of: field, worst, best, clamp: clamp, at: node.range) }
    return .linear(field: field, worst: worst.value, best: best.value, clamp: clamp, logarithmic: logarithmic)
  }

  /// Whether the ends of a line differ; reports it if they do not.
  mutating func haveLength(_ worst: Marked<Fraction>, _ best: Marked<Fraction>) -> Bool {
    guard worst.value == best.value else { return true }
    log.error(
      .linearEnds, at: best.range,
      Words(id: "`worst` dan `best` sama, \(best.value)", en: "`worst` and `best` are the same, \(best.value)"),
      help: Words(id: "garis butuh dua ujung yang berbeda", en: "a line needs two different ends"))
    return false
  }

  /// Only positive numbers have a logarithm.
  private mutating func checkLogarithm(
    of id: String, _ worst: Marked<Fraction>, _ best: Marked<Fraction>, clamp: Bool, at range: SourceRange
  ) {
    for end in [worst, best] where end.value <= .zero {
      log.error(
        .precision, at: end.range,
        Words(id: "\(end.value.decimalText()) tidak punya logaritma", en: "\(end.value.decimalText()) has no logarithm"),
        help: Words(id: "kedua ujung harus lebih dari 0", en: "both ends must be above 0"))
    }
    let field = fields.first { $0.id.value == id }
    guard !clamp, let field, field.range.map({ $0.lowerBound <= .zero }) ?? true else { return }
    log.error(
      .precision, at: range,
      Words(
        id: "bidang `\(id)` dapat bernilai 0 atau kurang, yang tidak punya logaritma",
        en: "the field `\(id)` can be 0 or less, which has no logarithm"),
      help: Words(
        id: "tambahkan `clamp: true`, atau mulai `range` bidang itu di atas 0",
        en: "add `clamp: true`, or begin the `range` of the field above 0"))
  }

  /// The name of a field of this edition; reports any other, with the nearest.
  mutating func fieldName(_ node: YAMLNode) -> String? {
    guard let name = log.text(node, as: Words(id: "nama bidang", en: "the name of a field")) else { return nil }
    if rungOfField[name.value] != nil || brokenFields.contains(name.value) || brokenSections.contains("fields") { return name.value }
    let known = rungOfField.keys
    log.error(
      .unknownField, at: name.range,
      Words(id: "tidak ada bidang `\(name.value)`", en: "there is no field `\(name.value)`"),
      help: suggestion(for: name.value, among: known)
        ?? Words(id: "tambahkan bidang ini di `fields`", en: "add the field to `fields`"),
      fix: correction(of: name.value, at: name.range, among: known))
    return nil
  }
}
