import MarkedYAML
import RuleDiagnostics

/// What a document says, in the terms of the profile.
enum Said: Equatable {
  case text([UInt8], isQuoted: Bool)
  case list([Said])
  case mapping([Said])
  /// An alias: refused before it matters.
  case other

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): self = .text(Array(scalar.text.utf8), isQuoted: scalar.isQuoted)
    case .sequence(let items): self = .list(items.map { Said($0) })
    case .mapping(let entries):
      self = .mapping(entries.flatMap { [.text(Array($0.key.value.utf8), isQuoted: $0.keyIsQuoted), Said($0.value)] })
    }
  }

  /// The codes with which the profile refuses this, by what stands in the tree.
  var refusals: Set<DiagnosticCode> {
    switch self {
    case .text, .other: []
    case .list(let items): Set(items.flatMap(\.refusals))
    case .mapping(let nodes):
      Set(nodes.flatMap(\.refusals)).union(Said.refusals(ofKeys: stride(from: 0, to: nodes.count, by: 2).map { nodes[$0] }))
    }
  }

  private static func refusals(ofKeys keys: [Said]) -> Set<DiagnosticCode> {
    var found: Set<DiagnosticCode> = []
    var seen: Set<[UInt8]> = []
    for key in keys {
      switch key {
      case .text(let text, let isQuoted):
        if !isQuoted, text.isEmpty { found.insert(.complexKey) }
        if !isQuoted, text == Array("<<".utf8) { found.insert(.anchorOrAlias) }
        if !seen.insert(text).inserted { found.insert(.duplicateKey) }
      case .list, .mapping: found.insert(.complexKey)
      case .other: break
      }
    }
    return found
  }
}

/// What the events of a case say, and with which codes the profile must refuse them.
struct SuiteEvents {
  private(set) var root: Said?
  private(set) var refusals: Set<DiagnosticCode> = []
  private var documents = 0
  private var open: [(isMapping: Bool, nodes: [Said])] = []

  init(_ events: [String]) {
    for event in events { take(event) }
    if documents > 1 { refusals.insert(.secondDocument) }
    refusals.formUnion(root?.refusals ?? [])
    switch root {
    case .mapping: break
    case nil, .text([], isQuoted: false): refusals.insert(.emptyFile)
    default: refusals.insert(.wrongShape)
    }
  }

  private mutating func take(_ event: String) {
    var words = Substring(event)
    let kind = words.prefix(4)
    words = words.dropFirst(4)
    for style in [" ---", " {}", " []"] where words.hasPrefix(style) { words = words.dropFirst(style.count) }
    if words.hasPrefix(" &") {
      refusals.insert(.anchorOrAlias)
      words = words.dropFirst().drop { $0 != " " }
    }
    if words.hasPrefix(" <") {
      refusals.insert(.tag)
      words = words.drop { $0 != ">" }.dropFirst()
    }
    switch kind {
    case "+DOC": documents += 1
    case "+MAP", "+SEQ": open.append((kind == "+MAP", []))
    case "-MAP", "-SEQ":
      guard let last = open.popLast() else { return }
      place(last.isMapping ? .mapping(last.nodes) : .list(last.nodes))
    case "=VAL": place(.text(unescaped(Array(words.utf8.dropFirst(2))), isQuoted: words.dropFirst().first != ":"))
    case "=ALI":
      refusals.insert(.anchorOrAlias)
      place(.other)
    default: break
    }
  }

  private mutating func place(_ said: Said) {
    if open.isEmpty { root = said } else { open[open.count - 1].nodes.append(said) }
  }
}
