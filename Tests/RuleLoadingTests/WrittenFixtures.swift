import Foundation
import RuleDiagnostics
import Testing

/// Every fixture as files, so that other programs can be asked about them.
///
/// `TIMBANG_FIXTURES=folder swift test --filter WrittenFixtures` writes one folder a fixture, named by its number and code, with the
/// fixture as `2022.yaml` and the editions that it rests on beside it.
struct WrittenFixtures {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["TIMBANG_FIXTURES"] != nil))
  func `every fixture is written to a folder of its own`() throws {
    let root = URL(fileURLWithPath: ProcessInfo.processInfo.environment["TIMBANG_FIXTURES"] ?? "")
    for (index, fixture) in Fixture.all.enumerated() {
      let folder = root.appending(path: "\(index)-\(fixture.code.rawValue)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in fixture.others.merging(["2022": fixture.text], uniquingKeysWith: { $1 }) {
        try Data(RuleText(text).source.bytes).write(to: folder.appending(path: "\(name).yaml"))
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).count == Fixture.all.count)
  }
}
