internal import RuleDiagnostics

/// Quotes, escapes, and text that needs quotes.
extension SyntaxReport {
  /// The file ended inside quotes: shown at the quote that opened them.
  var unclosedQuote: Diagnostic {
    let place = problem.contextPlace
    let quote = letter(at: place.offset)
    return syntax(
      at: source.range(ofScalarAt: place),
      Words(id: "kutip `\(quote)` yang dibuka di sini tidak ditutup", en: "the quote `\(quote)` opened here is never closed"),
      help: Words(id: "tulis `\(quote)` di akhir teks", en: "write `\(quote)` at the end of the text"))
  }

  /// Text behind a closing quote: often the quote was meant to close a line, or a quote stands inside quotes.
  func textBehindQuote(_ quoted: SourceRange) -> Diagnostic {
    let quote = letter(at: quoted.start.offset)
    let opening = source.range(ofScalarAt: quoted.start)
    if quoted.end.line > quoted.start.line {
      return syntax(
        at: opening,
        Words(
          id: "kutip `\(quote)` yang dibuka di sini baru ditutup di baris \(quoted.end.line)",
          en: "the quote `\(quote)` opened here is closed only in line \(quoted.end.line)"),
        help: Words(id: "tulis `\(quote)` di akhir teks di baris ini", en: "write `\(quote)` at the end of the text in this line"))
    }
    return syntax(
      at: here,
      Words(id: "teks berlanjut di belakang kutip penutup", en: "text goes on behind the closing quote"),
      help: quote == "'"
        ? Words(id: "tulis `''` untuk tanda petik di dalam petik tunggal", en: "write `''` for an apostrophe inside single quotes")
        : Words(id: "tulis `\\\"` untuk kutip di dalam kutip ganda", en: "write `\\\"` for a quote inside double quotes"),
      note: Diagnostic.Note(Words(id: "kutip dibuka di sini", en: "the quote was opened here"), at: opening))
  }

  var unknownEscape: Diagnostic {
    let offset = problem.place.offset
    let next = letter(at: offset + 1)
    return syntax(
      at: source.range(from: problem.place, to: offset + 1 + max(1, next.utf8.count)),
      Words(id: "`\\\(next)` tidak punya arti di dalam kutip ganda", en: "`\\\(next)` means nothing in double quotes"),
      help: Words(id: "tulis `\\\\` untuk garis miring, atau pakai petik tunggal", en: "write `\\\\` for a backslash, or use single quotes")
    )
  }

  var damagedEscape: Diagnostic {
    let end = problem.place.offset
    let code = source.bytes[..<end].reversed().prefix { $0 != UInt8(ascii: "\\") }
    return syntax(
      at: source.range(max(0, end - code.count - 1), end),
      Words(id: "kode karakter di belakang `\\` tidak benar", en: "the character code behind `\\` is not right"),
      help: Words(
        id: "tulis `\\x` dengan 2, `\\u` dengan 4, atau `\\U` dengan 8 angka heksadesimal",
        en: "write `\\x` with 2, `\\u` with 4 or `\\U` with 8 hexadecimal digits"))
  }

  /// A plain text that begins with a mark of YAML.
  var forbiddenStart: Diagnostic {
    let letter = letter(at: problem.place.offset)
    return syntax(
      at: here,
      Words(id: "teks tidak boleh diawali `\(letter)`", en: "a text may not begin with `\(letter)`"),
      help: Words(id: "tulis teks itu dalam kutip", en: "put the text in quotes"))
  }

  var brokenBlockHead: Diagnostic {
    syntax(
      at: here,
      Words(
        id: "`\(letter(at: problem.place.offset))` tidak boleh berdiri di belakang `|` atau `>`",
        en: "`\(letter(at: problem.place.offset))` may not stand behind `|` or `>`"),
      help: Words(
        id: "mulai teks di baris berikutnya, menjorok; bila `|` atau `>` bagian dari teks, tulis dalam kutip",
        en: "begin the text in the next line, indented; if `|` or `>` belongs to a text, put it in quotes"))
  }
}
