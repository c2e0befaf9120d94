internal import RuleDiagnostics

/// Why an edition cannot be compiled.
struct Refusal: Error {
  let code: DiagnosticCode
  let range: SourceRange?
  let message: Words
  let help: Words

  init(_ code: DiagnosticCode, at range: SourceRange?, _ message: Words, help: Words) {
    self.code = code
    self.range = range
    self.message = message
    self.help = help
  }
}
