internal import RuleDiagnostics

/// What an engine answered to a query: a CSV file with the names of the columns.
struct AnswerRows {
  let heads: [String]
  let rows: [[String]]

  /// Splits a file into lines and cells. Complexity: linear in its bytes.
  init(_ file: SourceFile) {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        cell.count > 1 && cell.first == "\"" && cell.last == "\"" ? String(cell.dropFirst().dropLast()) : String(cell)
      }
    }
    heads = lines.first ?? []
    rows = Array(lines.dropFirst())
  }
}
