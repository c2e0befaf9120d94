internal import RuleDiagnostics

/// Lines in the wrong column, and what stands too much on a line.
extension SyntaxReport {
  /// `key: - item` on one line.
  var listOnKeyLine: Diagnostic {
    syntax(
      at: here,
      Words(id: "daftar tidak boleh mulai di baris kuncinya", en: "a list may not begin on the line of its key"),
      help: Words(
        id: "pindahkan `-` ke baris berikutnya, atau beri kutip bila `-` bagian dari teks",
        en: "move the `-` to the next line, or use quotes if the `-` belongs to a text"))
  }

  /// Something stands where an entry of the mapping or list should begin.
  var unexpectedLine: Diagnostic {
    if let quoted = quotedTextBefore { return textBehindQuote(quoted) }
    if contentStart(ofLineWith: problem.place.offset) < problem.place.offset { return textBehindValue }
    return wrongColumn
  }

  /// The quoted text that ended right before the fault, or came from a line above into the line of the fault.
  private var quotedTextBefore: SourceRange? {
    guard let quoted = builder.lastQuoted, quoted.end.line == problem.place.line, quoted.end <= problem.place else { return nil }
    guard byte(at: problem.place.offset) != UInt8(ascii: ",") else { return nil }
    return quoted.end.offset == problem.place.offset || quoted.end.line > quoted.start.line ? quoted : nil
  }

  private var textBehindValue: Diagnostic {
    let letter = letter(at: problem.place.offset)
    return syntax(
      at: here,
      Words(id: "`\(letter)` berlebih di belakang nilai", en: "`\(letter)` is too much behind the value"),
      help: Words(
        id: "hapus, atau tulis seluruh teks dalam kutip; di luar kurung, entri tidak dipisahkan koma",
        en: "delete it, or put the whole text in quotes; outside brackets entries are not separated by commas"))
  }

  private var wrongColumn: Diagnostic {
    let isList = problem.problem.contains("'-'")
    let column = problem.contextPlace.column
    let note = Diagnostic.Note(
      isList
        ? Words(id: "daftar dimulai di sini", en: "the list begins here")
        : Words(id: "entri sejajar dimulai di sini", en: "its neighbours begin here"),
      at: source.range(ofScalarAt: problem.contextPlace))
    if problem.place.column == column { return isList ? keyInList(note) : itemInMapping(note) }
    // The line stands between two levels: the one still open, and the one that its column closed.
    let inner = builder.lastClosedBlock.flatMap { $0.column > problem.place.column ? $0.column : nil }
    return syntax(
      at: here,
      Words(
        id: "baris ini mulai di kolom \(problem.place.column), entri di atasnya di kolom \(column)" + (inner.map { " dan \($0)" } ?? ""),
        en: "the line begins in column \(problem.place.column), the entries above in column \(column)" + (inner.map { " and \($0)" } ?? "")),
      help: Words(
        id: "mulai baris ini di kolom \(column)" + (inner.map { " atau \($0)" } ?? ""),
        en: "begin the line in column \(column)" + (inner.map { " or \($0)" } ?? "")),
      note: note)
  }

  private func keyInList(_ note: Diagnostic.Note) -> Diagnostic {
    syntax(
      at: here,
      Words(id: "baris di dalam daftar ini tidak diawali `-`", en: "this line of a list does not begin with `-`"),
      help: Words(id: "tulis `- ` di depannya, atau geser keluar dari daftar", en: "write `- ` before it, or move it out of the list"),
      note: note)
  }

  private func itemInMapping(_ note: Diagnostic.Note) -> Diagnostic {
    let letter = letter(at: problem.place.offset)
    if letter == ":" { return Faults(source: source, limits: .standard).noKey(at: here) }
    return syntax(
      at: here,
      Words(id: "`\(letter)` di tempat `kunci: nilai`", en: "`\(letter)` where `key: value` should stand"),
      help: Words(
        id: "entri di tingkat ini berupa `kunci: nilai`; butir `-` harus menjorok di bawah kuncinya",
        en: "entries of this level are `key: value`; items with `-` stand indented under their key"),
      note: note)
  }

  /// Text before the document began or behind its end.
  var textOutsideDocument: Diagnostic {
    if builder.documentCount > 0 {
      if let quoted = quotedTextBefore { return textBehindQuote(quoted) }
      let range = SourceRange(file: source.name, at: problem.place)
      return Faults(source: source, limits: .standard).secondDocument(at: range)
    }
    return syntax(
      at: here,
      Words(id: "baris `---` tidak ada di belakang `%YAML`", en: "the line `---` is missing behind `%YAML`"),
      help: Words(id: "tulis `---` di baris tersendiri, atau hapus `%YAML`", en: "write `---` on a line of its own, or delete `%YAML`"))
  }
}
