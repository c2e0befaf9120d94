/// An engine's way to write SQL.
public enum SQLDialect: String, Sendable, CaseIterable {
  case duckdb, postgres, sqlite, spark
  /// Text that uses nothing but what most engines share.
  case ansi

  /// The largest number that a division may meet. An engine whose `/` gives a floating-point number is exact up to 53 bits.
  var largestDividend: Int128 { self == .ansi ? 1 << 53 - 1 : 1 << 63 - 1 }

  /// A name of a table or a column.
  func name(_ name: String) -> String {
    let mark = self == .spark ? "`" : "\""
    return mark + name.split(separator: mark, omittingEmptySubsequences: false).joined(separator: mark + mark) + mark
  }

  /// A text in quotes.
  func literal(_ text: String) -> String {
    // Spark reads a backslash in a text as the start of something else.
    let text = self == .spark ? text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\") : text
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: self == .spark ? "\\'" : "''") + "'"
  }

  /// A number; small ones need no type, nor do others beside a number of 64 bits. Beyond 31 bits most engines take it for such a one.
  func number(_ number: Int, isBesideWide: Bool = false) -> String {
    let isUntyped: Bool =
      switch self {
      case .sqlite: true
      case .duckdb, .postgres: isBesideWide || number.magnitude >= 1 << 31
      case .spark, .ansi: false
      }
    return isUntyped || number.magnitude < 10_000 ? String(number) : wide(String(number))
  }

  /// Whether a sum over some of the rows is sooner done by leaving out the others. What is summed up is worked out for these too, so it must be
  /// no more than a column.
  var leavesRowsOut: Bool { self == .duckdb }

  /// A number as one of 64 bits, whatever the engine took it for.
  func wide(_ term: String) -> String {
    // SQLite knows no other whole number.
    self == .sqlite ? term : "CAST(\(term) AS BIGINT)"
  }

  /// Whether a division holds its operands once, so that a text does not grow where one stands in another.
  var writesOperandsOnce: Bool { self != .ansi }

  /// The whole part of a quotient of numbers that are 0 or more.
  func quotient(_ dividend: String, _ divisor: String) -> String {
    switch self {
    case .duckdb: "(\(dividend) // \(divisor))"
    case .postgres, .sqlite: "(\(dividend) / \(divisor))"
    case .spark: "(\(dividend) DIV \(divisor))"
    case .ansi: "CAST((\(dividend) - \(dividend) % \(divisor)) / \(divisor) AS BIGINT)"
    }
  }

  /// How a step is kept from being written into those that read it, where every mention would be worked out again: the words before it and
  /// the words behind it.
  func fence(isShared: Bool) -> (before: String, after: String) {
    switch self {
    case .postgres where isShared, .sqlite where isShared, .duckdb where isShared: ("AS MATERIALIZED", "")
    // A limit that limits nothing keeps the step apart, and its rows need not be stored.
    case .postgres: ("AS NOT MATERIALIZED", "\n  OFFSET 0")
    case .sqlite: ("AS NOT MATERIALIZED", "\n  LIMIT -1")
    // DuckDB keeps steps apart by itself; stored ones cost it planning that grows with the square of their number.
    case .duckdb: ("AS NOT MATERIALIZED", "")
    case .spark, .ansi: ("AS", "")
    }
  }

  /// What keeps Spark from writing a step into those that read it, which has no word for that: a view of one row for each row.
  var fenceBehindSource: String? { self == .spark ? "LATERAL VIEW EXPLODE(ARRAY(0)) fence AS fence_row" : nil }

  /// The order of texts by their bytes.
  var byteOrder: String {
    switch self {
    case .postgres: " COLLATE \"C\""
    case .duckdb, .sqlite, .spark, .ansi: ""
    }
  }
}
