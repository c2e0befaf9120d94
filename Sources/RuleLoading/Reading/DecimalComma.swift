internal import MarkedYAML
internal import RuleDiagnostics

extension DiagnosticLog {
  /// The entries of a mapping without what a decimal comma made of them.
  ///
  /// `{weight: 21,85, at: unit}` reads as YAML like `{weight: 21, 85: , at: unit}`: the key `85` without a colon, right behind the comma,
  /// is reported as the number that it belongs to.
  mutating func withoutDecimalCommas(_ entries: [YAMLEntry]) -> [YAMLEntry] {
    guard zip(entries, entries.dropFirst()).contains(where: { $1.continuesNumber(of: $0) }) else { return entries }
    var kept: [YAMLEntry] = []
    for (index, entry) in entries.enumerated() {
      if index > 0, entry.continuesNumber(of: entries[index - 1]) {
        let previous = kept.removeLast()
        kept.append(YAMLEntry(key: previous.key, keyIsQuoted: previous.keyIsQuoted, value: reportDecimalComma(previous.value, entry.key)))
      } else {
        kept.append(entry)
      }
    }
    return kept
  }

  /// Reports a number with a decimal comma and returns what was probably meant, so that nothing follows from reading half of it.
  private mutating func reportDecimalComma(_ whole: YAMLNode, _ decimals: Marked<String>) -> YAMLNode {
    let digits = whole.scalar?.text ?? ""
    let number = "\(digits),\(decimals.value)"
    let range = SourceRange(file: whole.range.file, start: whole.range.start, end: decimals.range.end)
    error(
      .notANumber, at: range, Words(id: "`\(number)` bukan angka", en: "`\(number)` is no number"), help: numberRemedy(for: number),
      fix: numberFix(for: number, at: range))
    return YAMLNode(content: .scalar(YAMLScalar(text: "\(digits).\(decimals.value)", isQuoted: false)), range: range)
  }
}

extension YAMLEntry {
  /// Whether this is what stands behind the comma of the number before it: digits without a colon.
  fileprivate func continuesNumber(of previous: YAMLEntry) -> Bool {
    guard !keyIsQuoted, let first = key.value.utf8.first, (48...57).contains(first), value.scalar?.text.isEmpty == true else {
      return false
    }
    guard value.range.start == key.range.end, previous.value.range.end.offset + 1 == key.range.start.offset else { return false }
    guard let whole = previous.value.scalar, !whole.isQuoted, let last = whole.text.utf8.last else { return false }
    return (48...57).contains(last)
  }
}
