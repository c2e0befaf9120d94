public import RuleDiagnostics

/// A signature under the first entries of a register of published editions, kept beside it as `timbang.lock.sig`.
///
///     timbang-signature 1
///     entries=3
///     key=...
///     signature=...
///
/// What is signed are the bytes of the register from its first line to the end of that entry. As lines are only ever added, a signature stays
/// good for what it was made for: `head -n 4 timbang.lock` for three entries.
public struct RegisterSignature: Sendable, Equatable {
  /// What the name of the file ends with, behind that of the register.
  public static let fileEnding = ".sig"
  private static let header = "timbang-signature 1"

  /// How many entries it is under.
  public let entries: Int
  /// The key that can check it, as it says itself.
  public let key: PublicKey
  let signature: [UInt8]

  /// Signs a whole register.
  public init(of register: [UInt8], by key: SigningKey) {
    entries = register.count { $0 == UInt8(ascii: "\n") } - 1
    self.key = key.publicKey
    signature = key.signature(of: register)
  }

  /// The text of the file.
  public var text: String {
    "\(RegisterSignature.header)\nentries=\(entries)\nkey=\(key.name)\nsignature=\(Base64.text(signature))\n"
  }

  /// Reads a signature, exactly as it is written and in no other way; nil after an error in the log.
  public init?(_ source: SourceFile, log: inout DiagnosticLog) {
    let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let fields = zip(lines.dropFirst(), ["entries=", "key=", "signature="]).map { line, name in
      line.hasPrefix(name) ? String(line.dropFirst(name.utf8.count)) : ""
    }
    guard lines.count == 5, lines[0] == RegisterSignature.header, lines[4].isEmpty, let entries = Int(fields[0]), entries > 0,
      String(entries) == fields[0], let key = Base64.bytes(fields[1]), key.count == PublicKey.size,
      let signature = Base64.bytes(fields[2]), signature.count == PublicKey.signatureSize
    else {
      log.error(
        .signatureWrong, at: SourceRange(file: source.name, at: .start),
        Words(id: "ini bukan tanda tangan yang dibaca timbang", en: "this is no signature that timbang reads"), help: restore)
      return nil
    }
    self.entries = entries
    self.key = PublicKey(bytes: key)
    self.signature = signature
  }

  /// Reports what keeps the signature from being one under the first entries of `register` by `key`; true if nothing does.
  ///
  /// - Parameters:
  ///   - register: the bytes of a register that is whole.
  ///   - key: the key that was trusted before the file was opened.
  ///   - path: the file of the signature.
  ///   - log: takes what is wrong.
  public func checkBeginning(of register: [UInt8], by key: PublicKey, in path: String, log: inout DiagnosticLog) -> Bool {
    let here = SourceRange(file: path, at: .start)
    guard self.key == key else {
      log.error(
        .signatureWrong, at: here,
        Words(
          id: "tanda tangan ini dari kunci lain: `\(self.key.name)`, bukan `\(key.name)`",
          en: "the signature is by another key: `\(self.key.name)`, not `\(key.name)`"),
        help: Words(
          id: "pakai kunci publik yang diterima dari penanda tangan; kalau kuncinya diganti, tanyakan kepadanya",
          en: "use the public key that the signer gave you; if it was replaced, ask the signer"))
      return false
    }
    guard let beginning = beginning(of: register), key.verifies(signature, of: beginning) else {
      log.error(
        .signatureWrong, at: here,
        Words(
          id: "tanda tangan tidak cocok dengan \(entries) entri pertama register: register itu bukan yang ditandatangani",
          en: "the signature does not fit the first \(counted(entries)) of the register: it is not the register that was signed"),
        help: restore)
      return false
    }
    return true
  }

  /// Reports what keeps the signature from being one under the whole `register` by `key`; true if nothing does.
  public func check(_ register: [UInt8], by key: PublicKey, in path: String, log: inout DiagnosticLog) -> Bool {
    guard checkBeginning(of: register, by: key, in: path, log: &log) else { return false }
    guard let signed = beginning(of: register), signed.count < register.count else { return true }
    let more = register.count { $0 == UInt8(ascii: "\n") } - 1 - entries
    log.error(
      .signatureWrong, at: SourceRange(file: path, at: .start),
      Words(
        id: "\(more) entri terakhir register belum ditandatangani",
        en: "the last \(counted(more)) of the register \(more == 1 ? "is" : "are") not signed"),
      help: Words(
        id: "yang memegang kunci menjalankan `timbang lock ... --sign`", en: "whoever holds the key runs `timbang lock ... --sign`"))
    return false
  }

  /// The header and the entries that were signed; nil if the register has fewer.
  private func beginning(of register: [UInt8]) -> [UInt8]? {
    var ends = 0
    for (index, byte) in register.enumerated() where byte == UInt8(ascii: "\n") {
      ends += 1
      if ends == entries + 1 { return Array(register[...index]) }
    }
    return nil
  }

  private func counted(_ number: Int) -> String { number == 1 ? "entry" : "\(number) entries" }
}

private let restore = Words(
  id: "kembalikan register dan tanda tangannya, misalnya dari riwayat git",
  en: "put the register and its signature back, for instance from the history in git")
