internal import Glibc

/// Calls `body` with 0, 1 and so on, each on a thread of its own but the first, and returns what the calls gave, in that order.
///
/// A thread that the system refuses is done without: its call is made here.
func inParallel<Result>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
  let errands = (0..<count).map { number in Errand { body(number) } }
  let threads = errands.dropFirst().map { errand -> pthread_t? in
    var thread = pthread_t()
    let carried = Unmanaged.passRetained(errand as Runnable)
    let refusal = pthread_create(
      &thread, nil,
      { carried in
        if let carried { Unmanaged<Runnable>.fromOpaque(carried).takeRetainedValue().run() }
        return nil
      }, carried.toOpaque())
    guard refusal == 0 else {
      carried.release()
      return nil
    }
    return thread
  }
  errands.first?.run()
  return zip(errands, [nil] + threads).map { errand, thread in
    if let thread { pthread_join(thread, nil) }
    if errand.result == nil { errand.run() }
    guard let result = errand.result else { preconditionFailure("an errand that was run has a result") }
    return result
  }
}

/// Something to be done on some thread.
private class Runnable {
  func run() {}
}

/// A call and what it gives. INVARIANT: one thread at a time touches it: that which runs it, then, after the join, that which asked.
private final class Errand<Result>: Runnable {
  private let body: () -> Result
  private(set) var result: Result?

  init(_ body: @escaping () -> Result) {
    self.body = body
  }

  override func run() {
    result = body()
  }
}
