internal import RuleDiagnostics

/// Colons that are missing, too many, or without a blank.
extension SyntaxReport {
  /// A line of a mapping is no `key: value`.
  var missingColon: Diagnostic { missingColon(from: problem.contextPlace) }

  private func missingColon(from start: Position) -> Diagnostic {
    let end = source.lineEnd(of: start.offset)
    if let first = byte(at: start.offset), first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return quotedKeyTooLong(from: start)
    }
    if let colon = gluedColon(from: start.offset, to: end) { return missingBlank(start, colon, end) }
    let text = source.excerpt(start.offset, end)
    return syntax(
      at: source.range(from: start, to: end),
      Words(id: "tidak ada `:` di `\(text)`", en: "there is no `:` in `\(text)`"),
      help: Words(
        id: "tulis `kunci: nilai`; bila baris ini lanjutan teks di atas, jorokkan ke dalam atau beri kutip pada seluruh teks",
        en: "write `key: value`; if the line goes on with the text above, indent it or put the whole text in quotes"))
  }

  private func quotedKeyTooLong(from start: Position) -> Diagnostic {
    let quote = letter(at: start.offset)
    return syntax(
      at: source.range(ofScalarAt: start),
      Words(id: "teks berkutip yang dimulai di sini bukan `kunci: nilai`", en: "the quoted text that begins here is no `key: value`"),
      help: Words(
        id: "tutup kutip `\(quote)` di baris yang sama dan tulis `:` dengan spasi di belakangnya",
        en: "close the quote `\(quote)` in the same line and write `:` with a space behind it"))
  }

  private func missingBlank(_ start: Position, _ colon: Int, _ end: Int) -> Diagnostic {
    let place = source.position(at: colon, from: start)
    let repaired = "\(source.excerpt(start.offset, colon)): \(source.excerpt(colon + 1, end))"
    return syntax(
      at: source.range(ofScalarAt: place),
      Words(id: "tidak ada spasi di belakang `:`", en: "there is no space behind the `:`"),
      help: Words(id: "tulis `\(repaired)`", en: "write `\(repaired)`"), fix: Fix(writing: ": ", at: source.range(ofScalarAt: place)))
  }

  /// Returns the colon of `weight:20`, behind nothing but what a key is made of.
  private func gluedColon(from start: Int, to end: Int) -> Int? {
    let line = source.bytes[start..<max(start, end)]
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > start, colon + 1 < end else { return nil }
    let isKey = line[..<colon].allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    return isKey && line[colon + 1] != UInt8(ascii: "/") ? colon : nil
  }

  /// `{a:]`: a colon that neither separates nor belongs to a text.
  var colonBeforeBracket: Diagnostic {
    syntax(
      at: here,
      Words(id: "tidak ada spasi di belakang `:`", en: "there is no space behind the `:`"),
      help: Words(
        id: "tulis spasi di belakang `:`, atau beri kutip bila `:` bagian dari teks",
        en: "write a space behind the `:`, or use quotes if it belongs to a text"))
  }

  /// A `: ` where a value stands already: inside a text, or on a line indented too deep.
  var unexpectedColon: Diagnostic {
    let offset = problem.place.offset
    let content = contentStart(ofLineWith: offset)
    if let colon = separatingColon(from: content, to: offset) { return colonInText(behind: colon) }
    if let above = neighbourAbove(content) { return missingColon(from: source.position(at: above)) }
    return syntax(
      at: source.range(ofScalarAt: source.position(at: content)),
      Words(
        id: "baris ini menjorok lebih dalam, padahal entri di atasnya sudah punya nilai",
        en: "the line is indented deeper, but the entry above has a value already"),
      help: Words(
        id: "mulai baris ini di kolom yang sama dengan entri sejajarnya, atau beri kutip pada teks yang memuat `: `",
        en: "begin the line in the column of its neighbours, or put the text that holds `: ` in quotes"))
  }

  /// Returns where the text of the line above begins, if it stands no further left: then that line is the one without a colon.
  private func neighbourAbove(_ content: Int) -> Int? {
    let start = source.lineStart(of: content)
    guard start > source.contentStart else { return nil }
    let above = source.lineStart(of: start - 1)
    let text = contentStart(ofLineWith: start - 1)
    return text - above >= content - start && source.bytes[text] > 0x20 ? text : nil
  }

  private func colonInText(behind colon: Int) -> Diagnostic {
    let end = source.lineEnd(of: problem.place.offset)
    let text = source.excerpt(colon + 2, end)
    let quoted = text.contains("\"") ? "'\(text)'" : "\"\(text)\""
    return syntax(
      at: here,
      Words(id: "`: ` di dalam teks tanpa kutip", en: "`: ` inside a text without quotes"),
      help: Words(id: "tulis teks itu dalam kutip: `\(quoted)`", en: "put the text in quotes: `\(quoted)`"),
      fix: quotes(from: colon + 2, to: end))
  }

  /// The text of a line in quotes, if it is plain from end to end, so that nothing else could have been meant.
  private func quotes(from start: Int, to end: Int) -> Fix? {
    let text = String(decoding: source.bytes[start..<end], as: UTF8.self)
    let isPlain = text.first?.isLetter == true && text.last != " " && !text.contains { "\"'\\#[]{}&*!|>%@`\t".contains($0) }
    return isPlain && builder.openBracket == nil ? Fix(writing: "\"\(text)\"", at: source.range(start, end)) : nil
  }

  private func separatingColon(from start: Int, to end: Int) -> Int? {
    (start..<max(start, end)).first { byte(at: $0) == UInt8(ascii: ":") && byte(at: $0 + 1) == 0x20 }
  }
}
