import Foundation
import Testing
import Timbang

@Suite("The rule books that are shipped")
struct RuleBookTests {
  private static let samples = "rules/kepatuhan/samples"
  private static let years = ["2015", "2016", "2018", "2021", "2022", "2023", "2024", "2025"]

  private static func edition(_ name: String) throws -> Edition {
    try #require(Workspace(rulesFolder: packageFolder.appending(path: "rules").path).load(name).edition).edition
  }

  /// The rows of a table of published figures, by the names of its columns.
  private static func table(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: packageFolder.appending(path: "\(samples)/\(name)"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test("there are eight editions of kepatuhan, three of spbe and two of hdi")
  func families() {
    #expect(
      shippedEditions == ["hdi/2010", "hdi/2014"] + RuleBookTests.years.map { "kepatuhan/\($0)" } + ["spbe/2018", "spbe/2020", "spbe/2026"])
  }

  @Test("every edition is checked without a warning", arguments: shippedEditions)
  func check(_ edition: String) throws {
    let run = try timbang(["check", edition, "--fail-level", "warning"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("the tests beside every edition pass, and reach every part, level, condition and zone", arguments: shippedEditions)
  func coverage(_ edition: String) throws {
    let run = try timbang(["test", edition, "--coverage", "--min", "100"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("nothing that is locked has changed")
  func register() throws {
    #expect(try timbang(["verify"]).status == 0)
  }

  /// What public sources state as such; everything else is reconstructed or assumed.
  @Test(
    "published is what was published, and nothing else",
    arguments: [
      ("2015", ["standar"], false), ("2016", ["standar"], false), ("2018", ["standar"], false), ("2021", ["total", "standar"], true),
      ("2022", ["input", "standar", "output", "pengaduan"], false), ("2023", ["input", "standar", "output", "pengaduan"], false),
      ("2024", [], true), ("2025", ["dimensi", "kepercayaan"], false),
    ])
  func published(_ year: String, _ parts: [String], _ zones: Bool) throws {
    let edition = try RuleBookTests.edition("kepatuhan/\(year)")
    #expect(edition.score.subtree.filter { $0.provenance == .published }.map(\.id.value).sorted() == parts.sorted())
    #expect((edition.zones.provenance == .published) == zones)
  }

  @Test("every weight, line and change of every edition names its source", arguments: shippedEditions)
  func sources(_ name: String) throws {
    let edition = try RuleBookTests.edition(name)
    for part in edition.score.subtree { #expect(!part.citations.isEmpty, "\(name) \(part.id.value)") }
    #expect(!edition.zones.citations.isEmpty)
  }

  // MARK: Published zones and counts

  @Test("136 published zones and 43 published letters are those of their edition's lines")
  func zonesAndLetters() throws {
    let rules = RuleBookTests.years.map { "kepatuhan/\($0)" }
    let run = try timbang(
      ["zones", "--published", "\(RuleBookTests.samples)/published_scores.csv", "--rules"] + rules + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let rows = try Parsed(text: run.output)["rows"].items
    #expect(rows.count { $0["agrees"].value as? Bool == true } == 136)
    #expect(rows.count { $0["agrees"].value as? Bool == false } == 0)

    let letters = try RuleBookTests.table("published_scores.csv").filter { row in
      row["score"] != "" && ["2022", "2023", "2024"].contains(row["year"]) && ["A", "B", "C", "D", "E"].contains(row["category"])
    }
    #expect(letters.count == 43)
    for row in letters {
      let zones = try RuleBookTests.edition("kepatuhan/\(row["year"] ?? "")").zones
      let score = try #require(Fraction(decimal: row["score"] ?? ""))
      #expect(zones.step(for: score)?.id.value == row["category"]?.lowercased(), "\(row)")
    }
  }

  @Test("the letters of 2022 to 2025 and their colours add up to the published counts")
  func counts() throws {
    let rows = try RuleBookTests.table("published_zone_counts.csv")
    var checked = 0
    for row in rows {
      let number = { (column: String) in row[column].flatMap { Int($0) } }
      if let green = number("hijau"), let yellow = number("kuning"), let red = number("merah"), let total = number("total") {
        #expect(green + yellow + red == total, "\(row)")
        checked += 1
      }
      guard let a = number("cat_a"), let b = number("cat_b"), let c = number("cat_c"), let d = number("cat_d"), let e = number("cat_e")
      else {
        continue
      }
      // Which colour each letter has is the rule file's to say.
      let zones = try RuleBookTests.edition("kepatuhan/\(row["year"] ?? "")").zones
      let byLetter = ["a": a, "b": b, "c": c, "d": d, "e": e]
      for (colour, column) in [("hijau", "hijau"), ("kuning", "kuning"), ("merah", "merah")] {
        let sum = zones.steps.filter { $0.colour == colour }.reduce(0) { $0 + (byLetter[$1.id.value] ?? 0) }
        #expect(sum == number(column), "\(row)")
      }
      checked += 1
    }
    #expect(checked == 36)
  }

  @Test(
    "the counts of ministries, agencies, provinces, cities and regencies add up to the nation's",
    arguments: [("2021", 179, 316, 92), ("2022", 272, 250, 64)])
  func nationalCounts(_ year: String, _ green: Int, _ yellow: Int, _ red: Int) throws {
    let rows = try RuleBookTests.table("published_zone_counts.csv").filter { $0["year"] == year && $0["scope"] == "nasional" }
    for (column, expected) in [("hijau", green), ("kuning", yellow), ("merah", red)] {
      let parts = rows.filter { $0["type"] != "semua" }.compactMap { $0[column].flatMap { Int($0) } }
      #expect(parts.reduce(0, +) == expected)
      #expect(rows.first { $0["type"] == "semua" }?[column] == "\(expected)")
    }
  }

  // MARK: Lines that moved

  /// Officially three governments of South Kalimantan were green in 2021 and five in 2022. Under the line of 2021 it stays three.
  @Test("South Kalimantan's three green governments became five, and three by the line of 2021")
  func southKalimantan() throws {
    // The governments of the province with a published score of 2022.
    let names = [
      "kab-balangan", "kab-hulu-sungai-selatan", "kab-hulu-sungai-tengah", "kab-tabalong", "kab-tanah-bumbu", "kab-tanah-laut",
      "kab-banjar",
      "kab-barito-kuala", "kab-hulu-sungai-utara", "kab-kotabaru", "kab-tapin", "kota-banjarbaru", "kota-banjarmasin",
      "prov-kalimantan-selatan",
    ]
    let rows = try RuleBookTests.table("published_scores.csv").filter { $0["year"] == "2022" && names.contains($0["entity_id"] ?? "") }
    let scores = rows.compactMap { Fraction(decimal: $0["score"] ?? "") }
    let green = try ["2022", "2021"].map { year in
      let zones = try RuleBookTests.edition("kepatuhan/\(year)").zones
      return scores.count { zones.step(for: $0)?.colour == "hijau" }
    }
    #expect(green == [5, 3])
    let counts = try RuleBookTests.table("published_zone_counts.csv").filter { $0["scope"] == "kalimantan-selatan" }
    #expect(counts.map { $0["hijau"] } == ["3", "5", "13"])
  }

  @Test("the raw lines of 2015, 39 and 61 of 75, are 51 and 81 of 100 for all 76 sums of points")
  func rawPoints() throws {
    let raw = try RuleBookTests.edition("kepatuhan/2015").zones
    let percent = try RuleBookTests.edition("kepatuhan/2018").zones
    for points in 0...75 {
      let score = Fraction(points) * Fraction(100) / Fraction(75)
      let expected = points <= 38 ? "merah" : points <= 60 ? "kuning" : "hijau"
      #expect(raw.step(for: score)?.colour == expected && percent.step(for: score)?.colour == expected, "\(points)")
    }
  }
}
