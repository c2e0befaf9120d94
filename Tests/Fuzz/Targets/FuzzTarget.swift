/// A reader of this program that takes whatever anybody gives it.
///
/// Each promises an answer to any bytes: a value that says the same when it is written and read again, or a refusal that can be shown. A
/// broken promise ends the program, so that libFuzzer and the tests both see it.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Text to marked nodes, and the layout of rule files.
  case yaml
  /// A rule file to a checked edition, with all checks; an edition is written, read again and scored.
  case rules
  /// Observations, once on the fast path and once row by row.
  case csv
  /// A directory of entities.
  case entities
  /// The register of published editions.
  case register
  /// An expression: parsed, typed, bounded and evaluated.
  case expression
  /// A line of `timbang eval --json`.
  case request
  /// A workbook, as observations.
  case workbook
  /// A database, as observations.
  case database

  /// Reads some bytes. Complexity: that of the reader.
  public func read(_ bytes: [UInt8]) {
    switch self {
    case .yaml: readYAMLFile(bytes)
    case .rules: readRules(bytes)
    case .csv: readObservations(bytes)
    case .entities: readDirectory(bytes)
    case .register: readRegister(bytes)
    case .expression: readExpression(bytes)
    case .request: readRequest(bytes)
    case .workbook, .database: readSheet(bytes)
    }
  }
}

/// Ends the program if a promise is broken, in every build.
func promise(_ isKept: Bool, _ words: @autoclosure () -> String) {
  guard !isKept else { return }
  fatalError("a promise is broken: \(words())")
}
