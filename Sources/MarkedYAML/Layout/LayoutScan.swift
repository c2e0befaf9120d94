internal import RuleDiagnostics

/// Cuts a rule file into tokens along its tree, which says how deep each of them belongs.
///
/// Between the texts of the tree nothing can stand but blanks, comments and indicators, so no second reader of YAML is needed.
struct LayoutScan {
  /// How much deeper a block stands than the one around it.
  static let step = 2

  private let source: SourceFile
  private(set) var tokens: [LayoutToken] = []
  /// How many lines end behind the last token.
  private(set) var lineEnds = 0
  private var offset: Int
  private var lineStart: Int

  /// Cuts the file whose tree is `root`. Complexity: linear in the bytes of the file.
  init(_ source: SourceFile, root: YAMLNode) {
    self.source = source
    offset = source.contentStart
    lineStart = offset
    scan(to: root.range.start.offset, indent: 0)
    walk(root, indent: 0, around: (block: 0, before: 0))
    scan(to: source.bytes.count, indent: 0)
  }

  /// A node that belongs at `indent`, in a block that now stands at a column and stood at another before.
  private mutating func walk(_ node: YAMLNode, indent: Int, around: (block: Int, before: Int)) {
    if isBracket(node) {
      walkBracket(node, indent: indent)
      return
    }
    let inside = (block: indent, before: node.range.start.column - 1)
    switch node.content {
    case .scalar: take(node, indent: indent, around: around)
    case .sequence(let items):
      for item in items {
        scan(to: item.range.start.offset, indent: indent)
        walk(item, indent: indent + LayoutScan.step, around: inside)
      }
    case .mapping(let entries):
      for entry in entries {
        scan(to: entry.key.range.start.offset, indent: indent)
        take(entry.key.range, indent: indent, furtherLines: indent + LayoutScan.step, beginsEntry: true)
        scan(to: entry.value.range.start.offset, indent: indent)
        walk(entry.value, indent: indent + LayoutScan.step, around: inside)
      }
    }
  }

  private func isBracket(_ node: YAMLNode) -> Bool {
    if case .scalar = node.content { return false }
    return [UInt8(ascii: "["), UInt8(ascii: "{")].contains(source.bytes[node.range.start.offset])
  }

  private mutating func walkBracket(_ node: YAMLNode, indent: Int) {
    scan(to: node.range.start.offset + 1, indent: indent)
    walkInside(node, indent: indent)
    scan(to: node.range.end.offset, indent: indent)
  }

  /// What stands between brackets; a pair without brackets of its own can be there too.
  private mutating func walkInside(_ node: YAMLNode, indent: Int) {
    switch node.content {
    case .scalar: take(node, indent: indent, around: (indent, indent))
    case .sequence(let items):
      for item in items { walkItem(item, indent: indent) }
    case .mapping(let entries):
      for entry in entries {
        scan(to: entry.key.range.start.offset, indent: indent)
        take(entry.key.range, indent: indent, furtherLines: indent + LayoutScan.step, beginsEntry: false)
        walkItem(entry.value, indent: indent)
      }
    }
  }

  private mutating func walkItem(_ item: YAMLNode, indent: Int) {
    scan(to: item.range.start.offset, indent: indent)
    if isBracket(item) { walkBracket(item, indent: indent) } else { walkInside(item, indent: indent) }
  }
}

extension LayoutScan {
  private mutating func take(_ node: YAMLNode, indent: Int, around: (block: Int, before: Int)) {
    let range = node.range
    guard range.end > range.start else { return }
    let first = source.bytes[range.start.offset]
    guard let scalar = node.scalarContent, scalar.isQuoted, first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else {
      take(range, indent: indent, furtherLines: indent, beginsEntry: false)
      return
    }
    let lines = source.bytes[range.start.offset..<range.end.offset].split(separator: 0x0A, omittingEmptySubsequences: false)
    let text = BlockText(header: lines[0])
    let end = source.endOfBlockText(range.end.offset, deeperThan: text.column(of: lines.dropFirst(), block: around.before))
    add(.blockText(block: around.block, before: around.before), range.start.offset..<end, indent: indent)
    tokens[tokens.count - 1].keepsLineEnds = text.keepsLineEnds
  }

  private mutating func take(_ range: SourceRange, indent: Int, furtherLines: Int, beginsEntry: Bool) {
    add(.text(furtherLines: furtherLines), range.start.offset..<range.end.offset, indent: indent, beginsEntry: beginsEntry)
  }

  private mutating func add(_ kind: LayoutToken.Kind, _ bytes: Range<Int>, indent: Int, beginsEntry: Bool = false) {
    // Counted only where somebody asks, so that a file of one long line costs no more than one of many.
    let hasColumn = tokens.isEmpty || lineEnds > 0 || kind == .comment || beginsEntry
    let column = hasColumn ? source.bytes[lineStart..<bytes.lowerBound].count { $0 & 0xC0 != 0x80 } : 0
    tokens.append(
      LayoutToken(kind: kind, bytes: bytes, lineEnds: lineEnds, column: column, indent: indent, beginsEntry: beginsEntry))
    lineEnds = 0
    offset = bytes.upperBound
    if let lineEnd = source.bytes[bytes].lastIndex(of: UInt8(ascii: "\n")) { lineStart = lineEnd + 1 }
  }

  /// Reads blanks, comments and indicators up to an offset.
  private mutating func scan(to end: Int, indent: Int) {
    while offset < end {
      switch source.bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "\n"):
        offset += 1
        lineEnds += 1
        lineStart = offset
      case UInt8(ascii: "#"): add(.comment, offset..<withoutBlanks(source.lineEnd(of: offset)), indent: indent)
      case UInt8(ascii: "%") where offset == lineStart:
        add(.marker, offset..<withoutBlanks(source.lineEnd(of: offset)), indent: 0)
      case let byte where offset == lineStart && isMarker(byte): add(.marker, offset..<offset + 3, indent: 0)
      case let byte: add(.indicator(byte), offset..<offset + 1, indent: indent, beginsEntry: byte == UInt8(ascii: "-"))
      }
    }
  }

  private func isMarker(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")) && source.bytes[offset...].prefix(3).elementsEqual([byte, byte, byte])
  }

  private func withoutBlanks(_ end: Int) -> Int {
    var end = end
    while end > offset, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }
}

extension YAMLNode {
  fileprivate var scalarContent: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }
}
