internal import MarkedYAML
public import RuleDiagnostics

/// A rule file and its canonical layout.
public struct Formatting: Sendable {
  /// The file as it is; nil if it cannot be read.
  public let source: SourceFile?
  /// The file as it should be laid out; nil if it cannot be laid out.
  public let bytes: [UInt8]?
  /// What is wrong with the file.
  public let log: DiagnosticLog
  /// Whether the file is a published edition in the register, whose bytes nobody changes any more.
  public let isFrozen: Bool

  /// Whether the file is laid out as it should be.
  public var isCanonical: Bool { source != nil && source?.bytes == bytes }
}

extension Workspace {
  /// Lays out a rule file, or standard input for `-`; writes nothing.
  public func formatting(of reference: String) -> Formatting {
    var log = DiagnosticLog()
    guard let path = findRules(reference, log: &log), let source = read(path, log: &log) else {
      return Formatting(source: nil, bytes: nil, log: log, isFrozen: false)
    }
    let bytes = canonicalLayout(of: source, log: &log)
    let isFrozen = bytes != source.bytes && isFrozen(source, log: &log)
    return Formatting(source: source, bytes: bytes, log: log, isFrozen: isFrozen)
  }

  /// Puts other bytes into a rule file, whole or not at all; a link stays a link.
  public func rewrite(_ source: SourceFile, as bytes: [UInt8]) throws(FileWritingError) {
    try writeFile(truePath(source.name) ?? source.name, bytes)
  }

  /// Whether a file is a published edition in the register of its folder. Under a damaged register nothing may be changed: it is reported.
  func isFrozen(_ source: SourceFile, log: inout DiagnosticLog) -> Bool {
    guard let (folder, file) = rulesFolder(of: source.name), case .whole(let register) = folder.register(log: &log) else { return false }
    return register.entry(file: file) != nil
  }

  /// Reports that a file is frozen.
  public func reportFrozen(_ source: SourceFile, log: inout DiagnosticLog) {
    log.error(
      .frozenFile, at: SourceRange(file: source.name, at: .start),
      Words(
        id: "`\(source.name)` adalah edisi terbit yang dibekukan: tidak ada yang diubah di dalamnya",
        en: "`\(source.name)` is a published edition and frozen: nothing in it is changed"),
      help: Words(
        id: "terbitkan perbaikan sebagai edisi sendiri, lihat `timbang new`",
        en: "publish a correction as an edition of its own, see `timbang new`"))
  }
}
