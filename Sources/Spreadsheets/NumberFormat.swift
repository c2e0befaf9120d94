/// How a cell's format lets its number appear, as far as it changes what the number says.
enum NumberFormat: Equatable {
  /// As the number that it is, however many decimals are shown.
  case number
  /// As hundredths.
  case percent
  /// As a day or a time of day.
  case date
  /// As a length of time in hours, minutes or seconds: `[h]:mm`.
  case duration

  /// The format that has a number in every workbook; nil if the workbook itself must say what it is.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percent
    // 27 to 36 and 50 to 58 are dates in East Asian workbooks and stand in no other.
    case 14...22, 27...36, 45, 47, 50...58: self = .date
    case 46: self = .duration
    default: self = .number
    }
  }

  /// Reads a format code such as `dd/mm/yyyy`, `0.00%` or `[h]:mm`: letters outside quotes, brackets and escapes.
  init(code: String) {
    var bytes = Array(code.utf8)[...]
    var found = NumberFormat.number
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        bytes = bytes.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        _ = bytes.popFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        let letters = Set(inside.map { $0 | 0x20 })
        if letters.count == 1, let letter = letters.first, "hms".utf8.contains(letter) { found = .duration }
      case UInt8(ascii: "%"):
        if found == .number { found = .percent }
      case UInt8(ascii: "G"), UInt8(ascii: "g"):
        // `General` holds no letter of a date, but an era (`ggge`) does.
        if bytes.starts(with: Array("eneral".utf8)) || bytes.starts(with: Array("ENERAL".utf8)) { bytes = bytes.dropFirst(6) }
      default:
        if "dmyhs".utf8.contains(byte | 0x20), found != .duration { found = .date }
      }
    }
    self = found
  }
}

/// The number formats of a workbook, by the style that cells name.
struct CellFormats {
  private var formats: [NumberFormat] = []

  /// Formats of a workbook without styles: all numbers.
  init() {}

  /// Reads the styles of a workbook.
  init(_ part: String, of archive: ZipArchive, limits: SheetLimits) throws(SheetFault) {
    let listener = Listener()
    try XMLWalk.read(part, of: archive, limits: limits, to: listener)
    var known: [Int: NumberFormat] = [:]
    formats = listener.styles.map { number in
      if let format = known[number] { return format }
      let format = listener.codes[number].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: number)
      known[number] = format
      return format
    }
  }

  /// The format of a style; a number's if there is no such style.
  subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }

  private final class Listener: XMLListener {
    var codes: [Int: String] = [:]
    var styles: [Int] = []
    private var isInCellFormats = false
    private var isInDifferences = false

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case "numFmt":
        // Formats of conditional formatting stand in `dxf` and are no cell's own.
        guard !isInDifferences, let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
          return
        }
        codes[number] = code
      case "dxfs": isInDifferences = true
      case "cellXfs": isInCellFormats = true
      case "xf":
        if isInCellFormats { styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
      default: break
      }
    }

    func end(_ name: XMLName) {
      if name == "cellXfs" { isInCellFormats = false }
      if name == "dxfs" { isInDifferences = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}
