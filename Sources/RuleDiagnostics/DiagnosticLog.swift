/// Collects findings in one run, so that a user sees all mistakes at once.
public struct DiagnosticLog: Sendable {
  /// At most this many findings are kept; the rest are counted.
  public static var limit: Int { Limit.findings.value }

  /// The findings kept, in the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many findings came after the limit was reached.
  public private(set) var omitted = 0
  /// The number of errors among all findings, also the omitted ones.
  public private(set) var errorCount = 0
  /// Whether looking ended early, so that there may be more than was counted.
  public private(set) var isCut = false

  /// How many findings are kept.
  private let capacity: Int

  /// Makes an empty log, which keeps ``limit`` findings unless told otherwise.
  public init(keeping capacity: Int = DiagnosticLog.limit) {
    self.capacity = capacity
  }

  /// Adds a finding, or counts it once the limit is reached.
  public mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    if hasRoom { diagnostics.append(diagnostic) } else { omitted += 1 }
  }

  /// Adds an error. Its words are made only while there is room for it, so that a million faults cost no more than counting them.
  public mutating func error(
    _ code: DiagnosticCode, at range: SourceRange?, _ message: @autoclosure () -> Words, help: @autoclosure () -> Words? = nil,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> Fix? = nil
  ) {
    guard hasRoom else {
      omitted += 1
      errorCount += 1
      return
    }
    report(Diagnostic(code, .error, at: range, message(), help: help(), notes: notes(), fix: fix()))
  }

  /// Adds a warning. Its words are made only while there is room for it.
  public mutating func warning(
    _ code: DiagnosticCode, at range: SourceRange?, _ message: @autoclosure () -> Words, help: @autoclosure () -> Words? = nil,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> Fix? = nil
  ) {
    guard hasRoom else {
      omitted += 1
      return
    }
    report(Diagnostic(code, .warning, at: range, message(), help: help(), notes: notes(), fix: fix()))
  }

  /// Notes that so much is wrong that the rest is not looked at.
  public mutating func cut() { isCut = true }

  /// Adds everything another log holds.
  public mutating func append(_ other: DiagnosticLog) {
    for diagnostic in other.diagnostics { report(diagnostic) }
    omitted += other.omitted
    isCut = isCut || other.isCut
    errorCount += other.errorCount - other.diagnostics.count { $0.severity == .error }
  }

  /// Adds what another log holds and this one does not yet: editions that rest on one another repeat what is wrong below them.
  public mutating func appendNew(_ other: DiagnosticLog) {
    var new = other
    new.diagnostics.removeAll { diagnostics.contains($0) }
    new.errorCount -= other.diagnostics.count { $0.severity == .error } - new.diagnostics.count { $0.severity == .error }
    append(new)
  }

  /// Returns the findings of one code among those that were kept.
  public func only(_ code: DiagnosticCode) -> DiagnosticLog {
    var log = DiagnosticLog()
    for diagnostic in diagnostics where diagnostic.code == code { log.report(diagnostic) }
    return log
  }

  /// Returns the log with only the findings that are wanted; those that were not kept still count.
  public func keeping(_ isWanted: (Diagnostic) -> Bool) -> DiagnosticLog {
    var log = self
    log.diagnostics.removeAll { !isWanted($0) }
    log.errorCount -= diagnostics.count { $0.severity == .error } - log.diagnostics.count { $0.severity == .error }
    return log
  }

  /// The log without warnings and notes; errors that were not kept still count.
  public var onlyErrors: DiagnosticLog {
    var log = self
    log.diagnostics.removeAll { $0.severity != .error }
    return log
  }

  /// Whether anything was found that forbids going on.
  public var hasErrors: Bool { errorCount > 0 }

  /// Whether a further finding would be kept.
  public var hasRoom: Bool { diagnostics.count < capacity }
}
