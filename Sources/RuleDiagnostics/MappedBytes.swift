internal import Glibc

/// The bytes of a file that the system lends from its cache instead of copying them; given back with the last reference.
///
/// They are read only. Another program that shortens the file meanwhile takes its last pages away, and touching those ends this program:
/// so map files that are written once and then read, check the size again before a long reading, and read small files instead.
public final class MappedBytes: Sendable {
  /// How many bytes there are.
  public let count: Int
  /// INVARIANT: the first of `count` bytes that stay readable and unchanged by us until `deinit`.
  private nonisolated(unsafe) let start: UnsafeRawPointer

  /// Maps the first `count` bytes of an open file; nil if the system cannot, or nothing is there to map.
  public init?(_ file: Int32, count: Int) {
    guard count > 0, let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else { return nil }
    self.start = UnsafeRawPointer(start)
    self.count = count
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: start), count)
  }

  /// Calls `body` with all bytes.
  func withBytes<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
    let bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
    return try body(bytes.span)
  }
}
