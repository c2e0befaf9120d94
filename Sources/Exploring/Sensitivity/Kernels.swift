// The arithmetic of draws: loops over flat arrays of numbers. Sums of products of whole numbers below 2⁵³ are exact as Double, and the one
// rounded step of each total is proven in `FlatNation.lift`, or decided by integers near a tie.

/// Adding it and taking it away rounds a Double of at most 2³¹ to the nearest whole number, which its last 32 bits then hold.
private let magic = 0x1.8p52

/// The drawn weights of some draws, and 1 over their sums.
struct DrawnTile {
  /// The number of draws in fours, the last of which may be draws that nobody asked for.
  let fours: Int
  /// By part and four.
  private(set) var weights: [SIMD4<Double>]
  /// By set of parts and four.
  private(set) var inverses: [SIMD4<Double>]

  /// Draws the weights of `draws`.
  init(_ nation: FlatNation, noise: WeightNoise, draws: Range<Int>) {
    let fours = (draws.count + 3) / 4
    self.fours = fours
    let count = nation.weights.count
    let parts = nation.partCount
    weights = Array(repeating: .zero, count: count * fours)
    inverses = Array(repeating: .zero, count: nation.sets.count * fours)
    let (unit, numerator) = (noise.unit, noise.share.numerator)
    var generator = noise.generator(from: draws.lowerBound, count: parts)
    for place in 0..<fours * 4 {
      for part in 0..<parts {
        let factor = unit + numerator * WeightNoise.step(&generator)
        weights[part * fours + place / 4][place % 4] = Double(nation.weights[part] * factor)
      }
    }
    for (number, set) in nation.sets.enumerated() {
      for four in 0..<fours {
        var sum = SIMD4<Double>.zero
        for part in 0..<parts where set & 1 << UInt64(part) != 0 { sum += weights[part * fours + four] }
        inverses[number * fours + four] = 1 / sum
      }
    }
  }
}

extension FlatNation {
  /// The number of parts that are drawn.
  var partCount: Int { weights.count { $0 > 0 } }

  /// Works out the published totals of all institutions for the draws of a tile, in units of the last place, by institution and draw.
  ///
  /// INVARIANT: `totals` has room for four draws for each institution and each four of the tile; `scratch` for two fours for each.
  func total(_ tile: DrawnTile, into totals: inout [Int32], scratch: inout [SIMD4<Double>]) {
    precondition(totals.count >= institutions.count * tile.fours * 4 && scratch.count >= 2 * tile.fours)
    values.withUnsafeBufferPointer { values in
      tile.weights.withUnsafeBufferPointer { weights in
        tile.inverses.withUnsafeBufferPointer { inverses in
          scratch.withUnsafeMutableBufferPointer { scratch in
            totals.withUnsafeMutableBufferPointer { totals in
              let bench = Bench(
                values: values, weights: weights, inverses: inverses, sum: scratch, total: .init(rebasing: scratch[tile.fours...]),
                totals: totals, fours: tile.fours)
              for place in institutions.indices {
                for four in 0..<tile.fours { bench.total[four] = .zero }
                for unit in units[place] { add(unit, on: bench) }
                finish(place, on: bench)
              }
            }
          }
        }
      }
    }
  }

  /// The arrays that the kernel works on.
  private struct Bench {
    let values: UnsafeBufferPointer<Double>
    let weights: UnsafeBufferPointer<SIMD4<Double>>
    let inverses: UnsafeBufferPointer<SIMD4<Double>>
    /// By four: the weighted sum of a unit, but for its last four parts.
    let sum: UnsafeMutableBufferPointer<SIMD4<Double>>
    /// By four: the weighted sum of the units of an institution.
    let total: UnsafeMutableBufferPointer<SIMD4<Double>>
    let totals: UnsafeMutableBufferPointer<Int32>
    let fours: Int

    /// The weighted sum of four parts of a unit in four draws.
    @inline(__always)
    func sum(_ values: SIMD4<Double>, from part: Int, four: Int) -> SIMD4<Double> {
      let place = part &* fours &+ four
      var sum = weights[place] * values[0]
      sum += weights[place &+ fours] * values[1]
      sum += weights[place &+ 2 &* fours] * values[2]
      sum += weights[place &+ 3 &* fours] * values[3]
      return sum
    }
  }

