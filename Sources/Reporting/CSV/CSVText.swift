/// Builds comma-separated text that a spreadsheet reads as it is meant.
public struct CSVText: Sendable {
  /// What has been written.
  public private(set) var text = ""

  /// Starts with nothing.
  public init() {}

  /// Adds a row. A cell that a spreadsheet would take for a formula is marked as text, unless it is a number.
  public mutating func row(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { text += "," }
      text += CSVText.cell(cell)
    }
    text += "\r\n"
  }

  private static func cell(_ text: String) -> String {
    if let first = text.utf8.first, isSign(first), !isNumber(text) { csvCell("'" + text) } else { csvCell(text) }
  }

  /// Whether a spreadsheet takes a cell that begins so for a formula.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return !digits.isEmpty && text.utf8.count - digits.count <= 1
      && digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
