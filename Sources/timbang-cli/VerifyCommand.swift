internal import ArgumentParser
internal import Timbang

/// `timbang verify [EDITION...]`: published editions are what was locked, or the command fails.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compare published editions with the register. (Memeriksa edisi terbit.)")

  @Argument(help: "Editions such as 2022 or kepatuhan/2022; without any, all that are registered or published.")
  var editions: [String] = []

  @Option(name: .customLong("key"), help: "The public key by which the register must be signed; it lies outside the rules folder.")
  var keyFile: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let workspace = Workspace(rulesFolder: common.rulesFolder)
    let verification = workspace.verify(editions)
    console.report(verification.log, about: verification.sources)
    let signed = verification.isSound ? try keyFile.map { try SignatureCheck($0, workspace, console).check(verification) } : nil
    if common.format == .json { try console.write(JSONValue.verification(verification).text) }
    guard verification.isSound else { throw ExitCode(65) }
    if common.format == .text {
      try console.write(summary(verification, console.style.language) + (signed.map { $0[console.style.language] } ?? ""))
    }
  }

  private func summary(_ verification: Verification, _ language: Language) -> String {
    let count = verification.editions.count
    guard count > 0 else {
      return language == .id
        ? "tidak ada edisi terbit di folder `\(common.rulesFolder)`\n" : "no edition is published in the folder `\(common.rulesFolder)`\n"
    }
    let lines = verification.editions.map { edition in
      let date = edition.entry.map { "\($0.date)" } ?? ""
      return language == .id
        ? "\(edition.name): sama seperti ketika dikunci pada \(date)\n" : "\(edition.name): as it was locked on \(date)\n"
    }
    return lines.joined()
  }
}
