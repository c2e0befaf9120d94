package import MarkedYAML
package import RuleDiagnostics

extension YAMLNode {
  /// The entries, if this is a mapping.
  package var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The items, if this is a list.
  package var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The scalar, if this is one.
  package var scalar: YAMLScalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }

  /// The value under `key`, if this is a mapping that has it.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.value == key }?.value
  }

  /// The names of the fields that a part reads, as they are written.
  var fieldsRead: [String] {
    MappingForm.bodies.compactMap { self[$0] }.flatMap { body -> [String] in
      if let name = body.scalar { return [name.text] }
      let items = body["items"]
      return [body["field"]?.scalar?.text].compactMap(\.self) + (items?.items ?? items.map { [$0] } ?? []).compactMap { $0.scalar?.text }
    }
  }

  /// What kind of node this is, in the words of a rule author.
  package var shape: Words {
    switch content {
    case .scalar: Words(id: "satu nilai", en: "a single value")
    case .sequence: Words(id: "daftar", en: "a list")
    case .mapping: Words(id: "sekumpulan kunci", en: "a set of keys")
    }
  }

  /// This mapping with an entry in the place of the one with the same key, or behind the last.
  func setting(_ entry: YAMLEntry) -> YAMLNode { setting([entry]) }

  /// This mapping with all of these entries.
  func setting(_ news: [YAMLEntry]) -> YAMLNode {
    guard var entries else { return self }
    // Many keys are found by hashing, so that no number of them is slow.
    let places = news.count > 8 ? Dictionary(entries.enumerated().map { ($1.key.value, $0) }) { first, _ in first } : nil
    for entry in news {
      let key = entry.key.value
      if let place = places.map({ $0[key] }) ?? entries.firstIndex(where: { $0.key.value == key }) {
        entries[place] = entry
      } else {
        entries.append(entry)
      }
    }
    return YAMLNode(content: .mapping(entries), range: range)
  }

  /// This mapping with `value` under `key`; the key stays where it was written.
  func setting(_ key: String, to value: YAMLNode) -> YAMLNode {
    let old = entry(key)
    return setting(YAMLEntry(key: old?.key ?? Marked(key, at: value.range), keyIsQuoted: old?.keyIsQuoted ?? false, value: value))
  }

  /// This mapping without the entries of these keys.
  func removing(_ keys: Set<String>) -> YAMLNode {
    guard let entries else { return self }
    return YAMLNode(content: .mapping(entries.filter { !keys.contains($0.key.value) }), range: range)
  }
}
