import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Names in place of ids")
struct SpellingTests {
  private static let listing =
    "id,parent,kind,name\nkota-a,,city,Kota A\nkota-b,,city,Kota B\nd,kota-a,,Dinas Sosial\ne,kota-b,,Dinas Sosial\n"

  private func read(_ rows: String, _ listing: String = SpellingTests.listing) -> (table: ObservationTable?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let file = SourceFile(name: "obs.csv", bytes: Array((Survey.header + rows).utf8))
    let directory = SourceFile(name: "entities.csv", bytes: Array(listing.utf8))
    return (Survey.reader.read([file], entities: [directory], log: &log), log)
  }

  @Test(arguments: ["Kota A", "KOTA A", "Kota  A ", "Kota\u{A0}A", "kotaa", "KOTA-A", "kota-a ", "Kota\u{200B} A"])
  func `case and blanks of every kind do not matter`(name: String) throws {
    let (table, log) = read("\(name),d,,training,1\n")
    #expect(try #require(table).population.rungs[0].map(\.id) == ["kota-a"])
    #expect(log.diagnostics == [])
  }

  @Test func `a unit is looked for below its own institution`() throws {
    let (table, _) = read("Kota A,DINAS SOSIAL,,training,1\nkota-b,dinas  sosial,,training,2\n")
    #expect(Survey.value("training", "kota-a/d", in: try #require(table)) == "1")
    #expect(Survey.value("training", "kota-b/e", in: try #require(table)) == "2")
  }

  @Test func `several spellings of one entity are one warning with all places and the id`() throws {
    let (table, log) = read("Kota A,d,,training,1\nkota-a,d,,complaints,1\nKOTA A,d,,remark,x\nKota A,d,,manager,y\n")
    #expect(table != nil)
    let found = try #require(log.diagnostics.first)
    #expect(log.diagnostics.count == 1)
    #expect(found.severity == .warning)
    #expect(found.code == .cellSpelling)
    #expect(found.message.en == "`kota-a` is written in 3 ways: `Kota A`, `kota-a`, `KOTA A`")
    #expect(found.range?.description == "obs.csv:3:1")
    #expect(found.notes.map(\.range.description) == ["obs.csv:2:1", "obs.csv:4:1"])
  }

  @Test func `a name that is not listed is refused once, with the nearest`() {
    let (table, log) = read("Kota C,d,,training,1\nKota C,d,,complaints,1\nKotta A,d,,training,1\n")
    #expect(table == nil)
    #expect(log.diagnostics.map(\.code) == [.cellSpelling, .cellSpelling])
    #expect(log.diagnostics.map(\.range?.description) == ["obs.csv:2:1", "obs.csv:4:1"])
    #expect(log.diagnostics.last?.help?.en == "did you mean `Kota A` (`kota-a`)?")
  }

  @Test func `an id that is not listed stays a warning`() {
    let (table, log) = read("kota-c,d,,training,1\n")
    #expect(table != nil)
    #expect(log.diagnostics.map(\.severity) == [.warning])
    #expect(log.diagnostics.map(\.code) == [.cellID])
  }

  @Test func `a name of two entities is refused with both ids`() {
    let (table, log) = read("Kota A,d,,training,1\n", "id,parent,kind,name\nx,,city,Kota A\ny,,city,KOTA A\n")
    #expect(table == nil)
    #expect(log.diagnostics.map(\.message.en) == ["`Kota A` may mean `x` or `y`"])
  }

  @Test func `what was said of a file holds for that file alone`() throws {
    var log = DiagnosticLog()
    var file = SourceFile(name: "a.csv", bytes: Array((Survey.header + "Kota A,Dinas,,training,1\n").utf8))
    file.form.spellings = [TableForm.Spelling("Kota A", path: "k"), TableForm.Spelling("Dinas", path: "k/d")]
    let other = SourceFile(name: "b.csv", bytes: Array((Survey.header + "Kota A,Dinas,,training,2\n").utf8))
    let table = try #require(Survey.reader.read([file, other], log: &log))
    #expect(Survey.value("training", "k/d", in: table) == "1")
    #expect(Survey.value("training", "Kota A/Dinas", in: table) == "2")
  }
}
