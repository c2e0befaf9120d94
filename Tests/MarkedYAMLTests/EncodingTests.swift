import MarkedYAML
import RuleDiagnostics
import Testing

struct EncodingTests {
  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00] as [UInt8], "UTF-16LE"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16BE"),
    ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE"),
    ([0x61, 0x00, 0x3A, 0x00], "UTF-16LE"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16BE"),
    ([0x61, 0, 0, 0], "UTF-32LE"), ([0, 0, 0, 0x61], "UTF-32BE"),
  ])
  func `another encoding is named`(bytes: [UInt8], name: String) {
    let reading = Reading(bytes)
    #expect(reading.log.summary == ["T0102 1:1-1:1"])
    #expect(reading.log.diagnostics[0].message.en.contains(name))
    #expect(reading.log.diagnostics[0].help?.en.contains("save as UTF-8") == true)
  }

  @Test(arguments: [
    ([0xE9] as [UInt8], "perhaps `é` in Windows-1252"), ([0x93], "perhaps `“` in Windows-1252"),
    ([0x81], "a damaged character"), ([0xC0, 0x80], "an overlong spelling"), ([0xE0, 0x80, 0x80], "an overlong spelling"),
    ([0xED, 0xA0, 0x80], "half of a UTF-16 pair"), ([0xF5, 0x80, 0x80, 0x80], "perhaps `õ`"), ([0xF0, 0x9F, 0x98], "perhaps `ð`"),
  ])
  func `a byte that is not UTF-8 is named at its place`(bytes: [UInt8], words: String) throws {
    for newline in ["\n", "\r\n"] {
      let reading = Reading(Array("é😀: 1\(newline)b: é".utf8) + bytes + Array("x\(newline)".utf8))
      let found = try #require(reading.log.diagnostics.first)
      #expect(found.code == .notUTF8)
      #expect(found.range?.start == Position(line: 2, column: 5, offset: 14 + newline.utf8.count))
      #expect(found.message.en.contains(words), "\(found.message.en)")
      #expect(found.help?.en.contains("save as UTF-8") == true)
      #expect(reading.node == nil)
    }
  }

  @Test func `a file cut in a character is refused at the cut`() {
    #expect(Reading(Array("a: x".utf8) + [0xC3]).log.diagnostics.first?.range?.start == Position(line: 1, column: 5, offset: 4))
  }

  @Test func `a file in Windows-1252 is one mistake`() {
    let reading = Reading(Array("a".utf8) + [0xE9, 0x61, 0xE9, 0xE9, 0x61, 0xED, 0xA0, 0x80, 0x61])
    #expect(reading.log.summary.count == 1)
    #expect(reading.log.diagnostics[0].message.en.contains("2 more places"))
  }

  @Test func `a leading mark is fine`() {
    #expect(outline(Reading("\u{FEFF}a: 1").node) == "{a: 1}")
  }
}
