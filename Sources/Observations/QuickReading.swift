internal import RuleDiagnostics
internal import RuleModel

/// Reads files in which every row is sound. It explains nothing: at the first thing that is not sound it gives up, and the careful reading
/// (``ObservationRows``, ``EntityDirectory``) begins from the start and says what is wrong and where.
struct QuickReading {
  private let ladder: [Rung]
  private let fields: FieldCatalogue
  private let threads: Int
  private let smallestShared: Int
  private let key: HashKey
  private var stretches: [Stretch] = []
  private var files: [File] = []
  private var directory: QuickDirectory

  /// A stretch of a file, read.
  struct Stretch {
    let draft: StretchDraft
    let file: Int
    /// The physical line on which it begins.
    let firstLine: Int
  }

  /// A file, read.
  struct File {
    let name: String
    let sheet: Sheet?
    var dialect: CSVDialect
    /// The line ends of the header and of rows that were looked at closely.
    let ends: LineEnds
    /// How many line ends it has.
    var lines: Int
    /// How many rows hold a value of a field that stands on no rung of the ladder.
    var looseValues: Int
  }

  private init(_ ladder: [Rung], _ fields: FieldCatalogue, threads: Int, smallestShared: Int) {
    self.smallestShared = smallestShared
    self.ladder = ladder
    self.fields = fields
    self.threads = threads
    var generator = SystemRandomNumberGenerator()
    key = HashKey(&generator)
    directory = QuickDirectory(ladder: ladder, key)
  }

  /// Returns what the files say and a note on each that is not written the plain way; nil if something has to be explained.
  ///
  /// A file of at least `smallestShared` bytes is read on several threads.
  static func read(
    _ files: [SourceFile], entities: [SourceFile], _ ladder: [Rung], _ fields: FieldCatalogue, threads: Int, smallestShared: Int
  ) -> (table: ObservationTable, notes: DiagnosticLog)? {
    var reading = QuickReading(ladder, fields, threads: threads, smallestShared: smallestShared)
    var notes = DiagnosticLog()
    for file in files {
      guard !file.isSheet, file.form.isPlain, reading.read(file) else { return nil }
    }
    guard let values = reading.values() else { return nil }
    for (file, source) in zip(reading.files, files) { file.dialect.report(in: source, log: &notes) }
    for file in entities {
      guard reading.directory.read(file, log: &notes) else { return nil }
    }
    reading.directory.close()
    guard let table = reading.table(values) else { return nil }
    return (table, notes)
  }

  /// Reads one file of observations; false if something has to be explained.
  private mutating func read(_ file: SourceFile) -> Bool {
    guard let beginning = CSVBeginning(file, expecting: ObservationColumns.expected(ladder, fields)) else { return false }
    let columns = ObservationColumns(beginning.header, ladder, fields)
    let separator = beginning.dialect.separator.rawValue
    guard let shape = RowShape(beginning.header, columns, separator: separator, ladder: ladder.count, fields) else { return false }
    let (key, width) = (key, beginning.header.names.count)
    let readers = readAll(file, cuts(file, from: beginning.end)) {
      StretchReader(StretchDraft(shape, key), columns, beginning.ends, width: width, isShared: $0)
    }
    guard let readers else { return false }
    var line = beginning.nextLine
    for reader in readers {
      reader.draft.close()
      stretches.append(Stretch(draft: reader.draft, file: files.count, firstLine: line))
      line += reader.draft.lines
    }
    files.append(
      File(
        name: file.name, sheet: file.sheet, dialect: beginning.dialect, ends: readers.reduce(beginning.ends) { $0.union($1.ends) },
        lines: line, looseValues: readers.reduce(0) { $0 + $1.looseValues }))
    return true
  }

  /// Whether most rows at the beginning of a file are about another institution than the row before.
  private func isScattered(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let beginning = (start..<min(bytes.count, start + 1 << 14)).map { bytes[$0] }
    let firsts = beginning.split(separator: UInt8(ascii: "\n")).map { row in
      row.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\t") }
    }
    let changes = zip(firsts, firsts.dropFirst()).count { !$0.elementsEqual($1) }
    return changes * 2 > firsts.count
  }

