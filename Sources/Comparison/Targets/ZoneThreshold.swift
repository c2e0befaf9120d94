internal import RuleDiagnostics
public import RuleModel

/// The exact total from which a zone begins, when the rounded total decides.
///
/// The line 78 is reached by 77.995 if the total is rounded half up to two places. Where digits are cut it is 78, and where they are rounded
/// up it is everything above 77.99.
public struct ZoneThreshold: Sendable, Equatable {
  /// The total from which on, or above which, the zone begins.
  public let value: Fraction
  /// Whether the total has to be above the value, not just equal to it.
  public let isStrict: Bool

  /// The lowest total that gives a step.
  init(of step: ZoneStep, in edition: Edition) {
    let line = step.from.value
    guard !edition.zones.usesExactTotal, let rounding = edition.publishedRounding else {
      (value, isStrict) = (line, false)
      return
    }
    let unit = Fraction.one.scaledDown(by: rounding.places)
    let printed = line.gridCeiling(places: rounding.places)
    // Between these totals and their neighbours no rounding changes its answer.
    let edges = [printed - unit, printed - unit / Fraction(2), printed]
    for edge in edges {
      if rounding(edge) >= line {
        (value, isStrict) = (edge, false)
        return
      }
      if rounding(edge + unit / Fraction(4)) >= line {
        (value, isStrict) = (edge, true)
        return
      }
    }
    (value, isStrict) = (printed, false)
  }

  /// Whether a total is in the zone or above it.
  public func isReached(by total: Fraction) -> Bool {
    isStrict ? total > value : total >= value
  }

  /// The points that a total lacks, exactly; where the threshold is strict, a little more is needed.
  public func missing(from total: Fraction) -> Fraction { value - total }

  /// The points that a total lacks, rounded so that so many are always enough.
  public func printedMissing(from total: Fraction, places: Int) -> Fraction {
    let gap = missing(from: total)
    let printed = gap.gridCeiling(places: places)
    return isStrict && printed == gap ? printed + Fraction.one.scaledDown(by: places) : printed
  }
}

extension Fraction {
  /// The lowest number with `places` decimals that is not below this one.
  func gridCeiling(places: Int) -> Fraction {
    let near = rounded(places: places, mode: .down)
    return near < self ? near + Fraction.one.scaledDown(by: places) : near
  }

  /// The highest number with `places` decimals that is not above this one.
  func gridFloor(places: Int) -> Fraction {
    let near = rounded(places: places, mode: .down)
    return near > self ? near - Fraction.one.scaledDown(by: places) : near
  }

  /// The decimals that this number is written with, at most `most`.
  func places(atMost most: Int) -> Int {
    (0..<most).first { rounded(places: $0, mode: .down) == self } ?? most
  }
}
