internal import MarkedYAML
public import RuleDiagnostics
public import RuleModel

/// Reads rule files: text to a checked edition, with every problem on the way.
public struct EditionLoader: Sendable {
  /// Finds the file of the edition that another file extends; nil if there is none.
  public typealias BaseFinder = @Sendable (_ edition: String, _ file: SourceFile) -> SourceFile?

  /// Returns the written form of an edition's scoring digest, with which an edition can say exactly which one it extends.
  public typealias DigestMaker = @Sendable (_ edition: Edition) -> String

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
  static let longestChain = Limit.chain.value

  private let findBase: BaseFinder
  private let scoringDigest: DigestMaker?

  /// Makes a loader that asks `findBase` for the editions that others extend, and compares them with the digests that `extends:` names by
  /// `scoringDigest`; without it, a digest is refused.
  public init(findBase: @escaping BaseFinder, scoringDigest: DigestMaker? = nil) {
    self.findBase = findBase
    self.scoringDigest = scoringDigest
  }

  /// Reads, resolves and checks the edition in `source`. Complexity: linear in the size of the files.
  public func load(_ source: SourceFile) -> Loaded { load(source, withAdvice: false) }

  /// As ``load(_:)``, and says what is worth knowing about an edition in which nothing is wrong, also about how it follows from those before
  /// it: what went, what changed its meaning, which of its changes can stand alone. Nothing of this refuses an edition.
  ///
  /// Complexity: linear in the size of the files for each edition on the way, and for each of two dozen changes.
  public func check(_ source: SourceFile) -> Loaded { load(source, withAdvice: true) }

  /// Checks an edition as if there were no check of that name: what it alone finds is then not found.
  package func check(_ source: SourceFile, without check: String) -> Loaded { load(source, withAdvice: true, without: check) }

  private func load(_ source: SourceFile, withAdvice: Bool, without missing: String = "") -> Loaded {
    let running = { (checks: [any Check]) in checks.filter { "\(type(of: $0))" != missing } }
    var log = DiagnosticLog()
    var sources: [SourceFile] = []
    guard let resolved = resolve(source, log: &log, sources: &sources, chain: []) else {
      return Loaded(edition: nil, log: log, sources: sources)
    }
    var decoder = EditionDecoder()
    // After an edit that failed nothing is said about what it would have changed.
    let isWhole = !log.hasErrors
    let edition = decoder.edition(from: resolved.root, file: source.name, history: resolved.history)
    log.append(decoder.log)
    if let edition {
      let past = resolved.past
      let subject = CheckedRules(edition, readBy: decoder, titleRange: resolved.root["title"]?.range, isWhole: isWhole, past: past)
      for check in running(allChecks) { check.run(subject, log: &log) }
      if withAdvice, !log.hasErrors { for check in running(adviceChecks + stepChecks) { check.run(subject, log: &log) } }
    }
    // INVARIANT: an edition that cannot be used is never refused without a word.
    assert(edition != nil || log.hasErrors)
    return Loaded(edition: log.hasErrors ? nil : edition.map { CheckedEdition(passing: $0) }, log: log, sources: sources)
  }

