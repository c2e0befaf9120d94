import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import Testing
@testable import TimbangSQL

@Suite("What cannot be written as SQL")
struct RefusalTests {
  /// The finding on one indicator under a group.
  private func finding(
    _ indicator: String, field: String = "{per: unit, type: number, range: [0, 100]}", combine: String = "mean", when: String = "",
    decimals: Int = 2, dialect: SQLDialect = .duckdb
  ) throws -> Diagnostic? {
    let yaml = """
      timbang: 1
      id: contoh
      edition: 1
      units:
        institution: {}
        unit: {in: institution, combine: mean}
      fields:
        x: \(field)
        y: {per: unit, type: count, range: [1, 50]}
      score:
        id: total
        at: unit
        combine: \(combine)\(combine == "geometric_mean" ? "\n  precision: 6" : "")\(when.isEmpty ? "" : "\n  when: \"\(when)\"")
        parts:
          - {id: p, weight: 1, \(indicator)}
          - {id: q, weight: 1, linear: {field: y, worst: 0, best: 50}}
      zones: {ladder: [{id: semua, from: 0}]}

      """
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "contoh.yaml", bytes: Array(yaml.utf8)))
    let edition = try #require(loaded.edition, "\(loaded.log.diagnostics.map(\.message.en))")
    var log = DiagnosticLog()
    let text = edition.sql(.score, SQLSettings(dialect, decimals: decimals), log: &log)
    #expect((text == nil) == log.hasErrors)
    return log.diagnostics.first
  }

  @Test func `a divisor that varies is refused at its formula`() throws {
    let found = try #require(try finding("formula: \"100 * x / (x + y)\""))
    #expect(found.code == .sqlNotCompilable)
    #expect(found.message.en == "the expression of `p` holds a divisor that varies, which cannot be written in whole numbers of SQL")
    #expect(found.range?.start.line == 15)
  }

  @Test func `a geometric mean is refused at its group`() throws {
    let found = try #require(try finding("linear: {field: x, worst: 0, best: 100}", combine: "geometric_mean"))
    #expect(found.code == .sqlNotCompilable)
    #expect(found.message.en == "`total` is a geometric mean, whose root is no whole number")
    #expect(found.range?.start.line == 11)
  }

  @Test func `a condition on a group is refused where it stands`() throws {
    let found = try #require(try finding("linear: {field: x, worst: 0, best: 100}", when: "has(y)"))
    #expect(found.code == .sqlNotCompilable)
    #expect(found.message.en == "the condition `when` on the group `total` is not compiled")
    #expect(found.range?.start.line == 14)
  }

  @Test func `a field without a range has no bounds`() throws {
    let found = try #require(try finding("formula: \"min(100, x * x)\"", field: "{per: unit, type: count}"))
    #expect(found.code == .sqlTooLarge)
  }

  @Test func `a formula of sums, products and cases is written`() throws {
    #expect(try finding("formula: \"x > 50 ? 100 : (x + 2 * y) / 4\"") == nil)
    #expect(try finding("when: \"y > 3 && has(x)\", linear: {field: x, worst: 0, best: 100}") == nil)
  }
}

@Suite("How engines write")
struct DialectTests {
  @Test func `names and texts are quoted as each engine reads them`() throws {
    let edition = try ShippedYear.load("kepatuhan/2022")
    var log = DiagnosticLog()
    let texts = SQLDialect.allCases.map { edition.sql(.score, SQLSettings($0), log: &log) ?? "" }
    let (duckdb, postgres, sqlite, spark, ansi) = (texts[0], texts[1], texts[2], texts[3], texts[4])
    #expect(duckdb.contains(" // ") && spark.contains(" DIV ") && sqlite.contains(" / ") && postgres.contains(" / "))
    #expect(postgres.contains("COLLATE \"C\"") && spark.contains("`institution`"))
    // The portable text divides only what is a multiple of the divisor.
    #expect(ansi.contains(" % ") && !ansi.contains("//") && !ansi.contains("MATERIALIZED"))
  }

  @Test func `a step that is read once stands in the one that reads it, unless the text would grow`() throws {
    let edition = try ShippedYear.load("kepatuhan/2022")
    var log = DiagnosticLog()
    let steps = { (text: String?) in (text ?? "").matches(of: /(?m)^"\w+"(\([^)]*\))? AS/).count }
    let (sqlite, ansi) = (edition.sql(.score, SQLSettings(.sqlite), log: &log), edition.sql(.score, SQLSettings(.ansi), log: &log))
    // The portable text writes what it divides three times, so it keeps its steps.
    #expect(steps(sqlite) > 5 && steps(sqlite) < steps(ansi))
  }

  @Test func `a number of 64 bits is never multiplied by another before the column that makes it one`() {
    // 125 x 31,449,600 is more than 2^31, which is what two bare numbers are worked out in.
    let term = Term.product(.number(125), .product(.product(.number(31_449_600), .column("a")), .column("b")))
    #expect(SQLWriter(dialect: .duckdb).text(term) == #"125 * (31449600 * "a" * "b")"#)
    #expect(SQLWriter(dialect: .spark).text(term) == "125 * (CAST(31449600 AS BIGINT) * `a` * `b`)")
  }

  @Test func `no text holds a number with a point`() throws {
    for name in ShippedYear.compilable {
      let edition = try ShippedYear.load(name)
      var log = DiagnosticLog()
      for dialect in SQLDialect.allCases {
        let text = try #require(edition.sql(.score, SQLSettings(dialect), log: &log))
        #expect(text.firstMatch(of: /[0-9]\.[0-9]/) == nil)
        // The portable text has 53 bits only, which is not enough for the millionths of some editions.
        if dialect != .ansi { #expect(edition.sql(.contributions, SQLSettings(dialect), log: &log) != nil) }
      }
    }
  }
}

