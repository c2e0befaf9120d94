import CSQLite
import Foundation
import RuleDiagnostics
import Testing

@testable import Exporting

@Suite("Results as a database")
struct ResultDatabaseTests {
  /// Opens the bytes of a database and returns the rows of a query as text.
  private func query(_ bytes: [UInt8], _ query: String) throws -> [[String]] {
    var handle: OpaquePointer?
    #expect(sqlite3_open(":memory:", &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    let copy = try #require(sqlite3_malloc64(UInt64(bytes.count))?.assumingMemoryBound(to: UInt8.self))
    copy.update(from: bytes, count: bytes.count)
    let size = sqlite3_int64(bytes.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    #expect(sqlite3_deserialize(handle, "main", copy, size, size, flags) == SQLITE_OK)
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "NULL" })
    }
    return rows
  }

  @Test("tables and columns are an interface: whoever changes them raises user_version")
  func schema() throws {
    let bytes = try ResultDatabase(Example.results()).bytes()
    #expect(try query(bytes, "PRAGMA user_version") == [["1"]])
    #expect(try query(bytes, "PRAGMA application_id") == [["1414349383"]])
    let columns = try query(
      bytes,
      """
      SELECT m.name, group_concat(p.name, ' ') FROM sqlite_master m, pragma_table_info(m.name) p
      WHERE m.type IN ('table', 'view') GROUP BY m.name ORDER BY m.name
      """)
    let expected = """
      assumption: institution_id number assumption what text_id text_en
      change: institution_id from_scaled from_colour from_zone to_scaled to_colour to_zone change_scaled change_exact zone_cause not_explained
      comparison: comparison_id from_run to_run path places
      data_file: run_id position file row_count
      explain_line: institution_id step line cause label_id label_en amount_scaled amount_exact newly_measured provenance
      explain_step: institution_id step block label_id label_en amount_scaled amount_exact after_scaled lowest_exact highest_exact
      flag: run_id institution_id flag label_id label_en value
      institution: institution_id name kind province
      missing: run_id institution_id entity field label_id label_en part_id policy
      not_surveyed: run_id institution_id entity rung parts
      part: run_id part_id position parent_id label_id label_en weight_exact provenance
      part_score: run_id institution_id rung entity part_id value_e6 value_exact
      ruleset_text: document_digest text
      run: run_id tool_version rules_id edition title_id title_en status provenance places scoring_digest document_digest data_digest
      score: run_id institution_id total_scaled total_exact colour zone
      unit: institution_id unit_id name kind
      unit_score: run_id institution_id unit_id total_scaled total_exact colour zone counts
      v_change: institution_id name kind province from_total from_colour to_total to_colour change zone_cause not_explained
      v_explain_line: institution_id name step line cause label_id label_en amount newly_measured provenance
      v_explain_step: institution_id name step block label_id label_en amount after
      v_part_score: run_id institution_id rung entity part_id label_id label_en weight_exact value value_exact
      v_score: run_id rules_id institution_id name kind province total total_exact colour zone
      v_unit_score: run_id rules_id institution_id unit_id name kind total total_exact colour zone counts
      zone_step: run_id position zone colour label_id label_en from_exact
      """
    #expect(columns.map { "\($0[0]): \($0[1])" }.joined(separator: "\n") == expected)
  }

  @Test("every table of values is strict, and the database is sound")
  func sound() throws {
    let bytes = try ResultDatabase(Example.results()).bytes()
    #expect(try query(bytes, "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'").isEmpty)
    #expect(try query(bytes, "PRAGMA integrity_check") == [["ok"]])
    #expect(try query(bytes, "PRAGMA foreign_key_check").isEmpty)
  }

  @Test("views show decimals, tables whole numbers and fractions; names stay what they are")
  func values() throws {
    let bytes = try ResultDatabase(Example.results()).bytes()
    #expect(
      try query(bytes, "SELECT name, total, total_exact, colour FROM v_score") == [
        ["<script>alert(1)</script>", "81.00", "81", "hijau"], ["=1+1", "98.00", "98", "hijau"], ["-1", "10.00", "10", "merah"],
      ])
    #expect(try query(bytes, "SELECT total_scaled FROM score WHERE institution_id = 'k'") == [["8100"]])
    #expect(try query(bytes, "SELECT value, value_exact FROM v_part_score WHERE entity = 'k' AND part_id = 'a'") == [["85.000000", "85"]])
    #expect(try query(bytes, "SELECT entity, field, policy FROM missing") == [["k/v", "b", "skip"]])
  }

  @Test(
    "scaled numbers become decimals in the views",
    arguments: [
      ("0", "2", "0.00"), ("-5", "2", "-0.05"), ("-1521", "2", "-15.21"), ("7", "0", "7"), ("-7", "0", "-7"), ("123456", "6", "0.123456"),
    ])
  func decimals(_ scaled: String, _ places: String, _ expected: String) throws {
    let bytes = try ResultDatabase(Example.results()).bytes()
    let view = try query(bytes, "SELECT sql FROM sqlite_master WHERE name = 'v_score'")[0][0]
    let start = try #require(view.range(of: "i.province,")?.upperBound)
    let end = try #require(view.range(of: " AS total,")?.lowerBound)
    let expression = view[start..<end].replacing("s.total_scaled", with: "(\(scaled))").replacing("r.places", with: places)
    #expect(try query(bytes, "SELECT \(expression)") == [[expected]])
  }

  @Test("a score that does not fit in 64 bits is refused with its name")
  func tooLarge() throws {
    let rules = Example.rules.replacing("edition: 2022", with: "edition: 2022\nscale: [0, 1000000000000000000000]")
      .replacing("range: [0, 100]", with: "range: [0, 1000000000000000000000]").replacing("best: 100", with: "best: 1000000000000000000000")
    let data = Example.data.replacing("l,u,a,100", with: "l,u,a,1000000000000000000000")
    let results = try Example.results(rules: rules, data: data)
    let problem = #expect(throws: ExportProblem.self) { try ResultDatabase(results).bytes() }
    #expect(problem?.what.en.contains("`l`") == true, "\(problem?.what.en ?? "")")
  }

  @Test("the same results are the same bytes")
  func same() throws {
    #expect(try ResultDatabase(Example.results()).bytes() == ResultDatabase(Example.results()).bytes())
    #expect(try XLSXFile(Example.results(), language: .id).bytes() == XLSXFile(Example.results(), language: .id).bytes())
  }
}
