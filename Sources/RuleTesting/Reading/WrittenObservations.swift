internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// Observations that are written in a test, entity by entity.
struct WrittenObservations {
  private let edition: Edition
  private var paths: Set<[String]> = []
  private var kinds: [[String]: String] = [:]
  private var answers: [[String]: [FieldRecord.Entry]] = [:]

  init(_ edition: Edition) {
    self.edition = edition
  }

  /// Notes that an entity was surveyed, and with it those above it.
  mutating func add(_ path: [String]) {
    for depth in 1...path.count { paths.insert(Array(path.prefix(depth))) }
  }

  /// Notes what was recorded for an entity.
  mutating func set(_ answer: FieldRecord.Entry, of path: [String]) {
    answers[path, default: []].append(answer)
  }

  /// Notes the kind of an entity.
  mutating func setKind(_ kind: String, of path: [String]) {
    kinds[path] = kind
  }

  /// Whether an entity was surveyed.
  func contains(_ path: [String]) -> Bool { paths.contains(path) }

  /// Returns the table, with the lines of `file` as places. Complexity: linear in entities times fields, but for sorting.
  func table(readFrom file: String) -> ObservationTable {
    let sorted = edition.rungs.indices.map { rung in
      paths.filter { $0.count == rung + 1 }.sorted { $0.lexicographicallyPrecedes($1) { $0.precedesByBytes($1) } }
    }
    var rows = 0
    var columns: [String: (rung: Int, values: [ObservedValue?], places: [CellPlace?])] = [:]
    for (rung, entities) in sorted.enumerated() {
      for (index, path) in entities.enumerated() {
        for answer in answers[path] ?? [] {
          let id = answer.field.id.value
          if columns[id] == nil {
            columns[id] = (rung, entities.map { _ in nil }, entities.map { _ in nil })
          }
          columns[id]?.values[index] = answer.value
          columns[id]?.places[index] = answer.value.map { _ in CellPlace(file: 0, line: answer.place.start.line) }
          rows += answer.value == nil ? 0 : 1
        }
      }
    }
    return ObservationTable(
      population: population(sorted),
      columns: columns.mapValues { ObservationColumn(rung: $0.rung, values: $0.values, places: $0.places) },
      files: [ObservationFile(name: file, rows: rows)])
  }

  private func population(_ sorted: [[[String]]]) -> Population {
    let positions = sorted.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }
    let parents = sorted.enumerated().map { rung, entities in
      entities.map { path in rung == 0 ? 0 : positions[rung - 1][Array(path.dropLast())] ?? 0 }
    }
    return Population(
      rungs: sorted.enumerated().map { rung, entities in
        let children = childRanges(of: entities.count, parents: rung + 1 < parents.count ? parents[rung + 1] : [])
        return entities.enumerated().map { index, path in
          Entity(
            id: path[rung], path: path.joined(separator: "/"), parent: parents[rung][index], children: children[index], name: path[rung],
            kind: kinds[path])
        }
      })
  }

  /// The stretch of each of `count` entities in the sorted parents of the rung below.
  private func childRanges(of count: Int, parents: [Int]) -> [Range<Int>] {
    var next = 0
    return (0..<count).map { position in
      let first = next
      while next < parents.count, parents[next] == position { next += 1 }
      return first..<next
    }
  }
}
