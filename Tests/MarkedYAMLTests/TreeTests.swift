import MarkedYAML
import RuleDiagnostics
import Testing

struct TreeTests {
  @Test(arguments: [
    ("a: 1\nb: x y\n", "{a: 1, b: x y}"),
    ("a:\n  - 1\n  -\n  - {b: c}\n", "{a: [1, , {b: c}]}"),
    ("a: [x, 'y', \"z\"]\n\"b\":\n", "{a: [x, \"y\", \"z\"], \"b\": }"),
    ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", "{a: \"one\\ntwo\\n\", b: \"one two\"}"),
    ("%YAML 1.2\n---\na: 1\n...\n", "{a: 1}"),
    ("a:\n- 1\n- 2\nb: {}\nc: []\n", "{a: [1, 2], b: {}, c: []}"),
    ("{\"a\": 1,\n \"b\": [2,],\n}\n", "{\"a\": 1, \"b\": [2]}"),
    ("? a\n: b\n", "{a: b}"),
    ("a: [b: c]\n", "{a: [{b: c}]}"),
    ("a: x\n  y\n", "{a: x y}"),
    ("\"<<\": 1\n", "{\"<<\": 1}"),
    ("\"\": 1\n", "{\"\": 1}"),
    ("a: \"\\0\\e\"\n", "{a: \"\\0\\u{1B}\"}"),
    ("a: 1 #\tb\n  # c\n", "{a: 1}"),
  ])
  func `what is written is what is read`(text: String, tree: String) {
    let reading = Reading(text)
    #expect(outline(reading.node) == tree)
    #expect(reading.log.summary.isEmpty)
    let windows = Reading(text.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined())
    #expect(outline(windows.node) == tree)
  }

  @Test func `a node covers its own text and nothing behind it`() throws {
    let text = """
      judul: "é 😀"  # note
      parts:
        - id: input
          bobot: 21.85

        # comment
        -
      note: |
        one
        two

      empty:
      list: [ 1, {x: y} ]

      """
    let root = try #require(Reading(text).node)
    guard case .mapping(let entries) = root.content else { return }
    #expect(root.range.place == "1:1-13:20")
    #expect(entries.map(\.key.range.place) == ["1:1-1:6", "2:1-2:6", "8:1-8:5", "12:1-12:6", "13:1-13:5"])
    #expect(entries.map(\.value.range.place) == ["1:8-1:13", "3:3-7:4", "8:7-10:6", "12:7-12:7", "13:7-13:20"])
    guard case .sequence(let parts) = entries[1].value.content else { return }
    #expect(parts.map(\.range.place) == ["3:5-4:17", "7:4-7:4"])
    guard case .sequence(let list) = entries[4].value.content else { return }
    #expect(list.map(\.range.place) == ["13:9-13:10", "13:12-13:18"])
  }

  @Test func `the end of a file without a last line end is on its last line`() {
    #expect(Reading("a: 1\n? é").node?.range.place == "1:1-2:4")
    #expect(Reading("a: 1\n? é\n").node?.range.place == "1:1-3:1")
  }

  @Test func `keys that differ in bytes are different keys`() {
    #expect(Reading("caf\u{E9}: 1\ncafe\u{301}: 2\n").log.summary.isEmpty)
  }
}
