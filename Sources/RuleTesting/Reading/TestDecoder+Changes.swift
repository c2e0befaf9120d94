internal import Comparison
internal import MarkedYAML
internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel

extension TestDecoder {
  /// Reads one change between two years with its explanation.
  mutating func testedChange(from node: YAMLNode) -> TestedChange? {
    let anonymous = Words(id: "uji perubahan", en: "a change")
    guard var reader = MappingReader(node, as: anonymous, log: &log) else { return nil }
    let name = name(&reader, of: anonymous)
    let what = name.map { Words(id: "uji `\($0.id.value)`", en: "the test `\($0.id.value)`") } ?? anonymous
    let from = reader.required("from", of: what, log: &log)
    let to = reader.required("to", of: what, log: &log)
    let entity = reader.optional("entity").flatMap { log.text($0, as: Words(same: "`entity`")) }
    let path = reader.optional("path").flatMap { log.choice($0, as: Words(same: "`path`"), of: ExplanationPath.self) } ?? .observed
    let expected = reader.required("expect", of: what, log: &log)
    reader.finish(as: what, log: &log)
    guard let name, let from, let to, let expected, let old = earlierYear(from: from),
      let new = year(from: to, in: checked, others: { [old = old.edition.edition, others] in [Instrument(old)] + others() }),
      let institution = institution(entity, in: new, at: to.range)
    else { return nil }
    return testedChange(name, old, new, institution, path, expecting: expected)
  }

