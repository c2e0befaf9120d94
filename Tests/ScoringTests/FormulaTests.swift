import RuleDiagnostics
import RuleModel
import Scoring
import Testing

@Suite("Formulas, conditions, roots, logarithms and flags")
struct FormulaTests {
  private static let complaints = """
    masuk: {per: unit, type: count, range: [0, 1000]}
    selesai: {per: unit, type: count, range: [0, 1000]}
    ada: {per: unit, type: yes_no}
    """

  private static func example(
    _ formula: String, when: String = "masuk > 0", notApplicable: String = "skip", defaults: String = "{missing: error}", data: [String]
  ) throws -> Example {
    try Example(
      fields: complaints, defaults: defaults,
      score: """
        at: unit
        parts:
          - {id: adu, weight: 40, when: "\(when)", not_applicable: \(notApplicable), formula: "\(formula)"}
          - {id: ada, weight: 60, yes_no: ada}
        """, data: data)
  }

  @Test func `a formula gives its exact value`() throws {
    let example = try FormulaTests.example("100 * selesai / masuk", data: ["k,u,masuk,3\nk,u,selesai,1\nk,u,ada,1"])
    // 100 x 1 / 3 = 100/3;  .4 x 100/3 + .6 x 100 = 40/3 + 60 = 220/3
    #expect(example.value("adu", "k/u") == "100/3")
    #expect(example.total("k") == "220/3")
  }

  @Test func `a part whose condition is false is left out, counted as nothing, or as full`() throws {
    let data = ["k,u,masuk,0\nk,u,selesai,0\nk,u,ada,1"]
    for (policy, total) in [("skip", "100"), ("zero", "60"), ("full", "100")] {
      let example = try FormulaTests.example("100 * selesai / masuk", notApplicable: policy, data: data)
      #expect(example.total("k") == total)
      #expect(example.scores.notApplicable.map(\.part) == ["adu"])
      #expect(example.scores.missing.isEmpty)
    }
  }

  @Test func `a missing observation makes a formula missing, and the policy decides`() throws {
    let data = ["k,u,masuk,4\nk,u,ada,1"]
    let example = try FormulaTests.example("100 * selesai / masuk", defaults: "{missing: zero}", data: data)
    // adu is 0: .4 x 0 + .6 x 100 = 60
    #expect(example.total("k") == "60")
    #expect(example.scores.missing.map(\.field) == ["selesai"])
  }

  @Test func `what a condition does not need may be missing`() throws {
    // masuk > 100 is false already, so nothing has to be known of selesai
    let example = try FormulaTests.example("100", when: "masuk > 100 && selesai > 0", data: ["k,u,masuk,4\nk,u,ada,1"])
    #expect(example.total("k") == "100")
    #expect(example.scores.missing.isEmpty)
  }

  @Test func `a division by zero and a result outside the scale name the row and give no score`() throws {
    for (formula, masuk) in [("100 * selesai / masuk", 0), ("100 * selesai / masuk", 1)] {
      let example = try FormulaTests.example(formula, when: "true", data: ["k,u,masuk,\(masuk)\nk,u,selesai,2\nk,u,ada,1"])
      #expect(example.findings.map(\.code) == [.formulaFault])
      #expect(example.findings.first?.message.en.contains("`k/u`") == true)
      #expect(example.scores.total(of: 0) == nil)
    }
  }

  @Test func `a formula on a higher rung sees the list of values below it`() throws {
    let example = try Example(
      fields: "nilai: {per: unit, type: number, range: [0, 100]}",
      score: "at: institution\nparts:\n  - {id: puncak, weight: 1, at: institution, formula: \"max(nilai) - min(nilai)\"}",
      data: ["k,u,nilai,30\nk,v,nilai,80\nk,w,nilai,75"])
    #expect(example.total("k") == "50")
  }

  @Test func `a geometric mean and a logarithm are rounded at the declared precision`() throws {
    let example = try Example(
      units: "institution: {}",
      fields: "pendapatan: {per: institution, type: number, range: [100, 75000]}\nusia: {per: institution, type: number, range: [20, 85]}",
      score: """
        combine: geometric_mean
        precision: 6
        parts:
          - {id: kaya, weight: 1, precision: 6, linear: {field: pendapatan, worst: 100, best: 75000, log: true}}
          - {id: hidup, weight: 1, linear: {field: usia, worst: 20, best: 85}}
        """, data: ["k,pendapatan,20000\nk,usia,70"])
    // (ln 20000 - ln 100) / (ln 75000 - ln 100) = 0.8003412..., to six places 0.800341, of 100: 80.0341
    #expect(example.value("kaya", "k") == "800341/10000")
    // sqrt(80.0341 x 100 x 50/65) = sqrt(80.0341 x 76.923...) = 78.46317117..., to six places 78.463171
    #expect(example.total("k") == "78463171/1000000")
  }

  @Test func `a flag is true, false or not known`() throws {
    let yaml = """
      timbang: 1
      id: contoh
      edition: 2025
      units: {institution: {}}
      fields: {nilai: {per: institution, type: number, range: [0, 100]}, tindak: {per: institution, type: yes_no}}
      score: {id: total, linear: {field: nilai, worst: 0, best: 100}}
      zones: {ladder: [{id: merah, from: 0}]}
      flags: {tanpa: {when: "tindak && nilai >= 50"}}

      """
    let example = try Example(yaml: yaml, data: ["a,nilai,60\na,tindak,1\nb,nilai,60\nb,tindak,0\nc,nilai,60\nd,nilai,40"])
    // c: tindak is missing and nilai >= 50 holds, so nobody knows; d: nilai >= 50 is false, whatever tindak is
    #expect((0..<4).map { example.scores.flags(of: $0).first?.value } == [true, false, nil, false])
  }
}