@Suite("Wrong rows")
struct WrongRowTests {
  private func row(_ more: String) throws -> [String?] {
    let data = "i0,u1,nilai,50\ni0,u2,nilai,60\n"
    let year = try WarehouseYear(yaml: Ties.rules, data: data, decimals: 2)
    let engine = try Engine()
    try engine.rows(year.text(.tables))
    try engine.rows("INSERT INTO observation VALUES ('i0','u1','nilai',5000), ('i0','u2','nilai',6000)" + more)
    return try engine.rows(year.text(.score))[0]
  }

  @Test func `a sound table is scored`() throws { #expect(try row("") == ["i0", "5500", "kuning", "kuning", "0", "0"]) }

  @Test func `a cell told twice refuses the institution`() throws {
    #expect(try row(", ('i0','u1','nilai',5000)") == ["i0", nil, nil, nil, "0", "1"])
    #expect(try row(String(repeating: ", ('i0','u1','nilai',10000)", count: 40))[1] == nil)
  }

  @Test func `a value out of range refuses the institution`() throws {
    // Out of range it is no value: wrong, and missing where the rules insist.
    #expect(try row(", ('i0','u3','nilai',10001)") == ["i0", nil, nil, nil, "0", "2"])
  }

  @Test func `an unknown field and a field on another rung refuse the institution`() throws {
    #expect(try row(", ('i0','u1','nila',1)") == ["i0", nil, nil, nil, "0", "1"])
    #expect(try row(", ('i0','','nilai',1)") == ["i0", nil, nil, nil, "0", "1"])
  }

  @Test func `fields of three rungs are taken apart each on its own, and one told on another rung refuses`() throws {
    // Missing ones count as 0, so a row of the unit itself would count as a product if nothing told it from one.
    let line = "missing: zero, linear: {worst: 0, best: 100, field:"
    let rules = """
      timbang: 1
      id: jenjang
      edition: 1
      units: {institution: {}, unit: {in: institution, combine: mean}, product: {in: unit, combine: mean}}
      fields:
        a: {per: unit, type: number, range: [0, 100]}
        b: {per: product, type: number, range: [0, 100]}
        c: {per: product, type: number, range: [0, 100]}
      score:
        id: total
        at: unit
        round: 2
        parts:
          - {id: a, weight: 1, \(line) a}}
          - id: produk
            weight: 1
            at: product
            parts: [{id: b, weight: 1, \(line) b}}, {id: c, weight: 1, \(line) c}}]
      zones: {ladder: [{id: merah, from: 0}]}

      """
    let data = "i0,u1,,a,80\ni0,u1,p1,b,60\ni0,u1,p1,c,20\ni0,u1,p2,b,10\n"
    let year = try WarehouseYear(yaml: rules, data: data, decimals: 2)
    // p1: (60 + 20) / 2 = 40; p2: (10 + 0) / 2 = 5; the unit: (80 + (40 + 5) / 2) / 2 = 51.25
    #expect(year.scores.total(of: 0) == Fraction(decimal: "51.25"))
    #expect(try year.answer(.score) == [["i0", "5125", "merah", "merah", "0", "0"]])
    for wrong in ["'i0','u1','','b',100", "'i0','u1','p1','a',100", "'i0','','','a',100", "'i0','','','c',100"] {
      let engine = try Engine()
      try engine.rows(year.text(.tables))
      for row in year.observationRows {
        try engine.rows("INSERT INTO observation VALUES (\(row.map { $0.map { "'\($0)'" } ?? "NULL" }.joined(separator: ",")))")
      }
      try engine.rows("INSERT INTO observation VALUES (\(wrong))")
      #expect(try engine.rows(year.text(.score)) == [["i0", nil, nil, nil, "0", "1"]])
    }
  }

  @Test func `who has no score needs no kind, and who has one does`() throws {
    let weighed = "kinds: [A, B], combine: {weighted: {kind: {A: 1, B: 3}}}}"
    let rules = Ties.rules.split(separator: "combine: mean}", maxSplits: 1).joined(separator: weighed)
      .split(separator: "missing: error").joined(separator: "missing: skip")
    let data = "i0,u1,nilai,50\ni0,u2,nilai,60\ni0,u3,nilai,\n"
    let year = try WarehouseYear(yaml: rules, data: data, entities: "u1,i0,A,u1\nu2,i0,B,u2\nu3,i0,,u3\n", decimals: 2)
    // (1 * 50 + 3 * 60) / 4 = 57.50
    #expect(year.scores.total(of: 0) == Fraction(decimal: "57.5"))
    #expect(try year.answer(.score) == [["i0", "5750", "kuning", "kuning", "0", "0"]])
    let engine = try Engine()
    try engine.rows(year.text(.tables))
    try engine.rows("INSERT INTO observation VALUES ('i0','u1','nilai',5000), ('i0','u2','nilai',6000)")
    try engine.rows("INSERT INTO entity VALUES ('i0','u1','A')")
    #expect(try engine.rows(year.text(.score)) == [["i0", nil, nil, nil, "0", "1"]])
  }

  @Test func `a field of an entity that nobody visited is no field, and an empty name of an entity may be nothing`() throws {
    #expect(try row(", ('i0', NULL, 'nilai', NULL)") == ["i0", "5500", "kuning", "kuning", "0", "0"])
    // Some loaders leave an empty text where a CSV file has nothing.
    #expect(try row(", ('i0', '', 'nilai', '')") == ["i0", "5500", "kuning", "kuning", "0", "0"])
  }
}
