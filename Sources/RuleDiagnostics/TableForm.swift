/// What somebody said about how a table is written, so that nothing has to be guessed. What is nil is detected.
public struct TableForm: Sendable, Equatable {
  /// What stands between two cells.
  public enum Separator: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// What stands before the decimals of a number.
  public enum DecimalMark: UInt8, Sendable, CaseIterable {
    case point = 0x2E
    case comma = 0x2C
  }

  /// What stands between the thousands of a number.
  public enum GroupMark: UInt8, Sendable, CaseIterable {
    case point = 0x2E
    case comma = 0x2C
    case blank = 0x20
    case apostrophe = 0x27
  }

  /// How observations stand in rows.
  public enum Layout: String, Sendable, CaseIterable {
    /// A row for each observation.
    case long
    /// A row for each entity, a column for each field.
    case wide
  }

  /// How somebody wrote an entity, and whom it means.
  public struct Spelling: Sendable, Hashable {
    /// The text of the cell.
    public let text: String
    /// The path of the entity, `kota-contoh/dinsos`.
    public let path: String

    /// Makes a spelling.
    public init(_ text: String, path: String) {
      self.text = text
      self.path = path
    }
  }

  /// How letters are coded.
  public var encoding: TextEncoding?
  /// What stands between two cells.
  public var separator: Separator?
  /// What stands before decimals.
  public var decimal: DecimalMark?
  /// What stands between thousands, where anything may.
  public var group: GroupMark?
  /// The sheet of a workbook, or the table of a database.
  public var sheet: String?
  /// How observations stand in rows.
  public var layout: Layout?
  /// Who is meant by texts in place of ids.
  public var spellings: [Spelling] = []

  /// Says nothing.
  public init() {}

  /// Whether a file is read by it as it would be without.
  public var isPlain: Bool {
    (encoding ?? .utf8) == .utf8 && (separator ?? .comma) == .comma && (decimal ?? .point) == .point && group == nil && spellings.isEmpty
  }

  /// This form, and what another says where this one says nothing. The marks of numbers are one statement: who names one of them has named both.
  public func completed(by other: TableForm) -> TableForm {
    var form = self
    form.encoding = encoding ?? other.encoding
    form.separator = separator ?? other.separator
    if decimal == nil, group == nil { (form.decimal, form.group) = (other.decimal, other.group) }
    form.sheet = sheet ?? other.sheet
    form.layout = layout ?? other.layout
    form.spellings = spellings.isEmpty ? other.spellings : spellings
    return form
  }
}

/// How the letters of a text are coded.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"

  /// What people call it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    }
  }
}

extension TableForm.Separator {
  /// How it is written in options and files: `,`, `;` or `tab`.
  public var word: String {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "tab"
    }
  }

  /// Reads ``word``, or the tab itself.
  public init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) ?? (word == "\t" ? .tab : nil) else { return nil }
    self = found
  }
}

extension TableForm.DecimalMark {
  /// How it is written in options and files: the mark itself.
  public var word: String { String(Unicode.Scalar(rawValue)) }

  /// Reads ``word``.
  public init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}

extension TableForm.GroupMark {
  /// How it is written in options and files: the mark itself.
  public var word: String { String(Unicode.Scalar(rawValue)) }

  /// Reads ``word``.
  public init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}
