import RuleDiagnostics
import RuleLoading
import RuleModel
import RuleTesting
import Testing

/// A small edition with one part of every kind, and tests of it.
///
/// A unit with everything at its best and no complaints: (30 x 100 + 30 x 60 + 20 x 100 + 10 x 100) / 90 = 7800 / 90, since `tuntas` does not
/// apply and leaves its weight of 10.
struct Example {
  static let rules = """
    timbang: 1
    id: contoh
    edition: 2022
    sources: {p: {title: Pedoman}}
    units:
      institution: {label: {id: Instansi, en: Institution}, kinds: [city, regency]}
      unit: {label: {id: Unit, en: Unit}, in: institution, combine: mean}
    fields:
      ada: {per: unit, type: yes_no}
      lama: {per: unit, type: number, range: [0, 100]}
      paham: {per: unit, type: level, range: [0, 2]}
      butir_a: {per: unit, type: yes_no}
      butir_b: {per: unit, type: yes_no}
      masuk: {per: unit, type: count}
      selesai: {per: unit, type: count}
      ramah: {per: institution, type: yes_no, optional: true}
    defaults: {missing: error, weights_sum: 100}
    score:
      id: total
      at: unit
      round: 2
      cite: p
      parts:
        - {id: ada, weight: 30, yes_no: ada}
        - {id: lama, weight: 30.0, bands: {field: lama, rows: [{from: 0, score: 0}, {from: 50, score: 60}]}}
        - {id: paham, weight: 20, levels: {field: paham, scores: {0: 0, 1: 50, 2: 100}}}
        - {id: butir, weight: 10, checklist: {items: [butir_a, butir_b]}}
        - {id: tuntas, weight: 10, when: "masuk > 0", formula: "100 * selesai / masuk"}
    zones: {cite: p, ladder: [{id: merah, from: 0}, {id: hijau, from: 75}]}
    flags: {ramah: {when: "ramah", label: {id: Ramah, en: Friendly}}}
    """

  static let records = """
    records:
      penuh: {ada: true, lama: 50, paham: 2, butir_a: true, butir_b: true, masuk: 0, selesai: 0}
    """

  let edition: CheckedEdition
  let source: SourceFile
  let outcome: TestFileReader.Outcome

  /// Reads `sections` of a test file behind its head and the record `penuh`; `rules` may differ from ``rules``.
  init(_ sections: String, rules: String = rules, files: [String: String] = [:]) throws {
    try self.init(file: "timbang_tests: 1\nedition: contoh/2022\n\(Example.records)\n\(sections)\n", rules: rules, files: files)
  }

  /// Reads a whole test file.
  init(file: String, rules: String = rules, files: [String: String] = [:]) throws {
    let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "contoh/2022.yaml", bytes: Array(rules.utf8)))
    edition = try #require(loaded.edition, "\(loaded.log.diagnostics.map(\.message.en))")
    source = SourceFile(name: "contoh/tests/2022.yaml", bytes: Array(file.utf8))
    let reader = TestFileReader { path, _ in
      guard let text = files[path] else { return .failure(.init(Words(id: "tidak ada", en: "not there"))) }
      return .success(SourceFile(name: path, bytes: Array(text.utf8)))
    } findEdition: { name, _ in
      name == "contoh/2022" ? loaded : EditionLoader.Loaded(edition: nil, log: DiagnosticLog(), sources: [])
    }
    outcome = reader.read(source, for: edition)
  }

  /// One case of one unit: what differs from `penuh`, and what is expected.
  static func unit(_ answers: String = "{}", expect: String, rules: String = rules) throws -> Example {
    try Example(
      """
      cases:
        - id: uji
          observations: {kota/unit: [penuh, \(answers)]}
          expect: \(expect)
      """, rules: rules)
  }

  /// The tests, which must be sound.
  var tests: RuleTests {
    get throws { try #require(outcome.tests, "\(findings)") }
  }

  /// What is not as expected.
  var failures: [TestFailure] {
    get throws { try tests.run().outcomes.flatMap(\.failures) }
  }

  /// Expects every test to pass.
  func expectPass(_ place: SourceLocation = #_sourceLocation) throws {
    let failures = try failures
    #expect(failures.isEmpty, "\(failures)", sourceLocation: place)
  }

  /// What was found in the file, for a failed expectation.
  var findings: [String] {
    outcome.log.diagnostics.map { "\($0.code.rawValue) \($0.range.map(\.description) ?? "") \($0.message.en)" }
  }

  /// The words at a place of the test file.
  func words(at range: SourceRange?) -> String? {
    range.map { String(decoding: source.bytes[$0.start.offset..<$0.end.offset], as: UTF8.self) }
  }
}
