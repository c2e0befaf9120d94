import Observations
import RuleModel
import Scoring
import Testing

/// Why a score is what it is.
@Suite("Traces")
struct TraceTests {
  /// Two units, three products, a skipped product and a part on the institution, in two files.
  private func example(total combine: String = "mean") throws -> Example {
    try Example(
      units: "institution: {}\nunit: {in: institution}\nproduct: {in: unit}",
      fields: """
        syarat: {per: product, type: yes_no}
        biaya: {per: product, type: yes_no}
        uji: {per: unit, type: number, range: [0, 100]}
        situs: {per: institution, type: number, range: [0, 100]}
        """, defaults: "{missing: skip}",
      score: """
        combine: \(combine)
        parts:
          - id: layanan
            weight: 70
            at: unit
            parts:
              - {id: standar, weight: 60, checklist: {items: [syarat, biaya]}}
              - {id: uji, weight: 40, linear: {field: uji, worst: 0, best: 100}}
          - {id: situs, weight: 30, linear: {field: situs, worst: 0, best: 100}}
        """,
      data: [
        "k,u1,p1,syarat,1\nk,u1,p1,biaya,0\nk,u1,p2,syarat,1\nk,u1,p2,biaya,1\nk,u2,p1,syarat,1",
        "k,u1,,uji,80\nk,u2,,uji,64\nk,,,situs,55",
      ])
  }

  private func nodes(_ trace: Trace) -> [Trace] { [trace] + trace.below.flatMap(nodes) }

