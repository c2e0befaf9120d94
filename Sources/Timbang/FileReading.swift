internal import Glibc
public import RuleDiagnostics

/// Why a file could not be read.
public struct FileReadingError: Error, Sendable {
  /// The file as the user named it.
  public let path: String
  /// What kind of fault it is.
  public let code: DiagnosticCode
  /// What the system says, or what is wrong with the file.
  public let reason: Words
  /// Where reading ended because what is there can be no text; nil if the system could not read on.
  public let place: SourceRange?

  init(path: String, _ code: DiagnosticCode = .fileUnreadable, reason: Words, at place: SourceRange? = nil) {
    self.path = path
    self.code = code
    self.reason = reason
    self.place = place
  }
}

/// What a file is read for, which decides how large it may be.
public enum ReadingPurpose: Sendable {
  /// Rules, tests, registers and profiles, which people write.
  case rules
  /// Observations, directories and published scores.
  case table
}

/// Reads a whole file, or standard input for `-`, as it was at one moment.
///
/// A file that changes while it is read is read again, and refused if it never rests. What is returned does not change any more, so what is
/// digested is what is used. Complexity: linear in its size; what is refused for its size or for a line without an end is not read to its end.
public func readFile(_ path: String, for purpose: ReadingPurpose = .rules) throws(FileReadingError) -> SourceFile {
  let reading = FileReading(path: path, purpose: purpose)
  guard path != "-" else { return SourceFile(name: "-", bytes: try reading.bytes(of: STDIN_FILENO)) }
  var info = stat()
  guard stat(path, &info) == 0 else { throw reading.refusedBySystem }
  guard info.st_mode & S_IFMT != S_IFDIR else {
    throw FileReadingError(path: path, reason: Words(id: "ini folder, bukan berkas", en: "this is a folder, not a file"))
  }
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw reading.refusedBySystem }
  defer { close(file) }
  return SourceFile(name: path, bytes: try reading.bytes(of: file))
}

/// One reading of a file.
private struct FileReading {
  let path: String
  let purpose: ReadingPurpose

  /// How often a file that changes is read before it is refused.
  private static let attempts = 5
  /// How much is read at once.
  private static let piece = 1 << 20
  /// A file up to this size is read before it is looked at; of a larger one nobody should have to wait for the end to hear that it is none.
  private static let unwatched = 16 << 20

  /// What the system says about the call that failed last.
  var refusedBySystem: FileReadingError { FileReadingError(path: path, reason: SystemError().reason) }

  func bytes(of file: Int32) throws(FileReadingError) -> [UInt8] {
    var before = stat()
    guard fstat(file, &before) == 0 else { throw refusedBySystem }
    // Files of the system that are made when they are read say that they are empty.
    guard before.st_mode & S_IFMT == S_IFREG, before.st_size > 0 else { return try stream(file) }
    let start = lseek(file, 0, SEEK_CUR)
    for _ in 0..<FileReading.attempts {
      try checkSize(Int(before.st_size))
      let bytes = try regular(file, expecting: Int(before.st_size) - Int(max(start, 0)))
      var after = stat()
      guard fstat(file, &after) == 0 else { throw refusedBySystem }
      if let bytes, isSame(before, after) { return bytes }
      before = after
      guard lseek(file, start, SEEK_SET) >= 0 else { throw refusedBySystem }
    }
    throw FileReadingError(
      path: path,
      reason: Words(
        id: "berkas ini terus berubah selagi dibaca; jalankan lagi setelah selesai ditulis",
        en: "the file keeps changing while it is read; run this again when it has been written"))
  }

  private func isSame(_ one: stat, _ other: stat) -> Bool {
    one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec && one.st_mtim.tv_nsec == other.st_mtim.tv_nsec
      && one.st_ctim.tv_sec == other.st_ctim.tv_sec && one.st_ctim.tv_nsec == other.st_ctim.tv_nsec
  }

  private func checkSize(_ size: Int) throws(FileReadingError) {
    switch purpose {
    case .rules:
      let most = Limit.ruleFile.value
      guard size > most else { return }
      throw refused(
        .tooLarge, Words(id: "berkas berisi \(size) byte, batasnya \(most)", en: "the file has \(size) bytes, the limit is \(most)"))
    case .table:
      guard size > Limit.dataFile.value else { return }
      throw refused(.fileUnreadable, Words(id: "berkas lebih besar daripada 4 GiB", en: "the file is larger than 4 GiB"))
    }
  }

  private func refused(_ code: DiagnosticCode, _ reason: Words, at place: Position = .start) -> FileReadingError {
    FileReadingError(path: path, code, reason: reason, at: SourceRange(file: path, at: place))
  }

