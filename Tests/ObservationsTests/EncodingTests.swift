import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Encodings of observation files")
struct EncodingTests {
  private static let text = Survey.header + "k,d,,remark,Jalan “é” 😀\nk,d,,training,78.5\n"

  private static func utf16(_ text: String, isLittleEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? bytes : bytes.reversed()
    }
  }

  private func read(_ bytes: [UInt8], as form: TableForm = TableForm()) -> (table: ObservationTable?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    var file = SourceFile(name: "obs.csv", bytes: bytes)
    file.form = form
    return (Survey.reader.read([file], log: &log), log)
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read in both orders, with and without a mark, and named`(isLittleEndian: Bool, mark: Bool) throws {
    let (table, log) = read(Self.utf16(Self.text, isLittleEndian: isLittleEndian, mark: mark))
    #expect(Survey.value("remark", "k/d", in: try #require(table)) == "Jalan “é” 😀")
    #expect(Survey.value("training", "k/d", in: try #require(table)) == "157/2")
    #expect(log.diagnostics.map(\.message.en) == ["read as CSV with: \(isLittleEndian ? "UTF-16LE" : "UTF-16BE")"])
  }

  @Test func `Windows-1252 is read and named, with its letters that are not Latin-1`() throws {
    let bytes = Array(Survey.header.utf8) + Array("k,d,,remark,".utf8) + [0x93, 0xE9, 0x94, 0x20, 0x80] + Array("\n".utf8)
    let (table, log) = read(bytes)
    #expect(Survey.value("remark", "k/d", in: try #require(table)) == "“é” €")
    #expect(log.diagnostics.map(\.message.en) == ["read as CSV with: Windows-1252"])
    #expect(log.diagnostics.map(\.code) == [.csvSyntax])
  }

  @Test func `every byte of Windows-1252 that has a letter becomes that letter`() throws {
    // The letters of the code page as its description lists them, 0x80 to 0x9F; · where there is none.
    let letters = Array("€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ".unicodeScalars)
    for byte in 0x80...0xFF as ClosedRange<UInt8> where byte != 0xC2 && byte != 0xC3 {
      let expected = byte < 0xA0 ? letters[Int(byte) - 0x80] : Unicode.Scalar(byte)
      let (table, log) = read(Array((Survey.header + "k,d,,remark,x").utf8) + [byte] + Array("x\n".utf8))
      guard expected != "·" || byte == 0xB7 else {
        #expect(log.diagnostics.map(\.range?.description) == ["obs.csv:2:14"])
        continue
      }
      #expect(Survey.value("remark", "k/d", in: try #require(table)) == "x\(expected)x")
    }
  }

  @Test func `a piece of a letter in UTF-8 is damage, not another encoding`() {
    for damage in [[0xC3, 0xA9, 0x20, 0xE9], [0xC3], [0xE2, 0x80, 0x20], [0xE9, 0xC2]] as [[UInt8]] {
      let (table, log) = read(Array((Survey.header + "k,d,,remark,x").utf8) + damage + Array("\n".utf8))
      #expect(table == nil)
      #expect(log.diagnostics.map(\.code) == [.csvEncoding])
    }
  }

  @Test func `what was said of the encoding holds, also against the bytes`() throws {
    var form = TableForm()
    form.encoding = .windows1252
    let bytes = Array((Survey.header + "k,d,,remark,é\n").utf8)
    #expect(Survey.value("remark", "k/d", in: try #require(read(bytes, as: form).table)) == "Ã©")
    form.encoding = .utf8
    let (table, log) = read(Array((Survey.header + "k,d,,remark,").utf8) + [0xE9, 0x0A], as: form)
    #expect(table == nil)
    #expect(log.diagnostics.map(\.range?.description) == ["obs.csv:2:13"])
    form.encoding = .utf16LittleEndian
    #expect(read(bytes + [0x0A], as: form).table == nil)
  }

  @Test func `a directory may be in another encoding too`() throws {
    var log = DiagnosticLog()
    let directory = SourceFile(
      name: "entities.csv", bytes: Self.utf16("id,parent,kind,name\nk,,city,Kota É\n", isLittleEndian: true, mark: true))
    let file = SourceFile(name: "obs.csv", bytes: Array((Survey.header + "k,d,,training,1\n").utf8))
    let table = try #require(Survey.reader.read([file], entities: [directory], log: &log))
    #expect(table.population.rungs[0][0].name == "Kota É")
    #expect(log.diagnostics.map(\.message.en) == ["read as CSV with: UTF-16LE"])
  }
}
