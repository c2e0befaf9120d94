internal import RuleDiagnostics
internal import RuleModel

/// An edition as the checks look at it: its parts in one list, its fields by name.
struct CheckedRules {
  /// The edition.
  let edition: Edition
  /// All parts, groups before what they hold.
  let parts: [Part]
  /// Whether everything was read, so that what is missing is missing.
  let isComplete: Bool

  private let fields: [String: Field]
  private let incompleteGroups: Set<String>
  private let brokenSections: Set<String>
  private let isWhole: Bool

  /// Prepares an edition. What follows from groups and sections that could not be read, or from an edition that is not whole because
  /// an edit failed, is not to be reported again.
  init(_ edition: Edition, incompleteGroups: Set<String>, brokenSections: Set<String>, isWhole: Bool) {
    self.edition = edition
    self.incompleteGroups = incompleteGroups
    self.brokenSections = brokenSections
    self.isWhole = isWhole
    isComplete = isWhole && incompleteGroups.isEmpty
    fields = Dictionary(edition.fields.map { ($0.id.value, $0) }) { first, _ in first }
    var parts: [Part] = []
    func visit(_ part: Part) {
      parts.append(part)
      part.children.forEach(visit)
    }
    visit(edition.score)
    self.parts = parts
  }

  /// The field of that name; nil if there is none, or if it could not be read.
  func field(_ id: String) -> Field? { fields[id] }

  /// The names of all fields.
  var fieldNames: [String] { edition.fields.map(\.id.value) }

  /// Whether a section could be read, so that a name that it does not hold does not exist.
  func isKnown(_ section: String) -> Bool { !brokenSections.contains(section) }

  /// Whether all parts of a group are known.
  func isComplete(_ group: Part) -> Bool { isWhole && !incompleteGroups.contains(group.id.value) }
}
