package import RuleModel

/// Exact numbers of the entities of a rung; some entities may have none.
///
/// As long as it can be, a number is two machine words that need not be reduced, so that a column is worked through without a thought for
/// each number. What does not fit is a ``Fraction``. The numbers are the same whichever way they are kept.
package struct ExactColumn: Sendable {
  enum Storage: Sendable {
    /// Over one denominator.
    case common(Numerators, denominator: Int64)
    /// Each over its own.
    case listed(Listing)
  }

  /// Numbers over one denominator; ``none`` where there is no number.
  enum Numerators: Sendable {
    case uniform([Int64])
    /// By the code of a cell plus ``CellColumn/offset``.
    case coded([Int32], [Int64])

    /// One for each entity.
    var listed: [Int64] {
      switch self {
      case .uniform(let numerators): numerators
      case .coded(let codes, let table): codes.map { table[Int($0) + CellColumn.offset] }
      }
    }

    /// What none of them is further from 0 than.
    var bound: Int64 {
      switch self {
      case .uniform(let numerators): Scoring.bound(of: numerators)
      case .coded(_, let table): Scoring.bound(of: table)
      }
    }
  }

  private(set) var storage: Storage

  /// The numerator that stands where there is no number; also the bound that no numerator reaches.
  static let none = Int64.min

  init(_ storage: Storage) {
    self.storage = storage
  }

  /// Without entities: a rung on which a part has no values.
  package static let empty = ExactColumn([], over: 1)

  /// Makes a column of numbers; nil where there is none.
  package init(_ values: [Fraction?]) {
    var listing = Listing(count: values.count)
    for case (let entity, let value?) in values.enumerated() { listing.set(entity, value) }
    storage = .listed(listing)
  }

  /// Makes a column of numbers over one denominator.
  init(_ numerators: [Int64], over denominator: Int64) {
    storage = .common(.uniform(numerators), denominator: denominator)
  }

  /// The number of entities.
  package var count: Int {
    switch storage {
    case .common(.uniform(let numerators), _): numerators.count
    case .common(.coded(let codes, _), _): codes.count
    case .listed(let listing): listing.numerators.count
    }
  }

  /// Whether there are no entities.
  package var isEmpty: Bool { count == 0 }

  /// The entities.
  package var indices: Range<Int> { 0..<count }

  /// The number of an entity; nil if it has none.
  package subscript(entity: Int) -> Fraction? {
    switch storage {
    case .common(.uniform(let numerators), let denominator):
      let numerator = numerators[entity]
      return numerator == ExactColumn.none ? nil : Fraction(small: numerator, over: denominator)
    case .common(.coded(let codes, let numerators), let denominator):
      let numerator = numerators[Int(codes[entity]) + CellColumn.offset]
      return numerator == ExactColumn.none ? nil : Fraction(small: numerator, over: denominator)
    case .listed(let listing):
      switch listing.denominators[entity] {
      case 0: return nil
      case -1: return listing.large[entity]
      case let denominator: return Fraction(small: listing.numerators[entity], over: denominator)
      }
    }
  }

  /// Takes the number of an entity away. Complexity: constant, but for the first time.
  mutating func remove(_ entity: Int) {
    var listing = listed
    storage = ExactColumn.empty.storage
    listing.remove(entity)
    storage = .listed(listing)
  }

  /// The same numbers, each over its own denominator.
  var listed: Listing {
    switch storage {
    case .listed(let listing): return listing
    case .common(let numerators, let denominator):
      let numerators = numerators.listed
      return Listing(
        numerators: numerators.map { $0 == ExactColumn.none ? 0 : $0 },
        denominators: numerators.map { $0 == ExactColumn.none ? 0 : denominator })
    }
  }

  /// Numbers each over its own denominator.
  struct Listing: Sendable {
    private(set) var numerators: [Int64]
    /// 0 where there is no number, and -1 where it is too large for two words.
    private(set) var denominators: [Int64]
    fileprivate private(set) var large: [Int: Fraction] = [:]

    init(numerators: [Int64], denominators: [Int64]) {
      self.numerators = numerators
      self.denominators = denominators
    }

    /// Without any number.
    init(count: Int) {
      numerators = [Int64](repeating: 0, count: count)
      denominators = numerators
    }

    mutating func set(_ entity: Int, _ pair: (numerator: Int64, denominator: Int64)) {
      (numerators[entity], denominators[entity]) = pair
    }

    mutating func set(_ entity: Int, _ value: Fraction) {
      if let pair = value.small {
        set(entity, pair)
      } else {
        denominators[entity] = -1
        large[entity] = value
      }
    }

    mutating func remove(_ entity: Int) {
      denominators[entity] = 0
      large[entity] = nil
    }

    var column: ExactColumn { ExactColumn(.listed(self)) }
  }
}
