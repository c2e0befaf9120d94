internal import RuleModel

/// What tests throw, so that a failure can be repeated from its seed.
public struct Dice: RandomNumberGenerator {
  private var generator: SeededGenerator

  /// Begins the numbers of a seed.
  public init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 { generator.next() }

  /// A number of a range, each as likely as the others.
  public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in `n` throws.
  public mutating func onceIn(_ n: Int) -> Bool { number(1...n) == 1 }

  /// One of some choices.
  public mutating func one<Element>(of choices: [Element]) -> Element { choices[number(0...(choices.count - 1))] }
}
