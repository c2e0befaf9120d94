internal import Glibc

/// What rule files and registers look like from outside: enough to tell that one was written, replaced, added or removed.
public struct RuleFilesState: Sendable, Equatable {
  private struct Stamp: Equatable {
    let device: UInt
    let file: UInt
    let size: Int
    let written: Int
    let changed: Int
  }

  private var stamps: [String: Stamp] = [:]

  /// Returns the paths at which another state differs, in order.
  public func differences(from other: RuleFilesState) -> [String] {
    Set(stamps.keys).union(other.stamps.keys).filter { stamps[$0] != other.stamps[$0] }.sorted { $0.precedesByBytes($1) }
  }

  /// Looks at the rule files and the register in a folder, down to a depth. Hidden files and folders are passed over, as editors keep
  /// their drafts there.
  mutating func look(in folder: String, depth: Int) {
    for name in namesInFolder(folder) ?? [] where !name.hasPrefix(".") {
      let path = folder == "." ? name : joined(folder, name)
      if fileKind(path) == .folder {
        if depth > 0 { look(in: path, depth: depth - 1) }
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name == Register.fileName {
        look(at: path)
      }
    }
  }

  private mutating func look(at path: String) {
    var state = stat()
    guard stat(path, &state) == 0 else { return }
    stamps[path] = Stamp(
      device: UInt(state.st_dev), file: UInt(state.st_ino), size: Int(state.st_size), written: nanoseconds(state.st_mtim),
      changed: nanoseconds(state.st_ctim))
  }

  private func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}

extension Workspace {
  /// Looks at everything that checking `references` may read: the rules folder, and the folders of files that are named by their paths.
  ///
  /// Complexity: one system call for each rule file.
  public func ruleFiles(of references: [String]) -> RuleFilesState {
    var state = RuleFilesState()
    state.look(in: rulesFolder, depth: RulesFolder.deepest)
    let paths = references.filter { $0.contains("/") || $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    for folder in Set(paths.map { folderPath(of: $0) }) { state.look(in: folder, depth: 0) }
    return state
  }
}
