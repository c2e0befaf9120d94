internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

/// Compares the files of a rules folder with its register.
struct FrozenCheck {
  let folder: RulesFolder
  let register: Register

  /// Reports what forbids using the edition in `source`: it was locked and is another now, or it is published and was never locked.
  ///
  /// - Parameters:
  ///   - loaded: what came of reading `source`.
  ///   - file: its path below the rules folder.
  /// - Returns: what the edition is recognised by now; nil if it cannot be read.
  @discardableResult
  func check(_ source: SourceFile, _ loaded: EditionLoader.Loaded, at file: String, log: inout DiagnosticLog) -> Seal? {
    let edition = loaded.edition?.edition
    let seal = edition.map { Seal($0, in: source) }
    if let entry = register.entry(file: file) {
      check(source, seal, against: entry, log: &log)
    } else if let edition, let entry = register.entry(edition.fullName) {
      log.error(
        .frozenFile, at: EditionLoader.place(of: "edition", in: source),
        Words(
          id: "edisi terbit `\(entry.name)` adalah berkas `\(folder.path(of: entry.file))`, bukan berkas ini",
          en: "the published edition `\(entry.name)` is the file `\(folder.path(of: entry.file))`, not this one"),
        help: Words(
          id: "edisi lain perlu nama sendiri, misalnya `edition: \(register.correction(of: entry))`",
          en: "another edition needs a name of its own, such as `edition: \(register.correction(of: entry))`"),
        notes: [.init(Words(id: "tercatat di sini", en: "registered here"), at: place(of: entry))])
    } else if let edition, edition.status == .published {
      reportNotLocked(edition, in: source, log: &log)
    }
    return seal
  }

  /// Reports that the file of an entry is gone or is no plain file; tells whether it is fit to be read.
  func isThere(_ entry: RegisterEntry, log: inout DiagnosticLog) -> Bool {
    guard let obstacle = folder.obstacle(at: entry.file) else { return true }
    let path = folder.path(of: entry.file)
    log.error(
      .frozenFile, at: place(of: entry),
      Words(
        id: "berkas `\(path)` dari edisi terbit `\(entry.name)` \(obstacle.id)",
        en: "the file `\(path)` of the published edition `\(entry.name)` \(obstacle.en)"),
      help: Words(
        id: "kembalikan berkas yang bersidik `\(entry.seal.bytes)`, misalnya dari riwayat git",
        en: "put back the file with the digest `\(entry.seal.bytes)`, for instance from the history in git"))
    return false
  }

  private func check(_ source: SourceFile, _ seal: Seal?, against entry: RegisterEntry, log: inout DiagnosticLog) {
    guard isThere(entry, log: &log) else { return }
    let bytes = Digest(of: source.bytes)
    let change: FrozenChange
    if let seal {
      guard let difference = seal.difference(from: entry.seal) else { return }
      change = bytes == entry.seal.bytes ? .base(difference, found: seal[difference]) : .own(difference, found: seal[difference])
    } else {
      // With the same bytes, what is wrong lies in a base, and the loader has said so.
      guard bytes != entry.seal.bytes else { return }
      change = .unreadable(found: bytes)
    }
    let here = EditionLoader.place(of: "edition", in: source)
    let what = change.words
    log.error(
      .frozenChanged, at: here,
      Words(
        id: "edisi terbit `\(entry.name)` bukan lagi yang dikunci pada \(entry.date): \(what.id)",
        en: "the published edition `\(entry.name)` is no longer what was locked on \(entry.date): \(what.en)"),
      help: wayOut(of: entry, change),
      notes: [
        .init(note(change, entry.seal[change.difference], Words(id: "dikunci dengan", en: "locked with the")), at: place(of: entry)),
        .init(note(change, change.found, Words(id: "sekarang", en: "now the")), at: here),
      ])
  }

  private func note(_ change: FrozenChange, _ digest: Digest, _ when: Words) -> Words {
    let name = change.digestName
    return Words(id: "\(when.id) \(name.id) `\(digest)`", en: "\(when.en) \(name.en) `\(digest)`")
  }

  private func wayOut(of entry: RegisterEntry, _ change: FrozenChange) -> Words {
    let correction = register.correction(of: entry)
    let command = "timbang new \(correction) --from \(entry.name)"
    return change.isInBase
      ? Words(
        id: "kembalikan berkas edisi dasarnya, dan terbitkan perbaikan sebagai edisi `\(correction)`: `\(command)`",
        en: "put the file of its base back, and publish a correction as edition `\(correction)`: `\(command)`")
      : Words(
        id: "kembalikan berkas yang dikunci, dan terbitkan perbaikan sebagai edisi `\(correction)`: `\(command)`",
        en: "put the locked file back, and publish a correction as edition `\(correction)`: `\(command)`")
  }

  private func reportNotLocked(_ edition: Edition, in source: SourceFile, log: inout DiagnosticLog) {
    log.error(
      .notLocked, at: EditionLoader.place(of: "edition", in: source),
      Words(
        id: "`\(edition.fullName)` berstatus terbit, tetapi tidak tercatat di `\(folder.registerPath)`",
        en: "`\(edition.fullName)` is published, but is not in `\(folder.registerPath)`"),
      help: Words(
        id: "kunci dengan `timbang lock \(edition.fullName)`; kalau sudah pernah dikunci, kembalikan registernya",
        en: "lock it with `timbang lock \(edition.fullName)`; if it was locked before, put the register back"))
  }

  private func place(of entry: RegisterEntry) -> SourceRange {
    SourceRange(file: folder.registerPath, at: Position(line: entry.sequence + 1, column: 1, offset: offset(of: entry)))
  }

  private func offset(of entry: RegisterEntry) -> Int {
    register.entries.prefix { $0.sequence < entry.sequence }.reduce(Register.header.utf8.count + 1) { $0 + $1.line.utf8.count + 1 }
  }
}
