internal import RuleDiagnostics

/// A common way to write a number wrongly, or to lose it in a spreadsheet.
enum NumberMistake: Equatable {
  /// What the number would be, written plainly.
  case spelling(String)
  case spreadsheetError
  case date
  case placeholder
  case exponent

  /// Guesses what went wrong with a text that is no number; nil if it looks like none of these.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= 40 else { return nil }
    let text = String(decoding: Array(bytes), as: UTF8.self)
    if text.hasPrefix("#") {
      self = .spreadsheetError
    } else if placeholders.contains(text.lowercased()) || text.allSatisfy(\.isWhitespace) {
      self = .placeholder
    } else if let plain = plainSpelling(of: text) {
      self = .spelling(plain)
    } else if let plain = plainSpelling(ofDecorated: text) {
      self = .spelling(plain)
    } else if isExponent(text) {
      self = .exponent
    } else if isDate(text) {
      self = .date
    } else {
      return nil
    }
  }

  var help: Words {
    switch self {
    case .spelling(let plain): write(plain)
    case .spreadsheetError:
      Words(
        id: "lembar kerja gagal menghitung sel ini: perbaiki rumusnya, atau kosongkan",
        en: "the spreadsheet could not compute this cell: mend its formula, or leave it empty")
    case .date:
      Words(
        id: "lembar kerja mengubah nilai ini menjadi tanggal: format kolom sebagai teks dan tulis nilainya lagi",
        en: "a spreadsheet made a date of this value: format the column as text and write the value again")
    case .placeholder: Words(id: "kosongkan sel jika tidak diamati", en: "leave the cell empty if it was not observed")
    case .exponent: Words(id: "tulis seluruh angkanya, tanpa `E`", en: "write the number in full, without `E`")
    }
  }
}

private let placeholders: Set = [
  "nan", "na", "n/a", "null", "none", "nil", "inf", "-inf", "+inf", "infinity", "-infinity", "-", "–", "?", "ta", "t/a",
]

/// Returns the number that is meant by `80%`, ` 80`, `+5`, `010`, `.5`, `5.`, `1 000`, `1.234,5`, `1.234.567`, `0x50`, a typographer's minus
/// or full-width digits.
private func plainSpelling(of text: String) -> String? {
  var plain = text.unicodeScalars.map { scalar in
    (0xFF10...0xFF19).contains(scalar.value) ? Character(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 48))) : Character(scalar)
  }
  plain = plain.map { $0 == "\u{2212}" ? "-" : $0 }
  plain.removeAll { $0.isWhitespace || $0 == "_" || $0 == "'" || $0.unicodeScalars.allSatisfy { $0.isInvisible } }
  if plain.last == "%" { plain.removeLast() }
  if plain.first == "+" { plain.removeFirst() }
  if plain.starts(with: "0x") || plain.starts(with: "0X") { return Int(String(plain.dropFirst(2)), radix: 16).map(String.init) }
  let isNegative = plain.first == "-"
  if isNegative { plain.removeFirst() }
  let marks = plain.filter { $0 == "." || $0 == "," }
  if let last = marks.last, Set(marks).count == 2, marks.filter({ $0 == last }).count == 1 {
    plain.removeAll { $0 != last && ($0 == "." || $0 == ",") }
  } else if marks.count > 1, Set(marks).count == 1, plain.split(separator: marks[0]).dropFirst().allSatisfy({ $0.count == 3 }) {
    plain.removeAll { $0 == marks[0] }
  }
  if plain.first == "." || plain.first == "," { plain.insert("0", at: 0) }
  if plain.last == "." || plain.last == "," { plain.removeLast() }
  while plain.count > 1, plain[0] == "0", plain[1].isNumber { plain.removeFirst() }
  let spelling = (isNegative ? "-" : "") + String(plain.map { $0 == "," ? "." : $0 })
  return DecimalText(Array(spelling.utf8).span) == nil ? nil : spelling
}

/// Returns the number in `Rp1250`, `1250 IDR` or `12 menit`: with a currency before it, or a word behind a blank.
private func plainSpelling(ofDecorated text: String) -> String? {
  let small = text.lowercased()
  if let currency = ["rp.", "rp", "idr", "usd", "$", "€"].first(where: { small.hasPrefix($0) }) {
    return plainSpelling(of: String(text.dropFirst(currency.count)))
  }
  guard let blank = text.lastIndex(where: \.isWhitespace), !text[..<blank].isEmpty else { return nil }
  let word = text[text.index(after: blank)...]
  guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "/" || $0 == "." }) else { return nil }
  return plainSpelling(of: String(text[..<blank]))
}

/// Whether a text is a number with a power of ten: `1.2E+11`.
private func isExponent(_ text: String) -> Bool {
  let pieces = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
  guard pieces.count == 2, DecimalText(Array(pieces[0].utf8).span) != nil else { return false }
  return Int(pieces[1]) != nil
}

/// Whether a text is like `8-Jan`, `2022-01-08` or `8/1/2022`.
private func isDate(_ text: String) -> Bool {
  let pieces = text.split { $0 == "-" || $0 == "/" }
  guard (2...3).contains(pieces.count) else { return false }
  return pieces.contains { $0.allSatisfy(\.isNumber) } && pieces.allSatisfy { $0.allSatisfy { $0.isNumber || $0.isLetter } }
}
