import Observations
import RuleDiagnostics
import Testing

/// Later values in the place of those that were read first.
@Suite("Corrections")
struct CorrectionTests {
  @Test func `a correction may bring a field that the data do not hold`() throws {
    let data = try Survey.table(Survey.header + "k,d,p,time,5\n")
    var log = DiagnosticLog()
    let corrected = try #require(data.corrected(by: Survey.table(Survey.header + "k,d,,training,3\n"), log: &log))
    #expect(Survey.value("training", "k/d", in: corrected) == "3" && Survey.value("time", "k/d/p", in: corrected) == "5")
    #expect(log.diagnostics.isEmpty)
  }

  @Test func `a correction of somebody whom nobody resembles says that new ones belong into the data`() throws {
    let data = try Survey.table(Survey.header + "k,d,p,time,5\n")
    var log = DiagnosticLog()
    #expect(try data.corrected(by: Survey.table(Survey.header + "qqqqqq,wwwwww,,training,3\n"), log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [.unknownEntity])
    #expect(log.diagnostics.first?.help?.en == "a correction replaces values; add a new unit to the data")
  }
}
