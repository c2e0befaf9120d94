internal import ArgumentParser
internal import Timbang

/// `timbang doctor`: what a report about a fault should say, on one screen.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Print version, system, limits and the state of the rules folder, for a report. (Memeriksa pemasangan.)",
    discussion: "It shows nothing of what the rules or the data hold, and sends nothing anywhere.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let checkup = Checkup(of: Workspace(rulesFolder: common.rulesFolder))
    switch common.format {
    case .text: try console.write(CheckupText(style: console.style).text(checkup))
    case .json: try console.write(JSONValue.checkup(checkup).text)
    }
  }
}
