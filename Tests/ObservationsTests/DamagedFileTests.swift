import Dice
import Observations
import RuleDiagnostics
import Testing

@Suite("Damaged observation files")
struct DamagedFileTests {
  private static let sound =
    "\u{FEFF}sep=;\r\ninstitution;unit;product;field;value;note\r\nk;d;\"p\";time;1,5;\"a;\"\"b\"\"\r\nc\"\r\n"
    + "k;d;;training;78,25;é\n\nk;;;budget;-7;\n"

  /// Bytes that matter to the reader.
  private static let words: [[UInt8]] =
    [",", ";", "\"", "\"\"", "\n", "\r", "\r\n", "\t", "/", ".", "-", "0", "\u{200B}", "\u{FEFF}", "time"]
    .map { Array($0.utf8) } + [[0], [0xFF], [0xC3]]

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any damage ends in a table or in errors with a place and a remedy`(seed: UInt64) {
    var random = Dice(seed: seed)
    for _ in 0..<200 {
      var bytes = Array(Self.sound.utf8)
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...2, using: &random))
        bytes.replaceSubrange(place..<end, with: Bool.random(using: &random) ? Self.words.randomElement(using: &random) ?? [] : [])
      }
      for found in Survey.findings(bytes) where found.severity == .error {
        #expect(found.help != nil, "seed \(seed)")
        #expect(found.range != nil, "seed \(seed)")
        #expect(found.range?.end.offset ?? 0 <= bytes.count, "seed \(seed)")
      }
    }
  }
}
