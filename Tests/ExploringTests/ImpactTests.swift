import Exploring
import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing

@Suite("The same observations under a draft")
struct ImpactTests {
  /// Equal weights, green from 75, and a third part of which these data know nothing.
  static let draft = """
      - id: bobot
        title: {id: Bobot sama, en: Equal weights}
        edits:
          - set: {part: kiri, weight: 50}
          - set: {part: kanan, weight: 50}
      - id: garis
        title: {id: Hijau mulai 75, en: Green from 75}
        edits:
          - replace: {zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: 54}, {id: hijau, from: 75}]}}
      - id: baru
        title: {id: Bagian ketiga, en: A third part}
        edits:
          - add: {fields: {z: {per: institution, type: number, range: [0, 100]}}}
          - add: {under: total, part: {id: tengah, weight: 10, missing: POLICY, linear: {field: z, worst: 0, best: 100}}}
    """

  static func draft(missing policy: String) -> String { draft.replacing("POLICY", with: policy) }

  @Test("every institution stands once before and once after")
  func rows() throws {
    let example = try Example()
    let impact = try example.impact(of: example.draft(Self.draft(missing: "skip"))).impact
    // 0.5 x 80 + 0.5 x 70 = 75; 0.5 x 90 + 0.5 x 60 = 75; 0.5 x 50 + 0.5 x 60 = 55.
    #expect(impact.told == ["k1 76 kuning > 75 hijau", "k2 78 hijau > 75 hijau", "k3 54 kuning > 55 kuning"])
    #expect(impact.rows.map(\.direction) == [1, 0, 0])
    // 78, 76, 54 before; 75, 75, 55 after: two share the first place.
    #expect(impact.rows.map { $0.from?.rank } == [2, 1, 3] && impact.rows.map { $0.to?.rank } == [1, 1, 3])
    let summary = impact.summary
    #expect(summary.moved == 1 && summary.raised == 1 && summary.lowered == 0)
    #expect(summary.before("kuning") == 2 && summary.after("kuning") == 1 && summary.after("hijau") == 2)
    // -1, -3 and 1.
    #expect(summary.mean == Fraction(-1) && summary.median == Fraction(-1) && summary.extremes == Fraction(-3)...Fraction(1))
    #expect(summary.largestClimb == 1)
    #expect(impact.movers.map(\.entity.path) == ["k1"])
    #expect(impact.falls(atMost: 1).map(\.entity.path) == ["k2"] && impact.rises(atMost: 5).map(\.entity.path) == ["k3"])
  }

  @Test("who is near a line is measured from the lines between two colours of the draft")
  func near() throws {
    let example = try Example()
    let impact = try example.impact(of: example.draft(Self.draft(missing: "skip"))).impact
    // 75 - 75, 75 - 75, 55 - 54.
    #expect(impact.rows.map { $0.nearest?.distance } == [.zero, .zero, .one])
    #expect(impact.rows.map { $0.nearest?.zone.id.value } == ["hijau", "hijau", "kuning"])
    #expect(impact.near(Fraction(1, 2)).map(\.entity.path) == ["k1", "k2"])
    #expect(impact.near(.one).map(\.entity.path) == ["k1", "k2", "k3"])
  }

  @Test("the named changes are switched on in turn and alone, and in turn they add up")
  func effects() throws {
    let example = try Example()
    let effects = try #require(try example.impact(of: example.draft(Self.draft(missing: "skip"))).effects)
    let told = effects.map { effect in
      [effect.inTurn, effect.alone].map { outcome in
        guard case .effect(let found) = outcome else { return "refused" }
        return "\(found.moved) \(found.mean?.decimalText() ?? "-")"
      }
    }
    // Equal weights: k2 falls to 75, yellow under the old lines; -1 - 3 + 1 over 3 institutions.
    // The line, then: k1 and k2 with 75 become green; alone, only k1 with 76.
    // Nobody measured the third part: it is left out.
    #expect(told == [["1 -1", "1 -1"], ["2 0", "1 0"], ["0 0", "0 0"]])
    #expect(effects.map(\.change.id.value) == ["bobot", "garis", "baru"] && effects.allSatisfy(\.together.isEmpty))
  }

