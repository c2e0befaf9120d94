import RuleDiagnostics
import Testing

struct SourceFileTests {
  private func file(_ text: String) -> SourceFile { SourceFile(name: "a.yaml", bytes: Array(text.utf8)) }

  @Test(arguments: [(0, 1, 1), (2, 1, 2), (6, 1, 3), (7, 1, 4), (8, 2, 1), (9, 2, 2), (10, 2, 3), (11, 3, 1), (99, 3, 1), (-1, 1, 1)])
  func `a place counts letters, not bytes`(offset: Int, line: Int, column: Int) {
    let place = file("é😀\r\nab\n").position(at: offset)
    #expect((place.line, place.column) == (line, column))
  }

  @Test func `the mark at the start of a file has no column`() {
    let marked = file("\u{FEFF}ab\n")
    #expect(marked.position(at: 3).column == 1)
    #expect(marked.position(at: 4).column == 2)
    #expect(marked.position(at: 0).column == 1)
    #expect(marked.line(1) == "ab")
  }

  @Test func `a line comes without its end, and without what is damaged`() {
    let bytes = Array("a\r\n".utf8) + [0xFF, 0x0A] + Array("c".utf8)
    let source = SourceFile(name: "a.yaml", bytes: bytes)
    #expect((0...4).map { source.line($0) } == [nil, "a", "\u{FFFD}", "c", nil])
    #expect(source.lineCount == 3)
  }

  @Test func `a range is written as compilers do`() {
    #expect("\(file("a: 1\nb: 2\n").range(8, 9))" == "a.yaml:2:4")
  }

  @Test func `words are said in either language`() {
    let words = Words(id: "salah", en: "wrong")
    #expect(Language.allCases.map { words[$0] } == ["salah", "wrong"])
    #expect(Words(same: "a") == Words(id: "a", en: "a"))
  }
}
