internal import RuleModel

/// A JSON value as it was read: keys in their order, numbers exact.
enum JSONInput: Equatable {
  case object([Member])
  case array([JSONInput])
  case string(String)
  case number(Fraction)
  case boolean(Bool)
  case null

  /// A key with its value.
  struct Member: Equatable {
    let key: String
    let value: JSONInput
    /// Where the key stands, in Unicode scalars from 0.
    let offset: Int
  }
}

extension ExpressionValue {
  /// Makes the value that a binding stands for. `{"unknown": true}` is a missing observation, any other object a record.
  init(_ input: JSONInput) {
    switch input {
    case .object(let members):
      if members.count == 1, members[0].key == "unknown", members[0].value == .boolean(true) {
        self = .unknown
      } else {
        self = .record(Dictionary(members.map { ($0.key, ExpressionValue($0.value)) }) { first, _ in first })
      }
    case .array(let items): self = .list(items.map { ExpressionValue($0) })
    case .string(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .boolean(flag)
    case .null: self = .null
    }
  }
}
