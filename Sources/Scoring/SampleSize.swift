public import Observations
public import RuleDiagnostics
public import RuleModel

extension Edition {
  /// Warns of each rung of which some institutions have another number of entities than the edition expects, once for the rung.
  ///
  /// Complexity: linear in the number of entities above each rung of which a number is expected.
  public func reportSampleSizes(in table: ObservationTable, log: inout DiagnosticLog) {
    for (height, rung) in rungs.enumerated() where height > 0 {
      guard let count = rung.count else { continue }
      let found = SampleSize(count.value, on: height, in: table.population)
      guard let first = found.first else { continue }
      let place = table.firstPlace(of: first.entity, on: height - 1).map { " (\(table.files[$0.file].name):\($0.line))" } ?? ""
      let path = "`\(table.population.rungs[height - 1][first.entity].path)`\(place)"
      let expected = (first.expected.isLeast, first.expected.value)
      log.warning(
        .sampleSize, at: count.range,
        Words(
          id: "\(found.concerned) dari \(found.asked) instansi memuat jumlah `\(rung.id.value)` lain dari yang diharapkan edisi \(name); "
            + "yang pertama: \(path) punya \(first.count), diharapkan \(expected.0 ? "sekurang-kurangnya " : "")\(expected.1)",
          en: "\(found.concerned) of \(found.asked) institutions have another number of `\(rung.id.value)` than edition \(name) expects; "
            + "the first: \(path) has \(first.count), expected \(expected.0 ? "at least " : "")\(expected.1)"),
        help: Words(
          id: "bila sampelnya memang begitu, tidak ada yang perlu diubah; nilai dihitung dari yang ada",
          en: "if that was the sample, nothing needs to change; the score is made of what is there"))
    }
  }
}

/// Where a survey visited another number of entities of a rung than was expected.
private struct SampleSize {
  /// The first entity above the rung that has another number below it.
  private(set) var first: (entity: Int, expected: ExpectedCount.Number, count: Int)?
  /// How many institutions have such an entity.
  private(set) var concerned = 0
  /// Of how many institutions a number is expected.
  private(set) var asked = 0

  init(_ count: ExpectedCount, on height: Int, in population: Population) {
    let expected = population.expected(count)
    let starts = population.childStarts(on: height - 1)
    for institution in 0..<population.count(on: 0) {
      guard let expected = expected(institution) else { continue }
      asked += 1
      let above = population.entities(of: institution, on: height - 1)
      guard let entity = above.first(where: { !expected.admits(Int(starts[$0 + 1] - starts[$0])) }) else { continue }
      concerned += 1
      if first == nil { first = (entity, expected, Int(starts[entity + 1] - starts[entity])) }
    }
  }
}

extension Population {
  /// Returns what is expected in an institution, by its kind where that decides.
  fileprivate func expected(_ count: ExpectedCount) -> (Int) -> ExpectedCount.Number? {
    switch count {
    case .everywhere(let number): return { _ in number }
    case .byKind(let numbers):
      let byCode = kinds(on: 0).map { numbers[$0] }
      return { kind(of: $0, on: 0).flatMap { byCode[$0] } }
    }
  }

  /// The entities of a rung that stand in one institution; they stand side by side. Complexity: linear in the height of the rung.
  fileprivate func entities(of institution: Int, on height: Int) -> Range<Int> {
    (0..<height).reduce(institution..<institution + 1) { range, rung in
      let starts = childStarts(on: rung)
      return Int(starts[range.lowerBound])..<Int(starts[range.upperBound])
    }
  }
}

extension ObservationTable {
  /// Where the first value of an entity, or of one below it, was read. Complexity: linear in the number of columns and the cells below it.
  fileprivate func firstPlace(of entity: Int, on rung: Int) -> CellPlace? {
    var below: [Range<Int>] = [entity..<entity + 1]
    while rung + below.count < population.rungs.count, let last = below.last {
      let starts = population.childStarts(on: rung + below.count - 1)
      below.append(Int(starts[last.lowerBound])..<Int(starts[last.upperBound]))
    }
    return columns.values.lazy.filter { $0.rung >= rung }.flatMap { column in
      below[column.rung - rung].lazy.compactMap { column.place(of: $0) }
    }.min { ($0.file, $0.line) < ($1.file, $1.line) }
  }
}