  @Test("a change that needs another one stands with it if it says so, and else is refused with the reason")
  func needs() throws {
    let example = try Example()
    let two = { (after: String) in
      """
        - id: tambah
          title: {id: Tambah, en: Add}
          edits: [{add: {under: total, part: {id: tengah, weight: 10, linear: {field: x, worst: 0, best: 100}}}}]
        - id: berat
          title: {id: Berat, en: Heavier}
          \(after)
          edits: [{set: {part: tengah, weight: 100}}]
      """
    }
    let told = try #require(try example.impact(of: example.draft(two("after: [tambah]"))).effects)
    #expect(told.map(\.together) == [[], ["tambah"]])
    // x alone a third time: (60 x 90 + 40 x 60 + 100 x 90) / 200 = 84 and so on: shifts 2, 6 and -2.
    // k1 (160 x 80 + 40 x 70) / 200 = 78; k2 84; k3 (160 x 50 + 40 x 60) / 200 = 52.
    guard case .effect(let alone) = told[1].alone else {
      Issue.record("it can be computed with the change that it names")
      return
    }
    #expect(alone.moved == 2 && alone.mean == Fraction(2))
    // The check of conflicting edits would refuse the same without `after`, so the change is tried as it is written for another edition.
    let split = """
        - id: tambah
          title: {id: Tambah, en: Add}
          edits: [{add: {fields: {z: {per: institution, type: number, range: [0, 100]}}}}]
        - id: pakai
          title: {id: Pakai, en: Use}
          edits: [{add: {under: total, part: {id: tengah, weight: 10, missing: skip, linear: {field: z, worst: 0, best: 100}}}}]
      """
    let refused = try #require(try example.impact(of: example.draft(split)).effects)
    guard case .refused(let finding) = refused[1].alone, case .effect = refused[1].inTurn else {
      Issue.record("a part cannot read a field that is not there")
      return
    }
    #expect(finding.code == .unknownField)
  }

  @Test("what nobody measured is named, and follows the policy of the draft")
  func unmeasured() throws {
    let example = try Example()
    let skipped = try example.impact(of: example.draft(Self.draft(missing: "skip")))
    #expect(skipped.unmeasured.map(\.field.id.value) == ["z"])
    #expect(skipped.unmeasured.flatMap(\.parts).map(\.missing) == [.skip])
    // (50 x 80 + 50 x 70 + 10 x 0) / 110 = 68.18.
    let zero = try example.impact(of: example.draft(Self.draft(missing: "zero")))
    #expect(zero.impact.rows[0].to?.reported == Fraction(6818, 100))
  }

  @Test("a draft that insists on what nobody measured is refused at the field, unless somebody decides")
  func insisting() throws {
    let example = try Example()
    let draft = example.draft(Self.draft(missing: "error"))
    let other = try Example.load(draft, base: example.source)
    var log = DiagnosticLog()
    #expect(example.scores.rescored(by: other, log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [.missingObservation])
    #expect(log.diagnostics[0].range?.file == "2023.yaml" && log.diagnostics[0].help?.en.contains("--unmeasured skip") == true)
    let skipped = try example.impact(of: draft, unmeasured: .skip)
    #expect(skipped.impact.rows.map { $0.to?.reported } == [Fraction(75), Fraction(75), Fraction(55)])
    #expect(skipped.unmeasured.flatMap(\.parts).map(\.missing) == [.skip])
    #expect(skipped.effects?.count == 3)
    let zero = try example.impact(of: draft, unmeasured: .zero)
    #expect(zero.impact.rows[0].to?.reported == Fraction(6818, 100))
  }

  @Test("a field goes on under its new name, and with the values that the rules give it")
  func renamed() throws {
    let example = try Example()
    let draft = example.draft(
      """
        - id: nama
          title: {id: Nama baru, en: A new name}
          edits: [{rename: {field: x, to: x_baru}}]
      """)
    let impact = try example.impact(of: draft)
    #expect(impact.impact.rows.map(\.shift) == [.zero, .zero, .zero] && impact.unmeasured.isEmpty)
  }

  @Test("a value that the draft no longer allows is refused at its row")
  func narrowed() throws {
    let example = try Example()
    let draft = example.draft(
      """
        - id: sempit
          title: {id: Sempit, en: Narrow}
          edits: [{set: {field: x, range: [0, 85]}}]
      """)
    var log = DiagnosticLog()
    #expect(example.scores.rescored(by: try Example.load(draft, base: example.source), log: &log) == nil)
    // k2's 90 stands in the fourth line of the file.
    #expect(log.diagnostics.map(\.code) == [.cellOutOfRange] && log.diagnostics[0].range?.start.line == 4)
  }

  @Test("groups by kind and province add up to everybody, those without one last")
  func groups() throws {
    let example = try Example(entities: "k1,,kota,Satu,Timur\nk2,,kabupaten,Dua,Timur\nk3,,kota,Tiga,\n")
    let impact = try example.impact(of: example.draft(Self.draft(missing: "skip"))).impact
    #expect(impact.kinds.map(\.name) == ["kabupaten", "kota"])
    #expect(impact.kinds.map(\.summary.raised) == [0, 1] && impact.kinds.map(\.summary.mean) == [Fraction(-3), .zero])
    #expect(impact.provinces.map(\.name) == ["Timur", nil] && impact.provinces.map(\.summary.count) == [2, 1])
  }

  @Test("rules that measure something else are refused")
  func otherFamily() throws {
    let example = try Example()
    let other = try Example(Example.twoParts.replacing("id: contoh", with: "id: lain"))
    var log = DiagnosticLog()
    #expect(example.scores.rescored(by: other.rules, log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [.differentFamilies])
  }
}
