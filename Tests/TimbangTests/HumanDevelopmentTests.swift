import Testing

/// A second family of rules with other arithmetic: a geometric mean, a logarithm, goalposts, a scale of 0-1, three decimals.
@Suite("The Human Development Index")
struct HumanDevelopmentTests {
  private static let samples = "rules/hdi/samples"

  /// The published index of ten countries in the report of 2021/2022; the inputs are UNDP's own.
  static let published = [
    "bdi": "0.426", "bel": "0.937", "cmr": "0.576", "egy": "0.731", "gtm": "0.627",
    "hti": "0.535", "idn": "0.705", "jpn": "0.925", "lux": "0.930", "plw": "0.767",
  ]

  @Test("ten countries of 2021 have their published index and group")
  func publishedValues() throws {
    let scores = try scores(of: "2014", year: "negara-2021")
    for (country, index) in Self.published { #expect(scores[country]?.reported == index, "\(country)") }
    let groups = ["hti": "rendah", "gtm": "sedang", "idn": "tinggi", "jpn": "sangat_tinggi"]
    for (country, group) in groups { #expect(scores[country]?.group == group, "\(country)") }
  }

  @Test("the same countries have the index that UNDP worked for 2010 by the same method")
  func earlierYear() throws {
    let published = [
      "bdi": "0.405", "bel": "0.912", "cmr": "0.513", "egy": "0.675", "gtm": "0.605",
      "hti": "0.433", "idn": "0.664", "jpn": "0.898", "lux": "0.912", "plw": "0.773",
    ]
    let scores = try scores(of: "2014", year: "negara-2010")
    for (country, index) in published { #expect(scores[country]?.reported == index, "\(country)") }
  }

  @Test("Brazil has its published index of 2010 by the method of that year")
  func methodOf2010() throws {
    // root3((72.9 - 20)/63.2 * sqrt(7.2/13.2 * 13.8/20.6)/0.951 * ln(10607/163)/ln(108211/163)) = 0.69923
    let scores = try scores(of: "2010", year: "hdr-2010")
    #expect(scores["bra"]?.reported == "0.699")
    #expect(scores["bra"]?.exact == "349617153889/500000000000")
  }

  @Test("a change between the two methods has a line for each of them, and they add up")
  func betweenMethods() throws {
    let run = try timbang([
      "explain", "idn", "--from", "hdi/2010=\(Self.samples)/negara-2010.csv", "--to", "hdi/2014=\(Self.samples)/negara-2021.csv",
      "--entities", "\(Self.samples)/entities.csv", "--lang", "en",
    ])
    #expect(run.status == 0, "\(run.errors)")
    // Performance: 0.698473752602 by the method of 2010 less 0.655686825176; method: 0.704547124367 less 0.698473752602.
    #expect(run.output.contains("0.656 sedang (2010)  ->  0.705 tinggi (2014)   up 0.049"))
    #expect(run.output.contains(" +0.043  Performance"))
    #expect(run.output.contains(" +0.006  Method"))
  }

  @Test("both editions are checked without a warning, and their tests reach everything")
  func editions() throws {
    let checked = try timbang(["check", "hdi/2010", "hdi/2014", "--fail-level", "warning"])
    #expect(checked.status == 0, "\(checked.errors)")
    let tested = try timbang(["test", "hdi/2010", "hdi/2014", "--coverage", "--min", "100"])
    #expect(tested.status == 0, "\(tested.output)")
  }

  private struct Score {
    let reported: String?
    let exact: String?
    let group: String?
  }

  /// The scores of a data file by country.
  private func scores(of edition: String, year: String) throws -> [String: Score] {
    let run = try timbang([
      "score", "--rules", "hdi/\(edition)", "--data", "\(Self.samples)/\(year).csv", "--entities", "\(Self.samples)/entities.csv",
      "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    var scores: [String: Score] = [:]
    for result in try Parsed(text: run.output)["results"].items {
      let total = result["total"]
      scores[try #require(result["id"].text)] = Score(
        reported: total["reported"].text, exact: total["exact"].text, group: result["zone"].text)
    }
    return scores
  }
}
