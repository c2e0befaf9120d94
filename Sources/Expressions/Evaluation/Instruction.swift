/// A node of a compiled expression. Operands are places in the list of instructions.
enum Instruction: Sendable {
  /// A literal, kept aside so that instructions stay small.
  case constant(Int)
  case slot(Int)
  /// A variable of a macro, counted from the outermost.
  case variable(Int)
  case list([Int])
  case member(Int, String)
  case element(Int, Int)
  case not(Int)
  case negation(Int)
  /// `&&` is decided by false, `||` by true.
  case logic(decidedBy: Bool, [Int])
  case operations(Int, [Operation])
  case conditional(Int, Int, Int)
  case call(Function, [Int])
  case isRecorded(Int)
  case hasMember(Int, String)
  case loop(Loop)

  /// An operator with its right operand.
  struct Operation: Sendable {
    let sign: BinaryOperator
    let operand: Int
  }

  /// A macro over a list.
  struct Loop: Sendable {
    let macro: Macro
    let list: Int
    let condition: Int?
    let result: Int?
  }
}
