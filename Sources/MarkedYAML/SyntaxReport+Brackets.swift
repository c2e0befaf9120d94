internal import RuleDiagnostics

/// `[...]` and `{...}`.
extension SyntaxReport {
  /// A bracket that was never closed, was closed by the wrong one, or lacks a comma.
  var brokenBrackets: Diagnostic {
    let opening = problem.contextPlace
    let mark = letter(at: opening.offset)
    let found = letter(at: problem.place.offset)
    if found == "]" || found == "}" { return wrongBracket(found, opening, mark) }
    return isBehindCollection(openedAt: opening) ? unclosed(opening, mark) : missingComma(opening, mark)
  }

  /// Tells whether the fault stands at the end of the file, or on a later line that is not indented under the bracket's line.
  private func isBehindCollection(openedAt opening: Position) -> Bool {
    let offset = problem.place.offset
    guard source.bytes[min(offset, source.bytes.count)...].contains(where: { $0 > 0x20 }) else { return true }
    guard problem.place.line > opening.line else { return false }
    return indentation(ofLineWith: offset) <= indentation(ofLineWith: opening.offset)
  }

  private func indentation(ofLineWith offset: Int) -> Int {
    contentStart(ofLineWith: offset) - source.lineStart(of: offset)
  }

  private func unclosed(_ opening: Position, _ mark: String) -> Diagnostic {
    let closing = closing(mark)
    return syntax(
      at: source.range(ofScalarAt: opening),
      Words(id: "kurung `\(mark)` yang dibuka di sini tidak ditutup", en: "the bracket `\(mark)` opened here is never closed"),
      help: Words(
        id: "tulis `\(closing)` di akhir; bila `\(mark)` bagian dari teks, tulis dalam kutip",
        en: "write `\(closing)` at the end; if `\(mark)` belongs to a text, put it in quotes"))
  }

  private func wrongBracket(_ found: String, _ opening: Position, _ mark: String) -> Diagnostic {
    syntax(
      at: here,
      Words(id: "`\(mark)` ditutup dengan `\(found)`", en: "`\(mark)` is closed by `\(found)`"),
      help: Words(id: "tulis `\(closing(mark))` di sini", en: "write `\(closing(mark))` here"),
      note: openingNote(opening))
  }

  private func missingComma(_ opening: Position, _ mark: String) -> Diagnostic {
    syntax(
      at: here,
      Words(id: "tidak ada koma di depan `\(word)`", en: "there is no comma before `\(word)`"),
      help: Words(
        id: "pisahkan isi kurung dengan `, `; teks dengan tanda baca ditulis dalam kutip",
        en: "separate what stands in brackets by `, `; put text with punctuation in quotes"),
      note: openingNote(opening))
  }

  private func closing(_ mark: String) -> String {
    mark == "{" ? "}" : "]"
  }

  private func openingNote(_ opening: Position) -> Diagnostic.Note {
    Diagnostic.Note(Words(id: "kurung dibuka di sini", en: "the bracket was opened here"), at: source.range(ofScalarAt: opening))
  }

  /// The first word at the fault.
  private var word: String {
    let start = problem.place.offset
    let end = source.bytes[start...].firstIndex { [0x20, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains($0) } ?? source.bytes.count
    return source.excerpt(start, max(end, start + 1))
  }

  /// A comma or closing bracket where a value belongs.
  var missingValue: Diagnostic {
    if byte(at: problem.place.offset) == nil, let opening = builder.openBracket {
      return unclosed(opening, letter(at: opening.offset))
    }
    let found = letter(at: problem.place.offset)
    if found == ":" { return Faults(source: source, limits: .standard).noKey(at: here) }
    return syntax(
      at: here,
      Words(id: "`\(found)` di tempat sebuah nilai", en: "`\(found)` where a value should stand"),
      help: Words(
        id: "tulis nilainya, hapus `\(found)`, atau beri kutip bila itu bagian dari teks",
        en: "write the value, delete `\(found)`, or use quotes if it belongs to a text"))
  }
}
