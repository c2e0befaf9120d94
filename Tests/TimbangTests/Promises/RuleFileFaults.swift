import Foundation
import Testing

@testable import Timbang

/// A fault in a rule file and what the user must get: the code, the place at which the hand went wrong, and a word of the message.
struct RuleFault: CustomTestStringConvertible, Sendable {
  let name: String
  let code: DiagnosticCode
  let place: String
  let word: String
  let bytes: [UInt8]
  var testDescription: String { name }

  /// A fault made by replacing the first `old` of a sound file.
  init(_ name: String, _ old: String, _ new: String, _ code: DiagnosticCode, _ place: String, _ word: String) {
    let sound = BrokenFile.sound
    let text = sound.range(of: old).map { sound.replacingCharacters(in: $0, with: new) } ?? ""
    self.init(name, bytes: Array(text.utf8), code, place, word)
  }

  init(_ name: String, bytes: [UInt8], _ code: DiagnosticCode, _ place: String, _ word: String) {
    self.name = name
    self.code = code
    self.place = place
    self.word = word
    self.bytes = bytes
  }

  /// A fault made by writing bytes in place of the last letter of `Buku`, in line 5 at column 20.
  private static func letter(_ name: String, _ bytes: [UInt8], _ code: DiagnosticCode, _ word: String) -> RuleFault {
    let sound = Array(BrokenFile.sound.utf8)
    let start = (BrokenFile.sound.range(of: "Buku")?.lowerBound.utf16Offset(in: BrokenFile.sound) ?? 0) + 3
    return RuleFault(name, bytes: sound[..<start] + bytes + sound[(start + 1)...], code, "5:20", word)
  }

