import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Files that are refused")
struct FileFaultTests {
  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14], DiagnosticCode.notCSV, "Excel file (.xlsx)"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .notCSV, "(.xls)"), (Array("%PDF-1.7".utf8), .notCSV, "PDF"),
    ([0x1F, 0x8B, 0x08], .notCSV, "gzip"), (Array("\u{FEFF}\n".utf8.dropFirst(3)) + Array("<html>".utf8), .notCSV, "HTML"),
    (Array("[{}]".utf8), .notCSV, "JSON"), ([0xFF, 0xFE, 0x69], .csvEncoding, "UTF-16LE"),
    ([0xFE, 0xFF, 0xDC, 0x00], .csvEncoding, "UTF-16BE"),
    ([0x69, 0x00, 0x00, 0x00], .csvEncoding, "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], .csvEncoding, "UTF-32"),
  ])
  func `another format is named with a remedy`(bytes: [UInt8], code: DiagnosticCode, words: String) {
    let found = Survey.findings(bytes)
    #expect(found.map(\.code) == [code])
    #expect(found.first?.message.en.contains(words) == true)
    #expect(found.first?.help != nil)
    #expect(found.first?.range?.description == "obs.csv:1:1")
  }

  @Test(arguments: [[0xE9], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
  func `bytes that are not UTF-8 are refused where they stand`(bad: [UInt8]) {
    let found = Survey.findings(Array((Survey.header + "k,é").utf8) + bad + Array(",,training,5\n".utf8))
    #expect(found.map(\.code) == [.csvEncoding])
    #expect(found.first?.range?.description == "obs.csv:2:4")
    #expect(found.first?.help?.en.contains("CSV UTF-8") == true)
  }

  @Test func `an unknown column is named with its neighbour`() {
    expectError(
      .csvHeader, "institution,«unitt»,product,field,value\nk,d,p,time,5\n", says: "`unitt` is not known", help: "did you mean `unit`")
    expectError(
      .csvHeader, "institution,unit,product,field,value,«bobot»\nk,d,p,time,5,1\n", says: "`bobot`", help: "the known columns are")
    expectError(.csvHeader, "institution,unit,product,field,value,«»\nk,d,p,time,5,\n", says: "has no name")
    expectError(.csvHeader, "institution,unit,product,field,«Value»\nk,d,p,time,5\n", help: "did you mean `value`")
  }

  @Test func `a missing column is named`() {
    expectError(
      .csvHeader, "«institution,unit,field,value»\nk,d,training,5\n", says: "no column `product`", help: "`product` or `product_id`")
    expectError(.csvHeader, "«institution,unit,product,field»\nk,d,,training\n", says: "no column `value`")
  }

  @Test func `a column that stands twice is refused with both places`() {
    let found = expectError(.csvHeader, "institution,unit,product,«unit_id»,field,value\n", says: "is there already")
    #expect(found?.notes.map(\.range.description) == ["obs.csv:1:13"])
  }

  @Test func `a first line of data or an empty file has no header`() {
    expectError(.csvHeader, "«k,d,p,time,5»\nk,d,q,time,5\n", help: "such as `institution,unit,product,field,value`")
    let rows = (1...25).map { "k,d,q\($0),time,5\n" }.joined()
    expectError(.csvHeader, "«k,d,p,time,5»\n" + rows, help: "such as `institution,unit,product,field,value`")
    expectError(.csvHeader, "«»", says: "empty")
    expectError(.csvHeader, "\n\n«»", says: "empty")
  }

  @Test(arguments: [Survey.header, Survey.header + "\n\n", String(Survey.header.dropLast())])
  func `a file of nothing but names of columns is refused, as nobody was surveyed`(text: String) {
    let found = Survey.findings(Array(text.utf8))
    #expect(found.map(\.code) == [.csvHeader])
    #expect(found.first?.message.en == "this file names its columns but holds no rows")
    #expect(found.first?.help?.en.contains("institution,unit,product,field,value") == true)
  }

  @Test func `several files of nothing but names of columns are refused together`() {
    var log = DiagnosticLog()
    let files = ["a.csv", "b.csv"].map { SourceFile(name: $0, bytes: Array(Survey.header.utf8)) }
    #expect(Survey.reader.read(files, log: &log) == nil)
    #expect(log.diagnostics.map(\.message.en) == ["these files name their columns but hold no rows"])
  }

  @Test func `the header in the middle is refused, also behind a mark or in another order`() {
    expectError(.csvHeader, Survey.header + "k,d,p,time,5\n«institution,unit,product,field,value»\nk,d,q,time,5\n", says: "again")
    expectError(.csvHeader, Survey.header + "«\u{FEFF}institution,unit,product,field,value»\nk,d,q,time,5\n")
    expectError(.csvHeader, Survey.header + "«unit,institution,product,field,value»\nk,d,q,time,5\n")
  }

  @Test func `a row with too few or too many cells is refused where it breaks off or goes on`() {
    expectError(.csvRagged, Survey.header + "k,d,training,5«»\nk,d,,complaints,5\n", says: "4 cells, the header has 5")
    expectError(.csvRagged, Survey.header + "k,d,,training,5,«x,y»\r\nk,d,,complaints,5\n", says: "7 cells")
    expectError(.csvRagged, Survey.header + "k,d,,training,5,«»\n")
    expectError(.csvRagged, Survey.header + "k;d;;training;5«»\n", says: "1 cells")
  }

  @Test func `an unquoted decimal comma is guessed`() {
    expectError(.csvRagged, Survey.header + "k,d,,training,«87,99»\n", help: "one number with a decimal comma, write `87.99`")
    expectError(.csvRagged, "value,institution,unit,product,field\n«87,99»,k,d,,training\n", help: "write `87.99`")
  }

  @Test func `an open quote is refused where it opens, and the following rows are still read`() {
    expectError(.csvSyntax, Survey.header + "k,d,p,time,«\"»5\nk,d,q,time,5\n", says: "not closed")
    let found = Survey.findings(Array((Survey.header + "k,d,p,time,\"5\nk,d,q,time,x\nk,d,r,time,\"6\n").utf8))
    #expect(found.map { $0.range?.description } == ["obs.csv:2:12", "obs.csv:3:12", "obs.csv:4:12"])
    #expect(found.map(\.code) == [.csvSyntax, .cellNotOfType, .csvSyntax])
  }

  @Test func `an open quote in a large file is found without reading it to the end`() {
    let rows = String(repeating: "k,d,p,time,5\n", count: 100_000)
    let found = Survey.findings(Array((Survey.header + "k,d,\"p,time,5\n" + rows).utf8))
    #expect(found.first?.range?.description == "obs.csv:2:5")
    #expect(found.first?.code == .csvSyntax)
  }

  @Test func `text around quotes is refused where it stands`() {
    expectError(.csvSyntax, Survey.header + "k,\"d\"«x»,,training,5\n", says: "text follows")
    expectError(.csvSyntax, Survey.header + "k,d«\"»e\",,training,5\n", says: "not quoted")
  }

  @Test func `a line end of CR alone is refused`() {
    expectError(.csvSyntax, "institution,unit,product,field,value«\r»k,d,,training,5\r", says: "CR alone")
  }

  @Test func `a cell longer than 64 KiB is refused where it begins`() {
    let long = String(repeating: "x", count: 64 * 1024)
    let first = Survey.findings(Array((Survey.header + "k,d,,remark,x\(long)\nk,d,,training,x\n").utf8))
    #expect(first.map(\.code) == [.csvTooLarge, .cellNotOfType])
    #expect(first.first?.range?.description == "obs.csv:2:13")
    let second = Survey.findings(Array((Survey.header + "k,d,,remark,\"x\(long)\"\n").utf8))
    #expect(second.map { $0.range?.description } == ["obs.csv:2:13"])
    #expect(second.map(\.code) == [.csvTooLarge])
    #expect(Survey.findings(Array((Survey.header + "k,d,,remark,\(long)\nk,e,,remark,\"\(long)\"\n").utf8)).isEmpty)
  }

  @Test func `more than 200 columns are refused at the first one too many`() {
    let found = Survey.findings(Array((String(repeating: "a,", count: 1_000_000) + "b\n").utf8))
    #expect(found.map(\.code) == [.csvTooLarge])
    #expect(found.first?.range?.description == "obs.csv:1:401")
    #expect(found.first?.message.en.contains("1000001 columns") == true)
  }
}
