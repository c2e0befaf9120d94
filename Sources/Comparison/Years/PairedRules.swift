internal import Expressions
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// The rules of two years side by side: parts by identity, columns for the fields of both.
struct PairedRules: Sendable {
  /// A field of either year.
  struct Column: Sendable {
    /// Its name in each year; nil where the year's instrument does not have it.
    let key: ColumnKey
    let rung: Int

    var id: String { key.new ?? key.old ?? "" }
  }

  let old: Edition
  let new: Edition
  private(set) var parts: [PairedPart] = []
  private(set) var columns: [Column] = []
  /// Two columns of one field whose values were recoded: as the old year reads it, and as the new one does.
  struct Twin: Sendable {
    let old: Int
    let new: Int
    let links: [FieldLink]
  }

  /// The fields whose values were recoded.
  private(set) var twins: [Twin] = []
  private let recodings: [String: [FieldLink]]
  /// What people call the parts of each year, by id.
  private let labels: (old: [String: Words], new: [String: Words])
  private(set) var oldCombines: [Plan.Combine] = []
  private(set) var newCombines: [Plan.Combine] = []
  let rungCount: Int
  /// The columns as a plan names its fields.
  private(set) var fields: [(id: String, rung: Int)] = []
  /// For each column the edition from which the new rules carry its missing values over, if the old rules could not do without them either.
  ///
  /// Such a value stood in both years, so it is no change: not of what was observed, and not of the rules.
  private(set) var carriedFrom: [String?] = []
  /// The columns whose old field goes on in one of another name, though nothing says so of the fields themselves.
  private(set) var columnsReadAs: [Int] = []
  /// What the parts weigh beside their siblings.
  private(set) var shares = PartShares()
  /// Whether nothing in the rules of either year forbids that effects simply add up.
  private(set) var addUp = false

  /// A year as one of the two.
  private enum Side {
    case old
    case new
  }

  /// Pairs two editions of one ladder.
  init(old: Edition, new: Edition) {
    self.old = old
    self.new = new
    rungCount = old.rungs.count
    labels = (PairedRules.labels(old), PairedRules.labels(new))
    let steps = new.steps(since: old.name)
    recodings = Dictionary(old.fields.map { ($0.id.value, steps.recodings(of: $0.id.value)) }) { first, _ in first }.filter {
      !$0.value.isEmpty
    }
    let rewriting = Rewriting(old, new)
    let names = rewriting.renamedFields
    oldCombines = old.rungs.map { combine($0, .old, names) }
    newCombines = new.rungs.map { combine($0, .new, names) }
    var index: [PartKey: Int] = [:]
    add(rewriting.old, .old, names, to: &index)
    add(rewriting.new, .new, names, to: &index)
    twins = recodings.sorted { $0.key.precedesByBytes($1.key) }.compactMap { field, links in
      let name = names[field] ?? field
      guard let before = columns.firstIndex(where: { $0.key == ColumnKey(old: field, new: nil) }),
        let after = columns.firstIndex(where: { $0.key == ColumnKey(old: nil, new: name) })
      else { return nil }
      return Twin(old: before, new: after, links: links)
    }
    fields = columns.map { ($0.id, $0.rung) }
    columnsReadAs = columns.indices.filter { number in
      guard let old = columns[number].key.old, let new = columns[number].key.new else { return false }
      return new != names[old] ?? old
    }
    carriedFrom = columns.indices.map { carriedEdition(of: $0) }
    shares = PartShares(self)
    addUp = canAddUp
  }

  private static func labels(_ edition: Edition) -> [String: Words] {
    Dictionary(edition.score.subtree.map { ($0.id.value, $0.label) }) { first, _ in first }
  }

  /// A part keeps its identity as long as it stays an indicator or stays a group; the root is always the root.
  private struct PartKey: Hashable {
    let id: String
    let isLeaf: Bool
    let isEnded: Bool
  }

  private mutating func add(_ tree: YearTree, _ side: Side, _ names: [String: String], to index: inout [PartKey: Int]) {
    let edition = side == .old ? old : new
    var numbers: [Int] = []
    for node in tree.nodes {
      let key = PartKey(id: node.parent == nil ? "" : node.id, isLeaf: node.parent != nil && node.isLeaf, isEnded: node.isEnded)
      let number = index[key] ?? parts.count
      if number == parts.count { parts.append(PairedPart(id: node.id, isLeaf: node.isLeaf, old: nil, new: nil)) }
      index[key] = number
      numbers.append(number)
    }
    for (position, node) in tree.nodes.enumerated() {
      let top = node.parent.flatMap { edition.height(of: tree.nodes[$0].part.rung) } ?? 0
      let siblings = node.parent.map { tree.children(of: $0).map { tree.nodes[$0].weight }.sum() } ?? .one
      let version = PairedPart.Version(
        node: Plan.Node(
          id: node.id, children: [], weight: .one, rung: edition.height(of: node.part.rung) ?? 0, body: body(node, side, names),
          condition: condition(node, side, names), notApplicable: node.part.notApplicable, missing: node.part.missing,
          precision: node.part.precision ?? 12, goalposts: node.goalposts,
          rounding: Plan.rounding(node.rounding, top: top, isTotal: node.parent == nil, edition)),
        parent: node.parent.map { numbers[$0] }, weight: node.weight, absolute: node.weight / (edition.weightsSum ?? siblings),
        whole: node.whole)
      if side == .old { parts[numbers[position]].old = version } else { parts[numbers[position]].new = version }
    }
  }

