package import MarkedYAML
package import RuleDiagnostics

/// Reads the keys of one mapping and, at the end, refuses those that it does not know: that its form does not have or, in files of another
/// format, that nobody asked for.
package struct MappingReader {
  /// Where the mapping stands.
  package let range: SourceRange
  /// What stands in the mapping, also what is not known.
  let entries: [YAMLEntry]
  /// What the mapping may say; nil outside of rule files.
  private let form: MappingForm?
  /// The keys that somebody asked for.
  private var asked: Set<String> = []
  /// The keys of the form that do not count in this mapping.
  private var disowned: Set<String> = []
  /// The unknown keys that were reported already.
  private var reported: Set<String> = []

  /// Takes a mapping of a form; reports anything else than a mapping.
  init?(_ node: YAMLNode, _ name: FormName, as what: Words, log: inout DiagnosticLog) {
    self.init(node, name.form, as: what, log: &log)
  }

  /// Takes a mapping of a file that is no rule file: its keys are those that are asked for. Reports anything else than a mapping.
  package init?(_ node: YAMLNode, as what: Words, log: inout DiagnosticLog) {
    self.init(node, nil, as: what, log: &log)
  }

  private init?(_ node: YAMLNode, _ form: MappingForm?, as what: Words, log: inout DiagnosticLog) {
    guard let entries = log.entries(of: node, as: what) else { return nil }
    self.entries = log.withoutDecimalCommas(entries)
    self.form = form
    range = node.range
  }

  /// The entry under `key`, if it is there.
  package mutating func entry(_ key: String) -> YAMLEntry? {
    // INVARIANT: nobody reads a key that the form does not have, so that readers and schema agree.
    assert(form.map { $0[key] != nil } ?? true, "the form has no key `\(key)`")
    asked.insert(key)
    return entries.first { $0.key.value == key }
  }

  /// The value under `key`, if it is there.
  package mutating func optional(_ key: String) -> YAMLNode? {
    assert(form?[key]?.need != .required, "the form requires `\(key)`")
    return entry(key)?.value
  }

  /// The value under `key`; reports its absence, or the key that is probably a misspelling of it.
  package mutating func required(_ key: String, of what: Words, log: inout DiagnosticLog) -> YAMLNode? {
    assert(form?[key]?.need != .optional, "the form does not require `\(key)`")
    if let node = entry(key)?.value { return node }
    if let misspelt = unread.first(where: { meantKey($0, among: [key]) != nil }) {
      // Reported here and not at the end: a caller that cannot go on without this key never comes to the end.
      reportUnknown(misspelt, near: key, as: what, log: &log)
      reported.insert(misspelt.key.value)
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
      guard let entry = entry(key) else { continue }
      log.error(
        .notReadYet, at: entry.key.range,
        Words(id: "kunci `\(key)` belum dibaca oleh versi timbang ini", en: "the key `\(key)` is not read by this version of timbang"),
        help: Words(
          id: "hapus kunci ini, atau pakai versi yang lebih baru; tidak ada yang dihitung dari berkas ini",
          en: "remove the key, or use a newer version; nothing is computed from this file"))
    }
  }

  /// Takes a key of the form for unknown in this mapping.
  mutating func disown(_ key: String) {
    asked.insert(key)
    disowned.insert(key)
  }

  /// Leaves a key to somebody else, who reads it elsewhere.
  mutating func leave(_ key: String) {
    asked.insert(key)
  }

  /// The entries that the form does not have or, without a form, that nobody has asked for yet; not those that were reported.
  package var unread: [YAMLEntry] { entries.filter { !isKnown($0.key.value) && !reported.contains($0.key.value) } }

  private func isKnown(_ key: String) -> Bool {
    !disowned.contains(key) && form.map { $0[key] != nil } ?? asked.contains(key)
  }

  /// The keys that may stand here, as far as anybody knows. Nobody is to be pointed to one that is refused.
  private var known: [String] {
    form?.keys.filter { $0.need != .refused && !disowned.contains($0.name) }.map(\.name) ?? Array(asked)
  }

  /// Reports every key that is not known, with the nearest key that is.
  package func finish(as what: Words, log: inout DiagnosticLog) {
    // INVARIANT: every key of the form was asked for, so that nothing that is written is ever ignored.
    assert(form?.keys.allSatisfy { asked.contains($0.name) } ?? true, "nobody reads some of \(known)")
    for entry in unread { reportUnknown(entry, near: nil, as: what, log: &log) }
  }

  private func reportUnknown(_ entry: YAMLEntry, near: String?, as what: Words, log: inout DiagnosticLog) {
    let key = entry.key.value
    let candidates = near.map { [$0] } ?? known
    if let glued = entry.gluedColon, let meant = meantKey(entry, among: candidates) {
      reportGlued(glued, meaning: meant, entry, as: what, log: &log)
      return
    }
    let translated = translatedKey(key, among: candidates)
    log.error(
      .unknownKey, at: entry.key.range,
      Words(id: "kunci `\(key)` tidak dikenal di \(what.id)", en: "unknown key `\(key)` in \(what.en)"),
      help: translated.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") } ?? suggestion(for: key, among: candidates)
        ?? listOfKeys,
      notes: strangeLetter(in: entry.key), fix: translated == nil ? correction(of: entry, near: near) : nil)
  }

  /// Reports `weight:25`, of which nothing may get lost.
  private func reportGlued(_ glued: GluedColon, meaning meant: String, _ entry: YAMLEntry, as what: Words, log: inout DiagnosticLog) {
    let key = entry.key.value
    let absent = absentKeys(beside: entry)
    let isSure = absent.contains(meant) && (glued.key == meant || onlyNearName(to: glued.key, among: absent) == meant)
    log.error(
      .unknownKey, at: entry.key.range,
      Words(
        id: "kunci `\(key)` tidak dikenal di \(what.id): tidak ada spasi di belakang `:`",
        en: "unknown key `\(key)` in \(what.en): there is no space behind the `:`"),
      help: Words(id: "tulis `\(meant): \(glued.value)`", en: "write `\(meant): \(glued.value)`"),
      fix: isSure ? Fix(writing: "\(meant): ", at: glued.range) : nil)
  }

  /// The key that a misspelt one can only mean: one that may stand here and does not yet. What comes from another file does not count.
  private func correction(of entry: YAMLEntry, near: String?) -> Fix? {
    // What stands behind a colon is no misspelling: it would be lost.
    guard !entry.key.value.dropLast().contains(":") else { return nil }
    guard let only = onlyNearName(to: entry.key.value, among: absentKeys(beside: entry)), near == nil || near == only else { return nil }
    return Fix(writing: only, at: entry.key.range)
  }

  /// The keys that may stand in this mapping and do not yet; what comes from another file does not count.
  private func absentKeys(beside entry: YAMLEntry) -> [String] {
    let present = entries.map(\.key).filter { $0.range.file == entry.key.range.file }.map(\.value)
    return known.filter { !present.contains($0) }
  }

  private var listOfKeys: Words {
    let list = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
    return Words(id: "kunci yang dikenal di sini: \(list)", en: "the keys known here: \(list)")
  }
}

extension DiagnosticLog {
  /// The entries of a mapping; reports anything else.
  mutating func entries(of node: YAMLNode, as what: Words) -> [YAMLEntry]? {
    if let entries = node.entries { return entries }
    error(
      .wrongShape, at: node.range,
      Words(
        id: "\(what.id) harus berupa sekumpulan kunci, bukan \(node.shape.id)",
        en: "\(what.en) must be a set of keys, not \(node.shape.en)"),
      help: Words(id: "tulis `kunci: nilai`, satu baris untuk setiap kunci", en: "write `key: value`, one line for each key"))
    return nil
  }
}
