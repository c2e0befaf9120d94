internal import MarkedYAML
public import RuleDiagnostics
public import RuleModel

/// Carries out some of the named changes by which an edition extends another, to see what comes of it.
public struct ChangeTrial: Sendable {
  /// A named change as far as the trial needs it.
  public struct Change: Sendable {
    /// Its name.
    public let id: Marked<String>
    /// The places of the changes that must come before it, itself included.
    public let needed: Set<Int>
  }

  /// Why an edition with some of the changes cannot be computed.
  public struct Refusal: Error {
    /// The first thing that is wrong with it.
    public let finding: Diagnostic

    /// Refuses because of a finding.
    package init(finding: Diagnostic) {
      self.finding = finding
    }
  }

  private let baseRoot: YAMLNode
  private let file: YAMLNode
  private let nodes: [YAMLNode]
  /// The steps to the edition, this one without its changes.
  private let history: [EditionStep]

  /// Takes the whole base and the file that extends it.
  init(base: ResolvedEdition, file: YAMLNode, step: EditionStep) {
    baseRoot = base.root
    history = base.history + [EditionStep(base: step.base, changes: [])]
    self.file = file
    nodes = file["changes"]?.items ?? []
  }

  /// The name of the edition that is extended.
  public var base: String { history.last?.base ?? "" }

  /// The number of changes.
  public var count: Int { nodes.count }

  /// The changes in the order of the file. Complexity: quadratic in their number where each comes after the last.
  public func changes() -> [Change] {
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
  var size: Int { baseRoot.count + file.count }

  /// The first error in the edition that has only these changes; nil if it can be computed.
  func firstError(with kept: Set<Int>) -> Diagnostic? {
    do {
      _ = try edition(with: kept)
      return nil
    } catch {
      return error.finding
    }
  }

  /// Returns the edition that has only these changes, by their places.
  ///
  /// Weights need not add up there: they count relative to each other. Complexity: linear in the size of both files.
  public func edition(with kept: Set<Int>) throws(Refusal) -> CheckedEdition {
    let list = file["changes"].map { YAMLNode(content: .sequence(kept.sorted().map { nodes[$0] }), range: $0.range) }
    var resolver = ChangeResolver(base: baseRoot)
    resolver.apply(list.map { file.setting("changes", to: $0) } ?? file)
    try refuse(resolver.log)
    let step = EditionStep(base: base, changes: resolver.changes, parts: resolver.partLinks, fields: resolver.fieldLinks)
    var decoder = EditionDecoder()
    let edition = decoder.edition(from: resolver.resolved, file: file.range.file, history: history.dropLast() + [step])
    try refuse(decoder.log)
    // INVARIANT: the decoder gives nothing only after reporting why.
    guard let edition else {
      let words = Words(id: "edisi ini tidak terbaca", en: "this edition cannot be read")
      throw Refusal(finding: Diagnostic(.wrongShape, at: file.range, words))
    }
    var log = DiagnosticLog()
    let subject = CheckedRules(edition, readBy: decoder, titleRange: nil, isWhole: true)
    for check in allChecks where !(check is WeightsSumCheck) { check.run(subject, log: &log) }
    try refuse(log)
    return CheckedEdition(passing: edition)
  }

  private func refuse(_ log: DiagnosticLog) throws(Refusal) {
    if let error = log.diagnostics.first(where: { $0.severity == .error }) { throw Refusal(finding: error) }
  }
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
