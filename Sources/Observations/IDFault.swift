internal import RuleDiagnostics

/// Why a text cannot be the id of an entity.
enum IDFault: Equatable {
  case blankAtEdge
  case invisible(Unicode.Scalar)
  case tooLong
  case slash
  /// `1.2E+11`: a spreadsheet shortened a long number.
  case shortenedNumber

  /// The longest id, in bytes.
  static var longestID: Int { Most.idBytes }

  /// Finds the first fault of an id that is not empty; nil if it has none.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.count > IDFault.longestID {
      self = .tooLong
    } else if let hidden = invisibleScalar(in: bytes) {
      self = .invisible(hidden)
    } else if bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ") {
      self = .blankAtEdge
    } else if bytes.contains(UInt8(ascii: "/")) {
      self = .slash
    } else if isShortenedNumber(bytes) {
      self = .shortenedNumber
    } else {
      return nil
    }
  }

  func message(_ bytes: ArraySlice<UInt8>) -> Words {
    let id = visible(bytes)
    return switch self {
    case .blankAtEdge:
      Words(id: "id `\(id)` diawali atau diakhiri spasi", en: "the id `\(id)` begins or ends with a blank")
    case .invisible(let scalar):
      Words(
        id: "id `\(id)` memuat karakter tak terlihat \(scalar.spelt)", en: "the id `\(id)` holds the invisible character \(scalar.spelt)")
    case .tooLong:
      Words(id: "id `\(id)` lebih panjang dari \(IDFault.longestID) bita", en: "the id `\(id)` is longer than \(IDFault.longestID) bytes")
    case .slash:
      Words(id: "id `\(id)` memuat `/`", en: "the id `\(id)` holds a `/`")
    case .shortenedNumber:
      Words(
        id: "`\(id)` adalah bilangan yang disingkat lembar kerja, bukan id",
        en: "`\(id)` is a number that a spreadsheet shortened, not an id")
    }
  }

  func help(_ bytes: ArraySlice<UInt8>) -> Words {
    switch self {
    case .blankAtEdge, .invisible:
      let plain = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !$0.isInvisible }
      return write(visible(String(String.UnicodeScalarView(plain)).trimmingBlanks.utf8))
    case .tooLong:
      return Words(
        id: "pakai id yang pendek; nama lengkap ditulis di `entities.csv`", en: "use a short id; the full name goes into `entities.csv`")
    case .slash:
      return Words(id: "`/` memisahkan id dalam sebuah jalur; pakai `-`", en: "`/` separates the ids of a path; use `-`")
    case .shortenedNumber:
      return Words(
        id: "format kolom sebagai teks di lembar kerja dan isi idnya lagi",
        en: "format the column as text in the spreadsheet and fill in the id again")
    }
  }
}

extension String {
  /// The text without blanks at either end.
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

private func invisibleScalar(in bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard bytes.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return nil }
  return String(decoding: bytes, as: UTF8.self).unicodeScalars.first { $0.isInvisible }
}

private func isShortenedNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
  let pieces = bytes.split(separator: UInt8(ascii: "E"), omittingEmptySubsequences: false)
  guard pieces.count == 2, pieces[1].first == UInt8(ascii: "+"), pieces[1].count > 1 else { return false }
  return pieces[1].dropFirst().allSatisfy { (48...57).contains($0) } && DecimalText(Array(pieces[0]).span) != nil
}
