public import RuleDiagnostics
public import RuleModel

/// What many explanations say together: how much of the average change each block and line is, and what became of the zones.
///
/// Means are taken over the printed amounts, so anybody can repeat them from the rows; printed means add up as the rows do.
public struct ChangeSummary: Sendable {
  /// A block or a line with the sum of its printed amounts.
  public struct Entry: Sendable {
    /// The block.
    public let block: Block
    /// The line; nil for the block itself.
    public let line: String?
    /// What people call the line, if it has words of its own.
    public let label: Words?
    /// What the named changes in the line say of how sure they are.
    public let grounds: Grounds
    /// The sum of the printed amounts over all institutions.
    public var sum: Fraction
  }

  /// From one colour to another, for one cause.
  public struct Move: Sendable, Hashable {
    /// The colour of the old year; nil below its lowest line.
    public let from: String?
    /// The colour of the new year.
    public let to: String?
    /// Why.
    public let cause: ZoneAnswer.Cause

    /// A text by which moves are ordered.
    public var name: String { "\(from ?? "") \(to ?? "") \(cause.rawValue)" }
  }

  /// The number of institutions that were explained.
  public private(set) var count = 0
  /// The sum of the changes of the published totals.
  public private(set) var change = Fraction.zero
  /// The sum of what the rounding of the totals adds.
  public private(set) var finalRounding = Fraction.zero
  /// The blocks, each followed by its lines, in the order in which explanations show them.
  public private(set) var entries: [Entry]
  /// How many institutions made each move.
  public private(set) var moves: [Move: Int] = [:]
  /// How many institutions could not be explained, by reason.
  public private(set) var notExplained: [YearComparison.Reason: Int] = [:]
  private var places: [String: Int] = [:]

  /// Starts with nothing, for explanations between the years of `comparison`.
  public init(of comparison: YearComparison) {
    entries = Block.allCases.flatMap { block in
      [Entry(block: block, line: nil, label: nil, grounds: .unsaid, sum: .zero)]
        + comparison.order.lines(of: block).map {
          Entry(block: block, line: $0.id, label: $0.label, grounds: $0.grounds, sum: .zero)
        }
    }
    for (index, entry) in entries.enumerated() { places[ChangeSummary.key(entry.block.rawValue, entry.line)] = index }
  }

  /// Adds one institution.
  public mutating func add(_ result: YearComparison.Result) {
    switch result {
    case .notExplained(_, let reason): notExplained[reason, default: 0] += 1
    case .explained(let explained):
      count += 1
      change += explained.reportedChange
      finalRounding += explained.finalRounding.printed
      for block in explained.blocks {
        add(block.printed, block.id, nil)
        for line in block.lines { add(line.printed, block.id, line.id) }
      }
      moves[Move(from: explained.from.zone?.colour, to: explained.to.zone?.colour, cause: explained.zone.cause), default: 0] += 1
    }
  }

  private mutating func add(_ amount: Fraction, _ block: String, _ line: String?) {
    guard let place = places[ChangeSummary.key(block, line)] else { return }
    entries[place].sum += amount
  }

  private static func key(_ block: String, _ line: String?) -> String { "\(block)/\(line ?? "")" }

  /// The means as they are printed: blocks and final rounding add up to the mean change, and lines to their block.
  public struct Means: Sendable {
    /// Of the change.
    public let change: Fraction
    /// Of what the rounding of the totals adds.
    public let finalRounding: Fraction
    /// Of the entries, in their order.
    public let entries: [Fraction]
  }

  /// Returns the means rounded to `places` so that they add up.
  public func means(places: Int) -> Means {
    let change = mean(change).rounded(places: places, mode: .halfUp)
    let blocks = entries.indices.filter { entries[$0].line == nil }
    let rows =
      blocks.map { (id: entries[$0].block.rawValue, amount: mean(entries[$0].sum)) } + [(id: "final_rounding", amount: mean(finalRounding))]
    let printed = printedAmounts(rows, addingUpTo: change, places: places)
    var all = entries.map { mean($0.sum) }
    for (block, amount) in zip(blocks, printed) {
      all[block] = amount
      let lines = entries.indices.filter { entries[$0].block == entries[block].block && entries[$0].line != nil }
      let below = printedAmounts(
        lines.map { (id: entries[$0].line ?? "", amount: mean(entries[$0].sum)) }, addingUpTo: amount, places: places)
      for (line, amount) in zip(lines, below) { all[line] = amount }
    }
    return Means(change: change, finalRounding: printed.last ?? .zero, entries: all)
  }

  /// Returns a sum as a mean over the institutions; 0 for none.
  public func mean(_ sum: Fraction) -> Fraction { count == 0 ? .zero : sum / Fraction(count) }
}
