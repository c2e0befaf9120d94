import Foundation
import Glibc
import Testing

@testable import Timbang

/// A command that writes one file, for which an old one is there.
struct WritingJob: CustomTestStringConvertible, Sendable {
  let name: String
  let arguments: [String]
  let output: String
  var testDescription: String { name }

  private static let samples = packageFolder.appending(path: "rules/kepatuhan/samples").path
  private static let rules = packageFolder.appending(path: "rules").path
  private static let year = [
    "--rules", "2022", "--data", "\(samples)/balikpapan-2022.csv", "--entities", "\(samples)/entities.csv", "--rules-dir", rules,
  ]

  static let all = [
    WritingJob(name: "report", arguments: ["report"] + year + ["--out", "r.html"], output: "r.html"),
    WritingJob(name: "export", arguments: ["export"] + year + ["--json", "r.json"], output: "r.json"),
    WritingJob(
      name: "import",
      arguments: [
        "import", "in.csv", "--rules", "2022", "--entities", "\(samples)/entities.csv", "--rules-dir", rules, "--out", "out.csv",
      ],
      output: "out.csv"),
    WritingJob(name: "lock", arguments: ["lock", "c/2"], output: "rules/timbang.lock"),
  ]

  /// A folder in which the job can run, with an old output.
  func folder() throws -> PublishedFolder {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    try FileManager.default.copyItem(
      atPath: "\(WritingJob.samples)/balikpapan-2022.csv", toPath: folder.root.appending(path: "in.csv").path)
    if output != "rules/timbang.lock" { try old.write(to: folder.root.appending(path: output)) }
    return folder
  }

  private var old: Data { Data(String(repeating: "old\n", count: 1000).utf8) }

  func output(in folder: PublishedFolder) throws -> Data { try Data(contentsOf: folder.root.appending(path: output)) }
}

/// What people get when a write fails. `make test-faults` does the same at every system call and a thousand times.
@Suite("Faults while writing")
struct WriteFaults {
  /// The folder that an output lies in.
  private func place(of job: WritingJob, in folder: PublishedFolder) -> URL {
    folder.root.appending(path: job.output).deletingLastPathComponent()
  }

