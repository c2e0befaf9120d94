import DiagnosticPages
import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Pages about observations")
struct PageTests {
  @Test(arguments: PageExample.all)
  func `the wrong example of a page gets its code first, at the marked words, with the message of the page`(example: PageExample) throws {
    let page = example.code.page
    let found = try #require(example.log(example.wrong.bytes).diagnostics.first { $0.severity != .note })
    #expect(found.code == example.code, "\(found)")
    #expect(found.severity == page.severity)
    #expect(found.message == page.example.message)
    if let range = example.wrong.range { #expect(found.range == range) }
  }

  @Test(arguments: PageExample.all)
  func `the right example of a page is sound`(example: PageExample) {
    let found = example.log(Array(example.code.page.example.right.utf8)).diagnostics.filter { $0.severity != .note }
    #expect(found == [])
  }

  @Test func `every code about observations is tried`() {
    #expect(PageExample.all.map(\.code) == CodeChapter.observations.codes)
  }
}

/// The example of a code's page about observations, read under the rules that the page names.
struct PageExample: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  private let isDirectory: Bool
  private let isListed: Bool

  static let all = DiagnosticCode.allCases.sorted { $0.rawValue < $1.rawValue }.compactMap(PageExample.init)

  private static let reader = ObservationReader(
    ladder: [Survey.rung("institution", kinds: ["city", "regency"]), Survey.rung("unit"), Survey.rung("product")],
    fields: [
      Survey.field("uji", "unit", .number, 0...100), Survey.field("petugas", "unit", .count), Survey.field("maklumat", "product", .yesNo),
    ])

  private init?(_ code: DiagnosticCode) {
    let setting = code.page.example.setting
    guard [.observations, .listed, .directory].contains(setting) else { return nil }
    self.code = code
    isDirectory = setting == .directory
    isListed = setting == .listed
  }

  var testDescription: String { "\(code.rawValue) \(code)" }

  private var name: String { isDirectory ? "entities.csv" : "obs.csv" }

  /// The wrong file, and the range that it marks.
  var wrong: (bytes: [UInt8], range: SourceRange?) {
    let columns = (4...250).map { "uji_\($0)" }.joined(separator: ",")
    let text = code.page.example.markedWrong.replacing("...", with: columns)
    guard text.contains("⟦") else {
      var bytes = Array(text.utf8)
      while let damaged = bytes.firstRange(of: Array("<81>".utf8)) { bytes.replaceSubrange(damaged, with: [0x81]) }
      return (bytes, nil)
    }
    let marked = MarkedText(text.replacing("⟦", with: "«").replacing("⟧", with: "»"), name: name)
    return (marked.file.bytes, marked.range)
  }

  /// What is found when the file is read with sound ones beside it.
  func log(_ bytes: [UInt8]) -> DiagnosticLog {
    var log = DiagnosticLog()
    let file = SourceFile(name: name, bytes: bytes)
    let sound = SourceFile(name: "sound.csv", bytes: Array((Survey.header + "kota-contoh,dinsos,,uji,80\n").utf8))
    let listing = "id,parent,kind,name\nkota-contoh,,city,Kota Contoh\ndinsos,kota-contoh,,Dinas Sosial\n"
    let directory = SourceFile(name: "entities.csv", bytes: Array(listing.utf8))
    let directories = isDirectory ? [file] : isListed ? [directory] : []
    _ = PageExample.reader.read([isDirectory ? sound : file], entities: directories, log: &log)
    return log
  }
}
