package import RuleDiagnostics

/// Asks whether a misspelt name means one that exists; nil if none is near.
package func suggestion(for name: String, among names: some Sequence<String>) -> Words? {
  nearestName(to: name, among: names).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
}
