import Expressions
import RuleDiagnostics
import Testing

@Suite("Types of expressions")
struct TypeCheckTests {
  /// Expects exactly the problems that the text marks with « and ».
  private func expectProblems(
    _ marked: String, _ kind: ExpressionProblem.Kind, says words: [String], help: String? = nil, expecting: ExpressionType? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var text = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = text.unicodeScalars.count
      case "»": ranges.append(start..<text.unicodeScalars.count)
      default: text.unicodeScalars.append(scalar)
      }
    }
    let problems = try expression(text, sourceLocation: sourceLocation).check(in: Sample.types, expecting: expecting)
    #expect(problems.map(\.range) == ranges, sourceLocation: sourceLocation)
    #expect(problems.allSatisfy { $0.kind == kind }, sourceLocation: sourceLocation)
    for (problem, words) in zip(problems, words) {
      #expect(problem.words.en.contains(words), "\(problem.words.en)", sourceLocation: sourceLocation)
    }
    if let help { #expect(problems.first?.help?.en.contains(help) == true, sourceLocation: sourceLocation) }
  }

  @Test func `an unknown name is reported with its neighbour, every time`() throws {
    try expectProblems("«aa» + 1", .unknownName, says: ["`aa` is not known"], help: "did you mean `a`")
    try expectProblems("«institution.kinds» == 'kota'", .unknownName, says: ["`institution.kinds`"], help: "`institution.kind`")
    try expectProblems("«institution» == 1", .unknownName, says: ["`institution`"], help: "did you mean `institution.followed_up`")
    try expectProblems("«qqq» + «www»", .unknownName, says: ["`qqq`", "`www`"])
    try expectProblems("«r.kk» == 1", .unknownName, says: ["the member `kk`"], help: "did you mean `k`")
    try expectProblems("has(«nope»)", .unknownName, says: ["`nope`"])
    try expectProblems("xs.map(x, x) == [«x»]", .unknownName, says: ["`x`"])
    try expectProblems("r[«'no pe'»] == 1", .unknownName, says: ["`no pe`"])
  }

  @Test func `operands have the type of their operator`() throws {
    try expectProblems("1 + «'a'»", .wrongType, says: ["a number is needed here, not a text"])
    try expectProblems("«t» * 2 + «s»", .wrongType, says: ["not true or false", "a number is needed"])
    try expectProblems("'a' + «1»", .wrongType, says: ["a text is needed"])
    try expectProblems("[1] + «['a']»", .wrongType, says: ["a list, each item a number"])
    try expectProblems("«1» && «'a'»", .wrongType, says: ["true or false is needed here, not a number", "not a text"])
    try expectProblems("!«a»", .wrongType, says: ["true or false"])
    try expectProblems("-«t»", .wrongType, says: ["a number"])
    try expectProblems("«1 < 2» < 3", .wrongType, says: ["has no order"], help: "write `a < b && b < c`")
    try expectProblems("1 < «'a'»", .wrongType, says: ["a number is needed here, not a text"])
    try expectProblems("a == «'x'»", .wrongType, says: ["a number cannot be compared with a text"])
    try expectProblems("t == «1»", .wrongType, says: ["true or false cannot be compared with a number"], help: "write `t`, or `!t`")
    try expectProblems("(t || t) == «1»", .wrongType, says: ["cannot be compared with a number"], help: "write `name`, or `!name`")
    try expectProblems("«t» > 0", .wrongType, says: ["has no order"], help: "write `t`, or `!t`")
    try expectProblems("0 < «!t»", .wrongType, says: ["has no order"], help: "write `name`, or `!name`")
    for word in ["ya", "tidak", "Yes", "no", "True", "FALSE"] {
      try expectProblems("t == «\(word)»", .unknownName, says: ["the name `\(word)` is not known"], help: "write `t`, or `!t`")
    }
    try expectProblems("t != «tidak» && a == «ya»", .unknownName, says: ["`tidak`", "`ya`"], help: "write `t`, or `!t`")
    try expectProblems("t && «a»", .wrongType, says: ["not a number"], help: "compare the number, for example `a > 0`")
    try expectProblems("!«(a + 1)»", .wrongType, says: ["not a number"], help: "for example `a > 0`")
    try expectProblems("«r.k»", .wrongType, says: ["not a number"], help: "for example `r.k > 0`", expecting: .boolean)
    try expectProblems("a == «null»", .wrongType, says: ["cannot be compared with null"], help: "has(name)")
    try expectProblems("'a' in «xs»", .wrongType, says: ["a list, each item a text is needed"])
    try expectProblems("1 in «a»", .wrongType, says: ["a list, each item a number is needed"])
    try expectProblems("«1» in r", .wrongType, says: ["a text is needed"])
    try expectProblems("«a»[0]", .wrongType, says: ["a list is needed"])
    try expectProblems("xs[«'0'»]", .wrongType, says: ["a number is needed"])
    try expectProblems("«a.b» + 1", .wrongType, says: ["a number has no member `b`"])
  }

  @Test func `conditions, branches, lists and macros fit together`() throws {
    try expectProblems("«a» ? 1 : 2", .wrongType, says: ["true or false is needed here, not a number"])
    try expectProblems("t ? 1 : «'a'»", .wrongType, says: ["this branch is a text, the other one is a number"])
    try expectProblems("[1, «'a'», 2, «true»]", .wrongType, says: ["this item is a text", "this item is true or false"])
    try expectProblems("xs.all(x, «x»)", .wrongType, says: ["true or false is needed here, not a number"])
    try expectProblems("names.map(x, «x» * 2)", .wrongType, says: ["a number is needed"])
    try expectProblems("«a».map(x, x)", .wrongType, says: ["a list is needed"])
    try expectProblems("«r».map(x, x)", .wrongType, says: ["a list is needed"])
    try expectProblems("xs.filter(x, «nope» > x)", .unknownName, says: ["`nope`"])
  }

  @Test func `arguments have the types that functions take`() throws {
    try expectProblems("abs(«'a'»)", .wrongType, says: ["a number"])
    try expectProblems("clamp(1, «t», «s»)", .wrongType, says: ["a number", "a number"])
    try expectProblems("sum(«names»)", .wrongType, says: ["a list, each item a number"])
    try expectProblems("min(1, «'a'»)", .wrongType, says: ["a number"])
    try expectProblems("mean(«[]»)", .emptyList, says: ["an empty list has no `mean`"])
    try expectProblems("size(«a»)", .wrongType, says: ["a number has no size"])
    try expectProblems("«a».startsWith(«1»)", .wrongType, says: ["a text", "a text"])
    try expectProblems("round(1, «2.5»)", .badArgument, says: ["a whole number from 0 to 20"])
    try expectProblems("round(1, 2, «'half_upp'»)", .badArgument, says: ["no rounding mode"], help: "`half_up`")
    try expectProblems("round(«t», «s», «1»)", .wrongType, says: ["a number", "a number", "a text"])
  }

  @Test func `the result has the type that its place asks for`() throws {
    try expectProblems("«a > 1»", .wrongType, says: ["a number is needed here, not true or false"], expecting: .number)
    try expectProblems("«a + 1»", .wrongType, says: ["true or false is needed"], expecting: .boolean)
    try expectProblems("«size(xs)»", .wrongType, says: ["true or false is needed"], expecting: .boolean)
    try expectProblems("-«'x'.contains('y')»", .wrongType, says: ["a number is needed"])
    try expectProblems("-«xs.map(x, x)» ", .wrongType, says: ["a number is needed"])
    try expectProblems("[1, «has(a)», «if(t, 'x', 'y')», «(t)»]", .wrongType, says: ["this item"])
    try expectProblems("a > 1", .wrongType, says: [], expecting: .boolean)
    try expectProblems("u", .wrongType, says: [], expecting: .boolean)
    try expectProblems("«'😀é' + 's'» ", .wrongType, says: ["not a text"], expecting: .number)
  }

  @Test func `types are told`() throws {
    let types: [(String, ExpressionType)] = [
      ("[]", .list(.any)), ("[[], [1]]", .list(.list(.number))), ("xs.map(x, names)", .list(.list(.string))),
      ("t ? [] : xs", .list(.number)), ("r.k", .number),
      ("xs.filter(x, x > 1)[0]", .number), ("u", .any), ("u + u", .any), ("u + 1", .number), ("null", .null), ("institution.kind", .string),
      ("a in xs", .boolean), ("names + []", .list(.string)),
    ]
    for (text, type) in types {
      #expect(try expression(text).type(in: Sample.types) == type, "\(text)")
      #expect(try expression(text).check(in: Sample.types) == [], "\(text)")
    }
  }

  @Test func `a check without problems leaves no type error for the run`() throws {
    for text in [
      "a + b > 1 ? 'x' : s", "xs.exists(x, x in [1, 2]) && institution.followed_up", "round(mean(xs), 1, 'half_even') + size(names)",
    ] {
      #expect(try expression(text).check(in: Sample.types).isEmpty)
      if case .error(let error) = try expression(text).evaluate({ Sample.values[$0] }) { Issue.record("\(error)") }
    }
  }

  @Test func `names are listed with their places, variables are not`() throws {
    let read = try expression("a + xs.map(x, x * b + r.k)[0] + institution.kind.size() + a")
    #expect(read.uses.map(\.name) == ["a", "xs", "b", "r.k", "institution.kind", "a"])
    #expect(read.uses[3].range == 22..<25)
    #expect(read.references == ["a", "xs", "b", "r.k", "institution.kind"])
    #expect(try expression("x.all(x, x > y)").references == ["x", "y"])
  }
}
