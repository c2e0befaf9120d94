internal import RuleDiagnostics

/// The text form of a key, which OpenSSL reads and writes as well: PEM around the fixed beginning of an Ed25519 key and its 32 bytes.
struct KeyFile {
  /// What stands between the dashes.
  let label: String
  /// What comes before the bytes of the key, in DER.
  let beginning: [UInt8]

  /// `openssl genpkey -algorithm ed25519`: RFC 8410, section 7.
  static let secret = KeyFile(
    label: "PRIVATE KEY", beginning: [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20])
  /// `openssl pkey -pubout`: RFC 8410, section 4.
  static let open = KeyFile(
    label: "PUBLIC KEY", beginning: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])

  func text(_ key: [UInt8]) -> String {
    "-----BEGIN \(label)-----\n\(Base64.text(beginning + key))\n-----END \(label)-----\n"
  }

  /// Returns the 32 bytes of the key; nil for anything else than one key in this form. CRLF line ends are read.
  func key(_ text: String) -> [UInt8]? {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    guard lines.count == 3, lines[0] == "-----BEGIN \(label)-----", lines[2] == "-----END \(label)-----",
      let bytes = Base64.bytes(lines[1]), bytes.count == beginning.count + PublicKey.size, bytes.starts(with: beginning)
    else { return nil }
    return Array(bytes.dropFirst(beginning.count))
  }
}
