import RuleModel
import Testing

@Suite("Provenance")
struct ProvenanceTests {
  @Test func `the weakest is the maximum`() {
    #expect([Provenance.published, .assumed, .reconstructed].sorted() == [.published, .reconstructed, .assumed])
    #expect([Provenance.published, .reconstructed].max() == .reconstructed)
  }
}
