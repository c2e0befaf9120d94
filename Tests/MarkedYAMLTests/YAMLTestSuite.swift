import MarkedYAML
import RuleDiagnostics
import Testing

/// yaml-test-suite, data-2022-01-17: what is read is read as YAML 1.2 reads it, and all else is refused at a place.
struct YAMLTestSuite {
  /// Not YAML 1.2, and read all the same: libyaml takes them, and no other text can have been meant.
  static let readThoughInvalid: Set = ["9C9N", "QB6E", "S98Z", "SU5Z", "X4QW"]
  /// Read as another text than YAML 1.2 reads. `L24T-01`: a block text whose last line of blanks has no line end.
  static let readOtherwise: Set = ["L24T-01"]
  /// YAML 1.2 within the profile, and refused: libyaml does not know it or misreads it, or a tab begins a line.
  static let refusedThoughValid: [String: DiagnosticCode] = [
    "652Z": .complexKey, "4ABK": .yamlSyntax, "4MUZ-00": .yamlSyntax, "4MUZ-01": .yamlSyntax, "4MUZ-02": .yamlSyntax, "58MP": .complexKey,
    "5MUD": .yamlSyntax,
    "K3WX": .yamlSyntax, "VJP3-01": .yamlSyntax, "4ZYM": .tabIndent, "6HB6": .tabIndent, "96NN-00": .tabIndent, "96NN-01": .tabIndent,
    "A2M4": .tabIndent, "DK95-00": .tabIndent, "DK95-02": .tabIndent, "DK95-03": .tabIndent, "DK95-04": .tabIndent, "DK95-08": .tabIndent,
    "J3BT": .tabIndent, "Q5MG": .tabIndent, "UV7Q": .tabIndent, "Y79Y-001": .tabIndent,
  ]
  /// The codes a text can be refused with before its shape is known.
  static let ofTheText: Set<DiagnosticCode> = [
    .yamlSyntax, .forbiddenCharacter, .tabIndent, .anchorOrAlias, .tag, .directive, .secondDocument, .complexKey,
  ]

  @Test func `all cases are there`() {
    #expect(SuiteCase.all.count == 402)
    #expect(SuiteCase.all.count { $0.isInvalid } == 94)
  }

  @Test(arguments: SuiteCase.all)
  func `a case is read as YAML 1.2 reads it, or refused at a place`(suite: SuiteCase) {
    let reading = Reading(suite.bytes)
    let codes = Set(reading.log.diagnostics.map(\.code))
    let events = SuiteEvents(suite.events)
    for found in reading.log.diagnostics {
      #expect(found.range != nil && found.help != nil, "\(found.code)")
      #expect((found.range?.start.offset ?? 0) <= suite.bytes.count)
    }
    guard let node = reading.node else {
      #expect(!codes.isEmpty)
      if suite.isInvalid {
        #expect(codes.isSubset(of: YAMLTestSuite.ofTheText.union([.wrongShape])))
      } else if events.refusals.isEmpty {
        #expect(YAMLTestSuite.refusedThoughValid[suite.id] == reading.log.diagnostics.first?.code, "refused, and not listed")
      } else {
        // What the tree is refused for, or what the text was refused for before there was a tree.
        #expect(codes.isSubset(of: events.refusals.union(YAMLTestSuite.ofTheText)), "\(events.refusals)")
      }
      return
    }
    #expect(YAMLTestSuite.refusedThoughValid[suite.id] == nil, "read now: take it off the list")
    #expect(suite.isInvalid == YAMLTestSuite.readThoughInvalid.contains(suite.id))
    guard !suite.isInvalid else { return }
    #expect(events.refusals.subtracting([.duplicateKey]).isEmpty, "read, though the profile refuses it")
    #expect((Said(node) != events.root) == YAMLTestSuite.readOtherwise.contains(suite.id))
  }
}
