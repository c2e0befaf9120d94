internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

extension Workspace {
  /// Returns what was loaded, without the edition if it or an edition that it rests on is published and not what was locked.
  func refusingUnfrozen(_ loaded: EditionLoader.Loaded) -> EditionLoader.Loaded {
    var log = loaded.log
    checkFrozen(loaded, log: &log)
    return EditionLoader.Loaded(edition: log.hasErrors ? nil : loaded.edition, log: log, sources: loaded.sources)
  }

  /// Checks an edition and all that it rests on against the register of the folder that each file lies in.
  func checkFrozen(_ loaded: EditionLoader.Loaded, log: inout DiagnosticLog) {
    var seen: Set<String> = []
    for (index, source) in loaded.sources.enumerated() where seen.insert(source.name).inserted {
      let isDamaged = !checkFrozen(source, index == 0 ? loaded : loader.load(source), log: &log)
      // The files of a chain lie side by side; a damaged register is reported once.
      if isDamaged { return }
    }
  }

  /// Checks one file against its register; false if the register is damaged.
  private func checkFrozen(_ source: SourceFile, _ loaded: EditionLoader.Loaded, log: inout DiagnosticLog) -> Bool {
    let edition = loaded.edition?.edition
    let isPublished = edition?.status == .published
    guard let (folder, file) = rulesFolder(of: source.name) else {
      if isPublished, let edition { warnOutside(edition, in: source, log: &log) }
      return true
    }
    switch folder.register(log: &log) {
    case .damaged: return false
    case .absent: if isPublished, let edition { folder.reportNoRegister(for: [edition.fullName], log: &log) }
    case .whole(let register): FrozenCheck(folder: folder, register: register).check(source, loaded, at: file, log: &log)
    }
    return true
  }

  /// The rules folder whose register knows about a file, and the file's path below it: this workspace's own, else the nearest with a register.
  func rulesFolder(of file: String) -> (RulesFolder, String)? {
    guard file != "-" else { return nil }
    if let below = pathBelow(rulesFolder, of: file) { return (RulesFolder(path: rulesFolder), below) }
    for start in [absolutePath(file), truePath(file)].compactMap(\.self) {
      var folder = folderPath(of: start)
      while folder != "/" {
        if fileKind(joined(folder, Register.fileName)) != nil, let below = pathBelow(folder, of: file) {
          return (RulesFolder(path: folder), below)
        }
        folder = folderPath(of: folder)
      }
    }
    return nil
  }

  private func warnOutside(_ edition: Edition, in source: SourceFile, log: inout DiagnosticLog) {
    log.warning(
      .outsideRegister, at: EditionLoader.place(of: "status", in: source),
      Words(
        id: "`\(edition.fullName)` berstatus terbit, tetapi di luar folder aturan: tidak ada register yang menjamin isinya",
        en: "`\(edition.fullName)` is published, but lies outside a rules folder: no register vouches for it"),
      help: Words(
        id: "pakai berkas di folder `\(rulesFolder)`, atau sebut foldernya dengan `--rules-dir`",
        en: "use the file in the folder `\(rulesFolder)`, or name its folder with `--rules-dir`"))
  }
}
