import RuleDiagnostics
import RuleLoading
import RuleModel
import Testing

/// An edition written as changes says the same as the edition written whole.
struct ExtendedEditionTests {
  private static let base = """
    timbang: 1
    id: uji
    edition: 2021
    title: {id: Penilaian 2021, en: Assessment 2021}
    status: published
    sources: {pedoman: {title: Pedoman penilaian}}
    units: {instansi: {}, unit: {in: instansi, combine: mean}}
    fields:
      ada: {per: unit, type: yes_no}
      buka: {per: unit, type: yes_no}
      lama: {per: instansi, type: number, range: [0, 60]}
    defaults: {missing: error}
    score:
      id: total
      cite: pedoman
      parts:
        - {id: masuk, weight: 50, parts: [{id: syarat, weight: 1, yes_no: ada}, {id: pintu, weight: 2, yes_no: buka}]}
        - {id: proses, weight: 30, missing: skip, parts: [{id: waktu, weight: 1, linear: {field: lama, worst: 60, best: 0}}]}
        - {id: lain, weight: 20, yes_no: buka}
    zones: {cite: pedoman, ladder: [{id: merah, from: 0}, {id: hijau, from: 80}]}
    """

  private static let next = """
    timbang: 1
    id: uji
    edition: 2022
    extends: 2021
    sources: {uu25: {title: Undang-undang}}
    changes:
      - id: susunan
        title: {id: Susunan baru, en: New order}
        cite: uu25
        edits:
          - add: {fields: {tingkat: {per: unit, type: level, range: [0, 1]}}, sources: {surat: {title: Surat}}}
          - add: {under: proses, part: {id: paham, weight: 3, levels: {field: tingkat, scores: {0: 0, 1: 100}}, cite: surat}}
          - move: {part: pintu, under: proses, weight: 4}
          - remove: {part: lain}
      - id: bobot
        title: {id: Bobot baru, en: New weights}
        cite: pedoman h. 2
        edits:
          - set: {part: masuk, weight: 70, label: {id: Masukan, en: Input}}
          - set: {part: waktu, bands: {field: lama, rows: [{from: 0, score: 100}, {from: 30, score: 0}]}}
          - set: {field: lama, unit: menit, per: unit}
          - set: {rung: unit, combine: median}
          - set: {defaults: {missing: zero, weights_sum: 100}}
      - id: ambang
        title: {id: Ambang baru, en: New lines}
        cite: uu25
        after: [susunan, bobot]
        edits:
          - replace: {zones: {cite: uu25, on: exact, ladder: [{id: merah, from: 0}, {id: hijau, from: 75}]}}
          - replace: {part: {id: masuk, weight: 75, parts: [{id: syarat, weight: 1, yes_no: ada}, {id: ruang, weight: 1, yes_no: buka}]}}
          - set: {part: proses, weight: 25}
          - set: {part: paham, weight: 6}
          - set: {part: pintu, weight: 7}
          - set: {part: waktu, weight: 87}
          - set: {part: syarat, weight: 50}
          - set: {part: ruang, weight: 50}
    """

  private static let whole = """
    timbang: 1
    id: uji
    edition: 2022
    sources: {pedoman: {title: Pedoman penilaian}, uu25: {title: Undang-undang}, surat: {title: Surat}}
    units: {instansi: {}, unit: {in: instansi, combine: median}}
    fields:
      ada: {per: unit, type: yes_no}
      buka: {per: unit, type: yes_no}
      lama: {per: unit, type: number, range: [0, 60], unit: menit}
      tingkat: {per: unit, type: level, range: [0, 1]}
    defaults: {missing: zero, weights_sum: 100}
    score:
      id: total
      cite: pedoman
      parts:
        - {id: masuk, weight: 75, cite: uu25, parts: [{id: syarat, weight: 50, yes_no: ada}, {id: ruang, weight: 50, yes_no: buka}]}
        - id: proses
          weight: 25
          missing: skip
          parts:
            - {id: waktu, weight: 87, bands: {field: lama, rows: [{from: 0, score: 100}, {from: 30, score: 0}]}}
            - {id: paham, weight: 6, levels: {field: tingkat, scores: {0: 0, 1: 100}}, cite: surat}
            - {id: pintu, weight: 7, yes_no: buka}
    zones: {cite: uu25, on: exact, ladder: [{id: merah, from: 0}, {id: hijau, from: 75}]}
    """

