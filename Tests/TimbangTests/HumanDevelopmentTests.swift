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
    // The root of 7.2/13.2 x 13.8/20.6 is 0.604484564487 to 12 decimals; root3((72.9 - 20)/63.2 x that/0.951 x ln(10607/163)/ln(108211/163))
    // = 0.699234307778
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
    // The mean for the root: (0.698498552560 - 0.698473752602 + 0.704547124367 - 0.702058297746) / 2; the goalposts have the rest.
    #expect(run.output.contains("+0.001") && run.output.contains("Education: the arithmetic mean, not the root"), "\(run.output)")
    #expect(run.output.contains("+0.005") && run.output.contains("Fixed goalposts"), "\(run.output)")
  }

  @Test("the root that became a mean and the divisor that went are told under the changes that did it")
  func differences() throws {
    let run = try timbang(["diff", "hdi/2010", "hdi/2014", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    var told: [String: [String]] = [:]
    for change in try Parsed(text: run.output)["changes"].items {
      for difference in change["differences"].items where difference["subject"].text == "pendidikan" {
        guard difference["kind"].text == "rescaled" else { continue }
        // What is the same in both languages is told once.
        let (old, new) = (difference["old"]["text"], difference["new"]["text"])
        told[change["change"].text ?? "", default: []].append("\(old.text ?? "-") -> \(new.text ?? new["en"].text ?? "-")")
      }
    }
    #expect(
      told == [
        "rata_rata": ["geometric_mean, precision: 12 -> mean"],
        "titik_acuan": ["goalposts: {worst: 0, best: 0.951, clamp: true} -> no goalposts"],
      ])
  }

  @Test("a trace shows what education is before it is divided by 0.951")
  func trace() throws {
    let arguments = ["trace", "bra", "--rules", "hdi/2010", "--data", "\(Self.samples)/hdr-2010.csv"]
    let text = try timbang(arguments + ["--lang", "en"])
    #expect(text.output.contains("= together 0.6045, between the goalposts 0 and 0.951"), "\(text.output)")
    let run = try timbang(arguments + ["--format", "json"])
    let education = try Parsed(text: run.output)["trace"]["below"].items.first { $0["id"].text == "pendidikan" }
    #expect(education?["goalposts"]["combined"].text == "604484564487/1000000000000")
    #expect(education?["goalposts"]["best"].text == "951/1000" && education?["exact"].text == "201494854829/317000000000")
  }

  @Test("the resolved method since 2014 has neither the root's precision nor the goalposts of education")
  func resolved() throws {
    let old = try timbang(["resolve", "hdi/2010"]).output
    #expect(old.contains("goalposts: {worst: 0, best: 0.951, clamp: true}"))
    let new = try timbang(["resolve", "hdi/2014"]).output
    #expect(!new.contains("goalposts") && new.split(separator: "\n").count { $0.hasSuffix("precision: 12") } == 2)
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
