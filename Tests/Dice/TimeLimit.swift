/// Whether a sanitizer watches every access to memory (`make test-address`, `make test-thread`).
public let isSanitized: Bool = {
  #if SANITIZED
    true
  #else
    false
  #endif
}()

/// A limit in seconds for the program as it was built: code that is not optimized is some twenty times slower, and a sanitizer makes it ten
/// times slower again; what that looks for is not time.
public func timeLimit(_ optimized: Double, unoptimized: Double) -> Double {
  if isSanitized { return unoptimized * 10 }
  var isDebug = false
  assert({ isDebug = true }() == ())
  return isDebug ? unoptimized : optimized
}