  /// Where the stretches of a file begin and end, at ends of lines; one stretch for a small file.
  private func cuts(_ file: SourceFile, from start: Int) -> [Int] {
    file.withBytes { bytes in
      // Rows in no order keep a thread waiting for the memory, so a second one is worth its cost much sooner.
      let least = isScattered(bytes, from: start) ? smallestShared / 16 : smallestShared
      let count = bytes.count < least ? 1 : threads
      var cuts = [start]
      for piece in 1..<max(1, count) {
        var cut = start + (bytes.count - start) / count * piece
        while cut < bytes.count, bytes[cut - 1] != UInt8(ascii: "\n") { cut += 1 }
        if let last = cuts.last, cut > last, cut < bytes.count { cuts.append(cut) }
      }
      return cuts + [bytes.count]
    }
  }

  /// What a thread made. INVARIANT: it is done with it, and has ended, before anybody else looks at it.
  private struct Handed: @unchecked Sendable {
    let reader: StretchReader?
  }

  /// Reads the stretches of a file, each on its own thread; if one of them cannot be read alone, all as one; nil if that cannot be done.
  private func readAll(_ file: SourceFile, _ cuts: [Int], _ reader: @escaping @Sendable (Bool) -> StretchReader) -> [StretchReader]? {
    let count = cuts.count - 1
    let read = inParallel(count, threads: count) { number in
      var reader = reader(count > 1)
      return Handed(reader: file.withBytes { reader.read($0, cuts[number]..<cuts[number + 1]) } ? reader : nil)
    }
    let readers = read.compactMap(\.reader)
    if readers.count == count { return readers }
    return count > 1 ? readAll(file, [cuts[0], cuts[count]], reader) : nil
  }

  /// Reads the texts as values, each once; nil if one is no value of a field that holds it.
  private mutating func values() -> ReadValues? {
    var values = ReadValues(fields)
    for index in files.indices {
      let drafts = stretches.filter { $0.file == index }.map(\.draft)
      guard let found = values.take(drafts, files[index].dialect) else { return nil }
      files[index].dialect.usesDecimalComma = found.usesDecimalComma
      files[index].dialect.lineEnd = files[index].ends.union(found.ends).kind
    }
    return values
  }

  private func table(_ values: ReadValues) -> ObservationTable? {
    let letters = stretches.reduce(directory.letters) { $0.union($1.draft.letters) }
    let order = EntityOrder(stretches.map(\.draft.rungs) + [directory.rungs], rungs: ladder.count)
    let tables = stretches.map(\.draft.rungs) + [directory.rungs]
    if letters.mayLookAlike, order.hasLookAlikes(tables) { return nil }
    guard let surveyed = SurveyedOrder(order, tables, directory), surveyed.members.contains(where: { !$0.isEmpty }) else { return nil }
    var writer = ColumnWriter(stretches, surveyed, values, firsts: CellPlaces.firsts(files.map(\.lines)))
    guard let columns = writer.columns(fields) else { return nil }
    let counts = files.indices.map { index in
      files[index].looseValues - writer.hollows[index]
        + stretches.reduce(0) { $1.file == index ? $0 + $1.draft.filled : $0 }
    }
    return ObservationTable(
      population: surveyed.population(tables, directory), columns: columns,
      files: zip(files, counts).map { ObservationFile(name: $0.name, rows: $1, sheet: $0.sheet) })
  }
}

/// The header of a file and what stands before it, read without the rows below.
struct CSVBeginning {
  let header: CSVHeader
  let dialect: CSVDialect
  /// Where the first row begins.
  let end: Int
  /// The physical line on which it begins.
  let nextLine: Int
  let ends: LineEnds

  /// The most that is looked at.
  private static let longest = 1 << 16

  /// Reads the header; nil if there is none that fits, or if more must be read to tell.
  init?(_ file: SourceFile, expecting columns: [CSVColumn]) {
    let bytes = file.withBytes { bytes in
      bytes.extracting(first: CSVBeginning.longest).withUnsafeBufferPointer { Array($0) }
    }
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var start = SourceFile(name: file.name, bytes: Array(bytes[..<end]))
    start.form = file.form
    var unheard = DiagnosticLog()
    guard end > 0, let table = CSVTable(start, expecting: columns, log: &unheard), !unheard.hasErrors else { return nil }
    header = table.header
    dialect = table.dialect
    self.end = table.scanner.offset
    nextLine = table.scanner.line
    ends = LineEnds(table.scanner)
  }
}
