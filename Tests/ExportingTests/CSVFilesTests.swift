import Reporting
import RuleDiagnostics
import Testing

@testable import Exporting
@testable import Observations

@Suite("Results as CSV")
struct CSVFilesTests {
  private func text(_ table: String, _ profile: CSVProfile, _ language: Language = .id) throws -> String {
    let results = try Example.results()
    let table = try #require(results.tables.first { $0.id == table })
    return String(decoding: CSVFiles(profile, language: language).file(table, of: results), as: UTF8.self)
  }

  @Test("for programs: commas, points, LF, fixed headings")
  func forPrograms() throws {
    // k: u 0.6 x 70 + 0.4 x 50 = 62, v has only a = 100: (62 + 100) / 2 = 81. l: 60 + 38 = 98. m: 10.
    let expected = """
      run,edition,institution,name,kind,province,total,total_exact,colour,zone
      1,2022,k,<script>alert(1)</script>,city,'+1,81.00,81,hijau,hijau
      1,2022,l,'=1+1,city,'+1,98.00,98,hijau,hijau
      1,2022,m,'-1,city,'+1,10.00,10,merah,merah

      """
    #expect(try text("scores", .c) == expected)
  }

  @Test("for an Indonesian spreadsheet: semicolons, decimal commas, a mark, CRLF, Indonesian headings; no fraction becomes a date")
  func forSpreadsheets() throws {
    let expected = """
      \u{FEFF}Nomor;Edisi;Instansi;Nama;Jenis;Provinsi;Nilai;Nilai tepat;Zona;Zona (jenjang)
      1;2022;k;<script>alert(1)</script>;city;'+1;81,00;81;hijau;hijau
      1;2022;l;'=1+1;city;'+1;98,00;98;hijau;hijau
      1;2022;m;'-1;city;'+1;10,00;10;merah;merah

      """
    #expect(try text("scores", .id).utf8.elementsEqual(expected.replacing("\n", with: "\r\n").utf8))
    #expect(try text("parts", .id).contains(";60;85;85\r\n"))
    #expect(try text("parts", .id, .en).contains(";'@A;"))
    #expect(try text("parts", .c).contains(",'=A,'@A,"))
  }

  @Test("our own reader reads every file back, cell by cell", arguments: CSVProfile.allCases)
  func roundTrip(_ profile: CSVProfile) throws {
    let results = try Example.results()
    for table in results.tables {
      let bytes = CSVFiles(profile, language: .id).file(table, of: results)
      var log = DiagnosticLog()
      let file = SourceFile(name: "x.csv", bytes: bytes)
      let head = String(decoding: bytes.drop { $0 > 127 }.prefix { $0 > 31 }, as: UTF8.self)
      let names = head.split(separator: profile == .c ? "," : ";").map(String.init)
      var read = try #require(CSVTable(file, expecting: names.map { CSVColumn($0) }, log: &log), "\(log.diagnostics.map(\.message.en))")
      var row = CSVRow()
      var rows: [[String]] = []
      while read.next(into: &row, log: &log) { rows.append(row.cells.map { String(decoding: $0.text(in: file.bytes), as: UTF8.self) }) }
      #expect(!log.hasErrors, "\(table.id): \(log.diagnostics.map(\.message.en))")
      #expect(rows.count == table.rows.count, "\(table.id)")
      #expect(rows.allSatisfy { $0.count == names.count })
      if table.id == "scores" {
        let unmarked = rows.map { $0[3].hasPrefix("'") ? String($0[3].dropFirst()) : $0[3] }
        #expect(unmarked == ["<script>alert(1)</script>", "=1+1", "-1"])
      }
    }
  }

  @Test("what the mark means stands in the table of metadata")
  func mark() throws {
    #expect(try text("metadata", .c).contains(",text_prefix,"))
  }
}

@Suite("Cells of CSV")
struct CSVCellTests {
  /// Fixed: the quote with an accent was not doubled, so the cell ended there and the row fell apart.
  @Test("a quote is doubled also under an accent, and a cell stands in quotes only where it must")
  func quotes() {
    #expect(csvCell("x\"\u{301},y").utf8.elementsEqual("\"x\"\"\u{301},y\"".utf8))
    #expect(csvCell("a\r\nb").utf8.elementsEqual("\"a\r\nb\"".utf8))
    #expect(csvCell("a;b") == "a;b" && csvCell("a;b", separator: UInt8(ascii: ";")) == "\"a;b\"")
    #expect(csvCell("12.50") == "12.50")
  }
}
