import Foundation
import Testing
import Timbang

@Suite("Findings for machines")
struct FindingFormatTests {
  /// Two parts of one name, behind letters of two to four bytes.
  private static let rules = BrokenFile.sound.replacing(
    "- {id: b, weight: 40,", with: "- {label: {id: é‰, en: 😀}, id: a, weight: 40,")

  private func check(_ text: String, _ arguments: String..., named name: String = "aturan.yaml") throws -> Run {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    return try timbang(["check", name] + arguments, in: folder)
  }

  @Test("SARIF names the tool, the version of the format and the unit of columns")
  func sarifHead() throws {
    let run = try check(FindingFormatTests.rules, "--format", "sarif")
    #expect(run.status == 65)
    #expect(run.errors.isEmpty)
    let log = try Parsed(text: run.output)
    #expect(log["version"].text == "2.1.0")
    #expect(log["$schema"].text?.hasSuffix("sarif-2.1.0.json") == true)
    #expect(log["runs"].items.count == 1)
    #expect(log["runs"][0]["columnKind"].text == "unicodeCodePoints")
    #expect(log["runs"][0]["tool"]["driver"]["name"].text == "timbang")
    #expect(log["runs"][0]["tool"]["driver"]["language"].text == "en")
  }

  @Test("SARIF gives each result its rule, message, region in code points, and the places of its notes")
  func sarifResult() throws {
    let run = try Parsed(text: check(FindingFormatTests.rules, "--format", "sarif").output)["runs"][0]
    let results = run["results"].items
    let result = try #require(results.first { $0["ruleId"].text == "T0212" })
    #expect(result["level"].text == "error")
    #expect(result["message"]["text"].text == "the part `a` stands twice\na name is used once in an edition")
    let place = result["locations"][0]["physicalLocation"]
    #expect(place["artifactLocation"]["uri"].text == "aturan.yaml")
    // `    - {label: {id: é‰, en: 😀}, id: a`: 4 blanks, `- {label: {id: ` to column 19, é ‰ 20 and 21, `, en: ` to 27, 😀 28, `}, id: ` to 35.
    #expect(place["region"]["startLine"].value as? Int == 18)
    #expect(place["region"]["startColumn"].value as? Int == 36)
    #expect(place["region"]["endColumn"].value as? Int == 37)
    #expect(place["region"]["byteLength"].value as? Int == 1)
    let related = result["relatedLocations"][0]
    #expect(related["message"]["text"].text == "first here")
    #expect(related["physicalLocation"]["region"]["startLine"].value as? Int == 17)
    let rules = run["tool"]["driver"]["rules"].items
    for result in results {
      let index = try #require(result["ruleIndex"].value as? Int)
      #expect(rules[index]["id"].text == result["ruleId"].text)
    }
  }

  @Test("a rule of SARIF carries its page", arguments: Language.allCases)
  func sarifRule(_ language: Language) throws {
    let output = try check(FindingFormatTests.rules, "--format", "sarif", "--lang", language.rawValue).output
    let rules = try Parsed(text: output)["runs"][0]["tool"]["driver"]["rules"].items
    let rule = try #require(rules.first { $0["id"].text == "T0212" })
    let page = DiagnosticCode.duplicateID.page
    #expect(rule["name"].text == "DuplicateID")
    #expect(rule["shortDescription"]["text"].text == page.title[language])
    #expect(rule["fullDescription"]["text"].text == page.reason[language])
    #expect(rule["defaultConfiguration"]["level"].text == "error")
    #expect(rule["help"]["text"].text?.contains(page.example.right.split(separator: "\n")[0]) == true)
    #expect(rule["help"]["markdown"].text?.contains("```yaml\n\(page.example.wrong)\n```") == true)
  }

  @Test("SARIF of sound rules has no results, and says so with 0")
  func sarifSound() throws {
    let run = try check(BrokenFile.sound, "--format", "sarif")
    #expect(run.status == 0)
    #expect(try Parsed(text: run.output)["runs"][0]["results"].value as? [String] == [])
  }

