import RuleDiagnostics
import RuleModel
import Testing

@testable import Expressions

@Suite("Random trees")
struct RandomTreeTests {
  private static let names = Sample.values.mapValues { Naive($0) }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the canonical text gives the same tree, and both evaluators the same value`(seed: UInt64) throws {
    var trees = RandomTree(seed: seed)
    for round in 0..<30 {
      trees.isWild = round % 2 == 0
      let tree = Expression(round % 3 == 0 ? trees.condition(4) : trees.number(4))
      guard tree.description.utf8.count <= 4096 else { continue }
      let again = try expression(tree.description)
      #expect(again == tree, "seed \(seed): \(tree)")
      #expect(again.description == tree.description, "seed \(seed): \(tree)")
      let value = tree.evaluate { Sample.values[$0] }
      #expect(Naive(value) == Naive.evaluate(tree.root, Self.names), "seed \(seed): \(tree)")
      #expect(again.evaluate { Sample.values[$0] }.isProblem == value.isProblem, "seed \(seed): \(tree)")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what the check accepts has no type error at run time`(seed: UInt64) throws {
    var trees = RandomTree(seed: seed &+ 1000)
    var accepted = 0
    for round in 0..<60 {
      let tree = try? expression(Expression(round % 2 == 0 ? trees.condition(3) : trees.number(3)).description)
      guard let tree, tree.check(in: Sample.types).isEmpty else { continue }
      accepted += 1
      if case .error(let error) = tree.evaluate({ Sample.values[$0] }) {
        #expect([.divisionByZero, .emptyList].contains(error.kind), "seed \(seed): \(tree): \(error.words.en)")
      }
    }
    #expect(accepted > 10, "seed \(seed)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the interval holds every value, and a division by zero was foretold`(seed: UInt64) throws {
    var trees = RandomTree(seed: seed &+ 2000)
    trees.isWild = false
    trees.lists = ["xs"]
    trees.names = ["a", "b", "c"]
    for _ in 0..<50 {
      let tree = Expression(trees.number(3))
      let ranges: [String: ClosedRange<Fraction>] = [
        "a": Fraction(0)...Fraction(3), "b": Fraction(-2)...Fraction(2), "c": Fraction(1, 2)...Fraction(100),
      ]
      let report = tree.intervals(ranges)
      for _ in 0..<5 {
        let values: [String: ExpressionValue] = [
          "a": .number(Fraction(Int.random(in: 0...6, using: &trees.random), 2)),
          "b": .number(Fraction(Int.random(in: -4...4, using: &trees.random), 2)),
          "c": .number(Fraction(Int.random(in: 1...200, using: &trees.random), 2)),
          "xs": .list([.number(Fraction(2)), .number(Fraction(-1)), .number(.zero)]),
        ]
        switch tree.evaluate({ values[$0] }) {
        case .number(let number):
          #expect(
            report.result?.contains(number) ?? true,
            "seed \(seed): \(tree) gives \(number), not in \(report.result.map(\.description) ?? "")")
          if number.isZero { #expect(report.result?.excludesZero != true, "seed \(seed): \(tree)") }
        case .error(let error) where error.kind == .divisionByZero:
          #expect(report.findings.contains { $0.kind == .mayDivideByZero }, "seed \(seed): \(tree)")
        default: continue
        }
      }
    }
  }
}
