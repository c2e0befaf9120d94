internal import Comparison
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel

/// What would reach a zone, as lists.
struct TargetList {
  private let target: Target
  private let words: TargetText
  private let labels: [String: String]
  private let language: Language
  private static let most = 5

  init(_ target: Target, language: Language) {
    self.target = target
    self.language = language
    words = TargetText(target, style: TextStyle(language: language, hasColour: false))
    labels = Dictionary(target.edition.score.subtree.map { ($0.id.value, $0.label[language]) }) { first, _ in first }
  }

  /// The lists, or why there are none.
  func markup() -> Markup {
    guard target.best.reaches else {
      return "<p>\(Phrase.targetBest(language, ["total": words.figures(target.best)])). \(Phrase.targetImpossible(language))</p>"
    }
    var lists = list(Phrase.targetSingle(language), target.single)
    if target.single.isEmpty, let fewest = target.fewest {
      lists = together((target.isFewestProven ? Phrase.targetFewest : .targetFew)(language), fewest)
    }
    lists += units()
    return .details(PageWord.nextHow(language), "\(lists)<p><small>\(Phrase.targetCaveat(language))</small></p>")
  }

  private func list(_ title: String, _ answers: [Target.Answer]) -> Markup {
    guard !answers.isEmpty else { return "" }
    let rows = answers.prefix(TargetList.most).map { answer -> Markup in
      "\(answer.raised.map(row).joined())"
    }.joined()
    let rest: Markup? = answers.count > TargetList.most ? "<li>… +\(answers.count - TargetList.most)</li>" : nil
    return "<p>\(title):</p><ul>\(rows)\(rest)</ul>"
  }

  private func together(_ title: String, _ answer: Target.Answer) -> Markup {
    "<p>\(title) (\(Phrase.targetTogether(language)) \(words.figures(answer.outcome))):</p><ul>\(answer.raised.map(row).joined())</ul>"
  }

  private func row(_ raised: RaisedIndicator) -> Markup {
    "<li>\(labels[raised.part] ?? raised.part): \(words.demand(raised))</li>"
  }

  /// The units that could do it alone.
  private func units() -> Markup {
    let able = target.units.filter { $0.fewest != nil }
    guard !able.isEmpty, target.edition.rungs.count > 1 else { return "" }
    let rung = target.edition.rungs[1].label[language]
    let rows = able.prefix(TargetList.most).compactMap { unit -> Markup? in
      unit.fewest.map { answer in
        "<li>\(unit.name) (\(words.figures(answer.outcome))): \(answer.raised.map { "\(labels[$0.part] ?? $0.part): \(words.demand($0))" }.joined(separator: "; "))</li>"
      }
    }.joined()
    return "<p>\(Phrase.targetUnits(language, ["rung": rung])):</p><ul>\(rows)</ul>"
  }
}
