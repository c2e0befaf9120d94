import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Rows that are refused")
struct RowFaultTests {
  @Test func `an unknown field is reported once, with its neighbour`() {
    expectError(
      .cellUnknownField, Survey.header + "k,d,,«trainning»,5\nk,e,,trainning,x\n", says: "`trainning`", help: "did you mean `training`")
    expectError(.cellUnknownField, Survey.header + "k,d,,«»,5\n", says: "names no field")
    let quoted = Survey.findings(Array((Survey.header + "k,d,,\"trai\"\"ning\",5\n").utf8))
    #expect(quoted.map(\.code) == [.cellUnknownField] && quoted.first?.message.en.contains("`trai\"ning`") == true)
  }

  @Test func `a field stands on exactly its rung`() {
    expectError(.cellWrongRung, Survey.header + "k,d,«p»,training,5\n", says: "goes below it")
    expectError(.cellWrongRung, Survey.header + "k,d,«»,time,5\n", says: "names none", help: "fill in the column `product`")
    expectError(.cellWrongRung, Survey.header + "k,«d»,,budget,5\n")
    expectError(.cellWrongRung, Survey.header + "k,«»,,time,5\n")
  }

  @Test func `a second value of a cell is refused with the place of the first, even if both are equal or empty`() {
    let found = expectError(.cellDuplicate, Survey.header + "k,d,,training,5\nk,e,,training,5\nk,d,,training,«5»\n", says: "`k/d`")
    #expect(found?.notes.map(\.range.description) == ["obs.csv:2:15"])
    expectError(.cellDuplicate, Survey.header + "k,d,,training,\nk,d,,training,«5»\n")
    expectError(.cellDuplicate, Survey.header + "k,d,,training,5\nk,d,,training,«»\n")
  }

  @Test func `a second value in another file is refused with the first file named`() {
    var log = DiagnosticLog()
    let files = ["a.csv", "b.csv"].map { SourceFile(name: $0, bytes: Array((Survey.header + "k,d,,training,5\n").utf8)) }
    #expect(Survey.reader.read(files, log: &log) == nil)
    #expect(log.diagnostics.map { $0.range?.description } == ["b.csv:2:15"])
    #expect(log.diagnostics.first?.notes.map(\.range.description) == ["a.csv:2:15"])
  }

  @Test func `a product without its unit is a hole`() {
    expectError(.cellID, Survey.header + "k,«»,p,time,5\n", says: "`unit` is empty, but `product` is given")
    expectError(.cellID, Survey.header + "«»,d,p,time,5\n", says: "`institution` is empty, but `unit` is given")
    expectError(.cellID, Survey.header + "«»,,,budget,5\n", says: "`institution` is empty")
  }

  @Test(arguments: [
    (" dinsos", "begins or ends with a blank", "write `dinsos`"), ("dinsos ", "begins or ends with a blank", "write `dinsos`"),
    ("din\u{200B}sos", "`din<U+200B>sos` holds the invisible character <U+200B>", "write `dinsos`"),
    ("\u{FEFF}dinsos", "<U+FEFF>", "write `dinsos`"), ("dinsos\u{A0}", "<U+00A0>", "write `dinsos`"),
    ("\u{202E}x", "<U+202E>", "write `x`"),
    ("a\u{1B}[31m", "<U+001B>", "write `a[31m`"), ("a/b", "holds a `/`", "separates the ids"), ("1.2E+11", "spreadsheet", "as text"),
    (String(repeating: "x", count: 201), "xxx…` is longer than 200 bytes", "short id"),
  ])
  func `an id that cannot be seen or joined is refused visibly, once`(id: String, words: String, help: String) {
    expectError(.cellID, Survey.header + "k,«\(id)»,,training,5\nk,\(id),,complaints,5\n", says: words, help: help)
  }

  @Test(arguments: [("Dinsos", "dinsos"), ("dinas sosial", "DinasSosial"), ("caf\u{E9}", "cafe\u{301}")])
  func `ids of one place that differ only in case, blanks or coding are refused with both places`(first: String, second: String) {
    let found = expectError(
      .cellID, Survey.header + "k,\(first),,training,5\nk,«\(second)»,,complaints,5\nk,\(second),,maturity,1\n", says: "only in case")
    #expect(found?.message.en.contains("`\(first)`") == true)
    #expect(found?.notes.map(\.range.description) == ["obs.csv:2:3"])
  }

  @Test func `the same id may stand in two places in two spellings`() throws {
    _ = try Survey.table(Survey.header + "k,Dinsos,,training,5\nm,dinsos,,training,5\n")
  }

  @Test func `formulas and markup as ids are harmless`() throws {
    let table = try Survey.table(Survey.header + "=1+1,<b>,..,time,5\n")
    #expect(table.population.rungs[2].map(\.path) == ["=1+1/<b>/.."])
  }

  @Test func `columns count Unicode scalars, and lines those of an editor`() {
    let text = Survey.header + "k,\"d 👩🌾\",,remark,\"a\r\nb\"\nk,e👩🌾e\u{301},,training,101\n"
    let found = Survey.findings(Array(text.utf8))
    #expect(found.map { $0.range?.description } == ["obs.csv:4:19"])
  }

  @Test func `all faults of a file are found, and after fifty they are counted`() {
    let rows = (1...80).map { "k,d\($0),,training,x\n" }.joined()
    var log = DiagnosticLog()
    #expect(Survey.reader.read([SourceFile(name: "obs.csv", bytes: Array((Survey.header + rows).utf8))], log: &log) == nil)
    #expect(log.diagnostics.count == 50)
    #expect(log.omitted == 30)
    #expect(log.errorCount == 80)
    #expect(log.diagnostics.last?.range?.start.line == 51)
  }
}
