internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// The rules of two years side by side: parts by identity, columns for the fields of both.
struct PairedRules: Sendable {
  /// A field of either year.
  struct Column: Sendable {
    let id: String
    let rung: Int
    /// Whether each year's instrument has it.
    let inOld: Bool
    let inNew: Bool
  }

  let old: Edition
  let new: Edition
  private(set) var parts: [PairedPart] = []
  let columns: [Column]
  let oldCombines: [Plan.Combine]
  let newCombines: [Plan.Combine]
  let rungCount: Int

  /// Pairs two editions of one ladder.
  init(old: Edition, new: Edition) {
    self.old = old
    self.new = new
    let rungs = Dictionary(old.rungs.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
    let columns = PairedRules.columns(old, new, rungs: rungs)
    self.columns = columns
    rungCount = old.rungs.count
    let number = { (edition: Edition) -> (String) -> Int in
      { id in columns.firstIndex { $0.id == id && old.rungs[$0.rung].id.value == edition.field(id)?.rung } ?? 0 }
    }
    let combine = { (edition: Edition) -> [Plan.Combine] in
      let byName = Dictionary(edition.fields.map { ($0.id.value, number(edition)($0.id.value)) }) { first, _ in first }
      return edition.rungs.map { Plan.combine($0.combine.value, columns: byName, rungs: rungs) }
    }
    oldCombines = combine(old)
    newCombines = combine(new)
    var index: [PartKey: Int] = [:]
    add(old, to: &index, column: number(old)) { $0.old = $1 }
    add(new, to: &index, column: number(new)) { $0.new = $1 }
  }

  /// A part keeps its identity as long as it stays an indicator or stays a group; the root is always the root.
  private struct PartKey: Hashable {
    let id: String
    let isLeaf: Bool
  }

  private mutating func add(
    _ edition: Edition, to index: inout [PartKey: Int], column: (String) -> Int,
    assign: (inout PairedPart, PairedPart.Version) -> Void
  ) {
    let rungs = Dictionary(edition.rungs.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
    func visit(_ part: Part, under group: Part?, at parent: Int?) {
      let isLeaf = part.children.isEmpty
      let key = PartKey(id: parent == nil ? "" : part.id.value, isLeaf: parent != nil && isLeaf)
      let number = index[key] ?? parts.count
      if number == parts.count { parts.append(PairedPart(id: part.id.value, isLeaf: isLeaf, old: nil, new: nil)) }
      index[key] = number
      let top = group.flatMap { rungs[$0.rung] } ?? 0
      let node = Plan.Node(
        id: part.id.value, children: [], weight: .one, rung: rungs[part.rung] ?? 0, body: Plan.body(part, column: column),
        missing: part.missing, rounding: Plan.rounding(of: part, top: top, isTotal: group == nil, edition))
      let sum = edition.weightsSum ?? group.map { $0.children.map(\.weight.value).sum() } ?? .one
      assign(
        &parts[number],
        PairedPart.Version(node: node, parent: parent, weight: part.weight.value, absolute: part.weight.value / sum))
      for child in part.children { visit(child, under: part, at: number) }
    }
    visit(edition.score, under: nil, at: nil)
  }

  private static func columns(_ old: Edition, _ new: Edition, rungs: [String: Int]) -> [Column] {
    var columns: [Column] = []
    for (edition, other, isOld) in [(old, new, true), (new, old, false)] {
      for field in edition.fields {
        guard let rung = rungs[field.rung], !columns.contains(where: { $0.id == field.id.value && $0.rung == rung }) else { continue }
        let isShared = other.field(field.id.value)?.rung == field.rung
        columns.append(
          Column(id: field.id.value, rung: rung, inOld: isOld || isShared, inNew: !isOld || isShared))
      }
    }
    return columns
  }

  /// The children of a group in both years: those whose weights can be compared.
  func continuing(in group: Int) -> [Int] {
    parts.indices.filter { parts[$0].continues && parts[$0].old?.parent == group && parts[$0].new?.parent == group }
  }

  /// Where each rule file names the part, newest first, for labels.
  func label(of id: String) -> Words? {
    for edition in [new, old] {
      if let part = edition.score.subtree.first(where: { $0.id.value == id }) { return part.label }
    }
    return nil
  }
}