  @Test("SARIF spells out what a reference cannot hold, and gives absolute paths their scheme")
  func sarifReferences() throws {
    let place = SourceRange(file: "/aturan/a b#1%é:c.yaml", at: .start)
    var log = DiagnosticLog()
    log.error(.emptyFile, at: place, Words(same: "kosong"))
    log.error(.editionNotFound, at: nil, Words(same: "tidak ada"))
    let results = try Parsed(text: JSONValue.sarif(log, language: .en, version: "1").text)["runs"][0]["results"]
    let uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].text
    #expect(uri == "file:///aturan/a%20b%231%25%C3%A9%3Ac.yaml")
    #expect(results[1]["locations"].value == nil)
  }

  @Test("SARIF says how many findings were left out")
  func sarifOmitted() throws {
    var log = DiagnosticLog()
    for _ in 0..<(DiagnosticLog.limit + 7) { log.error(.emptyFile, at: nil, Words(same: "kosong")) }
    let run = try Parsed(text: JSONValue.sarif(log, language: .en, version: "1").text)["runs"][0]
    #expect(run["results"].items.count == DiagnosticLog.limit)
    let text = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].text
    #expect(text == "7 more findings are not shown here; `timbang check` shows them")
  }

  @Test("a check of more mistakes than are shown says how many more there are", arguments: ["text", "github", "sarif", "json"])
  func omitted(_ format: String) throws {
    // 60 misspelt keys; 50 findings are kept.
    let keys = (1...60).map { "kunci_\($0): 1\n" }.joined()
    let run = try check(BrokenFile.sound + keys, "--format", format)
    #expect(run.status == 65)
    switch format {
    case "text": #expect(run.errors.hasSuffix("\n... and 10 more findings\n"))
    case "github": #expect(run.output.hasSuffix("::notice::50 more findings are not shown here; `timbang check` shows them\n"))
    case "sarif": #expect(run.output.contains("10 more findings are not shown here"))
    default: #expect(try Parsed(text: run.output)["omitted"].value as? Int == 10)
    }
  }

  @Test("GitHub gets a command with file, line and columns for each finding")
  func github() throws {
    let run = try check(BrokenFile.sound.replacing("weight: 40", with: "weight: 45"), "--format", "github")
    #expect(run.status == 65)
    #expect(run.errors.isEmpty)
    // `  id: total`: the name of the group begins in column 7 of line 13; 60 + 45 = 105.
    #expect(
      run.output
        == "::error file=aturan.yaml,line=13,col=7,endColumn=12,title=T0204 Weights do not add up::"
        + "the weights in `total` add up to 105, expected 100%0A"
        + "together they are 5 too high; none of them is `published`; compare each weight with its source\n")
  }

  @Test("GitHub's own marks in names and texts are spelt out")
  func githubEscapes() throws {
    let start = Position(line: 2, column: 3, offset: 9)
    let place = SourceRange(file: "a,b:c%\n.yaml", start: start, end: Position(line: 3, column: 1, offset: 12))
    var log = DiagnosticLog()
    log.warning(.unusedField, at: place, Words(same: "100 % :: a,b\u{1B}"))
    let text = AnnotationText(language: .en).text(log)
    #expect(
      text == "::warning file=a%2Cb%3Ac%25%0A.yaml,line=2,endLine=3,title=T0228 A field that nothing uses::100 %25 :: a,b<U+001B>\n")
  }

  @Test("GitHub gets at most ten marks of a severity, then one that says how many more there are")
  func githubLimit() {
    var log = DiagnosticLog()
    // 12 errors, 11 warnings, 12 notes and 20 more errors are 55 findings, of which the log keeps 50.
    for (severity, count) in [(Severity.error, 12), (.warning, 11), (.note, 12)] {
      for _ in 0..<count { log.report(Diagnostic(.csvSyntax, severity, at: nil, Words(same: "a"))) }
    }
    for _ in 0..<20 { log.error(.csvSyntax, at: nil, Words(same: "a")) }
    let lines = AnnotationText(language: .en).text(log).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 9)
    // 10 + 10 + 9 = 29 of 55 are shown.
    #expect(lines.last == "::notice::26 more findings are not shown here; `timbang check` shows them")
    #expect(lines.count == 30)
  }
}
