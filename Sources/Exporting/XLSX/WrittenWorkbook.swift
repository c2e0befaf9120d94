internal import Glibc
internal import RuleDiagnostics
internal import Spreadsheets

/// A finished workbook, read back.
///
/// libxlsxwriter puts what it writes into temporary files and does not look whether the disk was full: it then ends well and leaves rows
/// out. So nothing is handed over before every row and cell is found in it again.
struct WrittenWorkbook {
  /// How much a sheet holds.
  struct Extent: Equatable {
    var rows = 0
    var cells = 0
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Throws unless the sheets hold what was written into them, and every other part is whole. Complexity: linear in what they hold.
  func check(_ sheets: [Extent]) throws(ExportProblem) {
    let broken = bytes.withUnsafeBufferPointer { bytes -> String? in
      do throws(SheetFault) {
        return try ZipArchive.with(bytes, limits: .unlimitedParts) { archive throws(SheetFault) in
          try WrittenWorkbook.firstBroken(in: archive, sheets)
        }
      } catch {
        return "zip"
      }
    }
    if let broken { throw ExportProblem.library("libxlsxwriter", "\(broken): incomplete") }
  }

  /// The first part that is not as it was written; nil if all are.
  private static func firstBroken(in archive: ZipArchive, _ sheets: [Extent]) throws(SheetFault) -> String? {
    var found = 0
    for name in archive.names {
      var part: [UInt8] = []
      try archive.read(name) { bytes, _ in part += bytes }
      guard isWhole(part) else { return name }
      guard name.hasPrefix("xl/worksheets/sheet") else { continue }
      guard let number = Int(name.dropFirst(19).prefix { $0 != "." }), sheets.indices.contains(number - 1) else { return name }
      guard Extent(rows: count("<row ", in: part), cells: count("<c r=", in: part)) == sheets[number - 1] else { return name }
      found += 1
    }
    return found == sheets.count ? nil : "xl/worksheets"
  }

  /// Whether an XML document ends with its first element.
  private static func isWhole(_ part: [UInt8]) -> Bool {
    let tags = part.prefix(400).split(separator: UInt8(ascii: "<"), maxSplits: 2)
    // Before the first element stands the declaration.
    guard tags.count > 1 else { return false }
    let name = tags[1].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    let end = Array("</".utf8) + name + Array(">".utf8)
    return part.suffix(end.count + 1).filter { $0 != UInt8(ascii: "\n") }.suffix(end.count).elementsEqual(end)
  }

  /// How often a mark occurs in a part that holds no byte 0.
  private static func count(_ mark: String, in part: [UInt8]) -> Int {
    (part + [0]).withUnsafeBytes { buffer in
      guard var place = buffer.bindMemory(to: CChar.self).baseAddress else { return 0 }
      var count = 0
      while let next = strstr(place, mark) {
        count += 1
        place = UnsafePointer(next) + mark.utf8.count
      }
      return count
    }
  }
}
