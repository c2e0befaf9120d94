internal import MarkedYAML
internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

extension TestDecoder {
  /// Reads one case.
  mutating func testCase(from node: YAMLNode) -> TestCase? {
    let anonymous = Words(id: "uji", en: "a test")
    guard var reader = MappingReader(node, as: anonymous, log: &log) else { return nil }
    let name = name(&reader, of: anonymous)
    let what = name.map { Words(id: "uji `\($0.id.value)`", en: "the test `\($0.id.value)`") } ?? anonymous
    let expected = reader.required("expect", of: what, log: &log)
    let refusal = expected.flatMap { self.refusal(from: $0) }
    var faults = DiagnosticLog()
    let table = observations(&reader, of: what, in: edition, others: others, log: &faults)
    let earlier = reader.optional("carry").map { carried(from: $0) } ?? [:]
    reader.finish(as: what, log: &log)
    let isRefusedAsExpected = refusal.map { code in faults.diagnostics.contains { $0.code == code.value } } ?? false
    if !isRefusedAsExpected { log.append(faults.onlyErrors) }
    guard let name, let expected else { return nil }
    if let refusal {
      guard isRefusedAsExpected || table != nil else { return nil }
      return TestCase(
        name: name, observations: isRefusedAsExpected ? .refused : table.map { .table($0, earlier: earlier) } ?? .refused,
        expectation: .refusal(refusal))
    }
    guard let table, expected["error"] == nil else { return nil }
    guard !table.population.rungs[0].isEmpty else {
      log.error(
        .observationSource, at: name.id.range, Words(id: "tidak ada yang diamati", en: "nothing was observed"),
        help: Words(id: "periksa berkas datanya", en: "check the data file"))
      return nil
    }
    return TestCase(
      name: name, observations: .table(table, earlier: earlier), expectation: .scores(expectedScores(from: expected, for: table)))
  }

  /// Reads `carry: {2021: {observations: ...}}`, what earlier years recorded for rules that carry it over.
  private mutating func carried(from node: YAMLNode) -> [String: ObservationTable] {
    guard let reader = MappingReader(node, as: Words(same: "`carry`"), log: &log) else { return [:] }
    var tables: [String: ObservationTable] = [:]
    for entry in reader.unread {
      let what = Words(id: "data edisi `\(entry.key.value)`", en: "the data of edition `\(entry.key.value)`")
      guard let earlier = load(entry.key), var reader = MappingReader(entry.value, as: what, log: &log) else { continue }
      var faults = DiagnosticLog()
      tables[earlier.edition.name] = observations(
        &reader, of: what, in: earlier.edition, others: { [edition, others] in [Instrument(edition)] + others() }, log: &faults)
      reader.finish(as: what, log: &log)
      log.append(faults.onlyErrors)
    }
    return tables
  }

  /// Reads `expect: {error: T0401}`; nil if scores are expected.
  private mutating func refusal(from node: YAMLNode) -> Marked<DiagnosticCode>? {
    guard node["error"] != nil, var reader = MappingReader(node, as: Words(same: "`expect`"), log: &log) else { return nil }
    let text = reader.optional("error").flatMap { log.text($0, as: Words(same: "`error`")) }
    reader.finish(as: Words(id: "`expect` dengan `error`", en: "`expect` with `error`"), log: &log)
    guard let text else { return nil }
    if let code = DiagnosticCode(rawValue: text.value) { return Marked(code, at: text.range) }
    reportUnknown(text, Words(id: "kode", en: "code"), among: DiagnosticCode.allCases.map(\.rawValue).filter { $0 >= "T03" && $0 < "T05" })
    return nil
  }

  /// Reads what is expected of the only institution, and `at:` of any entity.
  private mutating func expectedScores(from node: YAMLNode, for table: ObservationTable) -> [ExpectedScores] {
    let what = Words(same: "`expect`")
    let errorsBefore = log.errorCount
    guard var reader = MappingReader(node, as: what, log: &log) else { return [] }
    let at = reader.optional("at")
    var all: [ExpectedScores] = []
    var own = ExpectedScores(path: table.population.rungs[0].first?.path ?? "", rung: 0)
    if read(&own, from: &reader, table) {
      all.append(own)
      if table.population.rungs[0].count > 1 {
        log.error(
          .unknownExpectation, at: node.range,
          Words(
            id: "uji ini memuat \(table.population.rungs[0].count) instansi; harapan ini milik siapa?",
            en: "this test holds \(table.population.rungs[0].count) institutions; of which is this expected?"),
          help: Words(id: "tulis `at: {instansi: {total: ...}}`", en: "write `at: {institution: {total: ...}}`"))
      }
    }
    reader.finish(as: what, log: &log)
    if let at { all += expectedScores(at: at, for: table) }
    if all.isEmpty, log.errorCount == errorsBefore { reportNothingExpected(at: node.range) }
    return all
  }

