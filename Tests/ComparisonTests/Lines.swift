import Comparison
import RuleModel

extension ScoreChange.Line {
  /// This line and all below it, each under its full name.
  func flat(_ above: String = "") -> [(name: String, line: ScoreChange.Line)] {
    let name = above.isEmpty ? id : "\(above) > \(id)"
    return [(name, self)] + lines.flatMap { $0.flat(name) }
  }

  /// The line with that id below this one.
  subscript(id: String) -> ScoreChange.Line? { lines.first { $0.id == id } }
}

extension ScoreChange {
  /// All lines by full name.
  var flat: [(name: String, line: Line)] { blocks.flatMap { $0.flat() } }

  /// The exact amounts by full name, without those that are 0.
  var amounts: [String: Fraction] {
    Dictionary(flat.filter { !$0.line.amount.isZero }.map { ($0.name, $0.line.amount) }) { $0 + $1 }
  }

  /// The block of that name.
  func block(_ block: Block) -> Line? { blocks.first { $0.id == block.rawValue } }
}

/// What two sets of amounts say differently, as text.
func differences(_ left: [String: Fraction], _ right: [String: Fraction]) -> [String] {
  Set(left.keys).union(right.keys).sorted().filter { left[$0] != right[$0] }.map {
    "\($0): \(left[$0]?.exactText ?? "0") and \(right[$0]?.exactText ?? "0")"
  }
}
