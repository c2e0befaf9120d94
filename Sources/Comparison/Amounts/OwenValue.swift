internal import RuleDiagnostics
internal import RuleModel

/// Splits the effect of a tree of edits among its leaves by the nested Owen value, for every institution at once.
///
/// At each level the siblings are made in every order with equal chance, each with all that is below it in one piece (Owen 1977,
/// Winter 1989). Up to ``enumerable`` siblings every subset is evaluated, and up to ``affordable`` worlds every combination of the levels;
/// beyond that seeded orders and their reverses stand for all of them, which leaves no residual either. Where siblings do not act on each
/// other one world per sibling is enough; that is tested from both ends, and their sum is asserted.
///
/// What is found for a level never depends on how many levels are asked for below it.
struct OwenValue {
  /// Up to this many siblings the amounts of a level are exact.
  static let enumerable = 10
  /// Up to this many worlds the amounts of all levels are exact.
  static let affordable = 20_000
  /// How many seeded orders stand for all of them beyond that; each is taken forwards and backwards.
  static let sampledOrders = 64

  var worlds: Worlds
  /// The edits by the numbers by which trees know them.
  private let edits: [Edit]
  let institutions: Int
  /// Whether orders had to be sampled anywhere.
  private(set) var isSampled = false
  /// Whether a world that was needed has no total, by institution.
  private(set) var failed: [Bool]

  init(worlds: Worlds, edits: [Edit], institutions: Int) {
    self.worlds = worlds
    self.edits = edits
    self.institutions = institutions
    failed = Array(repeating: false, count: institutions)
  }

  /// Returns `v(world)` by institution; remembers the failure of those that have none.
  mutating func value(_ world: EditSet) -> ByInstitution {
    let totals = worlds.value(world)
    for (institution, total) in totals.enumerated() where total == nil { failed[institution] = true }
    return ByInstitution(totals.map { $0 ?? .zero })
  }

  /// How the orders of siblings are gone through.
  private enum Orders {
    /// All of them, on every level.
    case all
    /// All of them where siblings are few, else this many and their reverses.
    case sampled(Int)
  }

  /// Returns the amounts of `tree` where `base` has been made before.
  mutating func amounts(of tree: EditTree, after base: EditSet) -> Amounts {
    amounts(of: tree, after: base, tree.worlds <= OwenValue.affordable ? .all : .sampled(OwenValue.sampledOrders))
  }

  private mutating func amounts(of tree: EditTree, after base: EditSet, _ orders: Orders) -> Amounts {
    let total = value(base.inserting(tree.pieces)) - value(base)
    guard !tree.children.isEmpty else { return Amounts(amount: total, children: []) }
    let players = tree.children.indices.filter { !tree.children[$0].edits.isEmpty }
    var children = tree.children.map { Amounts.zero($0, institutions: institutions) }
    if players.isEmpty {
      // Named changes that touch no score are lines worth exactly 0.
    } else if players.count == 1, let only = players.first {
      children[only] = amounts(of: tree.children[only], after: base, orders)
    } else if doNotInteract(tree, players, after: base, total: total) {
      for player in players { children[player] = amounts(of: tree.children[player], after: base, orders) }
    } else if players.count <= OwenValue.enumerable {
      enumerate(tree, players, after: base, orders, into: &children)
    } else {
      sample(tree, after: base, orders, into: &children)
    }
    // INVARIANT: children add up to their parent; nothing is left over.
    assert(children.reduce(total) { $0 - $1.amount }.values.enumerated().allSatisfy { $1.isZero || failed[$0] })
    return Amounts(amount: total, children: children)
  }

  /// Whether each sibling is worth the same before all others and after all others, and these amounts add up.
  private mutating func doNotInteract(_ tree: EditTree, _ players: [Int], after base: EditSet, total: ByInstitution) -> Bool {
    guard worlds.canAddUp(tree.edits, of: edits) else { return false }
    let all = base.inserting(tree.pieces)
    let end = value(all)
    let start = value(base)
    var sum = total - total
    for player in players {
      let pieces = tree.children[player].pieces
      let first = value(base.inserting(pieces)) - start
      guard first == end - value(all.removing(pieces)) else { return false }
      sum += first
    }
    return sum == total
  }

  private mutating func enumerate(
    _ tree: EditTree, _ players: [Int], after base: EditSet, _ orders: Orders, into children: inout [Amounts]
  ) {
    let weights = orderWeights(players.count)
    let below: Orders = if case .sampled(let count) = orders { .sampled(max(1, count >> (players.count - 1))) } else { .all }
    for player in players {
      let others = players.filter { $0 != player }
      for subset in 0..<(1 << others.count) {
        let before = others.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element)
        let world = base.inserting(before.flatMap { tree.children[$0].pieces })
        children[player] = children[player] + amounts(of: tree.children[player], after: world, below) * weights[before.count]
      }
    }
  }

  private mutating func sample(_ tree: EditTree, after base: EditSet, _ orders: Orders, into children: inout [Amounts]) {
    isSampled = true
    let count = if case .sampled(let count) = orders { count } else { OwenValue.sampledOrders }
    let share = Fraction(1, 2 * count)
    for order in 0..<count {
      for isReversed in [false, true] {
        var world = base
        let walked = walk(tree, order: UInt64(order), isReversed, through: &world)
        for index in children.indices { children[index] = children[index] + walked.children[index] * share }
      }
    }
  }

  /// Makes the edits of a tree one after the other in one order, group by group, and returns what each step is worth.
  private mutating func walk(_ tree: EditTree, order: UInt64, _ isReversed: Bool, through world: inout EditSet) -> Amounts {
    let before = value(world)
    var random = SeededGenerator(name: tree.id, order: order)
    // By name first, so that the order in which a file names its changes does not matter.
    let shuffled = tree.children.indices.sorted { left, right in
      let (a, b) = (tree.children[left].id, tree.children[right].id)
      return a == b ? left < right : a.precedesByBytes(b)
    }.shuffled(using: &random)
    var children = tree.children.map { Amounts.zero($0, institutions: institutions) }
    for child in isReversed ? shuffled.reversed() : shuffled where !tree.children[child].edits.isEmpty {
      children[child] = walk(tree.children[child], order: order, isReversed, through: &world)
    }
    if tree.children.isEmpty { world = world.inserting(tree.pieces) }
    return Amounts(amount: value(world) - before, children: children)
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

extension SeededGenerator {
  /// Starts one of the orders of the siblings below `name`: the same orders on every machine.
  fileprivate init(name: String, order: UInt64) {
    // FNV-1a, so that siblings under different names are shuffled differently.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    self.init(seed: hash &+ order &* 0xD134_2543_DE82_EF95)
  }
}
