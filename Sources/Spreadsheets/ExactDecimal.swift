/// A decimal as its digits and the place of its point: what stands in a file, with nothing rounded.
struct ExactDecimal: Equatable {
  private var isNegative = false
  /// The digits without zeros at either end, most significant first; none for zero.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// The number of digits from the first to the last that is not zero.
  var significantDigits: Int { digits.count }

  /// Reads `-12.50`, `1E-3` and their like; nil for anything else, and beyond the range of spreadsheets.
  init?(_ text: some Sequence<UInt8>) {
    var bytes = Array(text)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    let whole = bytes.prefix { ExactDecimal.isDigit($0) }
    bytes = bytes.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == UInt8(ascii: ".") {
      fraction = bytes.dropFirst().prefix { ExactDecimal.isDigit($0) }
      bytes = bytes.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty, whole.count + fraction.count <= 400 else { return nil }
    if let letter = bytes.first {
      guard letter | 0x20 == UInt8(ascii: "e"), let power = ExactDecimal.power(bytes.dropFirst()) else { return nil }
      exponent = power
    }
    digits = (Array(whole) + fraction).map { $0 - UInt8(ascii: "0") }
    exponent -= fraction.count
    digits.removeFirst(digits.prefix { $0 == 0 }.count)
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    guard (-400...400).contains(exponent + digits.count) else { return nil }
  }

  /// The shortest decimal that reads back as `number`; nil for one that is not finite.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self.init(number.description.utf8)
  }

  private static func power(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count <= 5, !bytes.isEmpty else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// A hundred times as much.
  var hundredfold: ExactDecimal {
    var result = self
    if !digits.isEmpty { result.exponent += 2 }
    return result
  }

  /// The digits with a decimal point and no exponent.
  var plain: [UInt8] {
    let zero = UInt8(ascii: "0")
    guard !digits.isEmpty else { return [zero] }
    var text = digits.map { $0 + zero }
    if exponent >= 0 {
      text += [UInt8](repeating: zero, count: exponent)
    } else {
      let whole = text.count + exponent
      if whole <= 0 { text.insert(contentsOf: [UInt8](repeating: zero, count: 1 - whole), at: 0) }
      text.insert(UInt8(ascii: "."), at: max(1, whole))
    }
    return isNegative ? [UInt8(ascii: "-")] + text : text
  }
}
