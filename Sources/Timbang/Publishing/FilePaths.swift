internal import Glibc

/// What stands under a name in a folder.
enum FileKind {
  case file
  case folder
  case link
  case other
  /// Something may stand there, but the system cannot say what.
  case unknown
}

/// Tells what stands at `path`, without following a link; nil if nothing does.
func fileKind(_ path: String) -> FileKind? {
  var state = stat()
  guard lstat(path, &state) == 0 else { return errno == ENOENT || errno == ENOTDIR ? nil : .unknown }
  switch state.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  case S_IFLNK: return .link
  default: return .other
  }
}

/// The folder part of a path, `.` if it has none.
func folderPath(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
func fileName(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}

/// The path of `name` in `folder`.
func joined(_ folder: String, _ name: String) -> String {
  folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
}

/// The path from the root, `.` and `..` carried out by name alone.
func absolutePath(_ path: String) -> String {
  var names: [Substring] = []
  let start = path.hasPrefix("/") ? "" : currentFolder() + "/"
  for name in (start + path).split(separator: "/") where name != "." {
    if name == ".." { _ = names.popLast() } else { names.append(name) }
  }
  return "/" + names.joined(separator: "/")
}

/// The path from the root with all links followed; nil if nothing stands there.
func truePath(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

private func currentFolder() -> String {
  guard let found = getcwd(nil, 0) else { return "" }
  defer { free(found) }
  return String(cString: found)
}

/// The path of `file` below `folder`, by its name or by where its links lead; nil if it lies elsewhere.
func pathBelow(_ folder: String, of file: String) -> String? {
  let folders = [absolutePath(folder), truePath(folder)].compactMap(\.self)
  let files = [absolutePath(file), truePath(file)].compactMap(\.self)
  for file in files {
    for folder in folders {
      let start = joined(folder, "")
      if file.utf8.starts(with: start.utf8) { return String(decoding: file.utf8.dropFirst(start.utf8.count), as: UTF8.self) }
    }
  }
  return nil
}
