import Foundation
import Testing

/// What the explanation of a real step says of what was measured for the first time, in every format.
@Suite("Newly measured")
struct NewlyMeasuredTests {
  private static let data = [
    "--from", "2021=rules/kepatuhan/samples/balikpapan-2021.csv", "--to", "2022=rules/kepatuhan/samples/balikpapan-2022.csv", "--entities",
    "rules/kepatuhan/samples/entities.csv",
  ]

  private func explained(_ more: String..., language: String = "en") throws -> String {
    let run = try timbang(["explain", "kota-balikpapan"] + Self.data + more + ["--lang", language])
    try #require(run.status == 0, Comment(rawValue: run.errors))
    return run.output
  }

  /// The words of a text, however its lines are broken.
  private func words(_ text: String) -> String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

  /// Everything below `lines` whose `newly_measured` is true, with the amounts.
  private func marked(_ lines: [Parsed]) -> [(label: String, printed: String)] {
    lines.flatMap { line -> [(label: String, printed: String)] in
      let isNew = line["newly_measured"].value as? Bool ?? false
      return (isNew ? [(line["label"]["en"].text ?? "", line["printed"].text ?? "")] : []) + marked(line["lines"].items)
    }
  }

  @Test("the table marks every line that JSON calls newly measured, at every depth", arguments: [1, 2, 3, 4])
  func everyDepth(depth: Int) throws {
    let change = try Parsed(text: explained("--format", "json", "--depth", "\(depth)"))
    let rows = try explained("--depth", "\(depth)").components(separatedBy: "\n").filter { $0.contains("newly measured") }
    let found = marked(change["blocks"].items)
    // Of the step "Input dimension added" at depth 1 nothing but its parts could say how much of it is new.
    #expect((change["newly_measured"]["printed"].text == nil) == (depth == 1))
    #expect(found.count >= 2)
    // A change of one part is told without that part; a long label goes on in a second row.
    for line in found where line.label != "Output" {
      let start = "\(line.printed) \(line.label.prefix(30))"
      #expect(rows.map { words($0) }.contains { $0.hasPrefix(start) || $0.hasPrefix("+" + start) }, "\(line)")
    }
  }

  @Test("a line whose newly measured lines are not shown says how much of it is")
  func hidden() throws {
    let one = words(try explained("--depth", "1"))
    // Complaints dimension added: complaint management -2.61, complaints -2.69, of which only the latter is new.
    #expect(one.contains("-5.30 Complaints dimension added [-5.30 .. -1.37] of which newly measured -2.69"))
    #expect(words(try explained("--depth", "0")).contains("-11.21 Method [-11.92 .. -8.78] of which newly measured -7.82"))
  }

  @Test("the paragraph gives the sum of the marked lines, whatever is shown")
  func sum() throws {
    // -0.75 Dinas Sosial, -4.78 Input, -0.35 Output, -2.69 Complaints.
    for depth in ["0", "1", "2", "9"] {
      #expect(
        words(try explained("--depth", depth)).hasSuffix(
          "-8.57 of the -15.21 points come from what was measured for the first time in 2022 (marked \"newly measured\"): without a 2021 value they are no evidence of worse performance."
        ))
    }
    #expect(
      words(try explained(language: "id")).hasSuffix(
        "-8,57 dari -15,21 poin berasal dari hal yang baru diukur pada 2022 (bertanda \"baru diukur\"): tanpa nilai 2021, poin itu bukan bukti kinerja memburuk."
      ))
    let change = try Parsed(text: explained("--format", "json"))
    #expect(change["newly_measured"]["printed"].text == "-8.57" && change["newly_measured"]["decimal"].text == "-8.556253051816")
  }

  @Test("the report marks them too")
  func report() throws {
    let out = try scratchFolder().appending(path: "out.html")
    let run = try timbang(["report"] + Self.data + ["--out", out.path, "--lang", "en"])
    try #require(run.status == 0, Comment(rawValue: run.errors))
    let html = try String(contentsOf: out, encoding: .utf8)
    for label in ["Input", "Complaints", "Dinas Sosial", "Output dimension added"] {
      #expect(html.contains(">\(label) <small>newly measured</small></th>"), "\(label)")
    }
    #expect(html.contains("-8.57 of the -15.21 points"))
  }

  @Test("no title is cut, and each named change is told with its place and sources")
  func origins() throws {
    for language in ["id", "en"] {
      let text = try explained(language: language)
      #expect(!text.contains("\u{2026}"))
      // But for the commands that repeat the intermediate scores.
      let long = text.components(separatedBy: "\n").filter { $0.count > 80 && !$0.hasPrefix("                ") }
      #expect(long.isEmpty, "\(long)")
    }
    #expect(
      words(try explained()).contains(
        "- Satisfaction measurement no longer scored: rules/kepatuhan/2022.yaml:146, bahan_wawancara, tribun_lombok_2021 hal. 2"))
    #expect(words(try explained(language: "id")).contains("Pengukuran kepuasan tidak lagi direkonstruksi [-0,42 .. -0,13] dinilai"))
    let method = try Parsed(text: explained("--format", "json"))["blocks"].items.first { $0["id"].text == "method" }
    let line = method?["lines"].items.first { $0["id"].text == "kepuasan_dihapus" }
    #expect(line?["place"].text == "rules/kepatuhan/2022.yaml:146")
    #expect(line?["cite"].items.map(\.text) == ["bahan_wawancara", "tribun_lombok_2021 hal. 2"])
  }
}
