import RuleDiagnostics
import Spreadsheets
import Testing

@Suite("The limits of workbooks")
struct LimitTests {
  private func expectTooLarge(_ read: (text: String?, log: DiagnosticLog), _ message: String, at place: String? = nil) {
    #expect(read.text == nil)
    #expect(read.log.diagnostics.map(\.code) == [.workbookTooLarge])
    #expect(read.log.diagnostics.first?.message.en == message)
    #expect(read.log.diagnostics.first?.help != nil)
    if let place { #expect(read.log.diagnostics.first?.range?.description == "survei.xlsx:\(place)") }
  }

  private func limits(_ change: (inout SheetLimits) -> Void) -> SheetLimits {
    var limits = SheetLimits()
    change(&limits)
    return limits
  }

  private let small = WrittenWorkbook(rows: WrittenWorkbook.row(1, ["satu", "dua"]))

  @Test func `bytes of the file`() {
    expectTooLarge(small.read(limits: limits { $0.workbookBytes = 512 }), "this workbook is larger than 512 B")
    #expect(SheetLimits().workbookBytes == 64 << 20)
  }

  @Test func `parts of the file`() {
    expectTooLarge(small.read(limits: limits { $0.parts = 5 }), "this zip holds 6 parts, at most 5 are read")
  }

  @Test func `unpacked bytes of a part`() {
    let book = WrittenWorkbook(rows: String(repeating: " ", count: 3000))
    expectTooLarge(
      book.read(limits: limits { $0.partBytes = 2048 }), "the part `xl/worksheets/sheet1.xml` becomes over 2 KiB when it is unpacked",
      at: "xl/worksheets/sheet1.xml")
  }

  @Test func `unpacked bytes of all parts`() {
    expectTooLarge(
      small.read(limits: limits { $0.allPartsBytes = 1 << 10 }), "all parts together become over 1 KiB when they are unpacked")
  }

  @Test func `a zip bomb`() {
    // 2 MiB of blanks pack about 1,000 times smaller.
    let book = WrittenWorkbook(rows: String(repeating: " ", count: 2 << 20))
    expectTooLarge(
      book.read(), "the part `xl/worksheets/sheet1.xml` becomes over 200 times larger when it is unpacked", at: "xl/worksheets/sheet1.xml")
    #expect(book.read(limits: limits { $0.packing = 2000 }).text == "")
  }

  @Test func rows() {
    expectTooLarge(
      WrittenWorkbook(rows: "<row r=\"1048577\"><c><v>1</v></c></row>").read(), "this sheet has a row 1048577, at most 1048576 are read")
    #expect(WrittenWorkbook(rows: "<row r=\"1048576\"><c><v>1</v></c></row>").read().text?.utf8.count == 1_048_577)
  }

  @Test func columns() {
    expectTooLarge(
      WrittenWorkbook(rows: "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>").read(), "this sheet has over 16384 columns", at: "Data!XFE1")
    #expect(WrittenWorkbook(rows: "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").read().text == "1\n")
  }

  @Test func `cells and the area that they spread over`() {
    expectTooLarge(small.read(limits: limits { $0.cells = 1 }), "this sheet holds over 1 cells with content", at: "Data!B1")
    expectTooLarge(small.read(limits: limits { $0.area = 1 }), "this sheet spreads over 1 rows and 2 columns")
  }

  @Test func `shared texts`() {
    let book = WrittenWorkbook(shared: ["<t>a</t>", "<t>b</t>", "<t>c</t>"])
    expectTooLarge(book.read(limits: limits { $0.sharedStrings = 2 }), "this workbook holds over 2 different texts")
  }

  @Test func `characters of a cell`() {
    let text = String(repeating: "é", count: 32_767)
    #expect(WrittenWorkbook(rows: WrittenWorkbook.row(1, [text])).read(limits: limits { $0.packing = 5000 }).text == "\"\(text)\"\n")
    expectTooLarge(
      WrittenWorkbook(rows: WrittenWorkbook.row(1, [String(repeating: "é", count: 131_100)])).read(),
      "this cell holds over 32767 characters", at: "Data!A1")
    expectTooLarge(
      WrittenWorkbook(shared: ["<t>\(String(repeating: "x", count: 131_100))</t>"]).read(), "this cell holds over 32767 characters")
  }

  @Test func `merged cells`() {
    let behind = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
    expectTooLarge(WrittenWorkbook(behindData: behind).read(limits: limits { $0.merges = 1 }), "this sheet holds over 1 merged cells")
  }

  @Test func `depth of XML`() {
    let nested = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    expectTooLarge(
      WrittenWorkbook(behindData: nested).read(limits: limits { $0.packing = 5000 }),
      "elements of XML in `xl/worksheets/sheet1.xml` stand over 64 levels deep in one another")
  }

  @Test func `a tag without end`() {
    let long = "<a b=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"
    expectTooLarge(
      WrittenWorkbook(behindData: long).read(limits: limits { $0.packing = 5000 }),
      "a tag in `xl/worksheets/sheet1.xml` is longer than 1 MiB")
  }

  @Test(
    "entities are refused before they are used",
    arguments: [
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
      "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://example.org/x\">%p;]>",
    ])
  func entities(declaration: String) {
    var book = small
    book.parts["xl/worksheets/sheet1.xml"] = declaration + WrittenWorkbook.sheet(WrittenWorkbook.row(1, ["&c;"]))
    let (text, log) = book.read()
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.workbookDamaged])
    #expect(log.diagnostics.first?.message.en.contains("declares a document type or entities") == true)
    #expect(log.diagnostics.first?.range?.description.hasPrefix("survei.xlsx:xl/worksheets/sheet1.xml:1:") == true)
  }

  @Test func `an entity that nobody declared is refused`() {
    let (text, log) = WrittenWorkbook(rows: WrittenWorkbook.row(1, ["&c;"])).read()
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.workbookDamaged])
  }
}