  /// Adds the rounded totals of a unit to those of its institution.
  @inline(__always)
  private func add(_ unit: Int, on bench: Bench) {
    let four = { (part: Int) in
      let base = unit &* width &+ part
      return SIMD4(bench.values[base], bench.values[base &+ 1], bench.values[base &+ 2], bench.values[base &+ 3])
    }
    for part in stride(from: 0, to: width - 4, by: 4) {
      let values = four(part)
      for place in 0..<bench.fours {
        let sum = bench.sum(values, from: part, four: place)
        bench.sum[place] = part == 0 ? sum : bench.sum[place] + sum
      }
    }
    let last = width - 4
    let values = four(last)
    let first = masks[unit] &* bench.fours
    let lift = SIMD4<Double>(repeating: FlatNation.lift(upTo: Double(unitBound)))
    let number = SIMD4<Double>(repeating: magic)
    let (inverse, share) = (SIMD4<Double>(repeating: inverses[unit]), SIMD4<Double>(repeating: shares[unit]))
    if isCoarse, isWhole, last == 0 {
      // The most frequent case: at most four parts, published with the decimals in which the total is rounded.
      for place in 0..<bench.fours {
        let total = bench.sum(values, from: 0, four: place) * bench.inverses[first &+ place]
        let lifted = total + lift + number
        bench.total[place] += share * (lifted - number)
      }
      return
    }
    for place in 0..<bench.fours {
      var sum = bench.sum(values, from: last, four: place)
      if last > 0 { sum += bench.sum[place] }
      let total = sum * bench.inverses[first &+ place] * inverse
      guard isCoarse else {
        bench.total[place] += share * carefullyRounded(total, unit, four: place, on: bench)
        continue
      }
      let lifted = total + lift + number
      bench.total[place] += share * (lifted - number)
    }
  }

  /// Rounds totals to the nearest, those near a tie as integers: a total is worked out to 2⁻²⁰ at least, and a tie is near within 2⁻¹⁶.
  private func carefullyRounded(_ total: SIMD4<Double>, _ unit: Int, four: Int, on bench: Bench) -> SIMD4<Double> {
    let number = SIMD4<Double>(repeating: magic)
    var rounded = (total + number) - number
    let rest = total - rounded
    for lane in 0..<4 where rest[lane].magnitude > 0.5 - 0x1p-16 {
      var (sum, weights) = (Int128.zero, Int128.zero)
      for part in 0..<width where sets[masks[unit]] & 1 << UInt64(part) != 0 {
        let weight = Int128(bench.weights[part &* bench.fours &+ four][lane])
        sum += weight * Int128(bench.values[unit &* width &+ part])
        weights += weight
      }
      let denominator = weights * Int128(denominators[unit])
      rounded[lane] = Double((2 * sum + denominator) / (2 * denominator))
    }
    return rounded
  }

  /// Writes the published totals of an institution.
  @inline(__always)
  private func finish(_ place: Int, on bench: Bench) {
    let lift = SIMD4<Double>(repeating: FlatNation.lift(upTo: Double(totalBound)))
    let number = SIMD4<Double>(repeating: magic)
    let scale = SIMD4<Double>(repeating: scales[place])
    let row = place &* bench.fours &* 4
    for four in 0..<bench.fours {
      var total = bench.total[four]
      // An institution without units has been rounded already.
      if hasUnits { total = total * scale + lift }
      total += number
      for lane in 0..<4 { bench.totals[row &+ four &* 4 &+ lane] = Int32(truncatingIfNeeded: total[lane].bitPattern) }
    }
  }
}

/// Counts how often each institution has each total and each place in the ranking.
struct DrawTally: Sendable {
  /// By institution: the lowest total that is counted, and where its counts begin.
  private let lowest: [Int32]
  private let totalStarts: [Int]
  private(set) var totals: [Int32]
  /// The same of places, from 0.
  private let highest: [Int32]
  private let rankStarts: [Int]
  private(set) var ranks: [Int32]
  /// For each total in eight draws, how many institutions have it, and then how many have a higher one.
  private var above: [SIMD8<UInt32>]
  private let bottom: Int32

  /// Makes room for the totals that can occur, and for the places that follow from them.
  init(_ nation: FlatNation) {
    let bounds = nation.bounds
    let highs = bounds.map(\.upperBound).sorted()
    let lows = bounds.map(\.lowerBound).sorted()
    var totalStarts = [0]
    var rankStarts = [0]
    var highest: [Int32] = []
    for bound in bounds {
      totalStarts.append(totalStarts[totalStarts.count - 1] + bound.count)
      // Certainly above are those that lie above entirely; perhaps above those that reach higher than the lowest.
      let best = lows.count - lows.places(notAbove: bound.upperBound)
      let worst = highs.count - highs.places(notAbove: bound.lowerBound)
      highest.append(Int32(best))
      rankStarts.append(rankStarts[rankStarts.count - 1] + max(1, worst - best + 1))
    }
    lowest = bounds.map { Int32($0.lowerBound) }
    self.totalStarts = totalStarts
    self.rankStarts = rankStarts
    self.highest = highest
    totals = Array(repeating: 0, count: totalStarts[bounds.count])
    ranks = Array(repeating: 0, count: rankStarts[bounds.count])
    bottom = Int32(lows.first ?? 0)
    above = Array(repeating: .zero, count: (highs.last ?? 0) - (lows.first ?? 0) + 2)
  }

