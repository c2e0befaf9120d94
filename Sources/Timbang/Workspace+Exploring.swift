internal import RuleDiagnostics
public import RuleLoading
public import RuleModel

extension Workspace {
  /// Reads an edition again with other values in it: what a checked edition would be if somebody set them.
  ///
  /// What a rule file may not say is refused here as well. With `rescaling`, the weights beside one that is set keep the sum of their group.
  public func load(_ edition: Edition, with settings: RuleSettings, rescaling: Bool) -> EditionLoader.Loaded {
    var log = DiagnosticLog()
    guard let source = read(edition.file, log: &log) else { return EditionLoader.Loaded(edition: nil, log: log, sources: []) }
    return loader.load(source, with: settings, rescaling: rescaling)
  }

  /// The named changes by which an edition extends another, ready to be carried out one by one; nil if it extends none.
  public func trial(of edition: Edition) -> ChangeTrial? {
    var log = DiagnosticLog()
    return read(edition.file, log: &log).flatMap { loader.trial(of: $0) }
  }
}
