internal import RuleModel

/// Splits the effect of a tree of edits among its leaves by the nested Owen value.
///
/// At each level the siblings are made in every order with equal chance, each with all that is below it in one piece (Owen 1977,
/// Winter 1989). Up to ``enumerable`` siblings every subset is evaluated; beyond that a fixed set of orders and their reverses is
/// taken, which leaves no residual either. Where siblings do not act on each other one world per sibling is enough; that is
/// tested from both ends, and their sum is asserted.
struct OwenValue {
  /// Up to this many siblings the value is exact.
  static let enumerable = 10
  /// How many seeded orders stand for all of them beyond that; each is taken forwards and backwards.
  static let sampledOrders = 64

  var worlds: Worlds
  /// Whether orders had to be sampled anywhere.
  private(set) var isSampled = false
  /// A world that was needed and has no total.
  private(set) var failed = false

  init(worlds: Worlds) {
    self.worlds = worlds
  }

  /// Returns `v(world)`; remembers the failure if it has none.
  mutating func value(_ world: EditSet) -> Fraction {
    if let value = worlds.value(world) { return value }
    failed = true
    return .zero
  }

  /// Returns the amounts of `tree` where `base` has been made before.
  mutating func amounts(of tree: EditTree, after base: EditSet) -> Amounts {
    let total = value(base.inserting(tree.edits)) - value(base)
    guard !tree.children.isEmpty else { return Amounts(amount: total, children: []) }
    let players = tree.children.indices.filter { !tree.children[$0].edits.isEmpty }
    var children = tree.children.map { Amounts.zero($0) }
    if players.isEmpty {
      // Named changes that touch no score are lines worth exactly 0.
    } else if players.count == 1, let only = players.first {
      children[only] = amounts(of: tree.children[only], after: base)
    } else if doNotInteract(tree, players, after: base, total: total) {
      for player in players { children[player] = amounts(of: tree.children[player], after: base) }
    } else if players.count <= OwenValue.enumerable {
      enumerate(tree, players, after: base, into: &children)
    } else {
      sample(tree, players, after: base, into: &children)
    }
    // INVARIANT: children add up to their parent; nothing is left over.
    assert(children.map(\.amount).sum() == total || failed)
    return Amounts(amount: total, children: children)
  }

  /// Whether each sibling is worth the same before all others and after all others, and these amounts add up.
  private mutating func doNotInteract(_ tree: EditTree, _ players: [Int], after base: EditSet, total: Fraction) -> Bool {
    guard worlds.canAddUp(tree.edits) else { return false }
    let all = base.inserting(tree.edits)
    let end = value(all)
    let start = value(base)
    var sum = Fraction.zero
    for player in players {
      let edits = tree.children[player].edits
      let first = value(base.inserting(edits)) - start
      guard first == end - value(all.removing(edits)) else { return false }
      sum += first
    }
    return sum == total
  }

  private mutating func enumerate(_ tree: EditTree, _ players: [Int], after base: EditSet, into children: inout [Amounts]) {
    let weights = orderWeights(players.count)
    for player in players {
      let others = players.filter { $0 != player }
      for subset in 0..<(1 << others.count) {
        let before = others.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element)
        let world = base.inserting(before.flatMap { tree.children[$0].edits })
        children[player] = children[player] + amounts(of: tree.children[player], after: world) * weights[before.count]
      }
    }
  }

  private mutating func sample(_ tree: EditTree, _ players: [Int], after base: EditSet, into children: inout [Amounts]) {
    isSampled = true
    var random = SplitMix(state: 20_220_101)
    let share = Fraction(1, 2 * OwenValue.sampledOrders)
    for _ in 0..<OwenValue.sampledOrders {
      let order = players.shuffled(using: &random)
      for order in [order, order.reversed()] {
        var world = base
        for player in order {
          children[player] = children[player] + amounts(of: tree.children[player], after: world) * share
          world = world.inserting(tree.children[player].edits)
        }
      }
    }
  }
}

/// The chance, for each number of earlier siblings, that exactly a given set of that size comes first: `k! (n-1-k)! / n!`.
func orderWeights(_ count: Int) -> [Fraction] {
  var weights: [Fraction] = []
  // 1/n for k = 0; each further step multiplies by k / (n - k).
  var weight = Fraction(1, count)
  for before in 0..<count {
    if before > 0 { weight = weight * Fraction(before, count - before) }
    weights.append(weight)
  }
  return weights
}

/// A small generator with a fixed start: the same orders on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
