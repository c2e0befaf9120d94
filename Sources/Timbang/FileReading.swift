internal import Glibc
public import RuleDiagnostics

/// Why a file could not be read.
public struct FileReadingError: Error, Sendable {
  /// The file as the user named it.
  public let path: String
  /// What the system says.
  public let reason: Words
}

/// The largest file that is read into memory, 4 GiB.
private let largestFile = 1 << 32

/// Reads a whole file, or standard input for `-`. Complexity: linear in its size.
public func readFile(_ path: String) throws(FileReadingError) -> SourceFile {
  guard path != "-" else { return SourceFile(name: "-", bytes: try readAll(STDIN_FILENO, path: path)) }
  var info = stat()
  guard stat(path, &info) == 0 else { throw FileReadingError(path: path, reason: systemReason(errno)) }
  guard info.st_mode & S_IFMT != S_IFDIR else {
    throw FileReadingError(path: path, reason: Words(id: "ini folder, bukan berkas", en: "this is a folder, not a file"))
  }
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw FileReadingError(path: path, reason: systemReason(errno)) }
  defer { close(file) }
  return SourceFile(name: path, bytes: try readAll(file, path: path))
}

private func readAll(_ file: Int32, path: String) throws(FileReadingError) -> [UInt8] {
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileReadingError(path: path, reason: systemReason(errno)) }
    guard count > 0 else { return bytes }
    guard bytes.count + count <= largestFile else {
      throw FileReadingError(path: path, reason: Words(id: "berkas lebih besar daripada 4 GiB", en: "the file is larger than 4 GiB"))
    }
    bytes.append(contentsOf: piece[..<count])
  }
}

func systemReason(_ code: Int32) -> Words {
  switch code {
  case ENOENT: Words(id: "berkas atau folder tidak ada", en: "there is no such file or folder")
  case EACCES: Words(id: "tidak ada izin", en: "no permission")
  case ELOOP: Words(id: "ini tautan, bukan berkas", en: "this is a link, not a file")
  case ENOSPC: Words(id: "media penyimpanan penuh", en: "the disk is full")
  case EROFS: Words(id: "media penyimpanan hanya dapat dibaca", en: "the disk can only be read")
  case EISDIR: Words(id: "ini folder, bukan berkas", en: "this is a folder, not a file")
  default: Words(same: String(cString: strerror(code)))
  }
}

/// Returns the names in a folder, sorted by their bytes; nil if it cannot be read.
func namesInFolder(_ path: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.precedesByBytes($1) }
}

/// Tells whether something stands at `path`.
func fileExists(_ path: String) -> Bool {
  access(path, F_OK) == 0
}
