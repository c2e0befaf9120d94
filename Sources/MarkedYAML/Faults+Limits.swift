internal import RuleDiagnostics

/// Limits on what a rule file may hold.
extension Faults {
  func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooDeep, at: source.range(ofBracketAt: range),
      Words(id: "lebih dari \(limits.depth) tingkat bersarang", en: "nested deeper than \(limits.depth) levels"),
      help: Words(id: "ratakan susunannya", en: "flatten the structure"))
  }

  func tooManyNodes(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooManyNodes, at: source.range(ofBracketAt: range),
      Words(id: "lebih dari \(limits.nodes) nilai dalam satu berkas", en: "more than \(limits.nodes) values in one file"),
      help: Words(
        id: "berkas aturan berisi aturan saja; simpan data pengamatan dalam berkas CSV",
        en: "a rule file holds rules only; keep observations in a CSV file"))
  }

  func tooManyKeys(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooManyNodes, at: range,
      Words(id: "lebih dari \(limits.keys) kunci dalam satu pemetaan", en: "more than \(limits.keys) keys in one mapping"),
      help: Words(id: "bagi menjadi beberapa kelompok", en: "divide it into groups"))
  }

  func textTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge, at: SourceRange(file: source.name, at: range.start),
      Words(id: "teks lebih dari \(limits.scalarBytes) byte", en: "a text of more than \(limits.scalarBytes) bytes"),
      help: Words(
        id: "persingkat teks itu, atau periksa apakah kutip penutupnya hilang",
        en: "shorten the text, or see whether its closing quote is missing"))
  }
}
