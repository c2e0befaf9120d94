internal import Dispatch
internal import Synchronization

/// Does `count` pieces of work on at most `threads` threads and returns what each gave, in order.
///
/// Each thread takes the next piece when it is done with one, so which thread does what is chance and the results are not. The calling
/// thread does its part.
package func inParallel<Result: Sendable>(_ count: Int, threads: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(work) }
  let next = Atomic(0)
  let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece)
      results.withLock { $0[piece] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
