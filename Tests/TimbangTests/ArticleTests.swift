import Foundation
import Testing
import Timbang

@Suite("The articles about editing are true")
struct ArticleTests {
  @Test("every command prints what the article shows", arguments: ["FormattingRules", "MendingRules", "EditorSupport"])
  func transcripts(_ name: String) throws {
    let article = try String(contentsOf: packageFolder.appending(path: "Sources/Timbang/Timbang.docc/\(name).md"), encoding: .utf8)
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "contoh.yaml")
    try example(in: article).write(to: file, atomically: true, encoding: .utf8)
    let transcripts = Transcript.all(in: article)
    #expect(!transcripts.isEmpty)
    for transcript in transcripts {
      var words = transcript.command.split(separator: " ").map(String.init)
      #expect(words.removeFirst() == "timbang")
      let input = words.suffix(2) == ["<", "contoh.yaml"] ? try String(contentsOf: file, encoding: .utf8) : ""
      if !input.isEmpty { words.removeLast(2) }
      let run = try timbang(words, input: input, in: folder)
      var lines = (run.errors + run.output).components(separatedBy: "\n")
      while lines.last == "" { lines.removeLast() }
      #expect(transcript.matches(lines), "\(transcript.command) prints:\n\(lines.joined(separator: "\n"))")
    }
  }

  /// The file that an article is about.
  private func example(in article: String) -> String {
    let lines = article.components(separatedBy: "\n")
    let start = lines.firstIndex(of: "```yaml").map { $0 + 1 } ?? lines.count
    return lines[start...].prefix { $0 != "```" }.map { $0 + "\n" }.joined()
  }
}
