internal import ArgumentParser
internal import Timbang

/// For whom pages are written.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json
}

/// `timbang code [CODE]`: what a finding means, why there is such a rule, an example, how to mend.
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Explain the code of a finding. (Menjelaskan kode temuan.)")

  @Argument(help: "A code such as T0204, or a chapter such as T02; without it, all codes are listed.")
  var code: String?

  @Option(help: "Output: text, markdown or json.")
  var format: PageFormat = .text

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Console(speech, writesJSON: false)
    let pages = PageText(style: console.style)
    if let code, let found = DiagnosticCode(spelling: code) {
      switch format {
      case .text: try console.write(pages.text(found))
      case .markdown: try console.write(pages.markdown(found))
      case .json: try console.write(JSONValue.pages([found]).text)
      }
      return
    }
    let chapter = try code.map { try named($0, console) }
    let codes = chapter?.codes ?? CodeChapter.allCases.flatMap(\.codes)
    switch (format, chapter) {
    case (.json, _): try console.write(JSONValue.pages(codes).text)
    case (.markdown, let chapter?): try console.write(pages.markdown(chapter))
    case (.markdown, nil): try console.write(pages.table(codes))
    case (.text, _): try console.write(pages.list(codes))
    }
  }

  /// Finds the chapter of that name, or ends the command.
  private func named(_ name: String, _ console: Console) throws -> CodeChapter {
    if let chapter = CodeChapter(spelling: name) { return chapter }
    let name = name.visible
    console.say(Words(id: "tidak ada kode `\(name)`", en: "there is no code `\(name)`"))
    console.say(
      DiagnosticCode.nearest(to: name).map { near in
        Words(
          id: "maksudnya `\(near.rawValue)`, \(near.page.title.id)? `timbang code` mencetak semua kode",
          en: "did you mean `\(near.rawValue)`, \(near.page.title.en)? `timbang code` lists all codes")
      } ?? Words(id: "`timbang code` mencetak semua kode", en: "`timbang code` lists all codes"))
    throw ExitCode(64)
  }
}
