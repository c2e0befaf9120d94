import RuleModel
import Scoring
import Testing

/// Roundings on the way up, and the figure and zone that are published.
@Suite("Rounding and publication")
struct PublicationTests {
  /// A number of units that is its own score.
  private func units(_ round: String, zones: String = Example.threeColours, _ values: String...) throws -> Example {
    try Example(
      fields: "f: {per: unit, type: number, range: [0, 100]}", score: "\(round)\nlinear: {field: f, worst: 0, best: 100}", zones: zones,
      data: [values.enumerated().map { "k,u\($0.offset),f,\($0.element)" }.joined(separator: "\n")])
  }

  @Test func `the publication is no part of the exact total`() throws {
    // (10 + 10 + 11) / 3
    let example = try units("round: 2", "10", "10", "11")
    #expect(example.total() == "31/3" && example.reported() == "10.33")
  }

  @Test func `named rungs are rounded on the way up`() throws {
    // Units of 10.126 and 10.133, published as 10.13 each; unrounded their mean is 10.1295.
    let named = try units("round: {places: 2, on: [unit, institution]}", "10.126", "10.133")
    #expect(named.value("total", "k/u0") == "1013/100" && named.total() == "1013/100" && named.reported() == "10.13")
    let last = try units("round: {places: 2}", "10.126", "10.133")
    #expect(last.value("total", "k/u0") == "5063/500" && last.total() == "20259/2000" && last.reported() == "10.13")
  }

  @Test func `the mode decides the ties of units and of their mean`() throws {
    // half_up: 63 and 64, mean 63.5, published 64. half_even: 62 and 64, mean 63. up: as half_up. down: 62 and 63, 62.5, 62.
    let expected = [("half_up", "127/2", "64"), ("half_even", "63", "63"), ("up", "127/2", "64"), ("down", "125/2", "62")]
    for (mode, exact, published) in expected {
      let example = try units("round: {places: 0, mode: \(mode), on: [unit, institution]}", "62.5", "63.5")
      #expect(example.total() == exact && example.reported() == published, "\(mode)")
    }
  }

  @Test func `a mean that ends exactly on a half of the last place rounds up`() throws {
    // (86.51 + 91.20) / 2 = 88.855
    let example = try units("round: 2", "86.51", "91.20")
    #expect(example.total() == "17771/200" && example.reported() == "88.86")
  }

  @Test func `77.995 is published as 78.00 and is hijau by the rounded figure, kuning by the exact one`() throws {
    let rounded = try units("round: {places: 2, on: [unit, institution]}", "77.99", "78.00")
    #expect(rounded.total() == "15599/200" && rounded.reported() == "78.00" && rounded.colour() == "hijau")
    let exact = try units("round: 2", zones: "on: exact\n" + Example.threeColours, "77.99", "78.00")
    #expect(exact.reported() == "78.00" && exact.colour() == "kuning")
  }

  @Test func `77.9949 stays below the line`() throws {
    let example = try units("round: 2", "77.9949")
    #expect(example.reported() == "77.99" && example.colour() == "kuning")
  }

  @Test func `rules that round nowhere publish the exact total, shown with two decimals`() throws {
    let example = try units("note: tanpa pembulatan", "77.99", "78.00")
    #expect(example.edition.reported(Fraction(15599, 200)) == Fraction(15599, 200))
    #expect(example.edition.publishedPlaces == 2 && example.colour() == "kuning")
  }

  /// Fixed: the total was rounded where the rules do not say so, and its zone with it.
  @Test func `a total that is rounded in units only is published as their exact mean`() throws {
    let example = try units("round: {places: 2, on: [unit]}", "77.99", "78.004")
    #expect(example.value("total", "k/u1") == "78" && example.total() == "15599/200")
    #expect(example.edition.reported(Fraction(15599, 200)) == Fraction(15599, 200) && example.colour() == "kuning")
  }

  @Test func `a part is rounded by default where its parent weighs it`() throws {
    // Products of 1/3 and 2/3 in u1, of 1/3 in u2; the indicator is weighed in units: 50 and 33.33, not on products.
    let example = try products("round: 2")
    #expect(example.value("f", "k/u1/p1") == "100/3" && example.value("f", "k/u1") == "50")
    #expect(example.value("f", "k/u2/p1") == "100/3" && example.value("f", "k/u2") == "3333/100")
    // The mean of units is not rounded again: (50 + 33.33) / 2 = 41.665.
    #expect(example.value("f") == "8333/200" && example.total() == "8333/200")
  }