  /// Reads so many bytes; nil if there are fewer or more.
  private func regular(_ file: Int32, expecting size: Int) throws(FileReadingError) -> [UInt8]? {
    guard size > 0 else { return nil }
    var failure: FileReadingError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      askForLargePages(UnsafeMutableRawBufferPointer(buffer))
      var watch = RowWatch()
      while count < size {
        let done = read(file, buffer.baseAddress.map { $0 + count }, min(FileReading.piece, size - count))
        if done < 0, errno == EINTR { continue }
        if done < 0 { failure = refusedBySystem }
        guard done > 0 else { return }
        count += done
        let found = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
        failure = size > FileReading.unwatched ? watch.look(at: found, self) : nil
        if failure != nil { return }
      }
    }
    if let failure { throw failure }
    return bytes.count == size ? bytes : nil
  }

  /// Pages of two megabytes are given and returned faster; a system that has none goes on with small ones.
  private func askForLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    let page = 1 << 21
    guard let base = buffer.baseAddress, buffer.count >= 2 * page else { return }
    let start = (UInt(bitPattern: base) + UInt(page) - 1) & ~UInt(page - 1)
    let end = (UInt(bitPattern: base) + UInt(buffer.count)) & ~UInt(page - 1)
    guard end > start, let first = UnsafeMutableRawPointer(bitPattern: start) else { return }
    madvise(first, Int(end - start), MADV_HUGEPAGE)
  }

  /// Reads a pipe or a device to its end.
  private func stream(_ file: Int32) throws(FileReadingError) -> [UInt8] {
    let most = purpose == .rules ? Limit.ruleFile.value : Limit.stream.value
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refusedBySystem }
      guard count > 0 else { return bytes }
      if bytes.isEmpty, piece[..<count].allSatisfy({ $0 == 0 }) { throw nothingButZeros }
      guard bytes.count + count <= most else {
        throw refused(
          purpose == .rules ? .tooLarge : .fileUnreadable,
          Words(
            id: "aliran data belum berakhir setelah \(most >> 20) MiB", en: "the stream has not ended after \(most >> 20) MiB"))
      }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  private var nothingButZeros: FileReadingError {
    refused(.fileUnreadable, Words(id: "isinya hanya bita nol, bukan teks", en: "it holds nothing but zero bytes, which is no text"))
  }

  /// Looks at a large file while it is read, so that what can be no table is refused before it fills the memory.
  private struct RowWatch {
    private var rowStart = 0
    private var looked = 0
    private var isText = true

    /// Returns why it is no table, if that can be told by now.
    mutating func look(at bytes: UnsafeRawBufferPointer, _ reading: FileReading) -> FileReadingError? {
      if looked == 0 {
        let head = bytes.prefix(4096)
        let zeros = head.count { $0 == 0 }
        if zeros == head.count { return reading.nothingButZeros }
        // Workbooks and databases have limits of their own; in UTF-16 every other byte of plain text is zero.
        isText = !head.starts(with: "PK".utf8) && !head.starts(with: "SQLite format 3".utf8)
        if isText, zeros > 0, zeros < head.count / 8 {
          return reading.refused(
            .csvEncoding, Words(id: "berkas ini memuat bita nol, jadi bukan teks", en: "the file holds zero bytes, so it is no text"))
        }
      }
      defer { looked = bytes.count }
      guard isText else { return nil }
      if let end = bytes[looked...].lastIndex(of: 0x0A) { rowStart = end + 1 }
      guard bytes.count - rowStart > Limit.row.value else { return nil }
      let line = bytes[..<rowStart].count { $0 == 0x0A } + 1
      return reading.refused(
        .csvTooLarge,
        Words(
          id: "baris yang dimulai di sini lebih panjang dari \(Limit.row.value) bita, jadi bukan baris tabel",
          en: "the line that begins here is longer than \(Limit.row.value) bytes, so it is no row of a table"),
        at: Position(line: line, column: 1, offset: rowStart))
    }
  }
}

/// What keeps a folder that is there from being read; nil if nothing does, or there is no such folder.
func folderObstacle(_ path: String) -> Words? {
  guard let folder = opendir(path) else { return errno == ENOENT || errno == ENOTDIR ? nil : systemReason(errno) }
  closedir(folder)
  return access(path, X_OK) == 0 ? nil : systemReason(errno)
}

/// Returns the names in a folder, sorted by their bytes; nil if it cannot be read.
func namesInFolder(_ path: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  errno = 0
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
    errno = 0
  }
  // A folder that could be read only in part is one that cannot be read.
  guard errno == 0 else { return nil }
  return names.sorted { $0.precedesByBytes($1) }
}

/// Tells whether something stands at `path`.
func fileExists(_ path: String) -> Bool {
  access(path, F_OK) == 0
}
