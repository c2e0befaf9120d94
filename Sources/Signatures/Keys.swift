internal import CHogweed
internal import Glibc
internal import RuleDiagnostics

/// The key with which a register is signed: whoever has it can sign.
public struct SigningKey: Sendable {
  private let seed: [UInt8]
  /// The key with which its signatures are checked.
  public let publicKey: PublicKey

  /// Draws a new key from the system's source of chance; nil if that fails.
  public init?() {
    var seed = [UInt8](repeating: 0, count: PublicKey.size)
    guard getentropy(&seed, seed.count) == 0 else { return nil }
    self.init(seed: seed)
  }

  /// Reads a key as PEM, as `timbang keygen` and `openssl genpkey -algorithm ed25519` write it; nil for anything else.
  public init?(_ text: String) {
    guard let seed = KeyFile.secret.key(text) else { return nil }
    self.init(seed: seed)
  }

  init(seed: [UInt8]) {
    precondition(seed.count == PublicKey.size)
    var bytes = [UInt8](repeating: 0, count: PublicKey.size)
    nettle_ed25519_sha512_public_key(&bytes, seed)
    self.seed = seed
    publicKey = PublicKey(bytes: bytes)
  }

  /// The key as PEM.
  public var text: String { KeyFile.secret.text(seed) }

  /// Signs bytes: Ed25519 of RFC 8032, 64 bytes. Complexity: linear in their number.
  func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: PublicKey.signatureSize)
    nettle_ed25519_sha512_sign(publicKey.bytes, seed, message.count, message, &signature)
    return signature
  }
}

/// The key with which signatures are checked. It holds nothing secret, but is worth something only if it comes another way than what is
/// signed.
public struct PublicKey: Sendable, Hashable {
  static let size = 32
  static let signatureSize = 64
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a key as PEM, as `timbang keygen` and `openssl pkey -pubout` write it; nil for anything else.
  public init?(_ text: String) {
    guard let bytes = KeyFile.open.key(text) else { return nil }
    self.bytes = bytes
  }

  /// The key as PEM.
  public var text: String { KeyFile.open.text(bytes) }

  /// The key on one line, 44 characters.
  public var name: String { Base64.text(bytes) }

  /// Whether a signature is of these bytes and by this key. Complexity: linear in their number.
  func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == PublicKey.signatureSize && nettle_ed25519_sha512_verify(bytes, message.count, message, signature) == 1
  }
}
