package import RuleModel

/// A node of the tree of an expression, with its place in the text.
package struct Node: Sendable {
  package indirect enum Form: Sendable {
    case number(Fraction)
    case string(String)
    case boolean(Bool)
    case null
    case name(String)
    case list([Node])
    /// `a.b`, also written `a["b"]`.
    case member(Node, String)
    /// `a[0]`.
    case element(Node, Node)
    case not(Node)
    case negation(Node)
    /// Operators of one level, from the left: `a - b + c`. INVARIANT: the first operand is no chain of that level, and there is a link.
    case chain(Node, [Link])
    /// `a ? b : c`, also written `if(a, b, c)`.
    case conditional(Node, Node, Node)
    /// INVARIANT: as many arguments as the function takes.
    case call(Function, [Node])
    /// INVARIANT: of a name or a member.
    case has(Node)
    case comprehension(Comprehension)
  }

  /// An operator with its right operand.
  package struct Link: Sendable, Equatable {
    package let sign: BinaryOperator
    package let operand: Node
  }

  /// A macro over a list: `list.all(x, condition)`.
  package struct Comprehension: Sendable, Equatable {
    let macro: Macro
    let list: Node
    let variable: String
    /// What is asked of each item; only `map` can do without.
    let condition: Node?
    /// What `map` makes of each item.
    let result: Node?
  }

  package let form: Form
  /// In Unicode scalars from the start of the expression, parentheses around the node included.
  let range: Range<Int>
  /// The number of levels in this tree, 1 for a leaf. INVARIANT: at most ``Limits/depth``.
  let depth: Int

  init(_ form: Form, at range: Range<Int>) {
    self.form = form
    self.range = range
    depth = 1 + (form.children.map(\.depth).max() ?? 0)
  }

  /// Joins operands by operators of one level.
  init(chain first: Node, _ links: [Link], at range: Range<Int>) {
    if case .chain(let start, let earlier) = first.form, earlier.first?.sign.level == links.first?.sign.level {
      self.init(.chain(start, earlier + links), at: range)
    } else {
      self.init(.chain(first, links), at: range)
    }
  }

  /// The same node at another place.
  func placed(at range: Range<Int>) -> Node {
    Node(form, at: range)
  }
}

extension Node.Form {
  /// The nodes right below, from left to right.
  var children: [Node] {
    switch self {
    case .number, .string, .boolean, .null, .name: []
    case .list(let items), .call(_, let items): items
    case .member(let node, _), .not(let node), .negation(let node), .has(let node): [node]
    case .element(let list, let index): [list, index]
    case .chain(let first, let links): [first] + links.map(\.operand)
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .comprehension(let loop): [loop.list] + [loop.condition, loop.result].compactMap(\.self)
    }
  }
}

extension Node: Equatable {
  /// Whether two trees mean the same, wherever they stand.
  package static func == (left: Node, right: Node) -> Bool {
    switch (left.form, right.form) {
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.isSameText(as: b)
    case (.boolean(let a), .boolean(let b)): a == b
    case (.null, .null): true
    case (.name(let a), .name(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.member(let a, let x), .member(let b, let y)): x == y && a == b
    case (.element(let a, let x), .element(let b, let y)): a == b && x == y
    case (.not(let a), .not(let b)), (.negation(let a), .negation(let b)), (.has(let a), .has(let b)): a == b
    case (.chain(let a, let x), .chain(let b, let y)): a == b && x == y
    case (.conditional(let a, let b, let c), .conditional(let x, let y, let z)): a == x && b == y && c == z
    case (.call(let f, let a), .call(let g, let b)): f == g && a == b
    case (.comprehension(let a), .comprehension(let b)): a == b
    default: false
    }
  }
}

extension String {
  /// Whether two texts have the same Unicode scalars; `==` also takes `é` and `e` with an accent for the same.
  func isSameText(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
