public import RuleDiagnostics
internal import RuleModel

/// What an import made of several files.
public struct ImportedObservations: Sendable {
  /// The observations.
  public let table: ObservationTable
  /// How each file is written, in their order.
  public let accounts: [FileAccount]
  /// How many values are those of fields that stand on no rung of the edition; they are not in the table.
  public let looseValues: Int
  /// What was refused, if only the clean rows were to be kept; several findings may be about one row.
  public let refused: [Diagnostic]
}

extension ObservationReader {
  /// Returns the observations of several files and how these are written; nil if and only if it logged errors.
  ///
  /// Every row is read with care, so this takes longer than ``read(_:entities:log:)``.
  ///
  /// - Parameter keepsGood: whether rows with errors are left out, as if they were not there. Of two rows that contradict each other neither
  ///   is kept. What is wrong with a whole file or with a directory is an error all the same.
  public func importing(
    _ files: [SourceFile], entities: [SourceFile], keepsGood: Bool, log: inout DiagnosticLog
  ) -> ImportedObservations? {
    var skipped = files.map { _ in Set<Int>() }
    var refused: [Refused] = []
    let attempt = { (skipped: [Set<Int>]) in
      var findings = DiagnosticLog(keeping: keepsGood ? Limit.mistakes.value : DiagnosticLog.limit)
      let reading = read(files, entities: entities, skipping: skipped, repeatsFaults: keepsGood, log: &findings)
      return (reading, findings)
    }
    var (reading, findings) = attempt(skipped)
    while reading.table == nil, keepsGood, let more = skip(findings, of: files, &skipped) {
      refused += more
      (reading, findings) = attempt(skipped)
    }
    for finding in findings.diagnostics { log.report(finding) }
    guard let table = reading.table else {
      for one in refused { log.report(one.finding) }
      return nil
    }
    return ImportedObservations(table: table, accounts: reading.accounts, looseValues: reading.looseValues, refused: inOrder(refused))
  }

  /// A finding about a row that is passed over, with the place of the row.
  private typealias Refused = (file: Int, line: Int, finding: Diagnostic)

  /// The findings in the order of files and lines; those about one line stay as they were.
  private func inOrder(_ refused: [Refused]) -> [Diagnostic] {
    refused.enumerated().sorted {
      ($0.element.file, $0.element.line, $0.offset) < ($1.element.file, $1.element.line, $1.offset)
    }.map(\.element.finding)
  }

  /// Adds the lines of refused rows to those that are passed over; nil if something is wrong that is not about rows.
  ///
  /// Returns the errors, and behind them a finding for each row that is passed over only because another contradicts it.
  private func skip(_ findings: DiagnosticLog, of files: [SourceFile], _ skipped: inout [Set<Int>]) -> [Refused]? {
    guard findings.omitted == 0, !findings.isCut else { return nil }
    let decoded = files.map(\.decoded)
    let firstLines = decoded.map { file in
      var unheard = DiagnosticLog()
      return CSVOpening(file, log: &unheard)?.scanner.line ?? .max
    }
    var isNew = false
    var (refused, contradicted): ([Refused], [Refused]) = ([], [])
    for finding in findings.diagnostics where finding.severity == .error {
      guard let range = finding.range, let file = files.firstIndex(where: { $0.name == range.file }),
        range.start.line >= firstLines[file], finding.code != .csvHeader || range.start.offset < decoded[file].size
      else { return nil }
      refused.append((file, range.start.line, finding))
      if skipped[file].insert(range.start.line).inserted { isNew = true }
      // Of two rows that say the same cell, nobody can say which is right.
      let others = [DiagnosticCode.cellDuplicate, .wideTable].contains(finding.code) ? finding.notes.map(\.range) : []
      for other in others {
        guard let file = files.firstIndex(where: { $0.name == other.file }) else { return nil }
        guard skipped[file].insert(other.start.line).inserted else { continue }
        isNew = true
        contradicted.append((file, other.start.line, contradiction(of: finding, at: other, by: range)))
      }
    }
    guard isNew else { return nil }
    return refused + contradicted
  }

  private func contradiction(of finding: Diagnostic, at range: SourceRange, by other: SourceRange) -> Diagnostic {
    let place = other.cell ?? "\(other.file):\(other.start.line)"
    return Diagnostic(
      finding.code, at: range,
      Words(
        id: "baris ini bertentangan dengan \(place), jadi juga tidak dipakai", en: "this row contradicts \(place), so it is not used either"
      ),
      help: Words(id: "pertahankan baris yang benar saja", en: "keep only the row that is right"))
  }
}
