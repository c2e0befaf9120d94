public import RuleDiagnostics
public import RuleModel

/// Reads the observations of one year from CSV files.
///
/// A row names an entity by one column for each rung of the ladder, a field and a value. Separator, decimal comma, mark and line ends
/// are detected and reported as a note; what may mean two things is refused. The result does not depend on the order of the rows.
public struct ObservationReader: Sendable {
  private let ladder: [Rung]
  private let fields: FieldCatalogue
  private let threads: Int

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - ladder: the rungs of the edition, the top rung first; at least one.
  ///   - fields: the fields of the edition.
  ///   - otherFields: fields of other editions, which the files may hold too and which become columns as well. Among equal ids the one
  ///     in `fields` counts. Rows of a field on a rung that the ladder lacks are only counted.
  ///   - threads: how many threads may read one large file; what is read does not depend on it.
  public init(ladder: [Rung], fields: [Field], otherFields: [Field] = [], threads: Int = 1) {
    precondition(!ladder.isEmpty, "a ladder has at least one rung")
    self.threads = max(1, threads)
    self.ladder = ladder
    self.fields = FieldCatalogue(ladder: ladder, fields: fields, otherFields: otherFields)
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
    readQuickly(files, entities: entities, threads: threads, log: &log)
      ?? readCarefully(files.map(\.inMemory), entities: entities.map(\.inMemory), log: &log)
  }

  /// Reads files in which every row is sound; nil if something has to be explained, and then nothing is logged.
  ///
  /// A file of 256 MiB, unless another bound is given, is large enough to be read on several threads: what is smaller is not read sooner by
  /// two, since what each has read must be put together.
  package func readQuickly(
    _ files: [SourceFile], entities: [SourceFile], threads: Int, smallestShared: Int = 1 << 28, log: inout DiagnosticLog
  ) -> ObservationTable? {
    let reading = QuickReading.read(files, entities: entities, ladder, fields, threads: threads, smallestShared: smallestShared)
    guard let read = reading else { return nil }
    log.append(read.notes)
    return read.table
  }

  /// Reads row by row, and explains what is wrong.
  package func readCarefully(_ files: [SourceFile], entities: [SourceFile], log: inout DiagnosticLog) -> ObservationTable? {
    let errorsBefore = log.errorCount
    var draft = ObservationDraft(ladder: ladder, fields: fields, sources: files + entities)
    for index in files.indices { ObservationRows.read(index, into: &draft, log: &log) }
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
    let rungs = ladder.map(\.id.value).joined(separator: ",")
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
