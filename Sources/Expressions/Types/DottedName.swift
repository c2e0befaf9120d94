/// A name with the members behind it, as it stands in an expression: `institution.followed_up`.
struct DottedName: Sendable, Equatable {
  let parts: [String]

  /// The whole name.
  var text: String { parts.joined(separator: ".") }

  /// Takes a node apart that is a name or members of a name, unless the name is bound by a macro around it.
  init?(_ node: Node, unlessBound bound: (String) -> Bool) {
    var parts: [String] = []
    var node = node
    while case .member(let base, let name) = node.form {
      parts.append(name)
      node = base
    }
    guard case .name(let name) = node.form, !bound(name) else { return nil }
    self.parts = [name] + parts.reversed()
  }

  /// Returns the longest part of the name, from its start, that `isKnown`, and the members that remain; nil if none is known.
  func resolved(where isKnown: (String) -> Bool) -> (name: String, members: ArraySlice<String>)? {
    for count in stride(from: parts.count, through: 1, by: -1) {
      let name = parts[..<count].joined(separator: ".")
      if isKnown(name) { return (name, parts[count...]) }
    }
    return nil
  }
}

/// A name that an expression reads, with its place.
public struct NameUse: Sendable, Equatable {
  /// The name with all members behind it.
  public let name: String
  /// Where it stands, in Unicode scalars from the start of the expression.
  public let range: Range<Int>
}

extension Expression {
  /// The names that are read, in the order in which they stand; variables of macros are not among them.
  public var uses: [NameUse] {
    var uses: [NameUse] = []
    Expression.collect(root, bound: [], into: &uses)
    return uses
  }

  /// The set of names that are read.
  public var references: Set<String> { Set(uses.map(\.name)) }

  private static func collect(_ node: Node, bound: [String], into uses: inout [NameUse]) {
    if let name = DottedName(node, unlessBound: bound.contains) {
      uses.append(NameUse(name: name.text, range: node.range))
    } else if case .comprehension(let loop) = node.form {
      collect(loop.list, bound: bound, into: &uses)
      for inner in [loop.condition, loop.result].compactMap(\.self) {
        collect(inner, bound: bound + [loop.variable], into: &uses)
      }
    } else {
      for child in node.form.children { collect(child, bound: bound, into: &uses) }
    }
  }
}