  private func edition(_ text: String, extending others: [String: String] = [:]) throws -> Edition {
    let loaded = load(text, extending: others)
    // A group whose parts may all be missing, a field that moves, a source that a test no longer cites are no matter here.
    let findings = loaded.log.diagnostics.filter { ![.emptiedGroup, .reusedID, .unusedSource].contains($0.code) }
    #expect(findings.isEmpty, "\(loaded.findings)")
    return try #require(loaded.edition?.edition)
  }

  @Test func `an edition that extends another says the same as one written whole`() throws {
    let extended = try edition(Self.next, extending: ["2021": Self.base])
    let whole = try edition(Self.whole)
    #expect(extended.said == whole.said)
    #expect(extended.said.count > 150)
  }

  @Test func `the comparison of editions sees a difference`() throws {
    let whole = try edition(Self.whole)
    for (old, new) in [("87", "86.5"), ("median", "max"), ("uu25, on", "pedoman, on"), ("menit", "jam"), ("{0: 0, 1", "{0: 10, 1")] {
      let text = Self.whole.replacing(old, with: new).replacing("weight: 7,", with: old == "87" ? "weight: 7.5," : "weight: 7,")
      #expect(try edition(text).said != whole.said, "\(old)")
    }
  }

  @Test func `a title and a status are not taken over from the base`() throws {
    let extended = try edition(Self.next, extending: ["2021": Self.base])
    #expect(extended.title == Words(same: "uji 2022"))
    #expect(extended.status == .draft)
  }

  @Test func `the named changes are kept with their reasons`() throws {
    let extended = try edition(Self.next, extending: ["2021": Self.base])
    #expect(extended.base == "2021")
    #expect(extended.history.map(\.base) == ["2021"])
    let changes = extended.changes(since: "2021")
    #expect(changes.map(\.id.value) == ["susunan", "bobot", "ambang"])
    #expect(changes.map(\.title.en) == ["New order", "New weights", "New lines"])
    #expect(changes.map { $0.citations.map(\.text) } == [["uu25"], ["pedoman h. 2"], ["uu25"]])
    #expect(extended.changes(since: "2020").isEmpty)
  }

