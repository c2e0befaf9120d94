import Observations
import RuleDiagnostics
import RuleModel
import Scoring
import Testing

/// When there is no score, and who says so.
@Suite("Refused scores")
struct RefusalTests {
  private static let score = """
    at: unit
    parts:
      - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
      - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
    """
  private static let fields = """
    a: {per: unit, type: number, range: [0, 100], label: {id: Uji petugas, en: Officer test}}
    b: {per: unit, type: number, range: [0, 100]}
    """

  @Test func `an institution that lacks what the rules insist on has no score, and the others have theirs`() throws {
    let example = try Example(
      fields: Self.fields, score: Self.score, data: ["k,u1,a,50\nk,u1,b,50\nk,u2,b,90\nl,u1,a,50\nl,u1,b,75"])
    #expect(example.total("k") == nil && example.total("l") == "60" && example.scores.refused == [0])
    let finding = try #require(example.findings.first)
    #expect(example.findings.count == 1 && finding.code == .missingObservation && finding.severity == .error)
    #expect(finding.message.en == "`k/u2` has no value for `a` (Officer test), and the rules allow none to be missing")
    #expect(finding.message.id.contains("`k/u2`") && finding.message.id.contains("Uji petugas"))
    #expect(finding.range?.file == "rules.yaml" && finding.help?.en.contains("`k/u2`, `a`") == true)
  }

  /// Fixed: the evaluator fills such a gap with the mean of the peers for comparisons, and that figure was shown as a value.
  @Test func `nothing that rests on a refused observation has a value, and the rest keeps its own`() throws {
    let example = try Example(
      fields: Self.fields, score: Self.score, data: ["k,u1,a,50\nk,u1,b,50\nk,u2,b,90\nl,u1,a,50\nl,u1,b,75"])
    #expect(example.value("a", "k/u2") == nil && example.value("total", "k/u2") == nil && example.value("a") == nil)
    #expect(example.value("total") == nil)
    #expect(example.value("a", "k/u1") == "50" && example.value("total", "k/u1") == "50" && example.value("b") == "70")
    #expect(try example.trace().value == nil)
    #expect(try example.trace("l").value == Fraction(60))
  }

  @Test func `a missing item of a checklist refuses by its own name`() throws {
    let example = try Example(
      fields: "x: {per: unit, type: yes_no}\ny: {per: unit, type: yes_no}\nz: {per: unit, type: yes_no}",
      score: "checklist: {items: [x, y, z], at_least: 1}", data: ["k,u,x,1\nk,u,y,\nk,u,z,1"])
    #expect(example.total() == nil && example.findings.map(\.code) == [.missingObservation])
    #expect(example.findings.first?.message.en.contains("`y`") == true)
  }

  @Test func `a part that skips does not refuse, beside one that insists`() throws {
    let rules = Self.score.replacing("{id: b, weight: 40,", with: "{id: b, weight: 40, missing: skip,")
    let example = try Example(fields: Self.fields, score: rules, data: ["k,u1,a,50\nl,u1,b,50"])
    #expect(example.total("k") == "50" && example.total("l") == nil && example.findings.count == 1)
  }

  @Test func `an institution without a single value is told`() throws {
    let example = try Example(fields: Self.fields, defaults: "{missing: skip}", score: Self.score, data: ["k,u1,a,\nl,u1,a,50"])
    #expect(example.total("k") == nil && example.scores.refused.isEmpty)
    #expect(example.findings.map(\.code) == [.noScore])
    #expect(example.findings.first?.message.en == "`k` has no part with a value")
  }

  @Test func `an institution that was surveyed without any unit is told`() throws {
    let example = try Example(
      fields: Self.fields + "\nc: {per: institution, type: text}", score: Self.score, data: ["k,,c,x\nl,u1,a,50\nl,u1,b,50"])
    #expect(example.findings.map(\.code) == [.noScore] && example.total("l") == "50")
  }

