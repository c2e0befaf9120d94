internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension Compiler {
  /// The decimals of a contribution.
  static let contributionPlaces = 6

  /// The program that lists what each indicator gives to the total of each institution, in millionths.
  func contributions(_ total: Amount?) throws(Refusal) -> Program {
    guard let total else { throw arithmetic.tooLarge }
    var copy = self
    var columns: [Query.Column] = []
    let leaves = total.pieces.keys.sorted()
    var doubts: [(leaf: Int, isUncertain: Condition)] = []
    for leaf in leaves {
      guard
        var piece = total.pieces[leaf].map({ term in
          var piece = total; piece.term = term; return piece
        })
      else { continue }
      copy.arithmetic.part = parts[leaf]
      piece.low = min(0, piece.low)
      let (term, isUncertain) = try copy.arithmetic.rounded(piece, places: Compiler.contributionPlaces, mode: .halfUp)
      columns.append(Query.Column("p_\(leaf)", guarded(term, by: total.divisor)))
      if let isUncertain { doubts.append((leaf, isUncertain)) }
    }
    for (leaf, isUncertain) in doubts { columns.append(Query.Column("u_\(leaf)", doubt(isUncertain, total.divisor))) }
    copy.extend(on: 0, by: columns)
    var pipeline = copy.pipeline
    let institution = edition.rungs[0].id.value
    pipeline.add(
      .literal(
        name: "indicator", columns: ["number", "name"],
        rows: leaves.map { [.number(.number($0)), .text(.literal(parts[$0].id.value))] }))
    func chosen(_ term: (Int) -> Term) -> Term {
      .choice(leaves.map { Term.Arm(.compare(.column("number", of: "i"), .equal, .number($0)), term($0)) }, otherwise: .nothing)
    }
    let uncertain = Set(doubts.map(\.leaf))
    let amount = chosen { .column("p_\($0)", of: "t") }
    var query = Query(
      [
        Query.Column(institution, text: .column(institution, of: "t")), Query.Column("indicator", text: .column("name", of: "i")),
        Query.Column("points_e\(Compiler.contributionPlaces)", amount),
        Query.Column("unsure", chosen { uncertain.contains($0) ? .column("u_\($0)", of: "t") : .number(0) }),
      ], from: pipeline.relation, as: "t")
    query.joins = [Query.Join(relation: "indicator", alias: "i", condition: nil)]
    query.filter = .all(
      [
        .compare(
          .adding([Counter.wrong, .missing].filter(counters.contains).map { .column($0.rawValue, of: "t") }), .equal, .number(0)),
        .isSomething(.column(names.part(0), of: "t")),
      ])
    pipeline.begin("shared", query)
    var result = Query(
      [
        Query.Column(institution, text: .column(institution)), Query.Column("indicator", text: .column("indicator")),
        Query.Column("points_e\(Compiler.contributionPlaces)", .column("points_e\(Compiler.contributionPlaces)")),
        Query.Column("unsure", .column("unsure")),
      ], from: "shared")
    result.order = [institution, "indicator"]
    return Program(steps: pipeline.steps, result: result)
  }
}
