/// A formula or condition of a rule file: read, and nothing more. ``check(in:expecting:)`` types it, ``compiled(for:)`` makes it fast.
///
/// The language is CEL's with one kind of number, which is exact: `3 / 4 * 100` is 75. It has literals, lists, `a.b`, `a["k"]`, `a[0]`,
/// `! -`, `* / %`, `+ -`, `< <= > >= == != in`, `&& ||`, `?:` and `if(c, a, b)`, the macros `has all exists exists_one filter map`, and
/// the functions `size min max sum mean abs floor ceil clamp round startsWith endsWith contains`. Where CEL leaves room or would be
/// of no use in a rule, this holds:
/// - A missing observation is CEL's unknown. `&&`, `||`, `all` and `exists` get past it where the rest decides; so do they past errors.
///   Where nothing decides, unknown wins in these and error wins everywhere else.
/// - `has(x)` tells whether `x` is recorded: false for a missing observation. It takes a plain name as well as `a.b`.
/// - `%` is for whole numbers, with the sign of the dividend: `-7 % 3` is -1.
/// - `round(x, places)` is half up, as `round:` is; `round(x, places, "half_even")` names another mode.
/// - `min`, `max`, `sum` and `mean` take numbers or one list of numbers. Order is for numbers and for texts, not for true and false.
/// - `+` also joins texts and lists.
public struct Expression: Sendable, Equatable {
  package let root: Node

  init(_ root: Node) {
    self.root = root
  }

  /// Reads a text, or says what is wrong with it and where. Complexity: linear in the length of the text, which is limited.
  public static func parse(_ text: String) -> Result<Expression, ExpressionProblem> {
    do throws(ExpressionProblem) {
      return .success(Expression(try Parser.tree(of: text)))
    } catch {
      return .failure(error)
    }
  }

  /// The place of the whole expression, in Unicode scalars from the start of its text.
  public var range: Range<Int> { root.range }

  /// Whether two expressions are the same tree, wherever blanks, comments and needless parentheses stand.
  public static func == (left: Expression, right: Expression) -> Bool {
    left.root == right.root
  }
}

extension Expression: CustomStringConvertible {
  /// The canonical text, for digests: reading it gives an equal expression.
  public var description: String { root.text }
}
