package import RuleDiagnostics
package import RuleModel

extension Language {
  /// The decimal form as people of this language write it: `12.345,67` or `12,345.67`.
  package func number(_ value: Fraction, places: Int, signed: Bool = false) -> String {
    let text = value.fixedText(places: places)
    let isNegative = text.hasPrefix("-")
    let pieces = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let whole = grouped(pieces.first.map(String.init) ?? "0")
    let decimals = pieces.count > 1 ? (self == .id ? "," : ".") + pieces[1] : ""
    let sign = isNegative ? "-" : signed && !value.rounded(places: places, mode: .halfUp).isZero ? "+" : ""
    return sign + whole + decimals
  }

  private func grouped(_ digits: String) -> String {
    let bytes = Array(digits.utf8)
    var out: [UInt8] = []
    for (index, digit) in bytes.enumerated() {
      if index > 0, (bytes.count - index) % 3 == 0 { out.append(UInt8(ascii: self == .id ? "." : ",")) }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Fraction {
  /// The decimal that is exactly this number, as rule files write it; nil if there is none of 30 decimals at most.
  var finiteDecimal: String? {
    let decimal = decimalText(atMost: 30)
    return Fraction(decimal: decimal) == self ? decimal : nil
  }

  /// The number as a person would write it without losing anything: a decimal if there is one, else a fraction.
  var writtenText: String { finiteDecimal ?? exactText }
}
