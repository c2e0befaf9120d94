/// Returns the number of bytes of the scalar that begins with `lead`, in valid UTF-8.
func utf8Length(lead: UInt8) -> Int {
  lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}

/// What a damaged byte is read as; the true character of this number is three bytes long.
let damagedScalar: UInt32 = 0xFFFD

/// Returns the scalar at `offset` and its length; a byte that is not UTF-8 counts as ``damagedScalar`` of one byte.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
  let lead = bytes[offset]
  guard lead >= 0x80 else { return (UInt32(lead), 1) }
  let length = utf8Length(lead: lead)
  guard length > 1, offset + length <= bytes.count else { return (damagedScalar, 1) }
  var scalar = UInt32(lead) & (0x7F >> UInt32(length))
  var next = offset + 1
  while next < offset + length {
    guard bytes[next] & 0xC0 == 0x80 else { return (damagedScalar, 1) }
    scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    next += 1
  }
  let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard scalar >= smallest, Unicode.Scalar(scalar) != nil else { return (damagedScalar, 1) }
  return (scalar, length)
}

/// Returns a number in capital hexadecimal digits, with zeros in front if it is short.
func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// Returns a scalar the way people can look it up: `U+202E RIGHT-TO-LEFT OVERRIDE`.
package func spelledOut(_ value: UInt32) -> String {
  let code = "U+" + hexadecimal(value, digits: 4)
  guard let name = Unicode.Scalar(value)?.properties.name ?? controlName(value) else { return code }
  return "\(code) \(name)"
}

/// Returns the name of a control character that people meet in files; Unicode itself gives them none.
private func controlName(_ value: UInt32) -> String? {
  switch value {
  case 0x00: "NULL"
  case 0x08: "BACKSPACE"
  case 0x0B: "LINE TABULATION"
  case 0x0C: "FORM FEED"
  case 0x0D: "CARRIAGE RETURN"
  case 0x1A: "SUBSTITUTE"
  case 0x1B: "ESCAPE"
  case 0x7F: "DELETE"
  case 0x85: "NEXT LINE"
  default: nil
  }
}

/// Returns `text` fit to be quoted in a message: at most 40 scalars, hidden ones spelt out.
func excerpt(of text: String) -> String {
  var result = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == 40 { return result + "…" }
    if isHidden(scalar.value) || scalar == "\n" || scalar == "\t" {
      result += "\\u{\(hexadecimal(scalar.value, digits: 1))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
