internal import RuleModel

/// The distinct texts of value cells, each parsed once.
struct ValueTexts {
  /// What a text can be read as; whether it may be depends on the field and the file.
  struct Reading {
    /// Its form, if it is one of a decimal number.
    let decimal: DecimalText?
    /// The number, a decimal comma read as a point; nil also for a text longer than any number.
    let number: Fraction?
    /// The answer, if it is one.
    let yesNo: Bool?
  }

  private var names = NameTable()
  private var readings: [Reading] = []

  /// Returns the number of a cell's text, parsing it if it is new.
  mutating func number(of cell: CSVCell, in file: [UInt8]) -> Int {
    let number = names.number(of: cell, in: file)
    if number == readings.count { readings.append(Reading(Array(names.bytes(of: number)))) }
    return number
  }

  /// Returns the number of a text, parsing it if it is new.
  mutating func number(of text: [UInt8]) -> Int {
    let number = names.number(of: text.span)
    if number == readings.count { readings.append(Reading(text)) }
    return number
  }

  /// The form of a text that is a decimal number.
  func decimal(_ number: Int) -> DecimalText? { readings[number].decimal }

  /// Whether a text is a number with a decimal comma.
  func hasDecimalComma(_ number: Int) -> Bool { readings[number].decimal?.mark == .comma }

  /// Returns the bytes of a text by its number.
  func bytes(of number: Int) -> ArraySlice<UInt8> { names.bytes(of: number) }

  /// Returns why a text is no value of `field` in a file of that style; nil if it is one.
  func fault(of number: Int, for field: Field, style: NumberStyle) -> ValueFault? {
    switch field.kind {
    case .yesNo: return readings[number].yesNo == nil ? .notYesNo : nil
    case .choice, .text: return nil
    case .number, .count, .level: break
    }
    guard let decimal = readings[number].decimal else { return .notANumber }
    let fault = style.fault(of: decimal)
    guard let value = readings[number].number else { return fault ?? .longNumber }
    // A point that may group thousands is decimal where the thousands would be outside the range of the field.
    let isSurelyDecimal = style == .pointInDoubt && field.range?.contains(value * Fraction(1000)) == false
    if let fault, fault != .thousandsOrDecimals || !isSurelyDecimal { return fault }
    if field.kind != .number, !value.isWhole { return .notWhole }
    if let range = field.range { return range.contains(value) ? nil : .outOfRange }
    return field.kind == .count && value.signum < 0 ? .outOfRange : nil
  }

  /// Returns the value that a text without fault means for a field of that kind.
  func value(of number: Int, for kind: Field.Kind) -> ObservedValue? {
    switch kind {
    case .yesNo: readings[number].yesNo.map { .number($0 ? .one : .zero) }
    case .choice, .text: .text(names.text(of: number))
    case .number, .count, .level: readings[number].number.map { .number($0) }
    }
  }
}

extension ValueTexts.Reading {
  init(_ text: [UInt8]) {
    decimal = DecimalText(text.span)
    number = decimal.flatMap { _ in
      Fraction(decimal: String(decoding: text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self))
    }
    yesNo = text.count <= 5 ? answers[String(decoding: text.map(lowercased), as: UTF8.self)] : nil
  }
}

/// The answers in lower case.
private let answers = ["1": true, "true": true, "ya": true, "yes": true, "0": false, "false": false, "tidak": false, "no": false]

private func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
