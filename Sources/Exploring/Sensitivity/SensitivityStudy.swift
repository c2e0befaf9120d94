internal import Observations
internal import RuleDiagnostics
internal import RuleModel
public import Scoring

extension ScoreTable {
  /// Scores everybody once for each draw of weights.
  ///
  /// The result depends on the rules, the data, the choice and the noise alone, not on `threads`. Complexity: for the weights right below a
  /// total that is a weighted mean, a few operations for each unit and draw; else a scoring of what depends on the weights for each draw,
  /// and memory for a number and a place for each institution and draw.
  public func sensitivity(_ choice: DrawnWeights, noise: WeightNoise, threads: Int) -> Sensitivity {
    let trial = WeightTrial(self, choice)
    let parts = edition.score.subtree
    let drawn = trial.drawn.map { parts[$0] }
    let rows: [Sensitivity.Row]
    // The kernel knows all children of the root, and no other weights.
    if trial.drawn == plan.nodes[0].children, let nation = FlatNation(self, noise: noise), nation.fits(noise) {
      rows = self.rows(nation, tally: tally(nation, noise, threads))
    } else {
      rows = self.rows(draw(trial, noise, threads), noise)
    }
    return Sensitivity(scores: self, noise: noise, parts: drawn, rows: rows)
  }

  // MARK: Only the weights of the total

  /// The number of draws that are worked through at once.
  private static let tile = 256

  func tally(_ nation: FlatNation, _ noise: WeightNoise, _ threads: Int) -> DrawTally {
    let shares = shares(of: noise.draws, threads: threads)
    let tallies = inParallel(shares.count, threads: threads) { share in
      let draws = shares[share]
      var tally = DrawTally(nation)
      var totals = [Int32](repeating: 0, count: nation.institutions.count * ScoreTable.tile)
      var scratch = [SIMD4<Double>](repeating: .zero, count: ScoreTable.tile / 2)
      for start in stride(from: draws.lowerBound, to: draws.upperBound, by: ScoreTable.tile) {
        let range = start..<min(start + ScoreTable.tile, draws.upperBound)
        let tile = DrawnTile(nation, noise: noise, draws: range)
        nation.total(tile, into: &totals, scratch: &scratch)
        tally.count(totals, stride: tile.fours * 4, draws: range.count)
      }
      return tally
    }
    return tallies.dropFirst().reduce(into: tallies[0]) { $0.add($1) }
  }

  private func rows(_ nation: FlatNation, tally: DrawTally) -> [Sensitivity.Row] {
    let standings = Impact.standings(self)
    let noZones = zoneCounts
    // The lowest total of each step, in units of the last place, and the place of its colour.
    let steps = edition.zones.steps.map { step in
      (from: firstUnit(notBelow: step.from.value, places: nation.places), zone: zonePlace(step))
    }
    return nation.institutions.enumerated().compactMap { place, institution in
      guard let published = standings[institution] else { return nil }
      let (totals, ranks) = (tally.totals(of: place), tally.ranks(of: place))
      var zones = noZones
      for (value, count) in totals { zones[steps.last { $0.from <= value }?.zone ?? zones.count - 1].draws += count }
      let draws = totals.reduce(0) { $0 + $1.count }
      let sum = totals.reduce(0) { $0 + $1.value * $1.count }
      return Sensitivity.Row(
        entity: observations.population.rungs[0][institution], published: published,
        mean: number(sum, nation.places) / Fraction(draws),
        totals: .init(
          low: number(totals.percentile(5, of: draws), nation.places), high: number(totals.percentile(95, of: draws), nation.places)),
        ranks: .init(low: ranks.percentile(5, of: draws), high: ranks.percentile(95, of: draws)),
        zones: zones)
    }
  }

  private func firstUnit(notBelow value: Fraction, places: Int) -> Int {
    let up = value.rounded(places: places, mode: .up)
    return up.signum <= 0 ? 0 : (0..<places).reduce(up) { number, _ in number * Fraction(10) }.int ?? .max
  }

