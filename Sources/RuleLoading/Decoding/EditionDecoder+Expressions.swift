internal import Expressions
internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

extension EditionDecoder {
  /// Reads a formula. Its types are checked once the rung of its part is known.
  mutating func formula(from node: YAMLNode) -> Scale? {
    guard let text = log.text(node, as: Words(same: "`formula`")) else { return nil }
    switch Expression.parse(text.value) {
    case .failure(let problem):
      report(problem, in: node)
      return nil
    case .success(let expression):
      // Seen from the lowest rung every field is a single value, under any of its names.
      let names = VisibleNames(rungs: rungs.map(\.id.value), fields: fields, from: rungs.count - 1)
      var read: [String] = []
      for name in expression.compiled(for: names.types).names {
        if case .field(let field)? = names.sources[name], !read.contains(field) { read.append(field) }
      }
      return .formula(text: text.value, fields: read)
    }
  }

  /// Reads an expression of a type, as seen from a rung; reports everything that is wrong with it at its own column.
  mutating func expression(from node: YAMLNode, seenFrom rung: String, giving type: ExpressionType, of what: Words) -> Marked<String>? {
    guard let text = log.text(node, as: what) else { return nil }
    switch Expression.parse(text.value) {
    case .failure(let problem):
      report(problem, in: node)
      return nil
    case .success(let expression):
      let problems = expression.check(in: names(seenFrom: rung).types, expecting: type).filter { !isAboutBroken($0, in: expression) }
      for problem in problems { report(problem, in: node) }
      return problems.isEmpty ? text : nil
    }
  }

  /// Checks the types of a formula, and what may go wrong with it over the ranges of its fields.
  mutating func checkFormula(_ node: YAMLNode, seenFrom rung: String, given condition: String?, of what: Words) {
    guard expression(from: node, seenFrom: rung, giving: .number, of: what) != nil, let text = node.scalar?.text,
      case .success(let formula) = Expression.parse(text)
    else { return }
    var ranges: [String: Interval] = [:]
    for field in fields {
      let range = field.range.map { Interval($0) } ?? (field.kind == .count ? Interval(atLeast: .zero) : nil)
      guard let range, let height = height(of: field.rung), height <= self.height(of: rung) ?? 0 else { continue }
      ranges[field.id.value] = range
      ranges["\(field.rung).\(field.id.value)"] = range
    }
    let guardian = condition.flatMap { try? Expression.parse($0).get() }
    for finding in formula.intervals(ranges, given: guardian, scale: scale).findings {
      let severity: Severity = finding.kind == .mayLeaveScale ? .note : .warning
      log.report(Diagnostic(.formulaRisk, severity, at: node.range(of: finding.range), finding.words, help: finding.help))
    }
  }

  /// Reads `flags:`, outcomes beside the score.
  mutating func flags(from node: YAMLNode) -> [Flag] {
    guard let entries = log.entries(of: node, as: Words(same: "`flags`")) else { return [] }
    return entries.compactMap { entry in
      guard let id = log.name(entry.key, as: Words(id: "penanda", en: "a flag")) else { return nil }
      let what = Words(id: "penanda `\(id.value)`", en: "the flag `\(id.value)`")
      guard var reader = MappingReader(entry.value, .flag, as: what, log: &log) else { return nil }
      let top = rungs.first?.id.value ?? ""
      let condition = reader.required("when", of: what, log: &log).flatMap {
        expression(from: $0, seenFrom: top, giving: .boolean, of: what)
      }
      let label = reader.optional("label").flatMap { log.words($0, as: what) } ?? Words(same: id.value)
      let citations = reader.optional("cite").map { self.citations(from: $0) } ?? []
      reader.finish(as: what, log: &log)
      return condition.map { Flag(id: id, condition: $0, label: label, citations: citations) }
    }
  }

  private func height(of rung: String) -> Int? {
    rungs.firstIndex { $0.id.value == rung }
  }

  private func names(seenFrom rung: String) -> VisibleNames {
    VisibleNames(rungs: rungs.map(\.id.value), fields: fields, from: height(of: rung) ?? 0)
  }

  /// Whether a name is unknown only because its field could not be read, which has been reported.
  private func isAboutBroken(_ problem: ExpressionProblem, in expression: Expression) -> Bool {
    problem.kind == .unknownName
      && (brokenSections.contains("fields") || expression.uses.contains { $0.range == problem.range && brokenFields.contains($0.name) })
  }

  private mutating func report(_ problem: ExpressionProblem, in node: YAMLNode) {
    var help = problem.help
    if help == nil, problem.kind == .unknownName {
      let known = fields.prefix(8).map { "`\($0.id.value)`" }.joined(separator: ", ") + (fields.count > 8 ? ", ..." : "")
      help = Words(
        id: known.isEmpty ? "tambahkan bidangnya di `fields`" : "bidang yang ada: \(known)",
        en: known.isEmpty ? "add the field to `fields`" : "the fields are \(known)")
    }
    log.error(.expression, at: node.range(of: problem.range), problem.words, help: help, fix: node.fix(for: problem))
  }
}
