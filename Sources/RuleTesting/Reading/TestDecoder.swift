internal import Expressions
internal import MarkedYAML
internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

/// Turns the nodes of a test file into tests, reporting every mistake on the way.
struct TestDecoder {
  let source: SourceFile
  let checked: CheckedEdition
  let others: Instrument.Others
  let findFile: TestFileReader.FileFinder
  let findEdition: TestFileReader.EditionFinder
  var log: DiagnosticLog
  var sources: [SourceFile]
  /// Records that tests use by name.
  var records: [String: FieldRecord] = [:]
  private var names: [String: SourceRange] = [:]

  var edition: Edition { checked.edition }

  init(
    source: SourceFile, edition: CheckedEdition, others: @escaping Instrument.Others, findFile: @escaping TestFileReader.FileFinder,
    findEdition: @escaping TestFileReader.EditionFinder, log: DiagnosticLog
  ) {
    self.source = source
    checked = edition
    self.others = others
    self.findFile = findFile
    self.findEdition = findEdition
    self.log = log
    sources = [source]
  }

  /// Reads a whole file; nil if it cannot be the tests of this edition.
  mutating func tests(from root: YAMLNode) -> RuleTests? {
    let what = Words(id: "berkas uji", en: "the test file")
    let errorsBefore = log.errorCount
    guard var reader = MappingReader(root, as: what, log: &log) else { return nil }
    readFormat(&reader, what)
    let named = reader.required("edition", of: what, log: &log).flatMap { log.text($0, as: Words(same: "`edition`")) }
    let records = reader.optional("records")
    let cases = reader.optional("cases")
    let changes = reader.optional("changes")
    let published = reader.optional("published")
    reader.finish(as: what, log: &log)
    if let named { guard checkEdition(named) else { return nil } }
    records.map { readRecords(from: $0) }
    let tests = RuleTests(
      file: source.name, edition: checked, cases: items(cases, of: "cases").compactMap { testCase(from: $0) },
      changes: items(changes, of: "changes").compactMap { testedChange(from: $0) },
      published: items(published, of: "published").compactMap { publishedTable(from: $0) })
    if cases == nil, changes == nil, published == nil, log.errorCount == errorsBefore {
      log.error(
        .expectsNothing, at: root.range, Words(id: "berkas ini tidak menguji apa pun", en: "this file tests nothing"),
        help: Words(id: "tulis `cases`, `changes` atau `published`", en: "write `cases`, `changes` or `published`"))
    }
    return tests
  }

  private mutating func readFormat(_ reader: inout MappingReader, _ what: Words) {
    guard let node = reader.required("timbang_tests", of: what, log: &log) else { return }
    guard let text = log.text(node, as: Words(same: "`timbang_tests`")), text.value != "1" else { return }
    log.error(
      .formatVersion, at: text.range, Words(id: "format `\(text.value)` tidak dikenal", en: "unknown format `\(text.value)`"),
      help: Words(id: "versi timbang ini membaca `timbang_tests: 1`", en: "this version of timbang reads `timbang_tests: 1`"))
  }

  private mutating func checkEdition(_ named: Marked<String>) -> Bool {
    let full = "\(edition.family)/\(edition.name)"
    guard named.value != edition.name, named.value != full else { return true }
    let stem = named.value.split(separator: "/").last.map(String.init) ?? named.value
    log.error(
      .testedEdition, at: named.range,
      Words(
        id: "berkas uji ini milik edisi `\(named.value)`, bukan `\(full)`",
        en: "these are tests of the edition `\(named.value)`, not of `\(full)`"),
      help: Words(
        id: "simpan di samping aturannya sebagai `tests/\(stem).yaml`",
        en: "keep them beside its rules as `tests/\(stem).yaml`"))
    return false
  }

  /// The items of a list; an empty list and anything else is reported.
  mutating func items(_ node: YAMLNode?, of key: String) -> [YAMLNode] {
    guard let node else { return [] }
    if let items = node.items, !items.isEmpty { return items }
    log.error(
      .wrongShape, at: node.range,
      node.items == nil
        ? Words(id: "`\(key)` harus berupa daftar, bukan \(node.shape.id)", en: "`\(key)` must be a list, not \(node.shape.en)")
        : Words(id: "`\(key)` kosong", en: "`\(key)` is empty"),
      help: Words(id: "awali setiap butir dengan `- `", en: "begin each item with `- `"))
    return []
  }

  /// The name and the title of a test; a name is used once in a file.
  mutating func name(_ reader: inout MappingReader, of what: Words) -> TestName? {
    let id = reader.required("id", of: what, log: &log).flatMap { log.name($0, as: what) }
    let title = reader.optional("title").flatMap { log.words($0, as: Words(same: "`title`")) }
    guard let id else { return nil }
    if let first = names[id.value] {
      log.error(
        .duplicateID, at: id.range, Words(id: "uji `\(id.value)` sudah ada", en: "there is a test `\(id.value)` already"),
        help: Words(id: "beri setiap uji nama sendiri", en: "give each test a name of its own"),
        notes: [.init(Words(id: "yang pertama", en: "the first one"), at: first)])
    } else {
      names[id.value] = id.range
    }
    return TestName(id: id, title: title)
  }

  /// An exact number, or an expression without names that gives one: `"(86.5 + 91.2) / 2"`.
  mutating func amount(_ node: YAMLNode, as what: Words) -> Marked<Fraction>? {
    guard let text = log.text(node, as: what) else { return nil }
    if let number = Fraction(exact: text.value) { return Marked(number, at: text.range) }
    // What holds no operator is a number in a foreign spelling.
    guard text.value.contains(where: { "+-*/()".contains($0) }) else { return log.number(node, as: what) }
    let problem: ExpressionProblem
    switch Expression.parse(text.value) {
    case .failure(let found): problem = found
    case .success(let expression):
      switch expression.evaluate({ _ in nil }) {
      case .number(let number): return Marked(number, at: text.range)
      case .error(let found): problem = found
      default:
        problem = ExpressionProblem(
          .wrongType, at: expression.range, Words(id: "hasilnya bukan angka", en: "the result is no number"),
          help: Words(
            id: "tulis perhitungan angka seperti `\"(86.5 + 91.2) / 2\"`", en: "write a sum of numbers such as `\"(86.5 + 91.2) / 2\"`"))
      }
    }
    log.error(
      .expression, at: node.range(of: problem.range), problem.words,
      help: problem.help ?? Words(id: "tulis angka, atau perhitungan angka", en: "write a number, or a sum of numbers"))
    return nil
  }

  /// Reports an expectation about something that is not there.
  mutating func reportUnknown(_ name: Marked<String>, _ what: Words, among names: [String]) {
    let near = nearestName(to: name.value, among: names)
    let list = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 8 ? ", ..." : "")
    log.error(
      .unknownExpectation, at: name.range,
      Words(id: "tidak ada \(what.id) `\(name.value)`", en: "there is no \(what.en) `\(name.value)`"),
      help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
        ?? (list.isEmpty
          ? Words(id: "hapus harapan ini", en: "remove this expectation") : Words(id: "yang ada: \(list)", en: "there are: \(list)")))
  }
}
