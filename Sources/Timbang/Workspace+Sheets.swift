public import RuleDiagnostics
internal import Spreadsheets

/// Which sheet of a workbook, or which table of a database, is read.
public struct SheetChoice: Sendable, Hashable {
  /// What a table holds.
  public enum Role: String, Sendable, Hashable {
    /// Observed values.
    case observations
    /// Institutions and units.
    case entities
    /// Scores that were published.
    case published
  }

  /// The name of the sheet or table; nil for the first visible sheet, and for the only table or the one called like the role.
  public let name: String?
  /// What it holds.
  public let role: Role

  /// Chooses a sheet or table.
  public init(named name: String?, _ role: Role) {
    self.name = name
    self.role = role
  }

  /// The sheet or table of observations that nobody had to name.
  public static let observations = SheetChoice(named: nil, .observations)
}

extension Workspace {
  /// Reads a file that holds a table: CSV as it is, of a workbook or database the chosen sheet or table; reports why it cannot.
  public func readTable(_ path: String, _ choice: SheetChoice, log: inout DiagnosticLog) -> SourceFile? {
    guard let file = read(path, for: .table, log: &log) else { return nil }
    guard SheetReader.recognises(file) else { return file }
    if path != "-", let beside = unsavedChanges(beside: path) {
      log.error(
        .fileUnreadable, at: nil,
        Words(
          id: "`\(path)` belum lengkap: `\(beside)` di sampingnya memuat perubahan yang belum masuk",
          en: "`\(path)` is not complete: `\(beside)` beside it holds changes that are not in it yet"),
        help: Words(
          id: "tutup program yang membukanya, atau jalankan `sqlite3 \(path) 'PRAGMA wal_checkpoint(TRUNCATE)'`",
          en: "close the program that has it open, or run `sqlite3 \(path) 'PRAGMA wal_checkpoint(TRUNCATE)'`"))
      return nil
    }
    return SheetReader().read(file, named: choice.name, usual: choice.role.rawValue, log: &log)
  }

  /// The journal of a database beside it, if it holds anything: then the file alone is not all that was written.
  private func unsavedChanges(beside path: String) -> String? {
    ["\(path)-wal", "\(path)-journal"].first { journal in
      // A journal that is done with is empty, or begins with a zero.
      guard let file = try? readFile(journal, for: .table) else { return false }
      return file.withBytes { $0.count > 0 && $0[0] != 0 }
    }
  }
}
