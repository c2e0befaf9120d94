import RuleDiagnostics
import Testing

@testable import MarkedYAML

struct LayoutTests {
  @Test(arguments: LayoutExample.all)
  func `a file is laid out as it should be, and then stays so`(example: LayoutExample) {
    #expect(layout(example.written) == example.laidOut)
    #expect(layout(example.laidOut) == example.laidOut)
    let windows = example.written.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined()
    #expect(layout(windows) == example.laidOut)
    #expect(layout("\u{FEFF}" + example.written) == example.laidOut)
  }

  @Test(arguments: ["a: [1\n", "a: 1\na: 2\n", "", "- 1\n", "a: &x 1\n", "\ta: 1\n"])
  func `a broken file is refused with its mistakes`(text: String) {
    var log = DiagnosticLog()
    #expect(canonicalLayout(of: SourceFile(name: "rules.yaml", bytes: Array(text.utf8)), log: &log) == nil)
    #expect(log.hasErrors)
  }

  @Test func `a file that ends within a text of several lines is not given another text`() throws {
    var log = DiagnosticLog()
    #expect(canonicalLayout(of: SourceFile(name: "rules.yaml", bytes: Array("b: 1\na: |\n  satu\n  dua".utf8)), log: &log) == nil)
    let found = try #require(log.diagnostics.first)
    #expect(found.range?.start.line == 4 && found.range?.start.column == 6)
    #expect(found.help?.en.contains("press Enter behind the last line") == true)
    #expect(layout("b: 1\na: |\n  satu\n  dua\n") == "b: 1\na: |\n  satu\n  dua\n")
    #expect(layout("a:   1") == "a: 1\n")
  }

  @Test func `a layout that says anything else than the file is not handed out`() throws {
    let source = SourceFile(name: "rules.yaml", bytes: Array("a:   1\n".utf8))
    var log = DiagnosticLog()
    let root = try #require(readYAML(source, log: &log))
    #expect(proven(Array("a: 1\n".utf8), of: source, root, log: &log) == Array("a: 1\n".utf8) && log.diagnostics == [])
    for other in ["a: 2\n", "b: 1\n", "a: \"1\"\n", "a: 1\nb: 2\n", "a: [1]\n", "a: [\n"] {
      var log = DiagnosticLog()
      #expect(proven(Array(other.utf8), of: source, root, log: &log) == nil, "\(other)")
      #expect(log.diagnostics.map(\.message.en) == ["this file cannot be laid out anew"])
    }
  }

  @Test func `a file of one long line is laid out in time`() {
    let text = "a: [" + String(repeating: "é ,", count: 20_000) + "é]"
    #expect(layout(text) == "a: [" + String(repeating: "é, ", count: 20_000) + "é]\n")
  }
}

/// What a file becomes; nil if it is refused.
func layout(_ text: String) -> String? {
  var log = DiagnosticLog()
  return canonicalLayout(of: SourceFile(name: "rules.yaml", bytes: Array(text.utf8)), log: &log).map { String(decoding: $0, as: UTF8.self) }
}

