internal import RuleDiagnostics

/// Says which edit a word means that is none, or that a target needs an edit around it; nil for any other word.
func verbRemedy(for word: String) -> Words? {
  if let verb = meanings[word.lowercased()] {
    return Words(id: "maksudnya `\(verb)`?", en: "did you mean `\(verb)`?")
  }
  guard ["part", "field", "rung", "flag", "zones", "defaults"].contains(word) else { return nil }
  let example = word == "zones" ? "replace: {zones: {...}}" : word == "defaults" ? "set: {defaults: {...}}" : "set: {\(word): ..., ...}"
  return Words(id: "sebut dahulu suntingannya, misalnya `\(example)`", en: "name the edit first, such as `\(example)`")
}

/// What people call the edits, in both languages.
private let meanings: [String: String] = [
  "insert": "add", "new": "add", "create": "add", "append": "add", "tambah": "add", "tambahkan": "add",
  "delete": "remove", "drop": "remove", "hapus": "remove", "buang": "remove",
  "change": "set", "update": "set", "edit": "set", "modify": "set", "ubah": "set", "atur": "set",
  "substitute": "replace", "swap": "replace", "ganti": "replace",
  "pindah": "move", "pindahkan": "move", "relocate": "move",
  "namai": "rename", "ganti_nama": "rename", "divide": "split", "pecah": "split", "bagi": "split",
  "join": "merge", "combine": "merge", "gabung": "merge", "gabungkan": "merge",
]
