import Expressions
import RuleDiagnostics
import Testing

@Suite("Texts that are refused")
struct RefusalTests {
  @Test(arguments: [
    ("{'a': 1}", 1, "a map or message `{..}`"), ("1u", 1, "an unsigned number `1u`"), ("0x1F", 1, "a hexadecimal number `0x1F`"),
    ("1e3", 1, "an exponent `1e3`"),
    ("1.5E-3", 1, "an exponent `1.5E`"), ("2 + 1e+3", 5, "an exponent"), ("r'a'", 1, "a raw string"), ("b\"a\"", 1, "a byte string"),
    ("rb'a'", 1, "a byte string"),
    ("'''a'''", 1, "triple quotes"), ("\"\"\"a\"\"\"", 1, "triple quotes"), (".a", 1, "begins with a dot"), ("a.`b`", 3, "backticks"),
    ("a.?b", 3, "optional"), ("[?a]", 2, "optional"), ("a[?0]", 3, "optional"),
    ("matches(s, 'x')", 1, "`matches(..)`"), ("s.matches('x')", 3, "`matches(..)`"), ("type(1)", 1, "`type(..)`"),
    ("int('1')", 1, "`int(..)`"), ("timestamp('2022')", 1, "`timestamp(..)`"),
    ("duration('1s')", 1, "`duration(..)`"), ("dyn(1)", 1, "`dyn(..)`"), ("math.greatest(1, 2)", 6, "`greatest(..)`"),
    ("nilai(1)", 1, "`nilai(..)`"), ("google.protobuf.Duration", 1, "`google.protobuf`"),
    ("Foo{a: 1}", 4, "a map or message"), ("a.sum()", 3, "`sum(..)`"), ("startsWith('a', 'b')", 1, "`startsWith(..)`"),
    ("all(xs, x, true)", 1, "`all(..)`"), ("sqrt(2)", 1, "`sqrt(..)`"),
    ("xs.sortBy(x, x)", 4, "`sortBy(..)`"), ("random()", 1, "`random(..)`"), ("now()", 1, "`now(..)`"), ("bytes('a')", 1, "`bytes(..)`"),
  ])
  func `what CEL or another language has besides is named`(text: String, column: Int, words: String) throws {
    let problem = try refusal(text)
    #expect(problem.kind == .outsideLanguage)
    #expect(problem.words.en.contains(words), "\(problem.words.en)")
    #expect(problem.words.en.hasSuffix("is not part of the expression language"))
    #expect(problem.words.id.hasSuffix("bukan bagian dari bahasa ungkapan"))
    #expect(problem.range.lowerBound + 1 == column)
  }

