internal import CXLSXWriter
public import RuleDiagnostics
internal import RuleModel

/// Lays tables of results out as a workbook, a sheet for each.
///
/// Text is always written as text, numbers as numbers with a format of their decimals. Nothing is ever written as a formula or a link.
public struct XLSXFile {
  private let results: ResultTables
  private let language: Language

  /// Prepares to write.
  public init(_ results: ResultTables, language: Language) {
    self.results = results
    self.language = language
  }

  /// Returns the file; throws what a sheet cannot hold. Complexity: linear in the number of cells.
  public func bytes() throws(ExportProblem) -> [UInt8] {
    let book = try Workbook()
    let formats = try WorkbookFormats(book, for: results)
    var extents: [WrittenWorkbook.Extent] = []
    for table in results.tables {
      var sheet = try SheetLayout(table, of: results, in: book, formats, language)
      try sheet.write()
      extents.append(sheet.extent)
    }
    let bytes = try book.bytes()
    try WrittenWorkbook(bytes).check(extents)
    return bytes
  }
}

/// The formats of a workbook; the library wants each made once.
struct WorkbookFormats {
  let heading: Workbook.Format
  let whole: Workbook.Format
  /// Text that stands to the right of a number.
  let aside: Workbook.Format
  private var decimals: [Int: Workbook.Format] = [:]
  private var zones: [ZoneLook: Workbook.Format] = [:]

  init(_ book: Workbook, for results: ResultTables) throws(ExportProblem) {
    heading = try book.format {
      format_set_bold($0)
      format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_text_wrap($0)
      format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    aside = try book.format { format_set_indent($0, 1) }
    whole = try book.format { format_set_num_format($0, "0") }
    let places = Set(results.runs.map(\.edition.publishedPlaces) + [2])
    for places in places.sorted() {
      decimals[places] = try book.format {
        format_set_num_format($0, places == 0 ? "0" : "0." + String(repeating: "0", count: places))
      }
    }
    for colour in results.runs.flatMap(\.edition.zones.colours) {
      let look = ZoneLook(colour: colour)
      guard zones[look] == nil else { continue }
      zones[look] = try book.format { look.apply(to: $0) }
    }
  }

  func decimal(_ places: Int) -> Workbook.Format? { decimals[places] }
  func zone(_ look: ZoneLook) -> Workbook.Format? { zones[look] }
}

extension ZoneLook {
  fileprivate func apply(to format: Workbook.Format) {
    format_set_font_color(format, text)
    format_set_bold(format)
    switch pattern {
    case .solid:
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, ground)
    case .diagonal, .crossHatch:
      format_set_pattern(format, UInt8((pattern == .diagonal ? LXW_PATTERN_LIGHT_UP : LXW_PATTERN_LIGHT_TRELLIS).rawValue))
      format_set_bg_color(format, ground)
      format_set_fg_color(format, lines)
    }
  }
}
