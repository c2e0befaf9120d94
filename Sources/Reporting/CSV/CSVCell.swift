internal import RuleDiagnostics

/// A text as a cell of CSV: in quotes where it holds what ends a cell or a row.
package func csvCell(_ text: String, separator: UInt8 = UInt8(ascii: ",")) -> String {
  let isSpecial = text.utf8.contains { [separator, UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains($0) }
  return isSpecial ? "\"" + text.replacing(mark: "\"", with: "\"\"") + "\"" : text
}