  @Test func `a formula's cells are those of the entities above and below that it reads`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution}\nproduct: {in: unit}",
      fields: """
        syarat: {per: product, type: number, range: [0, 100]}
        situs: {per: institution, type: number, range: [0, 100]}
        """, defaults: "{missing: skip}",
      score: """
        parts:
          - {id: campuran, weight: 100, at: unit, formula: "mean(syarat) / 2 + institution.situs / 2"}
        """,
      data: ["k,u1,p1,syarat,10\nk,u2,p1,syarat,20\nk,u2,p2,syarat,40\nk,u2,p3,syarat,60\nk,,,situs,80\nj,u1,p1,syarat,7\nj,,,situs,9"])
    // Of k: u1 is (10 + 80) / 2 = 45, u2 is (40 + 80) / 2 = 60.
    let leaves = nodes(try example.trace("k")).filter { !$0.observed.isEmpty }
    #expect(leaves.map(\.value) == [Fraction(45), Fraction(60)])
    let cells = leaves.map { leaf in
      leaf.observed.map { cell -> String in
        guard case .number(let number)? = cell.value else { return "" }
        return "\(cell.entity ?? "itself") \(cell.field) \(number.exactText)"
      }
    }
    #expect(
      cells == [["k/u1/p1 syarat 10", "k situs 80"], ["k/u2/p1 syarat 20", "k/u2/p2 syarat 40", "k/u2/p3 syarat 60", "k situs 80"]])
  }

  @Test func `the root is the total`() throws {
    // u1: standar (50 + 100) / 2 = 75, 0.6 x 75 + 0.4 x 80 = 77. u2: standar missing, 64. Mean 70.5; 0.7 x 70.5 + 0.3 x 55 = 65.85.
    let example = try example()
    let trace = try example.trace()
    #expect(trace.value == Fraction(6585, 100) && trace.value == example.scores.total(of: 0))
    #expect(trace.part == "total" && trace.entity == "k" && trace.rung == 0 && trace.weight == nil && trace.share == nil)
  }

  @Test func `the shares of each mean add up to 1, and each value is made of what stands below it`() throws {
    let groups = nodes(try example().trace()).filter { $0.value != nil && !$0.below.isEmpty }
    #expect(groups.count == 5)
    for group in groups {
      #expect(group.below.compactMap(\.share).sum() == .one, "\(group.part) of \(group.entity)")
      let worth = group.below.compactMap { below in below.value.flatMap { value in below.share.map { value * $0 } } }.sum()
      #expect(worth == group.value, "\(group.part) of \(group.entity)")
    }
  }

  @Test func `what has no value has no share, and the others share its weight`() throws {
    let all = nodes(try example().trace())
    let shares = { (part: String, entity: String) in all.filter { $0.part == part && $0.entity == entity }.map(\.share) }
    #expect(shares("standar", "k/u1") == [Fraction(3, 5)] && shares("uji", "k/u1") == [Fraction(2, 5)])
    #expect(shares("standar", "k/u2") == [nil] && shares("uji", "k/u2") == [.one])
    #expect(shares("standar", "k/u2/p1") == [nil] && shares("standar", "k/u1/p2") == [Fraction(1, 2)])
  }

  @Test func `every indicator names its cells with file and line`() throws {
    let example = try example()
    let leaves = nodes(try example.trace()).filter(\.below.isEmpty)
    #expect(leaves.count == 6 && leaves.allSatisfy { !$0.observed.isEmpty && !$0.isCombinedUp })
    let files = example.scores.observations.files.map(\.name)
    let cells = leaves.flatMap { leaf in
      leaf.observed.map { cell in
        "\(leaf.entity) \(cell.field) \(cell.value?.number?.exactText ?? "-") \(cell.place.map { "\(files[$0.file]):\($0.line)" } ?? "-")"
      }
    }
    #expect(
      cells == [
        "k/u1/p1 syarat 1 obs0.csv:2", "k/u1/p1 biaya 0 obs0.csv:3", "k/u1/p2 syarat 1 obs0.csv:4", "k/u1/p2 biaya 1 obs0.csv:5",
        "k/u1 uji 80 obs1.csv:2", "k/u2/p1 syarat 1 obs0.csv:6", "k/u2/p1 biaya - -", "k/u2 uji 64 obs1.csv:3", "k situs 55 obs1.csv:4",
      ])
  }

  @Test func `a node says whether its entities or its parts stand below it`() throws {
    let trace = try example().trace()
    #expect(!trace.isCombinedUp && trace.below.map(\.part) == ["layanan", "situs"])
    let layanan = try #require(trace.below.first)
    #expect(layanan.isCombinedUp && layanan.below.map(\.entity) == ["k/u1", "k/u2"] && Set(layanan.below.map(\.part)) == ["layanan"])
    #expect(layanan.below.allSatisfy { !$0.isCombinedUp && $0.below.map(\.part) == ["standar", "uji"] })
    #expect(layanan.below.allSatisfy { $0.weight == nil }, "units of a plain mean count alike")
    #expect(trace.below.map(\.weight) == [Fraction(70), Fraction(30)])
  }

  @Test func `the extreme of a group is the whole of it, shared by equals`() throws {
    let trace = try example(total: "min").trace()
    #expect(trace.value == Fraction(55) && trace.below.map(\.share) == [.zero, .one])
  }

  @Test func `a sum gives each part its weight over the declared sum`() throws {
    // 70/100 x 70.5 + 30/100 x 55, with the siblings' own sum as the declared one.
    let trace = try example(total: "sum").trace()
    #expect(trace.value == Fraction(6585, 100) && trace.below.map(\.share) == [Fraction(7, 10), Fraction(3, 10)])
  }

  @Test func `weighted units show their weight and their share`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: {weighted: {field: tamu}}}",
      fields: "f: {per: unit, type: number, range: [0, 100]}\ntamu: {per: unit, type: count}",
      score: "linear: {field: f, worst: 0, best: 100}", data: ["k,u1,f,60\nk,u1,tamu,100\nk,u2,f,80\nk,u2,tamu,300\nk,u3,f,1\nk,u3,tamu,0"])
    let trace = try example.trace()
    #expect(trace.value == Fraction(75) && trace.below.map(\.weight) == [Fraction(100), Fraction(300), nil])
    #expect(trace.below.map(\.share) == [Fraction(1, 4), Fraction(3, 4), nil])
  }

  @Test func `the best of units has no shares`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: max}", fields: "f: {per: unit, type: number, range: [0, 100]}",
      score: "linear: {field: f, worst: 0, best: 100}", data: ["k,u1,f,60\nk,u2,f,80"])
    #expect(try example.trace().value == Fraction(80))
    #expect(try example.trace().below.map(\.share) == [nil, nil])
  }
}