  /// The number of counters that the tally of a nation needs: totals, then places.
  static func size(of nation: FlatNation) -> Int { nation.bounds.map(\.count).reduce(0, +) }

  /// Counts the first `draws` draws of a tile; `stride` is the room of one institution among `tile`.
  mutating func count(_ tile: [Int32], stride: Int, draws: Int) {
    precondition(tile.count >= lowest.count * stride && draws <= stride)
    tile.withUnsafeBufferPointer { tile in
      countTotals(tile, stride: stride, draws: draws)
      for first in Swift.stride(from: 0, to: draws, by: 8) { countRanks(tile, stride: stride, draws: first..<min(first + 8, draws)) }
    }
  }

  private mutating func countTotals(_ tile: UnsafeBufferPointer<Int32>, stride: Int, draws: Int) {
    totals.withUnsafeMutableBufferPointer { totals in
      for place in lowest.indices {
        let row = place &* stride
        var (low, high) = (Int32.max, Int32.min)
        for draw in 0..<draws {
          let total = tile[row &+ draw]
          (low, high) = (min(low, total), max(high, total))
        }
        let (start, end) = (totalStarts[place], totalStarts[place + 1])
        // The bounds are proven, but memory is not to rest on a proof. Places follow from totals, so they need no look of their own.
        precondition(low >= lowest[place] && Int(high - lowest[place]) < end - start, "a total lies outside its bounds")
        let base = start &- Int(lowest[place])
        for draw in 0..<draws { totals[base &+ Int(tile[row &+ draw])] &+= 1 }
      }
    }
  }

  /// Counts the places in at most eight draws, which stand side by side so that they are summed up together.
  private mutating func countRanks(_ tile: UnsafeBufferPointer<Int32>, stride: Int, draws: Range<Int>) {
    let count = lowest.count
    above.withUnsafeMutableBufferPointer { above in
      above.update(repeating: .zero)
      ranks.withUnsafeMutableBufferPointer { ranks in
        highest.withUnsafeBufferPointer { highest in
          rankStarts.withUnsafeBufferPointer { starts in
            above.withMemoryRebound(to: UInt32.self) { lanes in
              for place in 0..<count {
                let row = place &* stride &+ draws.lowerBound
                for lane in 0..<draws.count { lanes[Int(tile[row &+ lane] &- bottom) &* 8 &+ lane] &+= 1 }
              }
            }
            var higher = SIMD8<UInt32>.zero
            for bin in Swift.stride(from: above.count - 1, through: 0, by: -1) {
              let here = above[bin]
              above[bin] = higher
              higher &+= here
            }
            above.withMemoryRebound(to: UInt32.self) { lanes in
              for place in 0..<count {
                let row = place &* stride &+ draws.lowerBound
                let start = starts[place] &- Int(highest[place])
                for lane in 0..<draws.count {
                  ranks[start &+ Int(lanes[Int(tile[row &+ lane] &- bottom) &* 8 &+ lane])] &+= 1
                }
              }
            }
          }
        }
      }
    }
  }

  /// Adds what another tally of the same nation counted.
  mutating func add(_ other: DrawTally) {
    for counter in totals.indices { totals[counter] += other.totals[counter] }
    for counter in ranks.indices { ranks[counter] += other.ranks[counter] }
  }

  /// The totals of an institution that occurred, in units of the last place, lowest first, with how often.
  func totals(of place: Int) -> [(value: Int, count: Int)] {
    (totalStarts[place]..<totalStarts[place + 1]).compactMap { counter in
      totals[counter] > 0 ? (Int(lowest[place]) + counter - totalStarts[place], Int(totals[counter])) : nil
    }
  }

  /// The places of an institution that occurred, from 1, with how often.
  func ranks(of place: Int) -> [(value: Int, count: Int)] {
    (rankStarts[place]..<rankStarts[place + 1]).compactMap { counter in
      ranks[counter] > 0 ? (Int(highest[place]) + counter - rankStarts[place] + 1, Int(ranks[counter])) : nil
    }
  }
}

extension [Int] {
  /// How many of these sorted numbers are not above a number.
  fileprivate func places(notAbove number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
