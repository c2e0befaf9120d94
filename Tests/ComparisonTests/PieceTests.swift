import Dice
import Observations
import RuleModel
import Scoring
import Testing

@testable import Comparison
@testable import YearPairs

/// Edits that are always made together against the same edits one by one.
@Suite("Edits in pieces")
struct PieceTests {
  /// What the edits of a piece have in common.
  private struct Piece: Hashable {
    let block: Block
    let line: String
    let kind: Worlds.Kind?

    init(_ placed: PlacedEdit) {
      block = placed.block
      line = placed.line
      kind = Worlds.kind(of: placed.edit)
    }
  }

  @Test(arguments: seeds(8, from: 9_500))
  func `a world that has made some pieces is the world that has made their edits`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<12 {
      let years = try TwoYears(seed: dice.next(), survey: .init(institutions: 1...3))
      let comparison = years.comparison
      let survey = comparison.paired(years.pairs)
      let single = survey.edits(comparison.rules) + comparison.methodEdits
      var pieces: [Piece] = []
      var edits: [[Edit]] = []
      for placed in survey.editsByLine(comparison.rules) + comparison.methodEdits {
        if let known = pieces.firstIndex(of: Piece(placed)) {
          edits[known].append(placed.edit)
        } else {
          pieces.append(Piece(placed))
          edits.append([placed.edit])
        }
      }
      #expect(Set(single.map { Piece($0) }) == Set(pieces), "\(years.text)")
      var alone = Worlds(rules: comparison.rules, survey: survey, pieces: single.map { [$0.edit] })
      var together = Worlds(rules: comparison.rules, survey: survey, pieces: edits)
      for _ in 0..<6 {
        let made = pieces.indices.filter { _ in dice.number(0...1) == 1 }
        let names = Set(made.map { pieces[$0] })
        let numbers = single.indices.filter { names.contains(Piece(single[$0])) }
        let expected = alone.value(alone.none.inserting(numbers))
        let found = together.value(together.none.inserting(made))
        #expect(found == expected, "\(names)\n\(years.text)")
        if found != expected { return }
        compared += expected.count { $0 != nil }
      }
    }
    #expect(compared > 50, "seed \(seed): only \(compared) totals")
  }
}

extension TwoYears {
  /// The institutions of both years.
  fileprivate var pairs: [(old: Int, new: Int)] {
    let known = new.observations.population.rungs[0].map(\.path)
    return institutions.enumerated().compactMap { number, path in known.firstIndex(of: path).map { (number, $0) } }
  }
}
