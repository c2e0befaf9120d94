internal import RuleModel

/// One walk over the instructions of a compiled expression.
///
/// INVARIANT: every list it makes weighs at most ``Limits/listWeight``, every number and text keeps to its limit, and each step of the
/// count stands for a bounded amount of work; so time and memory are bounded for every expression and every input.
struct Evaluation {
  private let instructions: [Instruction]
  private let constants: [ExpressionValue]
  private let ranges: [Range<Int>]
  private let slots: [ExpressionValue]
  /// The items at which the macros around the node are, the innermost last.
  private var variables: [ExpressionValue] = []
  private var steps: Int

  init(of expression: CompiledExpression, slots: [ExpressionValue], steps: Int) {
    instructions = expression.instructions
    constants = expression.constants
    ranges = expression.ranges
    self.slots = slots
    self.steps = steps
  }

  /// Whether the steps ran out; then no result stands.
  var isExhausted: Bool { steps < 0 }

  /// The error of an expression that takes too many steps.
  var exhaustion: ExpressionValue {
    .error(.tooManySteps(at: ranges.last ?? 0..<0))
  }

  /// Counts work that is more than one step.
  mutating func charge(_ work: Int) {
    steps -= work
  }

  /// The place of an instruction in the text.
  func range(of index: Int) -> Range<Int> { ranges[index] }

  /// Returns the value of an instruction. Depth of recursion: at most ``Limits/depth``.
  mutating func value(_ index: Int) -> ExpressionValue {
    steps -= 1
    guard steps >= 0 else { return exhaustion }
    switch instructions[index] {
    case .constant(let place): return constants[place]
    case .slot(let slot): return slots[slot]
    case .variable(let place): return variables[place]
    case .operations(let first, let operations): return chain(first, operations)
    case .logic(let decider, let operands): return logic(decidedBy: decider, operands)
    case .conditional(let condition, let yes, let no): return conditional(condition, yes, no)
    case .not(let operand): return negated(operand)
    case .negation(let operand): return number(operand) { _, number in .number(-number) }
    case .call(let function, let arguments): return call(function, arguments, at: index)
    case .list(let items): return list(items, at: index)
    case .member(let base, let name): return member(name, of: value(base), at: index)
    case .element(let base, let place): return element(of: base, at: place)
    case .isRecorded(let operand): return presence(of: value(operand))
    case .hasMember(let base, let name): return presence(of: name, in: value(base), at: base)
    case .loop(let loop): return comprehension(loop, at: index)
    }
  }

  /// Returns what `body` makes of the number at `index`, or the problem in its way.
  mutating func number(_ index: Int, _ body: (inout Evaluation, Fraction) -> ExpressionValue) -> ExpressionValue {
    switch value(index) {
    case .number(let number): return body(&self, number)
    case .unknown: return .unknown
    case .error(let error): return .error(error)
    case let other: return .error(.wrongType(.number, other, at: ranges[index]))
    }
  }

  /// Returns what `body` makes of the values at two places, or the problem in its way: an error before a missing observation.
  mutating func strict(
    _ left: Int, _ right: Int, _ body: (inout Evaluation, ExpressionValue, ExpressionValue) -> ExpressionValue
  ) -> ExpressionValue {
    let first = value(left)
    if case .error = first { return first }
    let second = value(right)
    if second.isProblem { return second }
    return first.isProblem ? first : body(&self, first, second)
  }

  /// Returns what `body` makes with one more variable in scope.
  mutating func with<Result>(_ item: ExpressionValue, _ body: (inout Evaluation) -> Result) -> Result {
    variables.append(item)
    defer { variables.removeLast() }
    return body(&self)
  }
}
