public import Observations
internal import Reporting
public import RuleDiagnostics
public import RuleModel

/// What `timbang import` made of the files that somebody sent.
public struct Import: Sendable {
  /// How each file was read, in their order.
  public let accounts: [FileAccount]
  /// How many rows of observations were written.
  public let rows: Int
  /// The findings about rows that were left out.
  public let refused: [Diagnostic]
  /// The files that were written: the data, the list of refused rows if there are any, and a profile beside each input.
  public let written: [String]
  /// The data as long CSV.
  public let text: String
}

extension Workspace {
  /// Reads a file as somebody said, or as is kept beside it, that it is written; nil after reporting why it cannot be.
  ///
  /// - Parameter renews: whether a profile of other bytes is passed over instead of refused, because it is about to be written anew.
  func readFormed(_ path: String, _ sheet: SheetChoice, _ said: TableForm, renews: Bool, log: inout DiagnosticLog) -> SourceFile? {
    let profilePath = ImportProfile.path(of: path)
    guard path != "-", fileExists(profilePath) else {
      let file = readTable(path, sheet, log: &log)
      if let file, let name = sheet.name, file.sheet == nil { noteWithoutSheets(file, name, log: &log) }
      return file?.formed(said)
    }
    guard let source = read(profilePath, log: &log), let profile = ImportProfile(source, log: &log) else { return nil }
    var findings = DiagnosticLog()
    let file = readTable(path, SheetChoice(named: sheet.name ?? profile.form.sheet, sheet.role), log: &findings)
    // The digest is that of the very bytes that were read; of a file that cannot be read it says whether it could be before.
    guard (file ?? (try? readFile(path, for: .table))).map({ Digest(of: $0) == profile.digest }) ?? true else {
      if renews { return readTable(path, sheet, log: &log)?.formed(said) }
      reportChanged(path, profile, at: profilePath, log: &log)
      return nil
    }
    log.append(findings)
    return file?.formed(said.completed(by: profile.form))
  }

  private func noteWithoutSheets(_ file: SourceFile, _ name: String, log: inout DiagnosticLog) {
    log.warning(
      .sheetRead, at: SourceRange(file: file.name, at: .start),
      Words(
        id: "berkas ini tidak punya lembar, jadi `\(name)` tidak berlaku di sini",
        en: "this file has no sheets, so `\(name)` means nothing here"))
  }

  private func reportChanged(_ path: String, _ profile: ImportProfile, at profilePath: String, log: inout DiagnosticLog) {
    log.error(
      .importProfile, at: SourceRange(file: profilePath, at: .start),
      Words(
        id: "`\(path)` berubah sejak diimpor: sidiknya tidak lagi \(profile.digest)",
        en: "`\(path)` has changed since it was imported: its digest is no longer \(profile.digest)"),
      help: Words(
        id: "impor lagi dengan `timbang import \(path) --rules .. --out ..`, atau hapus `\(profilePath)` agar bentuknya dikenali dari awal",
        en:
          "import it once more with `timbang import \(path) --rules .. --out ..`, or delete `\(profilePath)` to have its form detected anew"
      ))
  }

  /// Reads files in whatever form they were sent and writes one long CSV, and beside each input how it was read.
  ///
  /// For `-` as the path no file is written at all. Nothing is written if anything is wrong; with `keepsGood`, rows with errors are left out and listed beside the output. Returns nil after
  /// reporting errors.
  public func importing(
    _ files: [SourceFile], entities: [SourceFile], by edition: Edition, keepsGood: Bool, to path: String, log: inout DiagnosticLog
  ) throws(FileWritingError) -> Import? {
    let reader = ObservationReader(
      ladder: edition.rungs, fields: edition.fields, others: others(than: edition), threads: processorCount())
    guard let imported = reader.importing(files, entities: entities, keepsGood: keepsGood, log: &log) else { return nil }
    if imported.looseValues > 0 {
      log.warning(
        .cellWrongRung, at: nil,
        Words(
          id: "\(imported.looseValues) nilai dicatat di jenjang yang tidak dimiliki edisi ini, dan tidak ditulis",
          en: "\(imported.looseValues) values are recorded on a rung that this edition lacks, and were not written"))
    }
    let text = ObservationsCSV(imported.table, by: edition)
    guard path != "-" else {
      return Import(accounts: imported.accounts, rows: text.rows, refused: imported.refused, written: [], text: text.text)
    }
    var made: [ResultFile] = []
    let listing = path + ".refused.csv"
    // A list of an earlier run must not be taken for that of this one.
    if !imported.refused.isEmpty || fileExists(listing) {
      made.append(ResultFile(listing, Array(RefusedRowsCSV(imported.refused, language: .en).text.utf8), as: .refusedRows))
    }
    made.append(ResultFile(path, Array(text.text.utf8), as: .observations))
    for (file, account) in zip(files, imported.accounts) where file.name != "-" {
      let profile = ImportProfile(digest: Digest(of: file), form: account.form)
      // One that was there has been read as a profile.
      made.append(ResultFile(ImportProfile.path(of: file.name), Array(profile.text(of: file.name).utf8), replacing: nil))
    }
    try writeResults(made)
    return Import(accounts: imported.accounts, rows: text.rows, refused: imported.refused, written: made.map(\.path), text: text.text)
  }
}

extension SourceFile {
  /// This file, said to be written so.
  fileprivate func formed(_ form: TableForm) -> SourceFile {
    var file = self
    file.form = form
    return file
  }
}
