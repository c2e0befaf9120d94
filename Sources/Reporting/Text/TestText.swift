internal import RuleDiagnostics
internal import RuleModel
public import RuleTesting

/// Writes what came of the tests of an edition: one line for each test, and what failed below it.
public struct TestText: Sendable {
  private let style: TextStyle
  private var language: Language { style.language }

  /// Prepares to write in a style.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns the table, with coverage and moved numbers if they were asked for.
  public func text(_ report: TestReport) -> String {
    let run = report.run
    var out = style.paint("\(run.edition.family)/\(run.edition.name)", .strong) + "   \(run.file)\n"
    let width = run.outcomes.map(\.id.count).max() ?? 0
    let mark = max(Phrase.testPassed(language).count, Phrase.testFailed(language).count)
    for outcome in run.outcomes { out += line(outcome, markWidth: mark, idWidth: min(width, 40)) }
    let passed = run.outcomes.count(where: \.passed)
    out += Phrase.testCount(language, ["count": String(run.outcomes.count), "passed": String(passed)]) + "\n"
    if let coverage = report.coverage { out += text(coverage) }
    if let mutations = report.mutations {
      out += text(mutations)
    } else if report.wantsMutations {
      out += Phrase.mutationSkipped(language) + "\n"
    }
    return out
  }

  private func line(_ outcome: TestOutcome, markWidth: Int, idWidth: Int) -> String {
    let mark = (outcome.passed ? Phrase.testPassed : .testFailed)(language).padded(to: markWidth)
    var title = outcome.title?[language].visible ?? ""
    if title.isEmpty, outcome.kind == .published { title = Phrase.testPublished(language, ["count": String(outcome.comparisons)]) }
    let line = "  \(style.paint(mark, outcome.passed ? .gain : .error))  \(outcome.id.padded(to: idWidth))  \(title)"
    var out = String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    for failure in outcome.failures {
      let figure = Phrase.testFigure(
        language,
        ["what": failure.subject[language].visible, "expected": text(failure.expected), "found": text(failure.found)])
      out += "        \(figure)\n          --> \(failure.range)\n"
    }
    return out
  }

  /// A figure; a fraction with its decimal form behind it.
  private func text(_ figure: TestFailure.Figure) -> String {
    switch figure {
    case .number(let number): return text(number)
    case .name(let name): return "`\(name.visible)`"
    case .names(let names): return names.isEmpty ? Phrase.testNone(language) : names.map { "`\($0.visible)`" }.joined(separator: ", ")
    case .truth(let truth): return (truth ? Phrase.flagYes : .flagNo)(language)
    case .nothing: return Phrase.testNothing(language)
    case .score: return Phrase.testScore(language)
    case .refused(let code, let message): return Phrase.testRefused(language, ["code": code, "message": message[language].visible])
    }
  }

  private func text(_ number: Fraction) -> String {
    let decimal = number.decimalText()
    let shown = language == .id ? decimal.replacing(".", with: ",") : decimal
    return number.isWhole ? number.exactText : "\(number.exactText) (\(shown))"
  }

  // MARK: Coverage

  private func text(_ coverage: RuleCoverage) -> String {
    let counts = RuleCoverage.Kind.allCases.compactMap { kind -> String? in
      let count = coverage.count(of: kind)
      guard count.total > 0 else { return nil }
      return Phrase.coverageOf(
        language, ["what": phrase(kind)(language), "reached": String(count.reached), "total": String(count.total)])
    }
    var out = Phrase.covered(language, ["percent": String(coverage.count().percent), "counts": counts.joined(separator: ", ")]) + "\n"
    for piece in coverage.untested {
      out += "  " + Phrase.untested(language, ["what": text(piece.target)]) + "   \(piece.range)\n"
    }
    return out
  }

  private func phrase(_ kind: RuleCoverage.Kind) -> Phrase {
    switch kind {
    case .part: .coveredParts
    case .condition: .coveredConditions
    case .answer: .coveredAnswers
    case .level: .coveredLevels
    case .band: .coveredBands
    case .zone: .coveredZones
    }
  }

  private func text(_ target: RuleCoverage.Target) -> String {
    switch target {
    case .part(let part): Phrase.untestedPart(language, ["part": part])
    case .notApplicable(let part): Phrase.untestedCondition(language, ["part": part])
    case .answer(let part, let field, let isYes):
      (isYes ? Phrase.untestedYes : .untestedNo)(language, ["field": field, "part": part])
    case .level(let part, let level): Phrase.untestedLevel(language, ["level": level.exactText, "part": part])
    case .band(let part, let from): Phrase.untestedBand(language, ["from": plain(from), "part": part])
    case .zone(let zone): Phrase.untestedZone(language, ["zone": zone])
    }
  }

  // MARK: Moved numbers

  private func text(_ report: MutationReport) -> String {
    var out = Phrase.mutation(
      language,
      ["moves": String(report.moves), "numbers": String(report.numbers.count), "survivors": String(report.survivors.count)])
    out += "\n"
    for move in report.survivors {
      let line = Phrase.mutationNoticed(
        language, ["what": text(move.number.kind), "value": plain(move.number.value), "to": plain(move.to)])
      out += "  \(line)   \(move.number.range)\n"
    }
    return out
  }

  private func text(_ kind: MovableNumber.Kind) -> String {
    switch kind {
    case .weight(let part): Phrase.movedWeight(language, ["part": part])
    case .bandEdge(let part, let row): Phrase.movedEdge(language, ["row": String(row + 1), "part": part])
    case .bandScore(let part, let row): Phrase.movedBandScore(language, ["row": String(row + 1), "part": part])
    case .levelScore(let part, let level): Phrase.movedLevelScore(language, ["level": level.exactText, "part": part])
    case .zoneLine(let zone): Phrase.movedLine(language, ["zone": zone])
    }
  }

  /// A number as the rule file writes it.
  private func plain(_ number: Fraction) -> String {
    let decimal = number.decimalText()
    return Fraction(decimal: decimal) == number ? decimal : number.exactText
  }
}
