public import RuleDiagnostics

extension JSONValue {
  /// The findings of a run in the shape `timbang.check/1.0`.
  public static func diagnostics(_ log: DiagnosticLog) -> JSONValue {
    .object([
      ("format", .string("timbang.check/1.0")), ("diagnostics", findings(log)), ("omitted", .integer(log.omitted)),
    ])
  }

  /// The findings of a run, one after the other, as a part of another shape.
  public static func findings(_ log: DiagnosticLog) -> JSONValue {
    .array(log.diagnostics.map { diagnostic($0) })
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("code", .string(diagnostic.code.rawValue)), ("severity", .string(diagnostic.severity.rawValue)),
    ]
    if let range = diagnostic.range { entries += place(range) }
    entries.append(("message", words(diagnostic.message)))
    if let help = diagnostic.help { entries.append(("help", words(help))) }
    if !diagnostic.notes.isEmpty {
      entries.append(("notes", .array(diagnostic.notes.map { .object(place($0.range) + [("message", words($0.words))]) })))
    }
    if let fix = diagnostic.fix {
      let edits = fix.edits.map { JSONValue.object(place($0.range) + [("text", .string($0.text))]) }
      entries.append(("fix", .object([("edits", .array(edits))])))
    }
    return .object(entries)
  }

  /// Where something stands, as entries of an object.
  static func place(_ range: SourceRange) -> [(key: String, value: JSONValue)] {
    [("file", .string(range.file)), ("start", position(range.start)), ("end", position(range.end))]
      + (range.cell.map { [("cell", .string($0))] } ?? [])
  }

  private static func position(_ position: Position) -> JSONValue {
    .object([("line", .integer(position.line)), ("column", .integer(position.column)), ("offset", .integer(position.offset))])
  }
}
