package import RuleModel

/// The place of each total among all, 1 for the highest; equal totals share a place, and nil has none.
///
/// Complexity: linear in the totals times the logarithm of their number.
package func ranks(of totals: [Fraction?]) -> [Int?] {
  var ranks: [Fraction: Int] = [:]
  for (place, total) in totals.compactMap(\.self).sorted(by: >).enumerated() where ranks[total] == nil { ranks[total] = place + 1 }
  return totals.map { $0.flatMap { ranks[$0] } }
}
