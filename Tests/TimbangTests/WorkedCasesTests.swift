import Foundation
import Testing
import Timbang

/// A pair of years with numbers from an independent reference.
struct WorkedCase: CustomTestStringConvertible, Sendable {
  let name: String
  var testDescription: String { name }
  var folder: URL { casesFolder.appending(path: name) }

  static let all = [
    "01-kitagawa", "02-added-items", "03-balikpapan-like", "04-kalsel-like", "07-scale-and-missing", "10-split-merge-rename",
    "11-zone-lines",
  ].map { WorkedCase(name: $0) }

  func expected() throws -> Parsed {
    try Parsed(text: String(contentsOf: folder.appending(path: "expected.json"), encoding: .utf8))
  }

  func path(_ file: String) -> String { folder.appending(path: file).path }

  var entities: [String] {
    FileManager.default.fileExists(atPath: path("entities.csv")) ? ["--entities", path("entities.csv")] : []
  }
}

@Suite("Worked cases")
struct WorkedCasesTests {
  @Test("totals, zones and every part's value are the reference's", arguments: WorkedCase.all)
  func scores(_ example: WorkedCase) throws {
    let expected = try example.expected()
    for year in ["from", "to"] {
      let want = expected[year]
      let rules = try #require(want["rules"].text)
      let data = try #require(want["data"].text)
      let run = try timbang(["score", "--rules", example.path(rules), "--data", example.path(data), "--format", "json"] + example.entities)
      #expect(run.status == 0, "\(run.errors)")
      let result = try Parsed(text: run.output)["results"][0]
      for figure in ["exact", "decimal", "reported"] {
        #expect(result["total"][figure].text == want["total"][figure].text)
      }
      #expect(result["zone"].text == want["zone"].text)
      #expect(result["colour"].text == want["colour"].text)
      #expect(Set(result["parts"].items.map(part)) == Set(want["parts"].items.map(part)))
      #expect(result["parts"].items.count == want["parts"].items.count)
    }
  }

  private func part(_ part: Parsed) -> [String?] {
    ["id", "at", "entity", "exact", "decimal"].map { part[$0].text }
  }

  @Test("the change is split as by the reference, to the fraction and in print", arguments: WorkedCase.all, ExplanationPath.allCases)
  func explanations(_ example: WorkedCase, path: ExplanationPath) throws {
    let expected = try example.expected()
    let pair = { (year: String) in "\(example.path(expected[year]["rules"].text ?? ""))=\(example.path(expected[year]["data"].text ?? ""))"
    }
    let run = try timbang(
      ["explain", expected["entity"].text ?? "", "--from", pair("from"), "--to", pair("to"), "--path", path.rawValue, "--format", "json"]
        + example.entities)
    #expect(run.status == 0, "\(run.errors)")
    let change = try Parsed(text: run.output)
    let want = expected["explain"][path.rawValue]
    #expect(change["change"]["exact"].text == expected["change"]["exact"].text)
    #expect(change["change"]["printed"].text == expected["change"]["printed"].text)
    #expect(change["worlds"].items.map(world) == want["worlds"].items.map(world))
    #expect(lines(change["blocks"], ranges: 2) == lines(want["blocks"], ranges: 2))
    #expect(change["final_rounding"]["exact"].text == want["final_rounding"]["exact"].text)
    #expect(change["final_rounding"]["printed"].text == want["final_rounding"]["printed"].text)
    #expect(change["assumptions"].items.map(assumption) == want["assumptions"].items.map(assumption))
    #expect(
      NSDictionary(dictionary: change["zone"].value as? [String: Any] ?? [:])
        == NSDictionary(dictionary: expected["zone"].value as? [String: Any] ?? [:]))
  }

  private func world(_ world: Parsed) -> [String?] { ["id", "exact", "decimal"].map { world[$0].text } }

  private func assumption(_ assumption: Parsed) -> [String?] { ["id", "what"].map { assumption[$0].text } }

  /// The lines as indented text: id, exact, printed, and the range on the levels that have one.
  private func lines(_ lines: Parsed, ranges: Int, indent: String = "") -> String {
    lines.items.map { line in
      let range = ranges > 0 ? line["range"].items.compactMap(\.text).joined(separator: "..") : ""
      let own = "\(indent)\(line["id"].text ?? "?") \(line["exact"].text ?? "?") \(line["printed"].text ?? "?") \(range)\n"
      return own + self.lines(line["lines"], ranges: ranges - 1, indent: indent + "  ")
    }.joined()
  }

  @Test("the printed lines of every level add up to the line above, and the blocks to the printed difference", arguments: WorkedCase.all)
  func printedAmountsAddUp(_ example: WorkedCase) throws {
    let expected = try example.expected()
    let pair = { (year: String) in "\(example.path(expected[year]["rules"].text ?? ""))=\(example.path(expected[year]["data"].text ?? ""))"
    }
    let run = try timbang(
      ["explain", "--from", pair("from"), "--to", pair("to"), "--format", "json"] + example.entities)
    let change = try Parsed(text: run.output)
    func printed(_ line: Parsed) -> Fraction { line["printed"].text.flatMap { Fraction(decimal: $0) } ?? Fraction(-999) }
    func check(_ line: Parsed) {
      guard !line["lines"].items.isEmpty else { return }
      #expect(line["lines"].items.map(printed).sum() == printed(line), "\(line["id"].text ?? "")")
      for below in line["lines"].items { check(below) }
    }
    for block in change["blocks"].items { check(block) }
    #expect(change["blocks"].items.map(printed).sum() + printed(change["final_rounding"]) == printed(change["change"]))
  }
}
