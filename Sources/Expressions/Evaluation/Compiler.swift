/// Lays a tree out as a list of instructions, operands before what uses them, and counts its names.
struct Compiler {
  let isKnown: (String) -> Bool
  private(set) var names: [String] = []
  private(set) var constants: [ExpressionValue] = []
  private(set) var instructions: [Instruction] = []
  private(set) var ranges: [Range<Int>] = []
  private var variables: [String] = []
  private var slots: [String: Int] = [:]

  init(isKnown: @escaping (String) -> Bool) {
    self.isKnown = isKnown
  }

  /// Adds the instructions of `node` and returns the place of the last one.
  mutating func place(_ node: Node) -> Int {
    let instruction = instruction(for: node)
    instructions.append(instruction)
    ranges.append(node.range)
    return instructions.count - 1
  }

  private mutating func instruction(for node: Node) -> Instruction {
    switch node.form {
    case .number(let value): constant(.number(value))
    case .string(let value): constant(.string(value))
    case .boolean(let value): constant(.boolean(value))
    case .null: constant(.null)
    case .name, .member: read(node)
    case .list(let items): .list(items.map { place($0) })
    case .element(let base, let index): .element(place(base), place(index))
    case .not(let operand): .not(place(operand))
    case .negation(let operand): .negation(place(operand))
    case .chain(let first, let links): chain(first, links)
    case .conditional(let condition, let yes, let no): .conditional(place(condition), place(yes), place(no))
    case .call(let function, let arguments): .call(function, arguments.map { place($0) })
    case .has(let operand): presence(of: operand)
    case .comprehension(let loop): comprehension(loop)
    }
  }

  private mutating func constant(_ value: ExpressionValue) -> Instruction {
    constants.append(value)
    return .constant(constants.count - 1)
  }

  private mutating func chain(_ first: Node, _ links: [Node.Link]) -> Instruction {
    let start = place(first)
    let operations = links.map { Instruction.Operation(sign: $0.sign, operand: place($0.operand)) }
    switch links.first?.sign {
    case .and: return .logic(decidedBy: false, [start] + operations.map(\.operand))
    case .or: return .logic(decidedBy: true, [start] + operations.map(\.operand))
    default: return .operations(start, operations)
    }
  }

  private mutating func comprehension(_ loop: Node.Comprehension) -> Instruction {
    let list = place(loop.list)
    variables.append(loop.variable)
    defer { variables.removeLast() }
    return .loop(
      Instruction.Loop(macro: loop.macro, list: list, condition: loop.condition.map { place($0) }, result: loop.result.map { place($0) }))
  }

  // MARK: Names

  private mutating func read(_ node: Node) -> Instruction {
    if let dotted = DottedName(node, unlessBound: variables.contains) {
      let (name, members) = dotted.resolved(where: isKnown) ?? (dotted.text, [])
      let slot = Instruction.slot(slot(for: name))
      return members.reduce(slot) { base, member in .member(place(base, at: node.range), member) }
    }
    switch node.form {
    case .name(let name): return .variable(variables.lastIndex(of: name) ?? 0)
    case .member(let base, let name): return .member(place(base), name)
    default: preconditionFailure("only a name or a member has a name")
    }
  }

  private mutating func presence(of operand: Node) -> Instruction {
    let instruction = read(operand)
    if case .member(let base, let name) = instruction { return .hasMember(base, name) }
    return .isRecorded(place(instruction, at: operand.range))
  }

  private mutating func slot(for name: String) -> Int {
    if let slot = slots[name] { return slot }
    slots[name] = names.count
    names.append(name)
    return names.count - 1
  }

  private mutating func place(_ instruction: Instruction, at range: Range<Int>) -> Int {
    instructions.append(instruction)
    ranges.append(range)
    return instructions.count - 1
  }
}
