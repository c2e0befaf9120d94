/// For whom CSV files are written.
public enum CSVProfile: String, Sendable, CaseIterable {
  /// For an Indonesian spreadsheet: semicolons, decimal commas, a mark of the encoding, CRLF, headings that people read.
  case id
  /// For programs: commas, decimal points, no mark, LF, headings that stay the same in every language.
  case c

  var separator: UInt8 { UInt8(ascii: self == .id ? ";" : ",") }
  var lineEnd: String { self == .id ? "\r\n" : "\n" }
  var start: [UInt8] { self == .id ? [0xEF, 0xBB, 0xBF] : [] }

  /// A decimal number as the profile writes it, never grouped.
  func number(_ text: String) -> String { self == .id ? text.replacing(".", with: ",") : text }
}