  func resolve(
    _ source: SourceFile, log: inout DiagnosticLog, sources: inout [SourceFile], chain: [String]
  ) -> ResolvedEdition? {
    sources.append(source)
    guard let root = readYAML(source, log: &log) else { return nil }
    if let tests = root.entry("timbang_tests") {
      log.error(
        .formatVersion, at: tests.key.range, Words(id: "berkas ini berisi uji, bukan aturan", en: "this file holds tests, not rules"),
        help: Words(id: "jalankan `timbang test \(source.name)`", en: "run `timbang test \(source.name)`"))
      return nil
    }
    if root["extends"] == nil, let lineage = root["lineage"] {
      return resolve(lineage: lineage, of: root, in: source, log: &log, sources: &sources, chain: chain)
    }
    guard let extends = root["extends"] else {
      if let changes = root.entry("changes") {
        log.error(
          .baseEdition, at: changes.key.range, Words(id: "`changes` tanpa `extends`", en: "`changes` without `extends`"),
          help: Words(id: "tambahkan `extends: edisi`", en: "add `extends: edition`"))
      }
      return ResolvedEdition(whole: root.removing(["changes"]))
    }
    guard let (name, digest) = base(extends, log: &log) else { return nil }
    guard let baseSource = findBase(name.value, source) else {
      log.error(
        .baseEdition, at: name.range,
        Words(id: "edisi `\(name.value)` tidak ditemukan", en: "the edition `\(name.value)` was not found"),
        help: Words(
          id: "simpan berkasnya di folder yang sama sebagai `\(name.value).yaml`",
          en: "keep its file in the same folder as `\(name.value).yaml`"))
      return nil
    }
    let chain = chain + [source.name]
    guard checkChain(chain, goingOnTo: baseSource, at: name.range, log: &log) else { return nil }
    guard let base = resolve(baseSource, log: &log, sources: &sources, chain: chain) else { return nil }
    checkIdentity(of: root, base: base.root, at: name, log: &log)
    if let digest { check(digest, of: base.root, in: baseSource, log: &log) }
    var resolver = ChangeResolver(base: base.root)
    resolver.apply(root)
    log.append(resolver.log)
    let step = EditionStep(base: name.value, changes: resolver.changes, parts: resolver.partLinks, fields: resolver.fieldLinks)
    return ResolvedEdition(
      root: resolver.resolved, history: base.history + [step],
      past: base.past.followed(by: base.root, at: name.range, changes: ChangeTrial(base: base, file: root, step: step)))
  }

  /// An edition written whole stands for itself; its lineage says how it comes from the one before, if that can be found.
  private func resolve(
    lineage: YAMLNode, of root: YAMLNode, in source: SourceFile, log: inout DiagnosticLog, sources: inout [SourceFile], chain: [String]
  ) -> ResolvedEdition? {
    let whole = root.removing(["lineage"])
    var decoder = LineageDecoder()
    let name = LineageDecoder.base(of: lineage)
    var base: ResolvedEdition?
    if let name, let file = findBase(name.value, source) {
      let chain = chain + [source.name]
      guard checkChain(chain, goingOnTo: file, at: name.range, log: &log) else { return nil }
      base = resolve(file, log: &log, sources: &sources, chain: chain)
      if let base { checkIdentity(of: root, base: base.root, at: name, log: &log) }
    } else if let name {
      log.warning(
        .baseEdition, at: name.range,
        Words(
          id: "edisi `\(name.value)` tidak ditemukan; asal bagian tidak diperiksa",
          en: "the edition `\(name.value)` was not found; where parts come from is not checked"),
        help: Words(
          id: "simpan berkasnya di folder yang sama sebagai `\(name.value).yaml`",
          en: "keep its file in the same folder as `\(name.value).yaml`"))
    }
    let old = base?.root["score"].map { ScoreTree(root: $0) }
    let new = whole["score"].map { ScoreTree(root: $0) }
    let step = decoder.step(from: lineage, base: name?.value ?? "", old: old, new: new)
    if let step, let old, let new { decoder.checkVanished(step, old: old, new: new, at: lineage.range) }
    log.append(decoder.log)
    return ResolvedEdition(
      root: whole, history: (base?.history ?? []) + (step.map { [$0] } ?? []),
      past: base.map { $0.past.followed(by: $0.root, at: lineage["from"]?.range ?? lineage.range, changes: nil) } ?? Past())
  }

  /// Whether the base is a file that was not read on the way here, and the way is not too long.
  private func checkChain(_ chain: [String], goingOnTo base: SourceFile, at range: SourceRange, log: inout DiagnosticLog) -> Bool {
    if chain.contains(base.name) {
      log.error(
        .baseEdition, at: range, Words(id: "edisi ini akhirnya memperluas dirinya sendiri", en: "this edition ends up extending itself"),
        help: Words(id: "sebut edisi yang lebih lama", en: "name an older edition"))
      return false
    }
    if chain.count > EditionLoader.longestChain {
      let most = EditionLoader.longestChain
      log.error(
        .baseEdition, at: range,
        Words(id: "lebih dari \(most) edisi saling memperluas", en: "more than \(most) editions extend each other"),
        help: Words(id: "tulis salah satu edisi secara utuh", en: "write one of the editions whole"))
      return false
    }
    return true
  }

