internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// What a test says was recorded: fields with their values, the last word on each.
struct FieldRecord {
  /// One recorded value.
  struct Entry {
    let field: Field
    /// What was recorded; nil where nothing was.
    let value: ObservedValue?
    let place: SourceRange
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  /// Adds an entry in place of an earlier one of the same field.
  mutating func set(_ entry: Entry) {
    if let position = positions[entry.field.id.value] {
      entries[position] = entry
    } else {
      positions[entry.field.id.value] = entries.count
      entries.append(entry)
    }
  }

  /// Adds what another record says; it has the last word.
  mutating func merge(_ other: FieldRecord) {
    for entry in other.entries { set(entry) }
  }
}
