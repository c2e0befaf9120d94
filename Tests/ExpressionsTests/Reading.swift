import Expressions
import RuleDiagnostics
import RuleModel
import Testing

/// The values that the rows of the tables can name.
enum Sample {
  static let values: [String: ExpressionValue] = [
    "a": .number(Fraction(3)), "b": .number(Fraction(4)), "zero": .number(.zero), "half": .number(Fraction(1, 2)),
    "u": .unknown, "t": .boolean(true), "f": .boolean(false), "s": .string("hélo"), "nothing": .null,
    "xs": .list([.number(Fraction(1)), .number(Fraction(2)), .number(Fraction(3))]),
    "us": .list([.number(Fraction(1)), .unknown, .number(Fraction(7))]),
    "names": .list([.string("ani"), .string("budi")]), "empty": .list([]),
    "r": .record(["k": .number(Fraction(5)), "gone": .unknown, "in": .boolean(true)]),
    "institution.followed_up": .boolean(true), "institution.kind": .string("kota"),
  ]

  static let types = values.mapValues { value in Sample.type(of: value) }

  private static func type(of value: ExpressionValue) -> ExpressionType {
    switch value {
    case .number: .number
    case .boolean: .boolean
    case .string: .string
    case .null: .null
    case .list(let items): .list(items.first.map { type(of: $0) } ?? .any)
    case .record(let members): .record(members.mapValues { type(of: $0) })
    case .unknown: .any
    case .error: .any
    }
  }
}

/// Reads a text that must be sound.
func expression(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Expression {
  switch Expression.parse(text) {
  case .success(let expression): return expression
  case .failure(let problem):
    Issue.record("`\(text)`: \(problem.words.en)", sourceLocation: sourceLocation)
    throw problem
  }
}

/// Reads a text that must be refused.
func refusal(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ExpressionProblem {
  switch Expression.parse(text) {
  case .success(let expression):
    Issue.record("`\(text)` was read as `\(expression)`", sourceLocation: sourceLocation)
    throw Accepted()
  case .failure(let problem): return problem
  }
}

struct Accepted: Error {}

/// The value of a text over the samples, in short: `75`, `true`, `'a'`, `[1, 2]`, `unknown`, `division_by_zero 4`.
func outcome(_ text: String) -> String {
  switch Expression.parse(text) {
  case .failure(let problem): short(.error(problem))
  case .success(let expression): short(expression.evaluate { Sample.values[$0] })
  }
}

/// A value in short; errors as their kind and column from 1.
func short(_ value: ExpressionValue) -> String {
  switch value {
  case .number(let number): number.exactText
  case .boolean(let flag): flag ? "true" : "false"
  case .string(let text): "'\(text)'"
  case .null: "null"
  case .list(let items): "[" + items.map(short).joined(separator: ", ") + "]"
  case .record(let members): "{" + members.sorted { $0.key < $1.key }.map { "\($0.key): \(short($0.value))" }.joined(separator: ", ") + "}"
  case .unknown: "unknown"
  case .error(let error): "\(error.kind.rawValue) \(error.range.lowerBound + 1)"
  }
}

/// A generator whose numbers depend on its seed alone.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
