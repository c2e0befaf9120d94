public import RuleDiagnostics

/// Reads a rule file into a tree of nodes that know their range.
///
/// Everything wrong goes into `log`. After a duplicate key the first value is kept and the tree is still returned, so that later stages
/// can report more. Whatever makes the tree doubtful (damaged or hidden characters, syntax, anchors, tags, limits) makes the result nil.
///
/// Complexity: linear in the bytes of the file, whatever they are.
/// - Returns: The root, which is a mapping; or nil, with at least one error added to `log`.
public func readYAML(_ source: SourceFile, limits: YAMLLimits = .standard, log: inout DiagnosticLog) -> YAMLNode? {
  guard source.bytes.count <= limits.bytes else {
    reportFileTooLarge(source, limits, log: &log)
    return nil
  }
  let errorsBefore = log.errorCount
  screen(source, log: &log)
  guard log.errorCount == errorsBefore else { return nil }

  var builder = TreeBuilder(source: source, limits: limits)
  let problem = readEvents(of: source) { builder.take($0, log: &log) }
  if let problem {
    log.report(SyntaxReport(problem: problem, source: source, builder: builder).diagnostic)
    return nil
  }
  return builder.finish(log: &log)
}

private func reportFileTooLarge(_ source: SourceFile, _ limits: YAMLLimits, log: inout DiagnosticLog) {
  log.error(
    .tooLarge, at: SourceRange(file: source.name, at: .start),
    Words(
      id: "berkas berisi \(source.bytes.count) byte, batasnya \(limits.bytes)",
      en: "the file has \(source.bytes.count) bytes, the limit is \(limits.bytes)"),
    help: Words(
      id: "berkas aturan berisi aturan saja; simpan data pengamatan dalam berkas CSV",
      en: "a rule file holds rules only; keep observations in a CSV file"))
}
