public import RuleDiagnostics
public import RuleModel
public import RuleTesting

extension JSONValue {
  /// Tests in the shape `timbang.test/1.0`; `findings` are those about test files, `stamp` says what an edition was read from.
  public static func tests(_ reports: [TestReport], findings log: DiagnosticLog, from stamp: (Edition) -> OriginStamp) -> JSONValue {
    .object([
      ("format", .string("timbang.test/1.0")), ("passed", .boolean(!log.hasErrors && reports.allSatisfy(\.run.passed))),
      ("editions", .array(reports.map { edition($0, stamp($0.run.edition)) })), ("diagnostics", findings(log)),
    ])
  }

  private static func edition(_ report: TestReport, _ stamp: OriginStamp) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("rules", rules(report.run.edition, stamp)), ("file", .string(report.run.file)),
      ("tests", .array(report.run.outcomes.map { outcome($0) })),
    ]
    if let coverage = report.coverage { entries.append(("coverage", self.coverage(coverage))) }
    if let mutations = report.mutations { entries.append(("mutation", mutation(mutations))) }
    return .object(entries)
  }

  private static func outcome(_ outcome: TestOutcome) -> JSONValue {
    .object(
      [
        ("kind", .string(outcome.kind.rawValue)), ("id", .string(outcome.id)), ("title", outcome.title.map { words($0) } ?? .null),
        ("passed", .boolean(outcome.passed)), ("comparisons", .integer(outcome.comparisons)),
      ] + place(outcome.range) + [("failures", .array(outcome.failures.map { failure($0) }))])
  }

  private static func failure(_ failure: TestFailure) -> JSONValue {
    .object(
      [("what", words(failure.subject)), ("expected", figure(failure.expected)), ("found", figure(failure.found))] + place(failure.range))
  }

  private static func figure(_ figure: TestFailure.Figure) -> JSONValue {
    switch figure {
    case .number(let number): .object(exact(number))
    case .name(let name): .string(name)
    case .names(let names): .array(names.map { .string($0) })
    case .truth(let truth): .boolean(truth)
    case .nothing: .null
    case .score: .object([("score", .boolean(true))])
    case .refused(let code, let message): .object([("code", .string(code)), ("message", words(message))])
    }
  }

  private static func coverage(_ coverage: RuleCoverage) -> JSONValue {
    let counts = RuleCoverage.Kind.allCases.map { ($0.rawValue, count(coverage.count(of: $0))) }
    return .object([
      ("all", count(coverage.count())), ("kinds", .object(counts)),
      (
        "untested",
        .array(
          coverage.untested.map { piece in
            .object([("kind", .string(piece.target.kind.rawValue))] + target(piece.target) + place(piece.range))
          })
      ),
    ])
  }

  private static func count(_ count: RuleCoverage.Count) -> JSONValue {
    .object([("reached", .integer(count.reached)), ("total", .integer(count.total)), ("percent", .integer(count.percent))])
  }

  private static func target(_ target: RuleCoverage.Target) -> [(key: String, value: JSONValue)] {
    switch target {
    case .part(let part), .notApplicable(let part): [("part", .string(part))]
    case .answer(let part, let field, let answer): [("part", .string(part)), ("field", .string(field)), ("answer", .boolean(answer))]
    case .level(let part, let level): [("part", .string(part)), ("level", .string(level.exactText))]
    case .band(let part, let from): [("part", .string(part)), ("from", .string(from.exactText))]
    case .zone(let zone): [("zone", .string(zone))]
    }
  }

  private static func mutation(_ report: MutationReport) -> JSONValue {
    .object([
      ("numbers", .integer(report.numbers.count)), ("moves", .integer(report.moves)),
      (
        "unnoticed",
        .array(
          report.survivors.map { move in
            .object(
              number(move.number.kind) + [("value", .string(move.number.value.exactText)), ("to", .string(move.to.exactText))]
                + place(move.number.range))
          })
      ),
    ])
  }

  private static func number(_ kind: MovableNumber.Kind) -> [(key: String, value: JSONValue)] {
    switch kind {
    case .weight(let part): [("kind", .string("weight")), ("part", .string(part))]
    case .bandEdge(let part, let row): [("kind", .string("band_edge")), ("part", .string(part)), ("row", .integer(row + 1))]
    case .bandScore(let part, let row): [("kind", .string("band_score")), ("part", .string(part)), ("row", .integer(row + 1))]
    case .levelScore(let part, let level):
      [("kind", .string("level_score")), ("part", .string(part)), ("level", .string(level.exactText))]
    case .zoneLine(let zone): [("kind", .string("zone_line")), ("zone", .string(zone))]
    }
  }
}
