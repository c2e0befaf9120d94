public import RuleDiagnostics
public import RuleLoading
public import RuleModel

/// A rules folder and what can be asked of it: find an edition, read observations with it, score.
public struct Workspace: Sendable {
  /// The folder in which editions are looked up by name.
  public let rulesFolder: String

  /// Makes a workspace over a rules folder.
  public init(rulesFolder: String = "rules") {
    self.rulesFolder = rulesFolder
  }

  /// Finds the file that `reference` means: a path, an edition `2022`, or `kepatuhan/2022`.
  public func findRules(_ reference: String, log: inout DiagnosticLog) -> String? {
    if reference.hasSuffix(".yaml") || reference.hasSuffix(".yml") || reference == "-" { return reference }
    if reference.contains("/"), !fileExists("\(rulesFolder)/\(reference).yaml"), fileExists(reference) { return reference }
    let direct = "\(rulesFolder)/\(reference).yaml"
    if fileExists(direct) { return direct }
    let all = editionFiles()
    let matches = all.filter { $0.name == reference }
    if matches.count == 1 { return matches[0].path }
    let list = (matches.isEmpty ? all : matches).map { "`\($0.family)/\($0.name)`" }.joined(separator: ", ")
    let known = all.flatMap { [$0.name, "\($0.family)/\($0.name)"] }
    let near = matches.isEmpty ? nearestName(to: reference, among: known) : nil
    log.error(
      .editionNotFound, at: nil,
      matches.isEmpty
        ? Words(
          id: "edisi `\(reference)` tidak ditemukan di folder `\(rulesFolder)`",
          en: "the edition `\(reference)` was not found in the folder `\(rulesFolder)`")
        : Words(id: "edisi `\(reference)` ada di beberapa keluarga", en: "the edition `\(reference)` exists in several families"),
      help: unreadableFolder()
        ?? (all.isEmpty
          ? noEditions
          : near.map { near in
            Words(id: "maksudnya `\(near)`? yang ada: \(list)", en: "did you mean `\(near)`? there are: \(list)")
          } ?? Words(id: "yang ada: \(list)", en: "there are: \(list)")))
    return nil
  }

  /// Returns references that are named together with the family written before an edition of several families, where the others tell which
  /// is meant: `2018` beside `2020` is `spbe/2018` if only that family has a `2020`.
  ///
  /// What the others leave open, or say in two ways, stays as it is. Complexity: linear in the number of editions, for each reference.
  public func together(_ references: [String]) -> [String] {
    let all = editionFiles()
    let families = references.map { reference in
      Set(all.filter { [$0.name, $0.path, "\($0.family)/\($0.name)"].contains(reference) }.map(\.family))
    }
    return references.enumerated().map { number, reference in
      let others = families.enumerated().filter { $0.offset != number && $0.element.count == 1 }.flatMap(\.element)
      let meant = families[number].intersection(others)
      guard families[number].count > 1, meant.count == 1, let family = meant.first else { return reference }
      return "\(family)/\(reference)"
    }
  }

  private var noEditions: Words {
    Words(
      id: "folder itu tidak berisi edisi; sebut folder aturan dengan `--rules-dir`, atau sebut berkasnya",
      en: "that folder holds no editions; name the rules folder with `--rules-dir`, or name the file")
  }

  /// Says why the first of the folders in which editions are looked up that cannot be read, cannot; nil if all can.
  private func unreadableFolder() -> Words? {
    let folders = [rulesFolder] + (namesInFolder(rulesFolder) ?? []).map { joined(rulesFolder, $0) }
    return folders.lazy.compactMap { folder in
      folderObstacle(folder).map { reason in
        Words(id: "folder `\(folder)` tidak dapat dibaca: \(reason.id)", en: "the folder `\(folder)` cannot be read: \(reason.en)")
      }
    }.first
  }

  /// Whether a file lies in the rules folder or below it, by its name or by where its links lead.
  public func holds(_ file: String) -> Bool { pathBelow(rulesFolder, of: file) != nil }

  /// Whether anything stands at a path, whatever it is.
  public func stands(_ path: String) -> Bool { fileKind(path) != nil }

  /// The path of the register of published editions.
  public var registerPath: String { RulesFolder(path: rulesFolder).registerPath }

  /// Reads, resolves and checks an edition; refuses a published one, also below it, that is not what was locked.
  public func load(_ reference: String) -> EditionLoader.Loaded {
    load(reference) { loader.load($0) }
  }

