/// An expression made ready for many evaluations: its names are slots, counted once.
///
/// An evaluation allocates nothing unless the expression makes lists, joins texts, uses a macro or meets an error.
public struct CompiledExpression: Sendable {
  /// The name whose value each slot takes, in the order in which they first stand in the expression.
  public let names: [String]
  let instructions: [Instruction]
  let constants: [ExpressionValue]
  let ranges: [Range<Int>]

  /// Returns the value of the expression; `slots` holds one value for each of ``names``.
  ///
  /// Errors are values. Complexity: at most a million steps of about 100 ns, whatever the expression is.
  public func evaluate(slots: [ExpressionValue]) -> ExpressionValue {
    evaluate(slots: slots, steps: Limits.steps)
  }

  func evaluate(slots: [ExpressionValue], steps: Int) -> ExpressionValue {
    precondition(slots.count == names.count, "one value for each name")
    var evaluation = Evaluation(of: self, slots: slots, steps: steps)
    let result = evaluation.value(instructions.count - 1)
    return evaluation.isExhausted ? evaluation.exhaustion : result
  }
}

extension Expression {
  /// Makes the expression ready for many evaluations over `names`, as ``check(in:expecting:)`` resolves them.
  ///
  /// A name that `names` does not have gets a slot under its whole dotted spelling.
  public func compiled(for names: [String: ExpressionType] = [:]) -> CompiledExpression {
    compiled { names[$0] != nil }
  }

  func compiled(where isKnown: (String) -> Bool) -> CompiledExpression {
    withoutActuallyEscaping(isKnown) { isKnown in
      var compiler = Compiler(isKnown: isKnown)
      _ = compiler.place(root)
      return CompiledExpression(
        names: compiler.names, instructions: compiler.instructions, constants: compiler.constants, ranges: compiler.ranges)
    }
  }

  /// Returns the value of the expression, once.
  ///
  /// `binding` is asked for dotted names, the longest first: for `a.b` first `a.b`, then `a`, in whose record `b` is looked up. If it
  /// knows none of them, the name is an error; a missing observation is ``ExpressionValue/unknown``.
  public func evaluate(_ binding: (String) -> ExpressionValue?) -> ExpressionValue {
    let compiled = compiled { binding($0) != nil }
    let slots = compiled.names.map { name in binding(name) ?? .error(.unknownName(name, at: firstUse(of: name))) }
    return compiled.evaluate(slots: slots)
  }

  private func firstUse(of name: String) -> Range<Int> {
    uses.first { $0.name == name }?.range ?? range
  }
}
