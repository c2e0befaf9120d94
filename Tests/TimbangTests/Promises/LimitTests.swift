import Foundation
import Testing

@testable import Timbang

/// A limit, and inputs that just keep it and just do not.
struct LimitCase: CustomTestStringConvertible, Sendable {
  let limit: Limit
  /// The file with so many of what is limited.
  let text: @Sendable (Int) -> String
  var testDescription: String { limit.name }

  init(_ limit: Limit, _ text: @escaping @Sendable (Int) -> String) {
    self.limit = limit
    self.text = text
  }

  private static func rules(_ edit: @escaping @Sendable (Int) -> (String, String)) -> @Sendable (Int) -> String {
    { count in
      let (old, new) = edit(count)
      return BrokenFile.sound.replacing(old, with: new)
    }
  }

  private static func nested(_ depth: Int, _ name: String = "t") -> String {
    depth == 0
      ? "{id: \(name), weight: 1, linear: {field: a, worst: 0, best: 100}}"
      : "{id: \(name), weight: 1, parts: [\(nested(depth - 1, name + "t"))]}"
  }

  static let ofRules = [
    LimitCase(.ruleFile) { BrokenFile.sound + String(repeating: "#", count: $0 - BrokenFile.sound.utf8.count - 1) + "\n" },
    // The mapping at the root is one level.
    LimitCase(.nesting) { BrokenFile.sound + "x: " + String(repeating: "[", count: $0 - 1) + String(repeating: "]", count: $0 - 1) },
    LimitCase(.scalar) { BrokenFile.sound.replacing("title: Buku,", with: "title: \(String(repeating: "b", count: $0)),") },
    LimitCase(.keys) { count in BrokenFile.sound + "x:\n" + (0..<count).map { "  k\($0): 1\n" }.joined() },
    LimitCase(.number) { BrokenFile.sound.replacing("weight: 60", with: "weight: 60.\(String(repeating: "0", count: $0 - 3))") },
    LimitCase(.scale) {
      BrokenFile.sound.replacing(
        "a: {per: institution, type: number, range: [0, 100]}", with: "a: {per: institution, type: level, range: [0, \($0 - 1)]}"
      )
      .replacing(
        "linear: {field: a, worst: 0, best: 100}",
        with: "levels: {field: a, scores: {\((0..<$0).map { "\($0): 1" }.joined(separator: ", "))}}")
    },
  ]

  static let header = "institution,field,value\n"

  static let ofData = [
    LimitCase(.cell) { header + "\(String(repeating: "x", count: $0)),a,1\n" },
    LimitCase(.columns) { count in "institution," + (1..<count).map { "k\($0)" }.joined(separator: ",") + "\n" },
    LimitCase(.id) { header + "\(String(repeating: "x", count: $0)),a,1\n" },
  ]

  /// Limits that are tested elsewhere, where the input can be made small: values of a rule file, parts and editions on top of one another,
  /// sizes of files and streams, sheets, findings.
  static let elsewhere: Set<String> = ["nodes", "part_levels", "chain", "data_file", "stream", "row", "workbook", "database", "findings"]
  /// What is not refused for its size, but ends the reading.
  static let ending = Limit.mistakes
}

@Suite("Limits")
struct LimitTests {
  @Test("every limit has a name, a size, words in both languages, and a test")
  func all() {
    let tested = Set((LimitCase.ofRules + LimitCase.ofData).map(\.limit.name)).union(LimitCase.elsewhere + [LimitCase.ending.name])
    #expect(Set(Limit.all.map(\.name)) == tested)
    #expect(Set(Limit.all.map(\.name)).count == Limit.all.count)
    for limit in Limit.all {
      #expect(limit.value > 0 && !limit.words.id.isEmpty && !limit.words.en.isEmpty)
      if let code = limit.code { #expect(code.rawValue.hasPrefix("T")) }
    }
  }

  private func codes(_ text: String) -> (codes: Set<DiagnosticCode>, messages: String) {
    let loaded = Workspace(rulesFolder: "/nowhere").loader.load(SourceFile(name: "rules.yaml", bytes: Array(text.utf8)))
    return (loaded.log.errorCodes, loaded.log.diagnostics.map { "\($0.message.en) \($0.help?.en ?? "")" }.joined(separator: "\n"))
  }

  @Test("a rule file at a limit is read, one over it is refused with the number", arguments: LimitCase.ofRules)
  func rules(_ item: LimitCase) throws {
    let code = try #require(item.limit.code)
    #expect(!codes(item.text(item.limit.value)).codes.contains(code), "\(codes(item.text(item.limit.value)).messages.prefix(500))")
    let over = codes(item.text(item.limit.value + 1))
    #expect(over.codes.contains(code), "\(over.messages.prefix(500))")
    #expect(over.messages.contains("\(item.limit.value)"), "\(over.messages.prefix(500))")
  }

  /// What reading a data file finds, by sound rules.
  private func reading(_ data: String) throws -> DiagnosticLog {
    let edition = try #require(
      Workspace(rulesFolder: "/nowhere").loader.load(SourceFile(name: "rules.yaml", bytes: Array(BrokenFile.sound.utf8))).edition?.edition)
    var log = DiagnosticLog()
    let reader = ObservationReader(ladder: edition.rungs, fields: edition.fields)
    _ = reader.read([SourceFile(name: "d.csv", bytes: Array(data.utf8))], entities: [], log: &log)
    return log
  }

