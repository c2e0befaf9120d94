import Foundation
import Timbang

/// The folder of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of the worked cases.
let casesFolder = packageFolder.appending(path: "Tests/Cases")

/// What a run of the command printed.
struct Run {
  let status: Int32
  let output: String
  let errors: String
  let seconds: Double
}

/// What a command finds around it, whoever runs the tests; where lines are counted or memory is watched, also how.
let plainEnvironment = ["PATH": "/usr/bin:/bin", "LANG": "C"].merging(
  ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" || $0.key.hasSuffix("SAN_OPTIONS") }
) { $1 }

/// Runs the command as a user would, in the package's folder; or another program, of this package by its name.
func timbang(
  _ arguments: [String], program: String = "timbang", input: String = "", in folder: URL = packageFolder,
  environment: [String: String] = [:]
) throws -> Run {
  let process = Process()
  let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  process.executableURL = program.hasPrefix("/") ? URL(filePath: program) : products.appending(path: program)
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = plainEnvironment.merging(environment) { $1 }
  // Files instead of pipes: nothing can block, however much is printed.
  let scratch = try scratchFolder()
  defer { try? FileManager.default.removeItem(at: scratch) }
  let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
  try input.write(to: files[0], atomically: false, encoding: .utf8)
  for file in files.dropFirst() { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
  process.standardInput = try FileHandle(forReadingFrom: files[0])
  process.standardOutput = try FileHandle(forWritingTo: files[1])
  process.standardError = try FileHandle(forWritingTo: files[2])
  let start = Date()
  try process.run()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
    errors: try String(contentsOf: files[2], encoding: .utf8), seconds: Date().timeIntervalSince(start))
}

/// Where the folders of this run are; it goes when the run ends.
private let scratchRoom: URL = {
  atexit { try? FileManager.default.removeItem(at: scratchRoom) }
  return FileManager.default.temporaryDirectory.appending(path: "timbang-tests-\(ProcessInfo.processInfo.processIdentifier)")
}()

/// A folder of its own for one test.
func scratchFolder() throws -> URL {
  let folder = scratchRoom.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// Writes files into a folder, by their paths in it; folders on the way are made.
func fill(_ folder: URL, with files: [String: String]) throws {
  for (name, text) in files {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }
}

/// Parsed JSON, for reading expectations and results.
struct Parsed {
  let value: Any?

  init(_ value: Any?) {
    self.value = value
  }

  init(text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  subscript(key: String) -> Parsed { Parsed((value as? [String: Any])?[key]) }
  subscript(index: Int) -> Parsed { Parsed(items.indices.contains(index) ? items[index].value : nil) }
  var items: [Parsed] { (value as? [Any])?.map { Parsed($0) } ?? [] }
  var text: String? { value as? String }
}
