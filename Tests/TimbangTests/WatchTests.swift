import Foundation
import Testing
import Timbang

@Suite("Checking while files change")
struct WatchTests {
  private static let broken = BrokenFile.sound.replacing("weight: 40", with: "weight: 45")

  @Test("a saved file is checked again, with a line for each round, until Ctrl-C ends with the code of the last")
  func rounds() throws {
    let watch = try Watch(BrokenFile.sound)
    #expect(try watch.line(1) == "round 1: errors 0, warnings 0; waiting for changes, Ctrl-C ends")
    try watch.save(WatchTests.broken)
    #expect(try watch.line(2) == "round 2: errors 1, warnings 0; changed: rules.yaml")
    #expect(try watch.end(by: SIGINT) == 65)
    #expect(try watch.output().split(separator: "\n").count == 2)
    #expect(try watch.errors().contains("error[T0204]"))
    #expect(try !watch.output().contains("\u{1B}"), "nothing is cleared but a terminal")
  }

  @Test("an editor that saves by renaming another file is noticed")
  func renaming() throws {
    let watch = try Watch(WatchTests.broken)
    #expect(try watch.line(1).hasPrefix("round 1: errors 1,"))
    let draft = watch.folder.appending(path: ".rules.yaml.draft")
    try BrokenFile.sound.write(to: draft, atomically: false, encoding: .utf8)
    #expect(rename(draft.path, watch.file.path) == 0)
    #expect(try watch.line(2) == "round 2: errors 0, warnings 0; changed: rules.yaml")
    #expect(try watch.end(by: SIGTERM) == 0)
  }

  @Test("several quick saves are one round")
  func quickSaves() throws {
    let watch = try Watch(BrokenFile.sound)
    _ = try watch.line(1)
    for weight in 41...48 {
      try watch.save(BrokenFile.sound.replacing("weight: 40", with: "weight: \(weight)"))
      usleep(20_000)
    }
    #expect(try watch.line(2).hasPrefix("round 2: errors 1,"))
    // Longer than it takes to find another round.
    usleep(1_500_000)
    #expect(try watch.end(by: SIGINT) == 65)
    #expect(try watch.output().split(separator: "\n").count == 2)
    // 60 + 48 = 108: what was checked is the last save.
    #expect(try watch.errors().contains("add up to 108"))
  }

  @Test("a file that goes and comes back, and one in the rules folder that is only extended, are noticed")
  func otherFiles() throws {
    let watch = try Watch(BrokenFile.sound)
    _ = try watch.line(1)
    try FileManager.default.removeItem(at: watch.file)
    #expect(try watch.line(2).hasPrefix("round 2: errors 1,"))
    #expect(try watch.errors().contains("error[T0601]"))
    try watch.save(BrokenFile.sound)
    #expect(try watch.line(3) == "round 3: errors 0, warnings 0; changed: rules.yaml")
    let family = watch.folder.appending(path: "rules/contoh")
    try FileManager.default.createDirectory(at: family, withIntermediateDirectories: true)
    try BrokenFile.sound.write(to: family.appending(path: "2021.yaml"), atomically: true, encoding: .utf8)
    #expect(try watch.line(4) == "round 4: errors 0, warnings 0; changed: rules/contoh/2021.yaml")
    #expect(try watch.end(by: SIGINT) == 0)
  }

  @Test("only text can be watched, and only files", arguments: [["rules.yaml", "--format", "json"], ["-"]])
  func refused(_ arguments: [String]) throws {
    #expect(try timbang(["check", "--watch"] + arguments).status == 64)
  }
}

/// A run of `timbang check --watch` over one rule file in a folder of its own.
private final class Watch {
  let folder: URL
  let file: URL
  private let process = Process()

  init(_ rules: String) throws {
    folder = try scratchFolder()
    file = folder.appending(path: "rules.yaml")
    try rules.write(to: file, atomically: true, encoding: .utf8)
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "timbang")
    process.arguments = ["check", "--watch", "rules.yaml"]
    process.currentDirectoryURL = folder
    process.environment = plainEnvironment
    for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: folder.appending(path: name).path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: folder)
  }

  func output() throws -> String { try String(contentsOf: folder.appending(path: "out"), encoding: .utf8) }
  func errors() throws -> String { try String(contentsOf: folder.appending(path: "err"), encoding: .utf8) }

  /// Writes the file in place.
  func save(_ text: String) throws {
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  /// The line of a round, once it is there.
  func line(_ round: Int) throws -> String {
    for _ in 0..<600 {
      let lines = try output().split(separator: "\n", omittingEmptySubsequences: false)
      if lines.count > round { return String(lines[round - 1]) }
      usleep(50_000)
    }
    Issue.record("round \(round) did not come")
    return ""
  }

  /// Ends the command by a signal; returns its exit code, or nil if the signal killed it.
  func end(by signal: Int32) throws -> Int32? {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }
}
