internal import RuleDiagnostics

/// An encoding that is recognised and refused.
enum ForeignEncoding: String {
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
}

private let saveAsUTF8 = Words(
  id: "simpan berkas sebagai UTF-8 (dalam Notepad: Simpan Sebagai, Pengodean: UTF-8)",
  en: "save as UTF-8 (in Notepad: Save As, Encoding: UTF-8)")

/// Returns the encoding that the first bytes give away by a mark, or by the zero bytes beside ASCII letters; nil for UTF-8.
func foreignEncoding(of bytes: [UInt8]) -> ForeignEncoding? {
  let head = Array(bytes.prefix(4))
  if head == [0xFF, 0xFE, 0, 0] { return .utf32LittleEndian }
  if head == [0, 0, 0xFE, 0xFF] { return .utf32BigEndian }
  if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
  guard head.count == 4 else { return nil }
  switch head.map({ $0 == 0 }) {
  case [false, true, false, true]: return .utf16LittleEndian
  case [true, false, true, false]: return .utf16BigEndian
  case [false, true, true, true]: return .utf32LittleEndian
  case [true, true, true, false]: return .utf32BigEndian
  default: return nil
  }
}

/// Reports a file in another encoding.
func report(_ encoding: ForeignEncoding, of source: SourceFile, log: inout DiagnosticLog) {
  log.error(
    .notUTF8, at: SourceRange(file: source.name, at: .start),
    Words(id: "berkas ini \(encoding.rawValue), bukan UTF-8", en: "the file is \(encoding.rawValue), not UTF-8"),
    help: saveAsUTF8)
}

/// Reports the first place that is not UTF-8 and counts the others: a file in a wrong encoding is one mistake.
func reportInvalidUTF8(in source: SourceFile, log: inout DiagnosticLog) {
  guard let first = firstError(in: source.bytes) else { return }
  let place = first.byteOffsets
  let others = damagedPlaces(in: source.bytes, from: place.upperBound)
  let hex = source.bytes[place].map { hexadecimal(UInt32($0), digits: 2) }.joined(separator: " ")
  let reason = reason(for: first, byte: source.bytes[place.lowerBound])
  log.error(
    .notUTF8, at: source.range(place.lowerBound, place.upperBound),
    Words(
      id: "byte `\(hex)` bukan UTF-8: \(reason.id)" + (others > 0 ? "; ada \(others) tempat lain" : ""),
      en: "byte `\(hex)` is not UTF-8: \(reason.en)" + (others > 0 ? "; \(others) more places" : "")),
    help: saveAsUTF8)
}

private func firstError(in bytes: [UInt8]) -> UTF8.ValidationError? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error
  }
}

/// Counts the runs of bytes that are not UTF-8.
private func damagedPlaces(in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var count = 0
    var offset = start
    var isDamaged = true
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let wasDamaged = isDamaged
      isDamaged = scalar == damagedScalar && length == 1
      if isDamaged, !wasDamaged { count += 1 }
      offset += length
    }
    return count
  }
}

private func reason(for error: UTF8.ValidationError, byte: UInt8) -> Words {
  switch error.kind {
  case .surrogateCodePointByte: return Words(id: "setengah pasangan UTF-16", en: "half of a UTF-16 pair")
  case .overlongEncodingByte where byte < 0xC2 || byte == 0xE0 || byte == 0xF0:
    return Words(id: "ejaan terlalu panjang", en: "an overlong spelling")
  default:
    guard let letter = windows1252(byte) else { return Words(id: "karakter terpotong", en: "a damaged character") }
    return Words(id: "mungkin `\(letter)` dalam Windows-1252", en: "perhaps `\(letter)` in Windows-1252")
  }
}

/// Returns the letter that `byte` (128 to 255) stands for in Windows-1252; nil for the five bytes it leaves open.
func windows1252(_ byte: UInt8) -> Character? {
  let special: [Character?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
  return byte < 0xA0 ? special[Int(byte & 0x1F)] : Character(Unicode.Scalar(byte))
}
