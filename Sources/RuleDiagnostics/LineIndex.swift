internal import Synchronization

/// How many line ends stand before each page of a file, counted when the first place is asked for: most files are never complained of.
final class LineIndex: Sendable {
  /// The size of a page, in bytes.
  private static let page = 4096
  /// For each page the line ends before it, and last those of the whole file; empty until they were counted.
  private let counts = Mutex<[Int]>([])

  /// Returns how many line ends stand before `offset`. Complexity: constant, but linear in the file for the first call.
  func lineEnds(before offset: Int, in bytes: Span<UInt8>) -> Int {
    let page = offset / LineIndex.page
    let before = counted(bytes) { $0[page] }
    return before + countLineEnds(bytes, page * LineIndex.page..<offset)
  }

  /// Returns how many line ends there are.
  func lineEnds(in bytes: Span<UInt8>) -> Int {
    counted(bytes) { $0.last ?? 0 }
  }

  /// Returns the offset just behind line end `number`, counted from 1. Complexity: logarithmic in the size of the file.
  func offset(behind number: Int, in bytes: Span<UInt8>) -> Int {
    let (page, before) = counted(bytes) { counts in
      var (low, high) = (0, counts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if counts[middle] < number { low = middle } else { high = middle }
      }
      return (low, counts[low])
    }
    var left = number - before
    var offset = page * LineIndex.page
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\n") { left -= 1 }
      offset += 1
      if left == 0 { break }
    }
    return offset
  }

  private func counted<Result>(_ bytes: Span<UInt8>, _ body: ([Int]) -> Result) -> Result {
    // `withLock` takes no span along, so the counting stands outside: at worst two callers count the same.
    var known = counts.withLock { $0 }
    if known.isEmpty {
      var count = 0
      for start in stride(from: 0, through: bytes.count, by: LineIndex.page) {
        known.append(count)
        count += countLineEnds(bytes, start..<min(start + LineIndex.page, bytes.count))
      }
      known.append(count)
      let all = known
      counts.withLock { $0 = all }
    }
    return body(known)
  }
}

private func countLineEnds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
  bytes.extracting(range).withUnsafeBufferPointer { $0.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } }
}
