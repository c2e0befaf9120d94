/// A stretch of text in a named file: from `start` up to, not including, `end`.
public struct SourceRange: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The first place of the stretch.
  public let start: Position
  /// The place just behind the stretch.
  public let end: Position

  /// Makes a stretch of text.
  public init(file: String, start: Position, end: Position) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The stretch that begins and ends at one place.
  public init(file: String, at position: Position) {
    self.init(file: file, start: position, end: position)
  }
}

extension SourceRange: CustomStringConvertible {
  /// `file:line:column`, as compilers print it.
  public var description: String {
    "\(file):\(start.line):\(start.column)"
  }
}
