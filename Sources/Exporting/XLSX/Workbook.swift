internal import CLinux
internal import CXLSXWriter
internal import Glibc
internal import RuleDiagnostics

/// A workbook that is being written, into memory.
///
/// INVARIANT: rows of a sheet are written from the top down, once each: libxlsxwriter forgets a row when the next begins.
final class Workbook {
  /// The largest sheet that spreadsheets open.
  static let mostRows = 1_048_576
  /// The longest text of a cell, in UTF-16 units.
  static let longestText = 32_767

  typealias Format = UnsafeMutablePointer<lxw_format>
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  private let memory: Int32
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isClosed = false

  init() throws(ExportProblem) {
    memory = timbang_memory_file()
    guard memory >= 0 else { throw ExportProblem.library("memfd_create", String(cString: strerror(errno))) }
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt("/proc/self/fd/\(memory)", &options) else {
      close(memory)
      throw ExportProblem.library("libxlsxwriter", "workbook_new")
    }
    self.book = book
    var properties = lxw_doc_properties()
    // The same results are the same bytes: no clock.
    properties.created = 315_532_800
    workbook_set_properties(book, &properties)
  }

  deinit {
    if !isClosed { lxw_workbook_free(book) }
    close(memory)
  }

  func format(_ prepare: (Format) -> Void) throws(ExportProblem) -> Format {
    guard let format = workbook_add_format(book) else { throw ExportProblem.library("libxlsxwriter", "workbook_add_format") }
    prepare(format)
    return format
  }

  func sheet(_ name: String) throws(ExportProblem) -> Sheet {
    guard let sheet = workbook_add_worksheet(book, name) else { throw ExportProblem.library("libxlsxwriter", "workbook_add_worksheet") }
    return sheet
  }

  /// Ends the workbook and returns its bytes.
  func bytes() throws(ExportProblem) -> [UInt8] {
    isClosed = true
    try check(workbook_close(book))
    var state = stat()
    guard fstat(memory, &state) == 0 else { throw ExportProblem.library("fstat", String(cString: strerror(errno))) }
    let size = Int(state.st_size)
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      let count = bytes.withUnsafeMutableBytes { pread(memory, $0.baseAddress.map { $0 + done }, size - done, off_t(done)) }
      guard count > 0 else { throw ExportProblem.library("pread", String(cString: strerror(errno))) }
      done += count
    }
    return bytes
  }

  func check(_ error: lxw_error) throws(ExportProblem) {
    guard error != LXW_NO_ERROR else { return }
    throw ExportProblem.library("libxlsxwriter", String(cString: lxw_strerror(error)))
  }
}
