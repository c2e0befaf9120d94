internal import Glibc
internal import Synchronization

/// Does `count` pieces of work on at most `threads` threads and returns what each gave, in order.
///
/// Each thread takes the next piece when it is done with one, so which thread does what is chance and the results are not. The calling
/// thread does its part, and all of it where the system refuses threads.
package func inParallel<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(work) }
  let pieces = Pieces(count, work)
  let errand = Errand { pieces.doAll() }
  let helpers = (1..<min(threads, count)).compactMap { _ in errand.begin() }
  errand.run()
  for helper in helpers { pthread_join(helper, nil) }
  return pieces.results
}

/// The range of each of at most `threads` shares of `count` things, about equal.
package func shares(of count: Int, threads: Int) -> [Range<Int>] {
  let shares = max(1, min(threads, count))
  return (0..<shares).map { $0 * count / shares..<($0 + 1) * count / shares }
}

/// Pieces of work that several threads take one after the other.
private final class Pieces<Result: Sendable>: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Result
  private let next = Atomic(0)
  private let found: Mutex<[Result?]>

  init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
    found = Mutex(Array(repeating: nil, count: count))
  }

  func doAll() {
    while true {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece)
      found.withLock { $0[piece] = result }
    }
  }

  /// What each piece gave, when all are done.
  var results: [Result] { found.withLock { $0.compactMap(\.self) } }
}

/// Something to be done on a thread.
private final class Errand: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }

  /// Begins it on a thread of its own; nil if the system refuses one.
  func begin() -> pthread_t? {
    var thread = pthread_t()
    let carried = Unmanaged.passRetained(self)
    let refusal = pthread_create(
      &thread, nil,
      { carried in
        if let carried { Unmanaged<Errand>.fromOpaque(carried).takeRetainedValue().run() }
        return nil
      }, carried.toOpaque())
    guard refusal == 0 else {
      carried.release()
      return nil
    }
    return thread
  }
}
