import Exploring
import Observations
import RuleDiagnostics
import RuleLoading
import RuleModel
import Scoring
import Testing

@Suite("Single values set otherwise")
struct SettingTests {
  @Test("a weight moves exactly one institution across a line")
  func weight() throws {
    let impact = try Example().impact(setting: ["kiri.weight=50"], rescaling: true)
    // Of 100, 50 are left for the other: 75, 75 and 55. Only k2 was green.
    #expect(impact.told == ["k1 76 kuning > 75 kuning", "k2 78 hijau > 75 kuning", "k3 54 kuning > 55 kuning"])
    #expect(impact.summary.moved == 1 && impact.summary.mean == Fraction(-1))
  }

  @Test("without --rescale a weight counts beside the others as they are")
  func relative() throws {
    // (20 x 80 + 40 x 70) / 60 = 73.33; (20 x 90 + 40 x 60) / 60 = 70; (20 x 50 + 40 x 60) / 60 = 56.67.
    let impact = try Example().impact(setting: ["kiri.weight=20"])
    #expect(impact.rows.map { $0.to?.reported.decimalText() } == ["73.33", "70", "56.67"])
  }

  @Test(
    "it is the same as an edition in which somebody wrote the values",
    arguments: [
      (["kiri.weight=25"], "weight: 60", "weight: 25"),
      (["kiri.linear.best=200"], "field: x, worst: 0, best: 100", "field: x, worst: 0, best: 200"),
      (
        ["kiri.linear.best=95", "kiri.linear.worst=10", "kiri.linear.clamp=true"], "field: x, worst: 0, best: 100",
        "field: x, worst: 10, best: 95, clamp: true"
      ),
      (["kanan.weight=100/3"], "weight: 40", "weight: \"100/3\""),
      (["zones.kuning=60"], "from: 54", "from: 60"),
      (["zones.hijau.from=75.5"], "from: 78", "from: 75.5"),
      (["total.round.places=0"], "round: 2", "round: {places: 0}"),
      (["total.combine=min"], "  round: 2", "  round: 2\n  combine: min"),
      (["zones.on=exact"], "zones:", "zones:\n  on: exact"),
    ])
  func sameAsWritten(_ arguments: [String], _ old: String, _ new: String) throws {
    let example = try Example()
    let impact = try example.impact(setting: arguments)
    let written = Example.twoParts.replacing(old, with: new)
    #expect(written != Example.twoParts)
    #expect(impact.told == Impact(from: example.scores, to: try Example(written).scores).told)
    #expect(impact.new.edition.provenance == .assumed)
  }

  @Test("rows of bands and levels are named by where they begin, rungs by their name")
  func tables() throws {
    let yaml = Example.twoParts
      .replacing("units: {institution: {kinds: [kota, kabupaten]}}", with: "units: {institution: {}, unit: {in: institution}}")
      .replacing("per: institution", with: "per: unit")
      .replacing(
        "linear: {field: x, worst: 0, best: 100}", with: "bands: {field: x, rows: [{from: 0, score: 0}, {from: 50.5, score: 50}]}")
    let example = try Example(yaml, data: "k,u1,x,60\nk,u1,y,50\nk,u2,x,40\nk,u2,y,50")
    // u1 0.6 x 50 + 0.4 x 50 = 50; u2 0.4 x 50 = 20.
    #expect(example.scores.total(of: 0) == Fraction(35))
    // u1 0.6 x 100 + 20 = 80.
    #expect(try example.impact(setting: ["kiri.bands.rows.50.5.score=100"]).rows[0].to?.total == Fraction(50))
    #expect(try example.impact(setting: ["units.unit.combine=max"]).rows[0].to?.total == Fraction(50))
  }

  @Test("a policy for what is missing can be set where none was written")
  func missing() throws {
    let example = try Example(
      Example.twoParts.replacing("score:\n", with: "defaults: {missing: skip}\nscore:\n"), data: "k,x,80\nl,x,0\nl,y,0")
    // x alone: 80.
    #expect(example.scores.total(of: 0) == Fraction(80))
    #expect(try example.impact(setting: ["kanan.missing=zero"]).rows[0].to?.total == Fraction(48))
    // 48 + 0.4 x 50.
    #expect(try example.impact(setting: ["kanan.missing.value=50"]).rows[0].to?.total == Fraction(68))
    #expect(try example.impact(setting: ["defaults.missing=zero"]).rows[0].to?.total == Fraction(48))
  }

  @Test(
    "what a rule file may not say is refused at the argument",
    arguments: [
      (["kri.weight=5"], DiagnosticCode.unknownPart, "kri", "did you mean `kiri`?"),
      (["kiri.wight=5"], .unknownKey, "wight", "did you mean `weight`?"),
      (["kiri.weight=lima"], .notANumber, "lima", ""),
      (["kiri.weight=0"], .weightNotPositive, "0", ""),
      (["kiri=5"], .wrongShape, "kiri", "write `PART.KEY=VALUE`"),
      (["kiri.weight="], .wrongShape, "kiri.weight=", "write `PART.KEY=VALUE`"),
      (["kiri..weight=4"], .wrongShape, "kiri..weight", "write `PART.KEY=VALUE`"),
      (["kiri.id=lain"], .unknownKey, "id", ""),
      (["kiri.missing=lewati"], .notAChoice, "lewati", ""),
      (["kiri.linear.field=z"], .unknownField, "z", ""),
      (["kiri.linear.bst=5"], .unknownKey, "bst", "did you mean `best`?"),
      (["zones.hijao=80"], .unknownZone, "hijao", "did you mean `hijau`?"),
      (["zones.hijau=40"], .zoneLines, "40", ""),
      (["units.instituton.combine=sum"], .unknownRung, "instituton", "did you mean `institution`?"),
      (["kanan.weight=3", "kiri.weight=5", "kiri.weight=6"], .conflictingEdits, "kiri.weight=6", "give one value only"),
      (["zones.hijau=79", "zones.hijau.from=80"], .conflictingEdits, "zones.hijau.from=80", "give one value only"),
    ])
  func refusals(_ arguments: [String], _ code: DiagnosticCode, _ place: String, _ help: String) throws {
    let loaded = try Example().loaded(setting: arguments)
    #expect(loaded.edition == nil)
    let finding = try #require(loaded.log.diagnostics.first { $0.severity == .error })
    #expect(finding.code == code, "\(finding.message.en)")
    #expect(finding.range.map { $0.file == "--set" && $0.start.line == arguments.count } == true, "\(finding)")
    let bytes = Array(arguments.joined(separator: "\n").utf8)
    let range = try #require(finding.range)
    #expect(String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self) == place)
    #expect(finding.help?.en.hasPrefix(help) ?? help.isEmpty, "\(finding.help?.en ?? "")")
  }