  /// As ``load(_:)``, and says what is worth knowing about the way from the editions before it to this one.
  public func check(_ reference: String) -> EditionLoader.Loaded {
    load(reference) { loader.check($0) }
  }

  private func load(_ reference: String, by reading: (SourceFile) -> EditionLoader.Loaded) -> EditionLoader.Loaded {
    var log = DiagnosticLog()
    guard let path = findRules(reference, log: &log), let source = read(path, log: &log) else {
      return EditionLoader.Loaded(edition: nil, log: log, sources: [])
    }
    return refusingUnfrozen(reading(source))
  }

  /// Loads the edition of that name that lies beside another, where an edition finds its base.
  public func load(_ edition: String, beside other: Edition) -> EditionLoader.Loaded {
    guard let source = Workspace.findBase(edition, SourceFile(name: other.file, bytes: [])) else {
      var log = DiagnosticLog()
      log.error(
        .editionNotFound, at: nil,
        Words(
          id: "edisi `\(edition)` tidak ada di samping `\(other.file)`", en: "there is no edition `\(edition)` beside `\(other.file)`"))
      return EditionLoader.Loaded(edition: nil, log: log, sources: [])
    }
    return refusingUnfrozen(loader.load(source))
  }

  /// What reads rule files, whether they are frozen or not.
  var loader: EditionLoader {
    EditionLoader(findBase: Workspace.findBase) { "\($0.scoringDigest)" }
  }

  /// Writes the file of a new edition that extends another, for its author to fill: nothing but a head and one change as an example.
  ///
  /// Reports why it cannot; an edition that exists is never written over. Returns the path of the new file.
  public func draft(_ edition: String, from reference: String, log: inout DiagnosticLog) throws(FileWritingError) -> String? {
    let loaded = load(reference)
    log.append(loaded.log)
    guard let base = loaded.edition?.edition else { return nil }
    guard edition != base.name else {
      log.error(
        .notAnID, at: nil,
        Words(
          id: "`\(edition)` tidak dapat menjadi nama edisi baru: itu nama edisi asalnya",
          en: "`\(edition)` cannot be the name of a new edition: that is the name of the edition it would come from"),
        help: Words(id: "sebut edisi asal yang lain, atau nama baru", en: "name another edition to come from, or a new name"))
      return nil
    }
    guard edition.isName else {
      log.error(
        .notAnID, at: nil,
        Words(id: "`\(edition)` tidak dapat menjadi nama edisi baru", en: "`\(edition)` cannot be the name of a new edition"),
        help: Words(id: "tulis misalnya `2026`, atau `2022.1` untuk koreksi", en: "write for instance `2026`, or `2022.1` for a correction")
      )
      return nil
    }
    let slash = base.file.lastIndex(of: "/")
    let path = (slash.map { String(base.file[...$0]) } ?? "") + "\(edition).yaml"
    guard !fileExists(path) else {
      log.error(
        .fileUnreadable, at: nil, Words(id: "`\(path)` sudah ada", en: "`\(path)` exists already"),
        help: Words(id: "pilih nama lain, atau sunting berkas itu", en: "choose another name, or edit that file"))
      return nil
    }
    try writeFile(path, Array(DraftText(edition, extending: base).text.utf8), .onlyIfNew)
    return path
  }

  /// Reads a file; reports why it cannot.
  public func read(_ path: String, for purpose: ReadingPurpose = .rules, log: inout DiagnosticLog) -> SourceFile? {
    do {
      return try readFile(path, for: purpose)
    } catch {
      log.error(
        error.code, at: error.place,
        Words(id: "`\(path)` tidak dapat dibaca: \(error.reason.id)", en: "`\(path)` cannot be read: \(error.reason.en)"))
      return nil
    }
  }

