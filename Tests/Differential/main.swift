import Dice
import Glibc
import NaiveScoring

// Compares the scores of random years with the naive score, as many as it is told: `timbang-differential PAIRS SEED`. Exit 1 at the first
// year on which they disagree, after printing all of it.

let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let (pairs, seed) = arguments.count == 2 ? (arguments[0], arguments[1]) : (1_000, 1)
print("\(pairs) pairs of rules and data, seed \(seed)")
var dice = Dice(seed: seed)
var account = ScoredYear.Account()
for pair in 1...pairs {
  let year = RandomYear(seed: dice.next())
  let disagreements = try ScoredYear(year).disagreements(&account)
  guard disagreements.isEmpty else {
    print(disagreements.joined(separator: "\n"), year.rules, year.observations, year.entities, separator: "\n\n")
    print("pair \(pair) of seed \(seed)")
    exit(1)
  }
  guard pair % 10_000 == 0 else { continue }
  print("\(pair) pairs, \(account.values) values, \(account.refused) years with refusals, \(account.decided) single decisions")
  fflush(nil)
}
print("identical: \(pairs) pairs, \(account.values) values, \(account.refused) years with refusals, \(account.decided) single decisions")
