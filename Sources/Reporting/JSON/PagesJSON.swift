internal import DiagnosticPages
public import RuleDiagnostics

extension JSONValue {
  /// The pages of codes in the shape `timbang.codes/1.0`.
  public static func pages(_ codes: [DiagnosticCode]) -> JSONValue {
    .object([("format", .string("timbang.codes/1.0")), ("codes", .array(codes.map { page($0) }))])
  }

  private static func page(_ code: DiagnosticCode) -> JSONValue {
    let page = code.page
    let example = page.example
    var entries: [(key: String, value: JSONValue)] = [
      ("language", .string(example.setting.language)), ("message", words(example.message)), ("wrong", .string(example.wrong)),
      ("right", .string(example.right)),
    ]
    if let surroundings = example.setting.surroundings { entries.append(("surroundings", words(surroundings))) }
    return .object([
      ("code", .string(code.rawValue)), ("severity", .string(page.severity.rawValue)),
      ("severities", .array(([page.severity] + [page.otherSeverity].compactMap(\.self)).map { .string($0.rawValue) })),
      ("title", words(page.title)),
      ("reason", words(page.reason)), ("remedy", words(page.remedy)), ("example", .object(entries)),
    ])
  }
}
