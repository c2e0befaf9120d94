internal import RuleDiagnostics
internal import RuleModel

/// No two parts and no two zones have one name.
struct DuplicateIDCheck: Check {
  static let codes: [DiagnosticCode] = [.duplicateID]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    report(rules.parts.map(\.id), as: Words(id: "bagian", en: "part"), log: &log)
    report(rules.edition.zones.steps.map(\.id), as: Words(id: "zona", en: "zone"), log: &log)
  }

  private func report(_ ids: [Marked<String>], as what: Words, log: inout DiagnosticLog) {
    var first: [String: SourceRange] = [:]
    for id in ids {
      if let earlier = first[id.value] {
        log.error(
          .duplicateID, at: id.range,
          Words(id: "\(what.id) `\(id.value)` ada dua kali", en: "the \(what.en) `\(id.value)` stands twice"),
          help: Words(id: "setiap nama hanya dipakai satu kali dalam satu edisi", en: "a name is used once in an edition"),
          notes: [.init(Words(id: "pertama di sini", en: "first here"), at: earlier)])
      } else {
        first[id.value] = id.range
      }
    }
  }
}
