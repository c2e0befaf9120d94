/// Returns the candidate that a misspelt `name` most probably means; nil if none is near.
///
/// Near is a name of which at most a third of the letters differ, in a short name one letter but not all. Of two equally near names
/// the first in the alphabet is meant.
///
/// Complexity: the number of candidates times the product of the name lengths; names longer than 64 bytes are not compared.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  var best: (name: String, distance: Int)?
  for near in nearNames(to: name, among: candidates)
  where near.distance < best?.distance ?? .max || (near.distance == best?.distance && near.name < best?.name ?? "") {
    best = near
  }
  return best?.name
}

/// Returns the candidate that a misspelt `name` can only mean; nil if none is near, or several are.
///
/// Complexity: as of ``nearestName(to:among:)``.
public func onlyNearName(to name: String, among candidates: some Sequence<String>) -> String? {
  let near = nearNames(to: name, among: candidates)
  return near.count == 1 ? near[0].name : nil
}

private func nearNames(to name: String, among candidates: some Sequence<String>) -> [(name: String, distance: Int)] {
  let wanted = Array(name.lowercased().utf8)
  guard wanted.count <= 64 else { return [] }
  var found: [(name: String, distance: Int)] = []
  for candidate in candidates {
    let bytes = Array(candidate.lowercased().utf8)
    guard bytes.count <= 64 else { continue }
    let longer = max(wanted.count, bytes.count)
    let allowed = min(max(1, longer / 3), longer - 1)
    guard abs(wanted.count - bytes.count) <= allowed else { continue }
    let distance = editDistance(wanted, bytes)
    if distance <= allowed { found.append((candidate, distance)) }
  }
  return found
}

/// The number of letters to insert, delete, replace or swap with their neighbour to turn one word into the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in 0..<b.count {
      let cost = a[i] == b[j] ? 0 : 1
      row[j + 1] = min(row[j] + 1, last[j + 1] + 1, last[j] + cost)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
