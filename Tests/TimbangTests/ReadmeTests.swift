import Foundation
import Testing
import Timbang

/// A command of a document with the output that the document shows for it.
struct Transcript {
  let command: String
  let output: [String]

  /// The transcripts in the `console` blocks of a document: a line `$ timbang ...`, then what it prints. `[...]` stands for any lines.
  static func all(in document: String) -> [Transcript] {
    var found: [Transcript] = []
    var isInside = false
    for line in document.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        found.append(Transcript(command: String(line.dropFirst(2)), output: []))
      } else if isInside, let last = found.popLast() {
        found.append(Transcript(command: last.command, output: last.output + [line]))
      }
    }
    return found
  }

  /// Whether `lines` are what the document shows.
  func matches(_ lines: [String]) -> Bool {
    Transcript.matches(output[...], lines[...])
  }

  private static func matches(_ pattern: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "[...]" {
      return (lines.startIndex...lines.endIndex).contains { matches(pattern.dropFirst(), lines[$0...]) }
    }
    return lines.first == first && matches(pattern.dropFirst(), lines.dropFirst())
  }
}

@Suite("The READMEs are true")
struct ReadmeTests {
  static let documents = ["README.md", "README.id.md"]

  @Test("every command prints what the document shows", arguments: documents)
  func transcripts(_ name: String) throws {
    let document = try String(contentsOf: packageFolder.appending(path: name), encoding: .utf8)
    let transcripts = Transcript.all(in: document)
    #expect(transcripts.count >= 4)
    for transcript in transcripts {
      let words = transcript.command.split(separator: " ").map(String.init)
      #expect(words.first == "timbang")
      let run = try timbang(Array(words.dropFirst()), environment: ["LANG": name.hasSuffix(".id.md") ? "id_ID.UTF-8" : "C"])
      #expect(run.status == 0, "\(transcript.command): \(run.errors)")
      // A document carries no blanks at the ends of lines and no empty line at the end.
      var lines = run.output.components(separatedBy: "\n").map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
      while lines.last == "" { lines.removeLast() }
      #expect(transcript.matches(lines), "\(transcript.command) prints:\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test("every make target that a document names exists", arguments: documents)
  func targets(_ name: String) throws {
    let document = try String(contentsOf: packageFolder.appending(path: name), encoding: .utf8)
    let makefile = try String(contentsOf: packageFolder.appending(path: "Makefile"), encoding: .utf8)
    let named = document.components(separatedBy: "\n").filter { $0.hasPrefix("make ") }.compactMap {
      $0.split(separator: " ").dropFirst().first
    }
    #expect(named.count >= 2)
    for target in named { #expect(makefile.contains("\n\(target):"), "\(target)") }
  }

  @Test("both READMEs run the same commands")
  func sameCommands() throws {
    let commands = try ReadmeTests.documents.map { name in
      Transcript.all(in: try String(contentsOf: packageFolder.appending(path: name), encoding: .utf8)).map(\.command)
    }
    #expect(commands[0] == commands[1])
  }

  @Test("the mistake that the README proposes is answered as it says")
  func proposedMistake() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = try String(contentsOf: packageFolder.appending(path: "rules/kepatuhan/2021.yaml"), encoding: .utf8)
    try rules.replacing("missing: error", with: "mising: error").write(
      to: folder.appending(path: "2021.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["check", "2021.yaml"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("did you mean `missing`?"), "\(run.errors)")
  }
}
