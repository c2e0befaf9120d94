/// How much of something is taken at most, so that no input can use up the machine. All limits that a file can meet stand here.
public struct Limit: Sendable, Hashable {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    case bytes, characters, levels, count
  }

  /// The word for it in `timbang doctor --format json`.
  public let name: String
  /// The most that is taken.
  public let value: Int
  /// What is counted.
  public let unit: Unit
  /// What is limited.
  public let words: Words
  /// The code with which more is refused; nil where more is counted and not refused.
  public let code: DiagnosticCode?

  private init(_ name: String, _ value: Int, _ unit: Unit, _ code: DiagnosticCode?, _ id: String, _ en: String) {
    self.name = name
    self.value = value
    self.unit = unit
    self.code = code
    words = Words(id: id, en: en)
  }
}

/// The limits that are looked at for every cell of a table, as constants that the compiler can put in place.
public enum Most {
  /// Bytes of a cell of CSV.
  @inlinable public static var cellBytes: Int { 64 << 10 }
  /// Columns of CSV.
  @inlinable public static var columns: Int { 200 }
  /// Bytes of an id.
  @inlinable public static var idBytes: Int { 200 }
  /// Characters of a number.
  @inlinable public static var numberCharacters: Int { 60 }
  /// Levels of a scale.
  @inlinable public static var scaleLevels: Int { 1_000 }
}

extension Limit {
  /// Bytes of a rule file.
  public static let ruleFile = Limit("rule_file", 4 << 20, .bytes, .tooLarge, "berkas aturan", "a rule file")
  /// Lists and mappings inside each other.
  public static let nesting = Limit("nesting", 64, .levels, .tooDeep, "susunan bersarang", "nesting")
  /// Values in a rule file, counting keys.
  public static let nodes = Limit("nodes", 200_000, .count, .tooManyNodes, "nilai dalam berkas aturan", "values in a rule file")
  /// Bytes of one text in a rule file.
  public static let scalar = Limit("text", 65_536, .bytes, .tooLarge, "satu teks aturan", "one text of a rule file")
  /// Keys of one mapping.
  public static let keys = Limit("keys", 10_000, .count, .tooManyNodes, "kunci satu pemetaan", "keys of one mapping")
  /// Levels of parts below the total.
  public static let partLevels = Limit(
    "part_levels", 30, .levels, .tooDeep, "tingkat bagian di bawah total", "levels of parts below the total")
  /// Editions that extend one another.
  public static let chain = Limit("chain", 50, .count, .baseEdition, "edisi yang saling memperluas", "editions that extend each other")
  /// Levels of a scale.
  public static let scale = Limit("scale", Most.scaleLevels, .levels, .levelScores, "tingkat satu skala", "levels of a scale")
  /// Characters of a number.
  public static let number = Limit("number", Most.numberCharacters, .characters, .notANumber, "tanda satu angka", "characters of a number")

  /// Bytes of a data file on the disk.
  public static let dataFile = Limit("data_file", 1 << 32, .bytes, .fileUnreadable, "berkas data", "a data file")
  /// Bytes of a pipe or device, which may never end.
  public static let stream = Limit("stream", 128 << 20, .bytes, .fileUnreadable, "aliran data", "a stream of data")
  /// Bytes of a row of CSV: cells of the largest size in all columns.
  public static let row = Limit("row", Most.columns * (Most.cellBytes + 4), .bytes, .csvTooLarge, "satu baris CSV", "a row of CSV")
  /// Bytes of a cell of CSV.
  public static let cell = Limit("cell", Most.cellBytes, .bytes, .csvTooLarge, "satu sel CSV", "a cell of CSV")
  /// Columns of CSV.
  public static let columns = Limit("columns", Most.columns, .count, .csvTooLarge, "kolom CSV", "columns of CSV")
  /// Bytes of an id.
  public static let id = Limit("id", Most.idBytes, .bytes, .cellID, "satu id", "an id")

  /// Bytes of a workbook.
  public static let workbook = Limit("workbook", 64 << 20, .bytes, .workbookTooLarge, "buku kerja XLSX", "an XLSX workbook")
  /// Bytes of a database.
  public static let database = Limit("database", 1 << 30, .bytes, .workbookTooLarge, "basis data SQLite", "an SQLite database")

  /// Mistakes in a file of CSV after which its other rows are not read: who made so many made one over and over.
  public static let mistakes = Limit("mistakes", 100_000, .count, nil, "kesalahan satu berkas CSV", "mistakes in a CSV file")
  /// Findings that are shown; the rest are counted.
  public static let findings = Limit("findings", 50, .count, nil, "temuan yang ditampilkan", "findings that are shown")

  /// All of them, in the order in which a file meets them.
  public static let all = [
    ruleFile, nesting, nodes, scalar, keys, partLevels, chain, scale, number, dataFile, stream, row, cell, columns, id, workbook, database,
    mistakes, findings,
  ]
}
