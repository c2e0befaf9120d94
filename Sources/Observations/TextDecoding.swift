public import RuleDiagnostics

/// A text that another encoding gave, or the place where it stops making sense.
enum TextDecoding {
  case text([UInt8])
  /// The text before it, and the bytes that are wrong.
  case damage(before: [UInt8], at: Range<Int>)

  /// Brings `bytes` into UTF-8. Complexity: linear.
  init(_ bytes: [UInt8], from encoding: TextEncoding) {
    switch encoding {
    case .utf8: self = .text(bytes)
    case .utf16LittleEndian: self = decoded(bytes, isLittleEndian: true)
    case .utf16BigEndian: self = decoded(bytes, isLittleEndian: false)
    case .windows1252: self = decodedWindows1252(bytes)
    }
  }
}

private func decoded(_ bytes: [UInt8], isLittleEndian: Bool) -> TextDecoding {
  let mark: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
  var offset = bytes.starts(with: mark) ? 2 : 0
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  let unit = { (offset: Int) -> UInt16? in
    guard offset + 1 < bytes.count else { return nil }
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return isLittleEndian ? first | second << 8 : first << 8 | second
  }
  while offset < bytes.count {
    guard let first = unit(offset), first != 0 else { return .damage(before: text, at: offset..<min(offset + 2, bytes.count)) }
    var scalar = UInt32(first)
    var width = 2
    if 0xD800...0xDFFF ~= first {
      guard first < 0xDC00, let second = unit(offset + 2), 0xDC00...0xDFFF ~= second else {
        return .damage(before: text, at: offset..<offset + 2)
      }
      scalar = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
      width = 4
    }
    text.append(scalar)
    offset += width
  }
  return .text(text)
}

private func decodedWindows1252(_ bytes: [UInt8]) -> TextDecoding {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + bytes.count / 16)
  for (offset, byte) in bytes.enumerated() {
    guard let scalar = scalarOfWindows1252(byte) else { return .damage(before: text, at: offset..<offset + 1) }
    text.append(scalar)
  }
  return .text(text)
}

/// The scalar for which a byte stands in Windows-1252; nil for the five that it leaves open, and for control characters that no text holds.
private func scalarOfWindows1252(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF: UInt32(byte)
  case 0x80...0x9F: specials[Int(byte - 0x80)] == 0 ? nil : specials[Int(byte - 0x80)]
  default: nil
  }
}

/// The letters of Windows-1252 from 0x80 on; 0 where there is none.
private let specials: [UInt32] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
]

extension [UInt8] {
  /// Adds a scalar in UTF-8.
  fileprivate mutating func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: append(UInt8(scalar))
    case ..<0x800: append(contentsOf: [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)])
    case ..<0x10000:
      append(contentsOf: [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)])
    default:
      append(contentsOf: [
        UInt8(0xF0 | scalar >> 18), UInt8(0x80 | scalar >> 12 & 0x3F), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
      ])
    }
  }
}

/// What the bytes of a file give away about its encoding.
enum EncodingGuess: Equatable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case utf32
  case windows1252
  /// Neither UTF-8 nor Windows-1252; the bytes that no encoding explains, and whether other letters are sound UTF-8.
  case unknown(at: Range<Int>, hasUTF8: Bool)

  /// Looks at the first bytes for UTF-16 and UTF-32, and at all of them for anything else but UTF-8. Complexity: linear.
  init(_ bytes: [UInt8]) {
    self = EncodingGuess.wide(bytes.prefix(4)) ?? EncodingGuess.narrow(bytes)
  }

  /// Two or four bytes for each letter, told by a mark or by the zeros beside the first letters.
  static func wide(_ head: ArraySlice<UInt8>) -> EncodingGuess? {
    let head = Array(head)
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return .utf32 }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    guard head.count == 4 else { return nil }
    return switch head.map({ $0 == 0 }) {
    case [false, true, true, true], [true, true, true, false]: .utf32
    case [false, true, false, true]: .utf16LittleEndian
    case [true, false, true, false]: .utf16BigEndian
    default: nil
    }
  }

  private static func narrow(_ bytes: [UInt8]) -> EncodingGuess {
    let damage: Range<Int>
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return .utf8
    } catch {
      damage = error.byteOffsets
    }
    if hasPiecesOfUTF8(bytes) { return .unknown(at: damage, hasUTF8: true) }
    if let foreign = bytes.indices.first(where: { scalarOfWindows1252(bytes[$0]) == nil }) {
      return .unknown(at: foreign..<foreign + 1, hasUTF8: false)
    }
    return .windows1252
  }

  /// Whether a letter above ASCII is coded as UTF-8 does it, or a piece of one is: then what does not fit is damage and no other encoding.
  private static func hasPiecesOfUTF8(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() where byte >= 0xC2 && byte <= 0xF4 {
      // In Windows-1252 these two would be capital A with tilde and circumflex, which only mistaken UTF-8 is full of.
      if byte <= 0xC3 { return true }
      let followers = bytes[(index + 1)...].prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
      if followers >= (byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3) { return true }
      if byte == 0xE2, followers > 0, bytes[index + 1] == 0x80 { return true }
    }
    return false
  }
}

