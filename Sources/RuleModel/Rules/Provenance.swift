/// How well a figure of the rules is known.
public enum Provenance: String, Sendable, CaseIterable, Comparable {
  /// The figure stands in a source that was read.
  case published
  /// The figure was worked out from published results.
  case reconstructed
  /// Nobody published the figure; the author of the rule file chose it.
  case assumed

  /// Orders from well known to unknown, so that the weakest is the maximum.
  public static func < (left: Provenance, right: Provenance) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .published: 0
    case .reconstructed: 1
    case .assumed: 2
    }
  }
}
