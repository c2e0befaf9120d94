package import RuleModel

/// Exact numbers of the entities of a rung; some entities may have none.
///
/// As long as it can be, a number is two machine words that need not be reduced, so that a column is worked through without a thought for
/// each number. What does not fit is a ``Fraction``. The numbers are the same whichever way they are kept.
package struct ExactColumn: Sendable {
  enum Storage: Sendable {
    /// Over one denominator; ``none`` where there is no number.
    case uniform([Int64], denominator: Int64)
    /// Over one denominator, by the code of a cell plus ``CellColumn/offset``.
    case coded([Int32], numerators: [Int64], denominator: Int64)
    /// Each over its own; the denominator is 0 where there is no number, and -1 where it is too large for two words.
    case listed([Int64], [Int64], large: [Int: Fraction])
  }

  var storage: Storage

  /// The numerator that stands where there is no number; also the bound that no numerator reaches.
  static let none = Int64.min

  init(_ storage: Storage) {
    self.storage = storage
  }

  /// Without entities: a rung on which a part has no values.
  package static let empty = ExactColumn(.uniform([], denominator: 1))

  /// Makes a column of numbers; nil where there is none.
  package init(_ values: [Fraction?]) {
    var numerators = [Int64](repeating: 0, count: values.count)
    var denominators = numerators
    var large: [Int: Fraction] = [:]
    for (entity, value) in values.enumerated() {
      guard let value else { continue }
      if let (numerator, denominator) = value.small {
        (numerators[entity], denominators[entity]) = (numerator, denominator)
      } else {
        denominators[entity] = -1
        large[entity] = value
      }
    }
    storage = .listed(numerators, denominators, large: large)
  }

  /// The number of entities.
  package var count: Int {
    switch storage {
    case .uniform(let numerators, _): numerators.count
    case .coded(let codes, _, _): codes.count
    case .listed(let numerators, _, _): numerators.count
    }
  }

  /// Whether there are no entities.
  package var isEmpty: Bool { count == 0 }

  /// The entities.
  package var indices: Range<Int> { 0..<count }

  /// The number of an entity; nil if it has none.
  package subscript(entity: Int) -> Fraction? {
    switch storage {
    case .uniform(let numerators, let denominator):
      let numerator = numerators[entity]
      return numerator == ExactColumn.none ? nil : Fraction(small: numerator, over: denominator)
    case .coded(let codes, let numerators, let denominator):
      let numerator = numerators[Int(codes[entity]) + CellColumn.offset]
      return numerator == ExactColumn.none ? nil : Fraction(small: numerator, over: denominator)
    case .listed(let numerators, let denominators, let large):
      switch denominators[entity] {
      case 0: return nil
      case -1: return large[entity]
      case let denominator: return Fraction(small: numerators[entity], over: denominator)
      }
    }
  }

  /// The same column with another number for one entity, or none. Complexity: constant, but for the first time.
  package mutating func set(_ entity: Int, to value: Fraction?) {
    if case .listed = storage {} else { storage = listed }
    guard case .listed(var numerators, var denominators, var large) = storage else { return }
    storage = .uniform([], denominator: 1)
    large[entity] = nil
    switch (value, value?.small) {
    case (nil, _): (numerators[entity], denominators[entity]) = (0, 0)
    case (_, let (numerator, denominator)?): (numerators[entity], denominators[entity]) = (numerator, denominator)
    case (_, nil):
      denominators[entity] = -1
      large[entity] = value
    }
    storage = .listed(numerators, denominators, large: large)
  }

  /// The same numbers, each over its own denominator.
  var listed: Storage {
    switch storage {
    case .listed: return storage
    case .uniform(let numerators, let denominator):
      return .listed(
        numerators.map { $0 == ExactColumn.none ? 0 : $0 }, numerators.map { $0 == ExactColumn.none ? 0 : denominator }, large: [:])
    case .coded(let codes, let table, let denominator):
      return ExactColumn(.uniform(codes.map { table[Int($0) + CellColumn.offset] }, denominator: denominator)).listed
    }
  }
}