  private mutating func body(_ node: YearTree.Node, _ side: Side, _ names: [String: String]) -> Plan.Node.Body {
    switch node.body {
    case .group(let combine, _): return .group(combine)
    case .leaf(let scale):
      let edition = side == .old ? old : new
      let rung = edition.height(of: node.part.rung) ?? 0
      let numbers = numbers(scale.fields, node, side, names)
      return .leaf(
        PlanScale(scale, precision: node.part.precision ?? 12, column: { numbers[$0] ?? 0 }) { text in
          PlanFormula(text, from: rung, in: edition) { numbers[$0] ?? 0 }
        })
    }
  }

  private mutating func condition(_ node: YearTree.Node, _ side: Side, _ names: [String: String]) -> PlanFormula? {
    // A group that was put around others has no condition of its own.
    guard let condition = node.part.condition, node.part.id.value == node.id || node.isLeaf else { return nil }
    let edition = side == .old ? old : new
    let rung = edition.height(of: node.part.rung) ?? 0
    let numbers = numbers(condition.value.fieldsRead(from: rung, in: edition), node, side, names)
    return PlanFormula(condition.value, from: rung, in: edition) { numbers[$0] ?? 0 }
  }

  private mutating func numbers(
    _ fields: [String], _ node: YearTree.Node, _ side: Side, _ names: [String: String]
  ) -> [String: Int] {
    Dictionary(fields.map { ($0, column($0, side, node.reads[$0], names)) }) { first, _ in first }
  }

  private mutating func combine(_ rung: Rung, _ side: Side, _ names: [String: String]) -> Plan.Combine {
    let rungs = old.rungs.map(\.id.value)
    return Plan.combine(rung.combine.value, column: { column($0, side, nil, names) }, rung: { rungs.firstIndex(of: $0) ?? 0 })
  }

  /// The number of the column that a field of one year fills; a field of both years on one rung fills one column.
  private mutating func column(_ field: String, _ side: Side, _ pairing: ColumnKey?, _ names: [String: String]) -> Int {
    let own = side == .old ? old : new
    let other = side == .old ? new : old
    let rung = own.field(field).flatMap { own.height(of: $0.rung) } ?? 0
    let name = side == .old ? names[field] ?? field : names.first { $0.value == field }?.key ?? field
    // A field whose values were recoded fills two columns, one for each way to read it.
    let isRecoded = recodings[side == .old ? field : name] != nil
    let partner = !isRecoded && other.field(name)?.rung == own.field(field)?.rung ? name : nil
    let key = pairing ?? (side == .old ? ColumnKey(old: field, new: partner) : ColumnKey(old: partner, new: field))
    if let known = columns.firstIndex(where: { $0.key == key && $0.rung == rung }) { return known }
    columns.append(Column(key: key, rung: rung))
    return columns.count - 1
  }

  /// What an earlier edition calls the field of a column.
  func name(of column: Column, in edition: String) -> String {
    if edition == old.name, let name = column.key.old { return name }
    return new.steps(since: edition).isEmpty
      ? old.earlierName(of: column.key.old ?? column.id, in: edition) : new.earlierName(of: column.id, in: edition)
  }

  /// The editions whose values the rules of either year carry over.
  var carriedEditions: Set<String> {
    Set(
      parts.flatMap { [$0.old, $0.new] }.compactMap { version in
        if case .carry(let edition)? = version?.node.missing { edition } else { nil }
      })
  }

  private func carriedEdition(of column: Int) -> String? {
    let readers = { (version: PairedPart.Version?) -> Plan.Node? in
      guard let node = version?.node, case .leaf(let scale) = node.body, scale.columns.contains(column) else { return nil }
      return node
    }
    guard parts.compactMap({ readers($0.old) }).allSatisfy(\.missing.insists) else { return nil }
    let carried = Set(
      parts.compactMap { readers($0.new) }.map { node in if case .carry(let edition) = node.missing { edition } else { "" } })
    return carried.count == 1 ? carried.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  /// What everybody is taken to have had in the old year in a column that only the new instrument has.
  func backcast(_ column: Column) -> Fraction? {
    column.key.old == nil ? column.key.new.flatMap { new.field($0)?.backcast } : nil
  }

  /// Whether every column that an indicator of the new year reads has a value in the old year: observed, or as the rules take it.
  func hasEarlierValue(_ part: Int) -> Bool {
    columnsRead(part).allSatisfy { columns[$0].key.old != nil || backcast(columns[$0]) != nil }
  }

  /// Whether the rules say for a column of an indicator of the new year what it is taken to have held in the old year.
  func isBackcast(_ part: Int) -> Bool {
    columnsRead(part).contains { backcast(columns[$0]) != nil }
  }

  private func columnsRead(_ part: Int) -> [Int] {
    guard case .leaf(let scale)? = parts[part].new?.node.body else { return [] }
    return scale.columns
  }

  /// The children of a group in both years: those whose weights can be compared.
  func continuing(in group: Int) -> [Int] {
    parts.indices.filter { parts[$0].continues && parts[$0].old?.parent == group && parts[$0].new?.parent == group }
  }

  /// What people call a part, in the newer words if it has any.
  func label(of part: PairedPart) -> Words? {
    let newer = part.new == nil ? nil : labels.new[part.id]
    return newer ?? labels.old[part.id]
  }

  /// What people call a part of either year.
  func label(ofID id: String) -> Words? { labels.new[id] ?? labels.old[id] }
}