  @Test func `a change claims what it changed`() throws {
    let changes = try edition(Self.next, extending: ["2021": Self.base]).changes(since: "2021")
    #expect(
      changes[0].slots == [.present("paham"), .present("lain"), .parent("pintu"), .weight("pintu"), .missing("pintu")])
    // `waktu` reads the field that moved to the rung `unit`.
    #expect(changes[1].slots == [.weight("masuk"), .scale("waktu"), .rung("unit"), .missingByDefault])
    #expect(changes[2].slots.isSuperset(of: [.zones, .present("ruang"), .present("pintu"), .weight("proses"), .scale("syarat")]) == false)
    #expect(changes[2].slots.isSuperset(of: [.zones, .present("ruang"), .present("syarat"), .weight("proses"), .scale("syarat")]))
  }

  @Test func `a field that moves to another rung is claimed by the change that moves it`() throws {
    let text = RuleText.change("- set: {field: lama, per: unit}")
    let changes = try edition(text, extending: ["2021": Self.base]).changes(since: "2021")
    #expect(changes.map(\.slots) == [[.scale("waktu")]])
  }

  @Test func `a rung set for a group is claimed for the groups that take it over`() throws {
    let text = RuleText.change("- set: {part: total, at: unit}\n- set: {field: lama, per: unit}")
    let changes = try edition(text, extending: ["2021": Self.base]).changes(since: "2021")
    #expect(changes.map(\.slots) == [[.at("total"), .at("masuk"), .at("proses"), .scale("waktu")]])
  }

  @Test func `a group that becomes an indicator gives up its parts`() throws {
    let text = RuleText.change("- set: {part: masuk, yes_no: ada}")
    let extended = try edition(text, extending: ["2021": Self.base])
    #expect(extended.part("syarat") == nil && extended.part("masuk")?.rung == "unit")
    #expect(extended.changes(since: "2021")[0].slots == [.scale("masuk"), .combine("masuk"), .present("syarat"), .present("pintu")])
  }

  @Test func `a root or a logarithm that goes takes the precision with it that an earlier edition gave it`() throws {
    let base = RuleText.base.replacing("parts: [{id: jam", with: "combine: geometric_mean, precision: 12, parts: [{id: jam")
    let extended = try edition(RuleText.change("- set: {part: proses, combine: mean}"), extending: ["2021": base])
    #expect(extended.part("proses")?.precision == nil)
    #expect(extended.changes(since: "2021")[0].slots == [.combine("proses")])
    let line = "linear: {field: lama, worst: 1, best: 60, log: true, clamp: true}, precision: 4"
    let incomes = Self.base.replacing("linear: {field: lama, worst: 60, best: 0}", with: line)
    let plain = RuleText.change("- set: {part: waktu, linear: {field: lama, worst: 60, best: 0}}")
    #expect(try edition(plain, extending: ["2021": incomes]).part("waktu")?.precision == nil)
    // What this edition itself writes is never dropped.
    let own = load(RuleText.change("- set: {part: proses, combine: mean, precision: 6}"), extending: ["2021": base])
    #expect(own.log.diagnostics.map(\.code) == [.precision])
  }

  @Test func `a precision that is set for a root is claimed by the change that sets it`() throws {
    let base = RuleText.base.replacing("parts: [{id: jam", with: "combine: geometric_mean, precision: 12, parts: [{id: jam")
    let extended = try edition(RuleText.change("- set: {part: proses, precision: 6}"), extending: ["2021": base])
    #expect(extended.changes(since: "2021")[0].slots == [.scale("proses"), .combine("proses")])
  }

  @Test func `a group that becomes an indicator gives up what only groups have`() throws {
    let keys = "at: unit, combine: sum, goalposts: {worst: 0, best: 50, clamp: true}, parts: [{id: jam"
    let base = RuleText.base.replacing("parts: [{id: jam", with: keys)
    let extended = try edition(RuleText.change("- set: {part: proses, yes_no: buka}"), extending: ["2021": base])
    #expect(extended.part("proses")?.children.isEmpty == true && extended.part("proses")?.goalposts == nil)
  }

  @Test func `goalposts are set, changed and taken away again`() throws {
    let set = RuleText.change("- set: {part: proses, goalposts: {worst: 10, best: 60, clamp: true}}")
    let first = try edition(set, extending: ["2021": RuleText.base])
    #expect(first.part("proses")?.goalposts == Goalposts(worst: Fraction(10), best: Fraction(60), clamp: true))
    #expect(first.changes(since: "2021")[0].slots == [.goalposts("proses")])
    let gone = RuleText.extending(
      "2022", changes: "- {id: tiga, title: {id: T, en: T}, cite: pedoman, edits: [set: {part: proses, goalposts: none}]}"
    ).replacing("edition: 2022\n", with: "edition: 2023\n")
    let loaded = load(gone, as: "2023", extending: ["2021": RuleText.base, "2022": set])
    let second = try #require(loaded.edition?.edition, "\(loaded.findings)")
    #expect(second.part("proses")?.goalposts == nil && loaded.summary.isEmpty)
    #expect(second.changes(since: "2022")[0].slots == [.goalposts("proses")])
    // `none` may stand in an edition that is written whole as well.
    let none = RuleText.base.replacing("parts: [{id: jam", with: "goalposts: none, parts: [{id: jam")
    #expect(try edition(none).said == edition(RuleText.base).said)
  }

  @Test func `a part and a field of one name are changed by different changes`() throws {
    let base = RuleText.base.replacing("id: masuk", with: "id: ada")
    let text = RuleText.extending(
      changes: """
        - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: ada, label: {id: Ada, en: Present}}]}
        - {id: b, title: {id: B, en: B}, cite: pedoman, edits: [set: {field: ada, label: {id: Ada, en: Present}}]}
        """)
    #expect(load(text, extending: ["2021": base]).summary.isEmpty)
  }

  @Test func `a change may follow another on the same key if it says so`() throws {
    let text = RuleText.extending(
      changes: """
        - {id: a, title: {id: A, en: A}, cite: pedoman, edits: [set: {part: masuk, weight: 70}]}
        - {id: b, title: {id: B, en: B}, cite: pedoman, after: a, edits: [set: {part: masuk, weight: 80}]}
        """)
    #expect(try edition(text, extending: ["2021": RuleText.base]).part("masuk")?.weight.value == Fraction(80))
  }

  @Test func `a field is removed with the part that read it`() throws {
    let text = RuleText.change("- remove: {part: proses}\n- remove: {field: buka}")
    let extended = try edition(text, extending: ["2021": RuleText.base])
    #expect(extended.fields.map(\.id.value) == ["ada"])
    #expect(extended.changes(since: "2021")[0].slots == [.present("proses"), .present("jam")])
  }

  @Test func `the total is replaced with everything below it`() throws {
    let text = RuleText.change("- replace: {part: {id: total, cite: pedoman, checklist: {items: [ada, buka]}}}")
    let extended = try edition(text, extending: ["2021": RuleText.base])
    #expect(extended.score.subtree.map(\.id.value) == ["total"])
  }

  @Test func `a field is read under its new name wherever it was read, also by parts that come and go`() throws {
    let text = RuleText.change(
      """
      - rename: {field: buka, to: terbuka, label: {id: Terbuka, en: Open}}
      - set: {part: jam, label: {id: Jam, en: Hours}}
      - add: {under: proses, part: {id: loket, weight: 1, checklist: {items: [terbuka, ada], points: {terbuka: 2}}}}
      - rename: {field: terbuka, to: dibuka}
      - add: {fields: {terbuka: {per: unit, type: yes_no}}}
      - add: {under: proses, part: {id: pintu, weight: 1, yes_no: terbuka}}
      - rename: {field: ada, to: tersedia}
      """)
    let extended = try edition(text, extending: ["2021": RuleText.base])
    #expect(extended.fields.map(\.id.value) == ["tersedia", "dibuka", "terbuka"])
    let read = ["masuk", "jam", "loket", "pintu"].map { id -> [String] in
      guard case .leaf(let scale)? = extended.part(id)?.body else { return [] }
      return scale.fields
    }
    #expect(read == [["tersedia"], ["dibuka"], ["dibuka", "tersedia"], ["terbuka"]])
    guard case .leaf(.checklist(let items, _))? = extended.part("loket")?.body else { return }
    #expect(items.map(\.points) == [Fraction(2), .one])
    #expect(extended.history[0].fields.map { "\($0.from) \($0.to)" } == ["buka terbuka", "terbuka dibuka", "ada tersedia"])
  }

  @Test func `flags come, change and go with named changes`() throws {
    let base = RuleText.base + "flags: {buka_semua: {when: buka_penuh == 1}, hapus: {when: 'true'}}\n"
    let text = RuleText.change(
      """
      - add: {flags: {baru: {when: "semua > 0", label: {id: Baru, en: New}}}}
      - set: {flag: buka_semua, when: "semua == 2"}
      - remove: {flag: hapus}
      """)
    let ladder = { (text: String) in
      text.replacing("fields: {", with: "fields: {semua: {per: unit, type: number, range: [0, 9]}, ").replacing("buka_penuh", with: "semua")
    }
    let extended = try edition(text, extending: ["2021": ladder(base)])
    #expect(extended.flags.map { "\($0.id.value) \($0.condition.value)" } == ["buka_semua semua == 2", "baru semua > 0"])
  }

  @Test func `parts are renamed, split and merged in their places`() throws {
    let text = RuleText.change(
      """
      - rename: {part: masuk, to: masukan}
      - set: {part: masukan, weight: 55}
      - split: {part: proses, into: [{id: satu, weight: 10, yes_no: buka}, {id: dua, weight: 30, yes_no: buka}]}
      - add: {under: total, part: {id: tiga, weight: 1, yes_no: ada}}
      - merge: {parts: [dua, tiga], into: {id: dua, weight: 31, yes_no: buka}}
      """)
    let extended = try edition(text, extending: ["2021": RuleText.base])
    #expect(extended.score.children.map { "\($0.id.value) \($0.weight.value)" } == ["masukan 55", "satu 10", "dua 31"])
    let links = extended.history[0].parts.map { "\($0.kind) \($0.from) \($0.to)" }
    #expect(links == [#"renamed ["masuk"] ["masukan"]"#, #"split ["proses"] ["satu", "dua"]"#, #"merged ["dua", "tiga"] ["dua"]"#])
  }

  @Test func `a split or merge claims what it says otherwise, and nothing of what goes on`() throws {
    let claims = { (edits: String) in
      try #require(load(RuleText.change(edits), extending: ["2021": RuleText.base]).edition).edition.changes(since: "2021")[0].slots
    }
    // `masuk` weighs 60 and reads `ada`; `proses` is a group of `jam`, which reads `buka`.
    let same = try claims("- split: {part: masuk, into: [{id: satu, weight: 10, yes_no: ada}, {id: dua, weight: 50, yes_no: ada}]}")
    #expect(same == [.present("masuk"), .present("satu"), .present("dua")])
    let other = try claims(
      "- split: {part: masuk, into: [{id: satu, weight: 10, yes_no: buka, missing: zero}, {id: dua, weight: 51, yes_no: ada, round: 0}]}")
    #expect(other == same.union([.scale("satu"), .missing("satu"), .round("dua"), .weight("satu"), .weight("dua")]))
    // What is merged is told under the old names: `jam` comes from another group and reads another field now. 60 and 1 are 61.
    let merged = try claims(
      """
      - add: {under: proses, part: {id: lain, weight: 1, yes_no: buka}}
      - merge: {parts: [masuk, jam], into: {id: semua, weight: 61, yes_no: ada}}
      """)
    #expect(merged == [.present("lain"), .present("masuk"), .present("jam"), .present("semua"), .scale("jam"), .parent("jam")])
  }

  @Test func `an edition extends one that extends another`() throws {
    let second = RuleText.change("- set: {part: masuk, weight: 70}\n- add: {under: total, part: {id: keluar, weight: 1, yes_no: ada}}")
    let third = RuleText.extending(
      "{edition: 2022}", changes: "- {id: tiga, title: {id: T, en: T}, cite: pedoman, edits: [set: {part: keluar, weight: 5}]}"
    ).replacing("edition: 2022\n", with: "edition: 2023\n")
    let loaded = load(third, as: "2023", extending: ["2021": RuleText.base, "2022": second])
    let edition = try #require(loaded.edition?.edition, "\(loaded.findings)")
    #expect(edition.name == "2023")
    #expect(edition.score.children.map { "\($0.id.value) \($0.weight.value)" } == ["masuk 70", "proses 40", "keluar 5"])
    #expect(edition.history.map(\.base) == ["2021", "2022"])
    #expect(edition.changes(since: "2021").map(\.id.value) == ["ubah", "tiga"])
    #expect(edition.changes(since: "2022").map(\.id.value) == ["tiga"])
    #expect(loaded.sources.map(\.name) == ["uji/2023.yaml", "uji/2022.yaml", "uji/2021.yaml"])
  }

  @Test func `an edition without changes is its base under another name`() throws {
    let extended = try edition(RuleText.extending(), extending: ["2021": RuleText.base])
    #expect(structure(extended.score) == structure(try edition(RuleText.base).score))
    #expect(extended.name == "2022")
  }

  @Test func `a chain of editions has an end`() {
    let loader = EditionLoader { edition, _ in
      let next = (Int(edition) ?? 0) + 1
      let text = "timbang: 1\nid: uji\nedition: \(edition)\nextends: \(next)\n"
      return SourceFile(name: "\(edition).yaml", bytes: Array(text.utf8))
    }
    let loaded = loader.load(RuleText(RuleText.extending("1")).source)
    #expect(loaded.summary == ["T0240 4:10-4:12"])
    #expect(loaded.sources.count == 51)
  }

  @Test func `the name of an edition is read without loading it`() {
    #expect(EditionLoader.editionName(in: RuleText(RuleText.sound).source) == "2022")
    #expect(EditionLoader.editionName(in: RuleText("[a]").source) == nil)
  }
}
