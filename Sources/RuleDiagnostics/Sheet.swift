/// A sheet of a workbook or a table of a database whose rows stand as lines of CSV in a ``SourceFile``: how its cells are called.
public struct Sheet: Sendable, Hashable {
  /// What kind of table it is, and so how a cell of it is called.
  public enum Kind: Sendable, Hashable {
    /// A sheet of a workbook: line 118 is row 118, a cell is `Data!G118`.
    case worksheet
    /// A table or view of a database: line 1 names the columns, a cell is `observations:117:value`.
    case database
  }

  /// What kind of table it is.
  public let kind: Kind
  /// The name of the sheet or table.
  public let name: String
  /// What each column is called, from left to right: letters in a workbook, names in a database.
  public let columns: [String]
  /// In a database the key of each row below the first line; empty if the rows are only counted.
  private let keys: [Int64]

  /// Makes the names of a sheet's cells.
  public init(_ kind: Kind, name: String, columns: [String], keys: [Int64] = []) {
    self.kind = kind
    self.name = name
    self.columns = columns
    self.keys = keys
  }

  /// Returns what the cell in a line (from 1) and column (from 0) is called; without a column what the row is called.
  public func place(line: Int, column: Int?) -> String {
    let column = column.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
    switch kind {
    case .worksheet:
      return "\(quotedName)!\(column ?? "")\(line)"
    case .database:
      let row = line < 2 ? "" : ":\(keys.indices.contains(line - 2) ? keys[line - 2] : Int64(line - 1))"
      return "\(name)\(row)" + (column.map { ":\($0)" } ?? "")
    }
  }

  /// Tells whether a place is one of this sheet's.
  public func holds(_ place: String) -> Bool {
    place == name || place.hasPrefix(kind == .worksheet ? "\(quotedName)!" : "\(name):")
  }

  /// The name as formulas write it: in single quotes unless it is one plain word.
  private var quotedName: String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "."
    }
    return isPlain && !name.isEmpty ? name : "'" + name.replacing(mark: "'", with: "''") + "'"
  }

  /// Returns the letters of a worksheet's column, counted from 0: `A`, `Z`, `AA`.
  public static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest >= 0 {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
