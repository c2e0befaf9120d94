/// The cells of a sheet that hold something, row by row, each already written as a cell of CSV.
struct SheetCells {
  /// Where the text of a cell stands.
  struct Cell {
    let column: Int32
    /// Whether it is one of the shared texts.
    let isShared: Bool
    /// The number of the shared text, or where its own text begins.
    let start: Int32
    /// The length of its own text; zero for a cell that does not count.
    var length: Int32
  }

  /// A row with at least one cell.
  struct Row {
    let number: Int
    let cells: Range<Int>
  }

  private(set) var rows: [Row] = []
  var cells: [Cell] = []
  private var own: [UInt8] = []
  private let shared: CellTexts

  init(shared: CellTexts) {
    self.shared = shared
  }

  /// How many bytes the cells' own texts take.
  var ownBytes: Int { own.count }

  /// Ends a row: all cells since the last one are its own.
  mutating func closeRow(_ number: Int) {
    let start = rows.last?.cells.upperBound ?? 0
    if start < cells.count { rows.append(Row(number: number, cells: start..<cells.count)) }
  }

  /// Adds one of the shared texts as a cell; false if there is none of that number.
  mutating func append(shared number: Int, at column: Int) -> Bool {
    guard number >= 0, number < shared.count else { return false }
    if !shared.range(number).isEmpty {
      cells.append(Cell(column: Int32(column), isShared: true, start: Int32(number), length: 1))
    }
    return true
  }

  /// Adds a number or a truth value, as it is written.
  mutating func append(plain text: some Collection<UInt8>, at column: Int) {
    guard !text.isEmpty else { return }
    cells.append(Cell(column: Int32(column), isShared: false, start: Int32(own.count), length: Int32(text.count)))
    own += text
  }

  /// Adds a text, quoted.
  mutating func append(quoted text: some Collection<UInt8>, at column: Int) {
    guard !text.isEmpty else { return }
    let start = own.count
    appendQuoted(text, to: &own)
    cells.append(Cell(column: Int32(column), isShared: false, start: Int32(start), length: Int32(own.count - start)))
  }

  /// The text of a cell as CSV.
  func text(_ cell: Cell) -> ArraySlice<UInt8> {
    guard cell.length > 0 else { return [] }
    return cell.isShared ? shared.bytes[shared.range(Int(cell.start))] : own[Int(cell.start)..<Int(cell.start + cell.length)]
  }

  /// Whether a cell holds text, not a number or a truth value.
  func isText(_ cell: Cell) -> Bool { text(cell).first == UInt8(ascii: "\"") }

  /// The rows within some numbers. Complexity: logarithmic in the number of rows.
  func rows(in numbers: ClosedRange<Int>) -> ArraySlice<Row> {
    let start = firstRow(from: numbers.lowerBound)
    return rows[start..<max(start, firstRow(from: numbers.upperBound + 1))]
  }

  private func firstRow(from number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The numbers of the columns in which some cell holds something, in order.
  var usedColumns: [Int] {
    var columns: Set<Int32> = []
    for cell in cells where cell.length > 0 { columns.insert(cell.column) }
    return columns.map(Int.init).sorted()
  }

  /// The rows as lines of CSV, a line for each from 1 on, all with the same columns.
  func csv(_ columns: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(own.count + cells.count * 8)
    var next = 1
    for row in rows {
      while next < row.number {
        bytes.append(UInt8(ascii: "\n"))
        next += 1
      }
      next += 1
      guard row.cells.contains(where: { cells[$0].length > 0 }) else {
        bytes.append(UInt8(ascii: "\n"))
        continue
      }
      var cell = row.cells.lowerBound
      for (position, column) in columns.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        guard cell < row.cells.upperBound, cells[cell].column <= column else { continue }
        // A column that is left out stands between.
        while cell < row.cells.upperBound, cells[cell].column < column { cell += 1 }
        guard cell < row.cells.upperBound, cells[cell].column == column else { continue }
        bytes += text(cells[cell])
        cell += 1
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
