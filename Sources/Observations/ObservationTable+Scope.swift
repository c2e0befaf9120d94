public import RuleDiagnostics

extension ObservationTable {
  /// Returns the observations of one institution alone. Complexity: linear in its cells.
  public func only(_ institution: Int) -> ObservationTable {
    let ranges = population.rungs.indices.map { population.entities(on: $0, under: institution, of: 0) }
    let rungs = population.rungs.indices.map { rung in
      population.rungs[rung][ranges[rung]].map { entity in
        let below = rung + 1 < ranges.count ? ranges[rung + 1].lowerBound : 0
        let above = rung > 0 ? ranges[rung - 1].lowerBound : 0
        let children = entity.children.isEmpty ? 0..<0 : entity.children.lowerBound - below..<entity.children.upperBound - below
        return entity.placed(below: rung == 0 ? 0 : entity.parent - above, children: children)
      }
    }
    return ObservationTable(
      population: Population(rungs: rungs),
      columns: columns.mapValues { $0.only(ranges[$0.rung]) }, files: files)
  }

  /// Returns the observations of some institutions alone. Complexity: linear in all cells.
  public func only(_ institutions: Set<Int>) -> ObservationTable {
    var kept: [[Int]] = []
    // The new number of each entity of the rung above.
    var numbers: [Int: Int] = [:]
    var rungs: [[Entity]] = []
    for rung in population.rungs.indices {
      let entities = population.rungs[rung]
      let chosen = entities.indices.compactMap { index -> (index: Int, parent: Int)? in
        guard rung > 0 else { return institutions.contains(index) ? (index, 0) : nil }
        return numbers[entities[index].parent].map { (index, $0) }
      }
      var next = 0
      rungs.append(
        chosen.map { index, parent in
          let entity = entities[index]
          let children = next..<next + entity.children.count
          next += entity.children.count
          return entity.placed(below: parent, children: children)
        })
      kept.append(chosen.map(\.index))
      numbers = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1.index, $0) })
    }
    let columns = columns.mapValues { column in
      let (values, places) = (column.values, column.places)
      return ObservationColumn(
        rung: column.rung, values: kept[column.rung].map { values[$0] }, places: kept[column.rung].map { places[$0] })
    }
    return ObservationTable(population: Population(rungs: rungs), columns: columns, files: files)
  }

  /// Returns these observations for those, and only those, whom an earlier survey visited: whoever is not in these keeps its earlier
  /// values, and so does a field that these do not hold at all.
  ///
  /// Complexity: linear in the cells of both, times the logarithm of the number of siblings.
  public func inScope(of earlier: ObservationTable) -> ObservationTable {
    let places = self.places(of: earlier.population)
    let names = Set(columns.keys).union(earlier.columns.keys)
    var result: [String: ObservationColumn] = [:]
    for name in names {
      guard let rung = (columns[name] ?? earlier.columns[name])?.rung, earlier.population.rungs.indices.contains(rung) else { continue }
      let (now, before) = (columns[name], earlier.columns[name].flatMap { $0.rung == rung ? $0 : nil })
      var values: [ObservedValue?] = []
      var found: [CellPlace?] = []
      for (entity, place) in places[rung].enumerated() {
        if let now, let place {
          values.append(now.value(of: place))
          found.append(now.place(of: place))
        } else {
          values.append(before?.value(of: entity))
          found.append(before?.place(of: entity).map { CellPlace(file: $0.file + files.count, line: $0.line) })
        }
      }
      result[name] = ObservationColumn(rung: rung, values: values, places: found)
    }
    return ObservationTable(population: earlier.population, columns: result, files: files + earlier.files)
  }

  /// Returns these observations with the values that `revised` holds in the place of their own; whatever it does not hold stays.
  ///
  /// Reports every revised value of somebody whom these observations do not know, and then gives nothing.
  /// Complexity: linear in the cells of `revised`, times the logarithm of the number of siblings.
  public func corrected(by revised: ObservationTable, log: inout DiagnosticLog) -> ObservationTable? {
    let places = self.places(of: revised.population)
    var columns = columns
    var isSound = true
    for (name, revision) in revised.columns.sorted(by: { $0.key.precedesByBytes($1.key) }) {
      let count = population.rungs[revision.rung].count
      var values = columns[name]?.values ?? Array(repeating: nil, count: count)
      var found = columns[name]?.places ?? Array(repeating: nil, count: count)
      for (entity, value) in revision.values.enumerated() {
        guard let value else { continue }
        guard let place = places[revision.rung][entity] else {
          isSound = false
          reportStranger(revised, revision, entity, log: &log)
          continue
        }
        values[place] = value
        found[place] = revision.place(of: entity).map { CellPlace(file: $0.file + files.count, line: $0.line) }
      }
      columns[name] = ObservationColumn(rung: revision.rung, values: values, places: found)
    }
    return isSound ? ObservationTable(population: population, columns: columns, files: files + revised.files) : nil
  }

  private func reportStranger(_ revised: ObservationTable, _ column: ObservationColumn, _ entity: Int, log: inout DiagnosticLog) {
    let path = revised.population.rungs[column.rung][entity].path
    let near = nearestName(to: path, among: population.rungs[column.rung].map(\.path))
    let range = column.place(of: entity).map {
      SourceRange(file: revised.files[$0.file].name, line: $0.line, of: revised.files[$0.file].sheet)
    }
    log.error(
      .unknownEntity, at: range,
      Words(id: "koreksi menyebut `\(path)`, yang tidak ada dalam data", en: "a correction names `\(path)`, which the data do not hold"),
      help: near.map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
        ?? Words(
          id: "koreksi mengganti nilai yang sudah ada; unit baru ditambahkan pada data",
          en: "a correction replaces values; add a new unit to the data"))
  }

  /// Where the entities of another population stand in this one, matched by path; nil for those that are not there.
  package func places(of population: Population) -> [[Int?]] {
    var places: [[Int?]] = []
    for (rung, entities) in population.rungs.enumerated() {
      let top = 0..<self.population.count(on: 0)
      places.append(
        entities.map { entity in
          let siblings = rung == 0 ? top : places[rung - 1][entity.parent].map { self.population.rungs[rung - 1][$0].children }
          return siblings.flatMap { self.population.index(of: entity.id, on: rung, among: $0) }
        })
    }
    return places
  }
}
