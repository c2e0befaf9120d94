internal import RuleDiagnostics

/// Takes the cells of a worksheet as they come.
final class WorksheetListener: XMLListener {
  /// A number of more digits than a spreadsheet keeps, the first of its column.
  struct LongNumber {
    let row: Int
    let written: String
    let read: String
    /// Whether the shortest decimal is long as well.
    var staysLong: Bool
    var count = 1
  }

  private(set) var cells: SheetCells
  private(set) var merges: [MergedCells] = []
  /// What is wrong with single cells.
  private(set) var faults: [SheetFault] = []
  private(set) var faultCount = 0
  private(set) var longNumbers: [Int: LongNumber] = [:]
  private(set) var hiddenRows = 0

  private let limits: SheetLimits
  private let formats: CellFormats
  private let countsFrom1904: Bool

  private var isInData = false
  private var row = 0
  private var isHidden = false
  private var column = -1
  private var cell: Cell?
  /// How many elements are open within the cell.
  private var depth = 0
  private var isInInline = false
  private var isPhonetic = false
  private var takesText = false
  private var text: [UInt8] = []

  private struct Cell {
    let type: String?
    let style: Int
    var hasFormula = false
    var hasValue = false
  }

  init(_ shared: SharedStrings, _ formats: CellFormats, countsFrom1904: Bool, limits: SheetLimits) {
    cells = SheetCells(shared: shared.texts)
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
    self.limits = limits
  }

  private var place: SheetFault.Place { .cell(row: row, column: column) }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetFault) {
    guard cell == nil else {
      depth += 1
      beginInCell(name)
      return
    }
    switch name {
    case "c": if isInData { try beginCell(attributes) }
    case "row": if isInData { try beginRow(attributes) }
    case "sheetData": isInData = true
    case "mergeCell":
      guard !isInData, let merge = attributes["ref"].flatMap({ MergedCells($0) }) else { return }
      merges.append(merge)
      guard merges.count <= limits.merges else {
        throw .tooLarge(
          Words(
            id: "lembar ini memuat lebih dari \(limits.merges) sel gabungan", en: "this sheet holds over \(limits.merges) merged cells"))
      }
    default: break
    }
  }

  func end(_ name: XMLName) throws(SheetFault) {
    if cell != nil {
      guard depth == 0 else {
        depth -= 1
        endInCell(name)
        return
      }
      try endCell()
    } else if name == "row", isInData {
      let before = cells.rows.count
      cells.closeRow(row)
      if isHidden, cells.rows.count > before { hiddenRows += 1 }
    } else if name == "sheetData" {
      isInData = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetFault) {
    guard takesText else { return }
    text += bytes
    guard text.count <= 4 * limits.characters || countCharacters(text) <= limits.characters else { throw .longCell(limits, at: place) }
  }

  private func beginRow(_ attributes: XMLAttributes) throws(SheetFault) {
    let number = attributes.bytes("r").map { WorksheetListener.number($0) ?? 0 } ?? row + 1
    guard number > row else {
      throw .damaged(
        Words(id: "nomor baris tidak naik setelah baris \(row)", en: "the numbers of rows do not rise after row \(row)"))
    }
    guard number <= limits.rows else {
      throw .tooLarge(
        Words(
          id: "lembar ini punya baris \(number), paling banyak \(limits.rows)",
          en: "this sheet has a row \(number), at most \(limits.rows) are read"))
    }
    row = number
    column = -1
    isHidden = attributes.isTrue("hidden")
  }

  private func beginCell(_ attributes: XMLAttributes) throws(SheetFault) {
    var next = column + 1
    if let name = attributes.bytes("r") {
      guard let reference = CellReference(name), reference.row == row, reference.column >= next else {
        throw .damaged(
          Words(
            id: "sel `\(String(cString: name))` tidak pada tempatnya", en: "the cell `\(String(cString: name))` is out of its place"))
      }
      next = reference.column
    }
    guard next < limits.columns else {
      throw .tooLarge(
        Words(
          id: "lembar ini punya lebih dari \(limits.columns) kolom", en: "this sheet has over \(limits.columns) columns"),
        at: .cell(row: row, column: next))
    }
    column = next
    guard cells.cells.count < limits.cells else {
      throw .tooLarge(
        Words(
          id: "lembar ini memuat lebih dari \(limits.cells) sel berisi", en: "this sheet holds over \(limits.cells) cells with content"),
        at: place)
    }
    cell = Cell(type: attributes["t"], style: attributes.bytes("s").flatMap { WorksheetListener.number($0) } ?? 0)
    (depth, isInInline, isPhonetic) = (0, false, false)
    text.removeAll(keepingCapacity: true)
  }

  private func beginInCell(_ name: XMLName) {
    if depth == 1 {
      switch name {
      case "v":
        cell?.hasValue = true
        takesText = cell?.type != "inlineStr"
      case "f": cell?.hasFormula = true
      case "is": isInInline = cell?.type == "inlineStr"
      default: break
      }
    } else if isInInline {
      switch name {
      case "t": takesText = !isPhonetic
      case "rPh": isPhonetic = true
      default: break
      }
    }
  }

  private func endInCell(_ name: XMLName) {
    switch name {
    case "v", "t": takesText = false
    case "rPh": isPhonetic = false
    case "is": isInInline = false
    default: break
    }
  }

  /// Reads a whole number that ends with a zero; nil for anything else.
  private static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var (index, value) = (0, 0)
    while text[index] != 0 {
      let digit = Int(text[index]) - 48
      guard (0...9).contains(digit), index < 9 else { return nil }
      value = value * 10 + digit
      index += 1
    }
    return index == 0 ? nil : value
  }

  private func report(_ fault: SheetFault) {
    faultCount += 1
    if faults.count < DiagnosticLog.limit { faults.append(fault) }
  }

  private func endCell() throws(SheetFault) {
    guard let cell else { return }
    self.cell = nil
    takesText = false
    if cell.hasFormula, !cell.hasValue || (text.isEmpty && cell.type != "str") {
      report(.noResult(at: place))
      return
    }
    switch cell.type {
    case "s":
      guard cell.hasValue else { return }
      guard let number = Int(String(decoding: text, as: UTF8.self)), cells.append(shared: number, at: column) else {
        throw .damaged(
          Words(
            id: "sel ini menyebut teks nomor \(shown), yang tidak ada", en: "this cell names the text number \(shown), which is not there"),
          at: place)
      }
    case "inlineStr", "str":
      unescape(&text)
      cells.append(quoted: text, at: column)
    case "e", "d": cells.append(quoted: text, at: column)
    case "b": try endTruth()
    case nil, "n": endNumber(formats[cell.style])
    case let type?:
      throw .damaged(
        Words(id: "sel ini berjenis `\(type)`, yang tidak dikenal", en: "this cell has the type `\(type)`, which is not known"), at: place)
    }
    guard cells.ownBytes < Int(Int32.max) else {
      throw .tooLarge(Words(id: "lembar ini memuat terlalu banyak teks", en: "this sheet holds too much text"), at: place)
    }
  }

  /// The text of the cell for messages.
  private var shown: String { "`\(String(decoding: text.prefix(40), as: UTF8.self))`" }

  private func endTruth() throws(SheetFault) {
    switch String(decoding: text, as: UTF8.self) {
    case "": break
    case "1", "true": cells.append(plain: "true".utf8, at: column)
    case "0", "false": cells.append(plain: "false".utf8, at: column)
    default:
      throw .damaged(
        Words(id: "nilai benar atau salah ini tertulis \(shown)", en: "this truth value is written \(shown)"), at: place)
    }
  }

  private func endNumber(_ format: NumberFormat) {
    guard !text.isEmpty else { return }
    if format == .number, text.isShortNumber {
      cells.append(plain: text, at: column)
      return
    }
    let written = String(decoding: text, as: UTF8.self)
    guard var decimal = ExactDecimal(text), let number = Double(written), number.isFinite else {
      report(.notANumber(shown, at: place))
      return
    }
    if format == .date || format == .duration {
      let day = format == .date ? SerialDate.text(number, countsFrom1904: countsFrom1904) : SerialDate.duration(number)
      cells.append(quoted: Array((day ?? written).utf8), at: column)
      return
    }
    if decimal.significantDigits > 15, let shortest = ExactDecimal(number) {
      decimal = shortest
      note(written, decimal)
    }
    if format == .percent {
      cells.append(quoted: decimal.hundredfold.plain + Array(" %".utf8), at: column)
    } else {
      cells.append(plain: decimal.plain, at: column)
    }
  }

  private func note(_ written: String, _ decimal: ExactDecimal) {
    let staysLong = decimal.significantDigits > 15
    if var known = longNumbers[column], known.staysLong || !staysLong {
      known.count += 1
      longNumbers[column] = known
    } else {
      let count = longNumbers[column]?.count ?? 0
      longNumbers[column] = LongNumber(
        row: row, written: written, read: String(decoding: decimal.plain, as: UTF8.self), staysLong: staysLong, count: count + 1)
    }
  }
}

