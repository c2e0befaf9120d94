internal import RuleDiagnostics
internal import RuleModel

/// What the steps between two editions say of how parts continue, found by the ids that parts have in these two.
struct PartLinks {
  /// A link, and the place of the named change to which it belongs; nil if it belongs to none.
  struct Told {
    let link: RuleDifference.Link
    let change: Int?

    /// Finds what a link of a step says among the named changes of all steps.
    init(_ kind: String, _ own: Grounds, _ step: EditionStep, _ change: String?, among changes: [NamedChange]) {
      let named = step.changes.first { $0.id.value == change }
      link = RuleDifference.Link(kind: kind, own: own, grounds: step.grounds(of: own, in: change))
      // Two steps may have changes of one name, but not in one place.
      self.change = named.flatMap { named in changes.firstIndex { $0.id == named.id } }
    }
  }

  private var newByID: [String: Told] = [:]
  private var droppedByID: [String: Told] = [:]
  private var continuingByID: [String: Told] = [:]

  /// Follows the links of all steps; `old` are the ids in the older edition. Complexity: linear in the links for each later step.
  init(_ steps: [EditionStep], old: [String]) {
    let changes = steps.flatMap(\.changes)
    for (place, step) in steps.enumerated() {
      let earlier = Dictionary(grouping: old) { steps[..<place].successors(of: $0).first ?? $0 }
      for link in step.parts {
        let told = Told(link.kind.rawValue, link.grounds, step, link.change, among: changes)
        for id in link.to.flatMap({ steps[(place + 1)...].successors(of: $0) }) {
          if link.kind == .new { newByID[id] = told } else { continuingByID[id] = told }
        }
        guard link.kind == .dropped else { continue }
        for id in link.from.flatMap({ earlier[$0] ?? [] }) { droppedByID[id] = told }
      }
    }
  }

  /// What is said of the nearest of `ids` that is said to be new: a part, then the groups above it.
  func new(_ ids: [String]) -> Told? { ids.lazy.compactMap { newByID[$0] }.first }

  /// What is said of the nearest of `ids` that is said to be dropped: a part, then the groups above it.
  func dropped(_ ids: [String]) -> Told? { ids.lazy.compactMap { droppedByID[$0] }.first }

  /// What is said of a part of the newer edition that continues another.
  func continuing(_ id: String) -> Told? { continuingByID[id] }
}
