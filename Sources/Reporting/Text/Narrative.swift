package import Comparison
package import RuleDiagnostics
internal import RuleModel

/// Tells the explanation in one paragraph, for a mayor and for the press. Says nothing that the numbers do not carry.
package struct Narrative {
  private let change: ScoreChange
  private let language: Language

  /// Prepares to tell a change; where only lines that it does not have could say what is newly measured, no figure is given for that.
  package init(_ change: ScoreChange, language: Language) {
    self.change = change
    self.language = language
  }

  /// The paragraph.
  package func text() -> String {
    ([opening(), corrections(), performance(), scope()] + counterfactual() + [method(), newlyMeasured(), zone()]).compactMap { $0 }.joined(
      separator: " ")
  }

  private var years: [String: String] { ["old": change.from.edition.name, "new": change.to.edition.name] }

  private func figure(_ value: Fraction) -> String { language.number(value, places: change.places) }

  private func signed(_ value: Fraction) -> String { language.number(value, places: change.places, signed: true) }

  private func block(_ id: String) -> ScoreChange.Line? { change.blocks.first { $0.id == id } }

  private func opening() -> String {
    let phrase: Phrase = change.reportedChange.signum > 0 ? .tellRose : change.reportedChange.signum < 0 ? .tellFell : .tellSame
    return phrase(
      language,
      [
        "name": change.name.visible, "points": figure(change.reportedChange.magnitude), "from": figure(change.from.reported),
        "to": figure(change.to.reported), "old": change.from.edition.name, "new": change.to.edition.name,
      ])
  }

  private func corrections() -> String? {
    guard let block = block("corrections"), !block.printed.isZero else { return nil }
    return Phrase.tellCorrections(language, ["points": signed(block.printed), "old": change.from.edition.name])
  }

  private func performance() -> String? {
    let line = { (id: String) in block("performance")?.lines.first { $0.id == id }?.printed ?? .zero }
    var sentences = [
      line("performance").isZero
        ? Phrase.tellPerformanceNone(language) : Phrase.tellPerformance(language, ["points": signed(line("performance"))])
    ]
    if !line("coverage").isZero { sentences.append(Phrase.tellCoverage(language, ["points": signed(line("coverage"))])) }
    return sentences.joined(separator: " ")
  }

  private func scope() -> String? {
    guard let block = block("scope"), !block.printed.isZero else { return nil }
    // Units by name; below them only how many, since nobody knows products by name.
    let entities = block.lines.map { line -> String in
      let isTop = line.entities.allSatisfy { $0.rung == 1 } && line.entities.count <= 5
      let who = isTop ? line.entities.map(\.name.visible).joined(separator: ", ") : String(line.entities.count)
      return "\(line.words[language].visible.lowercasedFirst) (\(who))"
    }
    return Phrase.tellScope(language, ["entities": entities.joined(separator: "; "), "points": signed(block.printed)])
  }

  /// Only on the observed path: the average of the symmetric path is no statement about a situation.
  private func counterfactual() -> [String] {
    guard change.path == .observed else { return [Phrase.tellAverage(language)] }
    guard let world = change.worlds.last, block("method").map({ !$0.printed.isZero }) ?? false else { return [] }
    return [
      (world.isAssumed ? Phrase.tellCounterfactualAssumed : .tellCounterfactual)(
        language, ["old": change.from.edition.name, "new": change.to.edition.name, "world": figure(world.total)])
    ]
  }

  private func method() -> String? {
    guard let block = block("method"), !block.printed.isZero else { return nil }
    let sign = block.printed.signum
    let along = block.lines.filter { $0.printed.signum == sign }
    guard let top = along.max(by: { $0.printed.magnitude < $1.printed.magnitude }), block.lines.count > 1 else {
      return Phrase.tellMethod(language, ["points": signed(block.printed)])
    }
    return Phrase.tellMethodTop(
      language, ["points": signed(block.printed), "line": top.words[language].visible, "amount": signed(top.printed)])
  }

  /// The sum of the lines that are marked so, as they are printed.
  private func newlyMeasured() -> String? {
    guard let points = change.newlyMeasured?.printed else { return Phrase.tellNewEither(language, ["old": change.from.edition.name]) }
    guard !points.isZero else { return nil }
    // A part of a whole only where nothing else makes up for it.
    let all = change.reportedChange
    let isPart = points.signum == all.signum && points.magnitude <= all.magnitude
    return (isPart ? Phrase.tellNew : .tellNewBeside)(
      language,
      [
        "points": signed(points), "change": signed(all), "old": change.from.edition.name, "new": change.to.edition.name,
        "way": (points.signum < 0 ? Phrase.worse : .better)(language),
      ])
  }

  private func zone() -> String? {
    guard change.zone.cause == .lines || change.zone.cause == .offset else { return nil }
    return change.zoneSentence(language)
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    prefix(1).lowercased() + dropFirst()
  }
}
