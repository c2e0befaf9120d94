internal import MarkedYAML
public import RuleDiagnostics
internal import RuleLoading

/// A rule file with what can be mended in it without asking anybody.
public struct Fixing: Sendable {
  /// The file as it is; nil if it cannot be read.
  public let source: SourceFile?
  /// The file with all fixes carried out.
  public let mended: SourceFile?
  /// How many findings were mended.
  public let count: Int
  /// Why nothing can be mended: the file cannot be read, or it is frozen.
  public let log: DiagnosticLog
}

extension Workspace {
  /// One fix can bring the next to light; so often a file is looked at again.
  private static let mostRounds = 40

  /// Carries out the fixes of a rule file and of no other; writes nothing. Bases that it rests on are read as they are.
  ///
  /// Complexity: a check of the file for each round, of which there are one more than fixes that wait for each other.
  public func fixing(_ reference: String) -> Fixing {
    var log = DiagnosticLog()
    guard let path = findRules(reference, log: &log), let source = read(path, log: &log) else {
      return Fixing(source: nil, mended: nil, count: 0, log: log)
    }
    var mended = source
    var count = 0
    for _ in 0..<Workspace.mostRounds {
      guard let (next, fixes) = mending(mended) else { break }
      mended = next
      count += fixes
    }
    if count > 0, isFrozen(source, log: &log) { reportFrozen(source, log: &log) }
    return Fixing(source: source, mended: log.hasErrors ? source : mended, count: log.hasErrors ? 0 : count, log: log)
  }

  /// One round; nil if there is nothing to mend, or mending would break the file.
  private func mending(_ source: SourceFile) -> (SourceFile, fixes: Int)? {
    let fixes = source.compatible(loader.load(source).log.diagnostics.compactMap(\.fix))
    guard !fixes.isEmpty else { return nil }
    let mended = source.applying(fixes)
    let (before, after) = (isReadable(source), isReadable(mended))
    return mended.bytes != source.bytes && (after || !before) ? (mended, fixes.count) : nil
  }

  private func isReadable(_ source: SourceFile) -> Bool {
    var log = DiagnosticLog()
    return readYAML(source, log: &log) != nil
  }
}
