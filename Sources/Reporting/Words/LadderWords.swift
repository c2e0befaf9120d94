internal import RuleDiagnostics
internal import RuleModel

extension Edition {
  /// How entities of a rung become one value, in words.
  func words(for combine: Rung.Combine, _ language: Language) -> String {
    let words: Words =
      switch combine {
      case .mean: Words(id: "rata-rata", en: "mean")
      case .sum: Words(id: "jumlah", en: "sum")
      case .min: Words(id: "yang terendah", en: "the lowest")
      case .max: Words(id: "yang tertinggi", en: "the highest")
      case .median: Words(same: "median")
      case .weightedByKind: Words(id: "rata-rata berbobot menurut jenis", en: "mean weighted by kind")
      case .weightedByField(let id):
        Words(
          id: "rata-rata berbobot menurut \(field(id)?.label.id ?? id)", en: "mean weighted by \(field(id)?.label.en ?? id)")
      case .weightedByCount(let id):
        Words(
          id: "rata-rata berbobot menurut banyaknya \(label(ofRung: id).id)", en: "mean weighted by the number: \(label(ofRung: id).en)")
      }
    return words[language]
  }

  private func label(ofRung id: String) -> Words { rungs.first { $0.id.value == id }?.label ?? Words(same: id) }
}

extension ExpectedCount {
  /// The numbers, in words.
  func words(_ language: Language) -> String {
    switch self {
    case .everywhere(let number): number.words(language)
    case .byKind(let numbers):
      numbers.sorted { $0.key.precedesByBytes($1.key) }.map { "\($0.key) \($0.value.words(language))" }.joined(separator: ", ")
    }
  }
}

extension ExpectedCount.Number {
  fileprivate func words(_ language: Language) -> String {
    isLeast ? (language == .id ? "sekurang-kurangnya \(value)" : "at least \(value)") : String(value)
  }
}
