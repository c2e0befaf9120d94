internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// A whole edition as nodes, and how it came about.
struct ResolvedEdition {
  /// The whole edition.
  let root: YAMLNode
  /// The steps from the first edition to this one.
  let history: [EditionStep]
  /// The editions before this one, as far as they were found.
  let past: Past

  /// An edition that has been resolved.
  init(root: YAMLNode, history: [EditionStep], past: Past) {
    self.root = root
    self.history = history
    self.past = past
  }

  /// An edition that comes from no other.
  init(whole root: YAMLNode) {
    self.init(root: root, history: [], past: Past())
  }
}

/// The editions before one.
struct Past {
  /// The earlier editions, whole, oldest first.
  private let roots: [YAMLNode]
  /// Where the file names the last of them; nil if there is none.
  let range: SourceRange?
  /// The changes by which the edition extends the last of them; nil if it is written whole.
  let changes: ChangeTrial?

  /// No past.
  init() {
    self.init(roots: [], range: nil, changes: nil)
  }

  private init(roots: [YAMLNode], range: SourceRange?, changes: ChangeTrial?) {
    self.roots = roots
    self.range = range
    self.changes = changes
  }

  /// The past of an edition that follows `root`.
  func followed(by root: YAMLNode, at range: SourceRange, changes: ChangeTrial?) -> Past {
    Past(roots: roots + [root], range: range, changes: changes)
  }

  /// The earlier editions, oldest first; none that could not be read. Complexity: linear in their size.
  func editions() -> [Edition] { roots.compactMap { Past.edition($0) } }

  /// The edition before this one; nil if there is none. Complexity: linear in its size.
  func previous() -> Edition? { roots.last.flatMap { Past.edition($0) } }

  private static func edition(_ root: YAMLNode) -> Edition? {
    var decoder = EditionDecoder()
    return decoder.edition(from: root, file: root.range.file, history: [])
  }
}
