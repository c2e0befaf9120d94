internal import Observations
internal import RuleDiagnostics
internal import RuleLoading
internal import RuleModel
internal import Spreadsheets

/// The instrument that the data are read by.
private let rules = """
  timbang: 1
  id: contoh
  edition: 2022
  units:
    institution: {kinds: [city, regency]}
    unit: {in: institution}
    product: {in: unit}
  fields:
    maklumat: {per: unit, type: yes_no}
    paham: {per: unit, type: level, range: [0, 4]}
    uji: {per: unit, type: number, range: [0, 100]}
    masuk: {per: unit, type: count}
    catatan: {per: institution, type: text}
    jenis: {per: unit, type: choice}
    syarat: {per: product, type: yes_no}
  score: {id: total, missing: skip, linear: {field: uji, worst: 0, best: 100}}
  zones: {ladder: [{id: merah, from: 0}]}

  """

private let reader: ObservationReader = {
  let loaded = EditionLoader { _, _ in nil }.load(SourceFile(name: "rules.yaml", bytes: Array(rules.utf8)))
  guard let edition = loaded.edition?.edition else { preconditionFailure("the instrument is sound") }
  return ObservationReader(ladder: edition.rungs, fields: edition.fields)
}()

func readObservations(_ bytes: [UInt8]) {
  read([SourceFile(name: "data.csv", bytes: bytes)], entities: [])
}

func readDirectory(_ bytes: [UInt8]) {
  let data = "institution,unit,product,field,value\nk,u,,uji,50\nk,u,p,syarat,true\nl,v,,uji,7\n"
  read([SourceFile(name: "data.csv", bytes: Array(data.utf8))], entities: [SourceFile(name: "entities.csv", bytes: bytes)])
}

func readSheet(_ bytes: [UInt8]) {
  let file = SourceFile(name: "data.xlsx", bytes: bytes)
  var log = DiagnosticLog()
  let sheet = SheetReader().read(file, log: &log)
  promise(sheet != nil || log.hasErrors, "no sheet was read, and nothing is wrong")
  show(log, in: [])
  if let sheet { read([sheet], entities: []) }
}

/// Reads on the fast path and row by row, and promises that the fast path takes nothing that has to be explained, and reads it alike.
private func read(_ files: [SourceFile], entities: [SourceFile]) {
  var (quick, careful) = (DiagnosticLog(), DiagnosticLog())
  let fast = reader.readQuickly(files, entities: entities, threads: 1, log: &quick)
  let slow = reader.readCarefully(files, entities: entities, log: &careful)
  promise((slow == nil) == careful.hasErrors, "a table with errors, or none without")
  if files.allSatisfy({ !$0.isSheet }) { show(careful, in: (files + entities).map(\.decoded)) }
  guard let fast else { return promise(quick.diagnostics.isEmpty, "the fast path gave up and spoke") }
  promise(slow != nil, "the fast path read what is refused: \(careful.diagnostics.first?.message.en ?? "")")
  if let slow { compare(fast, slow) }
  promise(quick.diagnostics == careful.diagnostics, "the two say different things")
}

private func compare(_ fast: ObservationTable, _ slow: ObservationTable) {
  promise(fast.population.rungs == slow.population.rungs, "the two found other entities")
  promise(Set(fast.columns.keys) == Set(slow.columns.keys), "the two found other fields")
  for (field, column) in fast.columns { promise(column.values == slow.columns[field]?.values, "the two read \(field) differently") }
}
