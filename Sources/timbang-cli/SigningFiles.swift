internal import ArgumentParser
internal import Signatures
internal import Timbang

/// Reads a key from a file outside the rules folder; ends the command with 65 or 66 after saying why it cannot be used.
private func key<Key>(_ path: String, _ read: (String) -> Key?, _ kind: Words, _ workspace: Workspace, _ console: Console) throws -> Key {
  var log = DiagnosticLog()
  if let source = workspace.read(path, log: &log) {
    // Nothing of a file that may hold a secret is shown.
    let key = read(String(decoding: source.bytes, as: UTF8.self))
    if workspace.holds(path) {
      log.error(
        .keyUnusable, at: nil,
        Words(
          id: "kunci `\(path)` terletak di folder aturan yang harus dijaminnya",
          en: "the key `\(path)` lies in the rules folder that it shall vouch for"),
        help: Words(id: "simpan kunci di luar folder aturan", en: "keep keys outside the rules folder"))
    } else if let key {
      return key
    } else {
      log.error(
        .keyUnusable, at: nil, Words(id: "`\(path)` bukan \(kind.id)", en: "`\(path)` is not \(kind.en)"),
        help: Words(id: "buat pasangan kunci dengan `timbang keygen NAMA`", en: "make a pair of keys with `timbang keygen NAME`"))
    }
  }
  console.report(log, about: [])
  throw ExitCode(Console.exitCode(of: log))
}

/// Signs the register of a rules folder.
struct RegisterSigner {
  private let key: SigningKey
  private let workspace: Workspace
  private let console: Console

  init(_ path: String, _ workspace: Workspace, _ console: Console) throws {
    let kind = Words(id: "kunci rahasia Ed25519 dalam bentuk PEM", en: "a secret Ed25519 key as PEM")
    key = try timbang_cli.key(path, SigningKey.init, kind, workspace, console)
    self.workspace = workspace
    self.console = console
  }

  /// Signs a register that is whole, if the signature that is there is under its beginning and by the same key: what somebody rewrote since
  /// is not signed again. Returns what is to be told.
  func sign(_ register: [UInt8]) throws -> Words {
    let path = workspace.registerPath + RegisterSignature.fileEnding
    var log = DiagnosticLog()
    if workspace.stands(path) {
      guard let source = workspace.read(path, log: &log), let old = RegisterSignature(source, log: &log),
        old.checkBeginning(of: register, by: key.publicKey, in: path, log: &log)
      else {
        console.report(log, about: [])
        throw ExitCode(65)
      }
    }
    let signature = RegisterSignature(of: register, by: key)
    try writeResult(path, Array(signature.text.utf8), as: .signature)
    return Words(
      id: "ditandatangani di \(path) dengan kunci \(signature.key.name)\n", en: "signed in \(path) with the key \(signature.key.name)\n")
  }
}

/// Checks the signature of a register with a key that is trusted.
struct SignatureCheck {
  private let key: PublicKey
  private let workspace: Workspace
  private let console: Console

  init(_ path: String, _ workspace: Workspace, _ console: Console) throws {
    let kind = Words(id: "kunci publik Ed25519 dalam bentuk PEM", en: "a public Ed25519 key as PEM")
    key = try timbang_cli.key(path, PublicKey.init, kind, workspace, console)
    self.workspace = workspace
    self.console = console
  }

  /// Ends the command with 65 unless the register that was verified is signed as a whole. Returns what is to be told.
  func check(_ verification: Verification) throws -> Words {
    let path = workspace.registerPath + RegisterSignature.fileEnding
    var log = DiagnosticLog()
    if !workspace.stands(path) {
      log.error(
        .signatureMissing, at: nil,
        Words(
          id: "tidak ada tanda tangan `\(path)`, padahal kunci untuk memeriksanya disebut",
          en: "there is no signature `\(path)`, although a key to check it is named"),
        help: Words(
          id: "kembalikan berkas itu, atau minta yang memegang kunci menjalankan `timbang lock ... --sign`",
          en: "put the file back, or have whoever holds the key run `timbang lock ... --sign`"))
    } else if let source = workspace.read(path, log: &log), let signature = RegisterSignature(source, log: &log) {
      _ = signature.check(verification.bytes, by: key, in: path, log: &log)
    }
    console.report(log, about: [])
    if log.hasErrors { throw ExitCode(65) }
    return Words(id: "register ditandatangani dengan kunci \(key.name)\n", en: "the register is signed with the key \(key.name)\n")
  }
}
