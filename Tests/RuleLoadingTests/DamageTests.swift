import MarkedYAML
import RuleDiagnostics
import RuleLoading
import Testing

/// Nothing in a rule file is ever ignored: whatever key or value is damaged, something is said.
struct DamageTests {
  @Test func `every misspelt key is reported`() throws {
    for file in Example.all {
      for damage in try file.damages({ $0.key }, by: ["q", "_x"].map { suffix in { $0 + suffix } }) { damage.expectWord() }
    }
  }

  @Test func `every key that is left out is reported, or one that may be left out`() throws {
    for file in Example.all {
      for damage in try file.damages({ $0.key }, by: [{ "zzz_" + $0 }]) { damage.expectWord() }
    }
  }

  @Test func `every value of another shape is reported`() throws {
    let shapes: [@Sendable (String) -> String] = [{ _ in "[]" }, { _ in "{}" }, { _ in "\"\"" }, { _ in "[{}]" }, { _ in "{q: [1]}" }]
    for file in Example.all {
      for damage in try file.damages({ $0.value }, by: shapes) { damage.expectWord() }
    }
  }
}

/// A sound file, alone or extending another.
private struct Example: Sendable {
  let text: String
  let others: [String: String]
  /// Values of another shape, or other keys, that say something sensible in their place: `path old -> new`.
  let sound: Set<String>

  static let all = [
    Example(
      text: """
        timbang: 1
        id: uji
        edition: 2022
        status: published
        title: {id: Penilaian, en: Assessment}
        scale: [0, 50]
        sources: {pedoman: {title: Pedoman, kind: law, url: "https://contoh.id"}, surat: {title: {id: Surat, en: Letter}}}
        units:
          instansi: {label: {id: Instansi, en: Institution}, kinds: [kota, desa], combine: {weighted: {kind: {kota: 2, desa: 1}}}}
          unit: {in: instansi, combine: {weighted: {field: pegawai}}}
          produk: {in: unit, combine: median}
        fields:
          ada: {per: produk, type: yes_no, label: {id: Ada, en: Present}, optional: true}
          tingkat: {per: unit, type: level, range: [0, 1]}
          lama: {per: unit, type: number, range: [0, 60], unit: menit}
          pegawai: {per: unit, type: count}
        defaults: {missing: zero, not_applicable: full, weights_sum: 100}
        score:
          id: total
          cite: pedoman
          provenance: published
          at: unit
          round: {places: 1, mode: half_even, on: [unit]}
          parts:
            - {id: a, weight: 40, missing: {value: 5}, not_applicable: zero, combine: sum, parts: [{id: aa, weight: 100, yes_no: {field: ada, invert: true}}]}
            - {id: b, weight: 20, checklist: {items: [ada], points: {ada: 2}, at_least: 2}, cite: [surat h. 2]}
            - {id: c, weight: 20, levels: {field: tingkat, scores: {0: 0, 1: 50}}, note: {id: Catatan, en: Note}}
            - {id: d, weight: 10, bands: {field: lama, rows: [{from: 0, score: 50}, {from: 30, score: 0}]}, label: {id: De, en: Dee}}
            - {id: e, weight: 10, linear: {field: lama, worst: 60, best: 10, clamp: true}}
        zones:
          on: exact
          provenance: assumed
          cite: pedoman
          ladder: [{id: c, from: 0, zone: merah, label: {id: Rendah, en: Low}}, {id: b, from: 25}]
        """,
      others: [:],
      sound: [
        // A text may be empty, a list of citations or kinds as well; what may be left out may say nothing.
        "url \"\"", "kind \"\"", "unit \"\"", "title \"\"", "note \"\"", "cite []", "kinds []", "points {}", "instansi {}", "defaults {}",
      ]),
    Example(
      text: RuleText.extending(
        changes: """
          - id: satu
            title: {id: Satu, en: One}
            cite: pedoman
            edits:
              - add: {fields: {tingkat: {per: unit, type: level, range: [0, 1]}}}
              - add: {sources: {surat: {title: Surat}}}
              - add: {under: proses, part: {id: baru, weight: 3, cite: surat, levels: {field: tingkat, scores: {0: 0, 1: 100}}}}
              - move: {part: jam, under: total}
              - remove: {part: masuk}
              - remove: {field: ada}
          - id: dua
            title: {id: Dua, en: Two}
            cite: surat
            after: [satu]
            edits:
              - set: {part: proses, weight: 4, label: {id: Proses, en: Process}}
              - set: {field: buka, label: {id: Buka, en: Open}}
              - set: {rung: unit, combine: max}
              - set: {defaults: {missing: skip}}
              - replace: {zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}}
              - replace: {part: {id: jam, weight: 6, yes_no: buka}}
              - rename: {field: buka, to: terbuka}
              - rename: {part: jam, to: waktu, label: {id: Waktu, en: Time}}
              - split: {part: proses, into: [{id: p, weight: 2, yes_no: terbuka}, {id: q, weight: 2, yes_no: terbuka}]}
              - merge: {parts: [p, q], into: {id: r, weight: 4, yes_no: terbuka}}
          """), others: ["2021": RuleText.base], sound: ["title \"\"", "cite []", "changes []", "after []"]),
  ]

  /// The file with one stretch after another replaced.
  func damages(_ pick: (Entry) -> SourceRange, by changes: [@Sendable (String) -> String]) throws -> [Damage] {
    let source = RuleText(text).source
    var log = DiagnosticLog()
    let root = try #require(readYAML(source, log: &log))
    return Entry.all(in: root).flatMap { entry in
      let range = pick(entry)
      let bytes = range.start.offset..<range.end.offset
      let old = String(decoding: source.bytes[bytes], as: UTF8.self)
      return changes.map { change in
        var damaged = source.bytes
        damaged.replaceSubrange(bytes, with: Array(change(old).utf8))
        return Damage(example: self, text: String(decoding: damaged, as: UTF8.self), what: "\(entry.name) \(change(old))")
      }
    }
  }
}

/// A key of a file with its value.
private struct Entry {
  let name: String
  let key: SourceRange
  let value: SourceRange

  static func all(in node: YAMLNode) -> [Entry] {
    switch node.content {
    case .scalar: []
    case .sequence(let items): items.flatMap { all(in: $0) }
    case .mapping(let entries):
      entries.flatMap { [Entry(name: $0.key.value, key: $0.key.range, value: $0.value.range)] + all(in: $0.value) }
    }
  }
}

/// A file with one place damaged.
private struct Damage {
  let example: Example
  let text: String
  let what: String

  func expectWord() {
    guard !example.sound.contains(what) else { return }
    let loaded = load(text, extending: example.others)
    #expect(!loaded.log.diagnostics.isEmpty, "nothing is said about `\(what)`")
    #expect(loaded.edition != nil || loaded.log.hasErrors, "refused without a word: `\(what)`")
  }
}
