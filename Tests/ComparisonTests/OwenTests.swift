import Dice
import Observations
import RuleModel
import Testing

@testable import Comparison
@testable import YearPairs

/// The amounts against the definition of the nested Owen value: the mean over all orders, one level after the other.
@Suite("Against the definition of the Owen value")
struct OwenTests {
  @Test(arguments: seeds(8, from: 9_000) + [3_259_398_198])
  func `amounts are means over all orders, also where siblings are said not to act on each other`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for round in 0..<16 {
      let isLinear = !round.isMultiple(of: 4)
      let years = try TwoYears(
        seed: dice.next(), rules: .init(isLinear: isLinear, mayMiss: isLinear), survey: .init(institutions: 1...1))
      var definition = Definition(years.comparison)
      for change in years.explained(.observed) {
        guard let trees = definition.trees(), !change.isSampled else { continue }
        compared += 1
        var before: [Int] = []
        var expected: [String: Fraction] = [:]
        for tree in trees {
          expected.merge(definition.amounts(of: tree, after: before)) { $0 + $1 }
          before += tree.edits
        }
        let found = differences(change.amounts, expected.filter { !$0.value.isZero })
        #expect(found == [], "\(change.entity)\n\(years.text)")
        if !found.isEmpty { return }
      }
    }
    #expect(compared > 4, "seed \(seed): only \(compared) explanations")
  }

  /// The first institution of two years, worked through slowly.
  private struct Definition {
    private var worlds: Worlds
    private let placed: [PlacedEdit]

    init(_ comparison: YearComparison) {
      let survey = comparison.paired([(0, 0)])
      placed = survey.edits(comparison.rules) + comparison.methodEdits
      worlds = Worlds(rules: comparison.rules, survey: survey, pieces: placed.map { [$0.edit] })
    }

    /// The blocks; nil where some level has so many siblings that their orders are too many to go through here.
    func trees() -> [EditTree]? {
      let trees = Block.allCases.map { EditTree($0, placed, numbers: Array(placed.indices), order: []) }
      func isSmall(_ tree: EditTree) -> Bool { tree.children.count <= 4 && tree.children.allSatisfy(isSmall) }
      return trees.allSatisfy { isSmall($0) && $0.worlds < 200 } ? trees : nil
    }

    mutating func amounts(of tree: EditTree, after before: [Int], _ above: String = "") -> [String: Fraction] {
      let name = above.isEmpty ? tree.id : "\(above) > \(tree.id)"
      var sums = [name: value(before + tree.edits) - value(before)]
      let orders = Definition.orders(Array(tree.children.indices))
      for order in orders where !tree.children.isEmpty {
        var world = before
        for child in order {
          for (name, amount) in amounts(of: tree.children[child], after: world, name) {
            sums[name, default: .zero] += amount / Fraction(orders.count)
          }
          world += tree.children[child].edits
        }
      }
      return sums
    }

    private mutating func value(_ edits: [Int]) -> Fraction { (worlds.value(worlds.none.inserting(edits))[0]) ?? .zero }

    private static func orders(_ members: [Int]) -> [[Int]] {
      members.isEmpty
        ? [[]]
        : members.flatMap { first in orders(members.filter { $0 != first }).map { [first] + $0 } }
    }
  }
}
