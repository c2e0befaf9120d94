internal import RuleDiagnostics

/// Reads the rows of one stretch of a file that begins and ends with a row, as long as they are sound.
struct StretchReader {
  let draft: StretchDraft
  let columns: ObservationColumns
  /// How many cells a row has.
  let width: Int
  /// Whether another stretch follows or comes before, so that a quote, which may hide line ends, ends the reading.
  let isShared: Bool
  /// The line ends of the header and of rows that were looked at closely.
  private(set) var ends: LineEnds
  /// How many rows hold a value of a field that stands on no rung of the ladder.
  private(set) var looseValues = 0

  init(_ draft: StretchDraft, _ columns: ObservationColumns, _ header: LineEnds, width: Int, isShared: Bool) {
    self.draft = draft
    self.columns = columns
    self.width = width
    self.isShared = isShared
    ends = header
  }

  /// The largest row that is looked at closely, and the most that may stand behind the last line end.
  private static let longestRow = 1 << 20

  /// Reads all rows that begin in `range`; false if one of them is not sound.
  mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    let end = lastLineEnd(in: bytes, offset..<max(offset, min(range.upperBound, bytes.count - StretchDraft.margin)))
    while offset < end {
      offset = draft.run(bytes, from: offset, to: end)
      guard offset < end else { break }
      guard let next = take(bytes, at: offset) else { return false }
      offset = next
    }
    guard range.upperBound == bytes.count else { return offset == range.upperBound }
    return readLast(bytes, from: offset)
  }

  /// The offset behind the last line end in `range`; its lower bound if there is none.
  private func lastLineEnd(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    return max(end, range.lowerBound)
  }

  /// Reads the rows too near to the end of the file to be read in place.
  private mutating func readLast(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    guard start < bytes.count else { return true }
    guard bytes.count - start <= StretchReader.longestRow, bytes[bytes.count - 1] != UInt8(ascii: "\r") else { return false }
    var rows = copy(bytes, start..<bytes.count)
    let hasEnd = rows.last == UInt8(ascii: "\n")
    // The line end that is added is one that the file has already.
    if !hasEnd { rows += ends.hasCRLF ? [UInt8(ascii: "\r"), UInt8(ascii: "\n")] : [UInt8(ascii: "\n")] }
    let count = rows.count
    rows += repeatElement(0, count: StretchDraft.margin)
    var offset = 0
    while offset < count {
      offset = draft.run(rows.span, from: offset, to: count)
      guard offset < count else { break }
      guard let next = take(bytes, at: start + offset) else { return false }
      offset = next == bytes.count ? count : next - start
    }
    return true
  }

  private func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    bytes.extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}

extension StretchReader {
  /// Takes the row at `offset` cell by cell; returns where the next one begins, nil if the row is not sound. `size` are the bytes that are
  /// looked at first.
  private mutating func take(_ bytes: Span<UInt8>, at offset: Int, size: Int = 1 << 12) -> Int? {
    let window = copy(bytes, offset..<min(offset + size, bytes.count))
    var scanner = CSVScanner(window, separator: draft.shape.separator, from: 0, line: 0)
    var row = CSVRow()
    guard scanner.next(into: &row) else { return bytes.count }
    guard scanner.offset < window.count || offset + size >= bytes.count else {
      return size < StretchReader.longestRow ? take(bytes, at: offset, size: size * 16) : nil
    }
    guard take(row, in: window) else { return nil }
    draft.skip(lines: scanner.line)
    ends = ends.union(LineEnds(scanner))
    return offset + scanner.offset
  }

  private func isSound(_ row: CSVRow, in bytes: [UInt8]) -> Bool {
    let isQuoted = row.cells.contains(where: \.isQuoted)
    return row.problem == nil && !(isShared && isQuoted) && (try? UTF8Span(validating: bytes.span.extracting(row.outer))) != nil
  }

  private mutating func take(_ row: CSVRow, in bytes: [UInt8]) -> Bool {
    guard isSound(row, in: bytes) else { return false }
    if row.isBlank { return true }
    guard row.count == width, let field = draft.field(named: row.cells[columns.field].text(in: bytes)),
      let place = entity(row, in: bytes)
    else { return false }
    let value = row.cells[columns.value]
    // A line end before the text sets it apart from all that a plain row can hold.
    let text = draft.use([UInt8(ascii: "\n")] + value.text(in: bytes), in: field)
    guard let rung = draft.shape.fields[field].rung else {
      if !value.isEmpty { looseValues += 1 }
      return true
    }
    let isPlaced = rung == place.rung && columns.otherRungs.allSatisfy { row.cells[$0].isEmpty }
    return isPlaced && draft.fill(field, of: place.entity, with: text, lines: value.line)
  }

  private func entity(_ row: CSVRow, in bytes: [UInt8]) -> (rung: Int, entity: Int)? {
    var place: (rung: Int, entity: Int)?
    for (rung, column) in columns.rungs.enumerated() where !row.cells[column].isEmpty {
      guard rung == (place.map { $0.rung + 1 } ?? 0),
        let entity = draft.entity(row.cells[column].text(in: bytes), below: place?.entity ?? 0, on: rung)
      else { return nil }
      place = (rung, entity)
    }
    return place
  }
}
