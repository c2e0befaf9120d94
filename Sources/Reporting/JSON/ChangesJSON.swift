public import Comparison
internal import Observations
internal import RuleDiagnostics
internal import RuleModel

/// Writes the changes of many institutions in the shape `timbang.explain-all/1.0`, piece by piece.
public struct ChangesJSON: Sendable {
  private let old: OriginStamp
  private let new: OriginStamp
  private let places: Int

  /// Prepares to write; the stamps say what the two years were made from.
  public init(from old: OriginStamp, to new: OriginStamp, places: Int) {
    self.old = old
    self.new = new
    self.places = places
  }

  /// What comes before the first institution.
  public var head: String { "{\"format\": \"timbang.explain-all/1.0\", \"results\": [\n" }

  /// One institution: an explanation in the shape `timbang.explain/1.0`, or why there is none.
  public func row(_ result: YearComparison.Result) -> String {
    let value: JSONValue =
      switch result {
      case .explained(let change): .explanation(change, from: old, to: new)
      case .notExplained(let entity, let reason):
        .object([("entity", .string(entity.path)), ("name", .string(entity.name)), ("not_explained", .string(reason.rawValue))])
      }
    return value.line
  }

  /// What stands between two institutions.
  public var separator: String { ",\n" }

  /// What comes after the last institution: what all of them say together.
  public func tail(_ summary: ChangeSummary) -> String {
    let means = summary.means(places: places)
    let amount = { (sum: Fraction, mean: Fraction) in
      [
        (key: "sum", value: JSONValue.string(sum.fixedText(places: places))),
        (key: "mean", value: .string(mean.fixedText(places: places))),
        (key: "mean_exact", value: .string(summary.mean(sum).exactText)),
      ]
    }
    let blocks = zip(summary.entries, means.entries).map { entry, mean in
      JSONValue.object(
        [("block", .string(entry.block.rawValue)), ("line", JSONValue.optional(entry.line))] + amount(entry.sum, mean)
          + (entry.block == .method && entry.line != nil ? [("provenance", .optional(entry.grounds.provenance?.rawValue))] : []))
    }
    let moves = summary.moves.sorted { $0.key.name.precedesByBytes($1.key.name) }.map { move, count in
      JSONValue.object([
        ("from", JSONValue.optional(move.from)), ("to", JSONValue.optional(move.to)), ("cause", .string(move.cause.rawValue)),
        ("count", .integer(count)),
      ])
    }
    let reasons = YearComparison.Reason.allCases.compactMap { reason in
      summary.notExplained[reason].map { (key: reason.rawValue, value: JSONValue.integer($0)) }
    }
    let value = JSONValue.object([
      ("count", .integer(summary.count)), ("change", .object(amount(summary.change, means.change))), ("amounts", .array(blocks)),
      ("final_rounding", .object(amount(summary.finalRounding, means.finalRounding))), ("zones", .array(moves)),
      ("not_explained", .object(reasons)),
    ])
    return "\n], \"summary\": \(value.line)}\n"
  }
}
