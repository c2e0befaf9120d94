import Expressions
import RuleDiagnostics
import Testing

@Suite("One JSON object a line")
struct JSONLineTests {
  @Test(arguments: [
    (#"{"expr": "3/4"}"#, #"{"type": "number", "exact": "3/4", "decimal": "0.75"}"#),
    (#"{"expr": "3/4*100", "bindings": {}}"#, #"{"type": "number", "exact": "75", "decimal": "75"}"#),
    (#"{"bindings":{"a":3,"b":4},"expr":"a/b"}"#, #"{"type": "number", "exact": "3/4", "decimal": "0.75"}"#),
    (#"{"expr": "1/3"}"#, #"{"type": "number", "exact": "1/3", "decimal": "0.333333333333"}"#),
    (#"{"expr": "x == 0.1 + 0.2", "bindings": {"x": 0.30}}"#, #"{"type": "boolean", "value": true}"#),
    (
      #"{"expr": "x", "bindings": {"x": 12345678901234567890.12345678901234567890}}"#,
      #"{"type": "number", "exact": "123456789012345678901234567890123456789/10000000000000000000", "decimal": "12345678901234567890.123456789012"}"#
    ),
    (#"{"expr": "s + '!'", "bindings": {"s": "h\u00e9\ud83d\ude00\n\"\\"}}"#, #"{"type": "string", "value": "hé😀\u000a\"\\!"}"#),
    (
      #"{"expr": "xs.map(x, x > 1)", "bindings": {"xs": [1, 2]}}"#,
      #"{"type": "list", "items": [{"type": "boolean", "value": false}, {"type": "boolean", "value": true}]}"#
    ),
    (#"{"expr": "[]"}"#, #"{"type": "list", "items": []}"#), (#"{"expr": "null"}"#, #"{"type": "null"}"#),
    (#"{"expr": "x", "bindings": {"x": null}}"#, #"{"type": "null"}"#),
    (#"{"expr": "x + 1", "bindings": {"x": {"unknown": true}}}"#, #"{"type": "unknown"}"#),
    (#"{"expr": "true || x", "bindings": {"x": {"unknown": true}}}"#, #"{"type": "boolean", "value": true}"#),
    (#"{"expr": "has(x)", "bindings": {"x": {"unknown": true}}}"#, #"{"type": "boolean", "value": false}"#),
    (#"{"expr": "i.b && i['a'] == 1", "bindings": {"i": {"a": 1, "b": true}}}"#, #"{"type": "boolean", "value": true}"#),
    (#"{"expr": "i.b", "bindings": {"i.b": -0.5}}"#, #"{"type": "number", "exact": "-1/2", "decimal": "-0.5"}"#),
    (
      #"{"expr": "i", "bindings": {"i": {"b": 1, "a": {}}}}"#,
      #"{"type": "record", "members": {"a": {"type": "record", "members": {}}, "b": {"type": "number", "exact": "1", "decimal": "1"}}}"#
    ),
    (#"{"expr": "1 + 10 / 0"}"#, #"{"error": {"code": "division_by_zero", "message": "division by zero", "column": 10}}"#),
    (#"{"expr": "1 + y"}"#, #"{"error": {"code": "unknown_name", "message": "the name `y` is not known", "column": 5}}"#),
    (#"{"expr": "'é' == 1"}"#, #"{"error": {"code": "wrong_type", "message": "a text cannot be compared with a number", "column": 8}}"#),
    (#"{"expr": "1 +"}"#, #"{"error": {"code": "syntax", "message": "the expression ends too early", "column": 4}}"#),
    (
      #"{"expr": "1u"}"#,
      #"{"error": {"code": "outside_language", "message": "an unsigned number `1u` is not part of the expression language", "column": 1}}"#
    ),
  ])
  func `a line is answered by a line`(line: String, answer: String) {
    #expect(evaluateJSONLine(line) == answer)
    #expect(evaluateJSONLine(line + "\r\n") == answer)
  }

  @Test(arguments: [
    ("", 1), ("[]", 1), ("{}", 1), ("{\"expr\": 1}", 2), ("{\"expr\": \"1\",}", 14), ("{\"expr\": \"1\"} x", 15),
    ("{\"expr\": \"1\", \"expr\": \"2\"}", 15), ("{\"expr\": \"1\", \"x\": 2}", 15), ("{\"expr\": \"1\", \"bindings\": []}", 15),
    (#"{"expr": "x", "bindings": {"x": 1e3}}"#, 33), (#"{"expr": "x", "bindings": {"x": 01}}"#, 33),
    (#"{"expr": "x", "bindings": {"x": +1}}"#, 33), (#"{"expr": "x", "bindings": {"x": 1, "x": 2}}"#, 36),
    (#"{"expr": "x", "bindings": {"x": NaN}}"#, 33), (#"{"expr": "x", "bindings": {"x": .5}}"#, 33),
    (#"{"expr": "x", "bindings": {"x": tru}}"#, 33), (#"{"expr": "\ud800"}"#, 11), (#"{"expr": "\q"}"#, 11), ("{\"expr\": \"a\tb\"}", 12),
    ("{\"expr\": \"a", 10), ("{\"expr\" \"a\"}", 9), ("{'expr': 1}", 2),
    (#"{"expr": "x", "bindings": {"x": "# + String(repeating: "[", count: 100), 63), ("{\"expr\": \"1\"", 13), ("{\"é\": 1}", 2),
    (#"{"expr": "é", "bindings": {"é": 1, "e"# + "\u{301}" + #"": 2}}"#, 36),
  ])
  func `a line that is not strict JSON is refused at its column`(line: String, column: Int) {
    let answer = evaluateJSONLine(line)
    #expect(answer.hasPrefix("{\"error\": {\"code\": \"json\""), "\(answer)")
    #expect(answer.hasSuffix("\"column\": \(column)}}"), "\(answer)")
  }

  @Test func `messages are also Indonesian, and large lines are refused`() {
    #expect(evaluateJSONLine(#"{"expr": "1/0"}"#, language: .id).contains("pembagian dengan nol"))
    #expect(evaluateJSONLine("{\"expr\": \"" + String(repeating: "x", count: 1_100_000) + "\"}").contains("longer than 1048576 bytes"))
    let items = String(repeating: "1,", count: 10_001) + "1"
    #expect(evaluateJSONLine("{\"expr\": \"size(x)\", \"bindings\": {\"x\": [\(items)]}}").contains("too large"))
  }
}
