internal import RuleDiagnostics
internal import RuleModel

/// How the numbers of each column of a file are written.
struct NumberStyles {
  /// How all numbers of the file are written, but for the texts of a sheet.
  let file: NumberStyle
  private let isSheet: Bool
  /// What was said of the marks; nil if they are detected.
  private let said: NumberStyle?
  /// The columns of a sheet in which some text is a number with a decimal comma.
  private(set) var commaColumns: Set<Int> = []
  /// The fields of a file without semicolons whose points may group thousands.
  private var doubtedFields: Set<Int> = []

  /// A cell that holds a number.
  typealias NumberCell = (cell: CSVCell, column: Int, field: Int)

  /// The cells of a row that hold numbers.
  typealias NumberCells = (_ row: CSVRow, _ fields: inout FieldCatalogue) -> [NumberCell]

  /// Looks through the rows of a file whose marks may mean two things; the others are not read for it.
  init(of table: CSVTable, _ draft: ObservationDraft, in cells: NumberCells) {
    isSheet = table.dialect.isSheet
    said = NumberStyle(table.file.form)
    var dialect = table.dialect
    let bytes = table.file.bytes
    let mark = isSheet || dialect.separator == .semicolon ? UInt8(ascii: ",") : UInt8(ascii: ".")
    if said == nil, bytes.contains(mark) {
      var evidence: [Int: PointEvidence] = [:]
      var (ahead, fields, unheard, row) = (table, draft.fields, DiagnosticLog(), CSVRow())
      scan: while ahead.next(into: &row, log: &unheard) {
        for (cell, column, field) in cells(row, &fields) where cell.isQuoted || !isSheet {
          guard let text = DecimalText(bytes.span.extracting(cell.start..<cell.end)) else { continue }
          if mark == UInt8(ascii: ".") {
            evidence[field, default: PointEvidence()].take(text)
          } else if text.mark == .comma {
            commaColumns.insert(column)
            if !isSheet { break scan }
          }
        }
      }
      doubtedFields = Set(evidence.filter(\.value.leavesDoubt).keys)
    }
    dialect.usesDecimalComma = !isSheet && !commaColumns.isEmpty
    file = said ?? NumberStyle(dialect)
  }

  /// Whether decimal commas were found, or said to be there.
  var usesDecimalComma: Bool {
    if case .said(.comma, _) = file { return true }
    return file == .commaBetweenSemicolons
  }

  /// How the number in a cell is written.
  func style(of cell: CSVCell, in column: Int, for field: Int) -> NumberStyle {
    guard isSheet else { return doubtedFields.contains(field) ? .pointInDoubt : file }
    return cell.isQuoted ? said ?? .textInSheet(usesComma: commaColumns.contains(column)) : .point
  }
}

/// A number that is written as somebody said that numbers are.
enum SaidNumber {
  /// Returns the number with a decimal point and without marks between thousands; nil if it is not written so.
  static func plain(_ text: some Collection<UInt8>, _ decimal: TableForm.DecimalMark, _ group: TableForm.GroupMark?) -> [UInt8]? {
    var rest = Array(text)
    if group == .blank {
      for blank in [[0xC2, 0xA0], [0xE2, 0x80, 0xAF]] as [[UInt8]] { rest = rest.replacing(blank, with: [UInt8(ascii: " ")]) }
    }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let pieces = rest.split(separator: decimal.rawValue, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first else { return nil }
    var whole = Array(first)
    if let group, whole.contains(group.rawValue) {
      let groups = whole.split(separator: group.rawValue, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
      whole = Array(groups.joined())
    }
    guard whole.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    let plain = (isNegative ? [UInt8(ascii: "-")] : []) + whole + (pieces.count == 2 ? [UInt8(ascii: ".")] + pieces[1] : [])
    return DecimalText(plain.span).map { $0.mark == .comma } == false ? plain : nil
  }
}
