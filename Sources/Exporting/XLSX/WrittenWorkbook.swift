internal import CZip
internal import Glibc
internal import RuleDiagnostics

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
    let broken: String? = bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error) else { return "zip" }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        return "zip"
      }
      defer { zip_discard(archive) }
      var found = 0
      for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
        guard let name = zip_get_name(archive, index, 0).map({ String(cString: $0) }), let part = WrittenWorkbook.read(index, in: archive)
        else { return "zip" }
        guard WrittenWorkbook.isWhole(part) else { return name }
        guard name.hasPrefix("xl/worksheets/sheet") else { continue }
        guard let number = Int(name.dropFirst(19).prefix { $0 != "." }), sheets.indices.contains(number - 1) else { return name }
        let extent = Extent(rows: WrittenWorkbook.count("<row ", in: part), cells: WrittenWorkbook.count("<c r=", in: part))
        guard extent == sheets[number - 1] else { return name }
        found += 1
      }
      return found == sheets.count ? nil : "xl/worksheets"
    }
    if let broken { throw ExportProblem.library("libxlsxwriter", "\(broken): incomplete") }
  }

  private static func read(_ index: UInt64, in archive: OpaquePointer) -> [UInt8]? {
    var state = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &state) == 0, let file = zip_fopen_index(archive, index, 0) else { return nil }
    defer { zip_fclose(file) }
    var part = [UInt8](repeating: 0, count: Int(state.size))
    let count = part.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
    return count == Int64(part.count) ? part : nil
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
