import RuleDiagnostics
import Spreadsheets
import Testing

@Suite("Files of other kinds")
struct ForeignFileTests {
  private func expect(_ bytes: [UInt8], _ message: String, help: String) {
    let (text, log) = readSheet(bytes)
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.notCSV])
    #expect(log.diagnostics.first?.message.en == message)
    #expect(log.diagnostics.first?.help?.en.contains(help) == true)
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx")
  }

  private func compound(_ stream: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
      + stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  @Test func `what is neither workbook nor database is left as it is`() {
    for text in ["", "P", "PK", "institution,unit\n", "SQLite format", "{}"] {
      let (read, log) = readSheet(Array(text.utf8))
      #expect(read == text)
      #expect(log.diagnostics == [])
    }
  }

  @Test func `old Excel files, and workbooks with a password`() {
    expect(compound("Workbook"), "this is an old Excel file (.xls)", help: "Excel Workbook (.xlsx)")
    expect(compound("WordDocument"), "this is an old Office file, but no spreadsheet", help: ".xlsx")
    expect(compound("EncryptedPackage"), "this workbook is locked by a password", help: "remove the password")
    let parts = WrittenWorkbook().parts.map { ($0.key, Array($0.value.utf8)) }
    expect(zip(parts, password: "rahasia"), "this workbook is locked by a password", help: "remove the password")
  }

  @Test func `spreadsheets of other programs, and other zips`() {
    let open = { (kind: String) in zip([("mimetype", Array("application/vnd.oasis.opendocument.\(kind)".utf8)), ("content.xml", [])]) }
    expect(open("spreadsheet"), "this is an OpenDocument spreadsheet (.ods)", help: "Excel Workbook (.xlsx)")
    expect(open("text"), "this is an OpenDocument file, but no spreadsheet", help: ".xlsx")
    expect(zip([("Index/Document.iwa", [1])]), "this is an Apple Numbers spreadsheet (.numbers)", help: "Export To")
    expect(zip([("word/document.xml", [1])]), "this is a Word or PowerPoint file, but no workbook", help: ".xlsx")
    expect(zip([("2022.csv", [1])]), "this is a zip archive, but no workbook", help: "unpack it")
    var binary = WrittenWorkbook()
    binary.parts["_rels/.rels"] = WrittenWorkbook.relationships([("rId1", "officeDocument", "xl/workbook.bin")], WrittenWorkbook.office)
    binary.binaryParts["xl/workbook.bin"] = [1, 2, 3]
    expect(binary.bytes, "this is a binary Excel workbook (.xlsb)", help: "Excel Workbook (.xlsx)")
  }
}
