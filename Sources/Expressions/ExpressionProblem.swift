public import RuleDiagnostics

/// One thing that is wrong with an expression: found while reading it, typing it, evaluating it, or looking at what it may give.
public struct ExpressionProblem: Error, Sendable, Equatable {
  /// The stable name of a kind of problem, as `timbang eval --json` prints it in `code`.
  public enum Kind: String, Sendable, CaseIterable {
    // Reading
    case syntax
    case outsideLanguage = "outside_language"
    case badNumber = "bad_number"
    case badText = "bad_string"
    case tooLong = "too_long"
    case tooDeep = "too_deep"
    case wrongArity = "wrong_arity"
    // Typing
    case unknownName = "unknown_name"
    case wrongType = "wrong_type"
    case badArgument = "bad_argument"
    // Evaluating
    case divisionByZero = "division_by_zero"
    case notWhole = "not_whole"
    case indexOutOfRange = "index_out_of_range"
    case noSuchKey = "no_such_key"
    case emptyList = "empty_list"
    case numberTooLong = "number_too_long"
    case textTooLong = "text_too_long"
    case listTooLong = "list_too_long"
    case tooManySteps = "too_many_steps"
    // What it may give
    case mayDivideByZero = "may_divide_by_zero"
    case mayLeaveScale = "may_leave_scale"
    case roundsInside = "rounds_inside"
    // The line of `timbang eval --json`
    case json
  }

  /// What kind of problem this is.
  public let kind: Kind
  /// What is wrong: lower case, no full stop, user text in backticks.
  public let words: Words
  /// What would be right.
  public let help: Words?
  /// Where it is, in Unicode scalars from the start of the expression, from 0.
  public let range: Range<Int>
  /// What to write there instead, if that can only be one thing.
  public let replacement: String?

  /// Makes a problem.
  public init(_ kind: Kind, at range: Range<Int>, _ words: Words, help: Words? = nil, replacement: String? = nil) {
    self.kind = kind
    self.words = words
    self.help = help
    self.range = range
    self.replacement = replacement
  }
}

/// A problem met while evaluating.
public typealias EvaluationError = ExpressionProblem

extension ExpressionProblem {
  /// Makes the problem of something that CEL or another language has and this one has not.
  static func outside(_ construct: Words, at range: Range<Int>, help: Words? = nil) -> ExpressionProblem {
    ExpressionProblem(
      .outsideLanguage, at: range,
      Words(id: "\(construct.id) bukan bagian dari bahasa ungkapan", en: "\(construct.en) is not part of the expression language"),
      help: help)
  }
}

/// The limits that keep any expression, also a hostile one, small and quick.
enum Limits {
  /// The longest expression, in bytes of UTF-8.
  static let textBytes = 4096
  /// The deepest nesting.
  static let depth = 64
  /// The number of evaluation steps; a step is about 100 ns of work.
  static let steps = 1_000_000
  /// The longest number, in characters of its exact form.
  static let numberCharacters = 400
  /// The longest text that is made, in bytes of UTF-8.
  static let stringBytes = 16_384
  /// The heaviest list that is made: its items, theirs and so on, each once for every place where it stands.
  static let listWeight = 10_000
  /// The finest rounding.
  static let places = 20
}
