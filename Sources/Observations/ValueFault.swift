internal import RuleDiagnostics
internal import RuleModel

/// Why a text is no value of its field.
enum ValueFault: Equatable {
  /// `1.234` between semicolons, `1,234` elsewhere: thousands or decimals?
  case thousandsOrDecimals
  /// `78.5` in a file that also has `78,5`.
  case mixedMarks
  /// `78.5` where decimal commas were announced.
  case otherThanSaid
  /// `87,99` in a file without semicolons.
  case decimalComma
  case notANumber
  case longNumber
  case notWhole
  case notYesNo
  case outOfRange

  var code: DiagnosticCode {
    switch self {
    case .thousandsOrDecimals, .mixedMarks, .otherThanSaid: .cellAmbiguousNumber
    case .decimalComma, .notANumber, .longNumber, .notWhole, .notYesNo: .cellNotOfType
    case .outOfRange: .cellOutOfRange
    }
  }

  func message(_ bytes: ArraySlice<UInt8>, for field: Field) -> Words {
    let text = visible(bytes)
    let name = visible(field.id.value.utf8)
    return switch self {
    case .thousandsOrDecimals:
      Words(
        id: "`\(text)` dapat berarti ribuan atau desimal, jadi tidak ditebak",
        en: "`\(text)` may mean thousands or decimals, so it is not guessed")
    case .mixedMarks:
      Words(
        id: "`\(text)` memakai titik, padahal angka lain dalam berkas ini memakai koma desimal",
        en: "`\(text)` has a point, but other numbers of this file have a decimal comma")
    case .otherThanSaid:
      Words(
        id: "`\(text)` tidak ditulis dengan tanda yang disebut untuk berkas ini",
        en: "`\(text)` is not written with the marks that were named for this file")
    case .decimalComma, .notANumber:
      Words(id: "`\(text)` bukan angka untuk `\(name)`", en: "`\(text)` is not a number for `\(name)`")
    case .longNumber:
      Words(id: "angka `\(text)` terlalu panjang", en: "the number `\(text)` is too long")
    case .notWhole:
      Words(id: "`\(text)` bukan bilangan bulat untuk `\(name)`", en: "`\(text)` is not a whole number for `\(name)`")
    case .notYesNo:
      Words(id: "`\(text)` bukan jawaban ya/tidak untuk `\(name)`", en: "`\(text)` is not a yes or no for `\(name)`")
    case .outOfRange:
      Words(id: "`\(text)` di luar rentang `\(name)`", en: "`\(text)` is outside the range of `\(name)`")
    }
  }

  func help(_ bytes: ArraySlice<UInt8>, for field: Field, style: NumberStyle) -> Words {
    let text = visible(bytes)
    switch self {
    case .thousandsOrDecimals: return thousandsOrDecimals(Array(bytes), style: style)
    case .mixedMarks:
      let right = String(text.map { $0 == "." ? "," : $0 })
      return Words(id: "tulis `\(right)`, atau pakai titik di seluruh berkas", en: "write `\(right)`, or use points in the whole file")
    case .otherThanSaid:
      return Words(
        id: "tulis angka ini seperti yang lain, atau sebut tanda yang benar dengan `--decimal` dan `--group`",
        en: "write this number like the others, or name the right marks with `--decimal` and `--group`")
    case .decimalComma:
      let right = String(text.map { $0 == "," ? "." : $0 })
      return Words(
        id: "tulis `\(right)`, atau sebut `--decimal ,` jika seluruh berkas memakai koma desimal",
        en: "write `\(right)`, or say `--decimal ,` if the whole file has decimal commas")
    case .notANumber:
      guard case .spelling(let plain) = NumberMistake(bytes) else { return NumberMistake(bytes)?.help ?? writeANumber }
      return write(style.usesComma ? String(plain.map { $0 == "." ? "," : $0 }) : plain)
    case .longNumber:
      return Words(id: "paling panjang \(Fraction.longestText) karakter", en: "at most \(Fraction.longestText) characters")
    case .notWhole:
      return Words(
        id: "`\(field.kind.rawValue)` dihitung dalam bilangan bulat", en: "a `\(field.kind.rawValue)` is counted in whole numbers")
    case .notYesNo:
      return Words(
        id: "tulis salah satu dari `1 0 true false ya tidak yes no`, atau kosongkan jika tidak diamati",
        en: "write one of `1 0 true false ya tidak yes no`, or leave it empty if it was not observed")
    case .outOfRange:
      guard let range = field.range else { return Words(id: "0 atau lebih", en: "0 or more") }
      let (low, high) = (range.lowerBound.decimalText(), range.upperBound.decimalText())
      return Words(id: "nilai dari \(low) sampai \(high)", en: "a value from \(low) to \(high)")
    }
  }

  /// The two ways to write what `1.234` may mean.
  private func thousandsOrDecimals(_ bytes: [UInt8], style: NumberStyle) -> Words {
    let whole = String(decoding: bytes.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }, as: UTF8.self)
    let pieces = bytes.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.map { String(decoding: $0, as: UTF8.self) }
    let decimal =
      switch style {
      case .commaBetweenSemicolons: pieces.joined(separator: ",")
      case .said, .point, .pointInDoubt, .textInSheet, .pointBetweenSemicolons: pieces.joined(separator: ".") + "0"
      }
    guard style == .pointInDoubt else { return Words(id: "tulis `\(whole)` atau `\(decimal)`", en: "write `\(whole)` or `\(decimal)`") }
    return Words(
      id: "tulis `\(whole)` atau `\(decimal)`, atau sebut untuk seluruh berkas: `--group .` (ribuan) atau `--decimal .` (desimal)",
      en: "write `\(whole)` or `\(decimal)`, or say for the whole file: `--group .` (thousands) or `--decimal .` (decimals)")
  }
}

/// A remedy that names the right spelling.
func write(_ right: String) -> Words {
  Words(id: "tulis `\(right)`", en: "write `\(right)`")
}

/// The remedy for a text that is no number at all.
let writeANumber = Words(
  id: "tulis angka biasa seperti `87.5`, atau kosongkan jika tidak diamati",
  en: "write a plain number such as `87.5`, or leave it empty if it was not observed")
