/// The words of a command line, taken one by one.
struct BenchOptions {
  private var words: [String]

  init(_ words: some Sequence<String>) {
    self.words = Array(words)
  }

  /// Takes the next word that is no option.
  mutating func word(_ name: String) throws(BenchError) -> String {
    guard let place = words.firstIndex(where: { !$0.hasPrefix("--") }) else { throw BenchError(code: 64, "\(name) is missing") }
    return words.remove(at: place)
  }

  /// Takes the next word, a whole number of 1 or more.
  mutating func wholeNumber(_ name: String) throws(BenchError) -> Int {
    let text = try word(name)
    guard let number = Int(text), number > 0 else { throw BenchError(code: 64, "\(name): `\(text)` is no whole number of 1 or more") }
    return number
  }

  /// Takes an option with its whole number; nil if it is not there.
  mutating func number(_ option: String) throws(BenchError) -> Int? {
    guard let place = words.firstIndex(of: option) else { return nil }
    guard place + 1 < words.count, let number = Int(words[place + 1]), number > 0 else {
      throw BenchError(code: 64, "\(option) takes a whole number of 1 or more")
    }
    words.removeSubrange(place...(place + 1))
    return number
  }

  /// Takes an option without a value.
  mutating func flag(_ option: String) -> Bool {
    guard let place = words.firstIndex(of: option) else { return false }
    words.remove(at: place)
    return true
  }

  /// Takes the name of a workload.
  mutating func workload() throws(BenchError) -> Workload {
    let name = try word("WORKLOAD")
    guard let workload = Workload(rawValue: name) else {
      throw BenchError(code: 64, "there is no workload `\(name)`; there are: \(Workload.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return workload
  }

  /// Takes the names of workloads; all if none is named.
  mutating func workloads() throws(BenchError) -> [Workload] {
    var named: [Workload] = []
    while !words.isEmpty { named.append(try workload()) }
    return named.isEmpty ? Workload.allCases : named
  }
}
