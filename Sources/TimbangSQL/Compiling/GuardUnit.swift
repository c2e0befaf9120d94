internal import RuleModel

/// The unit in which totals are compared between years: a fraction of 1 that many small denominators divide, so that most totals are known
/// exactly and their differences too.
struct GuardUnit {
  /// What is multiplied, one after the other, to count how many make 1.
  let factors: [Int]
  /// How many make 1.
  var count: Int { factors.reduce(1, *) }

  /// The units that are tried, the finest first: millionths of a number that everything up to 22, 16 or 1 divides.
  static let all = [[1000, 1000, 720, 1001, 323], [1000, 1000, 720, 1001], [1000, 1000]].map { GuardUnit(factors: $0) }

  /// How many make a unit of a decimal, of which there are at most six.
  func count(places: Int) -> Int { count / Int(Fraction.powersOfTen[places]) }
}
