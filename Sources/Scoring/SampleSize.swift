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
      let kind = first.kind.map { Words(id: " berjenis `\($0)`", en: " of kind `\($0)`") } ?? Words(same: "")
      log.warning(
        .sampleSize, at: count.range,
        Words(
          id: "\(found.concerned) dari \(found.asked) instansi memuat jumlah `\(rung.id.value)` lain dari yang diharapkan edisi \(name); "
            + "yang pertama: \(path) punya \(first.count)\(kind.id), diharapkan \(expected.0 ? "sekurang-kurangnya " : "")\(expected.1)",
          en: "\(found.concerned) of \(found.asked) institutions have another number of `\(rung.id.value)` than edition \(name) expects; "
            + "the first: \(path) has \(first.count)\(kind.en), expected \(expected.0 ? "at least " : "")\(expected.1)"),
        help: help(first, rung, in: table.population, above: height - 1))
    }
  }

  private func help(_ first: SampleSize.Found, _ rung: Rung, in population: Population, above: Int) -> Words {
    let children = population.childStarts(on: above)
    let below = Int(children[first.entity])..<Int(children[first.entity + 1])
    if first.kind != nil, below.allSatisfy({ population.kind(of: $0, on: above + 1) == nil }) {
      return Words(
        id: "tulis jenis setiap `\(rung.id.value)` dalam kolom `kind` pada daftar entitas (`--entities`)",
        en: "write the kind of each `\(rung.id.value)` in the column `kind` of the directory of entities (`--entities`)")
    }
    return Words(
      id: "bila sampelnya memang begitu, tidak ada yang perlu diubah; nilai dihitung dari yang ada",
      en: "if that was the sample, nothing needs to change; the score is made of what is there")
  }
}

/// Where a survey visited another number of entities of a rung than was expected.
private struct SampleSize {
  /// An entity with another number below it: of one kind, or in all.
  struct Found {
    let entity: Int
    let kind: String?
    let expected: ExpectedCount.Number
    let count: Int
  }

  /// The first entity above the rung that has another number below it.
  private(set) var first: Found?
  /// How many institutions have such an entity.
  private(set) var concerned = 0
  /// Of how many institutions a number is expected.
  private(set) var asked = 0

  init(_ count: ExpectedCount, on height: Int, in population: Population) {
    let expected = population.expected(count)
    for institution in 0..<population.count(on: 0) {
      guard let expected = expected(institution) else { continue }
      asked += 1
      let above = population.entities(of: institution, on: height - 1)
      guard let found = above.lazy.compactMap({ population.fault(of: $0, on: height - 1, expected) }).first else { continue }
      concerned += 1
      if first == nil { first = found }
    }
  }
}

extension Population {
  /// Returns what is expected in an institution, by its kind where that decides.
  fileprivate func expected(_ count: ExpectedCount) -> (Int) -> ExpectedCount.Sample? {
    switch count {
    case .everywhere(let sample): return { _ in sample }
    case .byKind(let samples):
      let byCode = kinds(on: 0).map { samples[$0] }
      return { kind(of: $0, on: 0).flatMap { byCode[$0] } }
    }
  }

  /// Returns what speaks against a sample in one entity, the first kind by name; nil if it is as expected.
  fileprivate func fault(of entity: Int, on height: Int, _ sample: ExpectedCount.Sample) -> SampleSize.Found? {
    let starts = childStarts(on: height)
    let children = Int(starts[entity])..<Int(starts[entity + 1])
    switch sample {
    case .number(let number):
      guard !number.admits(children.count) else { return nil }
      return SampleSize.Found(entity: entity, kind: nil, expected: number, count: children.count)
    case .ofKinds(let numbers):
      let names = kinds(on: height + 1)
      for (kind, number) in numbers.sorted(by: { $0.key.precedesByBytes($1.key) }) {
        let code = names.firstIndex(of: kind)
        let count = children.count { code != nil && self.kind(of: $0, on: height + 1) == code }
        guard number.admits(count) else { return SampleSize.Found(entity: entity, kind: kind, expected: number, count: count) }
      }
      return nil
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
