/// Shows a text of the user so that nothing in it is hidden: invisible characters are spelt out, a long text is cut.
func visible(_ bytes: some Sequence<UInt8>) -> String {
  let text = String(decoding: Array(bytes.prefix(4 * longestShown + 4)), as: UTF8.self)
  var shown = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == longestShown { return shown + "…" }
    if scalar.isInvisible { shown += scalar.spelt } else { shown.unicodeScalars.append(scalar) }
  }
  return shown
}

/// The largest number of characters that are shown of one text.
private let longestShown = 60

extension Unicode.Scalar {
  /// Whether it leaves no mark of its own on the screen, or moves what stands around it. The blank is not counted.
  var isInvisible: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// Its code point: `<U+200B>`.
  var spelt: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
