package import Comparison
package import RuleDiagnostics
package import RuleModel

extension ScoreChange.Line {
  /// What the line is called: its own label, or the fixed words of the explanation.
  package var words: Words { ScoreChange.Line.words(of: id, label: label) }

  /// What stands beside the line: how sure its changes are, and whether it has an earlier value. `isLast` says that no lines below it are
  /// shown, so that it must speak for them.
  package func marks(_ language: Language, places: Int, isLast: Bool) -> String {
    let new: String? =
      switch (isNewlyMeasured, isPartlyNewlyMeasured && isLast) {
      case (true, _): Phrase.newlyMeasured(language)
      case (false, true):
        newlyMeasured.map { Phrase.newlyMeasuredOf(language, ["points": language.number($0.printed, places: places, signed: true)]) }
          ?? Phrase.newlyMeasuredPartly(language)
      case (false, false): nil
      }
    return [grounds.mark(language), new].compactMap(\.self).joined(separator: ", ")
  }

  /// What a line of that id and label is called.
  static func words(of id: String, label: Words?) -> Words {
    // A line of who joined or left a rung has the rung's label.
    let move: Phrase? = id.hasSuffix("-joined") ? .joined : id.hasSuffix("-left") ? .left : nil
    if let move { return Words(id: move(.id, ["rung": label?.id ?? id]), en: move(.en, ["rung": label?.en ?? id])) }
    return label ?? fixed[id]?.words ?? Words(same: id)
  }

  private static let fixed: [String: Phrase] = [
    "corrections": .corrections, "performance": .performance, "scope": .scope, "method": .method, "coverage": .coverage,
    "final_rounding": .finalRounding,
    "added": .added, "removed": .removed, "reweighted": .reweighted, "rescaled": .rescaled, "restructured": .restructured,
    "policy": .policy, "rounding": .rounding, "scale": .scale, "missing": .missing, "applies": .applies, "structure": .structure,
    "weights": .weights,
  ]
}

extension ScoreChange.Assumption {
  /// The assumption as a sentence.
  package var words: Words {
    let phrase: Phrase =
      switch kind {
      case .newlyMeasured: .assumeNew
      case .backcast: .assumeBackcast
      case .recoded: .assumeRecoded
      case .inseparable: .assumeInseparable
      case .readAs: .assumeReadAs
      case .keptOldValue: .assumeKept
      case .peersAverage: .assumePeers
      case .leftOut: .assumeLeftOut
      case .carriedOver: .assumeCarried
      case .narrowed: .assumeNarrowed
      case .widened: .assumeWidened
      case .assumedChange: .assumeChange
      }
    let why = note.map { Words(id: " (\($0.id))", en: " (\($0.en))") } ?? Words(same: "")
    return Words(id: phrase(.id, ["what": label.id]) + why.id, en: phrase(.en, ["what": label.en]) + why.en)
  }
}

extension ScoreChange {
  /// What was assumed: one sentence for all that rest on the same rule, and one for each that has a note of its own.
  package func assumptionSentences(_ language: Language) -> [String] {
    Assumption.Kind.allCases.flatMap { kind -> [String] in
      let items = assumptions.filter { $0.kind == kind }
      return ([items.filter { $0.note == nil }] + items.filter { $0.note != nil }.map { [$0] }).compactMap { same in
        same.first.map { first in
          let labels = same.map { $0.label[language].visible }.joined(separator: "; ")
          return first.words[language].replacing(first.label[language], with: labels, maxReplacements: 1).visible
        }
      }
    }
  }
}

extension Grounds {
  /// The word for a change that is not published, to stand beside its line; nil for any other.
  package func mark(_ language: Language) -> String? {
    provenance.flatMap { $0 > .published ? provenanceWords($0)(language) : nil }
  }

  /// What is said of how sure somebody is, and why: two pieces at most.
  func words(_ language: Language) -> [String] {
    [provenance.map { provenanceWords($0)(language) }, note?[language]].compactMap(\.self)
  }
}
