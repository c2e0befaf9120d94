internal import CSQLite
internal import RuleDiagnostics

/// A database in memory.
final class Database {
  private let handle: OpaquePointer

  init() throws(ExportProblem) {
    var handle: OpaquePointer?
    guard sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, nil) == SQLITE_OK,
      let handle
    else {
      sqlite3_close(handle)
      throw ExportProblem.library("SQLite", "sqlite3_open_v2")
    }
    self.handle = handle
  }

  deinit { sqlite3_close(handle) }

  /// Runs statements that give no rows.
  func run(_ statements: String) throws(ExportProblem) {
    guard sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else { throw problem }
  }

  func prepare(_ statement: String) throws(ExportProblem) -> Insertion {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK, let prepared else { throw problem }
    return Insertion(prepared, in: self)
  }

  /// The bytes of the database, as they would stand in a file.
  func bytes() throws(ExportProblem) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else { throw problem }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  var problem: ExportProblem { ExportProblem.library("SQLite", String(cString: sqlite3_errmsg(handle))) }
}

/// A value of a row.
enum DatabaseValue {
  case none
  case text(String)
  case integer(Int64)
}

/// A statement that inserts a row each time it is run.
final class Insertion {
  private let statement: OpaquePointer
  private let database: Database

  init(_ statement: OpaquePointer, in database: Database) {
    self.statement = statement
    self.database = database
  }

  deinit { sqlite3_finalize(statement) }

  func insert(_ values: [DatabaseValue]) throws(ExportProblem) {
    for (position, value) in values.enumerated() {
      let place = Int32(position + 1)
      let result =
        switch value {
        case .none: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .text(var text):
          // Bound with its length: a text may hold anything.
          text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
              sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Insertion.copied)
            }
          }
        }
      guard result == SQLITE_OK else { throw database.problem }
    }
    guard sqlite3_step(statement) == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else { throw database.problem }
  }

  /// SQLITE_TRANSIENT: the library keeps a copy.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
