public import RuleDiagnostics

/// How a file of observations is written, as far as it was said or found out.
public struct FileAccount: Sendable, Equatable {
  /// The file as the user named it.
  public let name: String
  /// Everything that is needed to read it again without guessing, with the spellings of entities that are not their ids.
  public internal(set) var form: TableForm
  /// How many rows below the header were read.
  public let rows: Int
  /// How many columns hold a field: none in the long form.
  public let columns: Int
  /// What differs from the plain form; nil if nothing does.
  public let assumed: Words?
}
