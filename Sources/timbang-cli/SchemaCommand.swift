internal import ArgumentParser
internal import Timbang

/// `timbang schema`: the JSON Schema of rule files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of rule files, for editors. (Skema berkas aturan untuk penyunting teks.)")

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    try Console(speech, writesJSON: false).write(RuleSchema().json.text)
  }
}