  /// The earlier year: its edition, loaded like any other, and its observations.
  private mutating func earlierYear(from node: YAMLNode) -> (edition: CheckedEdition, table: ObservationTable)? {
    let what = Words(same: "`from`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return nil }
    guard let named = reader.required("edition", of: what, log: &log).flatMap({ log.text($0, as: Words(same: "`edition`")) }) else {
      return nil
    }
    guard let old = load(named) else { return nil }
    var faults = DiagnosticLog()
    let table = observations(
      &reader, of: what, in: old.edition, others: { [edition, others] in [Instrument(edition)] + others() }, log: &faults)
    reader.finish(as: what, log: &log)
    log.append(faults.onlyErrors)
    return table.map { (old, $0) }
  }

  /// Loads another edition of the family.
  mutating func load(_ named: Marked<String>) -> CheckedEdition? {
    let loaded = findEdition(named.value, source)
    for file in loaded.sources where !sources.contains(where: { $0.name == file.name }) { sources.append(file) }
    guard let old = loaded.edition else {
      log.error(
        .testedEdition, at: named.range,
        Words(id: "edisi `\(named.value)` tidak dapat dipakai", en: "the edition `\(named.value)` cannot be used"),
        help: Words(id: "perbaiki dulu temuan tentang edisi itu", en: "mend what is found about that edition first"))
      log.append(loaded.log.onlyErrors)
      return nil
    }
    return old
  }

  private mutating func year(from node: YAMLNode, in checked: CheckedEdition, others: @escaping Instrument.Others) -> ObservationTable? {
    let what = Words(same: "`to`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return nil }
    var faults = DiagnosticLog()
    let table = observations(&reader, of: what, in: checked.edition, others: others, log: &faults)
    reader.finish(as: what, log: &log)
    log.append(faults.onlyErrors)
    return table
  }

  private mutating func institution(_ entity: Marked<String>?, in table: ObservationTable, at range: SourceRange) -> String? {
    let paths = table.population.rungs[0].map(\.path)
    if let entity {
      if paths.contains(entity.value) { return entity.value }
      reportUnknown(entity, Words(id: "instansi", en: "institution"), among: paths)
      return nil
    }
    if paths.count == 1 { return paths[0] }
    log.error(
      .unknownExpectation, at: range,
      Words(id: "data memuat \(paths.count) instansi", en: "the data hold \(paths.count) institutions"),
      help: Words(id: "sebut salah satu dengan `entity:`", en: "name one of them with `entity:`"))
    return nil
  }

  private mutating func testedChange(
    _ name: TestName, _ old: (edition: CheckedEdition, table: ObservationTable), _ new: ObservationTable, _ entity: String,
    _ path: ExplanationPath, expecting node: YAMLNode
  ) -> TestedChange? {
    let what = Words(same: "`expect`")
    let errorsBefore = log.errorCount
    guard var reader = MappingReader(node, as: what, log: &log) else { return nil }
    let from = reader.required("from", of: what, log: &log).flatMap { amount($0, as: Words(same: "`from`")) }
    let to = reader.required("to", of: what, log: &log).flatMap { amount($0, as: Words(same: "`to`")) }
    let printedNode = reader.optional("printed")
    let exact = amounts(from: &reader)
    reader.finish(as: what, log: &log)
    let printed = printedNode.flatMap { self.printed(from: $0) }
    guard let from, let to, log.errorCount == errorsBefore else { return nil }
    checkSum(exact, is: to.value - from.value, of: Words(id: "`to` dikurangi `from`", en: "`to` less `from`"))
    if let printed {
      let places = max(edition.publishedPlaces, old.edition.edition.publishedPlaces)
      let totals = [edition.reported(to.value), old.edition.edition.reported(from.value)].map { $0.rounded(places: places, mode: .halfUp) }
      checkSum(
        printed, is: totals[0] - totals[1],
        of: Words(id: "selisih kedua nilai terbit", en: "the difference of the published totals"))
    }
    return TestedChange(
      name: name, oldEdition: old.edition, oldTable: old.table, newTable: new, entity: entity, path: path, from: from, to: to,
      exact: exact, printed: printed)
  }

  private mutating func printed(from node: YAMLNode) -> TestedChange.Amounts? {
    let what = Words(same: "`printed`")
    guard var reader = MappingReader(node, as: what, log: &log) else { return nil }
    let rounding = reader.optional("final_rounding").flatMap { amount($0, as: Words(same: "`final_rounding`")) }
    var amounts = amounts(from: &reader)
    reader.finish(as: what, log: &log)
    amounts.finalRounding = rounding
    return amounts
  }

  private mutating func amounts(from reader: inout MappingReader) -> TestedChange.Amounts {
    var amounts = TestedChange.Amounts(range: reader.range)
    for block in Block.allCases {
      guard let entry = reader.entry(block.rawValue), let amount = blockAmount(from: entry.value) else { continue }
      amounts.blocks.append((block, entry.value.range, amount))
    }
    return amounts
  }

  /// A number, or lines whose sum is the number.
  private mutating func blockAmount(from node: YAMLNode) -> TestedChange.Amount? {
    guard node.entries != nil else { return amount(node, as: Words(id: "jumlah", en: "an amount")).map { .number($0.value) } }
    guard let reader = MappingReader(node, as: Words(id: "baris penjelasan", en: "the lines"), log: &log) else { return nil }
    return .lines(
      reader.unread.compactMap { entry in
        blockAmount(from: entry.value).map { (Marked(entry.key.value, at: entry.value.range), $0) }
      })
  }

  /// What is expected must add up by itself, whatever the rules give.
  private mutating func checkSum(_ amounts: TestedChange.Amounts, is change: Fraction, of whole: Words) {
    guard amounts.sum != change else { return }
    let (found, wanted, rest) = (amounts.sum, change, change - amounts.sum)
    log.error(
      .amountsDoNotAdd, at: amounts.range,
      Words(
        id: "jumlah yang diharapkan adalah \(found.shown), padahal \(whole.id) adalah \(wanted.shown)",
        en: "the expected amounts add up to \(found.shown), but \(whole.en) is \(wanted.shown)"),
      help: Words(id: "selisihnya \(rest.shown)", en: "the difference is \(rest.shown)"))
  }
}

extension Fraction {
  /// The exact text, with the decimal form behind a fraction.
  var shown: String { isWhole || decimalText(atMost: 4) == exactText ? exactText : "\(exactText) (\(decimalText(atMost: 6)))" }
}
