internal import MarkedYAML
internal import RuleDiagnostics

extension YAMLNode {
  /// The entries, if this is a mapping.
  var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The items, if this is a list.
  var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The scalar, if this is one.
  var scalar: YAMLScalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }

  /// The value under `key`, if this is a mapping that has it.
  subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.value == key }?.value
  }

  /// What kind of node this is, in the words of a rule author.
  var shape: Words {
    switch content {
    case .scalar: Words(id: "satu nilai", en: "a single value")
    case .sequence: Words(id: "daftar", en: "a list")
    case .mapping: Words(id: "sekumpulan kunci", en: "a set of keys")
    }
  }

  /// This mapping with `value` under `key`: in the old entry's place, or behind the last.
  func setting(_ entry: YAMLEntry) -> YAMLNode {
    guard var entries else { return self }
    if let index = entries.firstIndex(where: { $0.key.value == entry.key.value }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
    return YAMLNode(content: .mapping(entries), range: range)
  }

  /// This mapping without the entries of these keys.
  func removing(_ keys: Set<String>) -> YAMLNode {
    guard let entries else { return self }
    return YAMLNode(content: .mapping(entries.filter { !keys.contains($0.key.value) }), range: range)
  }
}
