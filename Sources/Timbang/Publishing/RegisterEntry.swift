internal import RuleDiagnostics

/// One line of the register: an edition that was published, and what it is recognised by.
public struct RegisterEntry: Sendable, Equatable {
  /// The number of the entry, from 1.
  public let sequence: Int
  /// The assessment and the edition, such as `kepatuhan/2022`.
  public let name: String
  /// What the edition is recognised by.
  public let seal: Seal
  /// The path of its file below the rules folder.
  public let file: String
  /// The day on which it was locked.
  public let date: CalendarDate
  /// The digest of the line before.
  let previous: Digest

  /// The assessment, such as `kepatuhan`.
  var family: Substring { name.prefix { $0 != "/" } }

  /// The name of the edition within its family.
  var edition: Substring { name.drop { $0 != "/" }.dropFirst() }

  /// The line without its end: the fields in their order, and last the digest of everything before that last field.
  var line: String { "\(body) line=\(Digest(of: body))" }

  private var body: String {
    "\(sequence) \(name) scoring=\(seal.scoring) document=\(seal.document) file=\(file) bytes=\(seal.bytes) date=\(date) previous=\(previous)"
  }
}

extension RegisterEntry {
  /// Whether a path can stand in the register: simple names below the rules folder, no `.`, no `..`, nothing that needs quoting.
  static func isPath(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(\.isName)
  }
}
