import RuleDiagnostics
import RuleLoading
import RuleModel
import Testing

struct SoundFileTests {
  private let rich = """
    timbang: 1
    id: uji
    edition: 2022
    status: published
    title: {id: Penilaian, en: Assessment}
    scale: [0, 5]
    sources:
      pedoman: {title: Pedoman penilaian, kind: presentation, url: "https://contoh.id"}
      uu25: {title: {id: Undang-undang, en: Law}}
    units:
      instansi: {label: {id: Instansi, en: Institution}, kinds: [kota, desa]}
      unit: {in: instansi, combine: {weighted: {field: pegawai}}}
      produk: {in: unit}
    fields:
      ada: {per: produk, type: yes_no, label: {id: Ada, en: Present}}
      buka: {per: produk, type: yes_no, optional: true}
      tingkat: {per: unit, type: level, range: [0, 3]}
      lama: {per: unit, type: number, range: [0, 60], unit: menit}
      pegawai: {per: unit, type: count}
      catatan: {per: unit, type: text}
    defaults: {missing: zero, not_applicable: full, weights_sum: 100}
    score:
      id: total
      cite: [pedoman h. 3, uu25]
      provenance: published
      at: unit
      round: {places: 1, mode: half_even, on: [unit, instansi]}
      parts:
        - id: masuk
          label: {id: Masukan, en: Input}
          weight: "100/3"
          missing: skip
          not_applicable: zero
          provenance: assumed
          combine: min
          parts:
            - {id: syarat, weight: 60, checklist: {items: [ada, buka], points: {buka: 2}, at_least: 2}, cite: uu25}
            - {id: pintu, weight: 40, yes_no: {field: buka, invert: true}, missing: {value: 2.5}, provenance: reconstructed}
        - {id: paham, weight: "100/3", levels: {field: tingkat, scores: {0: 0, 1: "5/3", 2: "10/3", 3: 5}}, note: Perkiraan}
        - id: waktu
          weight: "100/3"
          round: 2
          parts:
            - {id: tangga, weight: 50, bands: {field: lama, rows: [{from: 0, score: 5}, {from: 30, score: 0}]}}
            - {id: garis, weight: 50, linear: {field: lama, worst: 60, best: 15.5, clamp: true}}
    zones:
      on: exact
      provenance: reconstructed
      cite: pedoman
      ladder:
        - {id: c, from: 0, zone: merah, label: {id: Rendah, en: Low}}
        - {id: b, from: 2.5, zone: hijau}
        - {id: a, from: 4}
    """

  private func edition(_ text: String) throws -> Edition {
    let loaded = load(text)
    #expect(loaded.summary.isEmpty, "\(loaded.findings)")
    return try #require(loaded.edition?.edition)
  }

  @Test func `the smallest file loads without a word`() throws {
    let edition = try edition(RuleText.sound)
    #expect((edition.family, edition.name, edition.status) == ("uji", "2022", .draft))
    #expect(edition.title == Words(same: "uji 2022"))
    #expect(edition.file == "uji/2022.yaml")
    #expect(edition.weightsSum == nil)
    #expect(edition.scale == Fraction(0)...Fraction(100))
    #expect(edition.history.isEmpty && edition.base == nil)
    #expect(edition.score.label == Words(same: "total"))
    #expect(edition.score.weight.value == .one)
    #expect(edition.score.missing == .error)
    #expect(edition.score.notApplicable == .skip)
    #expect(edition.zones.steps.map(\.colour) == ["merah"])
  }

  @Test func `the head, the sources and the ladder are read`() throws {
    let edition = try edition(rich)
    #expect(edition.status == .published)
    #expect(edition.scale == Fraction(0)...Fraction(5))
    #expect(edition.weightsSum == Fraction(100))
    #expect(edition.source("pedoman")?.url == "https://contoh.id")
    #expect(edition.source("pedoman")?.title == Words(same: "Pedoman penilaian"))
    #expect(edition.source("uu25")?.title == Words(id: "Undang-undang", en: "Law"))
    #expect(edition.rungs.map(\.id.value) == ["instansi", "unit", "produk"])
    #expect(edition.rungs.map(\.combine.value) == [.mean, .weightedByField("pegawai"), .mean])
    #expect(edition.rungs[0].kinds == ["kota", "desa"])
    #expect(edition.rungs[1].label == Words(same: "unit"))
  }

  @Test func `fields are read with their ranges, units and labels`() throws {
    let edition = try edition(rich)
    #expect(edition.fields.map(\.id.value) == ["ada", "buka", "tingkat", "lama", "pegawai", "catatan"])
    #expect(edition.fields.map(\.kind) == [.yesNo, .yesNo, .level, .number, .count, .text])
    #expect(edition.field("lama")?.range == Fraction(0)...Fraction(60))
    #expect(edition.field("lama")?.unit == "menit")
    #expect(edition.field("ada")?.label == Words(id: "Ada", en: "Present"))
    #expect(edition.field("tingkat")?.label == Words(same: "tingkat"))
    #expect(edition.fields.map(\.isOptional) == [false, true, false, false, false, false])
    #expect(edition.field("ada")?.rung == "produk")
  }