  @Test("what is wrong elsewhere because of a setting names the setting too")
  func elsewhere() throws {
    let log = try Example().loaded(setting: ["kiri.linear.best=95"]).log
    // 100 lies beyond the best value: more than 100 points.
    #expect(log.diagnostics.map(\.code) == [.scoreOutsideScale] && log.diagnostics[0].range?.file == "2022.yaml")
    #expect(log.diagnostics[0].notes.map(\.range.file) == ["--set"])
  }

  @Test("a declared sum is kept by --rescale, and its breach is told with that advice")
  func declaredSum() throws {
    let yaml = Example.twoParts.replacing("score:\n", with: "defaults: {weights_sum: 100}\nscore:\n")
    let example = try Example(yaml)
    let refused = example.loaded(setting: ["kiri.weight=70"])
    #expect(refused.log.diagnostics.map(\.code) == [.weightsSum])
    #expect(refused.log.diagnostics[0].help?.en.contains("--rescale") == true)
    let rescaled = try #require(example.loaded(setting: ["kiri.weight=70"], rescaling: true).edition)
    #expect(rescaled.edition.score.children.map(\.weight.value) == [Fraction(70), Fraction(30)])
    // Nothing is left for the other part.
    #expect(example.loaded(setting: ["kiri.weight=100"], rescaling: true).log.diagnostics.map(\.code) == [.weightNotPositive])
    // Both named: nothing to scale.
    #expect(example.loaded(setting: ["kiri.weight=70", "kanan.weight=30"], rescaling: true).edition != nil)
  }

  @Test("siblings keep their proportions, in every group that is touched")
  func proportions() throws {
    let yaml = Example.twoParts.replacing(
      "    - {id: kanan", with: "    - {id: tengah, weight: 20, linear: {field: y, worst: 0, best: 100}}\n    - {id: kanan")
    let edition = try #require(try Example(yaml).loaded(setting: ["kiri.weight=30"], rescaling: true).edition)
    // 60 + 20 + 40 = 120; 90 are left for 20 and 40.
    #expect(edition.edition.score.children.map(\.weight.value) == [Fraction(30), Fraction(30), Fraction(60)])
  }

  @Test("a value that stands there already is told and changes nothing")
  func same() throws {
    let loaded = try Example().loaded(setting: ["kiri.weight=60"])
    #expect(loaded.edition != nil && loaded.log.diagnostics.map(\.code) == [.emptyEdit])
  }

  @Test("names with dots are found whole")
  func dots() throws {
    let example = try Example(Example.twoParts.replacing("id: kiri", with: "id: kiri.satu"))
    #expect(try example.impact(setting: ["kiri.satu.weight=20"]).rows[1].to?.total == Fraction(70))
  }

  @Test("an observation is set like a row of a data file")
  func observation() throws {
    let example = try Example()
    var log = DiagnosticLog()
    let values = try #require(
      SetObservation.values(["k3/y=100", "k1/x=0"], of: example.rules.edition, in: example.scores.observations, log: &log))
    let cells = example.scores.observations.replacements(by: values)
    #expect(
      cells.map { "\($0.entity) \($0.field) \($0.from?.number?.exactText ?? "-") \($0.to.number?.exactText ?? "-")" } == [
        "k1 x 80 0", "k3 y 60 100",
      ])
    let after = try #require(example.scores.rescored(by: example.rules, with: values, log: &log)).scores
    // 0.4 x 70 = 28; 0.6 x 50 + 40 = 70.
    #expect((0..<3).map { after.total(of: $0) } == [Fraction(28), Fraction(78), Fraction(70)])
  }

  @Test(
    "an observation that cannot be set is refused at the argument",
    arguments: [
      ("k9/x=1", DiagnosticCode.unknownEntity), ("k1/unit/x=1", .unknownEntity), ("k1/q=1", .cellUnknownField),
      ("k1/x=101", .cellOutOfRange),
      ("k1/x=dua", .cellNotOfType), ("k1/x", .wrongShape), ("x=1", .wrongShape), ("k1/x=", .wrongShape),
    ])
  func refusedObservation(_ argument: String, _ code: DiagnosticCode) throws {
    let example = try Example()
    var log = DiagnosticLog()
    #expect(SetObservation.values(["k2/x=1", argument], of: example.rules.edition, in: example.scores.observations, log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [code], "\(log.messages)")
    #expect(log.diagnostics.first?.range.map { $0.file == "--set-obs" && $0.start.line == 2 } == true)
  }
}