  private static func scalar(_ code: String) -> RuleFault {
    let scalar = UInt32(code.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) } ?? "?"
    return letter("\(code) in a text", Array(String(scalar).utf8), .forbiddenCharacter, code)
  }

  private static func weight(_ text: String, remedy: String = "") -> RuleFault {
    RuleFault("weight: \(text)", "weight: 60", "weight: \(text)", .notANumber, "17:23", remedy)
  }

  private static func behind(_ name: String, _ text: String, _ code: DiagnosticCode, _ place: String, _ word: String) -> RuleFault {
    RuleFault(name, bytes: Array((BrokenFile.sound + text).utf8), code, place, word)
  }

  private static func wide(_ bytesOf: (String) -> [UInt8]) -> [UInt8] { bytesOf("\u{FEFF}" + BrokenFile.sound) }

  // Rows in the order of the table of faults: what the hand did, and what the user must get.

  static let slips = [
    RuleFault("tab indent", "  id: total", "\tid: total", .tabIndent, "13:1", "a tab"),
    RuleFault("open quote", "title: Buku,", "title: \"Buku,", .yamlSyntax, "5:17", "never closed"),
    RuleFault("open bracket", "cite: [buku]\n  parts", "cite: [buku\n  parts", .yamlSyntax, "15:9", "never closed"),
    RuleFault("open brace", "- {id: merah, from: 0}", "- {id: merah, from: 0", .yamlSyntax, "22:7", "never closed"),
    RuleFault("missing colon", "score:\n", "score\n", .yamlSyntax, "12:1", "no `:`"),
    RuleFault("missing blank", "round: 2", "round:2", .yamlSyntax, "14:8", "no space"),
    RuleFault("`: ` in a text", "title: Buku,", "title: Buku: satu,", .yamlSyntax, "5:21", "no comma before `:`"),
    RuleFault("bad escape", "title: Buku,", "title: \"Bu\\qku\",", .yamlSyntax, "5:20", "`\\q`"),
    RuleFault(
      "conflict markers", "edition: 2022\n", "<<<<<<< a\nedition: 2022\n=======\nedition: 2023\n>>>>>>> b\n", .yamlSyntax, "3:1", "merge"),
    RuleFault("cut file", " 78}\n", "", .yamlSyntax, "23:7", "never closed"),
    RuleFault("misspelt key", "missing: error", "mising: error", .unknownKey, "11:12", "did you mean `missing`?"),
    RuleFault("extra key", "  round: 2", "  rounds_of_all: 2", .unknownKey, "14:3", "known here"),
  ]

  static let repeated = [
    RuleFault("duplicate key", "edition: 2022", "edition: 2022\nid: lain", .duplicateKey, "4:1", "line 2"),
    RuleFault("duplicate key in quotes", "edition: 2022", "edition: 2022\n\"id\": lain", .duplicateKey, "4:1", "line 2"),
    RuleFault("duplicate key, escaped", "edition: 2022", "edition: 2022\n\"\\u0069d\": lain", .duplicateKey, "4:1", "line 2"),
    behind("second document", "---\na: 1\n", .secondDocument, "24:1", "second document"),
    behind("text behind the end", "...\na: 1\n", .secondDocument, "25:1", "behind the end"),
    RuleFault("empty file", bytes: [], .emptyFile, "1:1", "empty"),
    RuleFault("only a comment", bytes: Array("# x\n".utf8), .emptyFile, "1:1", "empty"),
    RuleFault("a list", bytes: Array("- a\n".utf8), .wrongShape, "1:1", "a list"),
  ]

  static let encodings = [
    RuleFault("UTF-16LE", bytes: wide { $0.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }, .notUTF8, "1:1", "UTF-16LE"),
    RuleFault("UTF-16BE", bytes: wide { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }, .notUTF8, "1:1", "UTF-16BE"),
    RuleFault(
      "UTF-32LE", bytes: wide { $0.unicodeScalars.flatMap { [UInt8($0.value & 255), UInt8($0.value >> 8), 0, 0] } }, .notUTF8, "1:1",
      "UTF-32LE"),
    letter("Windows-1252", [0xFC], .notUTF8, "Windows-1252"), letter("overlong", [0xC0, 0xAF], .notUTF8, "overlong"),
    letter("surrogate", [0xED, 0xA0, 0x80], .notUTF8, "UTF-16 pair"), letter("cut character", [0xE2, 0x82], .notUTF8, "`E2 82`"),
    letter("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80], .notUTF8, "F4"),
  ]

  static let characters =
    ["U+0000", "U+001B", "U+007F", "U+0085", "U+FEFF", "U+200B", "U+202E", "U+2066", "U+2028"].map(scalar) + [
      RuleFault("U+00A0 for a blank", "  id: total", "\u{A0} id: total", .forbiddenCharacter, "13:1", "U+00A0 NO-BREAK SPACE"),
      RuleFault("Cyrillic letter in a key", "score:", "s\u{441}ore:", .unknownKey, "12:1", "U+0441 CYRILLIC SMALL LETTER ES"),
      RuleFault("Cyrillic letter in a name", "id: merah", "id: m\u{435}rah", .notAnID, "22:12", "U+0435 CYRILLIC SMALL LETTER IE"),
      RuleFault("Cyrillic letter in a word", "type: number", "type: numb\u{435}r", .notAChoice, "9:31", "U+0435"),
      RuleFault("full-width colon", "round: 2", "round\u{FF1A} 2", .yamlSyntax, "14:3", "U+FF1A FULLWIDTH COLON"),
      RuleFault("full-width digits", "weight: 60", "weight: \u{FF16}\u{FF10}", .notANumber, "17:23", ""),
      RuleFault("U+2028 in a comment", "timbang: 1", "timbang: 1 # a\u{2028}b", .forbiddenCharacter, "1:15", "U+2028"),
      RuleFault("U+0085 in a comment", "timbang: 1", "timbang: 1 # a\u{85}b", .forbiddenCharacter, "1:15", "U+0085"),
      RuleFault("CR in a comment", "timbang: 1", "timbang: 1 # a\rb", .forbiddenCharacter, "1:15", "U+000D"),
    ]

  static let references = [
    RuleFault("alias to nothing", "cite: [buku]\n  parts", "cite: *x\n  parts", .anchorOrAlias, "15:9", "`*x`"),
    RuleFault("cycle", "cite: [buku]\n  parts", "cite: &x [*x]\n  parts", .anchorOrAlias, "15:9", "`&x`"),
    RuleFault("redefined anchor", "round: 2\n  cite: [buku]", "round: &x 2\n  cite: &x [buku]", .anchorOrAlias, "14:10", "`&x`"),
    RuleFault("merge key", "{missing: error", "{<<: {missing: error}", .anchorOrAlias, "11:12", "`<<`"),
    RuleFault("merge bomb", "{missing: error", "{<<: [{<<: [{a: 1}]}]", .anchorOrAlias, "11:12", "`<<`"),
    RuleFault("tag of Python", "title: Buku,", "title: !!python/object/apply:os.system [id],", .tag, "5:17", "python"),
    RuleFault("tag that includes", "score:\n", "score: !include /etc/passwd\n", .tag, "12:8", "!include"),
    RuleFault("%TAG", bytes: Array(("%TAG !a! tag:x,2000:\n---\n" + BrokenFile.sound).utf8), .directive, "1:1", "%TAG"),
    RuleFault("%YAML 1.3", bytes: Array(("%YAML 1.3\n---\n" + BrokenFile.sound).utf8), .directive, "1:1", "%YAML 1.3"),
    behind("a list as a key", "? [a, b]\n: 1\n", .complexKey, "24:3", "a list or a mapping"),
  ]

  static let values =
    [
      weight("\"87,99\"", remedy: "87.99"), weight("060", remedy: "60"), weight("0x3C"), weight("6_0"), weight("1:30"), weight(".inf"),
      weight(".nan"), weight("60%", remedy: "60"), weight("6e1"), weight("+60", remedy: "60"), weight(".5", remedy: "0.5"), weight("5."),
      weight("~"), weight("\"\""), weight("yes"), weight(String(repeating: "9", count: 61), remedy: "60"),
    ] + [
      RuleFault("a place for a number", "round: 2", "round: yes", .notANumber, "14:10", "`yes`"),
      RuleFault("a word that is no answer", "missing: error", "missing: True", .notAChoice, "11:21", "`True`"),
      behind("nested 65 deep", "x: " + String(repeating: "[", count: 65), .tooDeep, "24:67", "64"),
    ]
}

