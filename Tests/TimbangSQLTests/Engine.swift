import CSQLite

/// SQLite in memory, which runs what the compiler wrote.
final class Engine {
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  private let database: OpaquePointer

  init() throws {
    var opened: OpaquePointer?
    guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else { throw Trouble(description: "no database") }
    database = opened
  }

  deinit { sqlite3_close_v2(database) }

  /// Runs statements and returns the rows of the last, cells as text; nil for nothing.
  @discardableResult func rows(_ text: String) throws -> [[String?]] {
    var rest: String = text
    var rows: [[String?]] = []
    while !rest.isEmpty {
      var statement: OpaquePointer?
      var tail = ""
      let status = rest.withCString { start -> Int32 in
        var end: UnsafePointer<CChar>?
        let status = sqlite3_prepare_v2(database, start, -1, &statement, &end)
        tail = end.map { String(cString: $0) } ?? ""
        return status
      }
      guard status == SQLITE_OK else { throw Trouble(description: String(cString: sqlite3_errmsg(database)) + "\n" + rest) }
      rest = tail
      guard let statement else { break }
      defer { sqlite3_finalize(statement) }
      rows = []
      var step = sqlite3_step(statement)
      while step == SQLITE_ROW {
        rows.append(
          (0..<sqlite3_column_count(statement)).map { column in
            // A number that is not whole would have left 64 bits on its way.
            if sqlite3_column_type(statement, column) == SQLITE_FLOAT { return "not whole" }
            return sqlite3_column_text(statement, column).map { String(cString: $0) }
          })
        step = sqlite3_step(statement)
      }
      guard step == SQLITE_DONE else { throw Trouble(description: String(cString: sqlite3_errmsg(database))) }
    }
    return rows
  }
}
