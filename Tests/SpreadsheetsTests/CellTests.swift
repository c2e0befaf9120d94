import RuleDiagnostics
import Spreadsheets
import Testing

@Suite("The cells of a sheet")
struct CellTests {
  /// What one row of cells gives.
  private func line(_ cells: String, shared: [String] = [], styles: String = "", properties: String = "") -> String? {
    let book = WrittenWorkbook(rows: "<row r=\"1\">\(cells)</row>", shared: shared, styles: styles, properties: properties)
    let (text, log) = book.read()
    #expect(log.diagnostics == [])
    return text.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  @Test func `texts are quoted: shared, inline, of formulas`() {
    let shared = ["<t>satu</t>", "<t>Dinas \"A\", B</t>"]
    let cells = """
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>dua</t></is></c>\
      <c r="D1" t="str"><f>A1</f><v>satu</v></c>
      """
    #expect(line(cells, shared: shared) == "\"satu\",\"Dinas \"\"A\"\", B\",\"dua\",\"satu\"")
  }

  @Test func `runs of rich text are joined, and how to pronounce them is left out`() {
    let shared = [
      "<r><rPr><b/></rPr><t>Kota </t></r><r><t>Contoh</t></r><rPh sb=\"0\" eb=\"1\"><t>kota</t></rPh><phoneticPr fontId=\"1\"/>"
    ]
    #expect(line("<c r=\"A1\" t=\"s\"><v>0</v></c>", shared: shared) == "\"Kota Contoh\"")
    let inline = "<c r=\"A1\" t=\"inlineStr\"><is><r><t>Kota </t></r><r><t>Contoh</t></r><rPh><t>kota</t></rPh></is></c>"
    #expect(line(inline) == "\"Kota Contoh\"")
  }

  @Test func `a line end inside a cell becomes a blank, and escapes of XML characters are undone`() {
    let shared = ["<t>satu\ndua</t>", "<t>satu_x000D_\ndua</t>", "<t>a_x005F_x000D_b</t>", "<t>_x00e9_ _xZZZZ_ _x12</t>"]
    let cells = (0...3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(line(cells, shared: shared) == "\"satu dua\",\"satu dua\",\"a_x000D_b\",\"é _xZZZZ_ _x12\"")
  }

  @Test(
    "a number is the decimal that stands in the file",
    arguments: [
      ("82.5", "82.5"), ("0", "0"), ("-3", "-3"), ("-0", "0"), ("1E-3", "0.001"), ("1.5e+3", "1500"), ("007", "7"), (".5", "0.5"),
      ("5.", "5"),
      ("100.00", "100.00"), ("1E20", "100000000000000000000"), ("-1.25E1", "-12.5"), ("0.000", "0.000"), ("1234567.89", "1234567.89"),
    ])
  func number(written: String, read: String) {
    #expect(line("<c r=\"A1\"><v>\(written)</v></c>") == read)
  }

  @Test func `a number of more than 15 digits is the shortest decimal of the same double, which is said once for each column`() {
    let values = ["77.989999999999995", "0.10000000000000001", "81"]
    let rows = values.enumerated().map { "<row r=\"\($0 + 1)\"><c r=\"A\($0 + 1)\"><v>\($1)</v></c></row>" }.joined()
    let (text, log) = WrittenWorkbook(rows: rows).read()
    #expect(text == "77.99\n0.1\n81\n")
    #expect(log.diagnostics.count == 1)
    #expect(log.diagnostics.first?.code == .sheetRead)
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx:Data!A1")
    #expect(
      log.diagnostics.first?.message.en
        == "`77.989999999999995` is read as `77.99`, the shortest decimal of the same binary value, and 1 other cells of this column")
  }

  @Test func `what a computation left over is kept and told`() {
    let (text, log) = WrittenWorkbook(rows: "<row><c><f>0.1+0.2</f><v>0.30000000000000004</v></c></row>").read()
    #expect(text == "0.30000000000000004\n")
    #expect(
      log.diagnostics.first?.message.en
        == "`0.30000000000000004` is read as exactly `0.30000000000000004`: the result of a computation with its rounding error")
  }