@Suite("What goes wrong in a rule file")
struct RuleFileFaults {
  private func check(_ fault: RuleFault) {
    let loaded = Workspace(rulesFolder: "/nowhere").loader.load(SourceFile(name: "rules.yaml", bytes: fault.bytes))
    let found = loaded.log.diagnostics.first { $0.severity == .error }
    #expect(loaded.edition == nil)
    #expect(found?.code == fault.code, "\(loaded.log.diagnostics)")
    #expect(found?.range.map { "\($0.start.line):\($0.start.column)" } == fault.place)
    #expect(found?.range?.file == "rules.yaml")
    for language in Language.allCases {
      let text = DiagnosticText(
        style: TextStyle(language: language, hasColour: false), sources: [SourceFile(name: "rules.yaml", bytes: fault.bytes)]
      ).text(loaded.log)
      if language == .en, !fault.word.isEmpty { #expect(text.contains(fault.word), "\(text)") }
      #expect(found?.help != nil || fault.code == .forbiddenCharacter, "no remedy: \(text)")
      // What could move the cursor or turn the line round is made visible.
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
      #expect(text.utf8.count < 20_000)
    }
  }

  @Test("a slip of the hand is refused where the hand slipped", arguments: RuleFault.slips) func slips(_ fault: RuleFault) { check(fault) }

  @Test("what stands twice, too much or not at all is named", arguments: RuleFault.repeated) func repeated(_ fault: RuleFault) {
    check(fault)
  }

  @Test("another encoding is named at its first byte", arguments: RuleFault.encodings) func encodings(_ fault: RuleFault) { check(fault) }

  @Test("an invisible or look-alike character is spelt out", arguments: RuleFault.characters) func characters(_ fault: RuleFault) {
    check(fault)
  }

  @Test("references, tags and directives are refused, and nothing is read or run", arguments: RuleFault.references)
  func references(_ fault: RuleFault) { check(fault) }

  @Test("a value in another spelling is refused with what would be right", arguments: RuleFault.values) func values(_ fault: RuleFault) {
    check(fault)
  }

  @Test(
    "ids stay the text that they are",
    arguments: ["no", "null", "1e3", "0x10", "010", "2022.10", "yes", "on", "true", "1_000"])
  func identifiers(_ id: String) throws {
    let text = BrokenFile.sound.replacing("{id: merah,", with: "{id: \(id),")
    let loaded = Workspace(rulesFolder: "/nowhere").loader.load(SourceFile(name: "rules.yaml", bytes: Array(text.utf8)))
    #expect(loaded.edition?.edition.zones.steps.first?.id.value == id, "\(loaded.log.diagnostics)")
  }
}
