internal import Glibc
internal import MarkedYAML
public import RuleDiagnostics
internal import Spreadsheets

/// What a report about a fault should say of the program, the machine and the rules folder; nothing of what the rules or data hold.
public struct Checkup: Sendable {
  /// The state of a rules folder.
  public struct Rules: Sendable {
    /// The folder as the user named it.
    public let folder: String
    /// Why it cannot be read; nil if it can.
    public let obstacle: Words?
    /// How many rule files it holds.
    public let files: Int
    /// How many of them say that they are published.
    public let published: Int
    /// How many entries the register has; nil if there is none or it is damaged.
    public let entries: Int?
    /// The codes of what `timbang verify` finds, each once, in order.
    public let findings: [DiagnosticCode]
  }

  /// The version of timbang.
  public let version: String
  /// The libraries that read files, and their versions.
  public let libraries: [(name: String, version: String)]
  /// The system and its version.
  public let system: String
  /// How many processors there are for this program.
  public let processors: Int
  /// What the environment says about language, time zone and folders; nil for what it does not say.
  public let environment: [(name: String, value: String?)]
  /// The rules folder.
  public let rules: Rules
  /// What is taken at most.
  public let limits: [Limit]

  /// Looks at the machine and at a rules folder. Complexity: that of verifying all its published editions.
  public init(of workspace: Workspace) {
    version = timbangVersion
    libraries = [("libyaml", yamlLibraryVersion), ("SQLite", sqliteLibraryVersion)]
    let release = (try? readFile("/proc/sys/kernel/osrelease")).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    system = "Linux \(release.filter { $0 > " " && $0 < "\u{7F}" }) \(Checkup.processorFamily)"
    processors = processorCount()
    environment = ["LC_ALL", "LC_MESSAGES", "LANG", "TZ", "HOME", "TMPDIR"].map { name in
      (name, getenv(name).map { String(cString: $0) })
    }
    rules = Rules(workspace)
    limits = Limit.all
  }

  private static var processorFamily: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "?"
    #endif
  }
}

extension Checkup.Rules {
  fileprivate init(_ workspace: Workspace) {
    let folder = workspace.rulesFolder
    let rules = RulesFolder(path: folder)
    guard namesInFolder(folder) != nil else {
      let reason = SystemError().reason
      self.init(folder: folder, obstacle: reason, files: 0, published: 0, entries: nil, findings: [])
      return
    }
    var log = DiagnosticLog()
    var entries: Int?
    if case .whole(let register) = rules.register(log: &log) { entries = register.entries.count }
    var findings: [DiagnosticCode] = []
    for finding in workspace.verify().log.diagnostics where !findings.contains(finding.code) { findings.append(finding.code) }
    self.init(
      folder: folder, obstacle: nil, files: rules.ruleFiles().count, published: rules.publishedFiles().count, entries: entries,
      findings: findings)
  }
}
