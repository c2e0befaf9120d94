internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// Reads `sources:`: the documents that the rules rest on.
  mutating func sources(from node: YAMLNode) -> [Source] {
    let what = Words(same: "`sources`")
    guard let entries = log.entries(of: node, as: what) else {
      brokenSections.insert("sources")
      return []
    }
    return entries.map { entry in
      // A source that cannot be read is kept, so that its use is not reported as well.
      let key = log.name(entry.key, as: Words(id: "sumber", en: "a source")) ?? entry.key
      return source(key, from: entry.value)
    }
  }

  private mutating func source(_ key: Marked<String>, from node: YAMLNode) -> Source {
    let what = Words(id: "sumber `\(key.value)`", en: "the source `\(key.value)`")
    guard var reader = MappingReader(node, .source, as: what, log: &log) else {
      return Source(key: key, title: Words(same: key.value), kind: nil, url: nil)
    }
    let title = reader.required("title", of: what, log: &log).flatMap { self.title($0, as: what) }
    let kind = reader.optional("kind").flatMap { log.text($0, as: Words(same: "`kind`")) }?.value
    let url = reader.optional("url").flatMap { log.text($0, as: Words(same: "`url`")) }?.value
    reader.finish(as: what, log: &log)
    return Source(key: key, title: title ?? Words(same: key.value), kind: kind, url: url)
  }

  /// A title in one language as on the document, or in both.
  private mutating func title(_ node: YAMLNode, as what: Words) -> Words? {
    if let scalar = node.scalar { return Words(same: scalar.text) }
    return log.words(node, as: what)
  }

  /// Reads `cite:`: one citation or a list; each begins with the key of a source.
  mutating func citations(from node: YAMLNode) -> [Citation] {
    (node.items ?? [node]).compactMap { item in
      guard let text = log.text(item, as: Words(same: "`cite`")) else { return nil }
      let pieces = text.value.split(separator: " ", maxSplits: 1)
      return Citation(source: pieces.first.map(String.init) ?? "", locator: pieces.count > 1 ? String(pieces[1]) : "", range: text.range)
    }
  }
}
