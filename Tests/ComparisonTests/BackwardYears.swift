import Comparison
import RuleDiagnostics
import RuleModel
import Scoring
@testable import YearPairs

/// Two years with the newer one as the older: the same named changes, each undone.
struct BackwardYears {
  private let comparison: YearComparison
  private let changes: RandomChanges
  private let survey: RandomSurvey

  init(_ years: TwoYears) throws(TwoYears.Trouble) {
    changes = years.changes
    survey = years.survey
    let (old, new) = (years.oldRules.edition, years.newRules.edition)
    let from = years.newRules.scored(years.new, history: [])
    let to = years.oldRules.scored(years.old, history: [BackwardYears.step(from: new, to: old)])
    var log = DiagnosticLog()
    guard let comparison = YearComparison(from: from, to: to, log: &log) else { throw TwoYears.Trouble(log) }
    self.comparison = comparison
  }

  func explain(_ institution: String) -> ScoreChange? {
    var log = DiagnosticLog()
    return comparison.explain(institution, along: .symmetric, log: &log)
  }

  /// What the line is called in the other direction.
  func forwardName(_ name: String) -> String {
    let words = ["joined": "left", "left": "joined", "added": "removed", "removed": "added"]
    let rungs = changes.rules.rungs
    let names = changes.newNames
    return name.split(separator: ">").map { piece in
      let piece = piece.split(separator: " ").joined(separator: " ")
      if let word = words[piece] { return word }
      for rung in rungs {
        if piece == "\(rung)-joined" { return "\(rung)-left" }
        if piece == "\(rung)-left" { return "\(rung)-joined" }
      }
      return names[piece] ?? piece
    }.joined(separator: " > ")
  }

  /// The step that undoes the step to `new`: links the other way round, and claims under the names that parts have in both editions.
  private static func step(from new: Edition, to old: Edition) -> EditionStep {
    let step = new.history.last ?? EditionStep(base: old.name, changes: [])
    let kinds: [PartLink.Kind: PartLink.Kind] = [.split: .merged, .merged: .split, .new: .dropped, .dropped: .new]
    let links = step.parts.map { PartLink(kind: kinds[$0.kind] ?? $0.kind, from: $0.to, to: $0.from) }
    // A part that carries a dropped part's id ends in its turn.
    let dropped = Set(step.parts.filter { $0.kind == .dropped }.flatMap(\.from))
    let again = new.score.subtree.map(\.id.value).filter { dropped.contains($0) }
    let policies = policies(of: new.score, under: [], step)
    let changes = step.changes.enumerated().map { number, change in
      let slots = change.slots.union(policies.filter { $0.changes.contains(number) }.map { .missing($0.part) }).flatMap { slot in
        slot.part.map { names(of: $0, step).map { slot.of($0) } } ?? [slot]
      }
      return NamedChange(id: change.id, title: change.title, citations: [], slots: Set(slots))
    }
    return EditionStep(
      base: new.name, changes: changes,
      parts: links.filter { !$0.from.isEmpty && !$0.to.isEmpty }
        + again.map {
          PartLink(kind: .dropped, from: [$0], to: [])
        }, fields: step.fields.map { FieldLink(from: $0.to, to: $0.from) })
  }

  /// What a claim about a part is about in the other direction: what merged is told under the names of those that did, in both directions.
  private static func names(of part: String, _ step: EditionStep) -> [String] {
    [part]
      + step.parts.flatMap { link -> [String] in
        switch link.kind {
        case .dropped: []
        case .merged: link.to.contains(part) ? link.from : []
        default: link.from.contains(part) || link.to.contains(part) ? link.from + link.to : []
        }
      }
  }

  /// Whose policy for what is missing holds for each part of the newer edition: the nearest above it, which has other parts in the older one.
  private static func policies(
    of part: Part, under above: [String], _ step: EditionStep
  ) -> [(part: String, changes: [Int])] {
    let id = part.id.value
    let members = step.parts.filter { $0.kind == .merged && $0.to.contains(id) }.flatMap(\.from)
    let own = (members.isEmpty ? [id] : members).map { member in
      let claiming = ([member] + above).lazy.map { id in
        step.changes.indices.filter { !step.changes[$0].slots.isDisjoint(with: names(of: id, step).map { .missing($0) }) }
      }
      return (part: member, changes: claiming.first { !$0.isEmpty } ?? [])
    }
    return own + part.children.flatMap { policies(of: $0, under: [id] + above, step) }
  }
}

extension CheckedEdition {
  /// The observations of `table` scored once more, by these rules with another history.
  fileprivate func scored(_ table: ScoreTable, history: [EditionStep]) -> ScoreTable {
    let other = Edition(
      family: edition.family, name: edition.name, status: edition.status, title: edition.title, file: edition.file, scale: edition.scale,
      weightsSum: edition.weightsSum, sources: edition.sources, rungs: edition.rungs, fields: edition.fields, score: edition.score,
      zones: edition.zones, history: history)
    var log = DiagnosticLog()
    return CheckedEdition(passing: other).score(table.observations, log: &log)
  }
}
