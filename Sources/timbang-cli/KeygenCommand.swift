internal import ArgumentParser
internal import Signatures
internal import Timbang

/// `timbang keygen NAME`: a pair of keys for signing the register of published editions.
struct KeygenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen", abstract: "Make a pair of keys for `lock --sign` and `verify --key`. (Membuat pasangan kunci.)",
    discussion: """
      NAME.key is secret: only its owner can read it, and it stays with whoever signs. NAME.pub is given to whoever checks. Both are Ed25519 \
      keys as PEM, which OpenSSL reads too. A file that is there is never written over.
      """)

  @Argument(help: "The path of the files without `.key` and `.pub`, outside the rules folder.")
  var name: String

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let workspace = Workspace(rulesFolder: speech.rulesFolder)
    let (secret, open) = ("\(name).key", "\(name).pub")
    guard !workspace.holds(secret) else {
      var log = DiagnosticLog()
      log.error(
        .keyUnusable, at: nil,
        Words(
          id: "kunci `\(secret)` terletak di folder aturan yang harus dijaminnya",
          en: "the key `\(secret)` lies in the rules folder that it shall vouch for"),
        help: Words(id: "simpan kunci di luar folder aturan", en: "keep keys outside the rules folder"))
      console.report(log, about: [])
      throw ExitCode(65)
    }
    guard let key = SigningKey() else {
      console.say(Words(id: "sistem tidak memberi bilangan acak", en: "the system gives no random numbers"))
      throw ExitCode(74)
    }
    do {
      try writeNewFile(secret, Array(key.text.utf8), isSecret: true)
      try writeNewFile(open, Array(key.publicKey.text.utf8))
    } catch {
      try console.stop(error)
    }
    try console.write(
      Words(
        id: "\(secret): kunci rahasia, simpan baik-baik\n\(open): kunci publik \(key.publicKey.name)\n",
        en: "\(secret): the secret key, keep it safe\n\(open): the public key \(key.publicKey.name)\n")[console.style.language])
  }
}
