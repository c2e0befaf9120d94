import Foundation
import Testing

/// A public copy of a database (2024) of an application for SPBE 2020. For each indicator it has two weights: `bobot`, percent of the
/// index, and `bobot_aspek`, percent of the aspect. Where one is wrong, the comment has the right one.
private struct WildWeights {
  let aspect: String
  let weight: String
  let indicators: ClosedRange<Int>
  let ofIndex: String
  let ofAspect: String

  static let all = [
    WildWeights(aspect: "kebijakan", weight: "13", indicators: 1...10, ofIndex: "1.30", ofAspect: "10.00"),
    WildWeights(aspect: "perencanaan", weight: "10", indicators: 11...14, ofIndex: "2.50", ofAspect: "25.00"),
    WildWeights(aspect: "tik", weight: "10", indicators: 15...18, ofIndex: "2.50", ofAspect: "25.00"),
    WildWeights(aspect: "penyelenggara", weight: "5", indicators: 19...20, ofIndex: "2.50", ofAspect: "50.00"),
    WildWeights(aspect: "manajemen", weight: "12", indicators: 21...28, ofIndex: "1.50", ofAspect: "12.50"),
    // 33.30 for 100/3.
    WildWeights(aspect: "audit_tik", weight: "4.5", indicators: 29...31, ofIndex: "1.50", ofAspect: "33.30"),
    // 27.50, which is the weight of the aspect, for 2.75.
    WildWeights(aspect: "layanan_administrasi", weight: "27.5", indicators: 32...41, ofIndex: "27.50", ofAspect: "10.00"),
    // 16.70 for 50/3.
    WildWeights(aspect: "layanan_publik", weight: "18", indicators: 42...47, ofIndex: "3.00", ofAspect: "16.70"),
  ]

  private func parts(weighing weight: String, indent: String) -> [String] {
    indicators.map { "\(indent)- {id: i\($0), weight: \(weight), levels: {field: i\($0), scores: {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}}}" }
  }

  /// All indicators beside each other, with their percent of the index.
  static var flat: String { rules(all.flatMap { $0.parts(weighing: $0.ofIndex, indent: "    ") }) }

  /// The indicators in their aspects, with their percent of the aspect.
  static var nested: String {
    rules(
      all.flatMap {
        ["    - id: \($0.aspect)", "      weight: \($0.weight)", "      parts:"] + $0.parts(weighing: $0.ofAspect, indent: "        ")
      })
  }

  private static func rules(_ parts: [String]) -> String {
    let fields = (1...47).map { "  i\($0): {per: institution, type: level, range: [1, 5]}" }
    return """
      timbang: 1
      id: spbe
      edition: liar
      scale: [0, 5]
      sources: {dump: {title: Salinan basis data terbuka, kind: data}}
      units: {institution: {}}
      fields:
      \(fields.joined(separator: "\n"))
      defaults: {missing: error, weights_sum: 100}
      score:
        id: total
        round: 2
        cite: [dump]
        parts:
      \(parts.joined(separator: "\n"))
      zones: {cite: [dump], ladder: [{id: kurang, from: 0}, {id: cukup, from: 1.8}]}

      """
  }
}

@Suite("SPBE weights as found in the wild")
struct WildWeightsTests {
  private func check(_ text: String) throws -> Run {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try fill(folder, with: ["liar.yaml": text])
    return try timbang(["check", "liar.yaml", "--fail-level", "warning"], in: folder)
  }

  /// 10 x 1.30 + 10 x 2.50 + 11 x 1.50 + 10 x 27.50 + 6 x 3.00 = 13 + 25 + 16.5 + 275 + 18 = 347.5; with 2.75 it is 100.
  @Test("ten indicators with the weight of their aspect, 27.50 for 2.75, are found where the weights are added up")
  func tenfold() throws {
    let run = try check(WildWeights.flat)
    #expect(run.status == 65)
    let finding = "error[T0204]: the weights in `total` add up to 347.5, expected 100\n  --> liar.yaml:57:7\n"
    #expect(run.errors.contains(finding), "\(run.errors)")
    #expect(run.errors.contains("together they are 247.5 too high"))
    let mended = try check(WildWeights.flat.replacing("weight: 27.50", with: "weight: 2.75"))
    #expect(mended.status == 0, "\(mended.errors)")
  }

  /// 3 x 33.30 = 99.90 and 6 x 16.70 = 100.20: thirds and sixths that were rounded.
  @Test("rounded thirds and sixths, 33.30 and 16.70, are found in their two aspects")
  func thirds() throws {
    let run = try check(WildWeights.nested)
    #expect(run.status == 65)
    let findings = [
      "error[T0204]: the weights in `audit_tik` add up to 99.9, expected 100\n  --> liar.yaml:104:11\n",
      "error[T0204]: the weights in `layanan_publik` add up to 100.2, expected 100\n  --> liar.yaml:123:11\n",
    ]
    for finding in findings { #expect(run.errors.contains(finding), "\(run.errors)") }
    #expect(run.errors.components(separatedBy: "error[").count - 1 == findings.count)
    let mended = try check(WildWeights.nested.replacing("33.30", with: "\"100/3\"").replacing("16.70", with: "\"50/3\""))
    #expect(mended.status == 0, "\(mended.errors)")
  }
}
