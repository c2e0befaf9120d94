import Dice
import RuleDiagnostics
import Spreadsheets
import Testing

@Suite("Damaged workbooks and databases")
struct DamagedWorkbookTests {
  private static let sound = WrittenWorkbook(
    rows: WrittenWorkbook.row(1, ["institution", "field", "value"])
      + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" s=\"1\"><v>77.989999999999995</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" s=\"2\"><f>1+1</f><v>44789</v></c></row>",
    behindData: "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>", shared: ["<t>kota</t>", "<r><t>u</t></r><r><t>ji</t></r>"],
    styles: WrittenWorkbook.styles([0, 9, 164], codes: [(164, "dd/mm/yyyy")]), properties: "<workbookPr date1904=\"0\"/>")

  /// Any answer is right but a crash, a hang and a refusal without a message.
  private func expectAnswer(_ bytes: [UInt8], _ seed: String) {
    let (text, log) = readSheet(bytes)
    #expect((text == nil) == log.hasErrors, "\(seed)")
    for found in log.diagnostics where found.severity == .error {
      #expect(found.message.en.count > 5 && found.message.id.count > 5, "\(seed)")
      #expect(found.range?.file == "survei.xlsx", "\(seed)")
      #expect(found.help != nil, "\(seed): \(found.message.en)")
    }
  }

  @Test func `the sound workbook is read`() {
    #expect(Self.sound.read().log.diagnostics.map(\.severity).max() ?? .note == .error)
    var unmerged = Self.sound
    unmerged.parts["xl/worksheets/sheet1.xml"]?.replace("<mergeCell ref=\"B2:B3\"/>", with: "")
    #expect(unmerged.read().text == "\"institution\",\"field\",\"value\"\n\"kota\",\"uji\",\"7799 %\"\n\"kota\",,\"2022-08-16\"\n")
  }

  @Test func `a file that was cut anywhere is refused`() {
    let bytes = Self.sound.bytes
    for count in stride(from: 4, to: bytes.count, by: 7) {
      let (text, log) = readSheet(Array(bytes[..<count]))
      #expect(text == nil, "\(count)")
      #expect(log.diagnostics.map(\.code) == [.workbookDamaged], "\(count)")
      #expect(log.diagnostics.first?.help?.en.contains("download it once more") == true)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `any damage of the zip ends in an answer`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let sound = Self.sound.bytes
    for _ in 0..<150 { expectAnswer(damaged(sound, &dice, from: 4), "seed \(seed)") }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `any damage of the XML in it ends in an answer`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let words = [
      "<", ">", "/", "\"", "=", "&", "r", "A1", "1048577", "-1", "<c>", "</c>", "<row>", "</row>", "<v>", "<f/>", "t=\"s\"", "é", "\u{0}",
      "NaN",
      "1E999", "%", "d", "<!--", "<![CDATA[", "<is>", "<!DOCTYPE x>", "_x0000_", "99999999999999999999",
    ].map { Array($0.utf8) }
    for _ in 0..<150 {
      var book = Self.sound
      let part = dice.one(of: book.parts.keys.sorted())
      var bytes = Array((book.parts.removeValue(forKey: part) ?? "").utf8)
      for _ in 0...dice.number(0...3) {
        let place = dice.number(0...max(0, bytes.count - 1))
        let end = min(bytes.count, place + dice.number(0...4))
        bytes.replaceSubrange(place..<end, with: dice.onceIn(3) ? [] : dice.one(of: words))
      }
      if !dice.onceIn(20) { book.binaryParts[part] = bytes }
      expectAnswer(book.bytes, "seed \(seed) \(part)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `any damage of a database ends in an answer`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let sound = WrittenDatabase(
      "PRAGMA page_size = 512; CREATE TABLE observations (institution, value); CREATE VIEW v AS SELECT * FROM observations;"
        + "WITH RECURSIVE s(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM s WHERE n < 50) INSERT INTO observations SELECT 'kota', n FROM s"
    ).bytes
    for _ in 0..<100 { expectAnswer(damaged(sound, &dice, from: 16), "seed \(seed)") }
    for count in stride(from: 16, to: sound.count, by: 301) { expectAnswer(Array(sound[..<count]), "\(count)") }
  }

  private func damaged(_ sound: [UInt8], _ dice: inout Dice, from start: Int) -> [UInt8] {
    var bytes = sound
    for _ in 0...dice.number(0...4) {
      let place = dice.number(start...(bytes.count - 1))
      switch dice.number(0...4) {
      case 0: bytes[place] ^= 1 << UInt8(dice.number(0...7))
      case 1: bytes[place] = UInt8(dice.number(0...255))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + dice.number(1...30)))
      case 3: bytes.insert(contentsOf: (0...dice.number(0...9)).map { _ in UInt8(dice.number(0...255)) }, at: place)
      default: for index in place..<min(bytes.count, place + 4) { bytes[index] = 0xFF }
      }
      guard bytes.count > start + 1 else { return bytes }
    }
    return bytes
  }
}
