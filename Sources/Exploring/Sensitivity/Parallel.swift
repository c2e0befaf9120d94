internal import Dispatch
internal import Synchronization

/// Does `count` pieces of work on at most `threads` threads, and returns what each of `threads` shares of them gave, in order.
///
/// Complexity: one share for each thread; the calling thread does its part.
func inParallel<Result: Sendable>(_ count: Int, threads: Int, _ work: @Sendable (Range<Int>) -> Result) -> [Result] {
  let shares = max(1, min(threads, count))
  let ranges = (0..<shares).map { $0 * count / shares..<($0 + 1) * count / shares }
  guard shares > 1 else { return [work(ranges[0])] }
  let results = Mutex<[Result?]>(ranges.map { _ in nil })
  DispatchQueue.concurrentPerform(iterations: shares) { share in
    let result = work(ranges[share])
    results.withLock { $0[share] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
