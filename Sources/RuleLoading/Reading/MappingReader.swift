package import MarkedYAML
package import RuleDiagnostics

/// Reads the keys of one mapping and, at the end, refuses those that nobody asked for.
package struct MappingReader {
  /// Where the mapping stands.
  package let range: SourceRange
  private let entries: [YAMLEntry]
  private var known: Set<String> = []
  /// Keys that are known only to be refused, which nobody is to be pointed to.
  private var refused: Set<String> = []

  /// Takes a mapping; reports anything else.
  package init?(_ node: YAMLNode, as what: Words, log: inout DiagnosticLog) {
    guard let entries = node.entries else {
      log.error(
        .wrongShape, at: node.range,
        Words(
          id: "\(what.id) harus berupa sekumpulan kunci, bukan \(node.shape.id)",
          en: "\(what.en) must be a set of keys, not \(node.shape.en)"),
        help: Words(id: "tulis `kunci: nilai`, satu baris untuk setiap kunci", en: "write `key: value`, one line for each key"))
      return nil
    }
    self.entries = log.withoutDecimalCommas(entries)
    range = node.range
  }

  /// The entry under `key`, if it is there; from now on the key is a known one.
  package mutating func entry(_ key: String) -> YAMLEntry? {
    known.insert(key)
    return entries.first { $0.key.value == key }
  }

  /// The entry under a key that the caller refuses, if it is there: it is known, but never suggested.
  mutating func refusedEntry(_ key: String) -> YAMLEntry? {
    refused.insert(key)
    return entry(key)
  }

  /// The value under `key`, if it is there; from now on the key is a known one.
  package mutating func optional(_ key: String) -> YAMLNode? {
    entry(key)?.value
  }

  /// The value under `key`; reports its absence, or the key that is probably a misspelling of it.
  package mutating func required(_ key: String, of what: Words, log: inout DiagnosticLog) -> YAMLNode? {
    if let node = optional(key) { return node }
    if let misspelt = unread.first(where: { nearestName(to: $0.key.value, among: [key]) != nil }) {
      // Reported here and not at the end: a caller that cannot go on without this key never comes to the end.
      reportUnknown(misspelt, near: key, as: what, log: &log)
      known.insert(misspelt.key.value)
      return nil
    }
    log.error(
      .missingKey, at: SourceRange(file: range.file, at: range.start),
      Words(id: "\(what.id) tidak punya kunci `\(key)`", en: "\(what.en) has no key `\(key)`"),
      help: Words(id: "tambahkan `\(key): ...`", en: "add `\(key): ...`"))
    return nil
  }

  /// Refuses keys that belong to the rule language but that this version does not read, so that they are never ignored.
  mutating func refuse(_ keys: [String], log: inout DiagnosticLog) {
    for key in keys {
      guard let entry = refusedEntry(key) else { continue }
      log.error(
        .notReadYet, at: entry.key.range,
        Words(id: "kunci `\(key)` belum dibaca oleh versi timbang ini", en: "the key `\(key)` is not read by this version of timbang"),
        help: Words(
          id: "hapus kunci ini, atau pakai versi yang lebih baru; tidak ada yang dihitung dari berkas ini",
          en: "remove the key, or use a newer version; nothing is computed from this file"))
    }
  }

  /// The entries that nobody has asked for yet.
  package var unread: [YAMLEntry] { entries.filter { !known.contains($0.key.value) } }

  /// Reports every key that nobody asked for, with the nearest key that exists.
  package func finish(as what: Words, log: inout DiagnosticLog) {
    for entry in unread { reportUnknown(entry, near: nil, as: what, log: &log) }
  }

  private func reportUnknown(_ entry: YAMLEntry, near: String?, as what: Words, log: inout DiagnosticLog) {
    let key = entry.key.value
    log.error(
      .unknownKey, at: entry.key.range,
      Words(id: "kunci `\(key)` tidak dikenal di \(what.id)", en: "unknown key `\(key)` in \(what.en)"),
      help: suggestion(for: key, among: near.map { [$0] } ?? Array(known.subtracting(refused))) ?? listOfKeys)
  }

  private var listOfKeys: Words {
    let list = known.subtracting(refused).sorted().map { "`\($0)`" }.joined(separator: ", ")
    return Words(id: "kunci yang dikenal di sini: \(list)", en: "the keys known here: \(list)")
  }
}
