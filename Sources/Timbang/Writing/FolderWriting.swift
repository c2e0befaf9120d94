internal import CLinux
internal import Glibc
internal import RuleDiagnostics

/// Writes a whole folder of files or none.
///
/// The files are made in a hidden folder beside it, which then changes places with the old one in a single step. So nothing but earlier
/// results of the same kind may stand in the old one: names ending in `suffix`, and among them `sign`, which every folder of results has.
public func writeResultFolder(
  _ path: String, _ files: [(name: String, bytes: [UInt8])], suffix: String, sign: String
) throws(FileWritingError) {
  let place = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  try refuseForeign(in: place, suffix: suffix, sign: sign)
  Temporary.removeLeftovers(in: folderPath(of: place))
  let (folder, temporary) = try makeTemporary(for: place, path)
  defer { close(folder) }
  do {
    for file in files { try write(file.bytes, joined(temporary, file.name), as: joined(place, file.name)) }
    try put(temporary, at: place, path)
  } catch {
    removeFolder(temporary) { _ in true }
    throw error
  }
  try synchronize(folder: folderPath(of: place), path: path)
  // Only now does nobody need the old ones any more. What else was put there meanwhile is not ours to remove.
  removeFolder(temporary) { $0.hasSuffix(suffix) || Temporary.isName($0) }
}

private func write(_ bytes: [UInt8], _ temporary: String, as path: String) throws(FileWritingError) {
  do {
    try writeFile(temporary, bytes)
  } catch {
    throw FileWritingError(path: path, stage: error.stage, reason: error.reason)
  }
}

private func makeTemporary(for place: String, _ path: String) throws(FileWritingError) -> (folder: Int32, path: String) {
  for attempt in 0..<Temporary.attempts {
    let temporary = Temporary.path(for: place, attempt: attempt)
    if mkdir(temporary, 0o777) != 0 {
      if errno == EEXIST { continue }
      throw FileWritingError(path, .creating)
    }
    let folder = open(temporary, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else {
      if errno == ENOENT { continue }
      let error = FileWritingError(path, .creating)
      rmdir(temporary)
      throw error
    }
    if Temporary.isOurs(folder) { return (folder, temporary) }
    close(folder)
  }
  throw FileWritingError.busy(path)
}

/// Puts a finished folder where it belongs; what stood there has the temporary name afterwards.
private func put(_ temporary: String, at place: String, _ path: String) throws(FileWritingError) {
  if rename(temporary, place) == 0 { return }
  guard errno == ENOTEMPTY || errno == EEXIST else { throw FileWritingError(path, .writing) }
  guard timbang_exchange(temporary, place) == 0 else { throw FileWritingError(path, .writing) }
}

/// Refuses a folder that holds anything but results.
private func refuseForeign(in folder: String, suffix: String, sign: String) throws(FileWritingError) {
  var state = stat()
  guard lstat(folder, &state) == 0 else {
    guard errno == ENOENT else { throw FileWritingError(folder, .creating) }
    return
  }
  guard state.st_mode & S_IFMT == S_IFDIR else {
    throw FileWritingError(
      path: folder, stage: .creating, reason: Words(id: "sudah ada dan bukan folder", en: "it exists and is no folder"))
  }
  guard let names = namesInFolder(folder) else { throw FileWritingError(folder, .creating) }
  let kept = names.filter { !Temporary.isName($0) }
  guard let foreign = kept.first(where: { !$0.hasSuffix(suffix) }) ?? (kept.contains(sign) ? nil : kept.first) else { return }
  throw FileWritingError(
    path: folder, stage: .creating,
    reason: Words(
      id: "folder itu juga memuat `\(foreign)`; sebut folder baru, atau folder yang hanya berisi hasil lama",
      en: "the folder also holds `\(foreign)`; name a new folder, or one that holds nothing but earlier results"))
}
