internal import RuleDiagnostics

/// The keys of one mapping, compared by their decoded bytes: `"\u0079ear"` equals `year`, composed and decomposed letters differ.
///
/// Few keys are compared one by one, many by hashing, so neither small mappings nor large ones are slow.
struct KeyIndex {
  private static let few = 8

  private var keys: [Marked<String>] = []
  private var places: [KeyBytes: Int] = [:]

  /// Adds a key; returns the place of the first one if an equal key is known already. Complexity: O(1) on average.
  mutating func insert(_ key: Marked<String>) -> SourceRange? {
    if let first = index(of: key.value) { return keys[first].range }
    keys.append(key)
    if keys.count > KeyIndex.few { indexKeys() }
    return nil
  }

  private func index(of key: String) -> Int? {
    if keys.count > KeyIndex.few { return places[KeyBytes(text: key)] }
    return keys.firstIndex { KeyBytes(text: $0.value) == KeyBytes(text: key) }
  }

  private mutating func indexKeys() {
    for index in places.count..<keys.count { places[KeyBytes(text: keys[index].value)] = index }
  }
}

/// A text that equals another only byte by byte.
private struct KeyBytes: Hashable {
  let text: String

  static func == (left: KeyBytes, right: KeyBytes) -> Bool {
    // Equal bytes make equal strings, and that is the quicker question.
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
