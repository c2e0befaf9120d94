internal import RuleDiagnostics

/// Puts into words what is legal YAML and not accepted in a rule file.
struct Faults {
  let source: SourceFile
  let limits: YAMLLimits

  func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    let key = excerpt(of: key)
    return Diagnostic(
      .duplicateKey, at: range,
      Words(
        id: "kunci `\(key)` ditulis dua kali, pertama di baris \(first.start.line)",
        en: "key `\(key)` is written twice, first in line \(first.start.line)"),
      help: Words(id: "hapus salah satu, atau ganti namanya", en: "remove one of the two, or rename it"),
      notes: [Diagnostic.Note(Words(id: "yang pertama di sini", en: "the first one is here"), at: first)])
  }

  func complexKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .complexKey, at: source.range(ofBracketAt: range),
      Words(id: "kunci berupa daftar atau pemetaan", en: "a key that is a list or a mapping"),
      help: Words(
        id: "kunci harus teks biasa; bila `{` atau `[` bagian dari teks, tulis dalam kutip",
        en: "a key must be plain text; if `{` or `[` belongs to a text, put it in quotes"))
  }

  /// libyaml takes `?` for the mark of a key in brackets also where no blank follows it, so that `?x` would be read as `x`.
  func keyMark(before key: SourceRange) -> Diagnostic {
    let mark = Position(line: key.start.line, column: key.start.column - 1, offset: key.start.offset - 1)
    let text = source.excerpt(mark.offset, key.end.offset)
    return Diagnostic(
      .complexKey, at: SourceRange(file: source.name, start: mark, end: key.end),
      Words(
        id: "di dalam kurung, tanda tanya di awal `\(text)` bukan bagian dari teks",
        en: "in brackets the question mark that begins `\(text)` is no part of the text"),
      help: Words(id: "tulis `\"\(text)\"` dalam kutip", en: "write `\"\(text)\"` in quotes"))
  }

  func secondDocument(at range: SourceRange) -> Diagnostic {
    let marked = source.bytes[range.start.offset...].starts(with: "---".utf8)
    return Diagnostic(
      .secondDocument, at: marked ? range : source.range(ofLineFrom: range.start),
      marked
        ? Words(id: "dokumen kedua dimulai di sini", en: "a second document begins here")
        : Words(id: "masih ada teks di belakang akhir dokumen", en: "there is text behind the end of the document"),
      help: Words(
        id: "satu berkas berisi satu edisi; pindahkan teks ini ke berkas lain atau hapus garis `---`",
        en: "a file holds one edition; move this text to another file or delete the line `---`"))
  }

  func emptyFile() -> Diagnostic {
    Diagnostic(
      .emptyFile, at: SourceRange(file: source.name, at: .start),
      Words(id: "berkas ini kosong", en: "the file is empty"),
      help: Words(id: "mulai dengan baris `timbang: 1`", en: "begin with the line `timbang: 1`"))
  }

  func rootIsNoMapping(_ root: YAMLNode) -> Diagnostic {
    let isList = if case .sequence = root.content { true } else { false }
    return Diagnostic(
      .wrongShape, at: isList ? SourceRange(file: source.name, at: root.range.start) : root.range,
      isList
        ? Words(id: "berkas ini sebuah daftar, bukan pasangan `kunci: nilai`", en: "the file is a list, not `key: value` pairs")
        : Words(id: "berkas ini hanya satu teks, bukan pasangan `kunci: nilai`", en: "the file is a single text, not `key: value` pairs"),
      help: Words(
        id: "mulai dengan baris `timbang: 1`, dengan spasi di belakang titik dua",
        en: "begin with the line `timbang: 1`, with a space behind the colon"))
  }

  func mergeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .anchorOrAlias, at: range,
      Words(id: "kunci gabungan `<<` tidak dipakai di sini", en: "the merge key `<<` is not accepted here"),
      help: Words(
        id: "tulis isinya sekali lagi di tempat ini, agar yang dibaca itulah yang berlaku",
        en: "write the entries out again in this place, so that what is read is what counts"))
  }

  func noKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .complexKey, at: range,
      Words(id: "tidak ada kunci di depan `:`", en: "there is no key before the `:`"),
      help: Words(id: "tulis `kunci: nilai`", en: "write `key: value`"))
  }
}
