import RuleDiagnostics
import Scoring
import Testing

/// What `count` on a rung says of the data, with the place of the first cell of whom it is told.
@Suite("Numbers of surveyed entities")
struct SampleSizeTests {
  @Test func `the first entity with another number is named with the line of its first cell, however far below that stands`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, count: 2}\nproduct: {in: unit}",
      fields: "a: {per: product, type: yes_no}", score: "at: product\nparts:\n  - {id: a, weight: 1, yes_no: a}",
      // Line 1 is the header. k has two units; l has one, of which the first cell is in line 5 and the second in line 4 of the file.
      data: ["k,u,p,a,true\nk,v,p,a,true\nl,w,q,a,true\nl,w,p,a,false"])
    var log = DiagnosticLog()
    example.edition.reportSampleSizes(in: example.scores.observations, log: &log)
    #expect(
      log.diagnostics.map(\.message.en) == [
        "1 of 2 institutions have another number of `unit` than edition 2022 expects; the first: `l` (obs0.csv:4) has 1, expected 2"
      ])
  }

  @Test func `an entity of which nothing was recorded is named without a line`() throws {
    let example = try Example(
      units: "institution: {}\nunit: {in: institution, count: 2}", fields: "a: {per: unit, type: yes_no}", defaults: "{missing: skip}",
      score: "at: unit\nparts:\n  - {id: a, weight: 1, yes_no: a}", data: ["k,u,a,true\nk,v,a,true\nl,w,a,"])
    var log = DiagnosticLog()
    example.edition.reportSampleSizes(in: example.scores.observations, log: &log)
    #expect(
      log.diagnostics.map(\.message.en) == [
        "1 of 2 institutions have another number of `unit` than edition 2022 expects; the first: `l` has 1, expected 2"
      ])
  }
}
