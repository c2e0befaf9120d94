import Foundation
import Testing
import Timbang

@Suite("The synthetic nation")
struct BenchTests {
  /// A folder with a small nation of both years, and one of 2022 with its rows in another order.
  private func nation(_ folder: URL) throws {
    for (name, options) in [
      ("2021", ["--year", "2021"]), ("2022", ["--year", "2022"]), ("shuffled", ["--year", "2022", "--shuffled"]),
    ] {
      let made = try timbang(["nation", folder.appending(path: name).path, "--one-in", "40"] + options, program: "timbang-bench")
      #expect(made.status == 0 && made.errors.isEmpty)
    }
  }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("the order of the rows changes no byte of the scores, and neither does a second run")
  func sameBytes() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try nation(folder)
    #expect(try text(folder, "2022/obs.csv") != text(folder, "shuffled/obs.csv"))
    var written: Set<String> = []
    for (data, out) in [("2022", "a"), ("2022", "b"), ("shuffled", "c")] {
      let place = folder.appending(path: out)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let run = try timbang(
        ["files", "Sources/timbang-bench/rules/bench/2022.yaml", folder.appending(path: data).path, place.path], program: "timbang-bench")
      #expect(run.status == 0 && run.output.hasPrefix("MARKS {\"rules\": "), "\(run.errors)")
      written.insert(try text(folder, "\(out)/units.csv") + text(folder, "\(out)/institutions.csv"))
    }
    #expect(written.count == 1)
    // Every fortieth of 25, 14, 34, 98, 415, 513 and 513: 1 + 1 + 1 + 3 + 11 + 13 + 13 institutions, and the header.
    #expect(try text(folder, "a/institutions.csv").split(separator: "\n").count == 44)
  }

  @Test("the files hold the figures that `timbang score` prints")
  func sameFigures() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try nation(folder)
    let rules = "Sources/timbang-bench/rules/bench/2022.yaml"
    let data = folder.appending(path: "2022").path
    let run = try timbang(["files", rules, data, folder.path], program: "timbang-bench")
    #expect(run.status == 0)
    let scored = try timbang(
      ["score", "--rules", rules, "--data", "\(data)/obs.csv", "--entities", "\(data)/entities.csv", "--format", "json"])
    let printed = try Parsed(text: scored.output)["results"].items.map {
      "\($0["id"].text ?? "?"),\($0["total"]["reported"].text ?? "?")"
    }
    let written = try text(folder, "institutions.csv").split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]),\(cells[5])"
    }
    #expect(printed == written && printed.count == 43)
  }

  @Test("each workload does its work")
  func workloads() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try nation(folder)
    let (old, new) = (folder.appending(path: "2021").path, folder.appending(path: "2022").path)
    let names = try timbang(["list"], program: "timbang-bench").output.split(separator: "\n").map(String.init)
    #expect(names.contains("score") && names.contains("explain"))
    for name in names { #expect(try timbang(["once", old, new, name, "1"], program: "timbang-bench").status == 0, "\(name)") }
    let timed = try timbang(["time", old, new, "score", "--rounds", "1"], program: "timbang-bench")
    #expect(timed.status == 0 && timed.output.contains("score   "))
  }

  @Test("the marked tree of a rule file is timed beside libyaml's events")
  func yaml() throws {
    let timed = try timbang(["yaml", "--parts", "20", "--rounds", "1"], program: "timbang-bench")
    #expect(timed.status == 0 && timed.output.contains(" KiB: events ") && timed.output.contains(" times the file"), "\(timed)")
    // As many parts have more nodes than a rule file may have.
    #expect(try timbang(["yaml", "--parts", "20000"], program: "timbang-bench").status == 65)
  }

  @Test("what it does not know it refuses")
  func refusals() throws {
    #expect(try timbang(["mend"], program: "timbang-bench").status == 64)
    #expect(try timbang(["nation"], program: "timbang-bench").status == 64)
    #expect(try timbang(["nation", "x", "--copies", "none"], program: "timbang-bench").status == 64)
    #expect(try timbang(["files", "nothing.yaml", "nowhere", "nowhere"], program: "timbang-bench").status == 65)
  }
}
