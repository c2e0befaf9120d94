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
public struct ObservationColumn: Sendable {
  /// The index of the rung on which the field is recorded, 0 for the top.
  public let rung: Int
  /// The values by entity; nil where nothing was recorded.
  public var values: [ObservedValue?]
  /// Where each value was read; nil where nothing was recorded.
  public var places: [CellPlace?]

  /// Makes a column.
  public init(rung: Int, values: [ObservedValue?], places: [CellPlace?]) {
    self.rung = rung
    self.values = values
    self.places = places
  }
}

/// A file from which observations were read.
public struct ObservationFile: Sendable, Equatable {
  /// The file as the user named it.
  public let name: String
  /// The number of rows with a value.
  public let rows: Int

  /// Makes the record of a file.
  public init(name: String, rows: Int) {
    self.name = name
    self.rows = rows
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
    columns[field]?.values[entity]
  }
}