  /// Reads several files that are one data set; reports those that cannot be read, and a file that is named twice, of which nothing would
  /// be true but that everything in it stands twice. Nil after either.
  ///
  /// Of workbooks and databases the sheets or tables of one role are read, see ``readTable(_:_:log:)``.
  ///
  /// - Parameters:
  ///   - paths: the files, which are one data set.
  ///   - sheet: the sheet or table; where it has no name, the one that is kept beside a file holds.
  ///   - form: what is said of how they are written; where it is silent, what is kept beside a file holds.
  ///   - renews: whether something that is kept of other bytes is passed over instead of refused.
  ///   - log: takes what is wrong.
  public func readEach(
    _ paths: [String], _ sheet: SheetChoice = .observations, as form: TableForm = TableForm(), renewing renews: Bool = false,
    log: inout DiagnosticLog
  ) -> [SourceFile]? {
    var seen: Set<String> = []
    var again: Set<String> = []
    for path in paths where !seen.insert(path == "-" ? path : truePath(path) ?? path).inserted && again.insert(path).inserted {
      log.error(
        .cellDuplicate, at: nil, Words(id: "berkas `\(path)` disebut dua kali", en: "the file `\(path)` is named twice"),
        help: Words(id: "sebut setiap berkas satu kali", en: "name each file once"))
    }
    guard again.isEmpty else { return nil }
    let files = paths.compactMap { readFormed($0, sheet, form, renews: renews, log: &log) }
    return files.count == paths.count ? files : nil
  }

  /// Finds the instruments of the other editions in the same folder: data files may speak of them too, as they serve several years.
  ///
  /// Complexity of a call of the result: linear in the sizes of the editions and of those that they extend.
  public func others(than edition: Edition) -> Instrument.Others {
    { [self] in
      let loader = loader
      return siblings(of: edition.file).compactMap { path in
        guard let source = try? readFile(path), let other = loader.load(source).edition?.edition, other.family == edition.family else {
          return nil
        }
        return Instrument(other)
      }
    }
  }

  /// Loads every edition of a family, in the order of their names: a folder in the rules folder, or any folder of rule files.
  ///
  /// Reports a family that is not there; what is wrong with an edition stands in its own log.
  public func editions(of family: String, log: inout DiagnosticLog) -> [EditionLoader.Loaded] {
    let folder = family.contains("/") ? family : joined(rulesFolder, family)
    let files = (namesInFolder(folder) ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    guard !files.isEmpty else {
      let all = Set(editionFiles().map(\.family)).sorted()
      let list = all.map { "`\($0)`" }.joined(separator: ", ")
      log.error(
        .editionNotFound, at: nil,
        Words(id: "tidak ada edisi di folder `\(folder)`", en: "there are no editions in the folder `\(folder)`"),
        help: nearestName(to: family, among: all).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
          ?? (all.isEmpty ? noEditions : Words(id: "yang ada: \(list)", en: "there are: \(list)")))
      return []
    }
    return files.sorted(by: inOrderOfEditions).map { load("\(folder)/\($0).yaml") }
  }

  /// `2021`, `2022`, `2022.1`, `2022.10`: piece by piece, numbers by their size.
  private func inOrderOfEditions(_ left: String, _ right: String) -> Bool {
    let (mine, theirs) = (left.split(separator: "."), right.split(separator: "."))
    for (one, other) in zip(mine, theirs) where one != other {
      if let first = Int(one), let second = Int(other), first != second { return first < second }
      return String(one).precedesByBytes(String(other))
    }
    return mine.count < theirs.count
  }

  private struct EditionFile {
    let family: String
    let name: String
    let path: String
  }

  private func editionFiles() -> [EditionFile] {
    (namesInFolder(rulesFolder) ?? []).flatMap { family in
      (namesInFolder("\(rulesFolder)/\(family)") ?? []).filter { $0.hasSuffix(".yaml") }.map { name in
        EditionFile(family: family, name: String(name.dropLast(5)), path: "\(rulesFolder)/\(family)/\(name)")
      }
    }
  }

  private func siblings(of file: String) -> [String] {
    let folder = folderPath(of: file)
    return (namesInFolder(folder) ?? []).filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }.filter {
      $0 != file && "./\(file)" != $0
    }
  }

  /// The base of an edition lies beside it: under its own name, or in a file that says `edition:` so.
  @Sendable private static func findBase(_ edition: String, _ file: SourceFile) -> SourceFile? {
    let folder = folderPath(of: file.name)
    let prefix = file.name.contains("/") ? "\(folder)/" : ""
    if let source = try? readFile("\(prefix)\(edition).yaml") { return source }
    for name in namesInFolder(folder) ?? [] where name.hasSuffix(".yaml") && "\(prefix)\(name)" != file.name {
      guard let source = try? readFile("\(prefix)\(name)"), EditionLoader.editionName(in: source) == edition else { continue }
      return source
    }
    return nil
  }
}
