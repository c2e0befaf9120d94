internal import MarkedYAML
public import RuleDiagnostics
public import RuleModel

/// Reads rule files: text to a checked edition, with every problem on the way.
public struct EditionLoader: Sendable {
  /// Finds the file of the edition that another file extends; nil if there is none.
  public typealias BaseFinder = @Sendable (_ edition: String, _ file: SourceFile) -> SourceFile?

  /// What came of reading one rule file.
  public struct Loaded: Sendable {
    /// The edition; nil if any error was found.
    public let edition: CheckedEdition?
    /// Everything that was found, errors and warnings, in all files that were read.
    public let log: DiagnosticLog
    /// The files that were read, the asked one first.
    public let sources: [SourceFile]

    /// Puts the pieces together.
    public init(edition: CheckedEdition?, log: DiagnosticLog, sources: [SourceFile]) {
      self.edition = edition
      self.log = log
      self.sources = sources
    }
  }

  /// Editions that extend each other further than this are refused.
  static let longestChain = 50

  private let findBase: BaseFinder

  /// Makes a loader that asks `findBase` for the editions that others extend.
  public init(findBase: @escaping BaseFinder) {
    self.findBase = findBase
  }

  /// Reads, resolves and checks the edition in `source`. Complexity: linear in the size of the files.
  public func load(_ source: SourceFile) -> Loaded {
    var log = DiagnosticLog()
    var sources: [SourceFile] = []
    guard let resolved = resolve(source, log: &log, sources: &sources, chain: []) else {
      return Loaded(edition: nil, log: log, sources: sources)
    }
    var decoder = EditionDecoder()
    let edition = decoder.edition(from: resolved.root, file: source.name, history: resolved.history)
    log.append(decoder.log)
    if let edition {
      for check in allChecks { check.run(edition, unreliable: decoder.unreliable, log: &log) }
    }
    return Loaded(edition: log.hasErrors ? nil : edition.map { CheckedEdition(passing: $0) }, log: log, sources: sources)
  }

  private func resolve(
    _ source: SourceFile, log: inout DiagnosticLog, sources: inout [SourceFile], chain: [String]
  ) -> (root: YAMLNode, history: [EditionStep])? {
    sources.append(source)
    guard let root = readYAML(source, log: &log) else { return nil }
    if root["extends"] == nil, let lineage = root["lineage"] {
      return resolve(lineage: lineage, of: root, in: source, log: &log, sources: &sources, chain: chain)
    }
    guard let extends = root["extends"] else {
      if let changes = root.entry("changes") {
        log.error(
          .baseEdition, at: changes.key.range, Words(id: "`changes` tanpa `extends`", en: "`changes` without `extends`"),
          help: Words(id: "tambahkan `extends: edisi`", en: "add `extends: edition`"))
      }
      return (root.removing(["changes"]), [])
    }
    guard let name = baseName(extends, log: &log) else { return nil }
    guard !chain.contains(source.name), chain.count < EditionLoader.longestChain else {
      log.error(
        .baseEdition, at: name.range, Words(id: "edisi ini akhirnya memperluas dirinya sendiri", en: "this edition ends up extending itself"))
      return nil
    }
    guard let baseSource = findBase(name.value, source) else {
      log.error(
        .baseEdition, at: name.range,
        Words(id: "edisi `\(name.value)` tidak ditemukan", en: "the edition `\(name.value)` was not found"),
        help: Words(
          id: "simpan berkasnya di folder yang sama sebagai `\(name.value).yaml`", en: "keep its file in the same folder as `\(name.value).yaml`"))
      return nil
    }
    guard let base = resolve(baseSource, log: &log, sources: &sources, chain: chain + [source.name]) else { return nil }
    checkFamily(of: root, base: base.root, at: name.range, log: &log)
    var resolver = ChangeResolver(base: base.root)
    resolver.apply(root)
    log.append(resolver.log)
    return (resolver.root, base.history + [EditionStep(base: name.value, changes: resolver.changes, parts: resolver.partLinks, fields: resolver.fieldLinks)])
  }

  /// An edition written whole stands for itself; its lineage says how it comes from the one before, if that can be found.
  private func resolve(
    lineage: YAMLNode, of root: YAMLNode, in source: SourceFile, log: inout DiagnosticLog, sources: inout [SourceFile], chain: [String]
  ) -> (root: YAMLNode, history: [EditionStep])? {
    let whole = root.removing(["lineage"])
    var decoder = LineageDecoder()
    let name = LineageDecoder.base(of: lineage)
    var base: (root: YAMLNode, history: [EditionStep])?
    if let name, !chain.contains(source.name), chain.count < EditionLoader.longestChain, let file = findBase(name.value, source) {
      base = resolve(file, log: &log, sources: &sources, chain: chain + [source.name])
    } else if let name {
      log.warning(
        .baseEdition, at: name.range,
        Words(id: "edisi `\(name.value)` tidak ditemukan; asal bagian tidak diperiksa", en: "the edition `\(name.value)` was not found; where parts come from is not checked"))
    }
    let old = base?.root["score"].map { ScoreTree(root: $0) }
    let new = whole["score"].map { ScoreTree(root: $0) }
    let step = decoder.step(from: lineage, base: name?.value ?? "", old: old, new: new)
    if let step, let old, let new { decoder.checkVanished(step, old: old, new: new, at: lineage.range) }
    log.append(decoder.log)
    return (whole, (base?.history ?? []) + (step.map { [$0] } ?? []))
  }

  /// `extends: 2021`, or `extends: {edition: 2021}`.
  private func baseName(_ node: YAMLNode, log: inout DiagnosticLog) -> Marked<String>? {
    let what = Words(same: "`extends`")
    guard node.entries != nil else { return log.name(node, as: what) }
    guard var reader = MappingReader(node, as: what, log: &log) else { return nil }
    let edition = reader.required("edition", of: what, log: &log).flatMap { log.name($0, as: what) }
    reader.refuse(["digest"], log: &log)
    reader.finish(as: what, log: &log)
    return edition
  }

  private func checkFamily(of root: YAMLNode, base: YAMLNode, at range: SourceRange, log: inout DiagnosticLog) {
    guard let own = root["id"]?.scalar?.text, let other = base["id"]?.scalar?.text, own != other else { return }
    log.error(
      .baseEdition, at: range,
      Words(id: "edisi dasar milik keluarga `\(other)`, bukan `\(own)`", en: "the base edition belongs to the family `\(other)`, not `\(own)`"))
  }
}

extension EditionLoader {
  /// Returns what a rule file says under `edition:`, without checking anything else; nil if it is no rule file.
  public static func editionName(in source: SourceFile) -> String? {
    var log = DiagnosticLog()
    return readYAML(source, log: &log)?["edition"]?.scalar?.text
  }
}
