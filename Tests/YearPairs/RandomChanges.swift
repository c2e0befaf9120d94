import Dice

/// The named changes from one random edition to the next.
struct RandomChanges {
  /// One edit with names as `«name»`, and the name that it gives away.
  struct Edit {
    let text: String
    var renames: (from: String, to: String)?
  }

  /// A named change.
  struct Change {
    let id: String
    var edits: [Edit] = []
  }

  var changes: [Change] = []
  /// The rules with the fields that came.
  private(set) var rules: RandomRules
  /// The fields of the older year's instrument.
  let oldFields: [RandomRules.Field]
  private var usedFields: Set<String> = []
  /// Parts about whose place something has been said, and parts that other edits name.
  private var settled: Set<String> = ["total"]
  private var named: Set<String> = []
  private var keys: Set<String> = []
  private let parts: [RandomRules.Part]

  init(_ rules: RandomRules, _ dice: inout Dice, count: ClosedRange<Int>, editsEach: ClosedRange<Int> = 1...2) {
    self.rules = rules
    oldFields = rules.fields
    parts = rules.total.subtree
    for number in 0..<dice.number(count) {
      changes.append(Change(id: "u\(number)"))
      for _ in 0..<dice.number(editsEach) { addEdit(&dice) }
    }
    changes.removeAll { $0.edits.isEmpty }
  }

  /// No changes, to be filled in by hand.
  init(_ rules: RandomRules, _ changes: [Change]) {
    self.rules = rules
    oldFields = rules.fields
    parts = rules.total.subtree
    self.changes = changes
  }

  /// The rule file of the newer edition.
  var yaml: String {
    var names: [String: String] = [:]
    let blocks = changes.map { change in
      let edits = change.edits.map { edit in
        defer { if let renames = edit.renames { names[renames.from] = renames.to } }
        return "      - {\(replacingNames(edit.text, names))}"
      }
      return "  - id: \(change.id)\n    title: {id: Ubahan \(change.id), en: Change \(change.id)}\n    edits:\n"
        + edits.joined(separator: "\n")
    }
    let list = changes.isEmpty ? "" : "changes:\n\(blocks.joined(separator: "\n"))\n"
    return "timbang: 1\nid: acak\nedition: 2\nextends: 1\n\(list)"
  }

  /// The new names of renamed fields, by the old.
  var newNames: [String: String] {
    Dictionary(changes.flatMap(\.edits).compactMap(\.renames).map { ($0.from, $0.to) }) { _, last in last }
  }

  // MARK: Edits

  private mutating func addEdit(_ dice: inout Dice) {
    switch dice.number(1...18) {
    case 1, 2: addPart(&dice)
    case 3, 4: removePart(&dice)
    case 5, 6, 7: setWeight(&dice)
    case 8: setKey("missing", dice.one(of: ["zero", "skip", "{value: 40}"]), of: parts, &dice)
    case 9: setKey("round", dice.one(of: ["0", "1", "{places: 0, mode: down, on: [\(rules.rungs[0])]}"]), of: parts, &dice)
    case 10: setBody(&dice)
    case 11: setCombine(&dice)
    case 12: setRung(&dice)
    case 13: movePart(&dice)
    case 14: renamePart(&dice)
    case 15: renameField(&dice)
    case 16: splitPart(&dice)
    case 17: mergeParts(&dice)
    default: setRest(&dice)
    }
  }

  private mutating func note(_ text: String, renames: (from: String, to: String)? = nil) {
    changes[changes.count - 1].edits.append(Edit(text: text, renames: renames))
  }

  /// Whether a key of a part has not been set before; from now on it has.
  private mutating func claim(_ key: String, of id: String) -> Bool { keys.insert("\(id) \(key)").inserted }

  private func free(_ parts: [RandomRules.Part]) -> [RandomRules.Part] {
    parts.filter { settled.isDisjoint(with: $0.subtree.map(\.id)) && named.isDisjoint(with: $0.subtree.map(\.id)) }
  }

  private var groups: [RandomRules.Part] { parts.filter { $0.body == nil && ($0.id == "total" || !settled.contains($0.id)) } }

  private mutating func addPart(_ dice: inout Dice) {
    guard let group = groups.randomElement(using: &dice) else { return }
    let before = rules.fields.count
    let part = rules.part(depth: dice.number(1...2), above: group.rung, &dice)
    named.insert(group.id)
    for field in rules.fields[before...] { note("add: {fields: {\(rules.text(of: field))}}") }
    note("add: {under: «\(group.id)», part: \(part.text)}")
  }

  private mutating func removePart(_ dice: inout Dice) {
    guard let part = free(parts).randomElement(using: &dice) else { return }
    settled.formUnion(part.subtree.map(\.id))
    note("remove: {part: «\(part.id)»}")
    guard dice.onceIn(2) else { return }
    let text = part.text
    for field in oldFields where text.contains("«\(field.id)»") && usedFields.insert(field.id).inserted {
      note("remove: {field: «\(field.id)»}")
    }
  }

  private mutating func setWeight(_ dice: inout Dice) {
    guard let part = parts.dropFirst().filter({ !settled.contains($0.id) }).randomElement(using: &dice) else { return }
    guard claim("weight", of: part.id) else { return }
    named.insert(part.id)
    note("set: {part: «\(part.id)», weight: \(dice.number(1...9))}")
  }

