internal import Glibc
public import RuleDiagnostics

/// Why a file could not be written. The file that was there before is whole.
public struct FileWritingError: Error, Sendable {
  /// How far the writing came.
  public enum Stage: Sendable {
    /// The file could not be begun, or somebody else is writing it.
    case creating
    /// The bytes could not be brought to the disk.
    case writing
  }

  /// The file as the user named it.
  public let path: String
  /// How far the writing came.
  public let stage: Stage
  /// What the system says.
  public let reason: Words

  /// The exit code of a command that meets this: 73 or 74.
  public var exitCode: Int32 { stage == .creating ? 73 : 74 }
}

/// Whether a file may take the place of another.
enum Placement {
  case replacing
  case onlyIfNew
}

/// Writes a whole file or none: bytes under a temporary name in the same folder, fsync, rename, fsync of the folder.
///
/// Whoever reads meanwhile, or after a crash at any moment, finds the old file or the new one. What an earlier run left behind when it was
/// killed is removed. Complexity: linear in the number of bytes, and of names in the folder.
func writeFile(_ path: String, _ bytes: [UInt8], _ placement: Placement = .replacing) throws(FileWritingError) {
  let place = TemporaryPlace(for: path)
  place.removeLeftovers()
  let (file, temporary) = try place.open()
  defer { close(file) }
  do {
    try write(bytes, to: file, path: path)
    try put(temporary, at: path, placement)
  } catch {
    unlink(temporary)
    throw error
  }
  try synchronize(folder: place.folder, path: path)
}

private func write(_ bytes: [UInt8], to file: Int32, path: String) throws(FileWritingError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw writingError(path, .writing) }
    rest = rest.dropFirst(count)
  }
  var old = stat()
  if stat(path, &old) == 0, fchmod(file, old.st_mode & 0o7777) != 0 { throw writingError(path, .writing) }
  guard fsync(file) == 0 else { throw writingError(path, .writing) }
}

private func put(_ temporary: String, at path: String, _ placement: Placement) throws(FileWritingError) {
  switch placement {
  case .replacing:
    guard rename(temporary, path) == 0 else { throw writingError(path, .writing) }
  case .onlyIfNew:
    // A link fails where a name is taken, which a rename would not.
    guard link(temporary, path) == 0 else {
      throw errno == EEXIST ? FileWritingError.busy(path) : writingError(path, .writing)
    }
    unlink(temporary)
  }
}

func synchronize(folder: String, path: String) throws(FileWritingError) {
  let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard file >= 0 else { throw writingError(path, .writing) }
  defer { close(file) }
  // Some file systems have nothing to synchronize for a folder, and say so.
  guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else { throw writingError(path, .writing) }
}

private func writingError(_ path: String, _ stage: FileWritingError.Stage) -> FileWritingError {
  FileWritingError(path: path, stage: stage, reason: systemReason(errno))
}

extension FileWritingError {
  /// Somebody else is writing the same file.
  static func busy(_ path: String) -> FileWritingError {
    FileWritingError(
      path: path, stage: .creating,
      reason: Words(
        id: "program lain sedang menulisnya; tidak ada yang ditulis, jalankan sekali lagi",
        en: "another program is writing it; nothing was written, run this once more"))
  }
}

/// Where the temporary file of a file lies, and how it is called.
///
/// Each temporary file is locked by its writer. The system takes the lock away when the writer ends, in whatever way, so a temporary file
/// that can be locked belongs to nobody.
private struct TemporaryPlace {
  let path: String
  let folder: String
  private let prefix: String

  init(for path: String) {
    self.path = path
    folder = folderPath(of: path)
    prefix = ".\(fileName(of: path)).timbang-"
  }

  func removeLeftovers() {
    for name in namesInFolder(folder) ?? [] where name.utf8.starts(with: prefix.utf8) && name.hasSuffix(".tmp") {
      let leftover = joined(folder, name)
      let file = Glibc.open(leftover, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { continue }
      defer { close(file) }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(leftover) }
    }
  }

  func open() throws(FileWritingError) -> (file: Int32, path: String) {
    for attempt in 0..<100 {
      let temporary = joined(folder, "\(prefix)\(getpid())-\(attempt).tmp")
      let file = Glibc.open(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { throw writingError(path, .creating) }
      if isOurs(file) { return (file, temporary) }
      close(file)
    }
    throw FileWritingError.busy(path)
  }

  /// Locks a new temporary file; false if another run took it for a leftover in between. Without locks on this file system, it is ours.
  private func isOurs(_ file: Int32) -> Bool {
    if flock(file, LOCK_EX | LOCK_NB) != 0 { return errno != EWOULDBLOCK }
    var state = stat()
    return fstat(file, &state) == 0 && state.st_nlink > 0
  }
}

/// The right to change a file, which one writer has at a time: others fail instead of losing what was written meanwhile.
struct WritingTurn: ~Copyable {
  /// How the file may be written: replacing the one that this turn holds, or only if there is still none.
  let placement: Placement
  private let file: Int32

  /// Takes the turn. The file is replaced by a rename when it is written, so a lock on a file that has lost its name is worth nothing.
  init(for path: String) throws(FileWritingError) {
    file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    placement = file < 0 ? .onlyIfNew : .replacing
    guard file >= 0 else {
      guard errno == ENOENT else { throw writingError(path, .creating) }
      return
    }
    var held = stat()
    var named = stat()
    let isLocked = flock(file, LOCK_EX | LOCK_NB) == 0
    guard isLocked, fstat(file, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino, held.st_dev == named.st_dev else {
      let error = isLocked || errno == EWOULDBLOCK ? FileWritingError.busy(path) : writingError(path, .creating)
      throw error
    }
  }

  deinit {
    guard file >= 0 else { return }
    // A program that was begun meanwhile may hold a copy of the open file until it runs; it must not hold the turn with it.
    _ = flock(file, LOCK_UN)
    close(file)
  }
}