extension SourceFile {
  /// The file with its text in UTF-8, if it says or shows that it is written in another encoding, and is so throughout; otherwise as it is.
  ///
  /// Complexity: linear, the first time.
  public var decoded: SourceFile {
    guard decodedFrom == nil, !isSheet else { return self }
    let bytes = bytes
    guard ForeignFormat(of: bytes) == nil else { return self }
    guard let encoding = form.encoding ?? EncodingGuess(bytes).encoding, encoding != .utf8 else { return self }
    guard case .text(let text) = TextDecoding(bytes, from: encoding) else { return self }
    return decoded(text, from: encoding)
  }

  /// Reports a foreign format, or the first bytes that are no text in the encoding of the file; true if there is neither.
  func isText(log: inout DiagnosticLog) -> Bool {
    if decodedFrom != nil || isSheet { return true }
    let bytes = bytes
    if let foreign = ForeignFormat(of: bytes) {
      log.error(foreign.code, at: range(0, 0), foreign.message, help: foreign.help)
      return false
    }
    if let named = form.encoding, named != .utf8 { return report(bytes, in: named, log: &log) }
    let guess = EncodingGuess(bytes)
    if let encoding = guess.encoding, encoding != .utf8 {
      return form.encoding == .utf8 ? reportNotUTF8(bytes, log: &log) : report(bytes, in: encoding, log: &log)
    }
    switch guess {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252: return true
    case .utf32:
      log.error(
        .csvEncoding, at: range(0, 0), Words(id: "berkas ini memakai UTF-32", en: "this file is UTF-32"), help: saveAsUTF8)
    case .unknown(let place, let hasUTF8):
      if form.encoding == .utf8 || hasUTF8 { return reportNotUTF8(bytes, log: &log) }
      let byte = shown(bytes[place.lowerBound])
      log.error(
        .csvEncoding, at: range(place.lowerBound, place.upperBound),
        Words(
          id: "bita `\(byte)` bukan bagian dari teks UTF-8 maupun Windows-1252",
          en: "the byte `\(byte)` is part of no text in UTF-8 or Windows-1252"),
        help: saveAsUTF8)
    }
    return false
  }

  private func reportNotUTF8(_ bytes: [UInt8], log: inout DiagnosticLog) -> Bool {
    let reading = Result { () throws(UTF8.ValidationError) in _ = try UTF8Span(validating: bytes.span) }
    guard case .failure(let error) = reading else { return true }
    let offset = error.byteOffsets.lowerBound
    let byte = shown(bytes[offset])
    log.error(
      .csvEncoding, at: range(offset, error.byteOffsets.upperBound),
      Words(id: "bita `\(byte)` bukan bagian dari teks UTF-8", en: "the byte `\(byte)` is not part of UTF-8 text"), help: saveAsUTF8)
    return false
  }

  /// Reports where a text in `encoding` is damaged; true if it is not.
  private func report(_ bytes: [UInt8], in encoding: TextEncoding, log: inout DiagnosticLog) -> Bool {
    guard case .damage(let before, let place) = TextDecoding(bytes, from: encoding) else { return false }
    let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = lines[lines.count - 1].count { $0 & 0xC0 != 0x80 } + 1
    let damage = bytes[place].map { shown($0) }.joined(separator: " ")
    log.error(
      .csvEncoding,
      at: SourceRange(file: name, at: Position(line: max(1, lines.count), column: column, offset: place.lowerBound)),
      Words(
        id: "bita `\(damage)` bukan bagian dari teks \(encoding.name)", en: "the bytes `\(damage)` are not part of \(encoding.name) text"),
      help: saveAsUTF8)
    return false
  }

  private func shown(_ byte: UInt8) -> String { "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}

extension EncodingGuess {
  /// The encoding, if it is one that can be read.
  var encoding: TextEncoding? {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    case .windows1252: .windows1252
    case .utf32, .unknown: nil
    }
  }
}
