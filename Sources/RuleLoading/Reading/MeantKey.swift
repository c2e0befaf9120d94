internal import MarkedYAML
internal import RuleDiagnostics

/// Returns which of `keys` a key is or, if it is none of them, most probably means; nil if none can be told.
func meantKey(_ entry: YAMLEntry, among keys: some Sequence<String>) -> String? {
  let keys = Array(keys)
  if let glued = entry.gluedColon { return keys.contains(glued.key) ? glued.key : nearestName(to: glued.key, among: keys) }
  return translatedKey(entry.key.value, among: keys) ?? nearestName(to: entry.key.value, among: keys)
}

/// Returns the key that an Indonesian word names; nil for any other word, and where that key cannot stand.
func translatedKey(_ word: String, among keys: some Collection<String>) -> String? {
  translations[word.lowercased()]?.first { keys.contains($0) }
}

/// What the keys are called in Indonesian. Of several the first that may stand somewhere is meant there.
private let translations: [String: [String]] = [
  "bobot": ["weight"], "bagian": ["part", "parts"], "nilai": ["value", "score", "scores"], "sumber": ["cite", "source", "sources"],
  "kutip": ["cite"], "judul": ["title"], "catatan": ["note"], "zona": ["zones"], "garis": ["linear", "ladder"],
  "tangga": ["ladder"], "rentang": ["range"], "satuan": ["units", "per"], "unit": ["units"], "rumus": ["formula"], "syarat": ["when"],
  "bidang": ["field", "fields"], "jenjang": ["rung", "units"], "tingkat": ["levels"], "nama": ["id", "label"], "tipe": ["type"],
  "jenis": ["kind", "kinds", "type"], "edisi": ["edition"], "penanda": ["flag", "flags"], "perubahan": ["changes"],
  "suntingan": ["edits"], "alasan": ["note"], "pembulatan": ["round"], "dari": ["from"], "sampai": ["to"], "hingga": ["to"],
  "terburuk": ["worst"], "terbaik": ["best"], "jumlah": ["count"], "kosong": ["missing"],
]

/// A colon inside a key, with what stands on both sides of it: `{weight:25}`, which YAML reads as one long key.
struct GluedColon {
  /// What stands before the colon.
  let key: String
  /// What stands behind it.
  let value: String
  /// Where the key stands with its colon.
  let range: SourceRange
}

extension YAMLEntry {
  /// The colon behind which a blank is missing; nil if the key holds none, was written in quotes, or has a value of its own.
  var gluedColon: GluedColon? {
    guard !keyIsQuoted, let text = value.scalar, text.text.isEmpty, !text.isQuoted else { return nil }
    let pieces = key.value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard pieces.count == 2, pieces[0].isName, let first = pieces[1].unicodeScalars.first, first != "/", first != ":" else { return nil }
    // A name has one byte for each letter.
    let (start, count) = (key.range.start, pieces[0].utf8.count + 1)
    let end = Position(line: start.line, column: start.column + count, offset: start.offset + count)
    return GluedColon(key: pieces[0], value: pieces[1], range: SourceRange(file: key.range.file, start: start, end: end))
  }
}
