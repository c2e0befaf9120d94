internal import CSQLite
internal import RuleDiagnostics

/// A database in memory that can only be asked; the only file that reads by SQLite.
///
/// The bytes of the file are the whole database: nothing is opened on the disk, so nothing can change while it is read, and no journal is
/// looked for. Views are somebody else's programs: they run without functions that roll dice or ask the clock, and for so many steps only.
final class SQLiteConnection {
  private let database: OpaquePointer
  private let copy: UnsafeMutableBufferPointer<UInt8>
  private var steps = 0
  private let mostSteps: Int

  /// Opens the database that `bytes` are.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: SheetLimits) throws(SheetFault) {
    var opened: OpaquePointer?
    guard sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw .brokenDatabase("sqlite3_open")
    }
    database = opened
    mostSteps = limits.thousandSteps
    copy = .allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    // A file in WAL mode says so in two bytes of its header; in memory there is no such mode.
    if copy.count > 19, copy[18] == 2, copy[19] == 2 { (copy[18], copy[19]) = (1, 1) }
    let flags = UInt32(SQLITE_DESERIALIZE_READONLY)
    let status = sqlite3_deserialize(database, "main", copy.baseAddress, Int64(copy.count), Int64(copy.count), flags)
    guard status == SQLITE_OK else { throw .brokenDatabase(message) }
    _ = sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 1 << 20)
    _ = sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ["trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "temp_store = MEMORY"] {
      sqlite3_exec(database, "PRAGMA \(pragma)", nil, nil, nil)
    }
    let this = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_set_authorizer(database, { _, action, _, name, _, _ in SQLiteConnection.allows(action, name) ? SQLITE_OK : SQLITE_DENY }, nil)
    sqlite3_progress_handler(
      database, 1000,
      { this in
        guard let this else { return 1 }
        let connection = Unmanaged<SQLiteConnection>.fromOpaque(this).takeUnretainedValue()
        connection.steps += 1
        return connection.steps > connection.mostSteps ? 1 : 0
      }, this)
  }

  deinit {
    sqlite3_close_v2(database)
    copy.deallocate()
  }

  /// Whether a statement may do this: read, and call functions that always say the same.
  private static func allows(_ action: Int32, _ name: UnsafePointer<CChar>?) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
    case SQLITE_FUNCTION:
      !["random", "randomblob", "load_extension", "current_time", "current_date", "current_timestamp"]
        .contains(name.map { String(cString: $0).lowercased() } ?? "")
    default: false
    }
  }

  /// What SQLite says of the last thing that failed.
  var message: String { String(cString: sqlite3_errmsg(database)) }

  /// Whether a view took more steps than it may.
  var ranTooLong: Bool { steps > mostSteps }

  /// A value of a row.
  enum Value {
    case null
    case integer(Int64)
    case real(Double)
    case text(UnsafeBufferPointer<UInt8>)
    case blob
  }

  /// The row that is read, as long as it is.
  struct Row {
    fileprivate let statement: OpaquePointer
    let count: Int

    subscript(column: Int) -> Value {
      let column = Int32(column)
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
      case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
      case SQLITE_TEXT:
        let text = sqlite3_column_text(statement, column)
        return .text(UnsafeBufferPointer(start: text, count: text == nil ? 0 : Int(sqlite3_column_bytes(statement, column))))
      case SQLITE_BLOB: return .blob
      default: return .null
      }
    }

    /// The name of a column.
    func name(_ column: Int) -> String {
      sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? ""
    }
  }

  /// Whether SQLite understands a statement.
  func understands(_ query: String) -> Bool {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    return sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK && statement != nil
  }

  /// Asks, and hands over each row; first the row before the first, of which only the names of columns are known.
  func ask(_ query: String, _ names: (Row) throws(SheetFault) -> Void, _ take: (Row) throws(SheetFault) -> Void) throws(SheetFault) {
    var prepared: OpaquePointer?
    defer { sqlite3_finalize(prepared) }
    guard sqlite3_prepare_v2(database, query, -1, &prepared, nil) == SQLITE_OK, let statement = prepared else {
      throw .brokenDatabase(message)
    }
    let row = Row(statement: statement, count: Int(sqlite3_column_count(statement)))
    try names(row)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try take(row)
      case SQLITE_DONE: return
      default:
        guard !ranTooLong else {
          throw .tooLarge(
            Words(
              id: "view ini tidak selesai setelah \(mostSteps / 1000) juta langkah",
              en: "this view has not ended after \(mostSteps / 1000) million steps"))
        }
        throw .brokenDatabase(message)
      }
    }
  }
}

extension SheetFault {
  /// A database that SQLite cannot read.
  static func brokenDatabase(_ reason: String) -> SheetFault {
    SheetFault(
      .workbookDamaged,
      Words(id: "basis data SQLite ini tidak dapat dibaca (\(reason))", en: "this SQLite database cannot be read (\(reason))"),
      help: Words(
        id: "periksa dengan `sqlite3 BERKAS 'PRAGMA integrity_check'`, atau minta berkas itu sekali lagi",
        en: "look at it with `sqlite3 FILE 'PRAGMA integrity_check'`, or ask for the file once more"))
  }
}
