import RuleDiagnostics
import Testing

@testable import Signatures

@Suite("Keys and signatures")
struct KeyTests {
  /// RFC 8032, section 7.1: secret, public, message, signature.
  static let vectors = [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ]

  private func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
  }

  @Test("keys and signatures are those of the standard", arguments: vectors)
  func standard(_ secret: String, _ open: String, _ message: String, _ signature: String) {
    let key = SigningKey(seed: bytes(secret))
    #expect(key.publicKey.bytes == bytes(open))
    #expect(key.signature(of: bytes(message)) == bytes(signature))
    #expect(key.publicKey.verifies(bytes(signature), of: bytes(message)))
    #expect(!key.publicKey.verifies(bytes(signature), of: bytes(message) + [0]))
  }

  @Test("a signature with any bit changed is refused, and so is one of another length")
  func everyBit() {
    let key = SigningKey(seed: [UInt8](1...32))
    let message = Array("timbang-lock 1\n".utf8)
    let sound = key.signature(of: message)
    for index in sound.indices {
      for bit in 0..<8 {
        var signature = sound
        signature[index] ^= 1 << UInt8(bit)
        #expect(!key.publicKey.verifies(signature, of: message), "bit \(bit) of byte \(index)")
      }
    }
    #expect(!key.publicKey.verifies(Array(sound.dropLast()), of: message))
    #expect(!key.publicKey.verifies(sound + [0], of: message))
  }

  /// Made with `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout`.
  static let secretOfOpenSSL = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIFIGkNoMoIUo6NALlXUtXWBTNg5cKZkOCABT7di5/WWS
    -----END PRIVATE KEY-----

    """
  static let openOfOpenSSL = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA2OxUju+RKTdlANKxNOHQUurJmBMZSw5M4gOvxugrNSI=
    -----END PUBLIC KEY-----

    """

  @Test("keys that OpenSSL made are read, written back alike, and belong together")
  func openSSL() throws {
    let key = try #require(SigningKey(KeyTests.secretOfOpenSSL))
    #expect(key.text == KeyTests.secretOfOpenSSL)
    #expect(key.publicKey.text == KeyTests.openOfOpenSSL)
    #expect(PublicKey(KeyTests.openOfOpenSSL.replacing("\n", with: "\r\n")) == key.publicKey)
    // `openssl pkeyutl -sign -rawin` of the text `timbang-lock 1` with LF.
    #expect(
      Base64.text(key.signature(of: Array("timbang-lock 1\n".utf8)))
        == "/yBjlckqhaiFeF2Is+4T0lfzwqvIR0PxC8q/WtDT9hphUw5QoZtmsdB+MAfZb8WSO2dNtoECkx/tB+fyZlGRDA==")
  }

  @Test("two new keys differ")
  func chance() throws {
    let (one, other) = (try #require(SigningKey()), try #require(SigningKey()))
    #expect(one.publicKey != other.publicKey)
    #expect(SigningKey(one.text)?.publicKey == one.publicKey)
  }

  @Test(
    "what is no key is not read",
    arguments: [
      "", "\n", openOfOpenSSL.replacing("PUBLIC", with: "PRIVATE"), secretOfOpenSSL.replacing("PRIVATE", with: "PUBLIC"),
      openOfOpenSSL + openOfOpenSSL, openOfOpenSSL.replacing("=", with: ""), openOfOpenSSL.replacing("-----END", with: "----END"),
      openOfOpenSSL.replacing("MCow", with: "MCox"), "ssh-ed25519 AAAA", secretOfOpenSSL.replacing("MC4C", with: "MC5C"),
      secretOfOpenSSL.replacing("-----END", with: "AAAA\n-----END"),
    ])
  func noKey(_ text: String) {
    #expect(SigningKey(text) == nil)
    #expect(PublicKey(text) == nil)
  }

  @Test(
    "base 64 is that of RFC 4648, section 10, and read in one form only",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(_ plain: String, _ written: String) {
    #expect(Base64.text(Array(plain.utf8)) == written)
    #expect(Base64.bytes(written) == Array(plain.utf8))
    for wrong in [written + "=", " " + written, written + "\n", "Zh==", "Zg=", "Z===", "====", "Zm9v=AAA", "Zm9-"] where wrong != written {
      #expect(Base64.bytes(wrong) == nil, "\(wrong)")
    }
  }
}

@Suite("The signature of a register")
struct RegisterSignatureTests {
  private let key = SigningKey(seed: [UInt8](1...32))
  private let register = Array("timbang-lock 1\n1 a\n2 b\n".utf8)

  private func read(_ text: String) -> RegisterSignature? {
    var log = DiagnosticLog()
    let read = RegisterSignature(SourceFile(name: "timbang.lock.sig", bytes: Array(text.utf8)), log: &log)
    #expect(read != nil || log.diagnostics.map(\.code) == [.signatureWrong])
    return read
  }

  private func faults(_ signature: RegisterSignature, _ register: [UInt8], by key: SigningKey) -> [String] {
    var log = DiagnosticLog()
    let isSound = signature.check(register, by: key.publicKey, in: "timbang.lock.sig", log: &log)
    #expect(isSound == !log.hasErrors)
    return log.diagnostics.map(\.message.en)
  }

  @Test("a signature is read back as it was written, and holds for what was signed")
  func soundness() throws {
    let signature = RegisterSignature(of: register, by: key)
    #expect(read(signature.text) == signature)
    #expect(signature.entries == 2)
    #expect(faults(signature, register, by: key) == [])
  }

  @Test("any byte of the signature's file that is changed is found")
  func everyByte() throws {
    let bytes = Array(RegisterSignature(of: register, by: key).text.utf8)
    for index in bytes.indices {
      for bit in 0..<7 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        guard let signature = read(String(decoding: changed, as: UTF8.self)) else { continue }
        #expect(faults(signature, register, by: key).count == 1, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test("any byte of the register that is changed is found; entries that follow are named as not signed")
  func registers() {
    let signature = RegisterSignature(of: register, by: key)
    for index in register.indices {
      var changed = register
      changed[index] ^= 1
      #expect(faults(signature, changed, by: key).count == 1, "byte \(index)")
    }
    #expect(faults(signature, register + Array("3 c\n".utf8), by: key) == ["the last entry of the register is not signed"])
    #expect(faults(signature, register + Array("3 c\n4 d\n".utf8), by: key) == ["the last 2 entries of the register are not signed"])
    #expect(faults(signature, Array(register.dropLast(4)), by: key).count == 1)
    #expect(faults(signature, [], by: key).count == 1)
  }

  @Test("a signature by another key is refused with both keys")
  func otherKey() {
    let other = SigningKey(seed: [UInt8](2...33))
    let messages = faults(RegisterSignature(of: register, by: other), register, by: key)
    #expect(messages == ["the signature is by another key: `\(other.publicKey.name)`, not `\(key.publicKey.name)`"])
  }

  @Test(
    "what is no signature is not read",
    arguments: ["", "timbang-signature 1\n", "timbang-signature 2\nentries=1\n", "timbang-signature 1\nentries=0\nkey=\nsignature=\n"])
  func noSignature(_ text: String) {
    #expect(read(text) == nil)
  }
}
