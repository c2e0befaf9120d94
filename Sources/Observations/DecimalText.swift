internal import RuleDiagnostics
internal import RuleModel

/// A text of the form `-?(0|[1-9][0-9]*)([.,][0-9]+)?`, whatever its mark means.
struct DecimalText: Equatable {
  /// What stands between the whole digits and the decimals.
  enum Mark {
    case none
    case point
    case comma
  }

  let mark: Mark
  /// The number of digits before the mark.
  let wholeDigits: Int
  /// The number of digits behind the mark.
  let decimals: Int
  /// Whether nothing but 0 stands before the mark.
  private let isBelowOne: Bool

  /// Recognises the form; nil for any other text.
  init?(_ text: Span<UInt8>) {
    var index = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    let start = index
    while index < text.count, isDigit(text[index]) { index += 1 }
    guard index > start, index == start + 1 || text[start] != UInt8(ascii: "0") else { return nil }
    wholeDigits = index - start
    isBelowOne = text[start] == UInt8(ascii: "0")
    guard index < text.count else {
      mark = .none
      decimals = 0
      return
    }
    switch text[index] {
    case UInt8(ascii: "."): mark = .point
    case UInt8(ascii: ","): mark = .comma
    default: return nil
    }
    let firstDecimal = index + 1
    index = firstDecimal
    while index < text.count, isDigit(text[index]) { index += 1 }
    guard index == text.count, index > firstDecimal else { return nil }
    decimals = index - firstDecimal
  }

  /// Whether the mark may also group thousands: `1.234`, but neither `0.234` nor `1234.567`.
  var mayGroupThousands: Bool { mark != .none && decimals == 3 && wholeDigits <= 3 && !isBelowOne }
}

/// A decimal number written so that its point cannot be taken for a mark between thousands: `12.125` becomes `12.1250`.
package func undoubted(_ text: String) -> String {
  DecimalText(Array(text.utf8).span)?.mayGroupThousands == true ? text + "0" : text
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

/// How numbers are written in one file.
enum NumberStyle: Equatable {
  /// With a decimal point, between commas or tabs, or as a number in a sheet.
  case point
  /// Between commas or tabs, with nothing in the file that tells whether the points of this field are decimal: see ``PointEvidence``.
  case pointInDoubt
  /// Between semicolons, with decimal commas somewhere in the file.
  case commaBetweenSemicolons
  /// Between semicolons, with no decimal comma in the file.
  case pointBetweenSemicolons
  /// As text in a sheet, where a number that is meant as one is none; with decimal commas somewhere in the column, or without.
  case textInSheet(usesComma: Bool)
  /// As somebody said.
  case said(TableForm.DecimalMark, group: TableForm.GroupMark?)

  /// What was said of numbers; nil if nothing was.
  init?(_ form: TableForm) {
    guard form.decimal != nil || form.group != nil else { return nil }
    self = .said(form.decimal ?? (form.group == .point ? .comma : .point), group: form.group)
  }

  init(_ dialect: CSVDialect) {
    guard dialect.separator == .semicolon else {
      self = .point
      return
    }
    self = dialect.usesDecimalComma ? .commaBetweenSemicolons : .pointBetweenSemicolons
  }

  /// Returns what forbids reading a number of that form in such a file; nil if nothing does.
  func fault(of text: DecimalText) -> ValueFault? {
    switch (self, text.mark) {
    case (_, .none): nil
    case (.said(let decimal, _), let mark): (decimal == .point) == (mark == .point) ? nil : .otherThanSaid
    case (.textInSheet(let usesComma), let mark):
      text.mayGroupThousands ? .thousandsOrDecimals : usesComma && mark == .point ? .mixedMarks : nil
    case (.point, .point): nil
    case (.pointInDoubt, .point): .thousandsOrDecimals
    case (.point, .comma), (.pointInDoubt, .comma): text.mayGroupThousands ? .thousandsOrDecimals : .decimalComma
    case (_, .comma): nil
    case (_, .point) where text.mayGroupThousands: .thousandsOrDecimals
    case (.commaBetweenSemicolons, .point): .mixedMarks
    case (.pointBetweenSemicolons, .point): nil
    }
  }

  /// Whether decimals stand behind a comma.
  var usesComma: Bool {
    switch self {
    case .commaBetweenSemicolons, .said(.comma, _): true
    default: false
    }
  }
}
