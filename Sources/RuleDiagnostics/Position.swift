/// A place in a text file, as editors show it.
public struct Position: Hashable, Sendable, Comparable {
  /// Line number, from 1. Lines end with LF or CRLF.
  public let line: Int
  /// Column number in Unicode scalars, from 1.
  public let column: Int
  /// Offset in bytes from the start of the file, from 0.
  public let offset: Int

  /// Makes a place from its three counts.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// The first place of any file.
  public static let start = Position(line: 1, column: 1, offset: 0)

  /// Tells whether `left` stands before `right` in the same file.
  public static func < (left: Position, right: Position) -> Bool {
    left.offset < right.offset
  }
}
