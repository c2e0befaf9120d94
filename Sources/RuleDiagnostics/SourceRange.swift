/// A stretch of text in a named file: from `start` up to, not including, `end`.
public struct SourceRange: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The first place of the stretch.
  public let start: Position
  /// The place just behind the stretch.
  public let end: Position
  /// What people call the place, if not by line and column: `Data!G118` in a workbook, a part inside a damaged one, nothing for the whole.
  public let cell: String?

  /// Makes a stretch of text.
  public init(file: String, start: Position, end: Position, cell: String? = nil) {
    self.file = file
    self.start = start
    self.end = end
    self.cell = cell
  }

  /// The stretch that begins and ends at one place.
  public init(file: String, at position: Position) {
    self.init(file: file, start: position, end: position)
  }

  /// The beginning of a line (from 1) of a file, or of a row of its sheet.
  public init(file: String, line: Int, of sheet: Sheet?) {
    let place = Position(line: line, column: 1, offset: 0)
    self.init(file: file, start: place, end: place, cell: sheet?.place(line: line, column: nil))
  }
}

extension SourceRange: CustomStringConvertible {
  /// `file:line:column`, as compilers print it; `file:Data!G118` in a workbook.
  public var description: String {
    cell.map { $0.isEmpty ? file : "\(file):\($0)" } ?? "\(file):\(start.line):\(start.column)"
  }
}
