internal import RuleModel

extension Evaluation {
  /// Counts the work of looking at a whole value.
  mutating func charge(for value: ExpressionValue) {
    switch value {
    case .list, .record: charge(value.weight(upTo: Limits.listWeight) / 4)
    case .string(let text): charge(text.utf8.count / 16)
    default: return
    }
  }

  /// Returns a list that was made, unless it is too heavy.
  mutating func limited(_ items: [ExpressionValue], at range: Range<Int>) -> ExpressionValue {
    let weight = ExpressionValue.list(items).weight(upTo: Limits.listWeight)
    charge(weight / 4)
    return weight <= Limits.listWeight ? .list(items) : .error(.listTooLong(at: range))
  }

  /// A list that is written; an item that is a problem is the result.
  mutating func list(_ items: [Int], at index: Int) -> ExpressionValue {
    var values: [ExpressionValue] = []
    values.reserveCapacity(items.count)
    var isMissing = false
    for item in items {
      let value = value(item)
      if case .error = value { return value }
      if case .unknown = value { isMissing = true }
      values.append(value)
    }
    return isMissing ? .unknown : limited(values, at: range(of: index))
  }

  /// `a.b`.
  func member(_ name: String, of base: ExpressionValue, at index: Int) -> ExpressionValue {
    switch base {
    case .record(let members): members.value(for: name) ?? .error(.noSuchKey(name, at: range(of: index)))
    case .unknown, .error: base
    default: .error(.noMember(name, base, at: range(of: index)))
    }
  }

  /// `a[0]` and `a[name]`.
  mutating func element(of base: Int, at place: Int) -> ExpressionValue {
    let range = range(of: place)
    let baseRange = self.range(of: base)
    return strict(base, place) { evaluation, base, index in
      switch (base, index) {
      case (.list(let items), .number(let number)):
        guard number.isWhole else { return .error(.notWhole(number, at: range)) }
        guard let index = number.int, items.indices.contains(index) else {
          return .error(.indexOutOfRange(number, count: items.count, at: range))
        }
        return items[index]
      case (.record, .string(let key)): return evaluation.member(key, of: base, at: place)
      case (.list, _): return .error(.wrongType(.number, index, at: range))
      case (.record, _): return .error(.wrongType(.string, index, at: range))
      default: return .error(.wrongType(.list(.any), base, at: baseRange))
      }
    }
  }

  /// `has(a)`: false for a missing observation.
  func presence(of value: ExpressionValue) -> ExpressionValue {
    switch value {
    case .error: value
    case .unknown: .boolean(false)
    default: .boolean(true)
    }
  }

  /// `has(a.b)`: false also if the record has no such member.
  func presence(of name: String, in base: ExpressionValue, at index: Int) -> ExpressionValue {
    switch base {
    case .record(let members): presence(of: members.value(for: name) ?? .unknown)
    case .unknown: .boolean(false)
    case .error: base
    default: .error(.noMember(name, base, at: range(of: index)))
    }
  }
}

extension [String: ExpressionValue] {
  /// The member with exactly this name; the dictionary itself also takes texts for the same that differ in their scalars.
  func value(for name: String) -> ExpressionValue? {
    guard let index = index(forKey: name), self[index].key.isSameText(as: name) else { return nil }
    return self[index].value
  }
}
