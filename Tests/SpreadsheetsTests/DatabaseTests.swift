import RuleDiagnostics
import Spreadsheets
import Testing

@Suite("Tables of SQLite databases")
struct DatabaseTests {
  private func read(
    _ statements: String, named name: String? = nil, usual: String = "observations", limits: SheetLimits = SheetLimits()
  ) -> (file: SourceFile?, text: String?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let bytes = WrittenDatabase(statements).bytes
    #expect(!bytes.isEmpty)
    let file = SheetReader(limits: limits).read(SourceFile(name: "data.db", bytes: bytes), named: name, usual: usual, log: &log)
    return (file, file.map { String(decoding: $0.bytes, as: UTF8.self) }, log)
  }

  @Test func `numbers stand as they are, texts in quotes, NULL is empty`() {
    let values = "(1, 'kota', 82.5), (2, NULL, 0.1), (-3, '', 100.0), (4, 'a \"b\",\nc', 1e-7), (9223372036854775807, '77,99', 1e21)"
    let read = read("CREATE TABLE t (a, b, c); INSERT INTO t VALUES \(values)")
    #expect(
      read.text == """
        "a","b","c"
        1,"kota",82.5
        2,,0.1
        -3,,100
        4,"a ""b"", c",0.0000001
        9223372036854775807,"77,99",1000000000000000000000

        """)
    #expect(read.log.diagnostics == [])
  }

  @Test func `a database that was cut is refused, at whatever byte`() {
    let whole = WrittenDatabase("CREATE TABLE t (a, b); INSERT INTO t VALUES ('uji', 87)").bytes
    for count in [whole.count - 1, whole.count - 7, whole.count / 2, 5000, 4096, 600, 99] where count < whole.count {
      var log = DiagnosticLog()
      let file = SourceFile(name: "data.db", bytes: Array(whole.prefix(count)))
      #expect(SheetReader().read(file, named: nil, usual: "observations", log: &log) == nil)
      #expect(log.diagnostics.map(\.code) == [.workbookDamaged], "\(count) of \(whole.count)")
    }
  }

  @Test func `a cell is called by table, row id and column`() throws {
    let read = read("CREATE TABLE observations (a, b); INSERT INTO observations (rowid, a, b) VALUES (1, 1, 2), (118, 3, 'x,y')")
    let file = try #require(read.file)
    #expect(read.text == "\"a\",\"b\"\n1,2\n3,\"x,y\"\n")
    #expect(
      [0, 4, 8, 12, 14].map { file.range($0, $0).description } == [
        "data.db:observations:a", "data.db:observations:b", "data.db:observations:1:a", "data.db:observations:118:a",
        "data.db:observations:118:b",
      ])
    #expect(file.range(ofLine: 3).description == "data.db:observations:118")
  }

  @Test func `rows of views and of tables without row ids are counted`() throws {
    let base = "CREATE TABLE t (a PRIMARY KEY, b) WITHOUT ROWID; INSERT INTO t VALUES (7, 8), (5, 6); CREATE VIEW w AS SELECT b FROM t;"
    let table = try #require(read(base, named: "t").file)
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\"a\",\"b\"\n5,6\n7,8\n")
    #expect(table.range(12, 12).description == "data.db:t:2:a")
    #expect(read(base, named: "w").text == "\"b\"\n6\n8\n")
  }

  @Test func `the only table is read, or the one called observations, or the one that is named`() {
    let two = "CREATE TABLE observations (a); CREATE TABLE entities (b); CREATE VIEW lain AS SELECT 1 AS c;"
    let plain = read(two)
    #expect(plain.text == "\"a\"\n")
    #expect(plain.log.diagnostics.map(\.message.en) == ["read the table `observations`; the database also holds `entities`, `lain`"])
    #expect(read(two, usual: "entities").text == "\"b\"\n")
    let named = read(two, named: "lain")
    #expect(named.text == "\"c\"\n1\n")
    #expect(named.log.diagnostics == [])
  }

  @Test(
    "without a choice it is refused",
    arguments: [
      (
        "CREATE TABLE a (x); CREATE TABLE b (x)", nil, "this database has several tables, and none is called `observations`",
        "name one by `--sheet`: `a`, `b`"
      ),
      ("CREATE TABLE a (x); CREATE TABLE data (x)", "dat", "there is no table `dat`", "did you mean `data`? there are: `a`, `data`"),
    ] as [(String, String?, String, String)])
  func choice(statements: String, name: String?, message: String, help: String) {
    let read = read(statements, named: name)
    #expect(read.text == nil)
    #expect(read.log.diagnostics.map(\.code) == [.sheetNotFound])
    #expect(read.log.diagnostics.first?.message.en == message)
    #expect(read.log.diagnostics.first?.help?.en == help)
  }

  @Test func `binary values are refused, each at its place, and counted beyond the limit of a log`() {
    let read = read(
      "CREATE TABLE t (a, b); WITH RECURSIVE s(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM s WHERE n < 60) INSERT INTO t SELECT n, x'00' FROM s"
    )
    #expect(read.text == nil)
    #expect(read.log.diagnostics.count == DiagnosticLog.limit)
    #expect(read.log.errorCount == 60)
    #expect(read.log.diagnostics.first?.range?.description == "data.db:t:1:b")
    #expect(read.log.diagnostics.allSatisfy { $0.code == .sheetCell })
  }

  @Test func `a view that never ends is stopped`() {
    let endless = "CREATE VIEW v AS WITH RECURSIVE s(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM s) SELECT max(n) AS n FROM s"
    var limits = SheetLimits()
    limits.thousandSteps = 1000
    let read = read(endless, limits: limits)
    #expect(read.text == nil)
    #expect(read.log.diagnostics.map(\.code) == [.workbookTooLarge])
    #expect(read.log.diagnostics.first?.message.en == "this view has not ended after 1 million steps")
  }

  @Test(arguments: ["random()", "hex(randomblob(4))", "current_timestamp", "load_extension('x')"])
  func `a view that rolls dice, asks the clock or loads programs is refused`(function: String) {
    let read = read("CREATE VIEW v AS SELECT \(function) AS a")
    #expect(read.text == nil)
    #expect(read.log.diagnostics.map(\.code) == [.workbookDamaged])
  }

  @Test func limits() {
    var limits = SheetLimits()
    limits.tableRows = 1
    #expect(read("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)", limits: limits).log.diagnostics.map(\.code) == [.workbookTooLarge])
    limits = SheetLimits()
    limits.databaseBytes = 4096
    #expect(read("CREATE TABLE t (a)", limits: limits).log.diagnostics.map(\.code) == [.workbookTooLarge])
    let long = read("CREATE TABLE t (a); INSERT INTO t VALUES ('\(String(repeating: "x", count: 32_768))')")
    #expect(long.log.diagnostics.map(\.code) == [.workbookTooLarge])
    #expect(long.log.diagnostics.first?.range?.description == "data.db:t:1:a")
  }

  @Test func `names of tables and columns may hold anything`() {
    let read = read("CREATE TABLE \"a\"\"b; DROP\" (\"x,y\" , \"z\"\"\"); INSERT INTO \"a\"\"b; DROP\" VALUES (1, 2)")
    #expect(read.text == "\"x,y\",\"z\"\"\"\n1,2\n")
  }

  @Test func `a database in WAL mode is read like any other`() {
    var bytes = WrittenDatabase("CREATE TABLE t (a); INSERT INTO t VALUES (1)").bytes
    (bytes[18], bytes[19]) = (2, 2)
    #expect(readSheet(bytes).text == "\"a\"\n1\n")
  }

  @Test func `a database in UTF-16 is read like any other`() {
    #expect(read("PRAGMA encoding = 'UTF-16'; CREATE TABLE t (a); INSERT INTO t VALUES ('café')").text == "\"a\"\n\"café\"\n")
  }

  @Test func `a database without tables is refused`() {
    let read = read("CREATE TABLE t (a); DROP TABLE t")
    #expect(read.log.diagnostics.first?.message.en == "this database has no tables")
  }
}
