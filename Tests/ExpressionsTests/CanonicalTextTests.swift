import Expressions
import Testing

@Suite("Canonical text")
struct CanonicalTextTests {
  @Test(arguments: [
    ("1+2", "1 + 2"), ("((a))", "a"), ("(a+b)+c", "a + b + c"), ("a+(b+c)", "a + (b + c)"), ("(a*b)+c", "a * b + c"),
    ("a*(b+c)", "a * (b + c)"), ("if(a,b,c)", "a ? b : c"), ("a?b:(c?d:e)", "a ? b : c ? d : e"),
    ("a?(b?c:d):e", "a ? (b ? c : d) : e"), ("(a?b:c)?d:e", "(a ? b : c) ? d : e"), ("\"it's\"", "'it\\'s'"), ("'a\\x41\\n'", "'aA\\n'"),
    ("a['b']", "a.b"), ("a['in']", "a['in']"), ("a['b c']", "a['b c']"), ("x.size()", "size(x)"), ("0.50", "0.5"),
    ("1.00", "1"), ("-(-a)", "--a"), ("-(a+b)", "-(a + b)"), ("!(a&&b)", "!(a && b)"), ("!a&&b", "!a && b"), ("(-a).b", "(-a).b"),
    ("-a.b", "-a.b"), ("(a+b).startsWith('x')", "(a + b).startsWith('x')"), ("[1,2,]", "[1, 2]"), ("a.map( x , x*2 )", "a.map(x, x * 2)"),
    ("(a || b) && c", "(a || b) && c"), ("a || (b && c)", "a || b && c"), ("(a == b) == c", "a == b == c"),
    ("a == (b == c)", "a == (b == c)"), ("a-(b-c)", "a - (b - c)"), ("a // remark\n+ b", "a + b"),
    ("'\u{85}\u{2028}é'", "'\\u0085\\u2028é'"), ("(1)['a']", "(1).a"),
    ("[1][0]", "[1][0]"), ("'a'.size()", "size('a')"), ("has( a.b )", "has(a.b)"),
  ])
  func `one meaning has one text, and the text has that meaning`(text: String, canonical: String) throws {
    let read = try expression(text)
    #expect(read.description == canonical)
    #expect(try expression(canonical) == read)
  }

  @Test func `expressions that differ are not equal`() throws {
    let texts = [
      "a + b", "b + a", "a - b", "a + (b + c)", "a + b + c", "'é'", "'e\u{301}'", "a.b", "a['in']", "!a", "-a", "has(a)", "a", "[a]",
      "xs.all(x, x)", "xs.all(y, y)", "xs.exists(x, x)", "1", "'1'", "true", "null", "min(a)", "max(a)", "a ? b : c", "a[0]",
    ]
    for left in texts {
      for right in texts where left != right || !left.isContinuous {
        let same = left.utf8.elementsEqual(right.utf8)
        #expect(try (expression(left) == expression(right)) == same, "\(left) and \(right)")
      }
    }
  }
}

extension String {
  /// Whether all scalars are ASCII, so that `==` tells texts apart as we do.
  fileprivate var isContinuous: Bool { unicodeScalars.allSatisfy(\.isASCII) }
}
