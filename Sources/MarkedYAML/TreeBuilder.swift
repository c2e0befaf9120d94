internal import RuleDiagnostics

/// Builds the tree of one document from events, on a stack of its own: no input can make it recurse.
struct TreeBuilder {
  private let source: SourceFile
  private let limits: YAMLLimits
  private let faults: Faults
  private var open: [OpenCollection] = []
  private var root: YAMLNode?
  private var nodeCount = 0
  /// Whether nothing was found so far that makes the tree doubtful.
  private var isTrusted = true
  /// How many documents have begun.
  private(set) var documentCount = 0
  /// Where the block that ended last began, by which later lines may have been meant to stand.
  private(set) var lastClosedBlock: Position?
  /// The quoted text read last: an unclosed quote is often noticed one text later.
  private(set) var lastQuoted: SourceRange?

  /// The innermost bracket that is open.
  var openBracket: Position? {
    open.last { [UInt8(ascii: "["), UInt8(ascii: "{")].contains(source.bytes[$0.start.offset]) }?.start
  }

  init(source: SourceFile, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
    faults = Faults(source: source, limits: limits)
  }

  /// Takes the next event; returns false if reading on is useless or dangerous.
  mutating func take(_ event: YAMLEvent, log: inout DiagnosticLog) -> Bool {
    let range = SourceRange(file: source.name, start: event.start, end: event.end)
    if event.hasAnchor { distrust(&log) { $0.anchor(from: event.start) } }
    if event.hasTag { distrust(&log) { $0.tag(from: event.start) } }
    switch event.kind {
    case .nothing: return true
    case .documentStart: return beginDocument(at: range, &log)
    case .collectionEnd: return close(at: range)
    case .alias:
      distrust(&log) { $0.alias(at: range) }
      return place(YAMLScalar(text: "", isQuoted: true), at: range, isUsable: false, &log)
    case .scalar(let scalar):
      let range = scalar.isQuoted ? source.withoutTrailingBlanks(range) : range
      checkForeignBlank(scalar, at: range, &log)
      return place(scalar, at: range, isUsable: true, &log)
    case .sequenceStart: return begin(isMapping: false, at: range, &log)
    case .mappingStart: return begin(isMapping: true, at: range, &log)
    }
  }

  /// Returns the root if it is a mapping and nothing spoke against the tree.
  func finish(log: inout DiagnosticLog) -> YAMLNode? {
    guard let root else {
      if isTrusted { log.report(faults.emptyFile()) }
      return nil
    }
    guard isTrusted else { return nil }
    switch root.content {
    case .mapping: return root
    case .scalar(let scalar) where scalar.text.isEmpty && !scalar.isQuoted: log.report(faults.emptyFile())
    case .scalar, .sequence: log.report(faults.rootIsNoMapping(root))
    }
    return nil
  }
}

extension TreeBuilder {
  private mutating func distrust(_ log: inout DiagnosticLog, _ fault: (Faults) -> Diagnostic) {
    isTrusted = false
    log.error { fault(faults) }
  }

  private mutating func beginDocument(at range: SourceRange, _ log: inout DiagnosticLog) -> Bool {
    documentCount += 1
    guard documentCount > 1 else { return true }
    distrust(&log) { $0.secondDocument(at: range) }
    return false
  }

  private mutating func begin(isMapping: Bool, at range: SourceRange, _ log: inout DiagnosticLog) -> Bool {
    guard hasRoom(at: range, &log) else { return false }
    guard open.count < limits.depth else {
      distrust(&log) { $0.tooDeep(at: range) }
      return false
    }
    if open.last?.awaitsKey == true { distrust(&log) { $0.complexKey(at: range) } }
    open.append(OpenCollection(isMapping: isMapping, start: range.start))
    return true
  }

  private mutating func close(at range: SourceRange) -> Bool {
    guard let collection = open.popLast() else { return false }
    let isBracket = range.end > range.start
    if !isBracket, openBracket == nil { lastClosedBlock = collection.start }
    let node = collection.node(file: source.name, bracketEnd: isBracket ? range.end : nil)
    guard let last = open.indices.last else {
      root = node
      return true
    }
    if open[last].awaitsKey { open[last].takeUnusableKey(at: node.range) } else { open[last].take(node) }
    return true
  }

  /// Puts a text where it belongs: as a key, a value, an item or the root.
  private mutating func place(_ scalar: YAMLScalar, at range: SourceRange, isUsable: Bool, _ log: inout DiagnosticLog) -> Bool {
    guard hasRoom(at: range, &log) else { return false }
    guard scalar.text.utf8.count <= limits.scalarBytes else {
      distrust(&log) { $0.textTooLarge(at: range) }
      return false
    }
    if scalar.isQuoted { lastQuoted = range }
    guard let last = open.indices.last else {
      root = YAMLNode(content: .scalar(scalar), range: range)
      return true
    }
    if open[last].awaitsKey { return placeKey(scalar, at: range, isUsable: isUsable, &log) }
    open[last].take(YAMLNode(content: .scalar(scalar), range: range))
    return true
  }

  private mutating func placeKey(_ scalar: YAMLScalar, at range: SourceRange, isUsable: Bool, _ log: inout DiagnosticLog) -> Bool {
    let last = open.count - 1
    guard open[last].keyCount < limits.keys else {
      distrust(&log) { $0.tooManyKeys(at: range) }
      return false
    }
    let isMissing = scalar.text.isEmpty && !scalar.isQuoted
    if isMissing { distrust(&log) { $0.noKey(at: range) } }
    if scalar.text == "<<", !scalar.isQuoted { distrust(&log) { $0.mergeKey(at: range) } }
    if range.start.offset > 0, source.bytes[range.start.offset - 1] == UInt8(ascii: "?") { distrust(&log) { $0.keyMark(before: range) } }
    guard isUsable, !isMissing else {
      open[last].takeUnusableKey(at: range)
      return true
    }
    if let first = open[last].take(Marked(scalar.text, at: range), isQuoted: scalar.isQuoted) {
      log.error { faults.duplicateKey(scalar.text, at: range, first: first) }
    }
    return true
  }

  private mutating func hasRoom(at range: SourceRange, _ log: inout DiagnosticLog) -> Bool {
    nodeCount += 1
    guard nodeCount > limits.nodes else { return true }
    distrust(&log) { $0.tooManyNodes(at: range) }
    return false
  }

  private mutating func checkForeignBlank(_ scalar: YAMLScalar, at range: SourceRange, _ log: inout DiagnosticLog) {
    guard !scalar.isQuoted, source.bytes[range.start.offset..<range.end.offset].contains(where: { $0 >= 0x80 }) else { return }
    guard let blank = scalar.text.unicodeScalars.first(where: { isForeignBlank($0.value) }) else { return }
    distrust(&log) { foreignBlank(blank.value, at: $0.source.range(of: blank, in: range)) }
  }
}
