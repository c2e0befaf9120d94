internal import RuleDiagnostics

/// The parts of a workbook that matter here: its sheets, texts and formats.
struct WorkbookParts {
  /// A sheet as the workbook lists it.
  struct Entry {
    let name: String
    let isHidden: Bool
    let part: String
  }

  private(set) var sheets: [Entry] = []
  /// Whether days count from 1904, as in workbooks from old Macintoshes.
  private(set) var countsFrom1904 = false
  let sharedStrings: String?
  let styles: String?

  /// Finds the parts; throws if this is no workbook.
  init(_ archive: ZipArchive, limits: SheetLimits) throws(SheetFault) {
    let top = try Relationships(of: nil, in: archive, limits: limits)
    guard let workbook = top.first("officeDocument"), archive.has(workbook) else { throw SheetFault.otherZip(archive) }
    if workbook.lowercased().hasSuffix(".bin") { throw SheetFault.binaryWorkbook }
    let parts = try Relationships(of: workbook, in: archive, limits: limits)
    sharedStrings = parts.first("sharedStrings")
    styles = parts.first("styles")
    let listener = Listener()
    try XMLWalk.read(workbook, of: archive, limits: limits, to: listener)
    guard listener.isWorkbook else { throw SheetFault.otherZip(archive) }
    countsFrom1904 = listener.countsFrom1904
    for sheet in listener.sheets {
      // Sheets that hold only a chart have another kind.
      guard let entry = parts.entries.first(where: { $0.id == sheet.id }), entry.kind == "worksheet" else { continue }
      sheets.append(Entry(name: sheet.name, isHidden: sheet.isHidden, part: entry.part))
    }
  }

  private final class Listener: XMLListener {
    var isWorkbook = false
    var countsFrom1904 = false
    var sheets: [(name: String, id: String, isHidden: Bool)] = []

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case "workbook": isWorkbook = true
      case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
      case "sheet":
        guard let title = attributes["name"], let id = attributes["id"] else { return }
        sheets.append((title, id, (attributes["state"] ?? "visible") != "visible"))
      default: break
      }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

extension WorkbookParts {
  /// Chooses the sheet of that name, or the first visible one.
  func choose(_ name: String?) throws(SheetFault) -> Entry {
    let list = sheets.map { "`\($0.name)`" }.joined(separator: ", ")
    let help = sheets.isEmpty ? SheetFault.askForWorkbook : Words(id: "yang ada: \(list)", en: "there are: \(list)")
    guard let name else {
      if let first = sheets.first(where: { !$0.isHidden }) { return first }
      throw SheetFault(
        .sheetNotFound, Words(id: "buku kerja ini tidak punya lembar yang tampak", en: "this workbook has no visible sheet"),
        help: sheets.isEmpty
          ? SheetFault.askForWorkbook : Words(id: "sebut salah satu dengan `--sheet`: \(list)", en: "name one by `--sheet`: \(list)"))
    }
    if let sheet = sheets.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return sheet }
    // Excel allows no two sheets whose names differ only in case.
    let alike = sheets.filter { $0.name.lowercased() == name.lowercased() }
    if alike.count == 1 { return alike[0] }
    throw .noSheet(
      name,
      help: nearestName(to: name, among: sheets.map(\.name)).map { near in
        Words(id: "maksudnya `\(near)`? yang ada: \(list)", en: "did you mean `\(near)`? there are: \(list)")
      } ?? help)
  }

  /// What was read and what was not, if nobody named the sheet and there are several.
  func note(on chosen: Entry) -> Words? {
    let others = sheets.filter { $0.part != chosen.part }
    guard !others.isEmpty else { return nil }
    let list = { (hidden: String) in others.map { "`\($0.name)`" + ($0.isHidden ? " (\(hidden))" : "") }.joined(separator: ", ") }
    return Words(
      id: "lembar `\(chosen.name)` dibaca; buku kerja ini juga memuat \(list("tersembunyi"))",
      en: "read the sheet `\(chosen.name)`; the workbook also holds \(list("hidden"))")
  }
}

extension SheetFault {
  /// A name that no sheet has.
  static func noSheet(_ name: String, help: Words?) -> SheetFault {
    SheetFault(.sheetNotFound, Words(id: "tidak ada lembar `\(name)`", en: "there is no sheet `\(name)`"), help: help)
  }

  /// A workbook in Excel's binary form.
  static let binaryWorkbook = SheetFault(
    .notCSV, Words(id: "ini buku kerja biner Excel (.xlsb)", en: "this is a binary Excel workbook (.xlsb)"), help: saveAsWorkbook)

  /// A zip that is no workbook, called by what it is.
  static func otherZip(_ archive: ZipArchive) -> SheetFault {
    let names = archive.names
    let holds = { (ending: String) in names.contains { $0.hasSuffix(ending) } }
    if let kind = archive.mimeType {
      if kind.hasSuffix("spreadsheet") || kind.hasSuffix("spreadsheet-template") {
        return SheetFault(
          .notCSV, Words(id: "ini lembar sebar OpenDocument (.ods)", en: "this is an OpenDocument spreadsheet (.ods)"), help: saveAsWorkbook
        )
      }
      return SheetFault(
        .notCSV, Words(id: "ini berkas OpenDocument, bukan lembar sebar", en: "this is an OpenDocument file, but no spreadsheet"),
        help: askForWorkbook)
    }
    if holds(".iwa") || names.contains("Index.zip") {
      return SheetFault(
        .notCSV, Words(id: "ini lembar sebar Apple Numbers (.numbers)", en: "this is an Apple Numbers spreadsheet (.numbers)"),
        help: Words(
          id: "dalam Numbers: File, Export To, Excel, lalu berikan berkas .xlsx itu",
          en: "in Numbers: File, Export To, Excel, and give that .xlsx file"))
    }
    if names.contains(where: { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") }) {
      return SheetFault(
        .notCSV, Words(id: "ini dokumen Word atau PowerPoint, bukan buku kerja", en: "this is a Word or PowerPoint file, but no workbook"),
        help: askForWorkbook)
    }
    if names.contains(where: { $0.hasPrefix("xl/") }) {
      return .damaged(Words(id: "daftar bagiannya tidak ada", en: "the list of its parts is missing"))
    }
    return SheetFault(
      .notCSV, Words(id: "ini arsip zip, bukan buku kerja", en: "this is a zip archive, but no workbook"),
      help: Words(id: "bongkar, lalu berikan berkas di dalamnya", en: "unpack it and give the files inside"))
  }

  /// The remedy for spreadsheets of other programs.
  static let saveAsWorkbook = Words(
    id: "buka, lalu simpan sebagai `Excel Workbook (.xlsx)` atau CSV UTF-8",
    en: "open it and save it as `Excel Workbook (.xlsx)` or as CSV UTF-8")

  /// The remedy for files that hold no table.
  static let askForWorkbook = Words(id: "minta datanya sebagai .xlsx atau CSV UTF-8", en: "ask for the data as .xlsx or CSV UTF-8")
}

extension ZipArchive {
  /// The kind of an OpenDocument file, which its first part names; nil for any other.
  fileprivate var mimeType: String? {
    guard has("mimetype") else { return nil }
    var text: [UInt8] = []
    do throws(SheetFault) {
      try read("mimetype") { bytes, _ in if text.count < 200 { text += bytes } }
    } catch {
      return nil
    }
    return String(decoding: text.prefix(200), as: UTF8.self).filter { !$0.isWhitespace }
  }
}
