internal import MarkedYAML
internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

extension TestDecoder {
  /// Reads `records:`, answers that several tests use by name. A record may rest on those above it.
  mutating func readRecords(from node: YAMLNode) {
    guard let reader = MappingReader(node, as: Words(same: "`records`"), log: &log) else { return }
    let fields = edition.fieldsByID
    for entry in reader.unread {
      guard let name = log.name(entry.key, as: Words(id: "kumpulan jawaban", en: "a record")) else { continue }
      records[name.value] = record(from: entry.value, of: fields, log: &log)
    }
  }

  /// Reads `{field: value}`, the name of a record, or a list of both of which the later have the last word.
  func record(from node: YAMLNode, of fields: [String: Field], log: inout DiagnosticLog) -> FieldRecord {
    var record = FieldRecord()
    for item in node.items ?? [node] {
      if item.entries != nil {
        record.merge(answers(from: item, of: fields, log: &log))
      } else if let name = log.text(item, as: Words(id: "kumpulan jawaban", en: "a record")) {
        if let known = records[name.value] {
          record.merge(known)
        } else {
          reportUnknownRecord(name, log: &log)
        }
      }
    }
    return record
  }

  private func reportUnknownRecord(_ name: Marked<String>, log: inout DiagnosticLog) {
    log.error(
      .unknownExpectation, at: name.range,
      Words(id: "tidak ada kumpulan jawaban `\(name.value)`", en: "there is no record `\(name.value)`"),
      help: suggestion(for: name.value, among: records.keys.sorted())
        ?? Words(
          id: "tulis `{bidang: nilai}`, atau nama dari `records` di atasnya",
          en: "write `{field: value}`, or a name from `records` above"))
  }

  private func answers(from node: YAMLNode, of fields: [String: Field], log: inout DiagnosticLog) -> FieldRecord {
    var record = FieldRecord()
    guard let reader = MappingReader(node, as: Words(id: "jawaban", en: "the answers"), log: &log) else { return record }
    for entry in reader.unread {
      guard let field = fields[entry.key.value] else {
        log.error(
          .cellUnknownField, at: entry.key.range,
          Words(id: "bidang `\(entry.key.value)` tidak dikenal", en: "the field `\(entry.key.value)` is not known"),
          help: suggestion(for: entry.key.value, among: fields.keys.sorted())
            ?? Words(id: "pakai id dari `fields:` dalam berkas aturan", en: "use an id from `fields:` of the rule file"))
        continue
      }
      guard let answer = answer(from: entry.value, for: field, log: &log) else { continue }
      record.set(FieldRecord.Entry(field: field, value: answer.value, place: entry.key.range))
    }
    return record
  }

  /// The value of a field; nothing at all means that nothing was recorded.
  private func answer(from node: YAMLNode, for field: Field, log: inout DiagnosticLog) -> (value: ObservedValue?, Void)? {
    if let scalar = node.scalar, scalar.text.isEmpty, !scalar.isQuoted { return (nil, ()) }
    let what = Words(same: "`\(field.id.value)`")
    switch field.kind {
    case .yesNo: return log.boolean(node, as: what).map { (.number($0 ? .one : .zero), ()) }
    case .choice, .text: return log.text(node, as: what).map { (.text($0.value), ()) }
    case .number, .count, .level:
      guard let number = log.number(node, as: what), isWithin(field, number, log: &log) else { return nil }
      return (.number(number.value), ())
    }
  }

  private func isWithin(_ field: Field, _ number: Marked<Fraction>, log: inout DiagnosticLog) -> Bool {
    let name = field.id.value
    if field.kind != .number, !number.value.isWhole {
      log.error(
        .cellNotOfType, at: number.range,
        Words(
          id: "`\(number.value)` bukan bilangan bulat untuk `\(name)`", en: "`\(number.value)` is not a whole number for `\(name)`"),
        help: Words(
          id: "`\(field.kind.rawValue)` dihitung dalam bilangan bulat", en: "a `\(field.kind.rawValue)` is counted in whole numbers"))
      return false
    }
    if let range = field.range ?? (field.kind == .count ? Fraction.zero...number.value.magnitude : nil), !range.contains(number.value) {
      let (low, high) = (range.lowerBound.decimalText(), range.upperBound.decimalText())
      log.error(
        .cellOutOfRange, at: number.range,
        Words(
          id: "`\(number.value)` di luar rentang `\(name)`", en: "`\(number.value)` is outside the range of `\(name)`"),
        help: field.range == nil
          ? Words(id: "0 atau lebih", en: "0 or more")
          : Words(id: "nilai dari \(low) sampai \(high)", en: "a value from \(low) to \(high)"))
      return false
    }
    return true
  }
}

extension Edition {
  /// The fields by their ids.
  var fieldsByID: [String: Field] { Dictionary(fields.map { ($0.id.value, $0) }) { first, _ in first } }
}
