import MarkedYAML
import RuleDiagnostics
import Testing

/// What came of reading a text.
struct Reading {
  let source: SourceFile
  let node: YAMLNode?
  let log: DiagnosticLog

  init(_ bytes: [UInt8], limits: YAMLLimits = .standard) {
    source = SourceFile(name: "rules.yaml", bytes: bytes)
    var log = DiagnosticLog()
    node = readYAML(source, limits: limits, log: &log)
    self.log = log
  }

  init(_ text: String, limits: YAMLLimits = .standard) {
    self.init(Array(text.utf8), limits: limits)
  }
}

/// Expects the first finding of a marked text, in all its variants, to be `code` at the mark, with `words` in its English text.
func expect(
  _ code: DiagnosticCode, in marked: String, saying words: String = "", limits: YAMLLimits = .standard,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for text in MarkedText.variants(of: marked) {
    let reading = Reading(text.bytes, limits: limits)
    guard let found = reading.log.diagnostics.first else {
      Issue.record("nothing was found", sourceLocation: sourceLocation)
      return
    }
    #expect("\(found.code) \(found.range?.place ?? "")" == "\(code) \(text.place)", sourceLocation: sourceLocation)
    let said = found.message.en + " / " + (found.help?.en ?? "")
    #expect(words.isEmpty || said.contains(words), "\(said)", sourceLocation: sourceLocation)
    #expect(found.help != nil, sourceLocation: sourceLocation)
    #expect(reading.node == nil || code == .duplicateKey, sourceLocation: sourceLocation)
  }
}

/// Returns a tree in one line: `{a: [1, "x"]}`, quoted texts in quotes.
func outline(_ node: YAMLNode?) -> String {
  switch node?.content {
  case .scalar(let scalar): scalar.isQuoted ? scalar.text.debugDescription : scalar.text
  case .sequence(let items): "[" + items.map { outline($0) }.joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { ($0.keyIsQuoted ? $0.key.value.debugDescription : $0.key.value) + ": " + outline($0.value) }.joined(separator: ", ")
      + "}"
  case nil: "nothing"
  }
}
