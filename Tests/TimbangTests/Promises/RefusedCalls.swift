import Foundation
import Testing

@testable import Timbang

#if !SANITIZED
  /// What people get when the system refuses one call; `make test-faults` refuses every one.
  @Suite("Refused calls of the system")
  struct RefusedCalls {
    private static let report = WritingJob.all[0]
    private static let lock = WritingJob.all[3]
    private static let results = ["export"] + report.arguments.dropFirst().dropLast(2) + ["--csv", "csv"]

    private static let canTrace = (try? timbang(["-f", "-o", "/dev/null", "true"], program: "/usr/bin/strace"))?.status == 0

    /// Runs the command while calls are refused as `strace` writes it; nil where nothing may be traced, which is shown with the result.
    private func run(_ arguments: [String], in folder: PublishedFolder, refusing calls: [String], at path: String? = nil) throws -> Run? {
      guard RefusedCalls.canTrace else {
        withKnownIssue("SKIPPED: strace is not there, or may not trace") { Issue.record("no strace") }
        return nil
      }
      let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "timbang").path
      let names = calls.map { String($0.prefix { $0 != ":" }) }.joined(separator: ",")
      let injections = calls.flatMap { ["-e", "inject=\($0)"] }
      let places = path.map { ["-P", $0] } ?? []
      return try timbang(
        ["-f", "-o", "/dev/null", "-e", "trace=\(names)"] + places + injections + [program] + arguments, program: "/usr/bin/strace",
        in: folder.root)
    }

    private func names(in folder: PublishedFolder) throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.root.path))
    }

    @Test(
      "a report that the disk refuses ends with 74, the path and the reason; until it has its name, the old one stays",
      arguments: [
        ("?fchmod:error=EPERM:when=1", 74, true), ("fsync:error=EIO:when=1", 74, true), ("?rename,?renameat:error=EIO:when=1", 74, true),
        // The folder cannot be brought to the disk: the new file is there, and nobody knows whether it outlives a crash.
        ("fsync:error=EIO:when=2", 74, false),
        // This disk has nothing to synchronize for a folder.
        ("fsync:error=EINVAL:when=2", 0, false), ("fsync:error=EOPNOTSUPP:when=2", 0, false),
      ])
    func report(_ call: String, _ status: Int32, _ isOld: Bool) throws {
      let folder = try Self.report.folder()
      let (before, old) = (try names(in: folder), try Self.report.output(in: folder))
      guard let run = try run(Self.report.arguments, in: folder, refusing: [call]) else { return }
      #expect(run.status == status, "\(run.errors)")
      #expect(status == 0 || run.errors.contains("`r.html` cannot be written: "), "\(run.errors)")
      #expect(try (Self.report.output(in: folder) == old) == isOld)
      #expect(try names(in: folder) == before)
    }

    @Test("a temporary file that another run takes for a leftover is left to it, and the next name is tried")
    func takenForLeftover() throws {
      let folder = try Self.report.folder()
      guard let run = try run(Self.report.arguments, in: folder, refusing: ["flock:error=EAGAIN:when=1"]) else { return }
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Self.report.output(in: folder).starts(with: Data("<!DOCTYPE html>".utf8)))
      #expect(try names(in: folder).contains(where: Temporary.isName))
      let other = try Self.report.folder()
      let results = try #require(try self.run(Self.results, in: other, refusing: ["flock:error=EAGAIN:when=1"]))
      #expect(results.status == 0, "\(results.errors)")
      for one in [folder, other] {
        // The next run clears up.
        #expect(try timbang(Self.results, in: one.root).status == 0)
        #expect(try names(in: one).contains("csv") && !names(in: one).contains(where: Temporary.isName))
      }
    }

    @Test("of several new files none is taken for a leftover where the disk refuses the lock of the first")
    func severalFiles() throws {
      let folder = try Self.report.folder()
      let files = ["r.json", "r.db"]
      let arguments = Self.results.dropLast(2) + ["--json", files[0], "--sqlite", files[1]]
      guard let run = try run(Array(arguments), in: folder, refusing: ["flock:error=EIO:when=1"]) else { return }
      #expect(run.status == 0, "\(run.errors)")
      let found = try names(in: folder)
      #expect(found.isSuperset(of: files) && !found.contains(where: Temporary.isName))
    }

    @Test("where another run removes each folder as it is made, none is written, and none is left where one cannot be opened")
    func madeFolder() throws {
      let folder = try Self.report.folder()
      let before = try names(in: folder)
      // The system says that it made a folder, and did not. Beside a name of 250 letters no disk has room for a temporary one.
      let name = String(repeating: "x", count: 250)
      for (path, reason) in [("csv", "another program is writing it"), (name, "the name is too long")] {
        guard let run = try run(Self.results.dropLast() + [path], in: folder, refusing: ["?mkdir,?mkdirat:retval=0"]) else { return }
        #expect(run.status == 73 && run.errors.contains("`\(path)` cannot be written: \(reason)"), "\(run.errors)")
        #expect(try names(in: folder) == before)
      }
    }

    @Test("a register is written also where a disk cannot rename in one step, and never over another one")
    func register() throws {
      let cases: [(calls: [String], status: Int32)] = [
        (["renameat2:error=EINVAL"], 0), (["renameat2:error=EIO"], 74), (["renameat2:error=EEXIST"], 73),
        (["renameat2:error=ENOSYS", "?link,?linkat:error=EEXIST"], 73), (["renameat2:error=ENOSYS", "?link,?linkat:error=EPERM"], 74),
      ]
      for (calls, status) in cases {
        let folder = try PublishedFolder(isLocked: false)
        guard let run = try run(["lock", "c/1"], in: folder, refusing: calls) else { return }
        #expect(run.status == status, "\(calls): \(run.errors)")
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.rules.path).sorted()
        #expect(found == (status == 0 ? ["c", "timbang.lock"] : ["c"]))
        #expect(status != 0 || folder.workspace.verify(["c/1"]).isSound)
      }
    }

    @Test("a register that cannot be locked, or not be read, is not written, and not taken for none")
    func unreadableRegister() throws {
      let folder = try Self.lock.folder()
      let text = try folder.text("timbang.lock")
      guard let run = try run(Self.lock.arguments, in: folder, refusing: ["flock:error=ENOLCK:when=1"]) else { return }
      #expect(run.status == 73, "\(run.errors)")
      let verify = try #require(try self.run(["verify"], in: folder, refusing: ["openat:error=EIO"], at: "rules/timbang.lock"))
      #expect(verify.status == 65 && verify.errors.contains("the register `rules/timbang.lock` cannot be read: "), "\(verify.errors)")
      #expect(try folder.text("timbang.lock") == text)
      try folder.remove("timbang.lock")
      let none = try #require(try self.run(["verify"], in: folder, refusing: ["openat:error=EACCES"], at: "rules"))
      #expect(none.status == 65 && none.errors.contains("the register `rules/timbang.lock` cannot be read: "), "\(none.errors)")
    }

    @Test("a folder of results that the disk refuses leaves the old one whole, and nothing beside it")
    func folders() throws {
      let folder = try Self.report.folder()
      #expect(try timbang(Self.results, in: folder.root).status == 0)
      let (before, csv) = (try names(in: folder), folder.root.appending(path: "csv").path)
      let old = try FileManager.default.attributesOfItem(atPath: csv)[.systemFileNumber] as? Int
      // First the files get their names, then the folder.
      let rename = "?rename,?renameat:when=\(try FileManager.default.contentsOfDirectory(atPath: csv).count + 1)"
      for call in ["\(rename):error=EIO", "renameat2:error=EIO"] {
        guard let refused = try run(Self.results, in: folder, refusing: [call]) else { return }
        #expect(refused.status == 74 && refused.errors.contains("`csv` cannot be written: "), "\(call): \(refused.errors)")
        #expect(try names(in: folder) == before)
        #expect(try FileManager.default.attributesOfItem(atPath: csv)[.systemFileNumber] as? Int == old)
      }
      // Some disks call a folder that is not empty one that exists.
      let exchanged = try #require(try self.run(Self.results, in: folder, refusing: ["\(rename):error=EEXIST"]))
      #expect(exchanged.status == 0, "\(exchanged.errors)")
      #expect(try names(in: folder) == before)
      #expect(try FileManager.default.attributesOfItem(atPath: csv)[.systemFileNumber] as? Int != old)
    }
  }
#endif
