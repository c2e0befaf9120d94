internal import Glibc
public import RuleDiagnostics

/// Why a file could not be read.
public struct FileReadingError: Error, Sendable {
  /// The file as the user named it.
  public let path: String
  /// What the system says, or what is wrong with the file.
  public let reason: Words
  /// Where reading ended because what is there can be no text; nil if the system could not read on.
  public let place: SourceRange?

  init(path: String, reason: Words, at place: SourceRange? = nil) {
    self.path = path
    self.reason = reason
    self.place = place
  }
}

/// The largest file that is read into memory, 4 GiB.
private let largestFile = 1 << 32

/// The most that is read from a pipe or a device, which may never end, 1 GiB.
private let largestStream = 1 << 30

/// The smallest file that is mapped instead of read, 1 MiB.
///
/// What is mapped costs no memory and no copying, but ends the program if somebody shortens the file meanwhile. Rule files, which people
/// edit while they are watched, are far smaller and always read.
private let smallestMapping = 1 << 20

/// Reads a whole file, or standard input for `-`; a large file is mapped. Complexity: linear in its size.
public func readFile(_ path: String) throws(FileReadingError) -> SourceFile {
  var info = stat()
  guard path != "-" else {
    let isFile = fstat(STDIN_FILENO, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    return SourceFile(name: "-", bytes: try readAll(STDIN_FILENO, path: path, isFile: isFile))
  }
  guard stat(path, &info) == 0 else { throw FileReadingError(path: path, reason: systemReason(errno)) }
  guard info.st_mode & S_IFMT != S_IFDIR else {
    throw FileReadingError(path: path, reason: Words(id: "ini folder, bukan berkas", en: "this is a folder, not a file"))
  }
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw FileReadingError(path: path, reason: systemReason(errno)) }
  defer { close(file) }
  let isFile = info.st_mode & S_IFMT == S_IFREG
  if isFile, let mapped = mapping(of: file) { return SourceFile(name: path, mapped: mapped) }
  return SourceFile(name: path, bytes: try readAll(file, path: path, isFile: isFile))
}

/// Maps a large file; nil for any other, and for one that changes its size while this is done.
private func mapping(of file: Int32) -> MappedBytes? {
  var (before, after) = (stat(), stat())
  guard fstat(file, &before) == 0, (smallestMapping...largestFile).contains(Int(before.st_size)),
    let mapped = MappedBytes(file, count: Int(before.st_size)),
    fstat(file, &after) == 0, after.st_size == before.st_size
  else { return nil }
  return mapped
}

private func readAll(_ file: Int32, path: String, isFile: Bool) throws(FileReadingError) -> [UInt8] {
  let most = isFile ? largestFile : largestStream
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileReadingError(path: path, reason: systemReason(errno)) }
    guard count > 0 else { return bytes }
    if !isFile, bytes.isEmpty, piece[..<count].allSatisfy({ $0 == 0 }) {
      throw FileReadingError(
        path: path, reason: Words(id: "isinya hanya bita nol, bukan teks", en: "it holds nothing but zero bytes, which is no text"),
        at: SourceRange(file: path, at: .start))
    }
    guard bytes.count + count <= most else {
      throw FileReadingError(path: path, reason: tooMuch(isFile), at: SourceRange(file: path, at: .start))
    }
    bytes.append(contentsOf: piece[..<count])
  }
}

private func tooMuch(_ isFile: Bool) -> Words {
  isFile
    ? Words(id: "berkas lebih besar daripada 4 GiB", en: "the file is larger than 4 GiB")
    : Words(id: "aliran data belum berakhir setelah 1 GiB", en: "the stream has not ended after 1 GiB")
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
