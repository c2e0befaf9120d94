public import RuleDiagnostics
public import RuleModel

/// What a published edition is recognised by.
public struct Seal: Hashable, Sendable {
  /// How far two seals agree.
  public enum Difference: String, Sendable {
    /// The rules differ: scores and zones can move.
    case scoring
    /// Labels, titles, sources or the status differ: no score moves.
    case document
    /// Only the writing differs: comments, layout, how the edition is told from the one before.
    case bytes
  }

  /// The digest of what can move a score or a zone.
  public let scoring: Digest
  /// The digest of the whole edition, labels and sources too.
  public let document: Digest
  /// The digest of the file, byte for byte.
  public let bytes: Digest

  /// Puts three digests together.
  init(scoring: Digest, document: Digest, bytes: Digest) {
    self.scoring = scoring
    self.document = document
    self.bytes = bytes
  }

  /// Seals an edition with the file that it was read from.
  public init(_ edition: Edition, in source: SourceFile) {
    self.init(scoring: edition.scoringDigest, document: edition.documentDigest, bytes: Digest(of: source.bytes))
  }

  /// Returns the weightiest difference; nil if there is none.
  public func difference(from other: Seal) -> Difference? {
    if scoring != other.scoring { return .scoring }
    if document != other.document { return .document }
    return bytes == other.bytes ? nil : .bytes
  }

  /// The digest in which such a difference shows.
  public subscript(difference: Difference) -> Digest {
    switch difference {
    case .scoring: scoring
    case .document: document
    case .bytes: bytes
    }
  }
}
