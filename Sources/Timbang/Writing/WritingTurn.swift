internal import Glibc

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
      guard errno == ENOENT else { throw FileWritingError(path, .creating) }
      return
    }
    var held = stat()
    var named = stat()
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? FileWritingError.busy(path) : FileWritingError(path, .creating)
    }
    guard fstat(file, &held) == 0 else { throw FileWritingError(path, .creating) }
    guard stat(path, &named) == 0 else { throw errno == ENOENT ? FileWritingError.busy(path) : FileWritingError(path, .creating) }
    guard held.st_ino == named.st_ino, held.st_dev == named.st_dev else { throw FileWritingError.busy(path) }
  }

  deinit {
    guard file >= 0 else { return }
    // A program that was begun meanwhile may hold a copy of the open file until it runs; it must not hold the turn with it.
    _ = flock(file, LOCK_UN)
    close(file)
  }
}
