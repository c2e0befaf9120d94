internal import RuleDiagnostics
public import RuleModel

extension Plan {
  /// Compiles a checked edition. Cannot fail. Complexity: linear in the number of parts and fields.
  public init(_ checked: CheckedEdition) {
    let edition = checked.edition
    let columns = Numbering(edition.fields.map(\.id.value))
    let rungs = Numbering(edition.rungs.map(\.id.value))
    let column = { (field: String) in columns[field] }
    var nodes: [Node] = []
    func add(_ part: Part, under group: Part?, top: Int) -> Int {
      let index = nodes.count
      let rung = rungs[part.rung]
      let precision = part.precision ?? 12
      nodes.append(
        Node(
          id: part.id.value, children: [], weight: Plan.weight(of: part, in: group, edition), rung: rung,
          body: Plan.body(part, from: rung, precision, in: edition, column: column),
          condition: part.condition.map { PlanFormula($0.value, from: rung, in: edition, column: column) },
          notApplicable: part.notApplicable, missing: part.missing, precision: precision, goalposts: part.goalposts,
          rounding: Plan.rounding(part.rounding, top: top, isTotal: group == nil, edition)))
      let children = part.children.map { add($0, under: part, top: rung) }
      nodes[index].children = children
      return index
    }
    _ = add(edition.score, under: nil, top: 0)
    self.init(
      nodes: nodes, combines: edition.rungs.map { Plan.combine($0.combine.value, column: column) { rungs[$0] } },
      fields: edition.fields.map { ($0.id.value, rungs[$0.rung]) }, scale: edition.scale,
      flags: edition.flags.map { PlanFormula($0.condition.value, from: 0, in: edition, column: column) })
  }

  private static func body(
    _ part: Part, from rung: Int, _ precision: Int, in edition: Edition, column: (String) -> Int
  ) -> Node.Body {
    switch part.body {
    case .group(let combine, _): .group(combine)
    case .leaf(let scale):
      .leaf(PlanScale(scale, precision: precision, column: column) { PlanFormula($0, from: rung, in: edition, column: column) })
    }
  }

  /// The weight as it stands, or over the declared sum where a group adds up.
  private static func weight(of part: Part, in group: Part?, _ edition: Edition) -> Fraction {
    guard let group, case .group(.sum, let siblings) = group.body else { return part.weight.value }
    return part.weight.value / (edition.weightsSum ?? siblings.map(\.weight.value).sum())
  }

  /// Numbers the field or the rung that a ladder names.
  package static func combine(_ combine: Rung.Combine, column: (String) -> Int, rung: (String) -> Int) -> Combine {
    switch combine {
    case .mean: .mean
    case .sum: .sum
    case .min: .min
    case .max: .max
    case .median: .median
    case .weightedByField(let field): .weightedByColumn(column(field))
    case .weightedByKind(let weights): .weightedByKind(weights)
    case .weightedByCount(let lower): .weightedByCount(rung(lower))
    }
  }

  /// The rounding on each rung. The total's rounding on the top rung is its publication and no part of its value.
  package static func rounding(_ rounding: Rounding?, top: Int, isTotal: Bool, _ edition: Edition) -> [Rounding?] {
    guard let rounding else { return edition.rungs.map { _ in nil } }
    return edition.rungs.enumerated().map { height, rung in
      if isTotal && height == 0 { return nil }
      guard let named = rounding.rungs else { return height == top ? rounding : nil }
      return named.contains(rung.id.value) ? rounding : nil
    }
  }
}
