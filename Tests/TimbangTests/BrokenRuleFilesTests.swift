import Dice
import Foundation
import Testing
import Timbang

/// A rule file with one fault, and where the fault must be shown.
struct BrokenFile: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let code: String
  let place: String
  var testDescription: String { name }

  static let sound = """
    timbang: 1
    id: contoh
    edition: 2022
    sources:
      buku: {title: Buku, kind: example}
    units:
      institution: {label: {id: Instansi, en: Institution}}
    fields:
      a: {per: institution, type: number, range: [0, 100]}
      b: {per: institution, type: number, range: [0, 100]}
    defaults: {missing: error, weights_sum: 100}
    score:
      id: total
      round: 2
      cite: [buku]
      parts:
        - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
    zones:
      cite: [buku]
      ladder:
        - {id: merah, from: 0}
        - {id: hijau, from: 78}

    """

  static let all: [BrokenFile] = [
    BrokenFile(
      name: "duplicate key", text: sound.replacing("edition: 2022", with: "edition: 2022\nid: lain"), code: "T0105", place: ":4:1"),
    BrokenFile(name: "tab", text: sound.replacing("  id: total", with: "\tid: total"), code: "T0104", place: ":13:1"),
    BrokenFile(name: "unknown key", text: sound.replacing("missing: error", with: "mising: error"), code: "T0202", place: ":11:12"),
    BrokenFile(name: "weights", text: sound.replacing("weight: 40", with: "weight: 45"), code: "T0204", place: ":13:7"),
    BrokenFile(
      name: "anchor", text: sound.replacing("cite: [buku]\n  parts", with: "cite: &x [buku]\n  parts"), code: "T0106", place: ":15:9"),
    BrokenFile(name: "20,000 brackets", text: sound + "x: " + String(repeating: "[", count: 20_000), code: "T0111", place: ":24:"),
    BrokenFile(
      name: "alias bomb",
      text: sound
        + (1...9).map { "b\($0): &b\($0) [\(Array(repeating: $0 == 1 ? "x" : "*b\($0 - 1)", count: 10).joined(separator: ","))]\n" }
        .joined(),
      code: "T0106", place: ":24:5"),
  ]
}

@Suite("Broken rule files")
struct BrokenRuleFilesTests {
  @Test("a broken file is refused at its place with 65, at once, and nothing is printed or written", arguments: BrokenFile.all)
  func refusal(_ broken: BrokenFile) throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try broken.text.write(to: folder.appending(path: "rules.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["check", "rules.yaml"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error[\(broken.code)]"), "\(run.errors)")
    #expect(run.errors.contains("rules.yaml\(broken.place)"), "\(run.errors)")
    #expect(run.errors.utf8.count < 30_000)
    #expect(run.seconds < timeLimit(2, unoptimized: 2))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rules.yaml"])
  }

  @Test("the file without the fault is sound")
  func twin() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try BrokenFile.sound.write(to: folder.appending(path: "rules.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["check", "rules.yaml", "--fail-level", "warning"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("a mistake is told in Indonesian as well")
  func indonesian() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try BrokenFile.sound.replacing("weight: 40", with: "weight: 45").write(
      to: folder.appending(path: "rules.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["check", "rules.yaml", "--lang", "id"], in: folder)
    #expect(run.errors.contains("bobot di `total` berjumlah 105, seharusnya 100"), "\(run.errors)")
    #expect(run.errors.contains("saran: jumlahnya lebih 5; tidak satu pun `published`; cocokkan setiap bobot"), "\(run.errors)")
  }

  @Test("`score` refuses broken rules before it reads any data")
  func scoreRefuses() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try BrokenFile.sound.replacing("weight: 40", with: "weight: 45").write(
      to: folder.appending(path: "rules.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["score", "--rules", "rules.yaml", "--data", "missing.csv"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("T0204"))
  }
}
