internal import RuleDiagnostics
internal import RuleModel

/// How parts and fields of one edition go on in the next.
struct Succession {
  private let step: EditionStep
  /// For each field of the earlier edition that was renamed its name in the later one.
  private let fieldNames: [String: String]
  /// The renamed fields by their names in the later edition.
  private let origins: [String: String]
  private let links: [String: PartLink]

  /// Follows the step from `old`. Complexity: linear in the links and the fields.
  init(_ step: EditionStep, from old: Edition) {
    self.step = step
    let known = Set(old.fields.map(\.id.value))
    var names: [String: String] = [:]
    var origins: [String: String] = [:]
    for link in step.fields {
      // A field can be renamed twice within a step.
      let origin = known.contains(link.from) && names[link.from] == nil ? link.from : origins[link.from] ?? link.from
      names[origin] = link.to
      origins[link.to] = origin
    }
    fieldNames = names
    self.origins = origins
    let continuing = step.parts.filter { !$0.from.isEmpty && !$0.to.isEmpty }
    links = Dictionary(continuing.flatMap { link in link.from.map { ($0, link) } }) { first, _ in first }
  }

  /// The name of a field in the later edition, whether it is recorded there or not.
  func name(ofField id: String) -> String { fieldNames[id] ?? id }

  /// Whether a field goes on under another name.
  func isRenamed(field id: String) -> Bool { fieldNames[id].map { $0 != id } ?? false }

  /// The other name in the earlier edition of the field that has this one in the later; nil if it had no other.
  func formerName(ofField id: String) -> String? { origins[id].flatMap { $0 != id && fieldNames[$0] == id ? $0 : nil } }

  /// Whether a field is said to be recorded no more.
  func isDropped(field id: String) -> Bool { step.droppedFields.contains { $0.id == id } }

  /// The parts as which a part of the earlier edition goes on, whether they exist there or not; itself if nothing is said.
  func successors(of id: String) -> [String] {
    var current = [id]
    // A part can be renamed several times within a step.
    for _ in 0..<4 {
      let next = current.flatMap { links[$0]?.to ?? [$0] }
      guard next != current else { break }
      current = next
    }
    return current
  }

  /// Whether something is said about a part that has this id before or after the step.
  var linkedParts: Set<String> { Set(step.parts.flatMap { $0.from + $0.to }) }

  /// Whether a part is said to have no successor.
  var droppedParts: Set<String> { Set(step.parts.filter { $0.to.isEmpty }.flatMap(\.from)) }
}