  @Test func `a part is rounded on the rungs that it names instead`() throws {
    // Products 33.33 and 66.67 in u1, mean 50; 33.33 in u2.
    let low = try products("round: {places: 2, on: [product]}")
    #expect(low.value("f", "k/u1/p2") == "6667/100" && low.value("f", "k/u1") == "50" && low.value("f", "k/u2") == "3333/100")
    // On the institution: the total is weighed in units, so it does not see it.
    let high = try products("round: {places: 1, on: [institution]}")
    #expect(high.value("f", "k/u2") == "100/3" && high.value("f") == "417/10" && high.total() == "125/3")
  }

  private func products(_ round: String) throws -> Example {
    try Example(
      units: "institution: {}\nunit: {in: institution}\nproduct: {in: unit}", fields: "f: {per: product, type: count, range: [0, 3]}",
      score: "at: unit\nparts:\n  - {id: f, weight: 1, \(round), linear: {field: f, worst: 0, best: 3}}",
      data: ["k,u1,p1,f,1\nk,u1,p2,f,2\nk,u2,p1,f,1"])
  }

  @Test func `a rounded part feeds its rounded figure into its group`() throws {
    // a: 100/3 -> 33.3; b: 200/3 -> 66.7 up, then (33.3 + 66.7 x 2) / 3 = 166.7 / 3.
    let example = try Example(
      units: "institution: {}", fields: "a: {per: institution, type: count, range: [0, 3]}",
      score: """
        parts:
          - {id: x, weight: 1, round: 1, linear: {field: a, worst: 0, best: 3}}
          - {id: y, weight: 2, round: {places: 1, mode: up}, linear: {field: a, worst: 3, best: 0}}
        """, data: ["k,a,1"])
    #expect(example.value("x") == "333/10" && example.value("y") == "667/10" && example.total() == "1667/30")
  }

  @Test func `an index from 0 to 5 is published in its own zones`() throws {
    // Levels 3, 4 and 5 with weights 20, 50, 30: 4.1.
    let example = try Example(
      scale: "[0, 5]", units: "institution: {}",
      fields: ["a", "b", "c"].map { "\($0): {per: institution, type: level, range: [0, 5]}" }.joined(separator: "\n"),
      score: "round: 2\nparts:\n"
        + [("a", 20), ("b", 50), ("c", 30)].map {
          "  - {id: \($0), weight: \($1), levels: {field: \($0), scores: {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}}}"
        }.joined(separator: "\n"),
      zones: "ladder: [{id: kurang, from: 0}, {id: baik, from: 2.6}, {id: sangat_baik, from: 3.5}, {id: memuaskan, from: 4.2}]",
      data: ["k,a,3\nk,b,4\nk,c,5"])
    #expect(example.total() == "41/10" && example.reported() == "4.10" && example.colour() == "sangat_baik")
  }

  @Test func `values as whole numbers of their last decimal: none without a value, and none that a word does not hold`() throws {
    let example = try Example(
      scale: "[0, 1000000000000000000]", fields: "a: {per: unit, type: number, range: [0, 1]}", defaults: "{missing: skip}",
      score: "at: unit\nparts: [{id: p, weight: 1, linear: {field: a, worst: 0, best: 1}}]", zones: "ladder: [{id: semua, from: 0}]",
      data: ["k,u,a,0.5\nl,u,a,0.01\nm,u,a,\nn,u,a,0\nn,v,a,0.000000000000000001"])
    let cents = Rounding(places: 2, mode: .halfUp, rungs: nil)
    // In hundredths: k 50 x 10^18, more than 9.2 x 10^18; l 10^18; n the mean of 0 and 1.
    #expect(example.scores.values.units(0, on: 0, of: cents) == [nil, 1_000_000_000_000_000_000, nil, 50])
    // An indicator has no values above the rung on which its group weighs it until somebody asks.
    let part = try #require(example.scores.partIndex("p"))
    #expect(example.scores.values.units(part, on: 0, of: cents) == [nil, 1_000_000_000_000_000_000, nil, 50])
    #expect(example.scores.values.units(0, on: 0, of: Rounding(places: 19, mode: .halfUp, rungs: nil)) == [nil, nil, nil, nil])
  }
}
