import Dice
import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Populations")
struct PopulationTests {
  @Test func `siblings stand side by side, sorted by the bytes of each id`() throws {
    let table = try Survey.table(
      Survey.header + "k-2,a,p,time,1\nk,z,q,time,1\nJ,a,p,time,1\nk,b,,training,1\nk,z,p,time,1\nm,,,budget,1\n")
    let rungs = table.population.rungs
    // `-` comes before `/`: sorting whole paths would put `k-2/a` between `k` and `k/b`.
    #expect(rungs[0].map(\.path) == ["J", "k", "k-2", "m"])
    #expect(rungs[1].map(\.path) == ["J/a", "k/b", "k/z", "k-2/a"])
    #expect(rungs[2].map(\.path) == ["J/a/p", "k/z/p", "k/z/q", "k-2/a/p"])
    #expect(rungs[0].map(\.children) == [0..<1, 1..<3, 3..<4, 4..<4])
    #expect(rungs[1].map(\.children) == [0..<1, 1..<1, 1..<3, 3..<4])
    #expect(rungs[1].map(\.parent) == [0, 1, 1, 2])
    #expect(rungs[2].map(\.parent) == [0, 2, 2, 3])
    #expect(rungs[2].allSatisfy { $0.children.isEmpty })
  }

  @Test func `a directory gives names and kinds, and does not widen the survey`() throws {
    let table = try Survey.table(
      Survey.header + "k,d,p,time,1\n",
      entities: "id,parent,kind,name,province\nd,k,,\"Dinas, D\",x\nk,,city,Kota,x\nother,,city,Lain,x\ne,k,,,x\n")
    #expect(table.population.rungs.map { $0.map(\.name) } == [["Kota"], ["Dinas, D"], ["p"]])
    #expect(table.population.rungs.map { $0.map(\.kind) } == [["city"], [nil], [nil]])
  }

  @Test func `a listed parent may stand below its children, and need not be surveyed`() throws {
    let table = try Survey.table(Survey.header + "k,d,p,time,1\n", entities: "id,parent,kind,name\nd,m,,D\nm,,,M\np2,k/d,,P\n")
    #expect(table.population.rungs[0].map(\.name) == ["k"])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `any order of rows and files gives the same table`(seed: UInt64) throws {
    var random = Dice(seed: seed)
    var rows: [String] = []
    for institution in ["k", "k-2", "é", "z"] {
      rows.append("\(institution),,,budget,\(Int.random(in: 0...9, using: &random))")
      for unit in 0..<Int.random(in: 1...4, using: &random) {
        rows.append("\(institution),u\(unit),,training,\(Int.random(in: 0...100, using: &random))")
        for product in 0..<Int.random(in: 0...3, using: &random) {
          rows.append("\(institution),u\(unit),p\(product),charter,\(["ya", "0", ""].randomElement(using: &random) ?? "")")
        }
      }
    }
    let plain = try Survey.table(Survey.header + rows.joined(separator: "\n"))
    rows.shuffle(using: &random)
    let cut = Int.random(in: 0...rows.count, using: &random)
    let mixed = try Survey.table(
      Survey.header + rows[..<cut].joined(separator: "\n"), Survey.header + rows[cut...].joined(separator: "\r\n"))
    #expect(mixed.population == plain.population, "seed \(seed)")
    #expect(mixed.columns.mapValues(\.values) == plain.columns.mapValues(\.values), "seed \(seed)")
  }

  @Test func `fields of other editions become columns, and of equal ids the edition's own counts`() throws {
    let reader = ObservationReader(
      ladder: [Survey.rung("institution"), Survey.rung("unit")], fields: [Survey.field("a", "unit", .number)],
      others: {
        [
          Instrument(
            ladder: [],
            fields: [Survey.field("a", "institution", .text), Survey.field("b", "unit", .count), Survey.field("c", "product", .yesNo)])
        ]
      })
    var log = DiagnosticLog()
    let text = "institution,unit,product,field,value\nk,d,,a,1.5\nk,d,,b,2\nk,d,p,c,ya\nk,e,p,c,ya\n"
    let file = SourceFile(name: "obs.csv", bytes: Array(text.utf8))
    let read = reader.read([file], log: &log)
    let table = try #require(read, "\(log.diagnostics)")
    #expect(table.columns["a"]?.values == [.number(Fraction(3, 2)), nil])
    #expect(table.columns["b"]?.values == [.number(Fraction(2)), nil])
    #expect(table.columns["c"] == nil)
    #expect(table.population.rungs[1].map(\.path) == ["k/d", "k/e"])
    #expect(table.population.parents(on: 1) == [0, 0])
    #expect(table.files[0].rows == 4)
    // With a column for each field, `k/e` is a row of a product.
    let wide = "institution,unit,product,c,a,b\nk,d,,,1.5,2\nk,e,p,ya,,\n"
    for (file, loose) in [(file, 2), (SourceFile(name: "obs.csv", bytes: Array(wide.utf8)), 1)] {
      let imported = try #require(reader.importing([file], entities: [], keepsGood: false, log: &log), "\(log.diagnostics)")
      #expect(imported.looseValues == loose)
      #expect(imported.table.population == table.population)
      #expect(imported.table.columns.mapValues(\.values) == table.columns.mapValues(\.values))
    }
  }

  @Test func `a field of the ladder does not stand on a rung that only other editions have`() {
    let reader = ObservationReader(
      ladder: [Survey.rung("institution")], fields: [Survey.field("a", "institution", .number)],
      others: { [Instrument(ladder: [], fields: [Survey.field("c", "product", .yesNo)])] })
    for text in ["institution,product,field,value\nk,«p»,a,1\n", "institution,product,a,c\nk,«p»,1,ya\n"] {
      var log = DiagnosticLog()
      let marked = MarkedText(text)
      #expect(reader.read([marked.file], log: &log) == nil)
      let errors = log.diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.code) == [.cellWrongRung] && errors.first?.range == marked.range)
    }
  }
}
