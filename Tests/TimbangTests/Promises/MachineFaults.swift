import Dice
import Foundation
import Glibc
import Testing

@testable import Timbang

/// Runs a line of the shell in which `$0` is timbang.
func shell(
  _ line: String, _ arguments: [String] = [], in folder: URL = packageFolder, environment: [String: String] = [:]
) throws -> Run {
  let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "timbang").path
  return try timbang(["-c", line, program] + arguments, program: "/bin/bash", in: folder, environment: environment)
}

/// A surrounding that must not be seen in any result: what comes before the command, and its environment.
struct Surrounding: CustomTestStringConvertible, Sendable {
  let name: String
  let line: String
  let environment: [String: String]
  var testDescription: String { name }

  private init(_ name: String, _ line: String = "exec \"$0\" \"$@\"", _ environment: [String: String] = [:]) {
    self.name = name
    self.line = line
    self.environment = environment
  }

  /// Where lines are counted, the count goes where the others are.
  private static let profile = "${LLVM_PROFILE_FILE+LLVM_PROFILE_FILE=\"$LLVM_PROFILE_FILE\"}"

  static let all =
    ["id_ID.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "C", "nonsense"].map {
      Surrounding("locale \($0)", environment($0))
    } + ["Pacific/Kiritimati", "America/Caracas", "nowhere/at-all"].map { zone in Surrounding("time zone \(zone)", ["TZ": zone]) } + [
      Surrounding("no HOME", "unset HOME; exec \"$0\" \"$@\""), Surrounding("HOME that is not there", ["HOME": "/no/such/home"]),
      Surrounding("TMPDIR that is not there", ["TMPDIR": "/no/such/folder"]),
      Surrounding("no environment", "exec env -i ${LSAN_OPTIONS+LSAN_OPTIONS=detect_leaks=0} \(profile) \"$0\" \"$@\""),
      Surrounding("one core", "exec taskset -c 0 \"$0\" \"$@\""), Surrounding("a stack of 1 MB", "ulimit -s 1024; exec \"$0\" \"$@\""),
      Surrounding("16 open files", "ulimit -n 16; exec \"$0\" \"$@\""),
      Surrounding("other hash seeds", ["SWIFT_DETERMINISTIC_HASHING": "1"]),
      Surrounding("a narrow terminal", ["COLUMNS": "20", "TERM": "xterm"]),
      Surrounding("another umask", "umask 077; exec \"$0\" \"$@\""), Surrounding("no standard input", "exec \"$0\" \"$@\" <&-"),
    ]

  private init(_ name: String, _ environment: [String: String]) {
    self.init(name, "exec \"$0\" \"$@\"", environment)
  }

  private static func environment(_ locale: String) -> [String: String] {
    ["LC_ALL": locale, "LANG": locale, "LC_NUMERIC": locale, "LANGUAGE": locale]
  }
}

@Suite("What goes wrong with the machine")
struct MachineFaults {
  private static let samples = "rules/kepatuhan/samples"
  private static let years = [
    "--from", "2021=\(samples)/balikpapan-2021.csv", "--to", "2022=\(samples)/balikpapan-2022.csv", "--entities", "\(samples)/entities.csv",
    "--lang", "en",
  ]
  private static let score = [
    "score", "--rules", "2022", "--data", "\(samples)/balikpapan-2022.csv", "--entities", "\(samples)/entities.csv", "--format", "json",
    "--lang", "en",
  ]

  /// What comes of it where nothing is unusual.
  private static let usual = Result { try results(nil) }

  /// Everything that one surrounding gives: printed results and written files.
  private static func results(_ surrounding: Surrounding?) throws -> [String: Data] {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["r.html", "r.xlsx", "r.db", "r.json", "csv/scores.csv", "csv/parts.csv"]
    let paths = names.map { folder.appending(path: $0) }
    let commands = [
      MachineFaults.score,
      ["report"] + MachineFaults.years + ["--out", paths[0].path],
      ["export"] + MachineFaults.years + [
        "--xlsx", paths[1].path, "--sqlite", paths[2].path, "--json", paths[3].path, "--csv", folder.appending(path: "csv").path,
      ],
    ]
    var found: [String: Data] = [:]
    for command in commands {
      let run = try shell(surrounding?.line ?? "exec \"$0\" \"$@\"", command, environment: surrounding?.environment ?? [:])
      #expect(run.status == 0, "\(command[0]): \(run.errors)")
      found[command[0]] = Data(run.output.replacing(folder.path, with: "").utf8)
    }
    for (name, path) in zip(names, paths) { found[name] = try Data(contentsOf: path) }
    return found
  }

