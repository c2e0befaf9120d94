internal import RuleDiagnostics

/// Writes tokens in the canonical layout.
struct LayoutWriter {
  private let source: SourceFile
  private let tokens: [LayoutToken]
  /// For each token the next one that is no comment.
  private let following: [Int?]
  private var out: [UInt8] = []
  /// The number of characters in the line that is being written.
  private var column = 0
  private var lineIndent = 0
  /// The blocks that are open, from the outside in: where their entries stood and where they stand now.
  private var blocks: [(before: Int, now: Int)] = []
  /// For each bracket that is open, the column at which it will be closed if that begins a line.
  private var brackets: [Int] = []

  init(_ source: SourceFile, _ tokens: [LayoutToken]) {
    self.source = source
    self.tokens = tokens
    var following: [Int?] = Array(repeating: nil, count: tokens.count)
    var next: Int?
    for index in tokens.indices.reversed() {
      following[index] = next
      if !tokens[index].isComment { next = index }
    }
    self.following = following
  }

  /// Returns the text; `lineEnds` are those behind the last token. Complexity: linear in its length and in the depth of blocks.
  mutating func text(lineEnds: Int) -> [UInt8] {
    for index in tokens.indices { write(index) }
    return out + Array(repeating: UInt8(ascii: "\n"), count: tokens.last?.keepsLineEnds == true ? lineEnds : 1)
  }

  private mutating func write(_ index: Int) {
    let token = tokens[index]
    if index == 0 {
      beginLine(token, index)
    } else if token.lineEnds > 0 {
      let keeps = tokens[index - 1].keepsLineEnds
      out += Array(repeating: UInt8(ascii: "\n"), count: keeps ? token.lineEnds : min(token.lineEnds, 2))
      beginLine(token, index)
    } else {
      separate(tokens[index - 1], token)
    }
    follow(token)
    writeText(of: token)
  }

  private mutating func beginLine(_ token: LayoutToken, _ index: Int) {
    column = 0
    lineIndent = indent(of: token, index)
    blanks(lineIndent)
  }

  private func indent(of token: LayoutToken, _ index: Int) -> Int {
    if let base = brackets.last {
      return token.isIndicator("]") || token.isIndicator("}") ? base : base + LayoutScan.step
    }
    return token.isComment ? indent(ofComment: token, before: following[index].map { tokens[$0] }) : token.indent
  }

  /// A comment belongs to what follows it, or, where it stands otherwise, to the block in whose column it stood.
  private func indent(ofComment comment: LayoutToken, before next: LayoutToken?) -> Int {
    if let next, next.column == comment.column { return next.indent }
    if let block = blocks.last(where: { $0.before == comment.column }) { return block.now }
    let outer = blocks.last { $0.before < comment.column }
    if let next, next.column < comment.column, next.column > outer?.before ?? -1 { return next.indent }
    return outer?.now ?? next?.indent ?? 0
  }

  /// Keeps account of open blocks and brackets.
  private mutating func follow(_ token: LayoutToken) {
    if token.beginsEntry {
      while let last = blocks.last, last.now >= token.indent { blocks.removeLast() }
      blocks.append((token.column, token.indent))
    }
    if token.isIndicator("[") || token.isIndicator("{") {
      // What stands between brackets stands deeper than the block around them.
      brackets.append(max(lineIndent, brackets.last ?? blocks.last?.now ?? 0))
    } else if token.isIndicator("]") || token.isIndicator("}") {
      _ = brackets.popLast()
    }
  }
}

extension LayoutWriter {
  /// Writes what stands between two tokens of one line.
  private mutating func separate(_ left: LayoutToken, _ right: LayoutToken) {
    if right.isComment {
      // A comment stays in its column, where columns of comments were made by hand, if there is room.
      blanks(right.column > column ? right.column - column : 2)
      return
    }
    let closes = right.isIndicator("]") || right.isIndicator("}")
    let isTight =
      right.isIndicator(":") || left.isIndicator("[") || left.isIndicator("{")
      || (closes || right.isIndicator(",")) && !left.isIndicator(":")
    if !isTight { blanks(1) }
  }

  private mutating func blanks(_ count: Int) {
    out += Array(repeating: UInt8(ascii: " "), count: count)
    column += count
  }

  private mutating func writeText(of token: LayoutToken) {
    let lines = source.bytes[token.bytes].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    switch token.kind {
    case .text(let furtherLines): putFolded(lines, indent: brackets.last.map { $0 + LayoutScan.step } ?? furtherLines)
    case .blockText(let block, let before):
      put(lines[0])
      putBlock(lines.dropFirst(), header: lines[0], block: block, before: before)
    case .comment, .marker, .indicator: put(lines[0])
    }
  }

  private mutating func put(_ text: ArraySlice<UInt8>) {
    out += text
    column += text.count { $0 & 0xC0 != 0x80 }
  }

  private mutating func beginFurtherLine(_ indent: Int, _ text: ArraySlice<UInt8>) {
    out.append(UInt8(ascii: "\n"))
    column = 0
    guard !text.isEmpty else { return }
    blanks(indent)
    put(text)
  }

  /// A text of several lines, plain or in quotes: blanks at both ends of a line mean nothing, but for one behind a backslash.
  private mutating func putFolded(_ lines: [ArraySlice<UInt8>], indent: Int) {
    for (index, line) in lines.enumerated() {
      var text = index == 0 ? line : line.drop { isBlank($0) }
      if index < lines.count - 1 {
        let stripped = text.dropLast(text.reversed().prefix { isBlank($0) }.count)
        if stripped.last != UInt8(ascii: "\\") { text = stripped }
      }
      if index == 0 { put(text) } else { beginFurtherLine(indent, text) }
    }
  }

  /// A text behind `|` or `>`: moved as a whole, so that it stands in its block as before.
  private mutating func putBlock(_ lines: ArraySlice<ArraySlice<UInt8>>, header: ArraySlice<UInt8>, block: Int, before: Int) {
    let text = BlockText(header: header)
    let old = text.column(of: lines, block: before)
    let new = block + (text.depth ?? LayoutScan.step)
    for line in lines {
      let leading = line.prefix { $0 == 0x20 }.count
      let isEmpty = leading == line.count && leading <= old
      beginFurtherLine(new, isEmpty ? [] : line.dropFirst(min(leading, old)))
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
