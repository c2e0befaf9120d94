import RuleDiagnostics
import RuleModel
import RuleTesting
import Testing

struct CaseTests {
  @Test func `a case passes when every figure that it names is as expected`() throws {
    let example = try Example.unit(
      expect: """
        {total: "7800 / 90", reported: 86.67, zone: hijau, colour: hijau, parts: {lama: 60, tuntas: none}, not_applicable: [tuntas], missing: []}
        """)
    let run = try example.tests.run()
    try example.expectPass()
    #expect(run.outcomes.map(\.comparisons) == [8])
  }

  @Test func `a wrong figure fails at its words, with both exact values`() throws {
    let example = try Example.unit(expect: "{total: 86.67, zone: hijau}")
    let failures = try example.failures
    // 7800 / 90 = 86.666..., which is reported as 86.67 but is not 86.67.
    #expect(failures.map(\.expected) == [.number(Fraction(8667, 100))])
    #expect(failures.map(\.found) == [.number(Fraction(260, 3))])
    #expect(example.words(at: failures.first?.range) == "86.67")
  }

  @Test func `every kind of figure can fail`() throws {
    let example = try Example.unit(
      """
      {masuk: 2, selesai: 1}
      """,
      expect:
        "{reported: 1, zone: merah, colour: merah, parts: {ada: 99, lama: none}, flags: {ramah: true}, not_applicable: [tuntas], missing: [ada]}"
    )
    // (3000 + 1800 + 2000 + 1000 + 10 x 50) / 100 = 83
    #expect(
      try example.failures.map(\.found) == [
        .number(Fraction(83)), .name("hijau"), .name("hijau"), .number(Fraction(100)), .number(Fraction(60)), .nothing, .names([]),
        .names([]),
      ])
  }

  @Test func `units are expected by their path, several institutions each by theirs`() throws {
    let example = try Example(
      """
      cases:
        - id: uji
          observations:
            kota-a/satu: penuh
            kota-a/dua: [penuh, {ada: false}]
            kota-b/satu: [penuh, {ada: false, lama: 0, paham: 0, butir_a: false, butir_b: false}]
          expect:
            at:
              kota-a: {total: "(7800/90 + 4800/90) / 2"}
              kota-a/dua: {total: "4800/90", zone: merah}
              kota-b: {total: 0, not_applicable: tuntas}
      """)
    try example.expectPass()
  }

  @Test func `an answer left empty was not recorded, and a refusal can be expected`() throws {
    #expect(try Example.unit("{ada: }", expect: "{error: T0401}").failures.isEmpty)
    #expect(try Example.unit("{masuk: 2, selesai: 3}", expect: "{error: T0405}").failures.isEmpty)
    #expect(try Example.unit("{lama: 101}", expect: "{error: T0313}").failures.isEmpty)
    #expect(try Example.unit(expect: "{error: T0401}").failures.map(\.found) == [.score])
    guard case .refused("T0405", _)? = try Example.unit("{masuk: 2, selesai: 3}", expect: "{error: T0401}").failures.first?.found else {
      Issue.record("another refusal must not pass for the expected one")
      return
    }
  }

  @Test func `a case that is refused against expectation fails and says why`() throws {
    guard case .refused("T0401", let reason)? = try Example.unit("{ada: }", expect: "{total: 1}").failures.first?.found else {
      Issue.record("no reason is given")
      return
    }
    #expect(reason.en.contains("`ada`"))
  }

  @Test func `missing answers that the rules allow are listed`() throws {
    let rules = Example.rules.replacing("missing: error", with: "missing: skip")
    // Without `ada`: (1800 + 2000 + 1000) / 60 = 80
    #expect(try Example.unit("{ada: }", expect: "{total: 80, missing: [ada]}", rules: rules).failures.isEmpty)
  }

  @Test func `a flag is true, false or unknown`() throws {
    let flags = { (answers: String, value: String) in
      try Example(
        "cases: [{id: uji, observations: {kota: \(answers), kota/unit: penuh}, expect: {flags: {ramah: \(value)}}}]"
      ).failures.isEmpty
    }
    #expect(try flags("{ramah: true}", "true"))
    #expect(try flags("{ramah: false}", "false"))
    #expect(try flags("{}", "unknown"))
    #expect(try !flags("{}", "false"))
  }

  @Test func `the kind of an entity can be given`() throws {
    let rules = Example.rules.replacing("when: \"masuk > 0\"", with: "when: \"institution.kind == 'city' && masuk > 0\"")
    let example = try Example(
      """
      cases:
        - id: uji
          observations: {kab/unit: [penuh, {masuk: 1}], kota/unit: [penuh, {masuk: 1}]}
          kinds: {kab: regency, kota: city}
          expect: {at: {kab: {not_applicable: [tuntas]}, kota: {not_applicable: []}}}
      """, rules: rules)
    try example.expectPass()
  }

  @Test func `observations can stand in a file`() throws {
    let csv =
      "institution,unit,field,value\n"
      + "ada,1;lama,50;paham,2;butir_a,1;butir_b,1;masuk,0".split(separator: ";").map { "kota,unit,\($0)\n" }.joined()
    let example = try Example(
      "cases: [{id: uji, data: a.csv, expect: {total: \"7800 / 90\"}}]", files: ["a.csv": csv])
    try example.expectPass()
  }

  @Test func `published totals must fall into the zone that was published`() throws {
    let csv =
      "entity_id,entity_name,year,score,zone,category\na,A,2022,75.00,hijau,\nb,B,2022,74.99,hijau,\nc,C,2021,10,hijau,\nd,D,2022,80,,MERAH\n"
    let example = try Example(
      """
      published:
        - {id: berkas, file: p.csv}
        - {id: baris, rows: [{entity: E, total: 75, zone: merah, source: siaran pers}]}
      """, files: ["p.csv": csv])
    let run = try example.tests.run()
    // Of the file the rows of 2022: A agrees, B lies below the line, D was published as `merah`.
    #expect(run.outcomes.map(\.comparisons) == [3, 1])
    #expect(run.outcomes.map { $0.failures.map(\.found) } == [[.name("merah"), .name("hijau")], [.name("hijau")]])
    #expect(run.outcomes[0].failures.map(\.range.start.line) == [3, 5])
  }
}
