internal import RuleDiagnostics
internal import RuleModel

/// A printed `to:` meets the `from` of the next step: it is the last number before it, or that number itself.
struct PrintedEndCheck: Check {
  static let codes: [DiagnosticCode] = [.zoneLines, .bandRows]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    for end in rules.printedEnds {
      switch end.ladder {
      case .zones: checkZone(end, rules.edition, log: &log)
      case .bands(let field): checkBand(end, rules.field(field), log: &log)
      }
    }
  }

  /// Published totals lie apart by one unit of their last decimal, so between two zones there is room for none.
  private func checkZone(_ end: PrintedEnd, _ edition: Edition, log: inout DiagnosticLog) {
    let isRounded = !edition.zones.usesExactTotal && edition.score.rounding != nil
    let places = edition.publishedPlaces
    let last = end.next.map { isRounded ? $0 - Fraction(decimalPlaces: places) : $0 } ?? edition.scale.upperBound
    guard end.to.value != last, end.to.value != end.next ?? last else { return }
    let why =
      isRounded && end.next != nil
      ? Words(id: "nilai berdesimal \(places)", en: "scores have \(places) decimals")
      : end.next == nil
        ? Words(id: "di sana skala berakhir", en: "there the scale ends")
        : Words(id: "nilai zona tidak dibulatkan", en: "the score that decides is not rounded")
    log.error(.zoneLines, at: end.to.range, end.message, help: end.help(last, why), fix: end.fix(last))
  }

  private func checkBand(_ end: PrintedEnd, _ field: Field?, log: inout DiagnosticLog) {
    guard let field, field.kind.isNumeric else { return }
    guard let next = end.next else {
      guard let range = field.range, end.to.value != range.upperBound else { return }
      let why = Words(id: "di sana rentang bidang berakhir", en: "there the field's range ends")
      log.error(.bandRows, at: end.to.range, end.message, help: end.help(range.upperBound, why), fix: end.fix(range.upperBound))
      return
    }
    let isWhole = field.kind != .number
    let last = isWhole ? next - .one : next
    if end.to.value == next || end.to.value == last { return }
    // 49.99 before 50: how many decimals the observations have is not known, but those that are printed leave no gap.
    if !isWhole, end.to.value < next, (1...12).contains(where: { end.to.value + Fraction(decimalPlaces: $0) == next }) { return }
    let why =
      isWhole
      ? Words(id: "bidang `\(field.id.value)` berisi bilangan bulat", en: "the field `\(field.id.value)` holds whole numbers")
      : Words(id: "di sana baris berikutnya mulai", en: "there the next row begins")
    log.error(.bandRows, at: end.to.range, end.message, help: end.help(last, why), fix: end.fix(last))
  }
}

extension PrintedEnd {
  /// What is wrong.
  fileprivate var message: Words {
    let end = to.value.plainText
    guard let next = next?.plainText else {
      return Words(id: "`to: \(end)` bukan ujung yang terakhir", en: "`to: \(end)` is not the last end")
    }
    return Words(
      id: "`to: \(end)` tidak bertemu dengan `from: \(next)` sesudahnya",
      en: "`to: \(end)` does not meet the `from: \(next)` that follows")
  }

  /// Writes what would be right: the step that follows decides, and this is only printed.
  fileprivate func fix(_ last: Fraction) -> Fix? {
    let text = last.plainText
    return Fix(writing: text.contains("/") ? "\"\(text)\"" : text, at: to.range)
  }

  /// What would be right, and why.
  fileprivate func help(_ last: Fraction, _ why: Words) -> Words {
    Words(
      id: "tulis `to: \(last.plainText)` (\(why.id)), atau hapus `to`: sebuah langkah berakhir di awal langkah berikutnya",
      en: "write `to: \(last.plainText)` (\(why.en)), or remove `to`: a step ends where the next begins")
  }
}

extension Fraction {
  /// One unit of the last of this many decimals: 0.01 for two.
  fileprivate init(decimalPlaces places: Int) {
    self = (0..<places).reduce(.one) { unit, _ in unit / Fraction(10) }
  }
}
