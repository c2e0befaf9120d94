internal import RuleDiagnostics
internal import RuleModel

/// A rung that expects numbers by kind names kinds that the top rung has, or that it has itself.
struct ExpectedKindCheck: Check {
  static let codes: [DiagnosticCode] = [.notAChoice]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard let top = rules.edition.rungs.first else { return }
    for rung in rules.edition.rungs {
      guard let count = rung.count else { continue }
      if case .byKind(let samples) = count.value { check(samples.keys.sorted(), of: top, at: count.range, &log) }
      check(count.value.kindsCounted.sorted(), of: rung, at: count.range, &log)
    }
  }

  private func check(_ kinds: [String], of rung: Rung, at range: SourceRange, _ log: inout DiagnosticLog) {
    for kind in kinds where !rung.kinds.isEmpty && !rung.kinds.contains(kind) {
      log.error(
        .notAChoice, at: range,
        Words(id: "jenjang `\(rung.id.value)` tidak punya jenis `\(kind)`", en: "the rung `\(rung.id.value)` has no kind `\(kind)`"),
        help: suggestion(for: kind, among: rung.kinds)
          ?? Words(id: "tambahkan ke `kinds` pada jenjang itu, atau hapus", en: "add it to `kinds` of that rung, or remove it"))
    }
  }
}

extension ExpectedCount {
  /// The kinds of the rung itself of which a number is expected.
  fileprivate var kindsCounted: Set<String> {
    let samples: [Sample] =
      switch self {
      case .everywhere(let sample): [sample]
      case .byKind(let samples): Array(samples.values)
      }
    return samples.reduce(into: []) { kinds, sample in
      if case .ofKinds(let numbers) = sample { kinds.formUnion(numbers.keys) }
    }
  }
}