  @Test(arguments: [
    ("", 1, "the expression ends too early", nil), ("1 +", 4, "ends too early", "expected a value"),
    ("(1", 3, "ends too early", "expected `)`"), ("1 2", 3, "`2` cannot stand here", nil),
    ("a * 0,5", 6, "`,` cannot stand here", "write a point for decimals: `0.5`"),
    ("(12,25 + a)", 4, "`,`", "write a point for decimals: `12.25`"),
    ("a, 5", 2, "`,` cannot stand here", nil),
    ("a b", 3, "`b` cannot stand here", nil), ("a and b", 3, "`and`", "write `&&`"), ("a dan b", 3, "`dan`", "write `&&`"),
    ("a or b", 3, "`or`", "write `||`"), ("a = 1", 3, "the character `=`", "write `==`"), ("a & b", 3, "`&`", "write `&&`"),
    ("a | b", 3, "`|`", "write `||`"), ("a ≥ 1", 3, "U+2265", "write `>=`"), ("a × 2", 3, "U+00D7", "write `*`"),
    ("“a”", 1, "U+201C", "write `\"`"), ("a; b", 2, "`;`", nil), ("a ? 1", 6, "ends too early", "expected `:`"),
    ("a ? b ? 1 : 2 : 3", 7, "`?` cannot stand here", "expected `:`"), ("* 2", 1, "`*`", nil), ("1 + * 2", 5, "`*`", nil),
    ("[1, 2", 6, "ends too early", "expected `]`"), ("[,]", 2, "`,`", nil), ("min(1,)", 7, "`)`", nil),
    ("a..b", 3, "`.`", "expected a name after the dot"), ("a.1", 2, "`.1` is not how a number is written", "write `0.1`"),
    ("a.in", 3, "`in`", nil), ("in", 1, "`in`", nil), ("for", 1, "reserved word", nil),
    ("if", 1, "reserved word", "write `if(condition, a, b)`"),
    ("let x", 1, "reserved word", nil), ("a !b", 3, "`!`", nil), ("a ! = b", 3, "`!`", nil), ("25%", 4, "ends too early", nil),
    ("()", 2, "`)`", nil), ("a,b", 2, "`,`", nil), ("a\u{A0}+ b", 2, "U+00A0", nil), ("a\u{200B}", 2, "U+200B", nil),
    ("7 mod 2", 3, "`mod`", "write `%`"), ("1 <> 2", 4, "`>`", nil), ("2 ** 3", 4, "`*`", nil), ("2 ^ 3", 3, "`^`", nil),
    ("#a", 1, "`#`", nil), ("$a", 1, "`$`", nil),
  ])
  func `a slip is shown where it is`(text: String, column: Int, words: String, help: String?) throws {
    let problem = try refusal(text)
    #expect(problem.kind == .syntax || problem.kind == .badNumber)
    #expect(problem.words.en.contains(words), "\(problem.words.en)")
    #expect(problem.range.lowerBound + 1 == column)
    if let help { #expect(problem.help?.en.contains(help) == true, "\(problem.help?.en ?? "no help")") }
  }

  @Test(arguments: [
    (".5", 1, "write `0.5`"), ("5.", 1, "write `5`"), ("007", 1, "write `7`"), ("00", 1, "write `0`"), ("1_000", 1, nil), ("12abc", 1, nil),
    ("1 + 01.50", 5, "write `1.50`"), ("1.", 1, "write `1`"), ("1..2", 1, nil),
    (String(repeating: "9", count: 61), 1, nil),
  ])
  func `numbers have one spelling`(text: String, column: Int, help: String?) throws {
    let problem = try refusal(text)
    #expect(problem.kind == .badNumber)
    #expect(problem.range.lowerBound + 1 == column)
    if let help { #expect(problem.help?.en == help) }
  }

  @Test(arguments: [
    ("'abc", 1), ("a + \"abc", 5), ("'a\nb'", 1), ("'abc\\", 5), (#"'\q'"#, 2), (#"'a\xZZ'"#, 3), (#"'\u12'"#, 2), (#"'\ud800'"#, 2),
    (#"'\U00110000'"#, 2), (#"'\400'"#, 2), (#"'\08'"#, 2), (#"'é\z'"#, 3), (#"'\u00"#, 2),
  ])
  func `broken texts are shown at their quotation mark or escape`(text: String, column: Int) throws {
    let problem = try refusal(text)
    #expect(problem.kind == .badText)
    #expect(problem.range.lowerBound + 1 == column)
    #expect(problem.help != nil)
  }

  @Test(arguments: [
    ("abs()", 1), ("abs(1, 2)", 1), ("clamp(1, 2)", 1), ("round(1)", 1), ("round(1, 2, 'up', 4)", 1), ("min()", 1), ("1 + size()", 5),
    ("xs.size(1)", 1), ("'a'.contains()", 1), ("if(true, 1)", 1), ("has()", 1), ("has(a, b)", 1),
    ("xs.all(x)", 4), ("xs.all(x, true, 1)", 4), ("xs.map(x)", 4), ("xs.map(x, true, 1, 2)", 4),
  ])
  func `a wrong number of arguments is refused with the usage`(text: String, column: Int) throws {
    let problem = try refusal(text)
    #expect(problem.kind == .wrongArity)
    #expect(problem.range.lowerBound + 1 == column)
    #expect(problem.help?.en.hasPrefix("write `") == true)
  }

  @Test(arguments: [
    ("has(1)", 5), ("has(a[0])", 5), ("has(a + b)", 5), ("xs.all(1, true)", 8), ("xs.map(a.b, 1)", 8), ("xs.map(x + 1, 1)", 8),
  ])
  func `an argument that must be a name is one`(text: String, column: Int) throws {
    let problem = try refusal(text)
    #expect(problem.kind == .badArgument)
    #expect(problem.range.lowerBound + 1 == column)
  }

  @Test func `columns count Unicode scalars, also behind emoji and combining marks`() throws {
    #expect(try refusal("'😀é' + ?").range == 7..<8)
    #expect(try refusal("'e\u{301}🇮🇩' && & 1").range == 10..<11)
    #expect(outcome("'😀' == 'é' || 1/0 > 0") == "division_by_zero 17")
    #expect(try expression("'😀' + nope").check(in: [:]).map(\.range) == [6..<10])
  }

  @Test func `a near function is suggested`() throws {
    #expect(try refusal("flor(1)").help?.en == "did you mean `floor`")
    #expect(try refusal("xs.filtr(x, true)").help?.en == "did you mean `filter`")
    #expect(try refusal("xs.sum()").help?.en == "write `sum(x, y, ..)` or `sum(list)`")
    #expect(try refusal("matches(s)").help?.en.hasPrefix("the functions are size, min") == true)
  }
}
