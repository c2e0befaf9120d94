internal import DiagnosticPages
public import RuleDiagnostics

extension JSONValue {
  /// The findings of a run as SARIF 2.1.0, the format in which code hosts and editors take the findings of any tool.
  ///
  /// Each code that occurs is a rule whose help is its page. Columns count Unicode code points, offsets bytes.
  ///
  /// - Parameters:
  ///   - log: the findings.
  ///   - language: of messages and pages.
  ///   - version: of the tool.
  public static func sarif(_ log: DiagnosticLog, language: Language, version: String) -> JSONValue {
    let codes = Set(log.diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
    let writer = SARIFWriter(language: language)
    let driver: JSONValue = .object([
      ("name", .string("timbang")), ("version", .string(version)), ("language", .string(language.rawValue)),
      ("rules", .array(codes.map { writer.rule($0) })),
    ])
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])), ("language", .string(language.rawValue)),
            ("columnKind", .string("unicodeCodePoints")), ("invocations", .array([writer.invocation(log)])),
            ("results", .array(log.diagnostics.map { writer.result($0, rule: places[$0.code] ?? -1) })),
          ])
        ])
      ),
    ])
  }
}

/// Writes the pieces of a SARIF log in one language.
private struct SARIFWriter {
  let language: Language

  /// A code with its page.
  func rule(_ code: DiagnosticCode) -> JSONValue {
    let page = code.page
    let style = TextStyle(language: language, hasColour: false)
    let name = "\(code)"
    return .object([
      ("id", .string(code.rawValue)), ("name", .string(name.prefix(1).uppercased() + name.dropFirst())),
      ("shortDescription", message(page.title)), ("fullDescription", message(page.reason)),
      (
        "help",
        .object([
          ("text", .string(PageText(style: style).text(code))), ("markdown", .string(PageText(style: style).markdown(code))),
        ])
      ),
      ("defaultConfiguration", .object([("level", .string(level(page.severity)))])),
    ])
  }

  /// A finding with its places.
  func result(_ diagnostic: Diagnostic, rule: Int) -> JSONValue {
    let help = diagnostic.help.map { "\n\($0[language].visible)" } ?? ""
    var entries: [(key: String, value: JSONValue)] = [
      ("ruleId", .string(diagnostic.code.rawValue)), ("ruleIndex", .integer(rule)), ("level", .string(level(diagnostic.severity))),
      ("message", .object([("text", .string(diagnostic.message[language].visible + help))])),
    ]
    if let range = diagnostic.range { entries.append(("locations", .array([.object([("physicalLocation", place(range))])]))) }
    if !diagnostic.notes.isEmpty {
      let related = diagnostic.notes.enumerated().map { index, note in
        JSONValue.object([
          ("id", .integer(index)), ("physicalLocation", place(note.range)),
          ("message", .object([("text", .string(note.words[language].visible))])),
        ])
      }
      entries.append(("relatedLocations", .array(related)))
    }
    return .object(entries)
  }

  /// How the run went, and what it found beyond the limit of a log.
  func invocation(_ log: DiagnosticLog) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [("executionSuccessful", .boolean(true))]
    if log.omitted > 0 {
      let text = Phrase.moreFindings(language, ["count": String(log.omitted)])
      let notification: JSONValue = .object([("level", .string("note")), ("message", .object([("text", .string(text))]))])
      entries.append(("toolExecutionNotifications", .array([notification])))
    }
    return .object(entries)
  }

  private func place(_ range: SourceRange) -> JSONValue {
    .object([
      ("artifactLocation", .object([("uri", .string(uri(range.file)))])),
      (
        "region",
        .object([
          ("startLine", .integer(range.start.line)), ("startColumn", .integer(range.start.column)), ("endLine", .integer(range.end.line)),
          ("endColumn", .integer(range.end.column)), ("byteOffset", .integer(range.start.offset)),
          ("byteLength", .integer(range.end.offset - range.start.offset)),
        ])
      ),
    ])
  }

  private func message(_ words: Words) -> JSONValue {
    .object([("text", .string(words[language]))])
  }

  private func level(_ severity: Severity) -> String {
    severity.rawValue
  }

  /// A path as a reference: relative as it is, absolute with its scheme, every other byte than those of plain names spelt out.
  private func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = path.utf8.flatMap { byte -> [UInt8] in
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._~/".utf8.contains(byte)
      return isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return (path.hasPrefix("/") ? "file://" : "") + String(decoding: bytes, as: UTF8.self)
  }
}
