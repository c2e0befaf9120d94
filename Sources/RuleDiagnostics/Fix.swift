/// A mechanical way to mend a finding: what to write instead of some stretches of text.
///
/// A fix belongs only to a finding that can mean one thing. It never adds or removes a line, so comments and the layout around it stay.
public struct Fix: Sendable, Equatable {
  /// One stretch of a file and what to write in its place.
  public struct Edit: Sendable, Equatable {
    /// What is replaced.
    public let range: SourceRange
    /// What is written there.
    public let text: String

    /// Makes an edit of one line.
    public init(_ range: SourceRange, _ text: String) {
      // INVARIANT: an edit stays within its line.
      assert(range.start.line == range.end.line && !text.utf8.contains(0x0A), "an edit stays within its line")
      self.range = range
      self.text = text
    }

    /// Whether two edits touch the same text, so that one of them would not find what it replaces.
    func overlaps(_ other: Edit) -> Bool {
      guard range.file == other.range.file else { return false }
      if range.start == other.range.start { return true }
      return range.start < other.range.end && other.range.start < range.end
    }
  }

  /// What to write, all of it or nothing.
  public let edits: [Edit]

  /// Makes a fix.
  public init(_ edits: [Edit]) {
    self.edits = edits
  }

  /// Makes a fix that writes one text; nil if what it would replace goes over several lines.
  public init?(writing text: String, at range: SourceRange) {
    guard range.start.line == range.end.line else { return nil }
    self.init([Edit(range, text)])
  }
}

extension SourceFile {
  /// Chooses the fixes of this file that do not get in each other's way: of two that touch the same text the first.
  ///
  /// Complexity: quadratic in their number, which ``DiagnosticLog/limit`` bounds.
  public func compatible(_ fixes: [Fix]) -> [Fix] {
    fixes.reduce(into: []) { chosen, fix in
      let isOurs = !fix.edits.isEmpty && fix.edits.allSatisfy { $0.range.file == name }
      let isFree = !fix.edits.contains { edit in chosen.contains { $0.edits.contains { $0.overlaps(edit) } } }
      if isOurs, isFree { chosen.append(fix) }
    }
  }

  /// Returns the file with fixes carried out that do not get in each other's way.
  public func applying(_ fixes: [Fix]) -> SourceFile {
    let edits = fixes.flatMap(\.edits).sorted { $0.range.start < $1.range.start }
    var bytes: [UInt8] = []
    var end = 0
    for edit in edits {
      bytes += self.bytes[end..<edit.range.start.offset] + Array(edit.text.utf8)
      end = edit.range.end.offset
    }
    return SourceFile(name: name, bytes: bytes + self.bytes[end...])
  }
}
