import MarkedYAML
import RuleDiagnostics
import Testing

struct LimitTests {
  @Test func `a file over the limit is refused with both numbers`() {
    let reading = Reading("a: 12345\n", limits: YAMLLimits(bytes: 8))
    #expect(reading.log.summary == ["T0110 1:1-1:1"])
    #expect(reading.log.diagnostics[0].message.en == "the file has 9 bytes, the limit is 8")
    #expect(Reading("a: 12345\n", limits: YAMLLimits(bytes: 9)).node != nil)
  }

  @Test func `one level too deep is refused where it begins`() {
    expect(.tooDeep, in: "é: [⟦[⟧1]]\n", limits: YAMLLimits(depth: 2))
    #expect(Reading("é: [1]\n", limits: YAMLLimits(depth: 2)).node != nil)
    let deepest = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(Reading("a: \(deepest)\n").node != nil)
    #expect(Reading("a: [\(deepest)]\n").log.summary == ["T0111 1:67-1:68"])
  }

  @Test func `one node too many is refused where it stands`() {
    expect(.tooManyNodes, in: "a: [1, ⟦2⟧, 3]\n", limits: YAMLLimits(nodes: 4))
    #expect(Reading("a: [1]\n", limits: YAMLLimits(nodes: 4)).node != nil)
  }

  @Test func `one key too many is refused where it stands`() {
    expect(.tooManyNodes, in: "a: 1\nb: 2\n⟦c⟧: 3\nd: 4\n", saying: "more than 2 keys", limits: YAMLLimits(keys: 2))
    #expect(Reading("a: {x: 1, y: 2}\nb: 2\n", limits: YAMLLimits(keys: 2)).node != nil)
  }

  @Test func `a text too long is refused where it begins`() {
    expect(.tooLarge, in: "a: ⟦⟧abcde\n", saying: "closing quote", limits: YAMLLimits(scalarBytes: 4))
    #expect(Reading("a: abcd\n", limits: YAMLLimits(scalarBytes: 4)).node != nil)
  }
}