  private func names(in folder: URL) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  @Test("`kill -9` at a random moment of a write leaves the old file or the new one, and the next run clears up", arguments: WritingJob.all)
  func kill(_ job: WritingJob) throws {
    let reference = try job.folder()
    let old = try job.output(in: reference)
    #expect(try timbang(job.arguments, in: reference.root).status == 0)
    let new = try job.output(in: reference)
    #expect(new != old)
    let whole = try names(in: place(of: job, in: reference))
    for number in 0..<3 {
      let folder = try job.folder()
      let before = try names(in: place(of: job, in: folder))
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "timbang")
      process.arguments = job.arguments
      process.currentDirectoryURL = folder.root
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // From the moment on at which anything appears in the folder.
      while process.isRunning, try names(in: place(of: job, in: folder)) == before {}
      usleep(UInt32.random(in: 0..<2_000))
      _ = Glibc.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try job.output(in: folder)
      #expect(found == old || found == new, "kill \(number)")
      #expect(try timbang(job.arguments, in: folder.root).status == 0)
      #expect(try job.output(in: folder) == new)
      #expect(try names(in: place(of: job, in: folder)) == whole)
    }
  }

  @Test("a full disk ends with 74, a read-only one with 73, with path and reason, and the old file is whole", arguments: WritingJob.all)
  func disks(_ job: WritingJob) throws {
    for (kind, status, reason) in [("full", 74, "the disk is full"), ("read-only", 73, "the disk can only be read")] {
      let folder = try job.folder()
      let disk = folder.root.appending(path: "disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: false)
      guard try mount("-t", "tmpfs", "-o", "size=512k", "tmpfs", disk.path) else {
        // Shown with the result of the test.
        withKnownIssue("SKIPPED: mounting a small disk needs root") { Issue.record("no mount") }
        return
      }
      defer { _ = try? mount("--", disk.path, program: "umount") }
      for name in try names(in: folder.root) where name != "disk" {
        try FileManager.default.copyItem(at: folder.root.appending(path: name), to: disk.appending(path: name))
      }
      if kind == "full" { fill(disk) } else { #expect(try mount("-o", "remount,ro", disk.path)) }
      let old = try Data(contentsOf: disk.appending(path: job.output))
      let run = try timbang(job.arguments, in: disk)
      #expect(run.status == status, "\(kind): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("`\(job.output)` cannot be written: \(reason)"), "\(run.errors)")
      #expect(try Data(contentsOf: disk.appending(path: job.output)) == old)
    }
  }

  private func mount(_ arguments: String..., program: String = "mount") throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func fill(_ disk: URL) {
    let file = open(disk.appending(path: "filler").path, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    let page = [UInt8](repeating: 0x78, count: 4096)
    while write(file, page, page.count) > 0 {}
  }

  @Test(
    "what cannot be a file is refused by name with 73, and stays what it was",
    arguments: [
      ("/dev/null", "this is a device or a pipe, not a file"), ("pipe", "this is a device or a pipe, not a file"),
      ("folder", "this is a folder, not a file"), ("nowhere", "this is a link that leads nowhere"),
      ("itself", "this is a link, not a file"),
      ("no/such/folder", "there is no such file or folder"), ("in.csv/x", "a part of its path is no folder"),
      (String(repeating: "x", count: 300), "the name is too long"), ("", "there is no such file or folder"),
    ])
  func places(_ path: String, _ reason: String) throws {
    let job = WritingJob.all[0]
    let folder = try job.folder()
    let paths = ["pipe", "folder", "nowhere", "itself"].map { folder.root.appending(path: $0).path }
    mkfifo(paths[0], 0o600)
    mkdir(paths[1], 0o700)
    symlink("there-is-nothing", paths[2])
    symlink("itself", paths[3])
    let before = try names(in: folder.root)
    let run = try timbang(job.arguments.dropLast() + [path], in: folder.root)
    #expect(run.status == 73)
    #expect(run.errors.contains("`\(path)` cannot be written: \(reason)"), "\(run.errors)")
    #expect(try names(in: folder.root) == before)
    var state = stat()
    #expect(stat("/dev/null", &state) == 0 && state.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("where the output is a link to a file, that file is written and the link stays")
  func link() throws {
    let job = WritingJob.all[0]
    let folder = try job.folder()
    symlink("r.html", folder.root.appending(path: "link").path)
    #expect(try timbang(job.arguments.dropLast() + ["link"], in: folder.root).status == 0)
    #expect(try String(contentsOf: folder.root.appending(path: "r.html"), encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.root.appending(path: "link").path) == "r.html")
  }

  @Test("a full standard output ends with 74 and a word, for results and for help; a closed pipe ends quietly")
  func standardOutput() throws {
    let job = WritingJob.all[0]
    let folder = try job.folder()
    let score = ["score"] + job.arguments.dropFirst().dropLast(2)
    for arguments in [score, ["--help"], ["score", "--help"], ["--version"], ["code", "T0204"], ["schema"]] {
      let run = try shell("\"$0\" \"$@\" > /dev/full", arguments, in: folder.root)
      #expect(run.status == 74, "\(arguments)")
      if arguments[0] == "score", arguments.count > 2 {
        #expect(run.errors.contains("the output cannot be written: the disk is full"), "\(run.errors)")
      }
      let closed = try shell("(\"$0\" \"$@\"; echo $? >&2) | true", arguments, in: folder.root)
      // 141 is the signal of a closed pipe; 0, if all was written before it was closed.
      #expect(["141\n", "0\n"].contains(closed.errors), "\(arguments): \(closed.errors)")
      let missing = try shell("\"$0\" \"$@\" >&-", arguments, in: folder.root)
      #expect(missing.status != 0, "\(arguments)")
    }
  }

  @Test("what a killed run left behind is cleared by any later run in the folder; what looks similar stays")
  func leftovers() throws {
    let job = WritingJob.all[0]
    let folder = try job.folder()
    let dead = [".old.xlsx.timbang-4711-0.tmp", ".r.html.timbang-1-99.tmp", ".csv.timbang-4711-3.tmp"]
    let mine = [".timbang-1-0.tmp.bak", "r.html.timbang-1-0.tmp", ".notes.tmp", ".x.timbang-1.tmp", ".x.timbang-1-b.tmp"]
    for name in dead.dropLast() + mine { try Data("x".utf8).write(to: folder.root.appending(path: name)) }
    let left = folder.root.appending(path: dead[2])
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: false)
    try Data("x".utf8).write(to: left.appending(path: "scores.csv"))
    // Nobody waits for the other end of a pipe, and nobody removes it.
    let pipe = ".pipe.timbang-1-0.tmp"
    #expect(mkfifo(folder.root.appending(path: pipe).path, 0o600) == 0)
    #expect(try timbang(job.arguments, in: folder.root).status == 0)
    let found = try names(in: folder.root)
    #expect(found.isDisjoint(with: dead))
    #expect(found.isSuperset(of: mine + [pipe]))
  }

  @Test("a folder of results is exchanged whole; what is not ours stays")
  func folders() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "csv").path
    try writeResultFolder(path, [("a.csv", Array("1".utf8)), ("b.csv", Array("2".utf8))], suffix: ".csv", sign: "a.csv")
    try writeResultFolder(path + "/", [("a.csv", Array("3".utf8))], suffix: ".csv", sign: "a.csv")
    #expect(try names(in: folder) == ["csv"])
    #expect(try names(in: folder.appending(path: "csv")) == ["a.csv"])
    // One file that the disk does not take keeps the old folder whole.
    let long = String(repeating: "x", count: 300) + ".csv"
    let error = #expect(throws: FileWritingError.self) {
      try writeResultFolder(path, [("a.csv", Array("4".utf8)), (long, [])], suffix: ".csv", sign: "a.csv")
    }
    #expect(error?.path == "\(path)/\(long)" && error?.reason.en == "the name is too long")
    #expect(try names(in: folder) == ["csv"])
    #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "3")
    // What a killed run left in the old folder goes with it.
    try Data().write(to: folder.appending(path: "csv/.a.csv.timbang-4711-0.tmp"))
    try writeResultFolder(path, [("a.csv", Array("3".utf8))], suffix: ".csv", sign: "a.csv")
    #expect(try names(in: folder) == ["csv"])
    #expect(try names(in: folder.appending(path: "csv")) == ["a.csv"])
    // Files of the same kind, but not a folder of results: somebody else's.
    try TimbangTests.fill(folder, with: ["mine/b.csv": "2"])
    #expect(throws: FileWritingError.self) {
      try writeResultFolder(folder.appending(path: "mine").path, [("a.csv", [])], suffix: ".csv", sign: "a.csv")
    }
    try FileManager.default.removeItem(at: folder.appending(path: "mine"))
    try Data().write(to: folder.appending(path: "csv/notes.txt"))
    #expect(throws: FileWritingError.self) { try writeResultFolder(path, [("a.csv", [])], suffix: ".csv", sign: "a.csv") }
    #expect(try names(in: folder.appending(path: "csv")) == ["a.csv", "notes.txt"])
    #expect(try names(in: folder) == ["csv"])
  }

  @Test("where one of several files cannot be written, none is")
  func several() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try TimbangTests.fill(folder, with: ["a": "old", "b/c": ""])
    let paths = ["a", "d", "b"].map { folder.appending(path: $0).path }
    // `b` is a folder.
    #expect(throws: FileWritingError.self) { try writeResults(paths.map { ($0, Array("new".utf8)) }) }
    #expect(try names(in: folder) == ["a", "b"])
    #expect(try String(contentsOf: folder.appending(path: "a"), encoding: .utf8) == "old")
    try writeResults(paths.dropLast().map { ($0, Array("new".utf8)) })
    #expect(try String(contentsOf: folder.appending(path: "d"), encoding: .utf8) == "new")
    #expect(try names(in: folder) == ["a", "b", "d"])
  }

  @Test("what is read is never written over, under whatever name")
  func inputs() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try TimbangTests.fill(folder, with: ["data.csv": "x"])
    let data = folder.appending(path: "data.csv").path
    try FileManager.default.linkItem(atPath: data, toPath: data + ".hard")
    try FileManager.default.createSymbolicLink(atPath: data + ".soft", withDestinationPath: "data.csv")
    for output in [data, folder.path + "/./data.csv", data + ".hard", data + ".soft"] {
      #expect(throws: FileWritingError.self) { try refuseOverwriting([output], inputs: [data]) }
    }
    #expect(throws: FileWritingError.self) { try refuseOverwriting([data + "2", folder.path + "/./data.csv2"], inputs: []) }
    try refuseOverwriting([data + "2", "-", "-"], inputs: [data, "-"])
    let run = try timbang(
      ["import", "data.csv", "--rules", "2022", "--rules-dir", packageFolder.appending(path: "rules").path, "--out", "./data.csv"],
      in: folder)
    #expect(run.status == 73 && run.errors.contains("the same file"))
  }
}
