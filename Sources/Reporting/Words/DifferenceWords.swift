internal import Comparison
internal import RuleDiagnostics
internal import RuleModel

extension RuleDifference.Kind {
  /// What the kind is called.
  var phrase: Phrase {
    switch self {
    case .added: .partAdded
    case .removed: .partRemoved
    case .moved: .partMoved
    case .renamed: .partRenamed
    case .split: .partSplit
    case .merged: .partMerged
    case .reweighted: .weight
    case .rescaled: .scale
    case .policy: .missing
    case .rounding: .rounded
    case .condition: .applies
    case .ladder: .ladder
    case .zoneLine: .zoneLine
    case .label: .labelled
    case .field: .recorded
    case .flag: .flagged
    case .provenance: .origin
    case .citation: .cited
    case .source: .source
    }
  }
}

extension RuleDifference {
  /// What the kind of the difference is called; what does not apply is no missing observation.
  var phrase: Phrase {
    if case .notApplicable = new?.value { return .applies }
    return kind.phrase
  }
}

extension RuleDifferences {
  /// What the two editions are called side by side: by name, or by file if they have one name.
  var names: (old: String, new: String) {
    if old.family != new.family { return ("\(old.family)/\(old.name)", "\(new.family)/\(new.name)") }
    return old.name == new.name ? (old.file, new.file) : (old.name, new.name)
  }

  /// The places in sources on which a change rests, with the titles of the sources.
  func reasons(of change: NamedChange, _ language: Language) -> [String] {
    change.citations.map { citation in
      let title = (new.source(citation.source) ?? old.source(citation.source))?.title[language] ?? citation.source
      return citation.locator.isEmpty ? title : "\(title), \(citation.locator)"
    }
  }

  /// What one edition says, as rule files write it: decimals, or fractions in quotes.
  func text(_ value: RuleDifference.Value, _ language: Language) -> String {
    let rules = EditionText(new)
    switch value {
    case .number(let number): return rules.number(number)
    case .part(let part): return self.text(part, language)
    case .names(let names): return names.joined(separator: ", ")
    case .label(let words): return words[language]
    case .scale(let scale, let precision): return rules.scale(scale) + (precision.map { ", precision: \($0)" } ?? "")
    case .combine(let combine, let precision): return combine.rawValue + (precision.map { ", precision: \($0)" } ?? "")
    case .goalposts(let goalposts): return goalposts.map { rules.goalposts($0) } ?? Phrase.noGoalposts(language)
    case .rung(let combine): return rules.combine(combine)
    case .count(let count): return "count: \(rules.count(count))"
    case .missing(let policy): return self.text(policy, language)
    case .notApplicable(let policy):
      let phrase: Phrase =
        switch policy {
        case .skip: .policySkip
        case .zero: .policyZero
        case .full: .fullScore
        }
      return phrase(language)
    case .rounding(let rounding): return rounding.map { rules.rounding($0) } ?? Phrase.notRounded(language)
    case .expression(let text): return text ?? "-"
    case .field(let field): return self.text(field)
    case .range(let range): return rules.range(range)
    case .provenance(let provenance): return provenanceWords(provenance)(language)
    case .citations(let citations): return citations.map(\.text).joined(separator: ", ")
    case .source(let source): return self.text(source, language)
    case .zones(let steps):
      return steps.map { step in
        step.id.value + (step.colour == step.id.value ? "" : " (\(step.colour))") + " \(rules.number(step.from.value))"
      }.joined(separator: ", ")
    case .exactTotal(let isExact): return (isExact ? Phrase.exactTotal : .roundedTotal)(language)
    }
  }

  private func text(_ part: Part, _ language: Language) -> String {
    let weight = "\(Phrase.weight(language)) \(EditionText(new).number(part.weight.value))"
    switch part.body {
    case .group(let combine, _):
      let goalposts = part.goalposts.map { EditionText(new).goalposts($0) }
      return ([weight, combine == .mean ? nil : combine.rawValue, goalposts].compactMap(\.self)).joined(separator: ", ")
    case .leaf(let scale): return "\(weight), \(EditionText(new).scale(scale))"
    }
  }

  private func text(_ policy: MissingPolicy, _ language: Language) -> String {
    switch policy {
    case .error: Phrase.policyError(language)
    case .zero: Phrase.policyZero(language)
    case .skip: Phrase.policySkip(language)
    case .value(let score): Phrase.policyValue(language, ["score": EditionText(new).number(score)])
    case .carry(let edition): Phrase.policyCarry(language, ["edition": edition])
    }
  }

  private func text(_ source: Source, _ language: Language) -> String {
    ([source.title[language]] + [source.kind, source.url].compactMap(\.self)).joined(separator: ", ")
  }

  private func text(_ field: Field) -> String {
    var pieces = ["per: \(field.rung)", "type: \(field.kind.rawValue)"]
    if let range = field.range { pieces.append("range: \(EditionText(new).range(range))") }
    if let unit = field.unit { pieces.append("unit: \(unit)") }
    if field.isOptional { pieces.append("optional: true") }
    if let backcast = field.backcast { pieces.append("backcast: \(EditionText(new).number(backcast))") }
    return pieces.joined(separator: ", ")
  }
}
