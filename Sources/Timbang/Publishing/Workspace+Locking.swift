public import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

/// What came of locking editions.
public struct Locking: Sendable {
  /// What forbids it, and warnings; with errors, nothing was written.
  public let log: DiagnosticLog
  /// The files that were read.
  public let sources: [SourceFile]
  /// The path of the register.
  public let register: String
  /// What the register holds now, byte for byte; empty after errors.
  public let bytes: [UInt8]
  /// The entries that were added.
  public let added: [RegisterEntry]
  /// The entries that were there already, unchanged.
  public let unchanged: [RegisterEntry]
}

extension Workspace {
  /// Enters published editions into the register, all or none. What is there already stays as it is.
  ///
  /// - Parameters:
  ///   - references: editions such as `2022` or `kepatuhan/2022`, or their files.
  ///   - date: the day that the register shall name.
  /// - Throws: if the register cannot be written, or another program is writing it.
  public func lock(_ references: [String], on date: CalendarDate) throws(FileWritingError) -> Locking {
    let folder = RulesFolder(path: rulesFolder)
    let turn = try WritingTurn(for: folder.registerPath)
    var log = DiagnosticLog()
    var sources: [SourceFile] = []
    var register = Register()
    switch folder.register(log: &log) {
    case .damaged: return Locking(log: log, sources: [], register: folder.registerPath, bytes: [], added: [], unchanged: [])
    case .absent: break
    case .whole(let found): register = found
    }
    let before = register.entries
    var unchanged: [RegisterEntry] = []
    var candidates: [LockCandidate] = []
    for reference in references {
      guard let path = findRules(reference, log: &log), let source = read(path, log: &log) else { continue }
      let loaded = loader.load(source)
      sources += loaded.sources
      guard let candidate = LockCandidate(source, loaded, folder, register, log: &log) else { continue }
      candidates.append(candidate)
      if let entry = register.entry(candidate.name) {
        if before.contains(entry), !unchanged.contains(entry) { unchanged.append(entry) }
      } else {
        register = register.adding(candidate.name, candidate.seal, file: candidate.file, on: date)
      }
    }
    let added = Array(register.entries.dropFirst(before.count))
    // Bases may be locked in the same run, so they are looked at in the light of the new register.
    for candidate in candidates { candidate.checkBases(against: register, self, log: &log) }
    if log.hasErrors { return Locking(log: log, sources: sources, register: folder.registerPath, bytes: [], added: [], unchanged: []) }
    let bytes = Array(register.text.utf8)
    if !added.isEmpty { try writeFile(folder.registerPath, bytes, turn.placement) }
    return Locking(log: log, sources: sources, register: folder.registerPath, bytes: bytes, added: added, unchanged: unchanged)
  }
}
