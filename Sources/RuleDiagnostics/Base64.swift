/// Base 64 of RFC 4648 with padding, written on one line, and read in that one form only.
package enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Returns the text that stands for the bytes.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let some = bytes[start..<min(start + 3, bytes.count)]
      let bits = some.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - some.count))
      for place in 0..<4 { out.append(place <= some.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "=")) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Returns the bytes; nil for anything that ``text(_:)`` would not have written.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let written = Array(text.utf8)
    guard written.count.isMultiple(of: 4) else { return nil }
    var out: [UInt8] = []
    for start in stride(from: 0, to: written.count, by: 4) {
      let padding = start + 4 == written.count ? written.suffix(2).count { $0 == UInt8(ascii: "=") } : 0
      var bits = 0
      for letter in written[start..<start + 4 - padding] {
        guard let value = letters.firstIndex(of: letter) else { return nil }
        bits = bits << 6 | value
      }
      bits <<= 6 * padding
      for place in 0..<3 - padding { out.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * place))) }
    }
    return self.text(out) == String(decoding: written, as: UTF8.self) ? out : nil
  }
}
