import Foundation
import Testing
import Timbang

@Suite("A new edition")
struct NewEditionTests {
  /// The shipped rules as they were at the end of 2022.
  private func rulesFolder() throws -> URL {
    let folder = try scratchFolder()
    try FileManager.default.copyItem(at: packageFolder.appending(path: "rules"), to: folder.appending(path: "rules"))
    for year in 2023...2025 { try FileManager.default.removeItem(at: folder.appending(path: "rules/kepatuhan/\(year).yaml")) }
    return folder
  }

  @Test("the draft of next year's edition is sound, scores like its base, and is never written over")
  func draft() throws {
    let folder = try rulesFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try timbang(["new", "2023", "--from", "2022"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasPrefix("rules/kepatuhan/2023.yaml\n"))
    #expect(try timbang(["check", "2023"], in: folder).status == 0)
    let samples = "rules/kepatuhan/samples"
    let totals = try ["2022", "2023"].map { edition in
      let run = try timbang(["score", "--rules", edition, "--data", "\(samples)/balikpapan-2022.csv", "--format", "json"], in: folder)
      return try Parsed(text: run.output)["results"][0]["total"]["exact"].text
    }
    #expect(totals[0] == totals[1] && totals[0] != nil)
    let again = try timbang(["new", "2023", "--from", "2022"], in: folder)
    #expect(again.status == 66 && again.output.isEmpty)
    let same = try timbang(["new", "2023", "--from", "2023"], in: folder)
    #expect(same.status == 65 && same.errors.contains("that is the name of the edition it would come from"), "\(same.errors)")
  }

  @Test("a copied edition that kept the old name is told so")
  func keptName() throws {
    let folder = try rulesFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.appending(path: "rules/kepatuhan")
    try FileManager.default.copyItem(at: rules.appending(path: "2022.yaml"), to: rules.appending(path: "2023.yaml"))
    let run = try timbang(["check", "rules/kepatuhan/2023.yaml", "--fail-level", "warning"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("calls itself edition `2022`, not `2023`"), "\(run.errors)")
  }

  @Test("a misspelt unit is held against the directory")
  func misspeltUnit() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let samples = "rules/kepatuhan/samples"
    let data = try String(contentsOf: packageFolder.appending(path: "\(samples)/balikpapan-2022.csv"), encoding: .utf8)
    let file = folder.appending(path: "salah.csv")
    try data.replacing("disdukcapil", with: "disdukcapill").write(to: file, atomically: true, encoding: .utf8)
    let run = try timbang(["score", "--rules", "2022", "--data", file.path, "--entities", "\(samples)/entities.csv"])
    #expect(run.status == 0)
    #expect(run.errors.contains("warning[T0316]: `disdukcapill` is not in the directory of `unit`"), "\(run.errors)")
    #expect(run.errors.contains("did you mean `disdukcapil`?"))
  }

  @Test("several changes of the same weights are one line that names them all")
  func jointChange() throws {
    let folder = try rulesFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // standar 32.37 -> 30.37 and pengaduan 21.54 -> 23.54 by one change, input 21.85 -> 19.85 and output 24.24 -> 26.24 by another
    try """
    timbang: 1
    id: kepatuhan
    edition: 2024
    title: {id: Uji, en: Test}
    extends: 2022
    changes:
      - id: a
        title: {id: Perubahan A, en: Change A}
        cite: [peraturan_22_2016]
        edits: [{set: {part: input, weight: 19.85}}, {set: {part: output, weight: 26.24}}]
      - id: b
        title: {id: Perubahan B, en: Change B}
        cite: [peraturan_22_2016]
        edits: [{set: {part: standar, weight: 30.37}}, {set: {part: pengaduan, weight: 23.54}}]

    """.write(to: folder.appending(path: "rules/kepatuhan/2024.yaml"), atomically: true, encoding: .utf8)
    let data = "rules/kepatuhan/samples/balikpapan-2022.csv"
    let run = try timbang(["explain", "--from", "2022=\(data)", "--to", "2024=\(data)"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Change A + Change B"), "\(run.output)")
    #expect(!run.output.contains(" 0.00    Change"))
  }
}
