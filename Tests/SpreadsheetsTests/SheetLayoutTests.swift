import RuleDiagnostics
import Spreadsheets
import Testing

@Suite("The layout of sheets and workbooks")
struct SheetLayoutTests {
  @Test func `line numbers are row numbers, and all lines have the same cells`() {
    let rows = """
      <row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c></row>
      """
    // Column A holds nothing and is left out.
    #expect(WrittenWorkbook(rows: rows).read().text == "\n1,,2\n\n\n,3,\n")
  }

  @Test func `rows and cells without names follow one another`() {
    #expect(WrittenWorkbook(rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>").read().text == "1,2\n,3\n")
  }

  @Test func `formatted cells and rows without content are no content`() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"/></row><row r=\"9\"><c r=\"A9\" s=\"1\"/></row>"
    #expect(WrittenWorkbook(rows: rows).read().text == "1\n")
  }

  @Test func `an empty sheet is an empty text`() {
    #expect(WrittenWorkbook().read().text == "")
  }

  @Test func `strict workbooks, prefixes, absolute and relative part names are read`() {
    var book = WrittenWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", shared: ["<t>satu</t>"])
    for (name, text) in book.parts {
      book.parts[name] = text.replacing(WrittenWorkbook.main, with: WrittenWorkbook.strictMain)
        .replacing(WrittenWorkbook.office, with: WrittenWorkbook.strictOffice)
    }
    #expect(book.read().text == "\"satu\"\n")
    book.parts["xl/_rels/workbook.xml.rels"] = WrittenWorkbook.relationships(
      [("rId1", "worksheet", "/xl/worksheets/sheet1.xml"), ("rId2", "sharedStrings", "../xl/./sharedStrings.xml")], WrittenWorkbook.office)
    #expect(book.read().text == "\"satu\"\n")
    book.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="\(WrittenWorkbook.main)"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    #expect(book.read().text == "\"satu\"\n")
  }

  @Test func `part names differ in case or have the wrong slashes`() {
    var book = WrittenWorkbook(rows: "<row><c><v>1</v></c></row>")
    book.parts["XL/Worksheets/Sheet1.xml"] = book.parts.removeValue(forKey: "xl/worksheets/sheet1.xml")
    book.parts["xl\\styles.xml"] = book.parts.removeValue(forKey: "xl/styles.xml")
    #expect(book.read().text == "1\n")
  }

  @Test func `what stands in extensions of a cell is no value`() {
    let rows = "<row><c><v>1</v><extLst><ext><v>2</v><f>3</f></ext></extLst></c></row>"
    #expect(WrittenWorkbook(rows: rows, behindData: "<extLst><ext><row r=\"1\"><c><v>9</v></c></row></ext></extLst>").read().text == "1\n")
  }

  @Test func `the first visible sheet is read, and a note names the others`() {
    let book = WrittenWorkbook(sheets: [("Rahasia", "veryHidden"), ("Data", nil), ("Catatan", "hidden"), ("Direktori", "visible")])
    let (text, log) = book.read()
    #expect(text == "\"Data\"\n")
    #expect(log.diagnostics.map(\.severity) == [.note])
    #expect(
      log.diagnostics.first?.message.en
        == "read the sheet `Data`; the workbook also holds `Rahasia` (hidden), `Catatan` (hidden), `Direktori`")
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx:Data")
  }

  @Test func `a sheet that is named is read without a note, in another case and hidden too`() {
    let book = WrittenWorkbook(sheets: [("Data", nil), ("Direktori", "hidden")])
    for name in ["Direktori", "direktori"] {
      let (text, log) = book.read(named: name)
      #expect(text == "\"Direktori\"\n")
      #expect(log.diagnostics == [])
    }
  }

  @Test func `a sheet that is not there is refused with the nearest one`() {
    let (text, log) = WrittenWorkbook(sheets: [("Data", nil), ("Direktori", nil)]).read(named: "Dta")
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.sheetNotFound])
    #expect(log.diagnostics.first?.help?.en == "did you mean `Data`? there are: `Data`, `Direktori`")
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx")
  }

  @Test func `a workbook of hidden sheets alone is refused`() {
    let (text, log) = WrittenWorkbook(sheets: [("Data", "hidden")]).read()
    #expect(text == nil)
    #expect(log.diagnostics.first?.help?.en == "name one by `--sheet`: `Data`")
  }

  @Test func `hidden rows are read, and counted in a note`() {
    let rows = "<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row><row hidden=\"1\"/>"
    let (text, log) = WrittenWorkbook(rows: rows).read()
    #expect(text == "1\n2\n")
    #expect(log.diagnostics.map(\.message.en) == ["1 hidden rows were read like the others"])
  }

  @Test(
    "what is out of its place is refused",
    arguments: [
      "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"3\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>",
      "<row r=\"1\"><c r=\"A2\"/></row>",
      "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>", "<row><c r=\"1A\"/></row>",
      "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<row><c t=\"s\"><v></v></c></row>",
      "<row><c t=\"z\"><v>0</v></c></row>", "<row><c t=\"b\"><v>2</v></c></row>",
    ])
  func misplaced(rows: String) {
    let (text, log) = WrittenWorkbook(rows: rows).read()
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.workbookDamaged])
    #expect(log.diagnostics.first?.range?.cell?.isEmpty == false)
  }

  @Test func `a cell is called by its letters, and a sheet with blanks stands in quotes`() {
    #expect([0, 25, 26, 701, 702, 16383].map { Sheet.letters(of: $0) } == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
    #expect(Sheet(.worksheet, name: "Data Q1's", columns: ["A", "G"]).place(line: 118, column: 1) == "'Data Q1''s'!G118")
    #expect(Sheet(.worksheet, name: "Data", columns: ["A"]).place(line: 118, column: nil) == "Data!118")
  }

  @Test func `an offset in the text is a cell of the sheet`() throws {
    let rows = WrittenWorkbook.row(3, ["", "institution", "x, y", "value"]) + WrittenWorkbook.row(5, ["", "kota", "", "1.2"])
    var log = DiagnosticLog()
    let file = try #require(SheetReader().read(SourceFile(name: "s.xlsx", bytes: WrittenWorkbook(rows: rows).bytes), log: &log))
    #expect(String(decoding: file.bytes, as: UTF8.self) == "\n\n\"institution\",\"x, y\",\"value\"\n\n\"kota\",,\"1.2\"\n")
    #expect(file.isSheet)
    let places = [2, 16, 19, 23, 30, 32, 39, 40].map { file.range($0, $0).description }
    #expect(places == ["B3", "C3", "C3", "D3", "D3", "B5", "C5", "D5"].map { "s.xlsx:Data!\($0)" })
    #expect(file.range(40, 40).start == Position(line: 5, column: 9, offset: 40))
  }
}
