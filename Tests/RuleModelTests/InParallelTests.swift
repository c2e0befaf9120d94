import Testing

@testable import RuleModel

@Suite("Work on several threads")
struct InParallelTests {
  @Test("results come in the order of the pieces, whoever does them", arguments: [0, 1, 2, 7, 1_000], [1, 2, 3, 8])
  func order(count: Int, threads: Int) {
    let squares = inParallel(count, threads: threads) { piece in
      // Late pieces are done sooner.
      (0..<(1_000 - piece)).reduce(piece * piece) { $0 ^ $1 ^ $1 }
    }
    #expect(squares == (0..<count).map { $0 * $0 })
  }
}
