internal import RuleDiagnostics
internal import RuleModel

/// In every group some part counts, whatever was observed: `skip` cannot leave out all of them.
struct EmptiedGroupCheck: Check {
  static let codes: [DiagnosticCode] = [.emptiedGroup]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete else { return }
    visit(rules.edition.score, isTotal: true, log: &log)
  }

  /// Reports the highest groups that may be empty; that those below them may be is no news.
  private func visit(_ part: Part, isTotal: Bool, log: inout DiagnosticLog) {
    guard part.mayBeEmpty else {
      part.children.forEach { visit($0, isTotal: false, log: &log) }
      return
    }
    let consequence =
      isTotal
      ? Words(id: "instansi itu lalu tidak mendapat nilai", en: "the institution then gets no score")
      : Words(id: "bobotnya lalu berpindah ke saudaranya", en: "its weight then goes to its siblings")
    log.report(
      Diagnostic(
        .emptiedGroup, .note, at: part.id.range,
        Words(
          id: "setiap bagian `\(part.id.value)` dapat dilewati oleh `skip`, jadi kelompok ini dapat tanpa nilai",
          en: "`skip` may leave out every part of `\(part.id.value)`, so the group may have no value"),
        help: Words(
          id: "\(consequence.id); bila bukan itu maksudnya, pakai `zero`, `full` atau `error` pada salah satu bagian",
          en: "\(consequence.en); if that is not meant, use `zero`, `full` or `error` in one of the parts")))
  }
}

extension Part {
  /// Whether this is a group of which `skip` may leave out every part.
  fileprivate var mayBeEmpty: Bool {
    guard !children.isEmpty, children.allSatisfy(\.mayBeLeftOut) else { return false }
    // Of two indicators with the conditions `a` and `!a` one always applies.
    let conditions = Set(children.filter { $0.children.isEmpty && $0.missing != .skip }.compactMap(\.condition?.value))
    return !conditions.contains { conditions.contains("!\($0)") || conditions.contains("!(\($0))") }
  }

  /// Whether `skip` may leave this part out with its weight.
  var mayBeLeftOut: Bool {
    if condition != nil, notApplicable == .skip || missing == .skip { return true }
    return children.isEmpty ? missing == .skip : mayBeEmpty
  }
}