  @Test("locale, time zone, folders, cores, stack, open files and hash seeds leave the same bytes", arguments: Surrounding.all)
  func surroundings(_ surrounding: Surrounding) throws {
    let other = try MachineFaults.results(surrounding)
    for (name, bytes) in try MachineFaults.usual.get() { #expect(other[name] == bytes, "\(name)") }
  }

  @Test(
    "the clock is in nothing but the day of a lock, and that may be any day from 1970 on",
    arguments: [(0, "1970-01-01"), (2_147_483_648, "2038-01-19"), (4_102_444_799, "2099-12-31")])
  func clock(_ seconds: Int, _ day: String) throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.workspace.lock(["c/1", "c/2"], on: CalendarDate(secondsSince1970: seconds))
    #expect(folder.faults() == [])
    #expect(try folder.text("timbang.lock").contains(" date=\(day) "))
  }

  @Test(
    "a path at which there is no file is named, with what is there instead",
    arguments: [
      ("no/such/file.csv", "there is no such file or folder"), ("folder", "this is a folder, not a file"),
      ("itself", "this is a link, not a file"), ("", "there is no such file or folder"), ("data.csv/x", "a part of its path is no folder"),
      (String(repeating: "x", count: 300), "the name is too long"), ("forbidden", "no permission"),
    ])
  func paths(_ path: String, _ reason: String) throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try fill(folder, with: ["data.csv": "x", "forbidden": "x"])
    mkdir(folder.appending(path: "folder").path, 0o700)
    symlink("itself", folder.appending(path: "itself").path)
    chmod(folder.appending(path: "forbidden").path, 0)
    // Who may read everything cannot be forbidden anything.
    if path == "forbidden", geteuid() == 0 { return }
    let rules = packageFolder.appending(path: "rules").path
    let score = ["score", "--rules", "2022", "--rules-dir", rules, "--data", path]
    for arguments in [score, ["check", path.isEmpty ? "./.yaml" : path, "--rules-dir", rules]]
    where arguments[0] == "score" || path == "itself" {
      let run = try timbang(arguments, in: folder)
      #expect([65, 66].contains(run.status), "\(run.errors)")
      #expect(run.output.isEmpty)
      if arguments[0] == "score" { #expect(run.errors.contains("`\(path)` cannot be read: \(reason)"), "\(run.errors)") }
    }
  }

  @Test("two writers at once: each file is that of one of them, whole, and a reader sees nothing else")
  func twoWriters() async throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "f").path
    let texts = (0..<4).map { Array(String(repeating: "\($0)", count: 100_000).utf8) }
    try writeResult(path, texts[0])
    let whole = Set(texts)
    await withTaskGroup(of: Bool.self) { group in
      for text in texts {
        group.addTask {
          for _ in 0..<25 {
            do { try writeResult(path, text) } catch { return false }
            guard let found = try? readFile(path, for: .table), whole.contains(found.bytes) else { return false }
          }
          return true
        }
      }
      for await isSound in group { #expect(isSound) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["f"])
  }
}

@Suite("A file that changes while it is read")
struct ChangingFiles {
  /// Rewrites a file in place, by other bytes of other lengths, until it is told to stop.
  private func rewriting(_ path: String, _ texts: [[UInt8]], while body: () throws -> Void) throws {
    let stop = folderOfFlag.appending(path: UUID().uuidString)
    let thread = Thread {
      var number = 0
      while access(stop.path, F_OK) != 0 {
        let file = open(path, O_WRONLY | O_TRUNC)
        _ = texts[number % texts.count].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        number += 1
        // A moment of rest now and then: a file that never rests is refused.
        if number % 3 == 0 { usleep(20_000) }
      }
    }
    thread.start()
    defer { _ = FileManager.default.createFile(atPath: stop.path, contents: nil) }
    try body()
  }

  private let folderOfFlag = FileManager.default.temporaryDirectory

