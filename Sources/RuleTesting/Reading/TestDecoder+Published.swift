internal import MarkedYAML
internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

extension TestDecoder {
  /// Reads a table of published totals: `file:` with `year:`, or `rows:`.
  mutating func publishedTable(from node: YAMLNode) -> PublishedTable? {
    let anonymous = Words(id: "tabel nilai terbit", en: "a published table")
    guard var reader = MappingReader(node, as: anonymous, log: &log) else { return nil }
    let errorsBefore = log.errorCount
    let name = name(&reader, of: anonymous)
    let file = reader.entry("file")
    let year = reader.optional("year").flatMap { log.whole($0, within: 1900...2999, as: Words(same: "`year`")) }
    let rows = reader.optional("rows")
    reader.finish(as: anonymous, log: &log)
    var found: [PublishedTable.Row] = []
    switch (file, rows) {
    case (let file?, nil): found = publishedRows(in: file.value, year: year)
    case (nil, let rows?): found = items(rows, of: "rows").compactMap { publishedRow(from: $0) }
    default:
      log.error(
        .observationSource, at: file?.key.range ?? node.range,
        Words(id: "tabel ini perlu tepat satu dari `file` dan `rows`", en: "this table needs exactly one of `file` and `rows`"),
        help: Words(id: "tulis misalnya `file: ../samples/nilai.csv`", en: "write for instance `file: ../samples/scores.csv`"))
    }
    if found.isEmpty, log.errorCount == errorsBefore {
      log.error(
        .expectsNothing, at: node.range,
        Words(id: "tidak ada nilai terbit dengan zona untuk edisi ini", en: "there is no published total with a zone for this edition"),
        help: Words(id: "sebut tahunnya dengan `year:`", en: "name the year with `year:`"))
    }
    return name.map { PublishedTable(name: $0, rows: found) }
  }

  /// The rows of a year that have a total and either a colour or the name of a step beside it.
  private mutating func publishedRows(in node: YAMLNode, year: Int?) -> [PublishedTable.Row] {
    var faults = DiagnosticLog()
    let found = files(node, log: &faults)
    log.append(faults)
    guard let files = found else { return [] }
    let year = year ?? Int(edition.name.prefix { $0.isNumber })
    let steps = Set(edition.zones.steps.map(\.id.value))
    return files.flatMap { file -> [PublishedTable.Row] in
      guard let scores = PublishedScores(file, log: &log) else { return [] }
      return scores.rows.filter { $0.year == year }.flatMap { row -> [PublishedTable.Row] in
        let step = row.category?.lowercased()
        return [row.zone?.lowercased(), step.flatMap { steps.contains($0) ? $0 : nil }].compactMap(\.self).map { zone in
          PublishedTable.Row(name: row.name, total: row.score, zone: zone, range: row.range)
        }
      }
    }
  }

  private mutating func publishedRow(from node: YAMLNode) -> PublishedTable.Row? {
    let what = Words(id: "nilai terbit", en: "a published total")
    guard var reader = MappingReader(node, as: what, log: &log) else { return nil }
    let entity = reader.required("entity", of: what, log: &log).flatMap { log.text($0, as: Words(same: "`entity`")) }
    let total = reader.required("total", of: what, log: &log).flatMap { log.number($0, as: Words(same: "`total`")) }
    let zone = reader.required("zone", of: what, log: &log).flatMap { log.text($0, as: Words(same: "`zone`")) }
    // Where the figure was published: for whoever reads the file.
    _ = reader.optional("source").flatMap { log.text($0, as: Words(same: "`source`")) }
    reader.finish(as: what, log: &log)
    guard let entity, let total, let zone else { return nil }
    let names = edition.zones.steps.map(\.id.value) + edition.zones.colours
    guard names.contains(zone.value) else {
      reportUnknown(zone, Words(id: "langkah zona atau warna", en: "zone step or colour"), among: names)
      return nil
    }
    return PublishedTable.Row(name: entity.value, total: total.value, zone: zone.value, range: zone.range)
  }
}
