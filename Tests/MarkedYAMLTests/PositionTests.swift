import MarkedYAML
import RuleDiagnostics
import Testing

struct PositionTests {
  /// A small generator, so that a failure can be repeated from its seed.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every place agrees with the file's own count, whatever is done to a text`(seed: UInt64) {
    let original = Array(
      "# é\r\ntimbang: 1\njudul: {id: \"Penilaian 😀\", en: 'it''s'}\nparts:\n  - id: a\n    w: 1.5 # ä\n  - [x, {y: z}]\nn: |\n  é\n   b\n"
        .utf8)
    let marks = Array("\n\t \"'[]{},:-?&*!|>%@`#\\<=~é😀".utf8)
    var dice = Dice(state: seed)
    for _ in 0..<100 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        let mark = marks.randomElement(using: &dice) ?? 0
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = mark
        case 1: bytes.insert(mark, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(place + 9, bytes.count))
        }
        if bytes.isEmpty { bytes = original }
      }
      check(Reading(bytes), seed)
    }
  }

  private func check(_ reading: Reading, _ seed: UInt64) {
    #expect(reading.node != nil || reading.log.hasErrors, "seed \(seed)")
    for diagnostic in reading.log.diagnostics {
      for range in [diagnostic.range].compactMap({ $0 }) + diagnostic.notes.map(\.range) { check(range, reading.source, seed) }
    }
    if let node = reading.node { check(node, reading.source, seed) }
  }

  private func check(_ node: YAMLNode, _ source: SourceFile, _ seed: UInt64) {
    check(node.range, source, seed)
    switch node.content {
    case .scalar: return
    case .sequence(let items): for item in items { check(item, source, seed) }
    case .mapping(let entries):
      for entry in entries {
        check(entry.key.range, source, seed)
        check(entry.value, source, seed)
      }
    }
  }

  private func check(_ range: SourceRange, _ source: SourceFile, _ seed: UInt64) {
    #expect(range.start <= range.end, "seed \(seed)")
    #expect(range.start == source.position(at: range.start.offset), "seed \(seed)")
    #expect(range.end == source.position(at: range.end.offset), "seed \(seed)")
  }

  @Test func `places in a long line of letters of many sizes are exact`() throws {
    let count = 1_000
    let reading = Reading("\u{FEFF}a: [" + String(repeating: "é😀,", count: count) + "]\n")
    let root = try #require(reading.node)
    guard case .mapping(let entries) = root.content, case .sequence(let items) = entries[0].value.content else { return }
    #expect(items.count == count)
    for (index, item) in items.enumerated() {
      #expect(item.range.start == Position(line: 1, column: 5 + 3 * index, offset: 7 + 7 * index))
      #expect(item.range.end == Position(line: 1, column: 7 + 3 * index, offset: 13 + 7 * index))
    }
  }
}
