internal import RuleDiagnostics

/// The entities that the files name, with the faults of their ids reported once each.
struct EntityRegister {
  private(set) var tree: EntityTree
  /// The observation files, then the directories.
  let sources: [SourceFile]
  /// Whether the fault of an id is reported in each row, and not only in the first.
  var repeatsFaults = false
  /// For each id whether it has a fault.
  private var isFaulty: [Bool] = []

  /// Makes an empty register.
  init(rungCount: Int, sources: [SourceFile]) {
    tree = EntityTree(rungCount: rungCount)
    self.sources = sources
  }

  /// Returns the number of the id in a cell.
  mutating func id(in cell: CSVCell, of file: Int) -> Int {
    tree.ids.number(of: cell, in: sources[file].bytes)
  }

  /// Returns the number of an id.
  mutating func id(_ bytes: ArraySlice<UInt8>) -> Int {
    tree.ids.number(of: Array(bytes).span)
  }

  /// Whether a cell's text cannot be an id; reported when it is met first.
  mutating func refuses(_ id: Int, at place: CellBytes, log: inout DiagnosticLog) -> Bool {
    while isFaulty.count <= id {
      let bytes = tree.ids.bytes(of: isFaulty.count)
      let fault = IDFault(bytes)
      isFaulty.append(fault != nil)
      if let fault, !repeatsFaults { report(fault, bytes, at: place, log: &log) }
    }
    let bytes = tree.ids.bytes(of: id)
    if repeatsFaults, isFaulty[id], let fault = IDFault(bytes) { report(fault, bytes, at: place, log: &log) }
    return isFaulty[id]
  }

  private func report(_ fault: IDFault, _ bytes: ArraySlice<UInt8>, at place: CellBytes, log: inout DiagnosticLog) {
    log.error(.cellID, in: sources[place.file], at: place.range, fault.message(bytes), help: fault.help(bytes))
  }

  /// Returns the entity with that id below `parent`, adding it if it is new; nil if the id is wrong, which is reported once.
  mutating func entity(_ id: Int, below parent: Int, on rung: Int, at place: CellBytes, log: inout DiagnosticLog) -> Int? {
    if refuses(id, at: place, log: &log) { return nil }
    switch tree.entity(id, below: parent, on: rung, at: place) {
    case .new(let number): return number
    case .known(let number):
      guard let other = tree.rungs[rung][number].lookAlike else { return number }
      if repeatsFaults { reportLookAlike(number, of: other, on: rung, at: place, log: &log) }
      return nil
    case .lookAlike(let number, let other):
      tree.refuse(number, on: rung, asLikeAs: other)
      reportLookAlike(number, of: other, on: rung, at: place, log: &log)
      return nil
    }
  }

  /// Notes that an entity was surveyed.
  mutating func survey(_ number: Int, on rung: Int) {
    tree.survey(number, on: rung)
  }

  /// Notes the line of the directory that describes an entity.
  mutating func list(_ number: Int, on rung: Int, as listing: Int) {
    tree.list(number, on: rung, as: listing)
  }

  /// Returns the range of some bytes in their file.
  func range(of place: CellBytes) -> SourceRange {
    sources[place.file].range(place.range.lowerBound, place.range.upperBound)
  }

  private func reportLookAlike(_ number: Int, of other: Int, on rung: Int, at place: CellBytes, log: inout DiagnosticLog) {
    let (node, first) = (tree.rungs[rung][number], tree.rungs[rung][other])
    let (id, firstID) = (visible(tree.ids.bytes(of: node.id)), visible(tree.ids.bytes(of: first.id)))
    log.error(
      .cellID, in: sources[place.file], at: place.range,
      Words(
        id: "id `\(id)` berbeda dari `\(firstID)` hanya pada huruf besar/kecil, spasi, atau pengodean huruf",
        en: "the id `\(id)` differs from `\(firstID)` only in case, blanks or the coding of letters"),
      help: Words(
        id: "pakai satu ejaan untuk satu entitas, misalnya `\(firstID)`", en: "use one spelling for one entity, such as `\(firstID)`"),
      notes: [
        Diagnostic.Note(
          Words(id: "`\(firstID)` muncul pertama kali di sini", en: "`\(firstID)` occurs first here"), at: range(of: first.place))
      ])
  }
}
