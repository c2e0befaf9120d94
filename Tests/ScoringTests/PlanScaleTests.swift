import RuleModel
import Scoring
import Testing

@Suite("Scales with fields as numbers")
struct PlanScaleTests {
  @Test func `checklists are the same scale only if they ask the same cells for the same points`() {
    func checklist(_ items: (column: Int, points: Int)..., atLeast: Int? = nil) -> PlanScale {
      .checklist(items.map { ($0.column, Fraction($0.points)) }, total: Fraction(3), atLeast: atLeast.map { Fraction($0) })
    }
    let scale = checklist((0, 1), (1, 2))
    #expect(scale == checklist((0, 1), (1, 2)))
    #expect(scale != checklist((0, 2), (1, 1)))
    #expect(scale != checklist((0, 1), (2, 2)))
    #expect(scale != checklist((0, 1)))
    #expect(scale != checklist((0, 1), (1, 2), atLeast: 2))
  }
}
