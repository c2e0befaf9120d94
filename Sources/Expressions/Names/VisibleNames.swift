public import RuleModel
internal import RuleDiagnostics

/// The names that an expression of a part can use, seen from the rung on which the part lives.
///
/// A field of that rung or of one above is a single value; a field of a rung below is the list of its values. A name may be written with its
/// rung before it, `unit.adu_masuk`. `unit.kind` is the kind of an entity.
public struct VisibleNames: Sendable {
  /// What stands behind a name.
  public enum Source: Sendable, Hashable {
    /// A field of the edition.
    case field(String)
    /// The kind of the entity on a rung, 0 for the top.
    case kind(rung: Int)
  }

  /// What stands behind each name.
  public let sources: [String: Source]
  /// The type of each name.
  public let types: [String: ExpressionType]

  /// Collects the names of `edition` as seen from a rung, 0 for the top. Complexity: linear in the number of fields.
  public init(in edition: Edition, from rung: Int) {
    self.init(rungs: edition.rungs.map(\.id.value), fields: edition.fields, from: rung)
  }

  /// Collects the names of fields on a ladder, top first, as seen from a rung. Complexity: linear in the number of fields.
  public init(rungs: [String], fields: [Field], from rung: Int) {
    var sources: [String: Source] = [:]
    var types: [String: ExpressionType] = [:]
    for (height, own) in rungs.enumerated() where height <= rung {
      sources["\(own).kind"] = .kind(rung: height)
      types["\(own).kind"] = .string
    }
    let heights = Dictionary(rungs.enumerated().map { ($1, $0) }) { first, _ in first }
    for field in fields {
      guard let height = heights[field.rung] else { continue }
      let single = ExpressionType(of: field.kind)
      for name in [field.id.value, "\(field.rung).\(field.id.value)"] {
        sources[name] = .field(field.id.value)
        types[name] = height <= rung ? single : .list(single)
      }
    }
    self.sources = sources
    self.types = types
  }
}

extension ExpressionType {
  /// The type of a field's values.
  init(of kind: Field.Kind) {
    switch kind {
    case .yesNo: self = .boolean
    case .number, .count, .level: self = .number
    case .choice, .text: self = .string
    }
  }
}