extension [UInt8] {
  /// Whether this is a decimal as it shall stand in CSV, of at most 15 digits: no exponent, no zeros too many, no `-0`.
  fileprivate var isShortNumber: Bool {
    guard count <= 16, let first else { return false }
    var digits = 0
    var points = 0
    for (index, byte) in enumerated() {
      switch byte {
      case UInt8(ascii: "-"): guard index == 0 else { return false }
      case UInt8(ascii: "."):
        guard points == 0, digits > 0 else { return false }
        points = 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      default: return false
      }
    }
    let start = first == UInt8(ascii: "-") ? 1 : 0
    guard digits > 0, digits <= 15, last != UInt8(ascii: ".") else { return false }
    if self[start] != UInt8(ascii: "0") { return true }
    return count == 1 || (start == 0 && self[1] == UInt8(ascii: "."))
  }
}

extension SheetFault {
  /// A formula whose result nobody saved.
  static func noResult(at place: Place) -> SheetFault {
    SheetFault(
      .sheetCell, at: place, Words(id: "sel ini memuat rumus tanpa hasil", en: "this cell holds a formula without its result"),
      help: Words(
        id: "buka dan simpan berkas ini dengan Excel atau LibreOffice, atau ganti rumus dengan nilainya",
        en: "open and save the file in Excel or LibreOffice, or replace the formula by its value"))
  }

  /// A number cell that holds none.
  static func notANumber(_ text: String, at place: Place) -> SheetFault {
    SheetFault(
      .sheetCell, at: place, Words(id: "sel angka ini berisi \(text)", en: "this cell should hold a number but holds \(text)"),
      help: Words(id: "tulis angkanya sekali lagi di lembar itu", en: "enter the number in the sheet once more"))
  }
}
