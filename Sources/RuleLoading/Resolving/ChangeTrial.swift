internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// Carries out some of the named changes of an edition, to see whether what comes of it can be computed.
struct ChangeTrial {
  /// A named change as far as the trial needs it.
  struct Change {
    /// Its name.
    let id: Marked<String>
    /// The places of the changes that must come before it, itself included.
    let needed: Set<Int>
  }

  private let base: YAMLNode
  private let file: YAMLNode
  private let nodes: [YAMLNode]
  /// The steps to the edition, this one without its changes.
  private let history: [EditionStep]

  /// Takes the whole base and the file that extends it.
  init(base: ResolvedEdition, file: YAMLNode, step: EditionStep) {
    self.base = base.root
    history = base.history + [EditionStep(base: step.base, changes: [])]
    self.file = file
    nodes = file["changes"]?.items ?? []
  }

  /// The number of changes.
  var count: Int { nodes.count }

  /// The changes in the order of the file. Complexity: quadratic in their number where each comes after the last.
  func changes() -> [Change] {
    var places: [String: Int] = [:]
    var changes: [Change] = []
    for (place, node) in nodes.enumerated() {
      let name = node["id"]?.scalar.map { Marked($0.text, at: node["id"]?.range ?? node.range) } ?? Marked("", at: node.range)
      let after = node["after"].map { $0.items ?? [$0] } ?? []
      let earlier = after.compactMap { $0.scalar.flatMap { places[$0.text] } }
      changes.append(Change(id: name, needed: earlier.reduce(into: [place]) { $0.formUnion(changes[$1].needed) }))
      places[name.value] = place
    }
    return changes
  }

  /// A measure of the time that one trial takes: the number of values in both files.
  var size: Int { base.count + file.count }

  /// The first error in the edition that has only these changes; nil if it can be computed.
  ///
  /// Weights need not add up there: they count relative to each other.
  func firstError(with kept: Set<Int>) -> Diagnostic? {
    let list = file["changes"].map { YAMLNode(content: .sequence(kept.sorted().map { nodes[$0] }), range: $0.range) }
    var resolver = ChangeResolver(base: base)
    resolver.apply(list.map { file.setting("changes", to: $0) } ?? file)
    if let error = resolver.log.firstError { return error }
    var decoder = EditionDecoder()
    let edition = decoder.edition(from: resolver.resolved, file: file.range.file, history: history)
    if let error = decoder.log.firstError { return error }
    guard let edition else { return nil }
    var log = DiagnosticLog()
    let subject = CheckedRules(edition, readBy: decoder, titleRange: nil, isWhole: true)
    for check in allChecks where !(check is WeightsSumCheck) { check.run(subject, log: &log) }
    return log.firstError
  }
}

extension DiagnosticLog {
  fileprivate var firstError: Diagnostic? { diagnostics.first { $0.severity == .error } }
}

extension YAMLNode {
  /// The number of values in it.
  fileprivate var count: Int {
    switch content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.count }
    }
  }
}
