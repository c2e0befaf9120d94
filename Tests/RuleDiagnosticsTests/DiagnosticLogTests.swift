import RuleDiagnostics
import Testing

struct DiagnosticLogTests {
  private let words = Words(id: "salah", en: "wrong")

  @Test func `findings beyond the limit are counted and not put into words`() {
    var log = DiagnosticLog()
    var spoken = 0
    func say() -> Words {
      spoken += 1
      return words
    }
    for _ in 0..<60 { log.error(.wrongShape, at: nil, say(), help: say(), notes: []) }
    for _ in 0..<7 { log.warning(.emptyEdit, at: nil, say(), help: say()) }
    #expect(log.diagnostics.count == DiagnosticLog.limit)
    #expect(log.omitted == 17)
    #expect(log.errorCount == 60)
    #expect(spoken == 100)
  }

  @Test func `a log added to another keeps every count`() {
    var first = DiagnosticLog()
    var second = DiagnosticLog()
    for _ in 0..<40 { first.warning(.emptyEdit, at: nil, words) }
    for _ in 0..<55 { second.error(.wrongShape, at: nil, words) }
    first.append(second)
    #expect(first.diagnostics.count == 50)
    #expect(first.diagnostics.count + first.omitted == 95)
    #expect(first.errorCount == 55)
  }

  @Test func `a log without some of its findings still counts those beyond the limit`() {
    var log = DiagnosticLog()
    log.error(.emptyEdit, at: nil, words)
    for _ in 0..<54 { log.error(.wrongShape, at: nil, words) }
    let kept = log.keeping { $0.code == .emptyEdit }
    #expect(kept.diagnostics.map(\.code) == [.emptyEdit])
    // 55 errors, 50 kept, of which 49 are taken out.
    #expect((kept.omitted, kept.errorCount) == (5, 6))
  }

  @Test func `a warning forbids nothing`() {
    var log = DiagnosticLog()
    log.warning(.emptyEdit, at: nil, words)
    #expect(!log.hasErrors)
    log.report(Diagnostic(.wrongShape, at: nil, words))
    #expect(log.hasErrors)
  }

  @Test func `findings are weighed`() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }

  @Test func `a code is T and four digits, and stands once`() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    #expect(codes.allSatisfy { $0.first == "T" && $0.count == 5 && $0.dropFirst().allSatisfy(\.isNumber) })
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
  }
}
