import Dice
import Foundation
import Testing
import Timbang

/// What happens to somebody who gives the command the wrong thing.
@Suite("First steps")
struct FirstStepsTests {
  private static let rules = ["score", "--rules", "Tests/Cases/01-kitagawa/rules-A.yaml", "--data"]

  @Test(
    "a text in UTF-32 is named, and none of its bytes are shown",
    arguments: [Array("institution,unit".utf8).flatMap { [$0, 0, 0, 0] }] as [[UInt8]])
  func binary(bytes: [UInt8]) throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "data.csv")
    try Data(bytes).write(to: file)
    let run = try timbang(FirstStepsTests.rules + [file.path])
    #expect(run.status == 65)
    #expect(run.errors.contains("--> \(file.path):1:1"))
    #expect(!run.errors.contains("U+0000") && !run.errors.contains(" | "))
  }

  @Test("a device that sends zero bytes is refused at once, at its beginning")
  func zeros() throws {
    let run = try timbang(FirstStepsTests.rules + ["/dev/zero"])
    #expect(run.status == 66)
    #expect(run.errors.contains("nothing but zero bytes"))
    #expect(run.errors.contains("--> /dev/zero:1:1"))
    #expect(run.seconds < timeLimit(5, unoptimized: 5))
  }

  @Test("a file of nothing but names of columns gives no empty result")
  func noRows() throws {
    let run = try timbang(FirstStepsTests.rules + ["-"], input: "institution,unit,product,field,value\n")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
  }

  @Test(
    "a folder without editions is told apart from an edition that it lacks, with the option that names another",
    arguments: [Language.id, .en])
  func noEditions(language: Language) throws {
    let run = try timbang(["check", "2022", "--rules-dir", "Sources", "--lang", language.rawValue])
    #expect(run.status == 66)
    #expect(run.errors.contains("--rules-dir"))
  }

  @Test("a folder that cannot be read is told apart from one that holds no editions")
  func unreadableFolder() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // A link to itself can be opened by nobody, whatever their rights.
    try FileManager.default.createSymbolicLink(atPath: folder.appending(path: "contoh").path, withDestinationPath: "contoh")
    let run = try timbang(["check", "2022", "--rules-dir", folder.path])
    #expect(run.status == 66)
    #expect(run.errors.contains("help: the folder `\(folder.path)/contoh` cannot be read: "), "\(run.errors)")
  }

  @Test("`eval` reads JSON lines with and without the word", arguments: [["eval"], ["eval", "--json"]])
  func evaluates(arguments: [String]) throws {
    // 3 / 4 x 100 = 75
    let run = try timbang(arguments, input: "{\"expr\": \"3/4*100\", \"bindings\": {}}\n")
    #expect(run.status == 0 && run.output.contains("\"exact\": \"75\""), "\(run.output)\(run.errors)")
  }

  @Test(
    "errors are JSON where the result would be",
    arguments: [
      ["score", "--rules", "2099", "--data", "x.csv"], ["score", "--rules", "2022", "--data", "nowhere.csv"],
      ["trace", "--rules", "2099", "--data", "x.csv"], ["explain", "--from", "2099=x.csv", "--to", "2022=x.csv"], ["diff", "2021", "2099"],
      ["zones", "--published", "nowhere.csv", "--rules", "2022"], ["resolve", "2099"],
    ])
  func errorsAsJSON(arguments: [String]) throws {
    let run = try timbang(arguments + ["--format", "json"])
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "timbang.check/1.0")
    let findings = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(findings.map { $0["severity"] as? String } == ["error"])
  }

  @Test("what is wrong with a base is told once, however many editions extend it", arguments: ["check", "lock"])
  func brokenBase(command: String) throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let family = folder.appending(path: "contoh")
    try FileManager.default.createDirectory(at: family, withIntermediateDirectories: true)
    let broken = BrokenFile.sound.replacing("missing: error", with: "mising: error")
    try broken.write(to: family.appending(path: "2022.yaml"), atomically: true, encoding: .utf8)
    for year in ["2023", "2024"] {
      let text = "timbang: 1\nid: contoh\nedition: \(year)\nstatus: published\nextends: 2022\nchanges: []\n"
      try text.write(to: family.appending(path: "\(year).yaml"), atomically: true, encoding: .utf8)
    }
    let run = try timbang([command, "2023", "2024", "--rules-dir", folder.path])
    #expect(run.status == 65)
    #expect(run.errors.components(separatedBy: "error[T0202]").count == 2, "\(run.errors)")
  }
}
