import CSQLite

/// A database as SQLite writes it.
struct WrittenDatabase {
  /// The bytes of the file; none if SQLite does not understand the statements.
  let bytes: [UInt8]

  /// Carries out statements over an empty database.
  init(_ statements: String) {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    var size: Int64 = 0
    guard sqlite3_open(":memory:", &database) == SQLITE_OK, sqlite3_exec(database, statements, nil, nil, nil) == SQLITE_OK,
      let start = sqlite3_serialize(database, "main", &size, 0)
    else {
      bytes = []
      return
    }
    defer { sqlite3_free(start) }
    bytes = Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }
}
