internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// A weight that a change wrote.
struct WrittenWeight {
  let part: String
  /// What stood there before the change.
  let old: YAMLNode?
  /// What the change put there.
  let new: YAMLNode
}

extension ChangeResolver {
  /// Warns of weights that a change wrote without saying where they come from, if the parts say it of the weights before: a number must not
  /// pass for published because another one was.
  ///
  /// A part that the change put there was written as a whole. With the word comes the source: the change's own `cite`, if no other is given.
  mutating func checkGrounds(of weights: [WrittenWeight], hasCitations: Bool) {
    for weight in weights where !weight.isSame {
      guard let tree, let head = tree.head(weight.part), !wrote("id", of: weight.part) else { continue }
      let names = [weight.part] + tree.groups(above: weight.part)
      let isKnown = { (node: YAMLNode?) in ["published", "reconstructed"].contains(node?.scalar?.text) }
      let provider = names.first { tree.head($0)?["provenance"] != nil }
      guard let provider, let provenance = tree.head(provider)?["provenance"], isKnown(provenance) else { continue }
      let lacksProvenance = !wrote("provenance", of: provider) && !wrote("id", of: provider)
      let lacksSource = !hasCitations && !(wrote("cite", of: weight.part) && head["cite"] != nil)
      guard lacksProvenance || lacksSource else { continue }
      report(weight, provenance: lacksProvenance ? provenance : nil, lacksSource: lacksSource)
    }
  }

  private mutating func report(_ weight: WrittenWeight, provenance: YAMLNode?, lacksSource: Bool) {
    let word = provenance?.scalar.map { " `\($0.text)`" } ?? ""
    let (taken, keys): (Words, Words) =
      switch (provenance != nil, lacksSource) {
      case (true, true):
        (
          Words(
            id: "asal angka\(word) dan sumbernya milik angka sebelumnya",
            en: "its provenance\(word) and its source are those of the number before"),
          Words(id: "`provenance:` dan `cite:`", en: "`provenance:` and `cite:`")
        )
      case (true, false):
        (
          Words(id: "asal angka\(word) milik angka sebelumnya", en: "its provenance\(word) is that of the number before"),
          Words(same: "`provenance:`")
        )
      case (false, _):
        (Words(id: "sumbernya milik angka sebelumnya", en: "its source is that of the number before"), Words(same: "`cite:`"))
      }
    log.warning(
      .provenanceTakenOver, at: weight.new.range,
      Words(
        id: "bobot `\(weight.part)` baru, tetapi \(taken.id)", en: "the weight of `\(weight.part)` is new, but \(taken.en)"),
      help: Words(
        id: "tulis \(keys.id) di samping bobot yang baru" + (lacksSource ? ", atau `cite:` pada perubahannya" : ""),
        en: "write \(keys.en) beside the new weight" + (lacksSource ? ", or `cite:` on the change" : "")),
      notes: (provenance ?? weight.old).map { [.init(Words(id: "diambil dari sini", en: "taken over from here"), at: $0.range)] } ?? [])
  }
}

extension EditContext {
  /// What an edit puts there as a whole, a part or the zones: without a `cite` of its own it rests on that of its change.
  func sourced(_ node: YAMLNode) -> YAMLNode {
    guard let cite, node.entries != nil, node["cite"] == nil else { return node }
    return node.setting("cite", to: cite)
  }
}

extension WrittenWeight {
  /// Whether the number is the one before, however it is written. What is no number is reported by the decoder.
  fileprivate var isSame: Bool {
    guard let new = number(new), let old = old.flatMap({ number($0) }) else { return true }
    return new == old
  }

  private func number(_ node: YAMLNode) -> Fraction? { node.scalar.flatMap { Fraction(exact: $0.text) } }
}
