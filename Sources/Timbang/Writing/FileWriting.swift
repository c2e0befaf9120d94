internal import CLinux
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

  init(path: String, stage: Stage, reason: Words) {
    self.path = path
    self.stage = stage
    self.reason = reason
  }

  /// Takes the reason for the call that failed last.
  init(_ path: String, _ stage: Stage) {
    self.init(path: path, stage: stage, reason: SystemError().reason)
  }
}

/// Whether a file may take the place of another.
enum Placement {
  case replacing
  case onlyIfNew
}

/// Writes a whole file or none: who reads meanwhile, or after a crash at any moment, finds the old file or the new one.
///
/// Where the path is a link to a file, that file is written. A device or a pipe is refused, for a file cannot take its place.
public func writeResult(_ path: String, _ bytes: [UInt8]) throws(FileWritingError) {
  try writeFile(path, bytes)
}

/// Writes several files as ``writeResult(_:_:)`` writes one; none where the disk or a folder does not take one of them.
public func writeResults(_ files: [(path: String, bytes: [UInt8])]) throws(FileWritingError) {
  try writeFiles(files)
}

/// Writes a whole file or none: bytes under a temporary name in the same folder, fsync, rename, fsync of the folder.
///
/// Whoever reads meanwhile, or after a crash at any moment, finds the old file or the new one. What an earlier run left behind when it was
/// killed is removed. Complexity: linear in the number of bytes, and of names in the folder.
func writeFile(
  _ path: String, _ bytes: [UInt8], _ placement: Placement = .replacing, permissions: mode_t = 0o666
) throws(FileWritingError) {
  try writeFiles([(path, bytes)], placement, permissions: permissions)
}

/// A file whose bytes are on the disk under a temporary name.
private struct StagedFile {
  let path: String
  let target: String
  let temporary: String
  /// Open, because its lock keeps others from taking the file for a leftover.
  let file: Int32

  init(_ path: String, _ bytes: [UInt8], _ placement: Placement, _ permissions: mode_t) throws(FileWritingError) {
    self.path = path
    let old: mode_t?
    (target, old) = placement == .replacing ? try Timbang.target(of: path) : (path, nil)
    Temporary.removeLeftovers(in: folderPath(of: target))
    (file, temporary) = try openTemporary(for: target, path, permissions)
    do {
      try write(bytes, to: file, old, path)
    } catch {
      discard()
      throw error
    }
  }

  func discard() {
    unlink(temporary)
    close(file)
  }
}

/// Writes whole files, or none where the disk or a folder does not take one of them: each gets its name only when the bytes of all are there.
func writeFiles(
  _ files: [(path: String, bytes: [UInt8])], _ placement: Placement = .replacing, permissions: mode_t = 0o666
) throws(FileWritingError) {
  var staged: [StagedFile] = []
  defer { for file in staged { close(file.file) } }
  do {
    for (path, bytes) in files { staged.append(try StagedFile(path, bytes, placement, permissions)) }
    for file in staged { try put(file.temporary, at: file.target, file.path, placement) }
  } catch {
    // What got its name already has no temporary one any more.
    for file in staged { unlink(file.temporary) }
    throw error
  }
  for file in staged { try synchronize(folder: folderPath(of: file.target), path: file.path) }
}

/// The file that a path means, itself or the file that it leads to, and the permissions of what stands there.
private func target(of path: String) throws(FileWritingError) -> (path: String, permissions: mode_t?) {
  var state = stat()
  guard lstat(path, &state) == 0 else {
    guard errno == ENOENT, !path.isEmpty else { throw FileWritingError(path, .creating) }
    return (path, nil)
  }
  let isLink = state.st_mode & S_IFMT == S_IFLNK
  if isLink, stat(path, &state) != 0 {
    guard errno == ENOENT else { throw FileWritingError(path, .creating) }
    throw FileWritingError(
      path: path, stage: .creating, reason: Words(id: "ini tautan yang tidak menuju apa pun", en: "this is a link that leads nowhere"))
  }
  switch state.st_mode & S_IFMT {
  case S_IFREG:
    let permissions = state.st_mode & 0o7777
    guard isLink, let found = truePath(path) else { return (path, permissions) }
    return (found, permissions)
  case S_IFDIR: throw FileWritingError(path: path, stage: .creating, reason: SystemError(code: EISDIR).reason)
  default:
    throw FileWritingError(
      path: path, stage: .creating,
      reason: Words(id: "ini perangkat atau pipa, bukan berkas", en: "this is a device or a pipe, not a file"))
  }
}

private func openTemporary(
  for target: String, _ path: String, _ permissions: mode_t
) throws(FileWritingError) -> (file: Int32, path: String) {
  for attempt in 0..<Temporary.attempts {
    let temporary = Temporary.path(for: target, attempt: attempt)
    let file = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions)
    if file < 0, errno == EEXIST { continue }
    guard file >= 0 else { throw FileWritingError(path, .creating) }
    if Temporary.isOurs(file) { return (file, temporary) }
    close(file)
  }
  throw FileWritingError.busy(path)
}

/// Brings bytes to the disk, with the permissions of the file whose place they take.
private func write(_ bytes: [UInt8], to file: Int32, _ permissions: mode_t?, _ path: String) throws(FileWritingError) {
  do {
    try writeAll(bytes, to: file)
  } catch {
    throw FileWritingError(path: path, stage: .writing, reason: error.reason)
  }
  if let permissions, fchmod(file, permissions) != 0 { throw FileWritingError(path, .writing) }
  guard fsync(file) == 0 else { throw FileWritingError(path, .writing) }
}

private func put(_ temporary: String, at target: String, _ path: String, _ placement: Placement) throws(FileWritingError) {
  switch placement {
  case .replacing:
    guard rename(temporary, target) == 0 else { throw FileWritingError(path, .writing) }
  case .onlyIfNew:
    if timbang_rename_if_new(temporary, target) == 0 { return }
    // Some file systems cannot do that in one step; a link fails as well where a name is taken.
    guard errno == EINVAL || errno == ENOSYS else { throw taken(path) }
    guard link(temporary, target) == 0 else { throw taken(path) }
    unlink(temporary)
  }
}

private func taken(_ path: String) -> FileWritingError {
  errno == EEXIST ? FileWritingError.busy(path) : FileWritingError(path, .writing)
}

func synchronize(folder: String, path: String) throws(FileWritingError) {
  let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard file >= 0 else { throw FileWritingError(path, .writing) }
  defer { close(file) }
  // Some file systems have nothing to synchronize for a folder, and say so.
  guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else { throw FileWritingError(path, .writing) }
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
