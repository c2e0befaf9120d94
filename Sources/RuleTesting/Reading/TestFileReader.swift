internal import MarkedYAML
public import Observations
public import RuleDiagnostics
public import RuleLoading
public import RuleModel

/// Reads test files: text to tests that can be run, with every problem on the way.
public struct TestFileReader: Sendable {
  /// Reads the file at a path that stands in another file; or says why it cannot be read.
  public typealias FileFinder = @Sendable (_ path: String, _ file: SourceFile) -> Result<SourceFile, Unreadable>
  /// Loads the edition of that name which a test file means.
  public typealias EditionFinder = @Sendable (_ edition: String, _ file: SourceFile) -> EditionLoader.Loaded

  /// Why a file cannot be read.
  public struct Unreadable: Error, Sendable {
    /// The reason, in the words of the system.
    public let reason: Words

    /// Makes an excuse.
    public init(_ reason: Words) {
      self.reason = reason
    }
  }

  /// What came of reading one test file.
  public struct Outcome: Sendable {
    /// The tests; nil if any error was found.
    public let tests: RuleTests?
    /// Everything that was found.
    public let log: DiagnosticLog
    /// The files that were read, the test file first.
    public let sources: [SourceFile]

    /// Puts the pieces together.
    public init(tests: RuleTests?, log: DiagnosticLog, sources: [SourceFile]) {
      self.tests = tests
      self.log = log
      self.sources = sources
    }
  }

  private let others: Instrument.Others
  private let findFile: FileFinder
  private let findEdition: EditionFinder

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - others: other editions, whose fields and kinds data files may hold too.
  ///   - findFile: finds data that a test file names.
  ///   - findEdition: finds the earlier edition of a change.
  public init(others: @escaping Instrument.Others = { [] }, findFile: @escaping FileFinder, findEdition: @escaping EditionFinder) {
    self.others = others
    self.findFile = findFile
    self.findEdition = findEdition
  }

  /// Reads the tests of `edition`. Complexity: linear in the size of the files.
  public func read(_ source: SourceFile, for edition: CheckedEdition) -> Outcome {
    var log = DiagnosticLog()
    guard let root = readYAML(source, log: &log) else { return Outcome(tests: nil, log: log, sources: [source]) }
    var decoder = TestDecoder(
      source: source, edition: edition, others: others, findFile: findFile, findEdition: findEdition, log: log)
    let tests = decoder.tests(from: root)
    // INVARIANT: a test file that cannot be used is never refused without a word.
    assert(tests != nil || decoder.log.hasErrors)
    return Outcome(tests: decoder.log.hasErrors ? nil : tests, log: decoder.log, sources: decoder.sources)
  }

  /// Tells whether a file is a test file, without checking anything else.
  public static func isTestFile(_ source: SourceFile) -> Bool {
    var log = DiagnosticLog()
    return readYAML(source, log: &log)?["timbang_tests"] != nil
  }
}
