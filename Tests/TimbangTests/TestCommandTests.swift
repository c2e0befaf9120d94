import Foundation
import Testing
import Timbang

@Suite("The tests beside the rules")
struct TestCommandTests {
  /// A rules folder with one edition and these tests of it, made for one run.
  private func run(_ tests: String?, _ arguments: [String], language: String = "en") throws -> Run {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let family = folder.appending(path: "rules/c")
    try FileManager.default.createDirectory(at: family.appending(path: "tests"), withIntermediateDirectories: true)
    try PublishedFolder.first.replacing("status: published", with: "status: draft")
      .write(to: family.appending(path: "1.yaml"), atomically: true, encoding: .utf8)
    try tests?.write(to: family.appending(path: "tests/1.yaml"), atomically: true, encoding: .utf8)
    return try timbang(["test"] + arguments + ["--lang", language], in: folder)
  }

  /// The edition is 60 % of `a` and 40 % of `b`; the line of zone `h` is 78.
  private static let tests = """
    timbang_tests: 1
    edition: c/1
    cases:
      - {id: tinggi, title: {id: Nilai tinggi, en: A high score}, observations: {x: {a: 100, b: 50}}, expect: {total: 80, zone: h}}
      - {id: rendah, observations: {x: {a: 50, b: 100}}, expect: {total: "(3 * 50 + 2 * 100) / 5"}}

    """

  private static var failing: String { tests.replacing("total: 80", with: "total: 78.5") }

