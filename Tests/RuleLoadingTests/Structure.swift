import RuleDiagnostics
import RuleModel

/// Everything that an edition says, one value a line, without the places where it is written.
///
/// It looks at every stored property by reflection, so a property that is added to the model is compared without a change here.
func structure(_ value: Any, _ path: String = "") -> [String] {
  switch value {
  case is SourceRange: return []
  case let number as Fraction: return ["\(path) = \(number.exactText)"]
  case let text as String: return ["\(path) = \(text)"]
  case let words as Words: return ["\(path) = \(words.id) / \(words.en)"]
  default: break
  }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .set?: return mirror.children.flatMap { structure($0.value, path) }.sorted()
  case .dictionary?: return mirror.children.map { "\(path) : \(structure($0.value).joined(separator: " "))" }.sorted()
  case .optional? where mirror.children.isEmpty: return ["\(path) = nothing"]
  case .optional?: return mirror.children.flatMap { structure($0.value, path) }
  default: break
  }
  if mirror.children.isEmpty { return ["\(path) = \(value)"] }
  return mirror.children.enumerated().flatMap { structure($1.value, "\(path)/\($1.label ?? String($0))") }
}

extension Edition {
  /// What the edition says, without what only an edition that extends another can have.
  var said: [String] {
    structure(self).filter { !$0.hasPrefix("/history") && !$0.hasPrefix("/file") }
  }

  /// The part of that name.
  func part(_ id: String) -> Part? { score.subtree.first { $0.id.value == id } }
}
