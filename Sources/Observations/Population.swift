internal import RuleDiagnostics

/// Everything that was surveyed, rung by rung.
///
/// INVARIANT: the entities of a rung are sorted by the bytes of their path, component by component, so the children of one entity
/// stand side by side.
public struct Population: Sendable, Equatable {
  /// The entities of each rung, the top rung first.
  public let rungs: [[Entity]]

  /// Makes a population from sorted rungs.
  public init(rungs: [[Entity]]) {
    self.rungs = rungs
  }

  /// Returns the index of the entity of that id among siblings. Complexity: logarithmic in their number.
  package func index(of id: String, on rung: Int, among siblings: Range<Int>) -> Int? {
    var (low, high) = (siblings.lowerBound, siblings.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if rungs[rung][middle].id.precedesByBytes(id) { low = middle + 1 } else { high = middle }
    }
    return low < siblings.upperBound && rungs[rung][low].id == id ? low : nil
  }

  /// Returns the index of the entity with that path on a rung. Complexity: linear in the rung's size.
  public func index(of path: String, on rung: Int) -> Int? {
    rungs[rung].firstIndex { $0.path == path }
  }
}
