import Foundation
import Testing
import Timbang

/// A file with one fault, and where it stands; beside it lies the same file without it.
struct CorpusCase: CustomTestStringConvertible {
  let name: String
  let code: String
  let place: String
  let usesDirectory: Bool

  var testDescription: String { name }

  static let folder = packageFolder.appending(path: "Tests/Imports")

  /// The lines of `corpus.csv`: name, code, line, column, whether a directory is given, what it is about.
  static let all: [CorpusCase] = {
    let text = (try? String(contentsOf: folder.appending(path: "corpus.csv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
      return CorpusCase(name: cells[0], code: cells[1], place: "\(cells[2]):\(cells[3])", usesDirectory: cells[4] == "yes")
    }
  }()

  static let rules: CheckedEdition? = Workspace().load(folder.appending(path: "rules.yaml").path).edition

  static func file(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
  }

  static func reader() throws -> ObservationReader {
    let edition = try #require(rules).edition
    return ObservationReader(ladder: edition.rungs, fields: edition.fields)
  }

  func directories() throws -> [SourceFile] { usesDirectory ? [try CorpusCase.file("entities.csv")] : [] }
}

@Suite("Files as they are sent")
struct ImportCorpusTests {
  @Test("there are at least 60 faults, each with a file of its own and nothing beside them")
  func size() throws {
    #expect(CorpusCase.all.count >= 60)
    for part in ["refused", "clean"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: CorpusCase.folder.appending(path: part).path)
      #expect(names.sorted() == CorpusCase.all.map { $0.name + ".csv" }.sorted())
    }
  }

  @Test("each is refused with its code, at its place, and with a remedy, and nothing else is found", arguments: CorpusCase.all)
  func refused(_ example: CorpusCase) throws {
    var log = DiagnosticLog()
    let file = try CorpusCase.file("refused/\(example.name).csv")
    let table = try CorpusCase.reader().read([file], entities: example.directories(), log: &log)
    #expect(table == nil)
    let errors = log.diagnostics.filter { $0.severity == .error }
    // A wrong header may be wrong in more than one way.
    #expect(Set(errors.map(\.code.rawValue)) == [example.code], "\(errors.map(\.message.en))")
    #expect(errors.count == 1 || example.code == "T0302")
    let place = errors.first?.range.map { "\($0.start.line):\($0.start.column)" }
    #expect(place == example.place, "\(errors.first?.message.en ?? "")")
    #expect(errors.first?.range?.file == file.name)
    #expect(errors.first?.help != nil)
  }

  @Test("the same without the fault is read as the canonical file, and scores the same", arguments: CorpusCase.all)
  func clean(_ example: CorpusCase) throws {
    let edition = try #require(CorpusCase.rules)
    var log = DiagnosticLog()
    let file = try CorpusCase.file("clean/\(example.name).csv")
    let read = try CorpusCase.reader().read([file], entities: example.directories(), log: &log)
    let imported = try CorpusCase.reader().importing([file], entities: example.directories(), keepsGood: false, log: &log)
    #expect(log.diagnostics.filter { $0.severity == .error } == [])
    let canonical = try String(decoding: CorpusCase.file("canonical.csv").bytes, as: UTF8.self)
    #expect(try ObservationsCSV(#require(imported).table, by: edition.edition).text == canonical)
    let plain = try #require(
      try CorpusCase.reader().read([CorpusCase.file("canonical.csv")], entities: example.directories(), log: &log))
    let scores = try [#require(read), plain].map { table in
      ScoreText(style: TextStyle(language: .en, hasColour: false)).text(edition.score(table, log: &log))
    }
    #expect(scores[0] == scores[1])
  }

  @Test("with --keep-good the clean rows of each are kept, or the file is refused as a whole", arguments: CorpusCase.all)
  func keepingGood(_ example: CorpusCase) throws {
    var log = DiagnosticLog()
    let file = try CorpusCase.file("refused/\(example.name).csv")
    let imported = try CorpusCase.reader().importing([file], entities: example.directories(), keepsGood: true, log: &log)
    guard let imported else {
      #expect(log.hasErrors)
      #expect(["T0302", "T0304", "T0305", "T0301", "T0322"].contains(example.code), "\(example.code)")
      return
    }
    #expect(!log.hasErrors)
    #expect(imported.refused.map(\.code.rawValue).contains(example.code))
    let edition = try #require(CorpusCase.rules).edition
    let rows = ObservationsCSV(imported.table, by: edition).text.split(separator: "\n")
    let canonical = try String(decoding: CorpusCase.file("canonical.csv").bytes, as: UTF8.self).split(separator: "\n")
    // What is kept is nothing but rows of the sound file, or an entity of which no value is left.
    #expect(rows.allSatisfy { canonical.contains($0) || $0.hasSuffix(",") })
    #expect(rows.count <= canonical.count)
  }
}
