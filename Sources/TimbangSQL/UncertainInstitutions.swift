public import Observations
public import RuleDiagnostics
public import RuleModel

/// Whom an SQL engine could not score for certain, for exact scoring here.
public struct UncertainInstitutions: Sendable {
  /// Their paths, as the engine listed them.
  public let paths: [String]

  /// Reads an answer to the text of scores. Nil after reporting why it is none. Complexity: linear in its bytes.
  public init?(_ file: SourceFile, _ edition: Edition, log: inout DiagnosticLog) {
    let answer = AnswerRows(file)
    let name = edition.rungs[0].id.value
    guard let place = answer.heads.firstIndex(of: name), let mark = answer.heads.firstIndex(of: "unsure"),
      answer.rows.allSatisfy({ $0.count == answer.heads.count && ["0", "1"].contains($0[mark]) })
    else {
      log.error(
        .answerUnreadable, at: nil,
        Words(
          id: "`\(file.name)` bukan jawaban atas teks `--part score`: kolom `\(name)` dan `unsure` tidak ada",
          en: "`\(file.name)` is no answer to the text of `--part score`: the columns `\(name)` and `unsure` are not there"),
        help: Words(
          id: "simpan jawaban mesin SQL sebagai CSV dengan judul kolom", en: "save the answer of the SQL engine as CSV with a header"))
      return nil
    }
    paths = answer.rows.filter { $0[mark] == "1" }.map { $0[place] }
  }

  /// Returns the observations of these institutions alone. Nil after reporting who is not in the data. Complexity: linear in the cells.
  public func only(in table: ObservationTable, log: inout DiagnosticLog) -> ObservationTable? {
    let found = paths.map { table.population.index(of: $0, on: 0) }
    for (path, index) in zip(paths, found) where index == nil {
      log.error(
        .unknownEntity, at: nil, Words(id: "`\(path)` tidak ada dalam data", en: "`\(path)` is not in the data"),
        help: Words(
          id: "gunakan data yang juga dibaca mesin SQL", en: "take the data that the SQL engine read too"))
    }
    return log.hasErrors ? nil : table.only(Set(found.compactMap(\.self)))
  }
}
