internal import MarkedYAML
internal import RuleDiagnostics

/// The parts of an edition as nodes, edited by id; positions never count.
///
/// An edit takes time in proportion to what it touches, not to the whole tree. A name that stands twice means its first part; the
/// check of names reports the second.
struct ScoreTree {
  /// A tree written as one rule file has at most this many levels of groups, because of the depth to which a file is read; a tree put
  /// together by edits may have no more, so that everything that walks it can do so recursively.
  static let deepest = Limit.partLevels.value

  /// A part with its own keys; its children are kept apart.
  private struct Place {
    var head: YAMLNode
    var children: [Int]
    var parent: Int?
    /// The fields that the head reads, by the names that it was written with.
    var fields: [String: FieldNumber]
  }

  private var places: [Place] = []
  private var index: [String: Int] = [:]
  /// Which field a name means at this moment. A renamed field keeps its number, so that renaming touches no part.
  private var numbers: [String: FieldNumber] = [:]
  /// The new names of the fields that were renamed.
  private var newNames: [FieldNumber: Marked<String>] = [:]

  private var nextNumber = 0

  private typealias FieldNumber = Int

  /// Takes the total and everything below it.
  init(root: YAMLNode) {
    insert(root, under: nil)
  }

  /// The whole tree.
  var root: YAMLNode { node(0) }

  /// Whether there is a part of that id.
  func contains(_ id: String) -> Bool { index[id] != nil }

  /// The id of the total.
  var total: String? { id(of: 0) }

  /// The ids of all parts, groups before what they hold, the total first.
  var ids: [String] { walk(0).compactMap { id(of: $0) } }

  /// The keys of a part with their values, its list of children empty; nil if there is no such part.
  func head(_ id: String) -> YAMLNode? {
    index[id].map { currentHead($0) }
  }

  /// Whether a part has a list of children.
  func isGroup(_ id: String) -> Bool { head(id)?["parts"]?.items != nil }

  /// The parts of the tree as nodes without their children.
  var heads: [YAMLNode] { walk(0).map { currentHead($0) } }

  /// The ids of a part and of everything below it.
  func ids(from id: String) -> [String] {
    index[id].map { walk($0).compactMap { self.id(of: $0) } } ?? []
  }

  /// The ids of the groups from a part down to which a key of this part is passed: a group with the key of its own ends the way.
  func groups(from id: String, inheriting key: String) -> [String] {
    guard let top = index[id] else { return [] }
    return walk(top) { $0 == top || places[$0].head[key] == nil }.filter { places[$0].head["parts"] != nil }.compactMap { self.id(of: $0) }
  }

  /// What the groups above a part pass down to it under `key`, nearest first; nil if none of them says anything.
  func inherited(_ key: String, by id: String) -> YAMLNode? {
    placesAbove(id).lazy.compactMap { places[$0].head[key] }.first
  }

  /// The ids of a part and of everything below it in a node that is not in the tree yet.
  static func ids(in node: YAMLNode) -> [String] {
    let own = node["id"]?.scalar.map { [$0.text] } ?? []
    return own + (node["parts"]?.items ?? []).flatMap { ids(in: $0) }
  }

  /// Gives a part other keys, perhaps another id. If they hold no list of children any more, the children go.
  mutating func setHead(_ id: String, _ head: YAMLNode) {
    guard let place = index.removeValue(forKey: id) else { return }
    places[place].head = head
    places[place].fields = fields(of: head)
    if let new = self.id(of: place), index[new] == nil { index[new] = place }
    guard head["parts"]?.items == nil else { return }
    forget(places[place].children.flatMap { walk($0) })
    places[place].children = []
  }

  /// Puts another part, with everything below it, in the place of one.
  mutating func replace(_ id: String, with node: YAMLNode) {
    guard let place = index[id] else { return }
    forget(walk(place))
    let new = insert(node, under: places[place].parent)
    // The old place stays the one that its group knows.
    places[place] = places[new]
    for child in places[place].children { places[child].parent = place }
    if let id = self.id(of: place), index[id] == new { index[id] = place }
  }

  /// Puts several parts in the place of one, which is not the total.
  mutating func replace(_ id: String, withAll nodes: [YAMLNode]) {
    guard let place = index[id], let parent = places[place].parent, let position = places[parent].children.firstIndex(of: place) else {
      return
    }
    forget(walk(place))
    let news = nodes.map { insert($0, under: parent) }
    places[parent].children.replaceSubrange(position...position, with: news)
  }

  /// Lets every part that reads a field read it under another name.
  mutating func renameField(_ old: String, to name: Marked<String>) {
    let number = number(of: old)
    numbers[old] = nil
    numbers[name.value] = number
    newNames[number] = name
  }

  /// Takes a part out of its group.
  mutating func remove(_ id: String) {
    guard let place = index[id], let parent = places[place].parent else { return }
    forget(walk(place))
    places[parent].children.removeAll { $0 == place }
  }

  /// Adds a part behind the last one of a group.
  mutating func add(_ part: YAMLNode, under id: String) {
    guard let group = index[id] else { return }
    let new = insert(part, under: group)
    places[group].children.append(new)
  }

  /// Moves a part with everything below it behind the last one of another group.
  mutating func move(_ id: String, under group: String) {
    guard let place = index[id], let parent = places[place].parent, let target = index[group] else { return }
    places[parent].children.removeAll { $0 == place }
    places[target].children.append(place)
    places[place].parent = target
  }

