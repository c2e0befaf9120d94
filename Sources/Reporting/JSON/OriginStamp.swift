/// What a result was made from, as digests, and by which version of timbang: whoever has the files can tell whether they are the same ones.
public struct OriginStamp: Sendable, Equatable {
  /// The digest of what can move a score or a zone in the rules.
  public let scoring: String
  /// The digest of the whole rules, labels and sources too.
  public let document: String
  /// The digest of the data.
  public let data: String

  /// The version of timbang that made the result, as in `1.0.0`.
  public let version: String

  /// Makes a stamp of three digests in their written form, `sha256:` with 64 digits, and a version.
  public init(scoring: String, document: String, data: String, version: String) {
    self.scoring = scoring
    self.document = document
    self.data = data
    self.version = version
  }
}