  private mutating func setKey(_ key: String, _ value: String, of candidates: [RandomRules.Part], _ dice: inout Dice) {
    guard let part = candidates.filter({ $0.id == "total" || !settled.contains($0.id) }).randomElement(using: &dice) else { return }
    guard claim(key, of: part.id) else { return }
    named.insert(part.id)
    note("set: {part: «\(part.id)», \(key): \(value)}")
  }

  private mutating func setBody(_ dice: inout Dice) {
    guard let part = free(parts.filter { $0.body != nil }).randomElement(using: &dice), claim("body", of: part.id) else { return }
    named.insert(part.id)
    let before = rules.fields.count
    let body = rules.body(on: part.rung, &dice)
    for field in rules.fields[before...] { note("add: {fields: {\(rules.text(of: field))}}") }
    note("set: {part: «\(part.id)», \(body)}")
  }

  private mutating func setCombine(_ dice: inout Dice) {
    let groups = parts.filter { $0.body == nil }
    guard !dice.onceIn(3) else {
      setKey("goalposts", dice.one(of: RandomRules.goalposts + ["none"]), of: groups, &dice)
      return
    }
    setKey("combine", dice.one(of: ["mean", "min", "max", "sum"]), of: groups, &dice)
  }

  private mutating func setRung(_ dice: inout Dice) {
    guard let rung = rules.rungs.indices.dropFirst().randomElement(using: &dice), claim("combine", of: rules.rungs[rung]) else { return }
    note("set: {rung: \(rules.rungs[rung]), combine: \(dice.one(of: ["mean", "min", "max", "sum", "median"]))}")
  }

  private mutating func movePart(_ dice: inout Dice) {
    guard let part = free(Array(parts.dropFirst())).randomElement(using: &dice) else { return }
    let inside = Set(part.subtree.map(\.id))
    let targets = groups.filter { !inside.contains($0.id) && $0.rung <= part.rung }
    guard let group = targets.randomElement(using: &dice), claim("weight", of: part.id) else { return }
    // Only the part itself has a new place; what is in it may be set by others.
    settled.insert(part.id)
    named.insert(group.id)
    note("move: {part: «\(part.id)», under: «\(group.id)», weight: \(dice.number(1...9))}")
  }

  private mutating func renamePart(_ dice: inout Dice) {
    guard let part = parts.dropFirst().filter({ !settled.contains($0.id) }).randomElement(using: &dice), claim("id", of: part.id) else {
      return
    }
    named.insert(part.id)
    note("rename: {part: «\(part.id)», to: \(part.id)x}", renames: (part.id, "\(part.id)x"))
  }

  private mutating func renameField(_ dice: inout Dice) {
    guard let field = oldFields.randomElement(using: &dice), usedFields.insert(field.id).inserted else { return }
    note("rename: {field: «\(field.id)», to: \(field.id)x}", renames: (field.id, "\(field.id)x"))
  }

  private mutating func splitPart(_ dice: inout Dice) {
    guard let part = free(parts.filter { $0.body != nil }).randomElement(using: &dice), let body = part.body else { return }
    settled.insert(part.id)
    let pieces = ["a", "b"].map { letter in
      "{" + (["id: \(part.id)\(letter)", "weight: \(dice.number(1...5))"] + part.keys + [body]).joined(separator: ", ") + "}"
    }
    note("split: {part: «\(part.id)», into: [\(pieces.joined(separator: ", "))]}")
  }

  private mutating func mergeParts(_ dice: inout Dice) {
    let candidates = free(parts.filter { $0.body != nil })
    guard candidates.count > 1 else { return }
    let two = Array(candidates.shuffled(using: &dice).prefix(2))
    guard two[0].rung == two[1].rung, let body = two[0].body else { return }
    settled.formUnion(two.map(\.id))
    let into = (["id: \(two[0].id)\(two[1].id)", "weight: \(two[0].weight + two[1].weight)"] + two[0].keys + [body]).joined(separator: ", ")
    note("merge: {parts: [\(two.map { "«\($0.id)»" }.joined(separator: ", "))], into: {\(into)}}")
  }

  private mutating func setRest(_ dice: inout Dice) {
    if dice.onceIn(2) {
      guard claim("zones", of: "") else { return }
      note("replace: {zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: 30}, {id: hijau, from: \(dice.number(40...90))}]}}")
    } else if dice.onceIn(2) {
      guard claim("missing", of: "") else { return }
      note("set: {defaults: {missing: \(dice.one(of: ["zero", "skip", "{value: 10}"]))}}")
    } else {
      setKey("when", "\"!false\"", of: parts.filter { $0.body != nil && !$0.text.contains("when:") }, &dice)
    }
  }
}

/// Writes names as they are at a moment: `«p1»` is `p1x` once it was renamed.
func replacingNames(_ text: String, _ names: [String: String] = [:]) -> String {
  text.split(separator: "«", omittingEmptySubsequences: false).enumerated().map { index, piece in
    guard index > 0, let end = piece.firstIndex(of: "»") else { return String(piece) }
    let name = String(piece[..<end])
    return (names[name] ?? name) + piece[piece.index(after: end)...]
  }.joined()
}
