import MarkedYAML
import RuleDiagnostics
import Testing

struct SyntaxTests {
  @Test func `an unclosed quote is shown where it opened`() {
    expect(.yamlSyntax, in: "a: ⟦\"⟧foo\nb: 2\n", saying: "the quote `\"` opened here is never closed")
    expect(.yamlSyntax, in: "é😀: ⟦'⟧foo\nb: 2\n", saying: "the quote `'` opened here")
    expect(.yamlSyntax, in: "a: ⟦\"⟧foo\n---\nb: \"2\"\n", saying: "never closed")
    expect(.yamlSyntax, in: "a: ⟦\"⟧foo\nb: \"bar\"\nc: 1\n", saying: "closed only in line")
    expect(.yamlSyntax, in: "⟦\"⟧a: 1\nb: \"x\"\n", saying: "closed only in line")
    expect(.yamlSyntax, in: "x: 1\n⟦\"⟧a: 1\nb\": \"x\"\n", saying: "close the quote")
  }

  @Test func `a quote inside quotes is shown with its remedy`() {
    expect(.yamlSyntax, in: "a: 'it'⟦s⟧ me'\n", saying: "write `''`")
    expect(.yamlSyntax, in: "a: \"é \"⟦h⟧i\" x\"\n", saying: "write `\\\"`")
  }

  @Test func `an escape that means nothing is named`() {
    expect(.yamlSyntax, in: "a: \"é⟦\\d⟧\"\n", saying: "`\\d` means nothing")
    expect(.yamlSyntax, in: "a: \"é⟦\\u⟧12\"\n", saying: "`\\u` with 4")
    expect(.yamlSyntax, in: "a: \"é⟦\\u⟧d800\"\n", saying: "hexadecimal")
  }

  @Test func `an unclosed bracket is shown where it opened`() {
    expect(.yamlSyntax, in: "a: ⟦[⟧1, 2\nb: 3\n", saying: "write `]`")
    expect(.yamlSyntax, in: "a: ⟦{⟧x: 1, y: 2\nb: 3\n", saying: "write `}`")
    expect(.yamlSyntax, in: "a: {x: ⟦[⟧1,", saying: "never closed")
    expect(.yamlSyntax, in: "é: {x: ⟦{⟧", saying: "never closed")
    expect(.yamlSyntax, in: "a: [1, ⟦[⟧2", saying: "never closed")
  }

  @Test func `brackets that do not fit and missing commas are shown where they are`() {
    expect(.yamlSyntax, in: "a: [é, 2⟦}⟧\n", saying: "write `]` here")
    expect(.yamlSyntax, in: "a: [\"é\" ⟦\"⟧y\"]\n", saying: "no comma before `\"y\"`")
    expect(.yamlSyntax, in: "a: [\n  \"x\"\n  ⟦\"⟧y\",\n]\n", saying: "no comma")
    expect(.yamlSyntax, in: "a: [\"é\" ⟦\"⟧x\"", saying: "no comma before `\"x\"`")
    expect(.yamlSyntax, in: "a: [b, ⟦,⟧ c]\n", saying: "where a value should stand")
    expect(.yamlSyntax, in: "a: ⟦]⟧\n", saying: "where a value should stand")
  }

  @Test func `a colon without its blank, or no colon, is shown`() {
    expect(.yamlSyntax, in: "a: 1\nbobot⟦:⟧20\nb: 2\n", saying: "write `bobot: 20`")
    expect(.yamlSyntax, in: "a:\n  é⟦:⟧1\n  b: 2\n", saying: "write `é: 1`")
    expect(.yamlSyntax, in: "é: [{y⟦:⟧] z}]\n", saying: "write a space behind the `:`")
    expect(.yamlSyntax, in: "a: 1\n⟦foo bar⟧\nb: 2\n", saying: "no `:` in `foo bar`")
    expect(.yamlSyntax, in: "⟦foo bar⟧\nb: 2\n", saying: "no `:`")
    expect(.yamlSyntax, in: "a: 1\n⟦http://x⟧\nb: 2\n", saying: "no `:`")
  }

  @Test func `a colon too many is shown with the quotes it needs`() {
    expect(.yamlSyntax, in: "judul: É⟦:⟧ bar baz\n", saying: "`\"É: bar baz\"`")
    expect(.yamlSyntax, in: "a: x \"y\"⟦:⟧ z\n", saying: "`'x \"y\": z'`")
  }

  @Test func `wrong indentation is shown at the line that has it`() {
    expect(.yamlSyntax, in: "a: 1\n  ⟦b⟧: 2\n", saying: "indented deeper")
    expect(.yamlSyntax, in: "a:\n    b: 1\n  ⟦c⟧: 2\n", saying: "begin the line in column 1 or 5")
    expect(.yamlSyntax, in: "a: [{x: 1}, y: z]\n  ⟦b⟧: 2\n", saying: "entries above in column 1 /")
    expect(.yamlSyntax, in: "a:\n  - - x\n   ⟦-⟧ y\n", saying: "begin the line in column 3 or 5")
    expect(.yamlSyntax, in: "a:\n  - x\n  ⟦b⟧: c\n", saying: "does not begin with `-`")
    expect(.yamlSyntax, in: "a:\n  b: c\n  ⟦-⟧ x\n", saying: "where `key: value` should stand")
    expect(.yamlSyntax, in: "a: ⟦-⟧ b\n", saying: "move the `-`")
    expect(.yamlSyntax, in: "a: |\n    x\n  ⟦y⟧\nb: 1\n", saying: "column")
  }

  @Test func `what stands too much behind a value is shown`() {
    expect(.yamlSyntax, in: "a: [é] ⟦c⟧\n", saying: "too much behind the value")
    expect(.yamlSyntax, in: "a: \"é\"⟦,⟧\nb: 1\n", saying: "not separated by commas")
    expect(.yamlSyntax, in: "a: | ⟦f⟧oo\n", saying: "begin the text in the next line")
    expect(.yamlSyntax, in: "a: |⟦0⟧\n  x\n")
  }

  @Test(arguments: ["@", "`", "%", "?"])
  func `a text that begins with a mark of YAML needs quotes`(mark: String) {
    expect(.yamlSyntax, in: "é: ⟦\(mark)⟧ b\n", saying: "put the text in quotes")
  }

  @Test func `a version without document start is shown`() {
    expect(.yamlSyntax, in: "%YAML 1.1\n⟦a⟧: 1\n", saying: "`---` is missing")
  }

  @Test func `mistakes found before the syntax error are kept`() {
    #expect(Reading("a: 1\na: 2\nb: *x\nc: [1\n").log.summary == ["T0105 2:1-2:2", "T0106 3:4-3:6", "T0101 4:4-4:5"])
  }
}
