public import RuleDiagnostics
public import RuleModel

/// What stands in a cell of a table of results.
public enum ResultCell: Sendable {
  /// Nothing is known.
  case none
  /// An id or a name. Whatever it looks like, it stays text.
  case text(String)
  /// A text in both languages.
  case words(Words)
  /// A count.
  case whole(Int)
  /// A number as it is published or printed, with so many decimals.
  case decimal(Fraction, places: Int)
  /// A number that nobody rounds.
  case measure(Fraction)
  /// A number to the last digit, as a fraction.
  case exact(Fraction)
  /// A step of the zone ladder.
  case zone(ZoneStep)
  /// Yes or no.
  case flag(Bool)
  /// The run to which a row belongs, by its number.
  case run(Int)
}

/// A column of a table of results.
public struct ResultColumn: Sendable {
  /// What its cells hold, if anything.
  public enum Kind: Sendable {
    case text, words, whole, decimal, measure, exact, zone, flag, run
  }

  /// Its name for machines; for zones what stands before `zone` and `colour`, for words what stands before `_id` and `_en`.
  public let id: String
  /// What people call it.
  public let title: Words
  /// What its cells hold.
  public let kind: Kind
  /// Whether another table says the same, so that a database leaves it out here.
  public let isRepeated: Bool

  init(_ id: String, _ kind: Kind, _ title: Words, isRepeated: Bool = false) {
    self.id = id
    self.title = title
    self.kind = kind
    self.isRepeated = isRepeated
  }
}

/// A table of results, before anybody decides how it is laid out.
///
/// Rows come in blocks that are made when they are asked for, so a table of a whole nation need not be held in memory.
public struct ResultTable: Sendable {
  /// Its name for machines: an interface.
  public let id: String
  /// What people call it; short enough for the name of a sheet.
  public let title: Words
  /// Its columns.
  public let columns: [ResultColumn]
  private let blockCount: Int
  private let block: @Sendable (Int) -> [[ResultCell]]

  init(
    _ id: String, _ title: Words, _ columns: [ResultColumn], blocks: Int = 1, rows block: @escaping @Sendable (Int) -> [[ResultCell]]
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    blockCount = blocks
    self.block = block
  }

  /// Hands over every row, in order. Complexity: linear in the number of cells.
  public func forEachRow<Failure: Error>(_ body: ([ResultCell]) throws(Failure) -> Void) throws(Failure) {
    for number in 0..<blockCount {
      for row in block(number) { try body(row) }
    }
  }

  /// All rows. Complexity: linear in the number of cells.
  public var rows: [[ResultCell]] {
    var rows: [[ResultCell]] = []
    forEachRow { rows.append($0) }
    return rows
  }
}
