public import RuleModel

/// The values of all parts on all rungs, of one evaluation.
public struct PartValues: Sendable {
  /// By part, rung and entity; nil where a part has no value. Empty on the rungs below a part's own.
  package var values: [[[Fraction?]]]

  package init(values: [[[Fraction?]]]) {
    self.values = values
  }

  /// Returns the value of a part for an entity of a rung, nil if it has none there.
  public func value(_ part: Int, on rung: Int, of entity: Int) -> Fraction? {
    guard values[part][rung].indices.contains(entity) else { return nil }
    return values[part][rung][entity]
  }

  /// Returns the total of an entity of the top rung.
  public func total(of entity: Int) -> Fraction? {
    value(0, on: 0, of: entity)
  }
}
