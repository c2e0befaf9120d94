internal import RuleDiagnostics
internal import RuleLoading

/// A folder of rule files with the register of what was published from it.
public struct RulesFolder: Sendable {
  /// What reading the register came to.
  enum State {
    /// There is none.
    case absent
    /// It is there, but damaged: nothing can be trusted.
    case damaged
    /// It is whole.
    case whole(Register)
  }

  /// Folders are searched for rule files down to this depth.
  static let deepest = 8

  /// The folder as the user named it.
  public let path: String

  /// The path of the register.
  public var registerPath: String { joined(path, Register.fileName) }

  /// The path of a file, as the user would write it.
  func path(of file: String) -> String { joined(path, file) }

  /// Reads the register; a damaged one is reported.
  func register(log: inout DiagnosticLog) -> State {
    guard let kind = fileKind(registerPath) else {
      guard let obstacle = folderObstacle(path) else { return .absent }
      reportUnreadable(obstacle, log: &log)
      return .damaged
    }
    guard kind != .unknown else {
      reportUnreadable(Words(id: "sistem tidak dapat melihatnya", en: "the system cannot look at it"), log: &log)
      return .damaged
    }
    guard kind == .file else {
      log.error(
        .lockMissing, at: nil,
        Words(id: "`\(registerPath)` tautan atau folder, bukan berkas", en: "`\(registerPath)` is a link or a folder, not a file"),
        help: restoreRegister)
      return .damaged
    }
    do {
      return RegisterReader.read(try readFile(registerPath), log: &log).map { .whole($0) } ?? .damaged
    } catch {
      reportUnreadable(error.reason, log: &log)
      return .damaged
    }
  }

  /// What is there and cannot be read must not be replaced by something else.
  private func reportUnreadable(_ reason: Words, log: inout DiagnosticLog) {
    log.error(
      .lockMissing, at: nil,
      Words(
        id: "register `\(registerPath)` tidak dapat dibaca: \(reason.id)", en: "the register `\(registerPath)` cannot be read: \(reason.en)"
      ),
      help: Words(
        id: "register itu ada; buat ia dapat dibaca oleh akun ini, jangan menggantinya",
        en: "the register is there; make it readable to this account, do not replace it"))
  }

  /// Reports that there are published editions and no register.
  func reportNoRegister(for names: [String], log: inout DiagnosticLog) {
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    let command = (["timbang lock"] + names + (path == "rules" ? [] : ["--rules-dir \(path)"])).joined(separator: " ")
    log.error(
      .lockMissing, at: nil,
      Words(
        id: "register `\(registerPath)` tidak ada, padahal ada yang sudah terbit: \(list)",
        en: "there is no register `\(registerPath)`, although something is published: \(list)"),
      help: Words(
        id: "kalau belum pernah ada edisi yang dikunci, kunci yang pertama: `\(command)`; kalau sudah, kembalikan register itu",
        en: "if no edition was ever locked, lock the first: `\(command)`; if one was, put the register back"))
  }

  private var restoreRegister: Words {
    Words(id: "kembalikan register itu, misalnya dari riwayat git", en: "put the register back, for instance from the history in git")
  }

  /// What is in the way of a file that must be a plain file in plain folders; nil if nothing is.
  func obstacle(at file: String) -> Words? {
    var path = path
    let names = file.split(separator: "/")
    for (index, name) in names.enumerated() {
      path = joined(path, String(name))
      switch fileKind(path) {
      case .file where index == names.count - 1, .folder where index < names.count - 1: continue
      case nil: return Words(id: "tidak ada", en: "is not there")
      case .unknown: return Words(id: "tidak dapat dilihat oleh sistem", en: "cannot be looked at by the system")
      case .link: return Words(id: "adalah tautan, bukan berkas tersendiri", en: "is a link, not a file of its own")
      default: return Words(id: "bukan berkas", en: "is no file")
      }
    }
    return nil
  }

  /// The rule files below the folder that say that they are published, by their paths below it, sorted. Links are not followed.
  func publishedFiles() -> [String] {
    ruleFiles().filter { file in
      guard let source = try? readFile(path(of: file)) else { return false }
      return EditionLoader.isPublished(source)
    }
  }

  /// The rule files below the folder, by their paths below it, sorted. Links are not followed.
  func ruleFiles() -> [String] { ruleFiles(below: nil, depth: 0) }

  private func ruleFiles(below folder: String?, depth: Int) -> [String] {
    guard depth < RulesFolder.deepest else { return [] }
    return (namesInFolder(folder.map { path(of: $0) } ?? path) ?? []).flatMap { name -> [String] in
      let file = folder.map { joined($0, name) } ?? name
      switch fileKind(path(of: file)) {
      case .folder: return name.hasPrefix(".") ? [] : ruleFiles(below: file, depth: depth + 1)
      case .file: return name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? [file] : []
      default: return []
      }
    }
  }
}
