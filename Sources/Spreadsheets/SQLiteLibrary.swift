internal import CSQLite

/// The version of SQLite that is linked, such as `3.40.1`.
public var sqliteLibraryVersion: String { String(cString: sqlite3_libversion()) }
