public import Observations
public import RuleDiagnostics
public import RuleModel

extension SetObservation {
  /// The arguments as a text, one on a line, at which findings point.
  public static func source(_ arguments: [String], name: String = "--set-obs") -> SourceFile {
    SourceFile(name: name, bytes: Array(arguments.map(line).joined(separator: "\n").utf8))
  }

  private static func line(_ argument: String) -> String { argument.replacing(mark: "\r", with: " ").replacing(mark: "\n", with: " ") }

  /// Reads arguments such as `kota-contoh/dinsos/k01=3` as observations; nil if there are none, or after reporting what is wrong with them.
  ///
  /// They are read like rows of a data file, so what may not stand there may not be set either. Complexity: linear in the population for each.
  public static func values(
    _ arguments: [String], of edition: Edition, in table: ObservationTable, log: inout DiagnosticLog
  ) -> ObservationTable? {
    guard !arguments.isEmpty else { return nil }
    let source = source(arguments)
    var rows = CSVRows(edition.rungs.map(\.id.value) + ["field", "value"])
    var start = 0
    for argument in arguments {
      let text = line(argument)
      let whole = source.range(start, start + text.utf8.count)
      start += text.utf8.count + 1
      guard let cells = cells(text, of: edition, in: table, at: whole, log: &log) else { continue }
      rows.add(cells, at: whole)
    }
    guard rows.places.count == arguments.count else { return nil }
    var findings = DiagnosticLog()
    let file = SourceFile(name: source.name, bytes: Array(rows.text.utf8))
    let values = ObservationReader(ladder: edition.rungs, fields: edition.fields).read([file], log: &findings)
    for finding in findings.diagnostics where finding.severity == .error { log.report(rows.placed(finding)) }
    return values
  }

  /// The cells of a row for one argument; nil after reporting that it names nobody or nothing.
  private static func cells(
    _ text: String, of edition: Edition, in table: ObservationTable, at range: SourceRange, log: inout DiagnosticLog
  ) -> [String]? {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    let path = sides.first?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
    guard sides.count == 2, !sides[0].isEmpty, path.count > 1 else {
      log.error(
        .wrongShape, at: range, Words(id: "`\(text)` bukan pengamatan", en: "`\(text)` is no observation"),
        help: Words(
          id: "tulis `ENTITAS/BIDANG=NILAI`, misalnya `kota-contoh/dinsos/k01=3`",
          en: "write `ENTITY/FIELD=VALUE`, such as `kota-contoh/dinsos/k01=3`"))
      return nil
    }
    let (entity, field) = (path.dropLast().joined(separator: "/"), path[path.count - 1])
    let rung = path.count - 2
    guard rung < edition.rungs.count, table.population.index(of: entity, on: rung) != nil else {
      let known = table.population.rungs.indices.contains(rung) ? table.population.rungs[rung].map(\.path) : []
      log.error(
        .unknownEntity, at: range, Words(id: "`\(entity)` tidak ada dalam data", en: "`\(entity)` is not in the data"),
        help: nearestName(to: entity, among: known).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") })
      return nil
    }
    let empty = Array(repeating: "", count: edition.rungs.count - rung - 1)
    return path.dropLast() + empty + [field, sides[1]]
  }
}

/// A data file in the making, and where each of its rows comes from.
private struct CSVRows {
  private(set) var text: String
  private(set) var places: [SourceRange] = []

  init(_ titles: [String]) {
    text = titles.joined(separator: ",") + "\n"
  }

  mutating func add(_ cells: [String], at place: SourceRange) {
    text += cells.map { "\"" + $0.replacing(mark: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    places.append(place)
  }

  /// A finding about a row, at the argument that the row comes from.
  func placed(_ finding: Diagnostic) -> Diagnostic {
    let row = (finding.range?.start.line ?? 0) - 2
    let place = places.indices.contains(row) ? places[row] : finding.range
    return Diagnostic(finding.code, finding.severity, at: place, finding.message, help: finding.help)
  }
}
