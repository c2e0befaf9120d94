/// Builds comma-separated text that a spreadsheet reads as it is meant.
public struct CSVText: Sendable {
  /// What has been written.
  public private(set) var text = ""

  /// Starts with nothing.
  public init() {}

  /// Adds a row. A cell that a spreadsheet would take for a formula is marked as text, unless it is a number.
  public mutating func row(_ cells: [String]) {
    text += cells.map(CSVText.cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    var cell = text
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first), !isNumber(text) { cell = "'" + text }
    guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return !digits.isEmpty && text.utf8.count - digits.count <= 1
      && digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
