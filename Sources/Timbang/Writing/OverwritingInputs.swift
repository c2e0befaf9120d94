internal import Glibc
internal import RuleDiagnostics

/// Refuses outputs that would take the place of what is read, or of one another, under whatever names.
public func refuseOverwriting(_ outputs: [String], inputs: [String]) throws(FileWritingError) {
  var taken = Dictionary(inputs.filter { $0 != "-" }.map { (FileIdentity($0), $0) }) { first, _ in first }
  for output in outputs where output != "-" {
    if let other = taken[FileIdentity(output)] {
      throw FileWritingError(
        path: output, stage: .creating,
        reason: Words(
          id: "perintah ini juga memakai `\(other)`, dan itu berkas yang sama; sebut nama lain",
          en: "this command also uses `\(other)`, which is the same file; name another"))
    }
    taken[FileIdentity(output)] = output
  }
}

/// What makes two paths the same file: where it lies on the disk, or the place where it would be made.
private enum FileIdentity: Hashable {
  case existing(device: UInt64, number: UInt64)
  case new(String)

  init(_ path: String) {
    var state = stat()
    if stat(path, &state) == 0 {
      self = .existing(device: UInt64(state.st_dev), number: UInt64(state.st_ino))
    } else {
      self = .new(joined(truePath(folderPath(of: path)) ?? folderPath(of: path), fileName(of: path)))
    }
  }
}
