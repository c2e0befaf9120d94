internal import MarkedYAML
internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

extension TestDecoder {
  /// Reads what was observed: `observations:` written here, or `data:` files; nil after an error, which is in `log`.
  ///
  /// `log` is the caller's, since a case may expect the observations to be refused.
  mutating func observations(
    _ reader: inout MappingReader, of what: Words, in edition: Edition, others: @escaping Instrument.Others, log: inout DiagnosticLog
  ) -> ObservationTable? {
    let written = reader.optional("observations")
    let data = reader.entry("data")
    let entities = reader.optional("entities")
    let kinds = reader.optional("kinds")
    switch (written, data) {
    case (let node?, nil):
      if let entities { reportMisplaced("entities", at: entities, log: &log) }
      return table(from: node, kinds: kinds, in: edition, log: &log)
    case (nil, let data?):
      if let kinds { reportMisplaced("kinds", at: kinds, log: &log) }
      let files = self.files(data.value, log: &log)
      let directories = entities.map { self.files($0, log: &log) } ?? []
      guard let files, let directories else { return nil }
      let rows = ObservationReader(ladder: edition.rungs, fields: edition.fields, others: others)
      return rows.read(files, entities: directories, log: &log)
    default:
      log.error(
        .observationSource, at: data?.key.range ?? SourceRange(file: reader.range.file, at: reader.range.start),
        data == nil
          ? Words(id: "\(what.id) tidak menyebut apa yang diamati", en: "\(what.en) does not say what was observed")
          : Words(id: "\(what.id) menyebut `observations` dan `data`", en: "\(what.en) has both `observations` and `data`"),
        help: Words(
          id: "tulis salah satu: `observations:` di sini, atau `data: berkas.csv`",
          en: "write one of the two: `observations:` here, or `data: file.csv`"))
      return nil
    }
  }

  private func reportMisplaced(_ key: String, at node: YAMLNode, log: inout DiagnosticLog) {
    let right = key == "kinds" ? "observations" : "data"
    log.error(
      .observationSource, at: node.range,
      Words(id: "`\(key)` hanya untuk `\(right)`", en: "`\(key)` goes with `\(right)` only"),
      help: Words(
        id: "jenis entitas ditulis di `kinds` untuk `observations`, di `entities` untuk `data`",
        en: "the kinds of entities stand in `kinds` for `observations`, in `entities` for `data`"))
  }

  /// Reads one path or several; nil if a file cannot be read.
  mutating func files(_ node: YAMLNode, log: inout DiagnosticLog) -> [SourceFile]? {
    var files: [SourceFile] = []
    let nodes = node.items ?? [node]
    for node in nodes {
      guard let path = log.text(node, as: Words(id: "berkas", en: "a file")) else { continue }
      switch findFile(path.value, source) {
      case .success(let file):
        files.append(file)
        if !sources.contains(where: { $0.name == file.name }) { sources.append(file) }
      case .failure(let failure):
        log.error(
          .fileUnreadable, at: path.range,
          Words(id: "`\(path.value)` tidak dapat dibaca: \(failure.reason.id)", en: "`\(path.value)` cannot be read: \(failure.reason.en)"),
          help: Words(
            id: "jalur dihitung dari folder berkas uji ini", en: "paths start from the folder of this test file"))
      }
    }
    return files.count == nodes.count && !files.isEmpty ? files : nil
  }

  // MARK: Observations written in the test

  private func table(from node: YAMLNode, kinds: YAMLNode?, in edition: Edition, log: inout DiagnosticLog) -> ObservationTable? {
    let errorsBefore = log.errorCount
    guard let reader = MappingReader(node, as: Words(same: "`observations`"), log: &log) else { return nil }
    var draft = WrittenObservations(edition)
    let fields = edition.fieldsByID
    for entry in reader.unread {
      guard let path = path(entry.key, in: edition, log: &log) else { continue }
      let record = record(from: entry.value, of: fields, log: &log)
      draft.add(path)
      for answer in record.entries {
        if edition.height(of: answer.field.rung) == path.count - 1 {
          draft.set(answer, of: path)
        } else {
          reportMisplaced(answer.field, at: answer.place, below: entry.key, in: edition, log: &log)
        }
      }
    }
    if reader.unread.isEmpty {
      log.error(
        .observationSource, at: node.range, Words(id: "tidak ada yang diamati", en: "nothing was observed"),
        help: Words(id: "tulis `kota-contoh/dinsos: {bidang: nilai}`", en: "write `kota-contoh/dinsos: {field: value}`"))
    }
    if let kinds { readKinds(from: kinds, in: edition, into: &draft, log: &log) }
    return log.errorCount == errorsBefore ? draft.table(readFrom: source.name) : nil
  }

  /// The ids of an entity's path: `kota-contoh/dinsos`.
  func path(_ key: Marked<String>, in edition: Edition, log: inout DiagnosticLog) -> [String]? {
    let ids = key.value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for id in ids where log.name(Marked(id, at: key.range), as: Words(id: "entitas", en: "an entity")) == nil { return nil }
    guard ids.count <= edition.rungs.count else {
      let rungs = edition.rungs.map(\.id.value).joined(separator: "/")
      log.error(
        .cellID, at: key.range,
        Words(id: "tidak ada jenjang untuk `\(key.value)`", en: "there is no rung for `\(key.value)`"),
        help: Words(id: "jenjang edisi ini: `\(rungs)`", en: "the ladder of this edition is `\(rungs)`"))
      return nil
    }
    return ids
  }

  private func reportMisplaced(
    _ field: Field, at place: SourceRange, below key: Marked<String>, in edition: Edition, log: inout DiagnosticLog
  ) {
    let shape = edition.rungs.prefix((edition.height(of: field.rung) ?? 0) + 1).map(\.id.value).joined(separator: "/")
    log.error(
      .cellWrongRung, at: place,
      Words(
        id: "`\(field.id.value)` dicatat per `\(field.rung)`, bukan untuk `\(key.value)`",
        en: "`\(field.id.value)` is recorded for each `\(field.rung)`, not for `\(key.value)`"),
      help: Words(id: "tulis di bawah jalur `\(shape)`", en: "write it below a path `\(shape)`"),
      notes: place == key.range ? [] : [.init(Words(id: "dipakai di sini", en: "used here"), at: key.range)])
  }

  private func readKinds(from node: YAMLNode, in edition: Edition, into draft: inout WrittenObservations, log: inout DiagnosticLog) {
    guard let reader = MappingReader(node, as: Words(same: "`kinds`"), log: &log) else { return }
    for entry in reader.unread {
      guard let path = path(entry.key, in: edition, log: &log), let kind = log.text(entry.value, as: Words(same: "`kinds`")) else {
        continue
      }
      guard draft.contains(path) else {
        log.error(
          .unknownEntity, at: entry.key.range,
          Words(id: "`\(entry.key.value)` tidak diamati", en: "`\(entry.key.value)` was not observed"),
          help: Words(id: "tulis juga di `observations`", en: "write it in `observations` too"))
        continue
      }
      let known = edition.rungs[path.count - 1].kinds
      guard known.isEmpty || known.contains(kind.value) else {
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        log.error(
          .entityKind, at: kind.range, Words(id: "jenis `\(kind.value)` tidak dikenal", en: "unknown kind `\(kind.value)`"),
          help: suggestion(for: kind.value, among: known) ?? Words(id: "yang dikenal: \(list)", en: "the kinds are \(list)"))
        continue
      }
      draft.setKind(kind.value, of: path)
    }
  }
}
