import Foundation
import Testing

/// The HTML file about everybody: whole, right, and harmless whatever the names are.
@Suite("Reports")
struct ReportCommandTests {
  private let folder: URL
  private static let names = [
    "kota-a": "<script>alert(1)</script>", "kota-b": "=1+1", "kota-c": "x\"\u{301} onmouseover=\"alert(1)", "kab-e": "A & B 'C'\u{202E}",
  ]

  init() throws {
    folder = try scratchFolder()
    let explorations = packageFolder.appending(path: "Tests/Explorations")
    for name in ["2022.yaml", "2023.yaml", "data.csv", "entities.csv"] {
      try FileManager.default.copyItem(at: explorations.appending(path: name), to: folder.appending(path: name))
    }
    let rows = ReportCommandTests.names.sorted { $0.key < $1.key }.map { id, name in
      "\(id),,city,\"\(ReportCommandTests.doubled(name))\",\"<b>\"\n"
    }
    let others = ["kota-d", "kab-f", "kab-g", "kab-h"].map { "\($0),,regency,\($0),Timur\n" }
    try fill(folder, with: ["hostile.csv": "id,parent,kind,name,province\n" + (rows + others).joined()])
  }

  /// Each quote twice; a quote with a mark on it is another `Character`.
  private static func doubled(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }))
  }

  private func report(_ more: [String] = [], entities: String = "entities.csv", data: String = "data.csv") throws -> String {
    let out = folder.appending(path: "out.html")
    let run = try timbang(
      ["report", "--from", "2022.yaml=\(data)", "--to", "2023.yaml=\(data)", "--entities", entities, "--out", out.path] + more, in: folder)
    try #require(run.status == 0, Comment(rawValue: run.errors))
    #expect(run.output.isEmpty)
    return try String(contentsOf: out, encoding: .utf8)
  }

  /// The tags of a file in order, without what stands in style and script.
  private func tags(_ html: String) -> [Substring] {
    let bare = html.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "").replacing(
      /<script>.*?<\/script>/.dotMatchesNewlines(), with: "")
    return bare.matches(of: /<(\/?[A-Za-z!][^\s>\/]*)[^>]*?(\/?)>/).filter { $0.output.2.isEmpty }.map(\.output.1)
  }

  @Test("every tag that opens is closed, in order", arguments: [["--lang", "both"], ["--lang", "id", "--detail", "short"]])
  func isWellFormed(options: [String]) throws {
    let void: Set<Substring> = ["!DOCTYPE", "meta", "br", "input"]
    var open: [Substring] = []
    for tag in try tags(report(options, entities: "hostile.csv")) where !void.contains(tag) {
      if tag.hasPrefix("/") { #expect(open.popLast() == tag.dropFirst()) } else { open.append(tag) }
    }
    #expect(open.isEmpty)
  }

  @Test("every institution is there with the score that score gives", arguments: ["full", "short"])
  func scoresAgree(detail: String) throws {
    let html = try report(["--lang", "en", "--detail", detail])
    let run = try timbang(
      ["score", "--rules", "2023.yaml", "--data", "data.csv", "--entities", "entities.csv", "--format", "json"], in: folder)
    let results = try Parsed(text: run.output)["results"].items
    #expect(results.count == 8)
    let sections = html.split(separator: "<article ").dropFirst()
    #expect(sections.count == 8)
    for result in results {
      let name = try #require(result["name"].text)
      let score = try #require(result["total"]["reported"].text)
      let section = try #require(sections.first { $0.contains("<h3>\(name)</h3>") })
      #expect(section.contains("<b class=\"n\">\(score)</b>"))
      #expect(html.contains(">\(name)</a></th><td class=\"a\">"))
    }
  }

  @Test("a name can be nothing but a name")
  func namesAreHarmless() throws {
    let html = try report(["--lang", "both"], entities: "hostile.csv")
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("<h3>=1+1</h3>"))
    // A quote with a combining mark is one character to Swift and two to a browser.
    #expect(html.unicodeScalars.contains("\u{301}"))
    #expect(html.contains("x&quot;\u{301} onmouseover=&quot;alert(1)"))
    #expect(!html.contains("\u{202E}"))
    #expect(!html.contains("<b>&") && html.contains("&lt;b&gt;"))
    // No id of the page and no address in it is made from input.
    for match in html.matches(of: /(?:id|href)="([^"]*)"/) {
      #expect(match.output.1.wholeMatch(of: /#?(id|en)-(\d+|over|top|all|basis)|choose-(id|en)|z[hkmn0-5]|loss/) != nil)
    }
  }

  @Test("the order of rows and of entities changes nothing but the digests of the files")
  func orderOfRows() throws {
    func shuffled(_ name: String) throws -> String {
      let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let first = try report(["--lang", "id"])
    try fill(folder, with: ["data.csv": shuffled("data.csv"), "entities.csv": shuffled("entities.csv")])
    let second = try report(["--lang", "id"])
    let withoutDigests = { (html: String) in html.replacing(/sha256:[0-9a-f]{64}/, with: "") }
    #expect(withoutDigests(first) == withoutDigests(second))
    #expect(try report(["--lang", "id"]) == second)
  }

  @Test("both languages have the same structure")
  func languages() throws {
    let indonesian = try tags(report(["--lang", "id"]))
    let english = try tags(report(["--lang", "en"]))
    #expect(indonesian == english)
    let both = try report(["--lang", "both"])
    #expect(both.components(separatedBy: "<article ").count == 17)
    #expect(both.contains("<div class=\"part id\" lang=\"id\">") && both.contains("<div class=\"part en\" lang=\"en\">"))
  }

  @Test("no address but those of cited sources is in the file")
  func addresses() throws {
    let plain = try report(["--lang", "both"])
    for address in ["http:", "https:", "\"//"] { #expect(!plain.contains(address), "\(address)") }
    // Patterns are named within the file.
    #expect(!plain.contains(/url\([^#]/))
    let samples = "rules/kepatuhan/samples"
    let out = folder.appending(path: "b.html")
    let run = try timbang([
      "report", "--rules", "2022", "--data", "\(samples)/balikpapan-2022.csv", "--entities", "\(samples)/entities.csv", "--lang", "id",
      "--out",
      out.path,
    ])
    #expect(run.status == 0)
    let html = try String(contentsOf: out, encoding: .utf8)
    let cited = html.replacing(/<a class="cited" rel="external noopener noreferrer nofollow" href="https?:[^"<>]*">[^<>]*<\/a>/, with: "")
    #expect(cited.count < html.count)
    #expect(!cited.contains("http:") && !cited.contains("https:"))
    // One year has no change to explain.
    #expect(!html.contains("Rincian perubahan") && html.contains("Cara mencapainya"))
    #expect(html.contains("84,04"))
  }

  @Test("the policy allows the one script of the file")
  func policy() throws {
    let html = try report()
    let script = try #require(html.firstMatch(of: /<script>(.*?)<\/script>/.dotMatchesNewlines())).output.1
    try fill(folder, with: ["script.js": String(script)])
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "openssl dgst -sha256 -binary script.js | base64"]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).trimmingCharacters(in: .newlines)
    process.waitUntilExit()
    #expect(html.contains("script-src 'sha256-\(answer)'"))
  }

  @Test("options that do not go together are refused", arguments: [["--rules", "2022"], ["--from", "2022.yaml=data.csv"], []])
  func refusals(options: [String]) throws {
    #expect(try timbang(["report", "--out", "x.html"] + options, in: folder).status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "x.html").path))
  }

  @Test("a file that cannot be written is a clear error")
  func unwritable() throws {
    let run = try timbang(
      ["report", "--rules", "2022.yaml", "--data", "data.csv", "--out", "nowhere/x.html", "--lang", "en"], in: folder)
    #expect(run.status == 73)
    #expect(run.errors.contains("cannot be written"))
  }
}
