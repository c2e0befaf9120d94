internal import Glibc
internal import RuleDiagnostics

/// Writes a file where there is none, whole or not at all; one that is there stays.
///
/// - Parameters:
///   - path: the file as the user named it.
///   - bytes: what it shall hold.
///   - isSecret: whether nobody else may read it.
/// - Throws: if it cannot be written, or is there already.
public func writeNewFile(_ path: String, _ bytes: [UInt8], isSecret: Bool = false) throws(FileWritingError) {
  guard fileKind(path) == nil else {
    throw FileWritingError(
      path: path, stage: .creating, reason: Words(id: "sudah ada; tidak ada yang ditulis", en: "it is there already; nothing was written"))
  }
  try writeFile(path, bytes, .onlyIfNew, permissions: isSecret ? 0o600 : 0o666)
}
