internal import CLinux
internal import Glibc
internal import RuleDiagnostics

/// Writes a whole file or none: who reads meanwhile, or after a crash at any moment, finds the old file or the new one.
public func writeResult(_ path: String, _ bytes: [UInt8]) throws(FileWritingError) {
  try writeFile(path, bytes)
}

/// Writes a whole folder of files or none.
///
/// The files are made in a hidden folder beside it, which then changes places with the old one in a single step. So nothing but earlier
/// results of the same kind may stand in the old one: names ending in `suffix`.
public func writeResultFolder(_ path: String, _ files: [(name: String, bytes: [UInt8])], suffix: String) throws(FileWritingError) {
  let place = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  try refuseForeign(in: place, suffix: suffix)
  removeLeftovers(of: place)
  let temporary = joined(folderPath(of: place), "\(temporaryPrefix(of: place))\(getpid()).new")
  guard mkdir(temporary, 0o777) == 0 else { throw folderError(path, .creating) }
  do {
    for file in files { try write(file.bytes, joined(temporary, file.name), as: joined(place, file.name)) }
    try swap(temporary, with: place, path)
  } catch {
    removeFolder(temporary)
    throw error
  }
  try synchronize(folder: folderPath(of: place), path: path)
}

private func write(_ bytes: [UInt8], _ temporary: String, as path: String) throws(FileWritingError) {
  do {
    try writeFile(temporary, bytes)
  } catch {
    throw FileWritingError(path: path, stage: error.stage, reason: error.reason)
  }
}

private func temporaryPrefix(of folder: String) -> String { ".\(fileName(of: folder)).timbang-" }

/// Removes what a run left behind that was killed: its number is nobody's any more, or ours.
private func removeLeftovers(of folder: String) {
  let prefix = temporaryPrefix(of: folder)
  for name in namesInFolder(folderPath(of: folder)) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(".new") {
    guard let process = Int32(name.dropFirst(prefix.count).dropLast(4)), process > 0 else { continue }
    if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { removeFolder(joined(folderPath(of: folder), name)) }
  }
}

/// Puts a finished folder where it belongs, and removes what stood there.
private func swap(_ temporary: String, with place: String, _ path: String) throws(FileWritingError) {
  if rename(temporary, place) == 0 { return }
  guard errno == ENOTEMPTY || errno == EEXIST else { throw folderError(path, .writing) }
  guard timbang_exchange(temporary, place) == 0 else { throw folderError(path, .writing) }
  removeFolder(temporary)
}

/// Refuses a folder that holds anything but results.
private func refuseForeign(in folder: String, suffix: String) throws(FileWritingError) {
  var state = stat()
  guard lstat(folder, &state) == 0 else { return }
  guard state.st_mode & S_IFMT == S_IFDIR else {
    throw FileWritingError(
      path: folder, stage: .creating, reason: Words(id: "sudah ada dan bukan folder", en: "it exists and is no folder"))
  }
  guard let foreign = (namesInFolder(folder) ?? []).filter({ !$0.hasSuffix(suffix) }).sorted().first else {
    return
  }
  throw FileWritingError(
    path: folder, stage: .creating,
    reason: Words(
      id: "folder itu juga memuat `\(foreign)`; sebut folder baru, atau folder yang hanya berisi hasil lama",
      en: "the folder also holds `\(foreign)`; name a new folder, or one that holds nothing but earlier results"))
}

/// Removes a folder of our own with the files in it.
private func removeFolder(_ folder: String) {
  for name in namesInFolder(folder) ?? [] { unlink(joined(folder, name)) }
  rmdir(folder)
}

private func folderError(_ path: String, _ stage: FileWritingError.Stage) -> FileWritingError {
  FileWritingError(path: path, stage: stage, reason: systemReason(errno))
}
