internal import RuleModel
internal import Scoring

extension Worlds {
  /// Whether nothing in the rules of either year forbids that the effects of these edits simply add up.
  ///
  /// Weighted means and sums of observed cells add up; roundings, extremes, medians, thresholds and changes of policy do not.
  /// Where units and products came together, the sum of the products can be the same before and after the units while their shares of it
  /// are not. A `true` is a licence to test, not a proof: whoever uses it compares the sum.
  func canAddUp(_ numbers: [Int], of edits: [Edit]) -> Bool {
    guard rules.addUp else { return false }
    var first: Kind??
    return numbers.allSatisfy { number in
      let edit = edits[number]
      switch edit {
      case .changed, .came, .went, .joined, .left, .cells(.changed): break
      default: return false
      }
      let kind = Worlds.kind(of: edit)
      defer { first = .some(kind) }
      return first.map { $0 == kind } ?? true
    }
  }
}

extension PairedRules {
  /// Whether nothing in the rules of either year forbids that effects simply add up.
  var canAddUp: Bool {
    let nodesAddUp = parts.allSatisfy { part in
      [part.old, part.new].compactMap(\.?.node).allSatisfy { node in
        guard node.condition == nil, node.goalposts == nil, node.rounding.allSatisfy({ $0 == nil }) else { return false }
        switch node.body {
        case .group(let combine): return combine == .mean || combine == .sum
        case .leaf(let scale): return scale.addsUpOverCells
        }
      }
    }
    let rungsAddUp = (oldCombines + newCombines).allSatisfy { combine in
      switch combine {
      case .mean, .sum, .weightedByKind, .weightedByCount: true
      case .min, .max, .median, .weightedByColumn: false
      }
    }
    return nodesAddUp && rungsAddUp
  }
}