struct LayoutExample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let written: String
  let laidOut: String

  init(_ name: String, _ written: String, _ laidOut: String) {
    testDescription = name
    self.written = written
    self.laidOut = laidOut
  }

  static let all = [
    LayoutExample("blocks are indented by two", "a:\n     b:\n         - c: 1\n           d: 2\n", "a:\n  b:\n    - c: 1\n      d: 2\n"),
    LayoutExample("a list stands deeper than its key", "a:\n- 1\n-   b: 2\n    c: 3\n", "a:\n  - 1\n  - b: 2\n    c: 3\n"),
    LayoutExample("a list in a list", "a:\n-  - 1\n   - 2\n-\n  - 3\n", "a:\n  - - 1\n    - 2\n  -\n    - 3\n"),
    LayoutExample("blanks between brackets", "a: { b :1,c:  [ 1,2 ,3 ] ,\"d\":4}\n", "a: {b :1, c: [1, 2, 3], \"d\": 4}\n"),
    LayoutExample("values that are empty", "a: {b:  ,c: }\nd:   \ne: [ ]\n", "a: {b: , c: }\nd:\ne: []\n"),
    LayoutExample(
      "brackets over several lines", "a:\n  - b: [ 1,\n  2,   # two\n\n# three\n  3\n ]\n    c: {d: [\n1\n], e: 2\n}\n",
      "a:\n  - b: [1,\n      2,  # two\n\n      # three\n      3\n    ]\n    c: {d: [\n      1\n    ], e: 2\n    }\n"),
    LayoutExample("empty lines and blanks at ends", "\n\na: 1  \n\n\n\n# x  \n\n\nb: 2\n\n\n", "a: 1\n\n# x\n\nb: 2\n"),
    LayoutExample("a text of nothing but blanks", "a: |\n\n\n  \nb: 1\n", "a: |\n\nb: 1\n"),
    LayoutExample("a text of kept line ends", "a: |+\n\n\n  \nb: 1\n", "a: |+\n\n\n\nb: 1\n"),
    LayoutExample("no line end at the end", "a: 1", "a: 1\n"),
    LayoutExample("a text of several lines between brackets", "a: [one\n two, b]\n", "a: [one\n  two, b]\n"),
    LayoutExample("a comment before everything", "   # one\na: 1\n", "# one\na: 1\n"),
    LayoutExample("a comment behind brackets without a block", "{a: 1}\n   # end\n", "{a: 1}\n# end\n"),
    LayoutExample(
      "a comment keeps its column if it can", "a:   1       # one\nbb: 2 # two\nc:  \"3\"# \n",
      "a: 1         # one\nbb: 2 # two\nc: \"3\" #\n"),
    LayoutExample(
      "a comment that has no room stands two blanks behind", "a:\n- b: 1 # one\n", "a:\n  - b: 1  # one\n"),
    LayoutExample(
      "a comment moves with what follows", "a:\n    # one\n    b: 1\n    # two\n# three\nc: 2\n",
      "a:\n  # one\n  b: 1\n  # two\n# three\nc: 2\n"),
    LayoutExample(
      "a comment stays in the block in whose column it stood", "a:\n    b:\n        c: 1\n        # of c\n    # of b\nd: 2\n",
      "a:\n  b:\n    c: 1\n    # of c\n  # of b\nd: 2\n"),
    LayoutExample("a comment in no column", "a:\n    b: 1\n  # here\nd: 2\n      # end\n", "a:\n  b: 1\n# here\nd: 2\n# end\n"),
    LayoutExample(
      "a comment above a list that moves", "a:\n# one\n- 1\n# two\n- 2\n# three\nb: 1\n",
      "a:\n  # one\n  - 1\n  # two\n  - 2\n# three\nb: 1\n"),
    LayoutExample("a text of several lines", "a: one\n      two  \n\n   three\nb: 'x\n  y'\n", "a: one\n  two\n\n  three\nb: 'x\n  y'\n"),
    LayoutExample("blanks that count in quotes", "a: \"one\\\n    two\\ \n    three\"\n", "a: \"one\\\n  two\\ \n  three\"\n"),
    LayoutExample(
      "texts of lines", "a:\n    b: |\n      one\n        two  \n\n      three\n    c: >-\n     x\n     y\n\n\nd: 1\n",
      "a:\n  b: |\n    one\n      two  \n\n    three\n  c: >-\n    x\n    y\n\nd: 1\n"),
    LayoutExample(
      "texts of lines that say how deep they stand", "a:\n    b: |1\n       one\n      two\n    c:\n      - |2-\n         x\n",
      "a:\n  b: |1\n     one\n    two\n  c:\n    - |2-\n       x\n"),
    LayoutExample("line ends that count", "a: |+\n  one\n\n\n\nb: >+\n  two\n\n\n", "a: |+\n  one\n\n\n\nb: >+\n  two\n\n\n"),
    LayoutExample(
      "a line of blanks that belongs to a text", "a: >+\n x\n   \n\nb: |\n    y\n  \n     \n", "a: >+\n  x\n    \n\nb: |\n  y\n\n   \n"),
    LayoutExample("a document mark", "%YAML 1.2\n---\na:   1\n...\n", "%YAML 1.2\n---\na: 1\n...\n"),
    LayoutExample("a key by itself", "?   a\n:   1\n", "? a\n: 1\n"),
    LayoutExample(
      "a file in brackets", "{\n    \"a\": 1,\n    \"b\": [\n        2\n    ]\n}\n", "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}\n"),
    LayoutExample(
      "a value below its key", "a:\n      x\nb:\n      {c: 1}\nd:\n  - e:\n          f\n", "a:\n  x\nb:\n  {c: 1}\nd:\n  - e:\n      f\n"),
    LayoutExample("tabs between words", "a:\t1\t# x\n", "a: 1 # x\n"),
  ]
}
