import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Wide tables")
struct WideTableTests {
  private func difference(_ wide: String, _ long: String) throws -> Bool {
    let (first, second) = (try Survey.table(wide), try Survey.table(long))
    return first.population != second.population || first.columns.mapValues(\.values) != second.columns.mapValues(\.values)
  }

  @Test func `a row is an entity and a column a field, whatever the order of the columns`() throws {
    #expect(
      try !difference(
        "time,institution,charter,unit_id,product,note\n5,k,ya,d,p,x\n,k,tidak,d,q,\n",
        Survey.header + "k,d,p,time,5\nk,d,p,charter,1\nk,d,q,charter,0\n"))
  }

  @Test func `rows of units hold fields of units, without a column of products`() throws {
    #expect(
      try !difference(
        "institution,unit,training,remark\nk,d,78.5,\"a, b\"\nk,e,,\n",
        Survey.header + "k,d,,training,78.5\nk,d,,remark,\"a, b\"\nk,e,,training,\n"))
  }

  @Test func `rows of several rungs may stand in one table`() throws {
    #expect(
      try !difference(
        "institution,unit,product,budget,training,time\nk,,,7,,\nk,d,,,50,\nk,d,p,,,3\n",
        Survey.header + "k,,,budget,7\nk,d,,training,50\nk,d,p,time,3\n"))
  }

  @Test func `a value of a higher rung counts once, whether it stands in all rows or in one`() throws {
    let long = Survey.header + "k,,,budget,7\nk,d,p,time,1\nk,e,q,time,2\n"
    #expect(try !difference("institution,unit,product,budget,time\nk,d,p,7,1\nk,e,q,7,2\n", long))
    #expect(try !difference("institution,unit,product,budget,time\nk,d,p,,1\nk,e,q,7,2\n", long))
    let found = Survey.findings(Array("institution,unit,product,budget,time\nk,d,p,7,1\nk,e,q,7,2\n".utf8))
    #expect(
      found.map(\.message.en) == ["read as CSV with: a column for each field (2), `budget` recorded on a higher rung and counted once"])
  }

  @Test func `values of a higher rung that differ are refused with both places`() {
    let found = expectError(
      .wideTable, "institution,unit,product,budget,time\nk,d,p,7,1\nk,e,q,«8»,2\n", says: "`budget` of `k` differs between two rows")
    #expect(found?.notes.map(\.range.description) == ["obs.csv:2:7"])
  }

  @Test func `semicolons, decimal commas and ambiguity are judged as in long files`() throws {
    #expect(
      try !difference("institution;unit;training;remark\nk;d;78,5;a, b\n", Survey.header + "k,d,,training,78.5\nk,d,,remark,\"a, b\"\n"))
    expectError(.cellAmbiguousNumber, "institution;unit;training\nk;d;78,5\nk;e;«1.234»\n")
    expectError(.cellAmbiguousNumber, "institution;unit;training\nk;d;78,5\nk;e;«78.5»\n")
  }

  @Test func `one entity in two rows of a file is refused once, with both places`() {
    let found = expectError(
      .cellDuplicate, "institution,unit,training,complaints\nk,d,1,2\nk,«d»,,3\n", says: "a row of `k/d` is there already")
    #expect(found?.notes.map(\.range.description) == ["obs.csv:2:3"])
  }

  @Test func `several files may hold different columns of the same entities`() throws {
    let table = try Survey.table("institution,unit,training\nk,d,1\n", "institution,unit,complaints\nk,d,2\n")
    #expect(Survey.value("training", "k/d", in: table) == "1")
    #expect(Survey.value("complaints", "k/d", in: table) == "2")
  }

  @Test func `the values of a row that names nobody are checked all the same`() {
    let found = Survey.findings(Array("institution,unit,training\nk,d/e,x\n".utf8))
    #expect(found.filter { $0.severity == .error }.map(\.range?.description) == ["obs.csv:2:3", "obs.csv:2:7"])
  }

  @Test func `an unknown column gets the nearest name`() {
    expectError(.csvHeader, "institution,unit,training,«complaint»\nk,d,1,2\n", says: "no rung and no field", help: "`complaints`")
  }

  @Test func `a label with blanks around it names its field, and a shared label is refused`() throws {
    let fields = [
      Field(
        id: Marked("a", at: SourceRange(file: "r", at: .start)), rung: "unit", kind: .number, range: nil, unit: nil,
        label: Words(id: "Nilai uji", en: "Test score"), isOptional: false),
      Field(
        id: Marked("b", at: SourceRange(file: "r", at: .start)), rung: "unit", kind: .number, range: nil, unit: nil,
        label: Words(id: "Biaya", en: "Test score"), isOptional: false),
    ]
    let reader = ObservationReader(ladder: Survey.ladder, fields: fields)
    var log = DiagnosticLog()
    let header = "institution;unit; Nilai uji\u{A0};Biaya\n"
    let table = reader.read([SourceFile(name: "obs.csv", bytes: Array((header + "k;d;1;2\n").utf8))], log: &log)
    #expect(Survey.value("a", "k/d", in: try #require(table)) == "1")
    #expect(Survey.value("b", "k/d", in: try #require(table)) == "2")
    log = DiagnosticLog()
    #expect(reader.read([SourceFile(name: "obs.csv", bytes: Array("institution,unit,Test score\nk,d,1\n".utf8))], log: &log) == nil)
    #expect(log.diagnostics.first?.message.en == "the column `Test score` may mean the field `a` or `b`")
  }
}
