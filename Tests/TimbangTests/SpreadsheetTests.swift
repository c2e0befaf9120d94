import Foundation
import Testing
import Timbang

@Suite("Workbooks and databases as data")
struct SpreadsheetTests {
  private static let folder = "Tests/Spreadsheets"
  private static let samples = "rules/kepatuhan/samples"

  private func score(_ data: [String], entities: [String] = ["\(samples)/entities.csv"], format: String = "json") throws -> Run {
    try timbang(["score", "--rules", "2022", "--data"] + data + ["--entities"] + entities + ["--format", format])
  }

  /// The results of a score, whatever it was made from.
  private func results(_ run: Run) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]).filter { $0.key != "data" }
  }

  @Test(
    "LibreOffice's, openpyxl's and Excel-like workbooks and a database score as the CSV does",
    arguments: ["libreoffice.xlsx", "openpyxl.xlsx", "like-excel.xlsx", "balikpapan.db"])
  func sameScores(_ name: String) throws {
    let wanted = try score(["\(Self.samples)/balikpapan-2022.csv"])
    let run = try score(["\(Self.folder)/\(name)"])
    #expect(wanted.status == 0 && run.status == 0, "\(run.errors)")
    #expect(try results(run) as NSDictionary == results(wanted) as NSDictionary)
    let data = try Parsed(text: run.output)["data"]
    #expect(data["files"][0].text == "\(Self.folder)/\(name)")
    #expect(data["rows"].value as? Int == 148)
  }

  @Test("the digest of the data is that of the file as it lies there")
  func digest() throws {
    let run = try score(["\(Self.folder)/libreoffice.xlsx"])
    let files = try ["\(Self.folder)/libreoffice.xlsx", "\(Self.samples)/entities.csv"].map { name in
      "\(Digest(of: [UInt8](try Data(contentsOf: packageFolder.appending(path: name)))))\n"
    }
    #expect(try Parsed(text: run.output)["data"]["digest"].text == "\(Digest(of: files.joined()))")
  }

  @Test("data and directory may be sheets of one workbook, or tables of one database")
  func directory() throws {
    let wanted = try results(score(["\(Self.samples)/balikpapan-2022.csv"])) as NSDictionary
    let book = "\(Self.folder)/openpyxl.xlsx"
    let run = try timbang([
      "score", "--rules", "2022", "--data", book, "--sheet", "data", "--entities", book, "--entities-sheet", "Direktori", "--format",
      "json",
    ])
    #expect(run.errors.isEmpty)
    #expect(try results(run) as NSDictionary == wanted)
    let database = "\(Self.folder)/balikpapan.db"
    #expect(try results(score([database], entities: [database])) as NSDictionary == wanted)
  }

  @Test("a trace names the row of the sheet or table")
  func trace() throws {
    for (name, place) in [("openpyxl.xlsx", "openpyxl.xlsx:Data!2"), ("balikpapan.db", "balikpapan.db:observations:1")] {
      let run = try timbang(["trace", "kota-balikpapan", "--rules", "2022", "--data", "\(Self.folder)/\(name)"])
      #expect(run.status == 0)
      #expect(run.output.contains("\(Self.folder)/\(place)\n"), "\(run.output.prefix(2000))")
    }
  }

  @Test("explain reads workbooks on both sides, and the command that it offers names the sheet")
  func explain() throws {
    let run = try timbang([
      "explain", "kota-balikpapan", "--from", "2021=\(Self.samples)/balikpapan-2021.csv", "--to", "2022=\(Self.folder)/openpyxl.xlsx",
      "--sheet", "Data",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("--sheet Data"))
  }

  @Test("standard input may be a workbook")
  func standardInput() throws {
    let run = try timbang(["score", "--rules", "2022", "--data", "-"], program: "timbang", input: "PK\u{3}\u{4}")
    #expect(run.status == 65)
    #expect(run.errors.contains("error[T0603]"))
  }

  @Test("a database with changes beside it that are not in it yet is refused")
  func journal() throws {
    let scratch = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let copy = scratch.appending(path: "data.db")
    try FileManager.default.copyItem(at: packageFolder.appending(path: "\(Self.folder)/plain.db"), to: copy)
    try "changes".write(to: scratch.appending(path: "data.db-wal"), atomically: false, encoding: .utf8)
    let run = try timbang(["score", "--rules", "2022", "--data", copy.path])
    #expect(run.status == 66)
    #expect(run.errors.contains("data.db-wal` beside it holds changes that are not in it yet"))
  }

  /// A file with one fault: its first error and where that is.
  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let place: String

    init(_ name: String, _ code: String, _ place: String = "") {
      self.name = name
      self.code = code
      self.place = place
    }

    var testDescription: String { name }

    static let all = [
      Refused("blob.db", "T0606", ":pengamatan:3:value"), Refused("bomb.xlsx", "T0604", ":xl/worksheets/sheet1.xml"),
      Refused("cut.xlsx", "T0603"), Refused("data-hidden.xlsx", "T0302", ":Catatan!A1"), Refused("date.xlsx", "T0312", ":Data!E3"),
      Refused("error-value.xlsx", "T0312", ":Data!E4"), Refused("formula-without-result.xlsx", "T0606", ":Data!E4"),
      Refused("merged-institution.xlsx", "T0607", ":Data!A2"), Refused("merged-unit.xlsx", "T0607", ":Data!B3"),
      Refused("named.csv", "T0312", ":Data!E4"), Refused("other.ods", "T0305"), Refused("other.xls", "T0305"),
      Refused("out-of-range.xlsx", "T0313", ":Data!E5"), Refused("percent.xlsx", "T0312", ":Data!E4"),
      Refused("text-number.db", "T0312", ":pengamatan:3:value"), Refused("title-above.xlsx", "T0302", ":Data!A1"),
      Refused("two-tables.db", "T0605"),
    ]
  }

  @Test("each workbook or database with one fault is refused at its place", arguments: Refused.all)
  func refused(_ file: Refused) throws {
    let path = "\(Self.folder)/refused/\(file.name)"
    for language in Language.allCases {
      let run = try timbang(["score", "--rules", "2022", "--data", path, "--lang", language.rawValue])
      #expect(run.status == 65)
      #expect(run.output.isEmpty)
      let first = try #require(run.errors.components(separatedBy: language == .id ? "galat[" : "error[").dropFirst().first)
      #expect(first.hasPrefix(file.code))
      #expect(first.contains("\n  --> \(path)\(file.place)\n"), "\(first)")
    }
  }

  @Test("every file with a fault is tried")
  func everyFile() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: packageFolder.appending(path: "\(Self.folder)/refused").path)
    #expect(names.sorted() == Refused.all.map(\.name).sorted())
  }

  @Test("what those files are without their fault is read", arguments: ["plain.xlsx", "plain.db"])
  func plain(_ name: String) throws {
    let workspace = Workspace(rulesFolder: packageFolder.appending(path: "rules").path)
    let edition = try #require(workspace.load("kepatuhan/2022").edition).edition
    var log = DiagnosticLog()
    let path = packageFolder.appending(path: "\(Self.folder)/\(name)").path
    let files = try #require(workspace.readEach([path], log: &log))
    let table = ObservationReader(ladder: edition.rungs, fields: edition.fields).read(files, log: &log)
    #expect(log.diagnostics == [])
    #expect(table?.files.map(\.rows) == [4])
    #expect(table?.value(of: "persepsi_imbalan", for: 0) == .number(Fraction(181, 2)))
  }
}
