public import RuleDiagnostics
public import RuleModel

/// Reads the observations of one year from CSV files.
///
/// A row names an entity by one column for each rung of the ladder, a field and a value. Separator, decimal comma, mark and line ends
/// are detected and reported as a note; what may mean two things is refused. The result does not depend on the order of the rows.
public struct ObservationReader: Sendable {
  /// What the files may name: rungs with their kinds, and fields.
  private struct Vocabulary {
    let ladder: [Rung]
    let fields: FieldCatalogue
  }

  private let instrument: Instrument
  private let others: Instrument.Others
  private let threads: Int

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - ladder: the rungs of the edition, the top rung first; at least one.
  ///   - fields: the fields of the edition.
  ///   - others: those of other editions, asked for only if the files hold what this edition does not know: their fields become columns
  ///     as well, and their kinds are kinds too. Among equal ids of fields the one in `fields` counts. Rows of a field on a rung that the ladder
  ///     lacks are only counted.
  ///   - threads: how many threads may read one large file; what is read does not depend on it.
  public init(ladder: [Rung], fields: [Field], others: @escaping Instrument.Others = { [] }, threads: Int = 1) {
    precondition(!ladder.isEmpty)
    self.threads = max(1, threads)
    instrument = Instrument(ladder: ladder, fields: fields)
    self.others = others
  }

  /// The words of this edition, and those of others beside them.
  private func vocabulary(with others: [Instrument]) -> Vocabulary {
    Vocabulary(
      ladder: instrument.ladder(withKindsOf: others),
      fields: FieldCatalogue(ladder: instrument.ladder, fields: instrument.fields, otherFields: others.flatMap(\.fields)))
  }

  /// Returns the observations of several files, which are one data set; nil if and only if it logged errors.
  ///
  /// Complexity: linear in the number of bytes, but for the sorting of entities.
  ///
  /// - Parameters:
  ///   - files: the observations, in long form.
  ///   - entities: directories (`id,parent,kind,name`) that give entities their name and kind.
  ///   - log: takes the errors of all rows, and a note on each file that is not written the plain way.
  public func read(_ files: [SourceFile], entities: [SourceFile] = [], log: inout DiagnosticLog) -> ObservationTable? {
    if let table = readQuickly(files, entities: entities, vocabulary(with: []), log: &log) { return table }
    let others = others()
    let vocabulary = vocabulary(with: others)
    if !others.isEmpty, let table = readQuickly(files, entities: entities, vocabulary, log: &log) { return table }
    return readCarefully(files, entities: entities, vocabulary, log: &log)
  }

  private func readQuickly(
    _ files: [SourceFile], entities: [SourceFile], _ words: Vocabulary, threads: Int? = nil, smallestShared: Int = 1 << 28,
    log: inout DiagnosticLog
  ) -> ObservationTable? {
    let reading = QuickReading.read(
      files, entities: entities, words.ladder, words.fields, threads: threads ?? self.threads, smallestShared: smallestShared)
    guard let read = reading else { return nil }
    log.append(read.notes)
    return read.table
  }

  /// Reads files in which every row is sound; nil if something has to be explained, and then nothing is logged.
  ///
  /// A file of 256 MiB, unless another bound is given, is large enough to be read on several threads: what is smaller is not read sooner by
  /// two, since what each has read must be put together.
  package func readQuickly(
    _ files: [SourceFile], entities: [SourceFile], threads: Int, smallestShared: Int = 1 << 28, log: inout DiagnosticLog
  ) -> ObservationTable? {
    readQuickly(files, entities: entities, vocabulary(with: others()), threads: threads, smallestShared: smallestShared, log: &log)
  }

  /// Reads row by row, and explains what is wrong.
  package func readCarefully(_ files: [SourceFile], entities: [SourceFile], log: inout DiagnosticLog) -> ObservationTable? {
    readCarefully(files, entities: entities, vocabulary(with: others()), log: &log)
  }

  private func readCarefully(
    _ files: [SourceFile], entities: [SourceFile], _ words: Vocabulary, log: inout DiagnosticLog
  ) -> ObservationTable? {
    var draft = draft(files, entities: entities, words)
    return read(&draft, files, entities: entities, words, log: &log)
  }

  /// Reads row by row, passing over some lines; says how the files are written as well.
  func read(
    _ files: [SourceFile], entities: [SourceFile], skipping lines: [Set<Int>], repeatsFaults: Bool, log: inout DiagnosticLog
  ) -> (table: ObservationTable?, accounts: [FileAccount], looseValues: Int) {
    let words = vocabulary(with: others())
    var draft = draft(files, entities: entities, words)
    draft.repeatsFaults = repeatsFaults
    for (index, lines) in lines.enumerated() { draft.skipped[index] = lines }
    let table = read(&draft, files, entities: entities, words, log: &log)
    for index in draft.accounts.indices { draft.accounts[index].form.spellings = draft.spellings.spellings(in: index) }
    return (table, draft.accounts, draft.looseValues)
  }

  /// A draft that knows how entities are called.
  private func draft(_ files: [SourceFile], entities: [SourceFile], _ words: Vocabulary) -> ObservationDraft {
    var draft = ObservationDraft(ladder: words.ladder, fields: words.fields, sources: (files + entities).map(\.decoded))
    for index in draft.register.sources.indices {
      if index >= files.count { draft.spellings.take(directory: draft.register.sources[index]) }
      draft.spellings.take(draft.register.sources[index].form.spellings, of: index)
    }
    return draft
  }

  private func read(
    _ draft: inout ObservationDraft, _ files: [SourceFile], entities: [SourceFile], _ words: Vocabulary, log: inout DiagnosticLog
  ) -> ObservationTable? {
    let errorsBefore = log.errorCount
    let ladder = words.ladder
    for index in files.indices { ObservationRows.read(index, into: &draft, log: &log) }
    draft.spellings.report(draft.register, log: &log)
    var directory = EntityDirectory(ladder: ladder)
    for index in entities.indices { directory.read(files.count + index, into: &draft.register, log: &log) }
    directory.checkParents(in: draft.register, log: &log)
    directory.checkUnlisted(in: draft.register, ladder, log: &log)
    guard log.errorCount == errorsBefore else { return nil }
    guard files.isEmpty || draft.register.tree.rungs[0].contains(where: \.isSurveyed) else {
      reportNoRows(files, log: &log)
      return nil
    }
    return ObservationTable(draft, listings: directory.listings)
  }

  /// Reports files that name their columns and hold no row below them: nobody was surveyed.
  private func reportNoRows(_ files: [SourceFile], log: inout DiagnosticLog) {
    guard let file = files.first else { return }
    let rungs = instrument.ladder.map(\.id.value).joined(separator: ",")
    log.error(
      .csvHeader, at: file.range(file.bytes.count, file.bytes.count),
      Words(
        id: files.count == 1 ? "berkas ini hanya memuat nama kolom" : "berkas-berkas ini hanya memuat nama kolom",
        en: files.count == 1 ? "this file names its columns but holds no rows" : "these files name their columns but hold no rows"),
      help: Words(
        id: "tulis satu baris untuk setiap pengamatan: `\(rungs),field,value`",
        en: "write one row for each observation: `\(rungs),field,value`"))
  }
}
