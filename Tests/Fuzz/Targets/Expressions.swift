internal import Expressions
internal import RuleDiagnostics
internal import RuleModel
internal import Timbang

/// The names that an expression may use, with what they may be.
private let types: [String: ExpressionType] = ["a": .number, "b": .number, "unit.c": .boolean, "d": .string, "e": .list(.number)]
private let values: [[String: ExpressionValue]] = [
  [
    "a": .number(Fraction(7, 3)), "b": .number(.zero), "unit.c": .boolean(true), "d": .string("né"),
    "e": .list([.number(.one), .unknown]),
  ],
  ["a": .number(Fraction(-20)), "b": .unknown, "unit.c": .unknown, "d": .string(""), "e": .list([])],
]

func readExpression(_ bytes: [UInt8]) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  let length = text.unicodeScalars.count
  guard case .success(let expression) = Expression.parse(text) else {
    guard case .failure(let problem) = Expression.parse(text) else { return promise(false, "parsed at the second try only") }
    return promise(problem.range.lowerBound >= 0 && problem.range.upperBound <= length + 1, "a problem at \(problem.range) of \(length)")
  }
  promise(Expression.parse(expression.description) == .success(expression), "canonical text reads otherwise: \(expression.description)")
  let problems = expression.check(in: types)
  for problem in problems { promise(problem.range.upperBound <= length + 1, "a problem at \(problem.range) of \(length)") }
  let report = expression.intervals(["a": Fraction(-20)...Fraction(100), "b": Fraction(0)...Fraction(1)])
  for binding in values {
    let compiled = expression.compiled(for: types)
    let answer = compiled.evaluate(slots: compiled.names.map { binding[$0] ?? .unknown })
    let untyped = expression.evaluate { binding[$0] }
    promise(!problems.isEmpty || answer == untyped, "types change the answer: \(answer) or \(untyped)")
    guard problems.isEmpty, case .number(let number) = answer, let interval = report.result else { continue }
    promise(interval.contains(number), "\(number) lies outside what was foretold")
  }
}

func readRequest(_ bytes: [UInt8]) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  for language in [Language.id, .en] {
    let answer = evaluateJSONLine(text, language: language)
    promise(answer.hasPrefix("{") && answer.hasSuffix("}"), "no object: \(answer)")
    promise(!answer.utf8.contains { $0 < 32 }, "more than a line: \(answer)")
  }
}

func readRegister(_ bytes: [UInt8]) {
  let source = SourceFile(name: "timbang.lock", bytes: bytes)
  var log = DiagnosticLog()
  let text = Register.rewritten(source, log: &log)
  promise((text == nil) == log.hasErrors, "a register with errors, or none without")
  if let text { promise(Array(text.utf8) == bytes, "a register was read that is written otherwise") }
  show(log, in: [source])
}
