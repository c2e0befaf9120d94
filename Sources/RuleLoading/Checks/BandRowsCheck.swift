internal import RuleDiagnostics
internal import RuleModel

/// Bands rise and cover the range of their field from its lowest value.
struct BandRowsCheck: Check {
  static let codes: [DiagnosticCode] = [.bandRows]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for part in rules.parts {
      guard case .leaf(.bands(let id, let rows)) = part.body else { continue }
      for (lower, upper) in zip(rows, rows.dropFirst()) where upper.from <= lower.from {
        report(
          part,
          Words(
            id: "baris dari \(upper.from) tidak lebih tinggi daripada baris dari \(lower.from)",
            en: "the row from \(upper.from) is not above the row from \(lower.from)"), log: &log,
          help: Words(id: "tulis baris dari yang terendah ke yang tertinggi", en: "write the rows from the lowest to the highest"))
      }
      guard let field = rules.field(id), field.kind.isNumeric else { continue }
      guard let range = field.range else {
        report(
          part, Words(id: "bidang `\(id)` tidak punya rentang", en: "the field `\(id)` has no range"), log: &log,
          help: Words(id: "tambahkan `range: [terendah, tertinggi]` pada bidang itu", en: "add `range: [lowest, highest]` to the field"))
        continue
      }
      if let first = rows.first, first.from > range.lowerBound {
        report(
          part,
          Words(
            id: "nilai dari \(range.lowerBound) sampai \(first.from) tidak masuk baris mana pun",
            en: "values from \(range.lowerBound) to \(first.from) fall in no row"), log: &log,
          help: Words(id: "mulai baris pertama pada \(range.lowerBound)", en: "begin the first row at \(range.lowerBound)"))
      }
      for row in rows where row.from > range.upperBound {
        report(
          part,
          Words(id: "baris dari \(row.from) tidak pernah tercapai", en: "the row from \(row.from) is never reached"), log: &log,
          help: Words(
            id: "rentang bidang `\(id)` berakhir pada \(range.upperBound)", en: "the range of the field `\(id)` ends at \(range.upperBound)"
          ))
      }
      warnOfLostRows(rows, of: part, over: range, field, log: &log)
    }
  }

  /// Warns of rows between two others that no value of the field falls into.
  private func warnOfLostRows(_ rows: [BandRow], of part: Part, over range: ClosedRange<Fraction>, _ field: Field, log: inout DiagnosticLog)
  {
    for (row, next) in zip(rows, rows.dropFirst()) where row.from < next.from && row.from <= range.upperBound {
      let lowest = max(row.from, range.lowerBound)
      let first = field.kind == .number ? lowest : lowest.rounded(places: 0, mode: .up)
      guard first >= next.from || first > range.upperBound else { continue }
      log.warning(
        .bandRows, at: part.id.range,
        Words(
          id: "bagian `\(part.id.value)`: tidak ada nilai yang masuk baris dari \(row.from) sampai \(next.from)",
          en: "the part `\(part.id.value)`: no value falls in the row from \(row.from) to \(next.from)"),
        help: Words(
          id: "hapus baris itu, atau sesuaikan `range` bidang `\(field.id.value)`: \(range.text)",
          en: "remove the row, or mend the `range` of the field `\(field.id.value)`: \(range.text)"))
    }
  }

  private func report(_ part: Part, _ words: Words, log: inout DiagnosticLog, help: Words) {
    log.error(
      .bandRows, at: part.id.range, Words(id: "bagian `\(part.id.value)`: \(words.id)", en: "the part `\(part.id.value)`: \(words.en)"),
      help: help)
  }
}