  /// The number of groups above a part.
  func depth(of id: String) -> Int { placesAbove(id).count }

  /// The ids of the groups above a part, nearest first.
  func groups(above id: String) -> [String] { placesAbove(id).compactMap { self.id(of: $0) } }

  /// Whether a part is another one or stands somewhere below it.
  func stands(_ id: String, inside other: String) -> Bool {
    guard let outer = index[other] else { return false }
    return index[id] == outer || placesAbove(id).contains(outer)
  }

  private func placesAbove(_ id: String) -> [Int] {
    var groups: [Int] = []
    var place = index[id]
    while let parent = place.flatMap({ places[$0].parent }) {
      groups.append(parent)
      place = parent
    }
    return groups
  }

  /// The number of levels below a part.
  func height(of id: String) -> Int {
    var deepest = 0
    var open = index[id].map { [(place: $0, level: 0)] } ?? []
    while let (place, level) = open.popLast() {
      deepest = max(deepest, level)
      for child in places[place].children { open.append((child, level + 1)) }
    }
    return deepest
  }

  /// The number of levels below the top of a node that is not in the tree yet.
  static func height(of node: YAMLNode) -> Int {
    (node["parts"]?.items ?? []).map { height(of: $0) + 1 }.max() ?? 0
  }

  @discardableResult
  private mutating func insert(_ node: YAMLNode, under parent: Int?) -> Int {
    let place = places.count
    let parts = node.entry("parts")
    let items = parts?.value.items ?? []
    places.append(Place(head: items.isEmpty ? node : node.withParts([]), children: [], parent: parent, fields: fields(of: node)))
    if let id = id(of: place), index[id] == nil { index[id] = place }
    for item in items { places[place].children.append(insert(item, under: place)) }
    return place
  }

  private func node(_ place: Int) -> YAMLNode {
    let children = places[place].children
    return children.isEmpty ? currentHead(place) : currentHead(place).withParts(children.map { node($0) })
  }

  /// The keys of a part with the names that fields have by now.
  private func currentHead(_ place: Int) -> YAMLNode {
    let head = places[place].head
    guard !newNames.isEmpty else { return head }
    let renamed = places[place].fields.compactMapValues { newNames[$0] }.filter { $0.key != $0.value.value }
    return renamed.isEmpty ? head : head.renamingFields { renamed[$0] }
  }

  private mutating func fields(of head: YAMLNode) -> [String: FieldNumber] {
    head.fieldsRead.reduce(into: [:]) { $0[$1] = number(of: $1) }
  }

  private mutating func number(of field: String) -> FieldNumber {
    if let number = numbers[field] { return number }
    nextNumber += 1
    numbers[field] = nextNumber
    return nextNumber
  }

  private func id(of place: Int) -> String? { places[place].head["id"]?.scalar?.text }

  /// A place and those below it that `condition` lets pass, parents first.
  private func walk(_ top: Int, where condition: (Int) -> Bool = { _ in true }) -> [Int] {
    var found: [Int] = []
    var open = [top]
    while let place = open.popLast() {
      guard condition(place) else { continue }
      found.append(place)
      open.append(contentsOf: places[place].children.reversed())
    }
    return found
  }

  private mutating func forget(_ gone: [Int]) {
    for place in gone {
      if let id = id(of: place), index[id] == place { index[id] = nil }
    }
  }
}

extension YAMLNode {
  /// The entry under `key`, if this is a mapping that has it.
  func entry(_ key: String) -> YAMLEntry? {
    entries?.first { $0.key.value == key }
  }

  /// This part with other children.
  fileprivate func withParts(_ children: [YAMLNode]) -> YAMLNode {
    guard let entry = entry("parts") else { return self }
    let list = YAMLNode(content: .sequence(children), range: entry.value.range)
    return setting(YAMLEntry(key: entry.key, keyIsQuoted: entry.keyIsQuoted, value: list))
  }

  /// This part reading fields under the names that `newName` gives.
  fileprivate func renamingFields(_ newName: (String) -> Marked<String>?) -> YAMLNode {
    func renamed(_ node: YAMLNode) -> YAMLNode {
      guard let name = node.scalar.flatMap({ newName($0.text) }) else { return node }
      return YAMLNode(content: .scalar(YAMLScalar(text: name.value, isQuoted: false)), range: name.range)
    }
    var part = self
    for entry in entries ?? [] where MappingForm.bodies.contains(entry.key.value) && entry.key.value != "parts" {
      var body = renamed(entry.value)
      if let field = body["field"] { body = body.setting("field", to: renamed(field)) }
      if let items = body["items"] {
        let list = items.items.map { YAMLNode(content: .sequence($0.map { renamed($0) }), range: items.range) }
        body = body.setting("items", to: list ?? renamed(items))
      }
      if let points = body["points"], let entries = points.entries {
        let table = entries.map { YAMLEntry(key: newName($0.key.value) ?? $0.key, keyIsQuoted: $0.keyIsQuoted, value: $0.value) }
        body = body.setting("points", to: YAMLNode(content: .mapping(table), range: points.range))
      }
      part = part.setting(entry.key.value, to: body)
    }
    return part
  }
}
