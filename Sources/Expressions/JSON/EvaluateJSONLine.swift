public import RuleDiagnostics
internal import RuleModel

/// Answers one line of `timbang eval --json` with one line.
///
/// The line is `{"expr": "a / b", "bindings": {"a": 3, "b": 4}}`. Numbers are read as decimal text, exactly; an exponent is refused, and
/// so is a key that stands twice. `{"unknown": true}` binds a missing observation, any other object a record; a key may be dotted. The
/// expression is typed over its bindings before it runs, so a name without a binding is an error, as in a rule file.
///
/// The answer is `{"type": "number", "exact": "3/4", "decimal": "0.75"}`, `{"type": "boolean", "value": true}`,
/// `{"type": "string", "value": ".."}`, `{"type": "null"}`, `{"type": "list", "items": [..]}`, `{"type": "record", "members": {..}}`,
/// `{"type": "unknown"}` or `{"error": {"code": "..", "message": "..", "column": 7}}`. Columns count Unicode scalars from 1, in the
/// expression; for the code `json` in the line. `decimal` has at most twelve decimals.
public func evaluateJSONLine(_ line: String, language: Language = .en) -> String {
  var answer: ExpressionValue
  do throws(ExpressionProblem) {
    answer = try EvaluationRequest(line: line).answer()
  } catch {
    answer = .error(error)
  }
  var out = ""
  JSONAnswer(language: language).write(answer, to: &out)
  return out
}

/// Writes values as the lines of `timbang eval --json`.
private struct JSONAnswer {
  let language: Language

  func write(_ value: ExpressionValue, to out: inout String) {
    switch value {
    case .number(let number):
      out += "{\"type\": \"number\", \"exact\": \"\(number.exactText)\", \"decimal\": \"\(number.decimalText())\"}"
    case .boolean(let flag): out += "{\"type\": \"boolean\", \"value\": \(flag)}"
    case .string(let text):
      out += "{\"type\": \"string\", \"value\": "
      write(text, to: &out)
      out += "}"
    case .null: out += "{\"type\": \"null\"}"
    case .list(let items):
      out += "{\"type\": \"list\", \"items\": ["
      for (index, item) in items.enumerated() {
        if index > 0 { out += ", " }
        write(item, to: &out)
      }
      out += "]}"
    case .record(let members): write(members, to: &out)
    case .unknown: out += "{\"type\": \"unknown\"}"
    case .error(let error):
      out += "{\"error\": {\"code\": \"\(error.kind.rawValue)\", \"message\": "
      write(error.words[language], to: &out)
      out += ", \"column\": \(error.range.lowerBound + 1)}}"
    }
  }

  private func write(_ members: [String: ExpressionValue], to out: inout String) {
    out += "{\"type\": \"record\", \"members\": {"
    for (index, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated() {
      if index > 0 { out += ", " }
      write(member.key, to: &out)
      out += ": "
      write(member.value, to: &out)
    }
    out += "}}"
  }

  private func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
