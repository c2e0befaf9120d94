internal import Glibc

/// How long the stages of a run took.
struct Marks {
  private(set) var seconds: [(name: String, text: String)] = []
  private var last = now()

  /// Ends a stage.
  mutating func end(_ name: String) {
    let time = now()
    let tenthsOfMilliseconds = (time - last) / 100_000
    let digits = String(tenthsOfMilliseconds % 10_000)
    seconds.append(
      (name, "\(tenthsOfMilliseconds / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"))
    last = time
  }
}

/// Nanoseconds of the clock that only goes forward.
func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
