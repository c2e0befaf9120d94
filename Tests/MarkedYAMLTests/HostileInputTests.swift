import Dice
import Glibc
import MarkedYAML
import RuleDiagnostics
import Testing

/// Inputs made to exhaust the reader; each is refused within a stated processor time.
struct HostileInputTests {
  @Test(arguments: HostileInput.all)
  func `a hostile file is refused in time`(input: HostileInput) {
    let bytes = input.bytes
    let start = processorTime()
    let reading = Reading(bytes)
    let seconds = processorTime() - start
    #expect(reading.log.diagnostics.first?.code == input.code, "\(input.name)")
    #expect(reading.node == nil || input.code == .duplicateKey)
    #expect(seconds < HostileInput.limit, "\(input.name)")
    #expect(reading.log.diagnostics.count <= DiagnosticLog.limit)
  }

  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A text that repeats itself.
struct HostileInput: Sendable, CustomTestStringConvertible {
  let name: String
  let code: DiagnosticCode
  let bytes: [UInt8]

  init(_ name: String, _ code: DiagnosticCode, _ head: String, _ body: String, _ count: Int, _ tail: String = "") {
    self.name = name
    self.code = code
    bytes = Array((head + String(repeating: body, count: count) + tail).utf8)
  }

  init(_ name: String, _ code: DiagnosticCode, bytes: [UInt8]) {
    self.name = name
    self.code = code
    self.bytes = bytes
  }

  var testDescription: String { name }

  /// Seconds of processor time.
  static var limit: Double { timeLimit(0.5, unoptimized: 5) }

  static let all = [
    HostileInput("20,000 brackets", .tooDeep, "", "[", 20_000),
    HostileInput("4,000,000 brackets", .tooDeep, "", "[", 4_000_000),
    HostileInput("200,000 nested items", .tooDeep, "", "- ", 200_000),
    HostileInput("200,000 nested keys", .complexKey, "", "? ", 200_000),
    HostileInput("50,000 directives", .directive, "", "%TAG !a! tag:x,2000:\n", 50_000),
    HostileInput("1,000,000 tiny nodes", .tooManyNodes, "a: [", "1,", 1_000_000, "]"),
    HostileInput("1,000,000 empty items", .tooManyNodes, "a:\n", "-\n", 1_000_000),
    HostileInput("a text of 1 MB", .tooLarge, "a: ", "x", 1_000_000),
    HostileInput("a key of 1 MB", .tooLarge, "", "x", 1_000_000, ": 1\n"),
    HostileInput("an open quote and 4 MB", .yamlSyntax, "a: \"", "x ", 2_000_000),
    HostileInput("4,000,000 NUL", .forbiddenCharacter, "a: ", "\0", 4_000_000),
    HostileInput("4 MB of Windows-1252", .notUTF8, bytes: [UInt8](repeating: 0xE9, count: 4_000_000)),
    HostileInput("a file of 4 MiB and a byte", .tooLarge, "", " ", (4 << 20) + 1),
    HostileInput("4 MiB of blanks", .emptyFile, "", " ", 4 << 20),
    HostileInput("1,000,000 documents", .secondDocument, "", "---\n", 1_000_000),
    HostileInput("1,000,000 tab lines", .tabIndent, "", "\ta\n", 1_000_000),
    HostileInput("1,000,000 aliases", .anchorOrAlias, "a: [", "*a,", 1_000_000, "]"),
    HostileInput("300,000 no-break spaces", .forbiddenCharacter, "a: [", "é\u{A0}y,", 300_000, "]"),
    HostileInput("a tag of 4 MB", .tag, "a: !", "x", 4_000_000),
    HostileInput("1,000,000 colons", .yamlSyntax, "", "a: ", 1_000_000),
    HostileInput("a deepening stair", .tooDeep, bytes: Array((0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8)),
    HostileInput("100,000 keys", .tooManyNodes, bytes: Array((0..<100_000).map { "k\($0): 1\n" }.joined().utf8)),
    HostileInput("9,999 keys twice", .duplicateKey, bytes: Array((0..<9_999).map { "k\($0 % 5_000): 1\n" }.joined().utf8)),
    HostileInput("an alias bomb", .anchorOrAlias, bytes: aliasBomb),
  ]

  /// Nine levels of nine references each: 430 bytes that stand for 387,420,489 leaves.
  private static var aliasBomb: [UInt8] {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 { text += "a\(level): &a\(level) [" + String(repeating: "*a\(level - 1),", count: 9) + "]\n" }
    return Array(text.utf8)
  }
}