  @Test("a file that is cut and rewritten in place is read as it was at one moment, or refused by name; never a crash, never a mixture")
  func hotFolder() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "data.csv").path
    let texts = [3_000_000, 1_000, 5_000_000].enumerated().map { [UInt8](repeating: UInt8(0x61 + $0.offset), count: $0.element) }
    try Data(texts[0]).write(to: URL(filePath: path))
    var (whole, refused) = (0, 0)
    try rewriting(path, texts) {
      for _ in 0..<60 {
        do throws(FileReadingError) {
          let bytes = try readFile(path, for: .table).bytes
          // A writer that has only cut the file so far leaves an empty one.
          #expect(bytes.isEmpty || Set(bytes).count == 1, "a mixture of \(bytes.count) bytes")
          whole += 1
        } catch {
          #expect(error.reason.en.contains("keeps changing"), "\(error.reason.en)")
          refused += 1
        }
      }
    }
    #expect(whole > 0)
    print("hot folder: \(whole) readings, \(refused) refusals")
  }

  @Test("what was read stays what it was, and its digest too, whatever becomes of the file")
  func stays() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "data.csv").path
    try Data(repeating: 0x61, count: 3 << 20).write(to: URL(filePath: path))
    let file = try readFile(path, for: .table)
    let digest = Digest(of: file)
    truncate(path, 10)
    #expect(file.bytes.count == 3 << 20 && file.bytes.last == 0x61)
    #expect(Digest(of: file) == digest)
  }
}

@Suite("Data made to exhaust the machine")
struct HostileData {
  /// Runs `score` on a file with little memory to address.
  private func score(_ path: String, in folder: URL, input: String, memory: Int = 6_000_000) throws -> Run {
    let rules = packageFolder.appending(path: "rules").path
    // A sanitizer maps terabytes that it does not use.
    let line = "\(input) (ulimit -v \(isSanitized ? "unlimited" : "\(memory)"); exec \"$0\" \"$@\")"
    return try shell(line, ["score", "--rules", "2022", "--rules-dir", rules, "--data", path], in: folder)
  }

  private func hollow(_ path: String, _ size: Int, head: String = "") throws {
    _ = FileManager.default.createFile(atPath: path, contents: Data(head.utf8))
    #expect(truncate(path, size) == 0)
  }

  @Test(
    "a file of 10 GB, 3 GB of nothing behind a header, a line of 40 MB and an endless stream are refused at once, with place and reason",
    arguments: [
      ("10 GB", 66, "the file is larger than 4 GiB"), ("3 GB", 66, "it holds nothing but zero bytes"),
      ("3 GB behind a header", 65, "the line that begins here is longer than"),
      ("a line of 40 MB", 65, "the line that begins here is longer than"),
      ("binary", 65, "the file holds zero bytes"), ("/dev/zero", 66, "it holds nothing but zero bytes"),
      ("endless", 66, "the stream has not ended after 128 MiB"), ("a million columns", 65, "at most 200 are read"),
    ])
  func sizes(_ name: String, _ status: Int32, _ reason: String) throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "data.csv").path
    let header = "institution,unit,product,field,value\n"
    switch name {
    case "10 GB": try hollow(path, 10 << 30)
    case "3 GB": try hollow(path, 3 << 30)
    case "3 GB behind a header": try hollow(path, 3 << 30, head: header + String(repeating: "x,y,z,f,1\n", count: 1000))
    case "a line of 40 MB": try Data((header + String(repeating: "x", count: 40 << 20)).utf8).write(to: URL(filePath: path))
    case "binary": try Data((0..<(20 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }).write(to: URL(filePath: path))
    case "a million columns":
      try Data(((0..<1_000_000).map { "c\($0)" }.joined(separator: ",") + "\n").utf8).write(to: URL(filePath: path))
    default: break
    }
    let source = name == "/dev/zero" ? name : name == "endless" ? "-" : "data.csv"
    let run = try score(source, in: folder, input: name == "endless" ? "yes |" : "")
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(run.errors.contains("\(source):"), "\(run.errors)")
    #expect(run.errors.utf8.count < 20_000)
    #expect(run.seconds < timeLimit(30, unoptimized: 30))
  }

  @Test("a file for which there is not enough memory is refused", .disabled(if: isSanitized, "a sanitizer maps terabytes"))
  func memory() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try hollow(folder.appending(path: "data.csv").path, 3 << 30, head: "institution,field,value\n")
    let run = try score("data.csv", in: folder, input: "", memory: 2_000_000)
    #expect(run.status == 66)
    #expect(run.errors.contains("`data.csv` cannot be read: there is not enough memory for 3072 MiB"), "\(run.errors)")
  }

  @Test("a rule file of 10 GB is refused at once with both numbers")
  func rules() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try hollow(folder.appending(path: "rules.yaml").path, 10 << 30)
    let run = try timbang(["check", "rules.yaml"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("error[T0110]"))
    #expect(run.errors.contains("the file has 10737418240 bytes, the limit is 4194304"), "\(run.errors)")
  }
}
