internal import Comparison
internal import RuleDiagnostics

extension ScoreChange.Line {
  /// What the line is called: its own label, or the fixed words of the explanation.
  var words: Words {
    if let label { return label }
    if let fixed = ScoreChange.Line.fixed[id] { return fixed.words }
    for (suffix, phrase) in [("-joined", Phrase.joined), ("-left", Phrase.left)] where id.hasSuffix(suffix) {
      let rung = String(id.dropLast(suffix.count))
      return Words(id: phrase(.id, ["rung": rung]), en: phrase(.en, ["rung": rung]))
    }
    return Words(same: id)
  }

  private static let fixed: [String: Phrase] = [
    "performance": .performance, "scope": .scope, "method": .method, "coverage": .coverage, "final_rounding": .finalRounding,
    "added": .added, "removed": .removed, "reweighted": .reweighted, "rescaled": .rescaled, "restructured": .restructured,
    "policy": .policy, "rounding": .rounding, "scale": .scale, "missing": .missing, "structure": .structure, "weights": .weights,
  ]
}

extension ScoreChange.Assumption {
  /// The assumption as a sentence.
  var words: Words {
    let phrase: Phrase =
      switch kind {
      case .newlyMeasured: .assumeNew
      case .inseparable: .assumeInseparable
      case .keptOldValue: .assumeKept
      case .peersAverage: .assumePeers
      }
    return Words(id: phrase(.id, ["what": label.id]), en: phrase(.en, ["what": label.en]))
  }
}
