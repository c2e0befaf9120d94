internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

/// An edition that may be locked: published, without errors, each of its changes with a source, in the rules folder.
struct LockCandidate {
  let name: String
  let seal: Seal
  let file: String
  private let edition: Edition
  private let folder: RulesFolder
  private let sources: [SourceFile]

  /// Takes an edition that was read; reports everything that forbids locking it.
  init?(_ source: SourceFile, _ loaded: EditionLoader.Loaded, _ folder: RulesFolder, _ register: Register, log: inout DiagnosticLog) {
    log.appendNew(loaded.log.onlyErrors)
    guard let edition = loaded.edition?.edition else { return nil }
    let errorsBefore = log.errorCount
    let here = EditionLoader.place(of: "edition", in: source)
    LockCandidate.checkStatus(of: edition, in: source, log: &log)
    LockCandidate.checkReasons(of: edition, log: &log)
    guard let file = LockCandidate.place(of: edition, at: here, in: folder, log: &log), log.errorCount == errorsBefore else { return nil }
    // An edition that was locked before must be the same still.
    if register.entry(edition.fullName) != nil || register.entry(file: file) != nil {
      FrozenCheck(folder: folder, register: register).check(source, loaded, at: file, log: &log)
    }
    guard log.errorCount == errorsBefore else { return nil }
    self.edition = edition
    self.folder = folder
    self.file = file
    sources = loaded.sources
    name = edition.fullName
    seal = Seal(edition, in: source)
  }

  private static func checkStatus(of edition: Edition, in source: SourceFile, log: inout DiagnosticLog) {
    guard edition.status != .published else { return }
    log.error(
      .notLockable, at: EditionLoader.place(of: "status", in: source),
      Words(
        id: "`\(edition.fullName)` berstatus `\(edition.status.rawValue)`; hanya edisi terbit yang dikunci",
        en: "`\(edition.fullName)` has the status `\(edition.status.rawValue)`; only published editions are locked"),
      help: Words(
        id: "kalau edisi ini memang sudah ditetapkan, tulis `status: published`, lalu jalankan ini sekali lagi",
        en: "if the edition has been adopted, write `status: published`, then run this once more"))
  }

  /// The steps before the last belong to earlier editions, which are locked for themselves.
  private static func checkReasons(of edition: Edition, log: inout DiagnosticLog) {
    for change in edition.history.last?.changes ?? [] {
      guard change.citations.isEmpty else { continue }
      log.error(
        .notLockable, at: change.id.range,
        Words(
          id: "perubahan `\(change.id.value)` tidak menyebut sumber; edisi terbit harus dapat dipertanggungjawabkan",
          en: "the change `\(change.id.value)` cites no source; a published edition must give its reasons"),
        help: Words(id: "tambahkan `cite: [sumber]`", en: "add `cite: [source]`"))
    }
  }

  /// The path below the rules folder, if the register can hold it and a plain file stands there.
  private static func place(of edition: Edition, at here: SourceRange, in folder: RulesFolder, log: inout DiagnosticLog) -> String? {
    guard let file = pathBelow(folder.path, of: edition.file) else {
      log.error(
        .notLockable, at: here,
        Words(id: "berkas ini di luar folder aturan `\(folder.path)`", en: "this file lies outside the rules folder `\(folder.path)`"),
        help: Words(id: "sebut foldernya dengan `--rules-dir`", en: "name its folder with `--rules-dir`"))
      return nil
    }
    if let obstacle = folder.obstacle(at: file) {
      let path = folder.path(of: file)
      log.error(.notLockable, at: here, Words(id: "`\(path)` \(obstacle.id)", en: "`\(path)` \(obstacle.en)"))
      return nil
    }
    guard RegisterEntry.isPath(file), RegisterEntry.isPath(edition.fullName) else {
      log.error(
        .notLockable, at: here,
        Words(id: "jalur `\(file)` tidak dapat dicatat di register", en: "the path `\(file)` cannot be entered into the register"),
        help: Words(
          id: "namai berkas dan foldernya dengan huruf a-z, angka, `_`, `-` dan `.`",
          en: "name the file and its folder with the letters a-z, digits, `_`, `-` and `.`"))
      return nil
    }
    return file
  }

  /// Refuses bases that are not what was locked; warns of bases that anyone may still edit.
  func checkBases(against register: Register, _ workspace: Workspace, log: inout DiagnosticLog) {
    let check = FrozenCheck(folder: folder, register: register)
    for source in sources.dropFirst() {
      let loaded = workspace.loader.load(source)
      guard let file = pathBelow(folder.path, of: source.name), let base = loaded.edition?.edition else { continue }
      check.check(source, loaded, at: file, log: &log)
      guard base.status != .published else { continue }
      log.warning(
        .unlockedBase, at: EditionLoader.place(of: "status", in: source),
        Words(
          id: "`\(name)` bertumpu pada `\(base.fullName)`, yang masih boleh disunting: setiap suntingan di sana akan membatalkan `\(name)`",
          en: "`\(name)` rests on `\(base.fullName)`, which may still be edited: any edit there will break `\(name)`"),
        help: Words(id: "terbitkan dan kunci juga `\(base.fullName)`", en: "publish and lock `\(base.fullName)` too"))
    }
  }
}
