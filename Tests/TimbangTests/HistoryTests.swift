import Foundation
import Testing
import Timbang

@Suite("The history of a method")
struct HistoryTests {
  private static let pages = ["kepatuhan"]

  @Test("the page beside the rules is what `timbang history` prints; `make history` writes it anew", arguments: pages)
  func committed(_ family: String) throws {
    let run = try timbang(["history", family])
    #expect(run.status == 0, "\(run.errors)")
    let file = packageFolder.appending(path: "rules/\(family)/PERUBAHAN.md")
    #expect(try String(contentsOf: file, encoding: .utf8) == run.output)
  }

  @Test("every edition in the folder has its heading, in the order of the editions, in both languages", arguments: pages)
  func editions(_ family: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: packageFolder.appending(path: "rules/\(family)").path)
    let names = files.filter { $0.hasSuffix(".yaml") }.map { $0.dropLast(5) }.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
    #expect(names.count > 1)
    let page = try timbang(["history", family]).output
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3).prefix { $0 != ":" } }
    #expect(headings == names + names)
    for language in ["id", "en"] {
      let one = try timbang(["history", family, "--lang", language]).output
      #expect(page.contains(one))
    }
  }

  @Test("every named change of the shipped editions is on the page with its sources", arguments: pages)
  func changes(_ family: String) throws {
    var log = DiagnosticLog()
    let found = Workspace(rulesFolder: packageFolder.appending(path: "rules").path).editions(of: family, log: &log)
    let page = try timbang(["history", family, "--lang", "id"]).output.replacing("\\", with: "")
    for edition in found.compactMap({ $0.edition?.edition }) {
      for change in edition.history.last?.changes ?? [] {
        #expect(page.contains("| \(change.title.id) |"), "\(edition.name) \(change.id.value)")
        for url in change.citations.compactMap({ edition.source($0.source)?.url }) { #expect(page.contains("](\(url))"), "\(url)") }
      }
    }
  }

  private static let first = """
    timbang: 1
    id: uji
    edition: 1
    title: {id: Tahun satu, en: Year one}
    sources: {s: {title: Old paper, url: "https://contoh.id/a (1)"}}
    units: {institution: {label: {id: Instansi, en: Institution}}, unit: {in: institution, label: {id: Unit, en: Unit}, combine: median}}
    fields:
      a: {per: unit, type: yes_no}
      b: {per: unit, type: yes_no}
      c: {per: unit, type: yes_no}
    score:
      id: total
      cite: s
      provenance: published
      parts:
        - id: atas
          label: {id: Atas, en: Upper}
          weight: 60
          parts:
            - {id: satu, label: {id: Satu, en: One}, weight: 1, yes_no: a, provenance: assumed}
            - {id: dalam, label: {id: Dalam, en: Inner}, weight: 2, parts: [{id: dua, label: {id: Dua, en: Two}, weight: 1, yes_no: b}]}
        - {id: bawah, label: {id: Bawah, en: Lower}, weight: 40, yes_no: c}
    zones: {cite: s, provenance: published, ladder: [{id: merah, from: 0}, {id: hijau, from: 81}]}
    """

  private static let second = """
    timbang: 1
    id: uji
    edition: 2
    title: {id: Tahun dua, en: Year two}
    sources: {t: {title: "New | paper"}}
    extends: 1
    changes:
      - id: susun
        title: {id: Susunan baru, en: New structure}
        cite: ["s h. 3", t]
        provenance: assumed
        note: {id: Hanya hasil yang terbit, en: Only results were published}
        edits:
          - add: {fields: {d: {per: unit, type: yes_no}}}
          - add: {under: total, part: {id: baru, label: {id: Baru, en: New}, weight: 30, provenance: reconstructed, parts: [{id: empat, weight: 1, yes_no: d}]}}
          - move: {part: dalam, under: baru, weight: 3}
          - remove: {part: bawah}
          - remove: {field: c}
          - set: {part: atas, weight: 70.5, provenance: published}
      - id: garis
        title: {id: Garis turun, en: The line falls}
        cite: t
        provenance: published
        edits: [replace: {zones: {cite: t, provenance: reconstructed, ladder: [{id: merah, from: 0}, {id: hijau, from: 78}]}}]
      - {id: rata, title: {id: Rata-rata, en: Mean}, cite: t, edits: [set: {rung: unit, combine: mean, count: {at_least: 2}}]}
    """

  /// Written whole: what differs has no named change.
  private static let tenth = first.replacing("edition: 1", with: "edition: 10\nlineage: {from: 2, parts: [{kind: dropped, from: baru}]}")
    .replacing("Tahun satu, en: Year one", with: "Tahun sepuluh, en: Year ten")

  private func page(_ language: String) throws -> String {
    let folder = try scratchFolder()
    try fill(
      folder,
      with: ["rules/uji/1.yaml": HistoryTests.first, "rules/uji/2.yaml": HistoryTests.second, "rules/uji/10.yaml": HistoryTests.tenth])
    let run = try timbang(["history", "uji", "--format", "markdown", "--lang", language], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test("a step says what each change touched, why, on what it rests and how sure it is")
  func step() throws {
    let page = try page("en")
    let wanted = [
      "| 2 | draft | Upper 70.15 %; New 29.85 % | hijau 78 | partly assumed | 3 |\n",
      "## 2: Year two\n\n**Status:** draft · **Provenance of figures:** partly assumed · **Made from:** 1 · "
        + "**Provenance of the changes:** partly assumed\n",
      "| Change | What it touched | Why | Source | Provenance |\n",
      "| New structure | new: New (1 indicator); dropped: Lower; moved: Inner → New; weights: Upper 60 → 70.5; 1 new field, 1 field dropped | "
        + "Only results were published | [Old paper](https://contoh.id/a%20%281%29), h. 3; New \\| paper | assumed |\n",
      "| The line falls | hijau line 81 → 78; provenance: zones published → reconstructed | - | New \\| paper | published |\n",
      "| Mean | Unit: median → mean; Unit: - → expected at least 2 | - | New \\| paper | - |\n",
      "| merah | merah | 0 |\n\nThe lines are reconstructed; those that moved: hijau 81 → 78.\n",
      "| Upper | published; inside it assumed | 70.15 % | 1 |\n", "| New | reconstructed | 29.85 % | 2 |\n",
      "Ladder: Institution; Unit (mean; expected at least 2).\n",
    ]
    var rest = page[...]
    for piece in wanted {
      let found = rest.range(of: piece)
      #expect(found != nil, "\(piece)\n\(page)")
      rest = rest[(found?.upperBound ?? rest.startIndex)...]
    }
  }

  @Test("what no change claims is named by type, and editions follow each other by their numbers")
  func unclaimed() throws {
    let page = try page("id")
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings == ["## 1: Tahun satu", "## 2: Tahun dua", "## 10: Tahun sepuluh"])
    let line = page.split(separator: "\n").last { $0.hasPrefix("Tanpa perubahan bernama: ") } ?? ""
    for piece in ["baru: Bawah", "dihapus: Baru (1 indikator)", "garis hijau 78 → 81", "Unit: rata-rata → median", "rujukan", "sumber"] {
      #expect(line.contains(piece), "\(piece): \(line)")
    }
    #expect(page.contains("edisi pertama di folder ini\n"))
  }

  @Test("no field has a row of its own")
  func short() throws {
    let page = try timbang(["history", "kepatuhan", "--lang", "id"]).output
    #expect(!page.contains("paham_standar") && !page.contains("yes_no"))
  }

  @Test("a family that is not there is refused with the nearest, a broken edition with what is wrong with it")
  func refusals() throws {
    let unknown = try timbang(["history", "kepatuhn", "--lang", "en"])
    #expect(unknown.status == 66 && unknown.errors.contains("did you mean `kepatuhan`?"), "\(unknown.errors)")
    let folder = try scratchFolder()
    try fill(folder, with: ["rules/uji/1.yaml": HistoryTests.first.replacing("weight: 40", with: "weight: 4O")])
    let broken = try timbang(["history", "uji"], in: folder)
    #expect(broken.status == 65 && broken.output.isEmpty && broken.errors.contains("4O"), "\(broken.errors)")
  }
}
