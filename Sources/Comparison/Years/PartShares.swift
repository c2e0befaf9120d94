internal import RuleModel

/// What the parts of two years weigh beside their siblings.
struct PartShares: Sendable {
  /// The weight of a part in one year: beside its continuing siblings, and over the declared sum.
  struct Share: Sendable {
    let relative: Fraction
    let absolute: Fraction
  }

  /// The children of each part that are its children in both years, and can be compared.
  let continuing: [[Int]]
  let old: [Share]
  let new: [Share]

  /// Without parts.
  init() {
    continuing = []
    old = []
    new = []
  }

  /// Weighs every part in both years. Complexity: the parts times the parts.
  init(_ rules: PairedRules) {
    let continuing = rules.parts.indices.map { rules.continuing(in: $0) }
    self.continuing = continuing
    old = PartShares.shares(rules, continuing, \.old)
    new = PartShares.shares(rules, continuing, \.new)
  }

  /// Weights beside the continuing siblings, so that what came is not counted again as a loss of weight of what stayed.
  private static func shares(
    _ rules: PairedRules, _ continuing: [[Int]], _ year: KeyPath<PairedPart, PairedPart.Version?>
  ) -> [Share] {
    let weight = { (index: Int) in rules.parts[index][keyPath: year]?.weight ?? .zero }
    return rules.parts.indices.map { index in
      guard let version = rules.parts[index][keyPath: year], let parent = version.parent else {
        return Share(relative: .one, absolute: .one)
      }
      let siblings = continuing[parent]
      let base = siblings.isEmpty ? rules.parts.indices.filter { rules.parts[$0][keyPath: year]?.parent == parent } : siblings
      return Share(relative: version.weight / base.map(weight).sum(), absolute: version.absolute)
    }
  }
}
