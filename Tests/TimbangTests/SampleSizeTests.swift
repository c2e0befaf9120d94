import Foundation
import Testing
import Timbang

@Suite("How many are surveyed")
struct SampleSizeTests {
  private static let base = """
    timbang: 1
    id: uji
    edition: 1
    units:
      institution: {kinds: [city, ministry]}
      unit: {in: institution, kinds: [dinkes, dinsos], count: 2}
      product: {in: unit, count: {kind: {city: {at_least: 2}, ministry: 3}}}
    fields: {a: {per: product, type: number, range: [0, 100]}}
    score: {id: total, linear: {field: a, worst: 0, best: 100}}
    zones: {ladder: [{id: merah, from: 0}]}
    """

  private static let next = """
    timbang: 1
    id: uji
    edition: 2
    extends: 1
    changes:
      - id: sampel
        title: {id: Sampel baru, en: New sample}
        edits:
          - set: {rung: unit, count: {at_least: 3}, kinds: [dinkes, dinsos, puskesmas]}
    """

  private static let entities = """
    id,parent,kind,name
    k1,,city,Kota Satu
    k2,,city,Kota Dua
    m,,ministry,Kementerian
    x,,,Lain
    u,k1,dinkes,Kesehatan
    v,k1,dinsos,Sosial

    """

  /// k1: two units of two products; k2: one unit of three; m: two units, of three and two; x, of no known kind: two units of one.
  private static let data = """
    institution,unit,product,field,value
    k1,u,p,a,10
    k1,u,q,a,10
    k1,v,p,a,10
    k1,v,q,a,10
    k2,u,p,a,10
    k2,u,q,a,10
    k2,u,r,a,10
    m,u,p,a,10
    m,u,q,a,10
    m,u,r,a,10
    m,v,p,a,10
    m,v,q,a,10
    x,u,p,a,10
    x,v,p,a,10

    """

  private func folder(base: String = base, data: String = data) throws -> URL {
    let folder = try scratchFolder()
    try fill(
      folder, with: ["1.yaml": base, "2.yaml": SampleSizeTests.next, "d.csv": data, "e.csv": SampleSizeTests.entities])
    return folder
  }

  private func run(_ arguments: [String], language: String = "en", data: String = data) throws -> Run {
    let run = try timbang(arguments + ["--lang", language], in: folder(data: data))
    #expect(run.status == 0, "\(run.errors)")
    return run
  }

  /// The lines that begin with a warning.
  private func warnings(_ run: Run) -> [String] {
    run.errors.split(separator: "\n").map(String.init).filter { $0.contains("[T0407]") }
  }

  private static let score = ["score", "--rules", "1.yaml", "--data", "d.csv", "--entities", "e.csv"]

  // Units: k2 has one. Products: m/v has two of three; the city k2 has more than two, which is enough; nothing is expected of x.
  private static let expected = [
    "warning[T0407]: 1 of 4 institutions have another number of `unit` than edition 1 expects; the first: `k2` (d.csv:6) has 1, expected 2",
    "warning[T0407]: 1 of 3 institutions have another number of `product` than edition 1 expects; "
      + "the first: `m/v` (d.csv:12) has 2, expected 3",
  ]

  @Test("each rung with another number than expected gets one warning, with the first place")
  func score() throws {
    let run = try run(SampleSizeTests.score)
    #expect(warnings(run) == SampleSizeTests.expected, "\(run.errors)")
    #expect(run.errors.contains("--> 1.yaml:6:59"), "where it is expected: \(run.errors)")
    let indonesian = try self.run(SampleSizeTests.score, language: "id")
    #expect(indonesian.errors.contains("yang pertama: `m/v` (d.csv:12) punya 2, diharapkan 3"), "\(indonesian.errors)")
  }

  @Test("a sample as expected needs no word, and no number moves a score")
  func silence() throws {
    let data = SampleSizeTests.data.split(separator: "\n").filter { !$0.hasPrefix("k2") }.joined(separator: "\n") + "\nm,v,r,a,10\n"
    #expect(warnings(try run(SampleSizeTests.score, data: data)).isEmpty)
    let counts = try [SampleSizeTests.base, SampleSizeTests.base.replacing(", count: 2", with: ", count: 9")].map { base in
      let edition = try #require(Workspace(rulesFolder: ".").load(folder(base: base).appending(path: "1.yaml").path).edition?.edition)
      return (edition.scoringDigest, edition.documentDigest)
    }
    #expect(counts[0].0 == counts[1].0 && counts[0].1 != counts[1].1)
  }

