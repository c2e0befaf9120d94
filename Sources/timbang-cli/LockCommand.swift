internal import ArgumentParser
internal import Glibc
internal import Timbang

/// `timbang lock EDITION...`: freeze published editions by their digests.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Freeze published editions in the register. (Mengunci edisi terbit.)")

  @Argument(help: "Editions such as 2022 or kepatuhan/2022, or their files; all are locked, or none.")
  var editions: [String]

  @Option(name: .customLong("sign"), help: "A secret key, with which the register is signed; see `keygen`.")
  var keyFile: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    // A key that cannot be used is found before anything is written.
    let signer = try keyFile.map { try RegisterSigner($0, workspace, console) }
    do {
      let today = CalendarDate(secondsSince1970: time(nil))
      let locking = try workspace.lock(editions, on: today)
      console.report(locking.log, about: locking.sources)
      if common.format == .json { try console.write(JSONValue.locking(locking).text) }
      try console.stopIfWrong(locking.log)
      let signed = try signer?.sign(locking.bytes)
      if common.format == .text {
        try console.write(summary(locking, console.style.language) + (signed.map { $0[console.style.language] } ?? ""))
      }
    } catch let error as FileWritingError {
      try console.stop(error)
    }
  }

  private func summary(_ locking: Locking, _ language: Language) -> String {
    let isIndonesian = language == .id
    let added = locking.added.map { entry in
      "\(entry.name): \(isIndonesian ? "dikunci di" : "locked in") \(locking.register)\n"
        + "  \(isIndonesian ? "penilaian" : "scoring  ")  \(entry.seal.scoring)\n"
        + "  \(isIndonesian ? "dokumen  " : "document ")  \(entry.seal.document)\n"
    }
    let unchanged = locking.unchanged.map { entry in
      isIndonesian
        ? "\(entry.name): sudah dikunci pada \(entry.date), tidak berubah\n"
        : "\(entry.name): locked since \(entry.date), unchanged\n"
    }
    return (added + unchanged).joined()
  }
}
