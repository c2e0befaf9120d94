internal import RuleDiagnostics
internal import RuleModel

/// Finds out whom the rows of one file are about.
struct RowSurvey {
  let file: SourceFile
  let index: Int
  /// The positions of the ladder's rungs, the top rung first; in a wide table perhaps not down to the lowest.
  let rungs: [Int]

  /// An entity with its rung.
  struct Place {
    let rung: Int
    let entity: Int
  }

  /// Returns the entity that a row is about behind all above it, and notes that they were surveyed; nil after an error.
  func survey(_ row: CSVRow, into draft: inout ObservationDraft, log: inout DiagnosticLog) -> [Place]? {
    var places: [Place] = []
    for rung in rungs.indices {
      let cell = row.cells[rungs[rung]]
      if cell.isEmpty {
        let below = rungs.indices[(rung + 1)...].first { !row.cells[rungs[$0]].isEmpty }
        if below == nil, rung > 0 { break }
        reportHole(at: cell, draft.ladder[rung], below: below.map { draft.ladder[$0] }, log: &log)
        return nil
      }
      let bytes = CellBytes(file: index, range: cell.outer)
      guard let id = draft.id(in: cell, below: places.last, on: rung, at: bytes, log: &log),
        let entity = draft.register.entity(id, below: places.last?.entity ?? 0, on: rung, at: bytes, log: &log)
      else { return nil }
      draft.register.survey(entity, on: rung)
      places.append(Place(rung: rung, entity: entity))
    }
    return places
  }

  private func reportHole(at cell: CSVCell, _ rung: Rung, below: Rung?, log: inout DiagnosticLog) {
    let name = rung.id.value
    let help =
      if let below = below?.id.value {
        Words(id: "isi `\(name)`, atau kosongkan `\(below)`", en: "fill in `\(name)`, or leave `\(below)` empty")
      } else {
        Words(id: "isi id `\(name)`", en: "fill in the id of the `\(name)`")
      }
    log.error(
      .cellID, in: file, at: cell.outer,
      below.map {
        Words(
          id: "`\(name)` kosong, padahal `\($0.id.value)` terisi", en: "`\(name)` is empty, but `\($0.id.value)` is given")
      } ?? Words(id: "`\(name)` kosong", en: "`\(name)` is empty"), help: help)
  }
}

extension ObservationDraft {
  /// The number of the id that a cell means, among those below an entity; nil if it names nobody.
  fileprivate mutating func id(
    in cell: CSVCell, below above: RowSurvey.Place?, on rung: Int, at place: CellBytes, log: inout DiagnosticLog
  ) -> Int? {
    guard !spellings.isEmpty else { return register.id(in: cell, of: place.file) }
    let path = { [register] in above.map { register.tree.path(of: $0.entity, on: $0.rung) } ?? "" }
    let text = cell.text(in: register.sources[place.file].bytes)
    switch spellings.find(text, of: place, below: above?.entity ?? -1, on: rung, path: path) {
    case .itself: return register.id(ArraySlice(text))
    case .meant(let id): return register.id(ArraySlice(id.utf8))
    case .nobody(let fault, let isNew):
      if isNew || repeatsFaults {
        log.error(
          .cellSpelling, in: register.sources[place.file], at: place.range, fault.message(ladder[rung]), help: fault.help(ladder[rung]))
      }
      return nil
    }
  }

  /// Checks a value of a field; returns the number of its text, nil for an empty one.
  mutating func check(_ value: CSVCell, of field: Int, from file: Int, style: NumberStyle, log: inout DiagnosticLog) -> Int? {
    guard !value.isEmpty else { return nil }
    let source = register.sources[file]
    let rule = fields.entries[field].field
    var style = style
    var number = -1
    if case .said(let decimal, let group) = style, rule.kind.isNumeric,
      let plain = SaidNumber.plain(value.text(in: source.bytes), decimal, group)
    {
      number = texts.number(of: plain)
      style = .point
    } else {
      number = texts.number(of: value, in: source.bytes)
    }
    if let fault = texts.fault(of: number, for: rule, style: style) {
      let bytes = texts.bytes(of: number)
      log.error(
        fault.code, in: source, at: value.outer, fault.message(bytes, for: rule), help: fault.help(bytes, for: rule, style: style))
    }
    return number
  }

  /// Checks a value and keeps it as that of a field for an entity.
  mutating func take(
    _ value: CSVCell, of field: Int, for place: RowSurvey.Place, from file: Int, style: NumberStyle, log: inout DiagnosticLog
  ) {
    let source = register.sources[file]
    let text = check(value, of: field, from: file, style: style, log: &log)
    let cell = CellDraft(text: text, file: file, line: value.line, start: value.outer.lowerBound)
    guard let first = keep(cell, of: field, for: place.entity) else { return }
    reportDuplicate(value, of: field, for: (place.rung, place.entity), in: source, first: first, log: &log)
  }
}
