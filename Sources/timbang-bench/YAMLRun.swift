internal import CLibYAML
internal import Glibc
internal import MarkedYAML
internal import RuleDiagnostics

/// What the marked tree of a rule file costs beside libyaml's bare events.
struct YAMLRun {
  private let source: SourceFile

  /// A rule file of so many parts, written as people write them.
  init(parts: Int) {
    let rows = (0..<parts).map { number in
      """
          # Komponen \(number)
          - id: komponen_\(number)
            label: {id: Persyaratan dipublikasikan, en: Requirements published}
            weight: 12.5
            levels: {field: f\(number), scores: {0: 0, 1: 25, 2: 50, 3: 75, 4: 100}}

      """
    }
    let text = "timbang: 1\nid: besar\nedition: 2022\nscore:\n  id: total\n  parts:\n" + rows.joined()
    source = SourceFile(name: "besar.yaml", bytes: Array(text.utf8))
  }

  /// Reads the file once for its memory, then both ways in turn, and says what each took at least: seconds of processor time.
  func run(rounds: Int) throws(BenchError) -> String {
    let before = try peakMemory()
    try readTree()
    let memory = try peakMemory() - before
    var (events, tree) = (Int.max, Int.max)
    for _ in 0..<rounds {
      let start = processorTime()
      try readBareEvents()
      let middle = processorTime()
      try readTree()
      (events, tree) = (min(events, middle - start), min(tree, processorTime() - middle))
    }
    let tenths = 10 * tree / events
    return """
      \(source.bytes.count / 1024) KiB: events \(events / 1000) us, tree \(tree / 1000) us, \(tenths / 10).\(tenths % 10) times; \
      \(memory) KiB more memory, \(10 * memory * 1024 / source.bytes.count / 10) times the file
      """
  }

  private func readTree() throws(BenchError) {
    var log = DiagnosticLog()
    guard readYAML(source, log: &log) != nil else { throw BenchError("the file is not read") }
  }

  private func readBareEvents() throws(BenchError) {
    let isWhole = source.bytes.withUnsafeBufferPointer { bytes in
      var parser = yaml_parser_t()
      guard let base = bytes.baseAddress, yaml_parser_initialize(&parser) == 1 else { return false }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_input_string(&parser, base, bytes.count)
      var event = yaml_event_t()
      while yaml_parser_parse(&parser, &event) == 1 {
        let isEnd = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        if isEnd { return true }
      }
      return false
    }
    guard isWhole else { throw BenchError("libyaml does not read the file") }
  }

  /// Nanoseconds of this process on any processor.
  private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The most memory that this process had so far, in KiB.
  private func peakMemory() throws(BenchError) -> Int {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { throw BenchError("the memory cannot be asked") }
    return usage.ru_maxrss
  }
}
