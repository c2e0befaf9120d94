public import RuleModel

/// What an expression reads and gives.
public enum ExpressionValue: Sendable {
  /// An exact number.
  case number(Fraction)
  /// True or false.
  case boolean(Bool)
  /// A text.
  case string(String)
  /// Nothing.
  case null
  /// A list.
  case list([ExpressionValue])
  /// Named members.
  case record([String: ExpressionValue])
  /// A missing observation.
  case unknown
  /// No value, and why.
  indirect case error(EvaluationError)
}

extension ExpressionValue: Equatable {
  /// Whether two values are the same; texts are compared by their Unicode scalars, errors and missing observations like other values.
  public static func == (left: ExpressionValue, right: ExpressionValue) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.string(let a), .string(let b)): a.isSameText(as: b)
    case (.list(let a), .list(let b)): a == b
    case (.record(let a), .record(let b)): a == b
    case (.error(let a), .error(let b)): a == b
    case (.null, .null), (.unknown, .unknown): true
    default: false
    }
  }
}

extension ExpressionValue {
  /// Whether this is a missing observation or an error.
  var isProblem: Bool {
    switch self {
    case .unknown, .error: true
    default: false
    }
  }

  /// Whether this holds other values.
  var isCollection: Bool {
    switch self {
    case .list, .record: true
    default: false
    }
  }

  /// The value itself, or the first problem among the items of a list: what a function over all items cannot get past. An error wins.
  var firstProblem: ExpressionValue? {
    switch self {
    case .unknown, .error: self
    case .list(let items): ExpressionValue.firstProblem(among: items)
    case .record(let members) where members.values.contains(where: { $0.firstProblem != nil }):
      ExpressionValue.firstProblem(among: members.sorted { $0.key < $1.key }.map(\.value))
    default: nil
    }
  }

  private static func firstProblem(among items: [ExpressionValue]) -> ExpressionValue? {
    var found: ExpressionValue?
    for item in items {
      switch item.firstProblem {
      case .error(let error)?: return .error(error)
      case .unknown?: found = .unknown
      default: continue
      }
    }
    return found
  }

  /// How much there is of this value: 1 for a number, the weights of all items for a list.
  ///
  /// Complexity: stops once the weight is above `limit`.
  func weight(upTo limit: Int) -> Int {
    var total = 1
    switch self {
    case .string(let text): total += text.utf8.count / 16
    case .list(let items):
      for item in items where total <= limit { total += item.weight(upTo: limit - total) }
    case .record(let members):
      for item in members.values where total <= limit { total += item.weight(upTo: limit - total) }
    default: break
    }
    return total
  }
}
