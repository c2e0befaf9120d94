public import RuleDiagnostics

/// How sure the authors are of a change, or of how something continues, and why it was made; they may leave both open.
public struct Grounds: Sendable, Equatable, Hashable {
  /// How well it is known; nil if nothing is said.
  public let provenance: Provenance?
  /// Why it was made.
  public let note: Words?

  /// Makes grounds.
  public init(provenance: Provenance?, note: Words? = nil) {
    self.provenance = provenance
    self.note = note
  }

  /// Nothing is said.
  public static let unsaid = Grounds(provenance: nil)

  /// These grounds, or `other` if they are known less well.
  public func weaker(_ other: Grounds) -> Grounds {
    guard let second = other.provenance, provenance.map({ $0 < second }) ?? true else { return self }
    return other.completed(by: self)
  }

  /// These grounds with those of `other` where they leave something open.
  public func completed(by other: Grounds) -> Grounds {
    Grounds(provenance: provenance ?? other.provenance, note: note ?? other.note)
  }
}
