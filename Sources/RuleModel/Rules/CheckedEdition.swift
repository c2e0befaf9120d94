/// An edition that passed every check: scoring and comparing take nothing else.
///
/// Only the loader makes one, so what it holds is sound: names resolve, rungs fit, weights are positive, scales cover their fields.
public struct CheckedEdition: Sendable, Equatable {
  /// The edition.
  public let edition: Edition

  /// Vouches for `edition`. Call it only where all checks have passed.
  package init(passing edition: Edition) {
    self.edition = edition
  }
}
