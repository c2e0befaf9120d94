internal import RuleDiagnostics

/// Turns the fault at which libyaml gave up into words for people who write rules: at the place where the hand went wrong, with a remedy.
struct SyntaxReport {
  let problem: SyntaxProblem
  let source: SourceFile
  let builder: TreeBuilder

  /// The finding for the user.
  var diagnostic: Diagnostic {
    let found = withoutLookAlike
    guard let note = lookAlikeNote(near: [found.range?.start, problem.place].compactMap { $0 }) else { return found }
    return Diagnostic(found.code, at: found.range, found.message, help: found.help, notes: found.notes + [note])
  }

  private var withoutLookAlike: Diagnostic {
    if byte(at: problem.place.offset) == 0x09 { return tabIndent(at: here) }
    switch problem.problem {
    case "found unexpected end of stream", "found unexpected document indicator": return unclosedQuote
    case "found unknown escape character": return unknownEscape
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code": return damagedEscape
    case "could not find expected ':'": return missingColon
    case "found unexpected ':'": return colonBeforeBracket
    case "mapping values are not allowed in this context": return unexpectedColon
    case "block sequence entries are not allowed in this context": return listOnKeyLine
    case "did not find expected key", "did not find expected '-' indicator": return unexpectedLine
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return brokenBrackets
    case "did not find expected node content": return missingValue
    case "found character that cannot start any token", "mapping keys are not allowed in this context": return forbiddenStart
    case "did not find expected comment or line break", "found an indentation indicator equal to 0": return brokenBlockHead
    case "did not find expected <document start>": return textOutsideDocument
    default: return reference ?? fallback
    }
  }

  /// Anchors, aliases and tags that libyaml itself could not read.
  private var reference: Diagnostic? {
    let faults = Faults(source: source, limits: .standard)
    let start = problem.contextPlace
    if problem.problem == "found undefined tag handle" || problem.context.contains("tag") { return faults.tag(from: start) }
    if problem.context == "while scanning an anchor" { return faults.anchor(from: start) }
    if problem.context == "while scanning an alias" {
      return faults.alias(at: source.range(ofWordMarked: UInt8(ascii: "*"), from: start))
    }
    return nil
  }

  private var fallback: Diagnostic {
    let words = problem.context.isEmpty ? problem.problem : "\(problem.context): \(problem.problem)"
    return syntax(
      at: here,
      Words(id: "bukan YAML yang benar (libyaml: `\(words)`)", en: "this is not correct YAML (libyaml: `\(words)`)"),
      help: Words(
        id: "periksa baris ini dan baris di atasnya; teks dengan tanda baca lebih aman di dalam kutip",
        en: "look at this line and the one above; text with punctuation is safer in quotes"))
  }
}

extension SyntaxReport {
  /// The scalar at which libyaml noticed.
  var here: SourceRange { source.range(ofScalarAt: problem.place) }

  /// Returns a finding of the one code for mistakes of form.
  func syntax(at range: SourceRange, _ message: Words, help: Words, note: Diagnostic.Note? = nil, fix: Fix? = nil) -> Diagnostic {
    Diagnostic(.yamlSyntax, at: range, message, help: help, notes: note.map { [$0] } ?? [], fix: fix)
  }

  /// Returns the byte at an offset; nil at the end of the file.
  func byte(at offset: Int) -> UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  /// Returns the byte at an offset as a letter to be shown.
  func letter(at offset: Int) -> String {
    offset < source.bytes.count ? source.excerpt(offset, offset + utf8Length(lead: source.bytes[offset])) : ""
  }

  /// Returns the place of the first byte on the line of `offset` that is not a space.
  func contentStart(ofLineWith offset: Int) -> Int {
    var start = source.lineStart(of: offset)
    while start < offset, source.bytes[start] == 0x20 { start += 1 }
    return start
  }

  /// A character near the fault that looks like one YAML knows, and is not.
  private func lookAlikeNote(near places: [Position]) -> Diagnostic.Note? {
    for place in places {
      let start = contentStart(ofLineWith: place.offset)
      let text = String(decoding: source.bytes[start..<max(start, source.lineEnd(of: place.offset))], as: UTF8.self).unicodeScalars
      let bullet = text.first.flatMap { isForeignBullet($0.value) ? $0 : nil }
      guard let scalar = bullet ?? text.first(where: { isLookAlike($0.value) }) else { continue }
      let line = source.range(start, source.lineEnd(of: place.offset))
      let name = spelledOut(scalar.value)
      return Diagnostic.Note(
        Words(id: "di baris ini ada \(name), yang bukan tanda YAML", en: "this line holds \(name), which is no mark of YAML"),
        at: source.range(of: scalar, in: line))
    }
    return nil
  }
}