  @Test func `weights and rounding are exact and as written`() throws {
    let edition = try edition(rich)
    #expect(edition.score.children.map(\.weight.value) == [Fraction(100, 3), Fraction(100, 3), Fraction(100, 3)])
    #expect(edition.score.rounding == Rounding(places: 1, mode: .halfEven, rungs: ["unit", "instansi"]))
    #expect(edition.part("waktu")?.rounding == Rounding(places: 2, mode: .halfUp, rungs: nil))
    #expect(edition.part("tangga")?.rounding == nil)
  }

  @Test func `what a group says about missing values, sources and provenance holds for its parts unless they say otherwise`() throws {
    let edition = try edition(rich)
    let parts = ["total", "masuk", "syarat", "pintu", "paham", "garis"].compactMap { edition.part($0) }
    #expect(parts.map(\.missing) == [.zero, .skip, .skip, .value(Fraction(5, 2)), .zero, .zero])
    #expect(parts.map(\.notApplicable) == [.full, .zero, .zero, .zero, .full, .full])
    #expect(parts.map(\.provenance) == [.published, .assumed, .assumed, .reconstructed, .published, .published])
    #expect(parts.map { $0.citations.map(\.text) }[0] == ["pedoman h. 3", "uu25"])
    #expect(parts.map { $0.citations.map(\.text) }[2] == ["uu25"])
    #expect(parts.map { $0.citations.map(\.text) }[5] == ["pedoman h. 3", "uu25"])
    #expect(edition.provenance == .assumed)
  }

  @Test func `a group weighs its parts where it says, an indicator lives where its field is recorded`() throws {
    let edition = try edition(rich)
    let rungs = ["total", "masuk", "syarat", "paham"].map { edition.part($0)?.rung }
    #expect(rungs == ["unit", "unit", "produk", "unit"])
    guard case .group(.min, _)? = edition.part("masuk")?.body, case .group(.mean, _)? = edition.part("waktu")?.body else {
      Issue.record("the groups are combined otherwise")
      return
    }
  }

  @Test func `every scale is read`() throws {
    let edition = try edition(rich)
    let scale = { (id: String) -> Scale? in
      guard case .leaf(let scale)? = edition.part(id)?.body else { return nil }
      return scale
    }
    #expect(
      scale("syarat")
        == .checklist(
          items: [ChecklistItem(field: "ada", points: .one), ChecklistItem(field: "buka", points: Fraction(2))], atLeast: Fraction(2)))
    #expect(scale("pintu") == .yesNo(field: "buka", invert: true))
    let scores = [Fraction(0), Fraction(5, 3), Fraction(10, 3), Fraction(5)]
    #expect(scale("paham") == .levels(field: "tingkat", scores: scores.enumerated().map { LevelScore(level: Fraction($0), score: $1) }))
    #expect(
      scale("tangga")
        == .bands(field: "lama", rows: [BandRow(from: .zero, score: Fraction(5)), BandRow(from: Fraction(30), score: .zero)]))
    #expect(scale("garis") == .linear(field: "lama", worst: Fraction(60), best: Fraction(31, 2), clamp: true, logarithmic: false))
    #expect(edition.part("paham")?.note == Words(same: "Perkiraan"))
  }

  @Test func `the zones are read`() throws {
    let zones = try edition(rich).zones
    #expect(zones.usesExactTotal)
    #expect(zones.provenance == .reconstructed)
    #expect(zones.colours == ["merah", "hijau", "a"])
    #expect(zones.steps.map(\.label.en) == ["Low", "b", "a"])
    #expect(zones.step(for: Fraction(399, 100))?.id.value == "b")
  }

  @Test func `the weights of a group whose extreme counts need no sum`() {
    let loaded = load(rich.replacing("weight: 40, yes_no", with: "weight: 41, yes_no"))
    #expect(loaded.summary.isEmpty, "\(loaded.findings)")
  }

  @Test(arguments: ["{weighted: {kind: {kota: \"1.25\", desa: 1}}}", "{weighted: {count: produk}}", "median", "sum", "min", "max", "mean"])
  func `a rung is combined in each of the ways`(combine: String) {
    let text = RuleText.with(
      """
      units: {instansi: {kinds: [kota, desa], combine: \(combine)}, unit: {in: instansi}, produk: {in: unit, combine: mean}}
      """)
    let loaded = load(text)
    #expect(loaded.summary.isEmpty, "\(loaded.findings)")
  }
}
