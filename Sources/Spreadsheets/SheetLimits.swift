internal import RuleDiagnostics

/// What is read at most of a workbook or a database. What is larger is refused, so that no file can use up the machine.
public struct SheetLimits: Sendable {
  /// The largest workbook file, in bytes.
  public var workbookBytes = Limit.workbook.value
  /// The largest database file, in bytes.
  public var databaseBytes = Limit.database.value
  /// The most that one part of a workbook may hold when it is unpacked, in bytes.
  public var partBytes = 256 << 20
  /// The most that all parts that are read may hold together when they are unpacked, in bytes.
  public var allPartsBytes = 384 << 20
  /// How many times larger than packed a part may be; what a person enters packs 10 to 40 times smaller.
  public var packing = 200
  /// Parts up to this size may be packed as tightly as they like, in bytes.
  public var anyPackingBytes = 1 << 20
  /// The most parts in a workbook.
  public var parts = 10_000
  /// The last row, as in Excel.
  public var rows = 1_048_576
  /// The last column, as in Excel: `XFD`.
  public var columns = 16_384
  /// The most cells with content in a sheet.
  public var cells = 20_000_000
  /// The most rows times columns of a sheet, empty cells between others counted.
  public var area = 100_000_000
  /// The most merged cells in a sheet.
  public var merges = 100_000
  /// The most different texts in a workbook.
  public var sharedStrings = 4_000_000
  /// The most characters in a cell, as in Excel.
  public var characters = 32_767
  /// How deep elements of XML may stand in one another.
  public var depth = 64
  /// The longest tag or comment of XML, in bytes.
  public var tagBytes = 1 << 20
  /// The most rows of a table or view.
  public var tableRows = 10_000_000
  /// The most bytes of text that a table or view may give.
  public var tableBytes = 1 << 30
  /// How many steps of SQLite's machine a view may take, in thousands.
  public var thousandSteps = 2_000_000

  /// Makes the limits that hold unless a test says otherwise.
  public init() {}

  /// No limit on parts: for workbooks of our own making.
  package static let unlimitedParts: SheetLimits = {
    var limits = SheetLimits()
    limits.parts = .max
    limits.partBytes = .max
    limits.allPartsBytes = .max
    limits.anyPackingBytes = .max
    return limits
  }()
}
