public import Reporting
internal import RuleDiagnostics

extension JSONValue {
  /// What came of locking, in the shape `timbang.lock/1.0`.
  public static func locking(_ locking: Locking) -> JSONValue {
    .object([
      ("format", .string("timbang.lock/1.0")), ("register", .string(locking.register)),
      ("added", .array(locking.added.map { entry($0) })), ("unchanged", .array(locking.unchanged.map { entry($0) })),
      ("diagnostics", findings(locking.log)), ("omitted", .integer(locking.log.omitted)),
    ])
  }

  /// What came of comparing, in the shape `timbang.verify/1.0`.
  public static func verification(_ verification: Verification) -> JSONValue {
    .object([
      ("format", .string("timbang.verify/1.0")), ("register", .string(verification.register)), ("sound", .boolean(verification.isSound)),
      ("editions", .array(verification.editions.map { edition($0) })), ("diagnostics", findings(verification.log)),
      ("omitted", .integer(verification.log.omitted)),
    ])
  }

  private static func edition(_ edition: Verification.Edition) -> JSONValue {
    .object([
      ("id", .string(edition.name)), ("file", .string(edition.file)), ("unchanged", .boolean(edition.isUnchanged)),
      ("date", edition.entry.map { .string("\($0.date)") } ?? .null), ("locked", seal(edition.entry?.seal)), ("found", seal(edition.found)),
    ])
  }

  private static func entry(_ entry: RegisterEntry) -> JSONValue {
    .object([
      ("id", .string(entry.name)), ("file", .string(entry.file)), ("date", .string("\(entry.date)")), ("locked", seal(entry.seal)),
    ])
  }

  private static func seal(_ seal: Seal?) -> JSONValue {
    guard let seal else { return .null }
    return .object([
      ("scoring_digest", .string("\(seal.scoring)")), ("document_digest", .string("\(seal.document)")),
      ("file_digest", .string("\(seal.bytes)")),
    ])
  }
}
