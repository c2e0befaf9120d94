internal import Glibc
internal import RuleDiagnostics

/// Names that files and folders have while they are made: `.NAME.timbang-PROCESS-ATTEMPT.tmp` beside the place where they belong.
///
/// Each is locked by its writer. The system takes the lock away when the writer ends, in whatever way, so what can be locked belongs to
/// nobody and is removed by the next run that writes into the same folder, whatever that writes.
enum Temporary {
  /// How often a name is tried that somebody else has taken.
  static let attempts = 100
  private static let ending = ".tmp"
  private static let infix = ".timbang-"

  /// The temporary name beside `path`.
  static func path(for path: String, attempt: Int) -> String {
    joined(folderPath(of: path), ".\(fileName(of: path))\(infix)\(getpid())-\(attempt)\(ending)")
  }

  /// Whether a name in a folder is one of those that ``path(for:attempt:)`` makes.
  static func isName(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(ending), let infix = name.ranges(of: infix).last else { return false }
    let numbers = name[infix.upperBound...].dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// Removes from a folder what killed runs left behind. What cannot be removed stays for the next run.
  static func removeLeftovers(in folder: String) {
    for name in namesInFolder(folder) ?? [] where isName(name) {
      let leftover = joined(folder, name)
      // Neither waits for the other end of a pipe nor follows a link: anybody may have made a file of this name.
      let file = open(leftover, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { continue }
      defer { close(file) }
      var state = stat()
      guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &state) == 0 else { continue }
      switch state.st_mode & S_IFMT {
      case S_IFREG: unlink(leftover)
      case S_IFDIR: removeFolder(leftover) { _ in true }
      default: break
      }
    }
  }

  /// Locks what was just made; false if another run took it for a leftover in between. Without locks on this file system, it is ours.
  static func isOurs(_ file: Int32) -> Bool {
    if flock(file, LOCK_EX | LOCK_NB) != 0 { return errno != EWOULDBLOCK }
    var state = stat()
    // A system that cannot say leaves it with us: what is nobody's would lie about.
    return fstat(file, &state) != 0 || state.st_nlink > 0
  }
}

/// Removes the files of a folder that fit, and the folder if that was all.
func removeFolder(_ folder: String, _ fits: (String) -> Bool) {
  for name in namesInFolder(folder) ?? [] where fits(name) { unlink(joined(folder, name)) }
  rmdir(folder)
}
