/// Finds the byte at which the n-th scalar of a text begins, since libyaml counts scalars and editors' tools count bytes.
///
/// Keeps the place of every 16th scalar, so a file of one long line costs no more than one of many short lines.
struct ScalarOffsets {
  private static let stride = 16

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  /// Offset of scalar 0, 16, 32 ...; empty if all is ASCII, where each scalar is one byte.
  private let marks: [Int]

  /// Indexes valid UTF-8 from `start`. Complexity: linear in the number of bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.start = start
    marks = bytes.allSatisfy { $0 < 0x80 } ? [] : ScalarOffsets.marks(bytes, from: start)
  }

  private static func marks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
    var marks: [Int] = []
    var count = 0
    for offset in start..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
      if count % stride == 0 { marks.append(offset) }
      count += 1
    }
    return marks
  }

  /// Returns the offset of scalar `index`, or the end of the text. Complexity: O(1).
  func byteOffset(ofScalar index: Int) -> Int {
    if marks.isEmpty { return min(start + index, bytes.count) }
    guard index / ScalarOffsets.stride < marks.count else { return bytes.count }
    var offset = marks[index / ScalarOffsets.stride]
    for _ in 0..<index % ScalarOffsets.stride where offset < bytes.count { offset += utf8Length(lead: bytes[offset]) }
    return min(offset, bytes.count)
  }
}
