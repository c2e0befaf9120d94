/// Measures workloads over several rounds.
struct Timing {
  let years: Years
  let rounds: Int

  /// Prints the median and the least of the rounds for each workload, in milliseconds; the first round is not counted.
  func print(_ workloads: [Workload]) throws(BenchError) {
    Swift.print("workload             median ms      least ms")
    var measured = workloads.map { _ in [Int]() }
    for round in 0...rounds {
      for (index, workload) in workloads.enumerated() {
        let start = now()
        try workload.run(over: years, times: 1)
        if round > 0 { measured[index].append(now() - start) }
      }
    }
    for (workload, times) in zip(workloads, measured) {
      let sorted = times.sorted()
      let name = workload.rawValue + String(repeating: " ", count: max(0, 18 - workload.rawValue.count))
      Swift.print("\(name) \(milliseconds(sorted[sorted.count / 2])) \(milliseconds(sorted[0]))")
    }
  }

  private func milliseconds(_ nanoseconds: Int) -> String {
    let thousandths = nanoseconds / 1000
    let digits = String(thousandths % 1000)
    let text = "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    return String(repeating: " ", count: max(0, 12 - text.count)) + text
  }
}
