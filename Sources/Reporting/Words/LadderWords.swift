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
    case .everywhere(let sample): sample.words(language)
    case .byKind(let samples):
      samples.values.contains { $0.isOfKinds }
        ? listed(samples, behind: ": ", between: "; ") { $0.words(language) } : listed(samples) { $0.words(language) }
    }
  }
}

extension ExpectedCount.Sample {
  fileprivate func words(_ language: Language) -> String {
    switch self {
    case .number(let number): number.words(language)
    case .ofKinds(let numbers): listed(numbers) { $0.words(language) }
    }
  }

  fileprivate var isOfKinds: Bool {
    if case .ofKinds = self { true } else { false }
  }
}

/// What is said of each kind, by their names.
private func listed<Said>(_ said: [String: Said], behind: String = " ", between: String = ", ", words: (Said) -> String) -> String {
  said.sorted { $0.key.precedesByBytes($1.key) }.map { "\($0.key.spoken)\(behind)\(words($0.value))" }.joined(separator: between)
}

extension ExpectedCount.Number {
  fileprivate func words(_ language: Language) -> String {
    isLeast ? (language == .id ? "sekurang-kurangnya \(value)" : "at least \(value)") : String(value)
  }
}

extension String {
  /// A name of the rules as people say it: `land_office` is a land office.
  var spoken: String { replacing("_", with: " ") }
}
