public import RuleDiagnostics

/// The lines in which two versions of a file differ, as `diff -u` prints them.
///
/// For versions of which one was made from the other within its lines; other versions are shown as one change of all lines.
public struct LineDifference: Sendable {
  /// Lines shown before and behind a change.
  private static let context = 2

  private let name: String
  private let old: [Substring]
  private let new: [Substring]

  /// Compares two versions.
  public init(_ old: SourceFile, _ new: SourceFile) {
    name = old.name
    self.old = LineDifference.lines(old)
    self.new = LineDifference.lines(new)
  }

  private static func lines(_ source: SourceFile) -> [Substring] {
    var lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The text, empty if nothing differs. Complexity: linear in the number of lines.
  public var text: String {
    let hunks = hunks
    guard !hunks.isEmpty else { return "" }
    return "--- \(name)\n+++ \(name)\n" + hunks.map { text(of: $0) }.joined()
  }

  /// The stretches of lines that are shown.
  private var hunks: [Range<Int>] {
    guard old.count == new.count else { return [0..<max(old.count, new.count)] }
    return old.indices.filter { old[$0] != new[$0] }.reduce(into: []) { hunks, line in
      let around = max(0, line - LineDifference.context)..<min(old.count, line + LineDifference.context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
  }

  private func text(of hunk: Range<Int>) -> String {
    let (before, after) = (hunk.clamped(to: old.indices), hunk.clamped(to: new.indices))
    var out = "@@ -\(before.lowerBound + 1),\(before.count) +\(after.lowerBound + 1),\(after.count) @@\n"
    var line = hunk.lowerBound
    while line < hunk.upperBound {
      if isSame(line) {
        out += " \(old[line])\n"
        line += 1
        continue
      }
      let end = (line..<hunk.upperBound).first { isSame($0) } ?? hunk.upperBound
      out += (line..<end).clamped(to: old.indices).map { "-\(old[$0])\n" }.joined()
      out += (line..<end).clamped(to: new.indices).map { "+\(new[$0])\n" }.joined()
      line = end
    }
    return out
  }

  private func isSame(_ line: Int) -> Bool {
    old.count == new.count && old[line] == new[line]
  }
}
