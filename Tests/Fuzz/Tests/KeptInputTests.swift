import Foundation
import FuzzTargets
import Testing

/// Inputs that once broke a promise, or stand at the edge of one. Each file is named by what it shows.
@Suite("Kept inputs of the fuzzer")
struct KeptInputTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Kept")

  /// The kept inputs as `yaml/open-quote`.
  static let names: [String] = FuzzTarget.allCases.flatMap { target in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: target.rawValue).path())) ?? []
    return names.sorted().map { "\(target.rawValue)/\($0)" }
  }

  @Test(arguments: names) func `an input keeps every promise`(name: String) throws {
    let target = try #require(FuzzTarget(rawValue: String(name.prefix { $0 != "/" })))
    target.read([UInt8](try Data(contentsOf: Self.folder.appending(path: name))))
  }

  @Test(arguments: FuzzTarget.allCases) func `each target keeps inputs, and answers to nothing at all`(target: FuzzTarget) {
    #expect(Self.names.contains { $0.hasPrefix("\(target.rawValue)/") })
    target.read([])
  }
}
