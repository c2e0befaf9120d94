package import RuleDiagnostics

/// Asks whether a misspelt name means one that exists; nil if none is near.
package func suggestion(for name: String, among names: some Sequence<String>) -> Words? {
  nearestName(to: name, among: names).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
}

/// Returns how to write the name that a misspelt one can only mean; nil if none is near, or several are.
func correction(of name: String, at range: SourceRange, among names: some Sequence<String>) -> Fix? {
  onlyNearName(to: name, among: names).flatMap { Fix(writing: $0, at: range) }
}
