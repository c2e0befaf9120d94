internal import MarkedYAML
public import RuleDiagnostics
internal import RuleModel

extension EditionLoader {
  /// Reads the edition in `source` with other values in it, as if a named change of the next edition set them.
  ///
  /// Whatever a rule file may not say, a setting may not either: the same checks refuse it, and name the argument as its place. With
  /// `rescaling`, the siblings of a part that gets another weight are scaled so that the weights of the group keep their sum. A number that
  /// is set has the provenance `assumed`. Complexity: as of ``load(_:)``.
  public func load(_ source: SourceFile, with settings: RuleSettings, rescaling: Bool) -> Loaded {
    var log = DiagnosticLog()
    var sources: [SourceFile] = []
    var decoder = EditionDecoder()
    let base = resolve(source, log: &log, sources: &sources, chain: [])
    sources.append(settings.source)
    let known = base.flatMap { decoder.edition(from: $0.root, file: source.name, history: $0.history) }
    log.append(decoder.log)
    guard let base, let known, !log.hasErrors else { return Loaded(edition: nil, log: log, sources: sources) }
    log = DiagnosticLog()
    let change = SettingChange(known, root: base.root, settings: settings, rescaling: rescaling, log: &log)
    guard !log.hasErrors else { return Loaded(edition: nil, log: log, sources: sources) }
    var resolver = ChangeResolver(base: base.root)
    resolver.apply(change.file)
    log.append(resolver.log)
    var reader = EditionDecoder()
    // In the eyes of the checks the arguments are the file that changed the weights.
    let edition = reader.edition(from: resolver.resolved, file: settings.source.name, history: base.history)
    log.append(reader.log)
    if let edition {
      let past = base.past.followed(by: base.root, at: change.file.range, changes: nil)
      let subject = CheckedRules(edition, readBy: reader, titleRange: nil, isWhole: !log.hasErrors, past: past)
      for check in allChecks { check.run(subject, log: &log) }
    }
    var final = EditionDecoder()
    let whole = log.hasErrors ? nil : final.edition(from: resolver.resolved, file: source.name, history: base.history)
    return Loaded(
      edition: whole.map { CheckedEdition(passing: $0) }, log: change.worthTelling(of: log, rescaled: rescaling), sources: sources)
  }

  /// Reads the edition in `source` as the changes that it makes of another one, any of which can be carried out without the others; nil if
  /// it extends none, or if it or its base cannot be read.
  public func trial(of source: SourceFile) -> ChangeTrial? {
    var log = DiagnosticLog()
    var sources: [SourceFile] = []
    return resolve(source, log: &log, sources: &sources, chain: [])?.past.changes
  }
}