  @Test(
    "the shipped editions pass, reach everything, and notice every moved number",
    arguments: ["kepatuhan/2021", "kepatuhan/2022", "spbe/2018"])
  func shipped(_ edition: String) throws {
    let run = try timbang(["test", edition, "--coverage", "--min", "100", "--mutate"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("\ncoverage 100 %: "))
    #expect(run.output.contains(", 0 unnoticed\n"))
  }

  @Test("a test that passes is one line with its title")
  func passing() throws {
    let run = try run(TestCommandTests.tests, ["c/1"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        c/1   rules/c/tests/1.yaml
          ok    tinggi  A high score
          ok    rendah
        2 of 2 tests passed

        """)
    #expect(run.errors.isEmpty)
  }

  @Test("a failed test ends with 1 and shows the figure, both values and the place", arguments: Language.allCases)
  func failing(_ language: Language) throws {
    let run = try run(TestCommandTests.failing, ["rules/c/tests/1.yaml"], language: "\(language)")
    #expect(run.status == 1)
    #expect(
      run.output.contains(
        language == .id
          ? "GAGAL  tinggi  Nilai tinggi\n        `total`: diharapkan 157/2 (78,5), ternyata 80\n          --> rules/c/tests/1.yaml:4:"
          : "FAIL  tinggi  A high score\n        `total`: expected 157/2 (78.5), found 80\n          --> rules/c/tests/1.yaml:4:"),
      "\(run.output)")
  }

  @Test("coverage lists what is untested with its place, and ends with 1 below the least share")
  func coverage() throws {
    // The parts t, a, b and the zones m, h: 5 pieces, all reached; without the second case the zone m is not: 4 of 5.
    let all = try run(TestCommandTests.tests, ["c/1", "--min", "100"])
    #expect(all.status == 0, "\(all.output)")
    let one = TestCommandTests.tests.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    let most = try run(one, ["c/1", "--min", "80"])
    #expect(most.status == 0, "\(most.output)")
    #expect(most.output.contains("coverage 80 %: parts 3/3, zones 1/2\n  untested: zone `m`   rules/c/1.yaml:18:"), "\(most.output)")
    #expect(try run(one, ["c/1", "--min", "81"]).status == 1)
    #expect(try run(one, ["c/1", "--min", "101"]).status == 64)
  }

  @Test("a moved number that nothing notices is listed, and ends with 1")
  func mutation() throws {
    let run = try run(TestCommandTests.tests, ["c/1", "--mutate"])
    #expect(run.status == 1)
    // 80 is `h` also from 77 or 79 on, and 70 is expected without its zone.
    #expect(
      run.output.contains(
        """
        mutation: 6 moves of 3 numbers, 2 unnoticed
          unnoticed: line of zone `h` 78 -> 79   rules/c/1.yaml:18:
        """), "\(run.output)")
    #expect(try self.run(TestCommandTests.failing, ["c/1", "--mutate"]).output.contains("mutation: skipped, since a test fails"))
  }

  @Test("JSON holds every test, what failed, what is untested and what went unnoticed")
  func json() throws {
    let run = try run(TestCommandTests.failing, ["c/1", "--coverage", "--format", "json"])
    #expect(run.status == 1)
    let parsed = try Parsed(text: run.output)
    #expect(parsed["format"].text == "timbang.test/1.0")
    #expect(parsed["passed"].value as? Bool == false)
    let edition = parsed["editions"][0]
    #expect(edition["rules"]["id"].text == "c/1")
    #expect(edition["tests"].items.map { $0["id"].text } == ["tinggi", "rendah"])
    #expect(edition["tests"][0]["failures"][0]["expected"]["exact"].text == "157/2")
    #expect(edition["tests"][0]["failures"][0]["found"]["exact"].text == "80")
    #expect(edition["tests"][0]["failures"][0]["start"]["line"].value as? Int == 4)
    #expect(edition["coverage"]["all"]["percent"].value as? Int == 100)
    let mutated = try Parsed(text: try self.run(TestCommandTests.tests, ["c/1", "--mutate", "--format", "json"]).output)
    #expect(mutated["editions"][0]["mutation"]["unnoticed"].items.map { $0["to"].text } == ["79", "77"])
  }

  @Test("a broken test file ends with 65, missing tests with 66")
  func broken() throws {
    let broken = try run(TestCommandTests.tests.replacing("zone: h", with: "zona: h"), ["c/1"])
    #expect(broken.status == 65)
    #expect(broken.errors.contains("error[T0202]: unknown key `zona` in `expect`"), "\(broken.errors)")
    #expect(broken.errors.contains("did you mean `zone`?"))
    let json = try run(TestCommandTests.tests.replacing("zone: h", with: "zona: h"), ["c/1", "--format", "json"])
    #expect(try Parsed(text: json.output)["diagnostics"][0]["code"].text == "T0202")
    let missing = try run(nil, ["c/1"])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("error[T0801]"), "\(missing.errors)")
    let checked = try timbang(["check", "rules/spbe/tests/2018.yaml"])
    #expect(checked.status == 65)
    #expect(checked.errors.contains("this file holds tests, not rules"), "\(checked.errors)")
    #expect(checked.errors.components(separatedBy: "error[").count == 2, "\(checked.errors)")
    #expect(try run("timbang_tests: 1\ncases: []\n", ["rules/c/tests/1.yaml"]).errors.contains("error[T0802]"))
  }

  @Test("what the rules carry over comes from the earlier year that the case gives")
  func carried() throws {
    let second = PublishedFolder.second.replacing("{set: {part: a, weight: 50}}", with: "{set: {part: a, weight: 50, missing: {carry: 1}}}")
    let folder = try PublishedFolder(second: second, isLocked: false)
    for name in ["c/1.yaml", "c/2.yaml"] {
      let text = try String(contentsOf: folder.url(name), encoding: .utf8)
      try folder.write(text.replacing("status: published", with: "status: draft"), to: name)
    }
    try FileManager.default.createDirectory(at: folder.url("c/tests"), withIntermediateDirectories: true)
    try folder.write(
      """
      timbang_tests: 1
      edition: c/2
      cases:
        # (30 of edition 1 + 90) / 2 = 60
        - {id: terus, observations: {x: {b: 90}}, carry: {1: {observations: {x: {a: 30, b: 0}}}}, expect: {total: 60, missing: [a]}}
        - {id: tanpa, observations: {x: {b: 90}}, expect: {error: T0401}}

      """, to: "c/tests/2.yaml")
    let tests = folder.workspace.tests("c/2")
    let failures = try #require(tests.tests, "\(tests.log.diagnostics.map(\.message.en))").run().outcomes.flatMap(\.failures)
    #expect(failures.isEmpty, "\(failures)")
  }

  @Test("test files disturb neither the register of published editions nor the look-up of editions")
  func publishedFolder() throws {
    let folder = try PublishedFolder()
    try FileManager.default.createDirectory(at: folder.url("c/tests"), withIntermediateDirectories: true)
    try folder.write(TestCommandTests.tests, to: "c/tests/1.yaml")
    #expect(folder.workspace.verify().isSound)
    #expect(folder.workspace.load("c/1").edition?.edition.name == "1")
    #expect(folder.workspace.load("2").edition?.edition.name == "2")
    #expect(folder.workspace.tests("c/1").tests?.run().passed == true)
  }
}
