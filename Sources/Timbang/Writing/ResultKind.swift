internal import Glibc
internal import RuleDiagnostics

/// What sort of file a command writes. Only an earlier file of the same sort is replaced by it, which its beginning shows.
public enum ResultKind: Sendable, CaseIterable {
  /// A document of `export --json`.
  case json
  /// A workbook of `export --xlsx`.
  case workbook
  /// A database of `export --sqlite`.
  case database
  /// A page of `report`.
  case page
  /// Observations of `import`, a row for each.
  case observations
  /// The rows that `import` left out.
  case refusedRows
  /// The signature of a register.
  case signature

  /// How much of a file is looked at.
  fileprivate static let headSize = 4096

  /// The beginnings of the files of this sort, one of which each of them has.
  private var beginnings: [String] {
    switch self {
    case .json: ["{", "["]
    case .workbook: ["PK\u{3}\u{4}"]
    case .database: ["SQLite format 3\0"]
    case .page: ["<!DOCTYPE html>"]
    // These begin with the rungs of an edition.
    case .observations: []
    case .refusedRows: ["file,line,column,code,message"]
    case .signature: ["timbang-signature "]
    }
  }

  /// How the first line of the files of this sort ends, where that tells them.
  private var firstLineEnd: String? { self == .observations ? ",field,value" : nil }

  /// What the files of this sort are called.
  var words: Words {
    switch self {
    case .json: Words(same: "JSON")
    case .workbook: Words(id: "buku kerja (XLSX)", en: "a workbook (XLSX)")
    case .database: Words(id: "basis data (SQLite)", en: "a database (SQLite)")
    case .page: Words(id: "laporan (HTML)", en: "a report (HTML)")
    case .observations: Words(id: "data (CSV)", en: "observations (CSV)")
    case .refusedRows: Words(id: "daftar baris yang ditolak (CSV)", en: "a list of refused rows (CSV)")
    case .signature: Words(id: "tanda tangan register", en: "the signature of a register")
    }
  }

  /// Whether a file that begins so may be one of this sort. One in which nothing stands may be of any.
  func mayBegin(_ head: some Sequence<UInt8>) -> Bool {
    let head = Array(head)
    guard !head.isEmpty else { return true }
    if beginnings.contains(where: { head.starts(with: $0.utf8) }) { return true }
    guard let end = firstLineEnd else { return false }
    return String(decoding: head.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self).hasSuffix(end)
  }
}

/// Refuses a file that is there already and is none of this sort, so that nobody loses what he never meant by a name.
func refuseForeign(at target: String, _ path: String, unless kind: ResultKind) throws(FileWritingError) {
  let file = open(target, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else {
    guard errno == ENOENT else { throw FileWritingError(path, .creating) }
    return
  }
  defer { close(file) }
  var head = [UInt8](repeating: 0, count: ResultKind.headSize)
  var count = pread(file, &head, head.count, 0)
  while count < 0, errno == EINTR { count = pread(file, &head, head.count, 0) }
  guard count >= 0 else { throw FileWritingError(path, .creating) }
  guard !kind.mayBegin(head.prefix(count)) else { return }
  throw FileWritingError(
    path: path, stage: .creating,
    reason: Words(
      id: "berkas yang ada di sana bukan yang ditulis timbang sebagai \(kind.words.id); pilih nama lain, atau hapus dahulu berkas itu",
      en: "the file that is there is not one that timbang writes as \(kind.words.en); choose another name, or remove it first"))
}
