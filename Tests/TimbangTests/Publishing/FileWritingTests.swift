import Dice
import Foundation
import Glibc
import Testing

@testable import Timbang

@Suite("Writing files")
struct FileWritingTests {
  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a file is replaced whole, keeps its permissions, and leaves nothing beside it")
  func replacing() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "f").path
    try writeFile(path, Array("old".utf8))
    chmod(path, 0o640)
    try writeFile(path, Array("new".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try names(in: folder) == ["f"])
  }

  @Test("what a killed run left behind is removed by the next, and nothing else")
  func leftovers() throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    let old = try folder.text("timbang.lock")
    // Killed between writing and renaming: the old file is whole.
    try folder.write("half a lin", to: ".timbang.lock.timbang-4711-0.tmp")
    try folder.write("mine", to: ".timbang.lock.notes.tmp")
    #expect(try folder.text("timbang.lock") == old)
    #expect(folder.workspace.verify(["c/1"]).isSound)
    _ = try folder.lock("c/2")
    #expect(folder.faults() == [])
    #expect(try names(in: folder.rules) == [".timbang.lock.notes.tmp", "c", "timbang.lock"])
    #expect(try folder.text("timbang.lock").hasPrefix(old))
  }

  @Test("the temporary file of a run that is alive is left alone")
  func living() throws {
    let folder = try PublishedFolder(isLocked: false)
    let name = ".timbang.lock.timbang-4711-0.tmp"
    try folder.write("alive", to: name)
    let file = open(folder.url(name).path, O_RDWR)
    defer { close(file) }
    #expect(flock(file, LOCK_EX) == 0)
    _ = try folder.lock("c/1")
    #expect(try folder.text(name) == "alive")
  }

  @Test("the second of two writers fails with a message, and nothing is lost")
  func twoWriters() throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    let old = try folder.text("timbang.lock")
    let file = open(folder.url("timbang.lock").path, O_RDWR)
    #expect(flock(file, LOCK_EX) == 0)
    let loser = try folder.run("lock", "c/2")
    #expect(loser.status == 73)
    #expect(loser.output.isEmpty)
    #expect(loser.errors.contains("another program is writing it"))
    #expect(try folder.text("timbang.lock") == old)
    close(file)
    #expect(try folder.run("lock", "c/2").status == 0)
  }

  @Test("a writer that was overtaken does not write over what came first")
  func overtaken() throws {
    let folder = try PublishedFolder(isLocked: false)
    let turn = try WritingTurn(for: folder.url("timbang.lock").path)
    _ = try folder.lock("c/1")
    let text = try folder.text("timbang.lock")
    #expect(throws: FileWritingError.self) { try writeFile(folder.url("timbang.lock").path, [], turn.placement) }
    #expect(try folder.text("timbang.lock") == text)
    #expect(try names(in: folder.rules) == ["c", "timbang.lock"])
  }

  @Test("many writers at once lose no entry that was reported as written")
  func manyWriters() async throws {
    let folder = try PublishedFolder(isLocked: false)
    let editions = (10..<26).map { "\($0)" }
    for edition in editions {
      try folder.write(PublishedFolder.first.replacing("edition: 1", with: "edition: \(edition)"), to: "c/\(edition).yaml")
    }
    let workspace = folder.workspace
    let written = await withTaskGroup(of: String?.self) { group in
      for edition in editions {
        group.addTask { (try? workspace.lock(["c/\(edition)"], on: PublishedFolder.day)).flatMap { $0.added.first?.name } }
      }
      return await group.reduce(into: Set<String>()) { if let name = $1 { $0.insert(name) } }
    }
    var log = DiagnosticLog()
    let source = SourceFile(name: "timbang.lock", bytes: try folder.bytes("timbang.lock"))
    let register = try #require(RegisterReader.read(source, log: &log))
    #expect(Set(register.entries.map(\.name)) == written)
    #expect(!written.isEmpty)
    #expect(try names(in: folder.rules) == ["c", "timbang.lock"])
  }

  @Test("where a hundred runs hold every temporary name, one more writes nothing and says so")
  func crowd() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, results) = (folder.appending(path: "f").path, folder.appending(path: "csv").path)
    var held: [Int32] = []
    defer { for one in held { close(one) } }
    for attempt in 0..<Temporary.attempts {
      let names = [file, results].map { Temporary.path(for: $0, attempt: attempt) }
      #expect(mkdir(names[1], 0o700) == 0)
      held.append(open(names[0], O_RDWR | O_CREAT, 0o600))
      held.append(open(names[1], O_RDONLY | O_DIRECTORY))
    }
    for one in held { #expect(flock(one, LOCK_EX) == 0) }
    for write in [{ try writeFile(file, []) }, { try writeResultFolder(results, [("a.csv", [])], suffix: ".csv", sign: "a.csv") }] {
      let error = #expect(throws: FileWritingError.self) { try write() }
      #expect(error?.exitCode == 73 && error?.reason.en.hasPrefix("another program is writing it") == true)
    }
    #expect(try names(in: folder).count == 2 * Temporary.attempts)
  }

  @Test(
    "a write that the system refuses ends with 73 or 74, and the old file is whole",
    .disabled(if: isSanitized, "the thread sanitizer itself lets a file grow"))
  func refusedWrites() throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    let old = try folder.text("timbang.lock")
    // No file may grow: the first write fails as on a full disk.
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "timbang").path
    process.arguments = ["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" lock c/2 2>/dev/null", program]
    process.currentDirectoryURL = folder.root
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(try folder.text("timbang.lock") == old)
    #expect(try names(in: folder.rules) == ["c", "timbang.lock"])
    #expect(throws: FileWritingError.self) { try writeFile("/no-such-folder/f", []) }
  }
}
