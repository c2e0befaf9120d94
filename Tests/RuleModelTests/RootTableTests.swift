import RuleModel
import Testing

@Suite("Roots and logarithms against a table of another program")
struct RootTableTests {
  @Test func `every row of the table comes out to its last digit`() throws {
    let rows = rowsFromMpmath.split(separator: "\n")
    #expect(rows.count == 200)
    for row in rows {
      let sides = row.split(separator: " = ")
      let (question, answer) = (sides[0], try #require(Fraction(decimal: sides[1])))
      let halves = question.split(separator: " | ")
      let task = halves[0].split(separator: " ")
      let places = try #require(Int(task[1]))
      let numbers = try halves[1].split(whereSeparator: " :".contains).map { try #require(Fraction(decimal: $0)) }
      let found =
        if task[0] == "mean" {
          geometricMean(stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }, places: places)
        } else {
          logShare(of: numbers[0], worst: numbers[1], best: numbers[2], places: places)
        }
      #expect(found == answer, "\(row), and not \(found.fixedText(places: places))")
    }
  }
}
