import Dice
import Comparison
import RuleModel
import Testing
@testable import YearPairs

/// What an explanation says does not depend on how much of it is asked for, nor on who else is explained.
@Suite("Depth and company")
struct DepthTests {
  @Test(arguments: seeds(8, from: 8_000))
  func `amounts with few levels equal those of all levels`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<12 {
      let years = try TwoYears(seed: dice.next())
      for path in ExplanationPath.allCases {
        for whole in years.explained(path) {
          let depth = dice.number(0...2)
          guard let part = years.explain(whole.entity, path, depth: depth) else { continue }
          compared += 1
          // The block is a level of its own.
          let expected = whole.flat.filter { $0.name.split(separator: ">").count <= depth + 1 }.map { Said($0) }
          let found = unlike(part.flat.map { Said($0) }, expected)
          #expect(found == [], "\(path) \(whole.entity), depth \(depth)\n\(years.text)")
          if !found.isEmpty { return }
        }
      }
    }
    #expect(compared > 10, "seed \(seed): only \(compared) explanations")
  }

  /// Also where institutions have units of different names and some have no explanation.
  @Test(arguments: seeds(8, from: 8_500))
  func `an institution alone is explained as among others`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var compared = 0
    for _ in 0..<10 {
      let years = try TwoYears(seed: dice.next(), survey: .init(institutions: 2...4))
      let depth = dice.one(of: [0, 1, 1, 2, .max])
      for path in ExplanationPath.allCases {
        var together: [String: ScoreChange] = [:]
        years.comparison.explain(years.comparison.everyone, along: path, depth: depth) { result in
          if case .explained(let change) = result { together[change.entity] = change }
        }
        let alone = years.explained(path, depth: depth)
        #expect(alone.map(\.entity).sorted() == together.keys.sorted(), "\(path)\n\(years.text)")
        for change in alone {
          compared += 1
          let found = unlike(together[change.entity]?.flat.map { Said($0) } ?? [], change.flat.map { Said($0) })
          #expect(found == [], "\(path) \(change.entity), depth \(depth)\n\(years.text)")
          #expect(together[change.entity]?.isSampled == change.isSampled, "\(path) \(change.entity), depth \(depth)\n\(years.text)")
          #expect(together[change.entity]?.assumptions == change.assumptions, "\(path) \(change.entity), depth \(depth)\n\(years.text)")
          if !found.isEmpty { return }
        }
      }
    }
    #expect(compared > 20, "seed \(seed): only \(compared) explanations")
  }

  /// The lines that only one of two explanations holds, as text.
  private func unlike(_ left: [Said], _ right: [Said]) -> [String] {
    if left == right { return [] }
    let found = left.filter { !right.contains($0) }.map { "here \($0)" } + right.filter { !left.contains($0) }.map { "there \($0)" }
    return found.isEmpty ? ["the order of the lines"] : found
  }

  /// What a line says.
  private struct Said: Equatable {
    let name: String
    let amount: Fraction
    let printed: Fraction
    let range: ClosedRange<Fraction>?
    let isNewlyMeasured: Bool

    init(_ entry: (name: String, line: ScoreChange.Line)) {
      name = entry.name
      amount = entry.line.amount
      printed = entry.line.printed
      range = entry.line.range
      isNewlyMeasured = entry.line.isNewlyMeasured
    }
  }
}