  private mutating func expectedScores(at node: YAMLNode, for table: ObservationTable) -> [ExpectedScores] {
    guard let reader = MappingReader(node, as: Words(same: "`at`"), log: &log) else { return [] }
    let what = Words(id: "harapan", en: "an expectation")
    return reader.unread.compactMap { entry in
      let path = entry.key.value
      let rung = path.count { $0 == "/" }
      guard table.population.rungs.indices.contains(rung), table.population.index(of: path, on: rung) != nil else {
        reportUnknown(
          entry.key, Words(id: "entitas", en: "entity"), among: table.population.rungs.flatMap { $0.map(\.path) })
        return nil
      }
      let errorsBefore = log.errorCount
      guard var reader = MappingReader(entry.value, as: what, log: &log) else { return nil }
      var scores = ExpectedScores(path: path, rung: rung)
      let says = read(&scores, from: &reader, table)
      reader.finish(as: what, log: &log)
      if !says, log.errorCount == errorsBefore { reportNothingExpected(at: entry.key.range) }
      return scores
    }
  }

  private mutating func reportNothingExpected(at range: SourceRange) {
    log.error(
      .expectsNothing, at: range, Words(id: "uji ini tidak dapat gagal", en: "this test cannot fail"),
      help: Words(id: "tulis misalnya `total: 78` dan `zone: b`", en: "write for instance `total: 78` and `zone: b`"))
  }

  /// Reads the keys about one entity; false if nothing is expected of it.
  private mutating func read(_ scores: inout ExpectedScores, from reader: inout MappingReader, _ table: ObservationTable) -> Bool {
    let keys = ["total", "reported", "zone", "colour", "parts", "flags", "not_applicable", "missing"]
    let nodes = Dictionary(uniqueKeysWithValues: keys.map { ($0, reader.optional($0)) }).compactMapValues { $0 }
    scores.total = nodes["total"].flatMap { amount($0, as: Words(same: "`total`")) }
    scores.reported = nodes["reported"].flatMap { amount($0, as: Words(same: "`reported`")) }
    scores.zone = nodes["zone"].flatMap { known($0, Words(id: "langkah zona", en: "zone step"), edition.zones.steps.map(\.id.value)) }
    scores.colour = nodes["colour"].flatMap { known($0, Words(id: "warna", en: "colour"), edition.zones.colours) }
    if let node = nodes["parts"] { scores.parts = parts(from: node) }
    if let node = nodes["flags"] { scores.flags = flags(from: node, rung: scores.rung) }
    scores.notApplicable = nodes["not_applicable"].flatMap { list($0, Words(id: "bagian", en: "part"), partIDs) }
    scores.missing = nodes["missing"].flatMap { list($0, Words(id: "bidang", en: "field"), edition.fields.map(\.id.value)) }
    return scores.saysSomething
  }

  private var partIDs: [String] { edition.score.subtree.map(\.id.value) }

  /// The name of something that the edition has.
  private mutating func known(_ node: YAMLNode, _ what: Words, _ names: [String]) -> Marked<String>? {
    guard let name = log.text(node, as: what) else { return nil }
    if names.contains(name.value) { return name }
    reportUnknown(name, what, among: names)
    return nil
  }

  private mutating func list(_ node: YAMLNode, _ what: Words, _ names: [String]) -> Marked<[String]>? {
    let found = (node.items ?? [node]).compactMap { known($0, what, names)?.value }
    return found.count == node.items?.count ?? 1 ? Marked(found.sorted { $0.precedesByBytes($1) }, at: node.range) : nil
  }

  private mutating func parts(from node: YAMLNode) -> [(id: Marked<String>, value: Fraction?)] {
    guard let reader = MappingReader(node, as: Words(same: "`parts`"), log: &log) else { return [] }
    let names = partIDs
    return reader.unread.compactMap { entry in
      guard names.contains(entry.key.value) else {
        reportUnknown(entry.key, Words(id: "bagian", en: "part"), among: names)
        return nil
      }
      let id = Marked(entry.key.value, at: entry.value.range)
      if entry.value.scalar?.text == "none" { return (id, nil) }
      return amount(entry.value, as: Words(id: "nilai bagian", en: "the value of a part")).map { (id, $0.value) }
    }
  }

  private mutating func flags(from node: YAMLNode, rung: Int) -> [(id: Marked<String>, value: Bool?)] {
    guard let reader = MappingReader(node, as: Words(same: "`flags`"), log: &log) else { return [] }
    if rung > 0 {
      log.error(
        .unknownExpectation, at: node.range, Words(id: "penanda hanya ada di jenjang teratas", en: "flags exist on the top rung only"),
        help: Words(id: "tulis di bawah instansinya", en: "write them below the institution"))
    }
    return reader.unread.compactMap { entry in
      guard edition.flags.contains(where: { $0.id.value == entry.key.value }) else {
        reportUnknown(entry.key, Words(id: "penanda", en: "flag"), among: edition.flags.map(\.id.value))
        return nil
      }
      let id = Marked(entry.key.value, at: entry.value.range)
      if entry.value.scalar?.text == "unknown" { return (id, nil) }
      return log.boolean(entry.value, as: Words(id: "penanda", en: "a flag")).map { (id, $0) }
    }
  }
}