  @Test("a data file at a limit is read, one over it is refused with the number", arguments: LimitCase.ofData)
  func data(_ item: LimitCase) throws {
    let code = try #require(item.limit.code)
    let kept = try reading(item.text(item.limit.value))
    #expect(!kept.errorCodes.contains(code), "\(kept.diagnostics)")
    let over = try reading(item.text(item.limit.value + 1))
    #expect(over.errorCodes.contains(code))
    #expect(over.diagnostics.contains { $0.message.en.contains("\(item.limit.value)") }, "\(over.diagnostics)")
  }

  @Test("so many mistakes are counted, and after them the rest of the file is not read", arguments: [0, 1])
  func mistakes(over: Int) throws {
    // A row of one cell where the header has three is one mistake.
    let rows = String(repeating: "x\n", count: LimitCase.ending.value + over)
    let log = try reading(LimitCase.header + rows)
    #expect(log.errorCount == LimitCase.ending.value && log.isCut == (over > 0))
    let shown = DiagnosticText(style: TextStyle(language: .en, hasColour: false), sources: []).text(log)
    let more = over > 0 ? "at least 99950 more findings; the rest of the file was not read" : "99950 more findings"
    #expect(shown.hasSuffix("\n... and \(more)\n"))
  }

  @Test("so many rows behind a quote that is not closed are looked at, for more faults, and not the rest", arguments: [0, 1])
  func openQuote(over: Int) throws {
    // The quote and its row are two of them.
    let rows = "x,a,\"1\n" + (0..<(LimitCase.ending.value - 2 + over)).map { "x\($0),a,1\n" }.joined()
    let log = try reading(LimitCase.header + rows)
    #expect(log.diagnostics.first?.code == .csvSyntax && log.isCut == (over > 0), "\(log.errorCount)")
  }
}

@Suite("doctor")
struct DoctorTests {
  @Test("it tells version, libraries, environment, the state of the rules folder and every limit on one screen, in both languages")
  func screen() throws {
    let folder = try PublishedFolder()
    for language in ["en", "id"] {
      let run = try folder.run("doctor", "--lang", language)
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count <= 30 && lines.allSatisfy { $0.count <= 120 })
      #expect(run.output.contains("timbang") && run.output.contains(timbangVersion) && run.output.contains("libyaml 0."))
      #expect(run.output.contains(language == "en" ? "2 entries, all as it was locked" : "2 entri, semua seperti ketika dikunci"))
      for limit in Limit.all { #expect(run.output.contains(language == "en" ? limit.words.en : limit.words.id)) }
    }
  }

  @Test("a damaged register and a missing folder are told, and the command still answers")
  func faults() throws {
    let folder = try PublishedFolder()
    try folder.write("timbang-lock 1\nx\n", to: "timbang.lock")
    #expect(try folder.run("doctor").output.contains("none, `timbang verify`: T0702"))
    let missing = try folder.run("doctor", "--rules-dir", "nowhere")
    #expect(missing.status == 0)
    #expect(missing.output.contains("nowhere: there is no such file or folder"), "\(missing.output)")
  }

  @Test("for machines it is JSON")
  func json() throws {
    let folder = try PublishedFolder()
    let found = try Parsed(text: try folder.run("doctor", "--format", "json").output)
    #expect(found["format"].text == "timbang.doctor/1.0")
    #expect(found["version"].text == timbangVersion)
    #expect(found["rules"]["register_entries"].value as? Int == 2)
    #expect(found["limits"].items.count == Limit.all.count)
  }
}