  /// `extends: 2021`, or `extends: {edition: 2021, digest: "sha256:..."}`.
  private func base(_ node: YAMLNode, log: inout DiagnosticLog) -> (name: Marked<String>, digest: Marked<String>?)? {
    let what = Words(same: "`extends`")
    guard node.entries != nil else { return log.name(node, as: what).map { ($0, nil) } }
    guard var reader = MappingReader(node, .base, as: what, log: &log) else { return nil }
    let edition = reader.required("edition", of: what, log: &log).flatMap { log.name($0, as: what) }
    if scoringDigest == nil { reader.refuse(["digest"], log: &log) }
    let written = reader.optional("digest")
    let digest = written.flatMap { log.text($0, as: Words(same: "`digest`")) }
    reader.finish(as: what, log: &log)
    // A digest that cannot be read must not pass for one that was not written.
    guard let edition, written == nil || digest != nil else { return nil }
    return (edition, digest)
  }

  /// Compares the digest that `extends:` names with the edition that was found.
  private func check(_ digest: Marked<String>, of base: YAMLNode, in source: SourceFile, log: inout DiagnosticLog) {
    // Without a way to compute digests, the key itself was refused.
    guard let scoringDigest else { return }
    var decoder = EditionDecoder()
    let found = decoder.edition(from: base, file: source.name, history: []).map { scoringDigest($0) }
    guard found != digest.value else { return }
    log.error(
      .baseDigest, at: digest.range,
      Words(
        id: "edisi di `\(source.name)` bukan edisi yang disebut di sini" + (found.map { ": sidik penilaiannya `\($0)`" } ?? ""),
        en: "the edition in `\(source.name)` is not the one named here" + (found.map { ": its scoring digest is `\($0)`" } ?? "")),
      help: Words(
        id: "kembalikan berkas edisi dasar; tulis sidik yang sekarang di sini hanya kalau edisi ini memang harus bertumpu padanya",
        en: "put the file of the base back; write the digest of now here only if this edition is to rest on it"))
  }

  /// The base is of the same family, and the edition that was asked for.
  private func checkIdentity(of root: YAMLNode, base: YAMLNode, at name: Marked<String>, log: inout DiagnosticLog) {
    if let own = root["id"]?.scalar?.text, let node = base["id"], let other = node.scalar?.text, own != other {
      log.error(
        .baseEdition, at: name.range,
        Words(
          id: "edisi dasar milik keluarga `\(other)`, bukan `\(own)`", en: "the base edition belongs to the family `\(other)`, not `\(own)`"
        ),
        help: Words(id: "sebut edisi dari keluarga `\(own)`", en: "name an edition of the family `\(own)`"),
        notes: [.init(Words(id: "di sini", en: "here"), at: node.range)])
    }
    if let node = base["edition"], let other = node.scalar?.text, other != name.value {
      log.error(
        .baseEdition, at: name.range,
        Words(
          id: "berkas yang ditemukan untuk edisi `\(name.value)` berisi edisi `\(other)`",
          en: "the file found for the edition `\(name.value)` holds the edition `\(other)`"),
        help: Words(id: "samakan `edition` di berkas itu dengan namanya", en: "make `edition` in that file agree with its name"),
        notes: [.init(Words(id: "di sini", en: "here"), at: node.range)])
    }
  }
}

extension EditionLoader {
  /// Returns what a rule file says under `edition:`, without checking anything else; nil if it is no rule file.
  public static func editionName(in source: SourceFile) -> String? {
    var log = DiagnosticLog()
    return readYAML(source, log: &log)?["edition"]?.scalar?.text
  }

  /// The place of what a rule file says under `key`, else its beginning.
  public static func place(of key: String, in source: SourceFile) -> SourceRange {
    var log = DiagnosticLog()
    return readYAML(source, log: &log)?[key]?.range ?? SourceRange(file: source.name, at: .start)
  }

  /// Tells whether a rule file says `status: published`, without checking anything else.
  public static func isPublished(_ source: SourceFile) -> Bool {
    var log = DiagnosticLog()
    return readYAML(source, log: &log)?["status"]?.scalar?.text == Edition.Status.published.rawValue
  }
}
