internal import RuleDiagnostics
internal import RuleModel

extension EntityRegister {
  /// Returns the entity with a path such as `kota-contoh/dinsos` and the rung below it, adding what is new; nil after an error.
  mutating func path(
    _ path: [UInt8], at place: CellBytes, _ ladder: [Rung], log: inout DiagnosticLog
  ) -> (entity: Int, depth: Int)? {
    var entity = 0
    var depth = 0
    guard !path.isEmpty else { return (entity, depth) }
    for component in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if component.isEmpty {
        reportPath(path, at: place, log: &log)
        return nil
      }
      if depth == ladder.count - 1 {
        reportDeep(path, at: place, lowest: ladder[depth], log: &log)
        return nil
      }
      guard let found = self.entity(id(component), below: entity, on: depth, at: place, log: &log) else { return nil }
      entity = found
      depth += 1
    }
    return (entity, depth)
  }

  private func reportPath(_ path: [UInt8], at place: CellBytes, log: inout DiagnosticLog) {
    log.error(
      .cellID, in: sources[place.file], at: place.range,
      Words(id: "jalur `\(visible(path))` memuat id kosong", en: "the path `\(visible(path))` holds an empty id"),
      help: Words(
        id: "gabungkan id dari atas ke bawah dengan satu `/`: `kota-contoh/dinsos`",
        en: "join the ids from the top down with one `/`: `kota-contoh/dinsos`"))
  }

  private func reportDeep(_ path: [UInt8], at place: CellBytes, lowest: Rung, log: inout DiagnosticLog) {
    log.error(
      .entityUnknownParent, in: sources[place.file], at: place.range,
      Words(
        id: "tidak ada jenjang di bawah `\(visible(path))`", en: "there is no rung below `\(visible(path))`"),
      help: Words(
        id: "jenjang terendah adalah `\(lowest.id.value)`", en: "the lowest rung is `\(lowest.id.value)`"))
  }

  /// Reports a parent that nothing else knows.
  func reportUnknownParent(at place: CellBytes, log: inout DiagnosticLog) {
    let path = visible(sources[place.file].bytes[place.range])
    log.error(
      .entityUnknownParent, in: sources[place.file], at: place.range,
      Words(id: "induk `\(path)` tidak dikenal", en: "the parent `\(path)` is not known"),
      help: Words(
        id: "tulis jalurnya dari atas, `kota-contoh/dinsos`, atau tambahkan baris untuk induk itu",
        en: "write its path from the top, `kota-contoh/dinsos`, or add a line for that parent"))
  }

  /// Reports the second line of an entity.
  func reportListedTwice(_ entity: Int, on rung: Int, at place: CellBytes, first: CellBytes, log: inout DiagnosticLog) {
    let path = visible(tree.path(of: entity, on: rung).utf8)
    log.error(
      .entityDuplicate, in: sources[place.file], at: place.range,
      Words(id: "`\(path)` sudah terdaftar", en: "`\(path)` is listed already"),
      help: Words(id: "pertahankan satu baris saja", en: "keep only one of the two lines"),
      notes: [
        Diagnostic.Note(Words(id: "baris pertama ada di sini", en: "the first line is here"), at: range(of: first))
      ])
  }
}