  @Test(arguments: ["1,5", "0x1F", "NaN", "INF", "1E400", "1E", "--1", "1 5", "1E-99999999999999999999"])
  func `a number cell without a number is refused at its cell`(written: String) {
    let (text, log) = WrittenWorkbook(rows: "<row r=\"7\"><c r=\"C7\"><v>\(written)</v></c></row>").read()
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.sheetCell])
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx:Data!C7")
  }

  @Test func `truth values stand without quotes, errors are text`() {
    let cells = """
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><f>1=1</f><v>1</v></c>
      """
    #expect(line(cells) == "true,false,\"#N/A\",\"#DIV/0!\",true")
  }

  @Test func `a formula is the result that was saved`() {
    #expect(line("<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v></v></c><c><f t=\"shared\" si=\"0\"/><v>3</v></c>") == "2,3")
  }

  @Test(arguments: ["<c r=\"B2\"><f>1+1</f></c>", "<c r=\"B2\"><f>1+1</f><v/></c>", "<c r=\"B2\" t=\"str\"><f>A1</f></c>"])
  func `a formula without its result is refused at its cell`(cell: String) {
    let (text, log) = WrittenWorkbook(rows: "<row r=\"2\">\(cell)</row>").read()
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.sheetCell])
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx:Data!B2")
    #expect(log.diagnostics.first?.message.en == "this cell holds a formula without its result")
  }

  @Test(
    "a day or a time is ISO text",
    arguments: [
      // 44789 days after 1899-12-30 is 2022-08-16.
      ("44789", 14, "2022-08-16"), ("44789.5", 22, "2022-08-16T12:00:00"), ("0.25", 20, "06:00:00"), ("1", 14, "1900-01-01"),
      ("59", 14, "1900-02-28"), ("60", 14, "1900-02-29"), ("61", 14, "1900-03-01"), ("36585", 14, "2000-02-29"),
      ("2958465", 14, "9999-12-31"), ("1.5", 46, "36:00:00"), ("44788.999999999", 22, "2022-08-16"), ("-1", 14, "-1"),
      ("0.5", 45, "12:00:00"),
      ("44789", 164, "2022-08-16"), ("44789", 165, "2022-08-16"), ("1.5", 166, "36:00:00"),
    ])
  func day(written: String, format: Int, read: String) {
    let codes = [(164, "dd/mm/yyyy"), (165, "[$-421]d mmmm yyyy;@"), (166, "[h]:mm:ss")]
    let styles = WrittenWorkbook.styles([0, format], codes: codes.map { (number: $0.0, code: $0.1) })
    #expect(line("<c s=\"1\"><v>\(written)</v></c>", styles: styles) == "\"\(read)\"")
  }

  @Test(
    "days count from 1904 in a workbook that says so",
    arguments: [("0", "1904-01-01"), ("43327", "2022-08-16"), ("59", "1904-02-29")])
  func oldMacintosh(written: String, read: String) {
    // 1904-01-01 is day 1462 of the other count, and 44789 - 1462 = 43327.
    let properties = "<workbookPr date1904=\"1\"/>"
    #expect(line("<c s=\"1\"><v>\(written)</v></c>", styles: WrittenWorkbook.styles([0, 14]), properties: properties) == "\"\(read)\"")
  }

  @Test func `a cell of the type date is its text`() {
    #expect(line("<c t=\"d\"><v>2022-08-16</v></c>") == "\"2022-08-16\"")
  }

  @Test(
    "a percentage is text, so that it is not taken for its fraction",
    arguments: [("0.3", 9, "30 %"), ("0.305", 10, "30.5 %"), ("1", 164, "100 %"), ("0", 9, "0 %"), ("0.28999999999999998", 9, "29 %")])
  func percent(written: String, format: Int, read: String) {
    let styles = WrittenWorkbook.styles([format], codes: [(164, "0.0%")])
    let (text, _) = WrittenWorkbook(rows: "<row><c s=\"0\"><v>\(written)</v></c></row>", styles: styles).read()
    #expect(text == "\"\(read)\"\n")
  }

  @Test(
    "other formats change how a number looks, not what it is",
    arguments: [
      "General", "0.00", "#,##0", "&quot;hari&quot; 0", "0 \\d", "[Red]0", "_(* #,##0_);_(@_)", "0.00E+00", "&quot;50%&quot; 0", "@",
      "[$Rp-421] #,##0",
    ])
  func plain(code: String) {
    let styles = WrittenWorkbook.styles([164], codes: [(164, code)])
    #expect(line("<c s=\"0\"><v>44789.5</v></c>", styles: styles) == "44789.5")
  }
}
