public import RuleDiagnostics

/// Where a cell was read.
public struct CellPlace: Sendable, Hashable {
  /// The index of the file among ``ObservationTable/files``.
  public let file: Int
  /// The line in that file, from 1.
  public let line: Int

  /// Makes a place.
  public init(file: Int, line: Int) {
    self.file = file
    self.line = line
  }
}

/// All values of one field: one cell for each entity of its rung, missing kept apart.
///
/// Each different value is kept once, and a cell is its number: what is worked out for a value holds for every cell that has it.
public struct ObservationColumn: Sendable {
  /// The index of the rung on which the field is recorded, 0 for the top.
  public let rung: Int
  /// For each entity the number of its value among ``distinct``; ``nothing`` where nothing was recorded.
  public let codes: [Int32]
  /// Values by number. Some may occur nowhere, but none is there twice.
  public let distinct: [ObservedValue]
  private let cellPlaces: CellPlaces

  /// The number of a cell in which nothing was recorded.
  public static let nothing: Int32 = -1

  /// Makes a column of numbered values.
  public init(rung: Int, codes: [Int32], distinct: [ObservedValue], places: [CellPlace?]) {
    self.init(rung: rung, codes: codes, distinct: distinct, CellPlaces(places))
  }

  /// Makes a column of numbered values.
  init(rung: Int, codes: [Int32], distinct: [ObservedValue], _ places: CellPlaces) {
    self.rung = rung
    self.codes = codes
    self.distinct = distinct
    cellPlaces = places
  }

  /// Makes a column of values; nil stands where nothing was recorded.
  public init(rung: Int, values: [ObservedValue?], places: [CellPlace?]) {
    var numbers: [ObservedValue: Int32] = [:]
    var distinct: [ObservedValue] = []
    let codes = values.map { value -> Int32 in
      guard let value else { return ObservationColumn.nothing }
      if let number = numbers[value] { return number }
      let number = Int32(distinct.count)
      numbers[value] = number
      distinct.append(value)
      return number
    }
    self.init(rung: rung, codes: codes, distinct: distinct, places: places)
  }

  /// Returns what was recorded for an entity, nil if nothing was.
  public func value(of entity: Int) -> ObservedValue? {
    let code = codes[entity]
    return code < 0 ? nil : distinct[Int(code)]
  }

  /// Returns where the value of an entity was read, nil if nothing was recorded. Complexity: logarithmic in the number of files.
  public func place(of entity: Int) -> CellPlace? { cellPlaces[entity] }

  /// Where each value was read; nil where nothing was recorded. Complexity: linear in the number of entities.
  public var places: [CellPlace?] { codes.indices.map { cellPlaces[$0] } }

  /// Returns the column of some entities side by side, which are numbered from 0 in it. Complexity: linear in their number.
  func only(_ entities: Range<Int>) -> ObservationColumn {
    ObservationColumn(rung: rung, codes: Array(codes[entities]), distinct: distinct, cellPlaces[entities])
  }

  /// The values by entity; nil where nothing was recorded. Complexity: linear in the number of entities.
  public var values: [ObservedValue?] { codes.indices.map { value(of: $0) } }
}

/// A file from which observations were read.
public struct ObservationFile: Sendable, Equatable {
  /// The file as the user named it.
  public let name: String
  /// The number of rows with a value.
  public let rows: Int
  /// The sheet or table that was read; nil if the file is text.
  public let sheet: Sheet?

  /// Makes the record of a file.
  public init(name: String, rows: Int, sheet: Sheet? = nil) {
    self.name = name
    self.rows = rows
    self.sheet = sheet
  }

  /// Returns how a line of the file is named: `data.csv:118`, `survei.xlsx:Data!118`.
  public func place(ofLine line: Int) -> String {
    "\(name):" + (sheet?.place(line: line, column: nil) ?? "\(line)")
  }
}

/// The observations of one year: who was surveyed, and a column for each field.
public struct ObservationTable: Sendable {
  /// Who was surveyed.
  public let population: Population
  /// The columns by field id; a field that never occurs has none.
  public let columns: [String: ObservationColumn]
  /// The files that were read, in order.
  public let files: [ObservationFile]

  /// Makes a table.
  public init(population: Population, columns: [String: ObservationColumn], files: [ObservationFile]) {
    self.population = population
    self.columns = columns
    self.files = files
  }

  /// Returns what was recorded for an entity, nil if nothing was.
  public func value(of field: String, for entity: Int) -> ObservedValue? {
    columns[field]?.value(of: entity)
  }
}