  @Test func `a kind without a weight is told, and so is an entity without a kind`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: {weighted: {kind: {PTN: 2, PTS: 1}}}}", fields: Self.fields,
      score: Self.score, data: ["u1", "u2", "u3"].map { "k,\($0),a,50\nk,\($0),b,50" },
      entities: "u1,k,PTN,Satu\nu2,k,AKN,Dua")
    #expect(example.findings.map(\.code) == [.entityKind, .entityKind])
    #expect(
      example.findings.map(\.message.en) == ["the kind of `k/u2` (AKN) has no weight", "the kind of `k/u3` (none) has no weight"])
    #expect(example.findings.first?.help?.en.contains("PTN, PTS") == true)
  }

  /// Fixed: such a part was left out without a word, and the rest made a score.
  @Test func `a condition about an unknown kind gives no score and names the entity`() throws {
    let example = try Example(
      units: "institution: {kinds: [kota, kantor]}\nunit: {in: institution}",
      fields: "a: {per: unit, type: yes_no}\nb: {per: unit, type: yes_no}",
      score: """
        at: unit
        parts:
          - {id: a, weight: 50, yes_no: a}
          - {id: b, weight: 50, missing: skip, when: "!(institution.kind in ['kantor'])", yes_no: b}
        """, data: ["k,u,a,1\nk,u,b,0\nl,u,a,1\nl,u,b,0"], entities: "k,,kota,Kota")
    #expect(example.total("k") == "50")
    #expect(example.findings.map(\.code) == [.formulaFault])
    #expect(example.findings.first?.message.en == "`b` cannot be computed for `l/u`: the kind of `l` is asked for, but not known")
  }

  /// Fixed: nobody combines institutions, so their kinds need no weight.
  @Test func `weights of the top rung are of no use and miss nothing`() throws {
    let example = try Example(
      units: "institution: {combine: {weighted: {kind: {city: 1}}}}\nunit: {in: institution}", fields: Self.fields, score: Self.score,
      data: ["k,u,a,50\nk,u,b,50"])
    #expect(example.total() == "50" && example.findings.isEmpty)
  }

  /// Fixed: such a unit was left out of the mean without a word.
  @Test func `a unit that lacks the field by which the ladder weighs it refuses its institution`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: {weighted: {field: visitors}}}",
      fields: Self.fields + "\nvisitors: {per: unit, type: count}", score: Self.score,
      data: ["k,u1,a,50\nk,u1,b,50\nk,u1,visitors,10\nk,u2,a,90\nk,u2,b,90\nl,u1,a,30\nl,u1,b,30\nl,u1,visitors,1"])
    #expect(example.total("k") == nil && example.total("l") == "30" && example.scores.refused == [0])
    #expect(example.findings.map(\.code) == [.missingObservation])
    #expect(example.findings.first?.message.en == "`k/u2` has no value for `visitors`, by which the ladder weighs it")
  }

  /// Fixed: the list of values was not known, and the average of other institutions took its place without a word.
  @Test func `a missing value in a list that a formula reads gives no score and names the entity below`() throws {
    let example = try Example(
      fields: "a: {per: unit, type: number, range: [0, 100]}\nb: {per: unit, type: text}",
      score: "at: institution\nformula: \"mean(a)\"", data: ["k,u1,a,40\nk,u2,b,x\nl,u1,a,70"])
    #expect(example.total("k") == nil && example.total("l") == "70" && example.scores.refused == [0])
    #expect(example.findings.map(\.code) == [.missingObservation])
    #expect(example.findings.first?.message.en.contains("`k/u2` has no value for `a`") == true)
    #expect(example.scores.missing.map(\.rung) == [1])
  }

  /// Fixed: an institution was refused for what is missing in a group that does not apply to it.
  @Test func `what is missing or fails in a group that does not apply makes no difference`() throws {
    let fields = "masuk: {per: unit, type: count}\nselesai: {per: unit, type: count}\na: {per: unit, type: number, range: [0, 100]}"
    let score = """
      at: unit
      parts:
        - {id: a, weight: 40, linear: {field: a, worst: 0, best: 100}}
        - id: adu
          weight: 60
          when: "masuk > 0"
          parts:
            - {id: tuntas, weight: 1, formula: "100 * selesai / masuk"}
            - {id: banyak, weight: 1, formula: "clamp(selesai, 0, 100)"}
      """
    let example = try Example(fields: fields, score: score, data: ["k,u,masuk,0\nk,u,a,80\nl,u,masuk,0\nl,u,a,30\nl,u,selesai,0"])
    // k: nothing came in, so that nobody has to know how much was settled. l: 0 / 0 is nobody's business.
    #expect(example.total("k") == "80" && example.total("l") == "30" && example.findings.isEmpty)
    #expect(example.scores.missing.isEmpty && example.scores.refused.isEmpty)
    #expect(example.value("tuntas", "k/u") == nil && example.value("adu", "k/u") == nil)
    let applying = try Example(fields: fields, score: score, data: ["k,u,masuk,1\nk,u,a,80"])
    #expect(applying.total("k") == nil && applying.scores.missing.map(\.part) == ["tuntas", "banyak"])
  }

  @Test func `an entity without a weight makes no difference in a group that does not apply`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, combine: {weighted: {field: visitors}}}",
      fields: "a: {per: unit, type: number, range: [0, 100]}\nn: {per: institution, type: number, range: [0, 100]}\n"
        + "visitors: {per: unit, type: count}",
      score: """
        at: institution
        parts:
          - {id: n, weight: 1, linear: {field: n, worst: 0, best: 100}}
          - id: many
            weight: 1
            when: "n > 50"
            parts:
              - {id: a, weight: 1, linear: {field: a, worst: 0, best: 100}}
        """, data: ["k,,n,20\nk,u,a,50\nl,,n,60\nl,u,a,50"])
    #expect(example.total("k") == "20" && example.total("l") == nil)
    #expect(example.findings.map(\.message.en) == ["`l/u` has no value for `visitors`, by which the ladder weighs it"])
  }
}
