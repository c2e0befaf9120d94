import CZip
import RuleDiagnostics
import Spreadsheets

/// A workbook written part by part, so that every oddity can be in it.
struct WrittenWorkbook {
  /// The parts by name, in the order of their names.
  var parts: [String: String]
  /// Parts that stand in the archive as bytes.
  var binaryParts: [String: [UInt8]] = [:]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  /// A workbook of one sheet `Data` whose rows are given as XML.
  init(rows: String = "", behindData: String = "", shared: [String] = [], styles: String = "", properties: String = "") {
    let relations = WrittenWorkbook.office
    parts = [
      "_rels/.rels": WrittenWorkbook.relationships([("rId1", "officeDocument", "xl/workbook.xml")], relations),
      "xl/workbook.xml": WrittenWorkbook.workbook([("Data", "rId1", nil)], properties: properties),
      "xl/_rels/workbook.xml.rels": WrittenWorkbook.relationships(
        [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "styles.xml")],
        relations),
      "xl/worksheets/sheet1.xml": WrittenWorkbook.sheet(rows, behindData),
      "xl/sharedStrings.xml": "<sst xmlns=\"\(WrittenWorkbook.main)\">" + shared.map { "<si>\($0)</si>" }.joined() + "</sst>",
      "xl/styles.xml": "<styleSheet xmlns=\"\(WrittenWorkbook.main)\">\(styles)</styleSheet>",
    ]
  }

  /// A workbook with several sheets, each of one cell that holds its name.
  init(sheets: [(name: String, state: String?)]) {
    self.init()
    parts["xl/workbook.xml"] = WrittenWorkbook.workbook(sheets.enumerated().map { ($1.name, "rId\($0 + 1)", $1.state) })
    parts["xl/_rels/workbook.xml.rels"] = WrittenWorkbook.relationships(
      sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }, WrittenWorkbook.office)
    for (number, sheet) in sheets.enumerated() {
      parts["xl/worksheets/sheet\(number + 1).xml"] = WrittenWorkbook.sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(sheet.name)</t></is></c></row>")
    }
  }

  static func relationships(_ entries: [(id: String, kind: String, target: String)], _ namespace: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + entries.map { "<Relationship Id=\"\($0.id)\" Type=\"\(namespace)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
      + "</Relationships>"
  }

  static func workbook(_ sheets: [(name: String, id: String, state: String?)], properties: String = "") -> String {
    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>"
      + sheets.enumerated().map { number, sheet in
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\""
          + (sheet.state.map { " state=\"\($0)\"" } ?? "") + " r:id=\"\(sheet.id)\"/>"
      }.joined() + "</sheets></workbook>"
  }

  static func sheet(_ rows: String, _ behindData: String = "") -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(behindData)</worksheet>"
  }

  /// Styles whose numbers from 0 on have these formats.
  static func styles(_ formats: [Int], codes: [(number: Int, code: String)] = []) -> String {
    "<numFmts>" + codes.map { "<numFmt numFmtId=\"\($0.number)\" formatCode=\"\($0.code)\"/>" }.joined() + "</numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
      + formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
  }

  /// Inline texts as cells of a row.
  static func row(_ number: Int, _ texts: [String]) -> String {
    "<row r=\"\(number)\">"
      + texts.enumerated().map { column, text in
        text.isEmpty ? "" : "<c r=\"\(Sheet.letters(of: column))\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }.joined() + "</row>"
  }

  /// The bytes of the zip.
  var bytes: [UInt8] {
    let all = parts.mapValues { Array($0.utf8) }.merging(binaryParts) { $1 }
    return zip(all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// The text that is read of it, and what is said about it.
  func read(named name: String? = nil, limits: SheetLimits = SheetLimits()) -> (text: String?, log: DiagnosticLog) {
    readSheet(bytes, named: name, limits: limits)
  }
}

/// Reads bytes as the file `survei.xlsx`.
func readSheet(_ bytes: [UInt8], named name: String? = nil, limits: SheetLimits = SheetLimits()) -> (text: String?, log: DiagnosticLog) {
  var log = DiagnosticLog()
  let file = SheetReader(limits: limits).read(SourceFile(name: "survei.xlsx", bytes: bytes), named: name, log: &log)
  return (file.map { String(decoding: $0.bytes, as: UTF8.self) }, log)
}

/// Packs parts as a zip archive.
func zip(_ parts: [(name: String, bytes: [UInt8])], password: String? = nil) -> [UInt8] {
  var error = zip_error_t()
  guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { return [] }
  zip_source_keep(source)
  defer { zip_source_free(source) }
  guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else { return [] }
  // libzip reads the parts when it closes the archive.
  let kept = parts.map { part in
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, part.bytes.count))
    _ = copy.initialize(from: part.bytes)
    return copy
  }
  defer { kept.forEach { $0.deallocate() } }
  for (part, copy) in Swift.zip(parts, kept) {
    let index = zip_file_add(
      archive, part.name, zip_source_buffer(archive, copy.baseAddress, UInt64(part.bytes.count), 0), UInt32(ZIP_FL_ENC_UTF_8))
    zip_file_set_mtime(archive, UInt64(index), 1_700_000_000, 0)
    if let password { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) }
  }
  zip_close(archive)
  zip_source_open(source)
  defer { zip_source_close(source) }
  zip_source_seek(source, 0, SEEK_END)
  var bytes = [UInt8](repeating: 0, count: Int(zip_source_tell(source)))
  zip_source_seek(source, 0, SEEK_SET)
  _ = zip_source_read(source, &bytes, UInt64(bytes.count))
  return bytes
}
