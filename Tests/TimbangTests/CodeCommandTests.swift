import Foundation
import Testing
import Timbang

@Suite("The pages of codes")
struct CodeCommandTests {
  private static let catalogue = packageFolder.appending(path: "Sources/Timbang/Timbang.docc")

  @Test("`timbang code` lists every code on a line, with what it is about")
  func list() throws {
    let lines = try timbang(["code"]).output.split(separator: "\n")
    #expect(lines.count == DiagnosticCode.allCases.count)
    #expect(lines.map { $0.prefix(5) } == DiagnosticCode.allCases.map(\.rawValue).sorted().map { $0[...] })
    #expect(lines.contains("T0204  error    Weights do not add up"))
    #expect(lines.contains("T0228  warning  A field that nothing uses"))
    #expect(lines.contains("T0243  error    An edit that changes nothing (can be a warning too)"))
  }

  @Test("a chapter lists its codes", arguments: CodeChapter.allCases)
  func chapter(_ chapter: CodeChapter) throws {
    let lines = try timbang(["code", chapter.rawValue.lowercased(), "--lang", "id"]).output.split(separator: "\n")
    #expect(lines.map { String($0.prefix(5)) } == chapter.codes.map(\.rawValue))
    #expect(!chapter.codes.isEmpty)
  }

  @Test(
    "a page says what is wrong, why, a wrong and a right example, and how to mend, in lower case as well", arguments: ["T0204", "t0204"])
  func page(_ name: String) throws {
    let run = try timbang(["code", name, "--lang", "id"])
    #expect(run.status == 0)
    let wanted = [
      "galat[T0204]: Jumlah bobot tidak cocok\n", "bobot di `total` berjumlah 110, seharusnya 100", "\nAlasannya\n", "\nSalah\n",
      "      id: total\n    #     ^^^^^\n", "        - {id: jam, weight: 50, yes_no: buka}\n", "\nBenar\n", "\nCara memperbaiki\n",
    ]
    var rest = run.output[...]
    for piece in wanted {
      let found = rest.range(of: piece)
      #expect(found != nil, "\(piece)")
      rest = rest[(found?.upperBound ?? rest.startIndex)...]
    }
  }

  @Test("no page is wider than 80 columns, but for its examples", arguments: Language.allCases)
  func width(_ language: Language) {
    for code in DiagnosticCode.allCases {
      let text = PageText(style: TextStyle(language: language, hasColour: false)).text(code)
      for line in text.split(separator: "\n") where !line.hasPrefix("    ") { #expect(line.count <= 80, "\(code.rawValue): \(line)") }
    }
  }

  @Test("every page is written in both languages", arguments: DiagnosticCode.allCases)
  func languages(_ code: DiagnosticCode) {
    let page = code.page
    for words in [page.title, page.reason, page.remedy, page.example.message] {
      #expect(words.id.count > 5 && words.en.count > 5)
      #expect(words.id != words.en)
    }
    #expect(page.example.wrong != page.example.right)
  }

  @Test("every page is a file of its code's name", arguments: CodeChapter.allCases)
  func files(_ chapter: CodeChapter) throws {
    let folder = packageFolder.appending(path: "Sources/DiagnosticPages/Pages/\("\(chapter)".capitalized)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let wanted = chapter.codes.map { code in
      let name = "\(code)"
      return name.prefix(1).uppercased() + name.dropFirst() + ".swift"
    }
    #expect(files.sorted() == wanted.sorted())
  }

  @Test(
    "an unknown code is refused with 64 and the nearest one",
    arguments: [("T0294", "T0204"), ("t204", "T0204"), ("204", "T0204"), ("T0400", "T0401"), ("T0x04", "T0104")])
  func unknown(name: String, near: String) throws {
    let run = try timbang(["code", name])
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("there is no code `\(name)`"))
    #expect(run.errors.contains("did you mean `\(near)`"), "\(run.errors)")
  }

  @Test("a name like no code is refused, and cannot write on the terminal")
  func hostile() throws {
    let run = try timbang(["code", "weights\u{1B}[31m"])
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no code `weights<U+001B>[31m`"))
    #expect(!run.errors.contains("did you mean"))
  }

  @Test("only a near number is suggested", arguments: ["T9999", "T9955", "T4488"])
  func far(name: String) throws {
    let run = try timbang(["code", name])
    #expect(run.status == 64 && !run.errors.contains("did you mean"), "\(run.errors)")
  }

  @Test("JSON holds every page")
  func json() throws {
    let all = try Parsed(text: timbang(["code", "--format", "json"]).output)
    #expect(all["format"].text == "timbang.codes/1.0")
    #expect(all["codes"].items.count == DiagnosticCode.allCases.count)
    let page = try Parsed(text: timbang(["code", "T0219", "--format", "json"]).output)["codes"][0]
    #expect(page["code"].text == "T0219")
    #expect(page["title"]["id"].text == "Garis zona yang tidak naik")
    #expect(page["example"]["wrong"].text?.contains("{id: hijau, from: 78}\n") == true)
  }

  @Test("the article about a chapter is what `timbang code` prints; `make pages` writes it anew", arguments: CodeChapter.allCases)
  func article(_ chapter: CodeChapter) throws {
    let printed = try timbang(["code", chapter.rawValue, "--format", "markdown", "--lang", "en"]).output
    let file = CodeCommandTests.catalogue.appending(path: "Codes/\(chapter.rawValue).md")
    #expect(try String(contentsOf: file, encoding: .utf8) == printed)
    let top = try String(contentsOf: CodeCommandTests.catalogue.appending(path: "Timbang.md"), encoding: .utf8)
    #expect(top.contains("- <doc:\(chapter.rawValue)>\n"))
  }
}
