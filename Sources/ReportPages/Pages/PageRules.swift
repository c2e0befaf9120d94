internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// The rows of a table of parts that are the same for every institution, made once for each language.
struct PageRules: Sendable {
  /// A part with the beginning of its row.
  struct Row: Sendable {
    let index: Int
    let rung: Int
    let head: Markup
    let tail: Markup
  }

  let rows: [Row]
  /// The parts directly below the total.
  let top: [(label: String, index: Int, rung: Int)]

  /// Prepares all parts, or the groups and what stands directly below the total.
  init(_ scores: ScoreTable, _ language: Language, isFull: Bool) {
    var rows: [Row] = []
    func visit(_ part: Part, depth: Int, share: Fraction?) {
      if depth > 0, isFull || depth == 1 || !part.children.isEmpty, let index = scores.partIndex(part.id.value) {
        let shown = share.map { language.number($0 * Fraction(100), places: 2) + " %" } ?? "-"
        let weight = part.weight.value.finitePlaces.map { language.number(part.weight.value, places: $0) } ?? part.weight.value.exactText
        rows.append(
          Row(
            index: index, rung: scores.rung(ofPart: index),
            head: "<tr class=\"d\(min(depth, 6))\"><th scope=\"row\">\(part.label[language])</th><td>\(weight)</td><td>\(shown)</td><td>",
            tail: "</td><td>\(part.provenance.letter(language))</td></tr>"))
      }
      let sum = part.children.map(\.weight.value).sum()
      for child in part.children {
        visit(child, depth: depth + 1, share: share.flatMap { part.share(of: child, among: sum, times: $0) })
      }
    }
    visit(scores.edition.score, depth: 0, share: .one)
    self.rows = rows
    top = scores.edition.score.children.compactMap { part in
      scores.partIndex(part.id.value).map { (part.label[language], $0, scores.rung(ofPart: $0)) }
    }
  }
}

extension Part {
  /// How much of the total a child is where nothing is missing; nil where that depends on the values.
  func share(of child: Part, among sum: Fraction, times share: Fraction) -> Fraction? {
    guard case .group(let combine, _) = body else { return nil }
    switch combine {
    case .mean, .geometricMean: return sum.isZero ? nil : share * child.weight.value / sum
    case .sum, .min, .max: return nil
    }
  }
}

extension Provenance {
  /// One letter, explained in the part about origins.
  func letter(_ language: Language) -> String {
    switch self {
    case .published: language == .id ? "T" : "P"
    case .reconstructed: "R"
    case .assumed: "A"
    }
  }
}

extension Fraction {
  /// The decimals with which the number is written exactly, if six suffice.
  var finitePlaces: Int? {
    (0...6).first { rounded(places: $0, mode: .down) == self }
  }
}
