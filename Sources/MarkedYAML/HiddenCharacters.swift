internal import RuleDiagnostics

/// Tells whether a scalar cannot be seen in an editor, or breaks lines or reading order behind the reader's back.
func isHidden(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F: true  // control characters; TAB and LF are judged elsewhere
  case 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true  // zero width, line ends, direction
  case 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true  // no characters at all, and tag characters
  default: false
  }
}

/// Tells whether a scalar looks like a blank, or like nothing, but is a letter to YAML.
func isForeignBlank(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xA0, 0xAD, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// Tells whether a scalar looks like a blank, a colon or a quote that YAML knows, and is not.
func isLookAlike(_ scalar: UInt32) -> Bool {
  isForeignBlank(scalar) || scalar == 0xFF1A || (0x2018...0x201F).contains(scalar)
}

/// Tells whether a scalar looks like the `-` of a list, and is not: what word processors make of it.
func isForeignBullet(_ scalar: UInt32) -> Bool {
  (0x2010...0x2015).contains(scalar) || scalar == 0x2022 || scalar == 0x2212 || scalar == 0xFF0D
}

/// Tells whether a scalar is nothing at all to every reader, so that it can go.
private func isNothing(_ scalar: UInt32) -> Bool {
  scalar == 0x200B || scalar == 0x2060 || scalar == 0xFEFF
}

/// Reports each hidden character, also in comments and quotes: what is not seen cannot be checked.
func reportHiddenCharacters(in source: SourceFile, log: inout DiagnosticLog) {
  source.bytes.withUnsafeBufferPointer { bytes in
    var offset = source.contentStart
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 {
        offset += 1
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let endsLine = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      if isHidden(scalar) && !endsLine {
        log.error { hiddenCharacter(scalar, at: source.range(offset, offset + length)) }
      }
      offset += length
    }
  }
}

private func hiddenCharacter(_ scalar: UInt32, at range: SourceRange) -> Diagnostic {
  let name = spelledOut(scalar)
  let help =
    scalar == 0x0D
    ? Words(id: "simpan dengan akhir baris LF atau CRLF", en: "save with line ends LF or CRLF")
    : Words(
      id: "hapus karakter itu; bila memang bagian teks, tulis `\"\\u\(hexadecimal(scalar, digits: 4))\"` di dalam kutip ganda",
      en: "delete it; if the text needs it, write `\"\\u\(hexadecimal(scalar, digits: 4))\"` in double quotes")
  return Diagnostic(
    .forbiddenCharacter, at: range,
    Words(id: "karakter tersembunyi \(name)", en: "hidden character \(name)"), help: help,
    fix: isNothing(scalar) ? Fix(writing: "", at: range) : nil)
}

/// Returns the finding for a blank that YAML takes for a letter.
func foreignBlank(_ scalar: UInt32, at range: SourceRange) -> Diagnostic {
  let name = spelledOut(scalar)
  return Diagnostic(
    .forbiddenCharacter, at: range,
    Words(id: "\(name) di luar kutip: tampak seperti spasi, tetapi bukan", en: "\(name) outside quotes: it looks like a space but is none"),
    help: Words(
      id: "ganti dengan spasi biasa, atau tulis teksnya dalam kutip", en: "put a plain space there, or the whole text in quotes"),
    fix: Fix(writing: scalar == 0xAD ? "" : " ", at: range))
}