  private func number(_ value: Int, _ places: Int) -> Fraction {
    (0..<places).reduce(Fraction(value)) { number, _ in number / Fraction(10) }
  }

  private var zoneCounts: [(colour: String?, draws: Int)] { (edition.zones.colours.map(Optional.some) + [nil]).map { ($0, 0) } }

  private func zonePlace(_ zone: ZoneStep?) -> Int {
    let colours = edition.zones.colours
    return zone.flatMap { colours.firstIndex(of: $0.colour) } ?? colours.count
  }

  // MARK: Any weights

  /// One institution in one draw.
  private struct Drawn: Sendable {
    let total: Fraction
    let rank: Int
    let zone: Int
  }

  /// Everybody in every draw, by draw and institution; nil without a score.
  private func draw(_ trial: WeightTrial, _ noise: WeightNoise, _ threads: Int) -> [[Drawn?]] {
    let weights = trial.drawn.map { trial.plan.nodes[$0].weight }
    let shares = shares(of: noise.draws, threads: threads)
    let chunks = inParallel(shares.count, threads: threads) { share in
      shares[share].map { draw -> [Drawn?] in
        let factors = noise.factors(of: draw, count: weights.count)
        let totals = trial.totals(
          weighing: zip(trial.drawn, zip(weights, factors)).map { part, pair in (part, pair.0 * Fraction(pair.1, noise.unit)) })
        let published = totals.map { $0.map { figure($0) } }
        var places: [Fraction: Int] = [:]
        for (place, total) in published.compactMap(\.self).sorted(by: >).enumerated() where places[total] == nil {
          places[total] = place + 1
        }
        return zip(totals, published).map { total, figure in
          guard let total, let figure else { return nil }
          return Drawn(total: figure, rank: places[figure] ?? 0, zone: zonePlace(edition.zone(of: total)))
        }
      }
    }
    return chunks.flatMap(\.self)
  }

  /// The published total, or that of two decimals where the rules do not round it.
  private func figure(_ total: Fraction) -> Fraction {
    edition.publishedRounding == nil ? total.rounded(places: edition.publishedPlaces, mode: .halfUp) : edition.reported(total)
  }

  private func rows(_ draws: [[Drawn?]], _ noise: WeightNoise) -> [Sensitivity.Row] {
    let standings = Impact.standings(self)
    return observations.population.rungs[0].indices.compactMap { institution in
      guard let published = standings[institution] else { return nil }
      let own = draws.compactMap { $0[institution] }
      guard !own.isEmpty else { return nil }
      var zones = zoneCounts
      for drawn in own { zones[drawn.zone].draws += 1 }
      let totals = own.map(\.total).sorted()
      let ranks = own.map(\.rank).sorted()
      return Sensitivity.Row(
        entity: observations.population.rungs[0][institution], published: published, mean: totals.sum() / Fraction(totals.count),
        totals: .init(low: totals[nearestRank(5, of: totals.count) - 1], high: totals[nearestRank(95, of: totals.count) - 1]),
        ranks: .init(low: ranks[nearestRank(5, of: ranks.count) - 1], high: ranks[nearestRank(95, of: ranks.count) - 1]), zones: zones)
    }
  }
}

/// The place, from 1, of a percentile among `count` sorted numbers by nearest rank: the smallest that is at least `percent` / 100 of them.
func nearestRank(_ percent: Int, of count: Int) -> Int { max(1, (percent * count + 99) / 100) }

extension [(value: Int, count: Int)] {
  /// The percentile of numbers that are counted, lowest first.
  func percentile(_ percent: Int, of all: Int) -> Int {
    var left = nearestRank(percent, of: all)
    for (value, count) in self {
      left -= count
      if left <= 0 { return value }
    }
    return last?.value ?? 0
  }
}

extension FlatNation {
  /// Whether counting takes no more memory than keeping every draw.
  func fits(_ noise: WeightNoise) -> Bool { DrawTally.size(of: self) <= max(1 << 22, 4 * institutions.count * noise.draws) }
}
