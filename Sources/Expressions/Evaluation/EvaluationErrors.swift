internal import RuleDiagnostics
internal import RuleModel

extension ExpressionProblem {
  static func unknownName(_ name: String, at range: Range<Int>) -> Self {
    Self(.unknownName, at: range, Words(id: "nama `\(name)` tidak dikenal", en: "the name `\(name)` is not known"))
  }

  static func wrongType(_ wanted: ExpressionType, _ found: ExpressionValue, at range: Range<Int>) -> Self {
    let found = ExpressionType(of: found).words
    return Self(
      .wrongType, at: range,
      Words(id: "di sini diperlukan \(wanted.words.id), bukan \(found.id)", en: "\(wanted.words.en) is needed here, not \(found.en)"))
  }

  static func noMember(_ name: String, _ base: ExpressionValue, at range: Range<Int>) -> Self {
    let base = ExpressionType(of: base).words
    return Self(
      .wrongType, at: range, Words(id: "\(base.id) tidak mempunyai anggota `\(name)`", en: "\(base.en) has no member `\(name)`"))
  }

  static func divisionByZero(at range: Range<Int>) -> Self {
    Self(
      .divisionByZero, at: range, Words(id: "pembagian dengan nol", en: "division by zero"),
      help: Words(id: "syaratkan dahulu bahwa pembaginya bukan nol", en: "ask first that the divisor is not zero"))
  }

  static func notWhole(_ number: Fraction, at range: Range<Int>) -> Self {
    let shown = number.decimalText()
    return Self(
      .notWhole, at: range, Words(id: "\(shown) bukan bilangan bulat", en: "\(shown) is not a whole number"))
  }

  static func indexOutOfRange(_ index: Fraction, count: Int, at range: Range<Int>) -> Self {
    let shown = index.decimalText()
    return Self(
      .indexOutOfRange, at: range,
      Words(id: "daftar berisi \(count) butir, tidak ada butir \(shown)", en: "the list has \(count) items and no item \(shown)"),
      help: Words(id: "butir pertama bernomor 0", en: "the first item is number 0"))
  }

  static func noSuchKey(_ name: String, at range: Range<Int>) -> Self {
    let shown = name.shortened
    return Self(.noSuchKey, at: range, Words(id: "tidak ada anggota `\(shown)`", en: "there is no member `\(shown)`"))
  }

  static func emptyList(_ function: Function, at range: Range<Int>) -> Self {
    Self(.emptyList, at: range, EmptyList.words(function))
  }

  static func clampEnds(at range: Range<Int>) -> Self {
    Self(
      .badArgument, at: range,
      Words(id: "batas bawah `clamp` lebih besar dari batas atasnya", en: "the lower end of `clamp` is above its upper end"))
  }

  static func places(at range: Range<Int>) -> Self {
    Self(.badArgument, at: range, Places.words)
  }

  static func roundingMode(_ mode: String, at range: Range<Int>) -> Self {
    Self(.badArgument, at: range, Places.modeWords(mode.shortened))
  }

  static func numberTooLong(at range: Range<Int>) -> Self {
    let limit = Limits.numberCharacters
    return Self(
      .numberTooLong, at: range, Words(id: "angka lebih panjang dari \(limit) tanda", en: "the number grows beyond \(limit) characters"))
  }

  static func textTooLong(at range: Range<Int>) -> Self {
    let limit = Limits.stringBytes
    return Self(.textTooLong, at: range, Words(id: "teks lebih panjang dari \(limit) bita", en: "the text grows beyond \(limit) bytes"))
  }

  static func listTooLong(at range: Range<Int>) -> Self {
    let limit = Limits.listWeight
    return Self(.listTooLong, at: range, Words(id: "daftar lebih besar dari \(limit) butir", en: "the list grows beyond \(limit) items"))
  }

  static func tooManySteps(at range: Range<Int>) -> Self {
    let limit = Limits.steps
    return Self(
      .tooManySteps, at: range,
      Words(id: "ungkapan memerlukan lebih dari \(limit) langkah", en: "the expression takes more than \(limit) steps"))
  }
}

extension String {
  /// The text, cut after 60 scalars: what a message may repeat of it.
  var shortened: String {
    guard unicodeScalars.count > 60 else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(60))) + ".."
  }
}