  @Test("explanations and previews warn as scores do, once for each year")
  func others() throws {
    let year = "1.yaml=d.csv"
    let all = ["explain", "--all", "--from", year, "--to", "2.yaml=d.csv", "--entities", "e.csv"]
    let later =
      "warning[T0407]: 4 of 4 institutions have another number of `unit` than edition 2 expects; "
      + "the first: `k1` (d.csv:2) has 2, expected at least 3"
    #expect(
      warnings(try run(all)) == SampleSizeTests.expected + [later, SampleSizeTests.expected[1].replacing("edition 1", with: "edition 2")])
    let impact = ["impact", "--from", "1.yaml", "--to", "2.yaml", "--data", "d.csv", "--entities", "e.csv"]
    #expect(warnings(try run(impact)) == SampleSizeTests.expected)
    let corrected = ["explain", "k1", "--from", year, "--to", year, "--corrections", "d.csv", "--entities", "e.csv"]
    #expect(warnings(try run(corrected)).count == 4, "two rungs for each of two years")
  }

  @Test("a changed number, and changed kinds, are differences of the rung under the change that set them")
  func difference() throws {
    let text = try run(["diff", "1.yaml", "2.yaml"]).output
    #expect(text.contains("New sample  [sampel]\n"), "\(text)")
    #expect(text.contains("ladder  unit  count: 2 -> count: {at_least: 3}\n"))
    #expect(text.contains("ladder  unit  dinkes, dinsos -> dinkes, dinsos, puskesmas\n"))
  }

  @Test("the canonical text of the document has the number, that of the scoring has not, and can be read again")
  func canonical() throws {
    let folder = try folder()
    let text = try timbang(["resolve", "1.yaml"], in: folder).output
    #expect(text.contains("count: 2}\n") && text.contains("count: {kind: {city: {at_least: 2}, ministry: 3}}}\n"), "\(text)")
    #expect(try !timbang(["resolve", "1.yaml", "--scoring"], in: folder).output.contains("count:"))
    try fill(folder, with: ["again.yaml": text])
    #expect(try timbang(["resolve", "again.yaml"], in: folder).output == text)
  }

  @Test("kinds of a lower rung are checked like those of the top")
  func kindsBelow() throws {
    let folder = try folder()
    try fill(folder, with: ["e.csv": SampleSizeTests.entities.replacing("v,k1,dinsos", with: "v,k1,dinsoz")])
    let run = try timbang(SampleSizeTests.score + ["--lang", "en"], in: folder)
    #expect(run.status == 65 && run.errors.contains("T0319") && run.errors.contains("did you mean `dinsos`?"), "\(run.errors)")
  }

  private static let ofKinds = base.replacing(", count: 2}", with: ", count: {kind: {city: {of: {dinkes: {at_least: 1}, dinsos: 1}}}}}")

  // k1 has both. k2 has only `u`, of which the directory says nothing: no kind of it is known. Nothing is expected of m and x.
  @Test("an office of an expected kind that was left out is named, though the others are there")
  func kinds() throws {
    let folder = try folder(base: SampleSizeTests.ofKinds)
    let unknown = try timbang(SampleSizeTests.score + ["--lang", "en"], in: folder)
    #expect(
      warnings(unknown).first
        == "warning[T0407]: 1 of 2 institutions have another number of `unit` than edition 1 expects; "
        + "the first: `k2` (d.csv:6) has 0 of kind `dinkes`, expected at least 1")
    #expect(unknown.errors.contains("write the kind of each `unit` in the column `kind`"), "\(unknown.errors)")
    // With its kind told, the other office is what is left out.
    try fill(folder, with: ["e.csv": SampleSizeTests.entities + "u,k2,dinkes,Kesehatan\n"])
    let missing = try timbang(SampleSizeTests.score + ["--lang", "id"], in: folder)
    #expect(warnings(missing).first?.hasSuffix("`k2` (d.csv:6) punya 0 berjenis `dinsos`, diharapkan 1") == true, "\(missing.errors)")
    #expect(missing.errors.contains("bila sampelnya memang begitu"), "\(missing.errors)")
    // Both offices are there.
    try fill(folder, with: ["e.csv": SampleSizeTests.entities + "u,k2,dinkes,Kesehatan\nv,k2,dinsos,Sosial\n"])
    try fill(folder, with: ["d.csv": SampleSizeTests.data + "k2,v,p,a,10\nk2,v,q,a,10\n"])
    #expect(!warnings(try timbang(SampleSizeTests.score, in: folder)).contains { $0.contains("`unit`") })
  }

  @Test("expected kinds are written canonically, compared, and checked against the kinds of their own rung")
  func kindsInRules() throws {
    let folder = try folder(base: SampleSizeTests.ofKinds)
    let text = try timbang(["resolve", "1.yaml"], in: folder).output
    #expect(text.contains("count: {kind: {city: {of: {dinkes: {at_least: 1}, dinsos: 1}}}}}\n"), "\(text)")
    let diff = try timbang(["diff", "1.yaml", "2.yaml", "--lang", "en"], in: folder).output
    let older = "{kind: {city: {of: {dinkes: {at_least: 1}, dinsos: 1}}}}"
    #expect(diff.contains("ladder  unit  count: \(older) -> count: {at_least: 3}\n"), "\(diff)")
    for (count, code, says) in [
      ("{of: {dinkez: 1}}", "T0209", "the rung `unit` has no kind `dinkez`"),
      ("{of: {dinkes: 0}}", "T0206", "the number of kind `dinkes` must be a whole number from 1 to 9999"),
      ("{of: {dinkes: 1}, at_least: 2}", "T0218", "`count` needs exactly one of `at_least`, `of`, `kind`"),
      ("{kind: {city: {of: {dinkes: 1}, at_least: 2}}}", "T0218", "the number for kind `city` needs exactly one of `at_least`, `of`"),
      ("{kind: {city: {kind: {city: 2}}}}", "T0202", "unknown key `kind` in the number for kind `city`"),
      ("{of: 2}", "T0201", "`of` must be a set of keys"), ("{off: {dinkes: 1}}", "T0202", "did you mean `of`?"),
      ("{}", "T0218", "`count` needs exactly one of `at_least`, `of`, `kind`"),
    ] {
      try fill(folder, with: ["1.yaml": SampleSizeTests.base.replacing("count: 2}", with: "count: \(count)}")])
      let run = try timbang(["check", "1.yaml", "--lang", "en"], in: folder)
      #expect(run.status == 65 && (run.output + run.errors).contains("[\(code)]"), "\(count): \(run.output)\(run.errors)")
      #expect((run.output + run.errors).contains(says), "\(count): \(run.output)\(run.errors)")
    }
  }
}
