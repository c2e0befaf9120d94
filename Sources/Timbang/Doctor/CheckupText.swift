public import Reporting
internal import RuleDiagnostics

/// A checkup on one screen, to be pasted into a report.
public struct CheckupText {
  private let style: TextStyle

  /// Writes in a language.
  public init(style: TextStyle) {
    self.style = style
  }

  /// The lines of a checkup.
  public func text(_ checkup: Checkup) -> String {
    let said = checkup.environment.map { name, value in "\(name)=\(value.map { visible($0) } ?? "-")" }.joined(separator: " ")
    let lines = [
      ("timbang", checkup.version),
      (word("pustaka", "libraries"), checkup.libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", ")),
      (word("sistem", "system"), "\(checkup.system), \(checkup.processors) \(word("prosesor", "processors"))"),
      (word("lingkungan", "environment"), said),
      (word("folder aturan", "rules folder"), "\(visible(checkup.rules.folder)): \(state(checkup.rules))"),
      ("register", register(checkup.rules)),
    ]
    let limits = checkup.limits.map { ($0.words[style.language], size($0)) }
    return table(lines, indent: 0) + word("batas\n", "limits\n") + table(limits, indent: 2)
  }

  private func word(_ id: String, _ en: String) -> String { style.language == .id ? id : en }

  private func state(_ rules: Checkup.Rules) -> String {
    if let obstacle = rules.obstacle { return obstacle[style.language] }
    return word(
      "\(rules.files) berkas aturan, \(rules.published) terbit", "\(rules.files) rule files, \(rules.published) of them published")
  }

  private func register(_ rules: Checkup.Rules) -> String {
    let entries = rules.entries.map { "\($0) \(word("entri", $0 == 1 ? "entry" : "entries"))" } ?? word("tidak ada", "none")
    let codes = rules.findings.map(\.rawValue).joined(separator: " ")
    let found = codes.isEmpty ? word("semua seperti ketika dikunci", "all as it was locked") : "`timbang verify`: \(codes)"
    return rules.entries == nil && codes.isEmpty ? entries : "\(entries), \(found)"
  }

  private func size(_ limit: Limit) -> String {
    guard limit.unit == .bytes else { return "\(limit.value)" }
    for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")] where limit.value >= 1 << shift && limit.value & (1 << shift - 1) == 0 {
      return "\(limit.value >> shift) \(unit)"
    }
    return "\(limit.value) B"
  }

  private func table(_ lines: [(String, String)], indent: Int) -> String {
    let width = lines.map(\.0.count).max() ?? 0
    return lines.map { name, value in
      String(repeating: " ", count: indent) + name + String(repeating: " ", count: width - name.count + 2) + value + "\n"
    }.joined()
  }

  /// Text of the environment, with what could move the cursor spelt out.
  private func visible(_ text: String) -> String {
    text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

extension JSONValue {
  /// A checkup in the shape `timbang.doctor/1.0`.
  public static func checkup(_ checkup: Checkup) -> JSONValue {
    let rules = checkup.rules
    return .object([
      ("format", .string("timbang.doctor/1.0")), ("version", .string(checkup.version)),
      ("libraries", .object(checkup.libraries.map { ($0.name, .string($0.version)) })), ("system", .string(checkup.system)),
      ("processors", .integer(checkup.processors)),
      ("environment", .object(checkup.environment.map { ($0.name, $0.value.map { .string($0) } ?? .null) })),
      (
        "rules",
        .object([
          ("folder", .string(rules.folder)), ("readable", .boolean(rules.obstacle == nil)), ("files", .integer(rules.files)),
          ("published", .integer(rules.published)), ("register_entries", rules.entries.map { .integer($0) } ?? .null),
          ("findings", .array(rules.findings.map { .string($0.rawValue) })),
        ])
      ),
      (
        "limits",
        .array(
          checkup.limits.map { limit in
            .object([
              ("name", .string(limit.name)), ("value", .integer(limit.value)), ("unit", .string(limit.unit.rawValue)),
              ("code", limit.code.map { .string($0.rawValue) } ?? .null),
            ])
          })
      ),
    ])
  }
}
