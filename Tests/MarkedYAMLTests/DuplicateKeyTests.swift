import MarkedYAML
import RuleDiagnostics
import Testing

struct DuplicateKeyTests {
  @Test func `a duplicate key names both lines`() throws {
    expect(.duplicateKey, in: "tahun: 1\nb: 2\n⟦tahun⟧: 3\n", saying: "key `tahun` is written twice, first in line")
    let found = try #require(Reading("é: 1\nb: 2\né: 3\n").log.diagnostics.first)
    #expect(found.notes.map(\.range.place) == ["1:1-1:2"])
    #expect(found.message.id == "kunci `é` ditulis dua kali, pertama di baris 1")
  }

  @Test(arguments: ["\"tahun\"", "'tahun'", "\"\\u0074ahun\"", "\"\\x74ahun\""])
  func `quoted and escaped keys equal plain ones`(spelling: String) {
    expect(.duplicateKey, in: "a:\n  tahun: 1\n  ⟦\(spelling)⟧: 3\n")
  }

  @Test func `the first value is kept and every duplicate is reported`() {
    let reading = Reading("a: 1\nb: {c: 1, c: [2]}\na: {x: 1}\na: 4\n")
    #expect(outline(reading.node) == "{a: 1, b: {c: 1}}")
    #expect(reading.log.summary == ["T0105 2:11-2:12", "T0105 3:1-3:2", "T0105 4:1-4:2"])
  }

  @Test func `a duplicate is found among many keys`() {
    let keys = (0..<100).map { "kunci\($0): 1\n" }.joined()
    let reading = Reading(keys + "kunci3: 2\nkunci9: 2\nkunci99: 2\nkunci100: 1\n")
    #expect(reading.log.summary == ["T0105 101:1-101:7", "T0105 102:1-102:7", "T0105 103:1-103:8"])
    #expect(reading.log.diagnostics.map { $0.notes[0].range.start.line } == [4, 10, 100])
  }

  @Test func `hidden letters of a key are spelt out in the message`() {
    let reading = Reading("\"a\\eb\": 1\n\"a\\eb\": 2\n")
    #expect(reading.log.diagnostics.first?.message.en.contains("`a\\u{1B}b`") == true)
  }
}
