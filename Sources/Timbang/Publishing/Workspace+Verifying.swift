public import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

/// What came of comparing published editions with the register.
public struct Verification: Sendable {
  /// A published edition that was compared.
  public struct Edition: Sendable {
    /// The assessment and the edition.
    public let name: String
    /// The file, as the user would write it.
    public let file: String
    /// Its entry; nil if it was never locked.
    public let entry: RegisterEntry?
    /// What the edition is recognised by now; nil if it cannot be read.
    public let found: Seal?

    /// Whether it is what was locked.
    public var isUnchanged: Bool { entry != nil && entry?.seal == found }
  }

  /// What does not agree.
  public let log: DiagnosticLog
  /// The files that were read.
  public let sources: [SourceFile]
  /// The path of the register.
  public let register: String
  /// What the register holds, byte for byte; empty if it is not there or not whole.
  public let bytes: [UInt8]
  /// The editions that were compared, in the order of the register, then those that it does not know.
  public let editions: [Edition]

  /// Whether everything agrees. Nothing that could not be compared counts as agreeing.
  public var isSound: Bool { !log.hasErrors && editions.allSatisfy(\.isUnchanged) }
}

extension Workspace {
  /// Compares the editions that are asked for, or all that are registered or published, with the register.
  public func verify(_ references: [String] = []) -> Verification {
    let folder = RulesFolder(path: rulesFolder)
    var log = DiagnosticLog()
    if namesInFolder(rulesFolder) == nil {
      log.error(
        .fileUnreadable, at: nil,
        Words(id: "folder aturan `\(rulesFolder)` tidak dapat dibaca", en: "the rules folder `\(rulesFolder)` cannot be read"),
        help: Words(id: "sebut foldernya dengan `--rules-dir`", en: "name its folder with `--rules-dir`"))
    }
    let state = folder.register(log: &log)
    guard case .whole(let register) = state else {
      if case .absent = state {
        let names = references.isEmpty ? folder.publishedFiles().map { folder.path(of: $0) } : references
        if !names.isEmpty { folder.reportNoRegister(for: names, log: &log) }
      }
      return Verification(log: log, sources: [], register: folder.registerPath, bytes: [], editions: [])
    }
    var verifier = Verifier(workspace: self, check: FrozenCheck(folder: folder, register: register), log: log)
    if references.isEmpty {
      for entry in register.entries { verifier.verify(entry) }
      for file in folder.publishedFiles() where register.entry(file: file) == nil { verifier.verify(file: file, named: file) }
    } else {
      for reference in references { verifier.verify(reference) }
    }
    return Verification(
      log: verifier.log, sources: verifier.sources, register: folder.registerPath, bytes: Array(register.text.utf8),
      editions: verifier.editions)
  }
}

/// Compares one edition after the other, each once.
private struct Verifier {
  let workspace: Workspace
  let check: FrozenCheck
  var log: DiagnosticLog
  var sources: [SourceFile] = []
  var editions: [Verification.Edition] = []
  private var seen: Set<String> = []

  init(workspace: Workspace, check: FrozenCheck, log: DiagnosticLog) {
    self.workspace = workspace
    self.check = check
    self.log = log
  }

  /// A registered edition: its file must be there.
  mutating func verify(_ entry: RegisterEntry) {
    guard check.folder.obstacle(at: entry.file) == nil else {
      guard seen.insert(entry.file).inserted else { return }
      _ = check.isThere(entry, log: &log)
      editions.append(.init(name: entry.name, file: check.folder.path(of: entry.file), entry: entry, found: nil))
      return
    }
    verify(file: entry.file, named: entry.name)
  }

  /// An edition as the user names it: what the register knows by that name, else what the folder holds.
  mutating func verify(_ reference: String) {
    let known = check.register.entries.filter { $0.name == reference || $0.edition == reference }
    if known.count == 1 { return verify(known[0]) }
    guard let path = workspace.findRules(reference, log: &log) else { return }
    guard let file = pathBelow(check.folder.path, of: path) else {
      log.error(
        .notLocked, at: nil,
        Words(
          id: "`\(path)` di luar folder aturan `\(check.folder.path)`", en: "`\(path)` lies outside the rules folder `\(check.folder.path)`"
        ),
        help: Words(id: "sebut foldernya dengan `--rules-dir`", en: "name its folder with `--rules-dir`"))
      return
    }
    verify(file: file, named: reference)
  }

  /// A file below the rules folder, and the editions that it rests on.
  mutating func verify(file: String, named name: String) {
    guard seen.insert(file).inserted else { return }
    let entry = check.register.entry(file: file)
    let path = check.folder.path(of: file)
    var seal: Seal?
    var bases: [SourceFile] = []
    if let source = workspace.read(path, log: &log) {
      let loaded = workspace.loader.load(source)
      sources += loaded.sources
      bases += loaded.sources.dropFirst()
      let errorsBefore = log.errorCount
      seal = check.check(source, loaded, at: file, log: &log)
      // Whatever cannot be compared is an error, with its reason.
      if seal == nil, log.errorCount == errorsBefore { log.appendNew(loaded.log.onlyErrors) }
      if entry == nil, log.errorCount == errorsBefore { reportNothingFrozen(name, at: EditionLoader.place(of: "status", in: source)) }
    }
    editions.append(.init(name: entry?.name ?? name, file: path, entry: entry, found: seal))
    for base in bases { verify(base: base) }
  }

  /// A base counts if it is registered or published; a draft is only the text that an edition is made from.
  private mutating func verify(base: SourceFile) {
    guard let file = pathBelow(check.folder.path, of: base.name) else { return }
    if let entry = check.register.entry(file: file) {
      verify(entry)
    } else if seen.insert(file).inserted {
      check.check(base, workspace.loader.load(base), at: file, log: &log)
    }
  }

  private mutating func reportNothingFrozen(_ name: String, at here: SourceRange) {
    log.error(
      .notLocked, at: here,
      Words(
        id: "`\(name)` tidak tercatat di `\(check.folder.registerPath)`: tidak ada yang dapat dibandingkan",
        en: "`\(name)` is not in `\(check.folder.registerPath)`: there is nothing to compare with"),
      help: Words(
        id: "hanya edisi terbit yang sudah dikunci yang dapat diperiksa", en: "only published editions that were locked can be verified"))
  }
}
