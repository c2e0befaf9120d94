/// A limit in seconds for the program as it was built: code that is not optimized is some twenty times slower, and a sanitizer that watches
/// every access (`make test-address`, `make test-thread`) makes it ten times slower again; what it looks for is not time.
public func timeLimit(_ optimized: Double, unoptimized: Double) -> Double {
  #if SANITIZED
    return unoptimized * 10
  #else
    var isDebug = false
    assert({ isDebug = true }() == ())
    return isDebug ? unoptimized : optimized
  #endif
}
