/// The bytes of one input file and the places of its lines.
public struct SourceFile: Sendable {
  /// The file as the user named it.
  public let name: String
  /// What the file holds.
  public let bytes: [UInt8]
  /// Offset of the first byte of each line.
  private let lineStarts: [Int]

  /// Finds the lines of `bytes`. Complexity: linear in the number of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The number of lines, counting the piece behind the last line end.
  public var lineCount: Int { lineStarts.count }

  /// Returns the place of the byte at `offset` (clamped to the file). Complexity: logarithmic in lines, linear in the line's length.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var start = lineStarts[low]
    if low == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    let scalars = bytes[start..<offset].count { !isContinuation($0) }
    return Position(line: low + 1, column: scalars + 1, offset: offset)
  }

  /// Returns the range between two byte offsets.
  public func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: name, start: position(at: start), end: position(at: end))
  }

  /// Returns the text of line `number` (from 1) without its line end and mark, damaged bytes replaced; nil outside the file.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    var start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}

/// Tells whether a byte of UTF-8 continues a scalar that began before it.
private func isContinuation(_ byte: UInt8) -> Bool {
  byte & 0xC0 == 0x80
}
