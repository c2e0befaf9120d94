internal import Glibc
internal import RuleModel

/// A synthetic nation as the field would send it: who is there, and what was observed. The same seed gives the same bytes everywhere.
///
/// One copy has 25 ministries, 14 agencies, 34 provinces, 98 cities, 415 regencies, 513 police precincts and 513 land offices; each unit has
/// two to four products, and 3 in 100 values are missing. The year 2021 knows fewer fields and no social affairs offices.
struct Nation {
  let year: Int
  let copies: Int
  let seed: UInt64
  /// Only one in so many institutions is there.
  let oneIn: Int
  let isShuffled: Bool

  private struct Family {
    let letter: String
    let count: Int
    let units: [String]
  }

  private enum Kind {
    case answer
    case level(Int)
    case survey
  }

  private struct Field {
    let id: String
    let kind: Kind
  }

  private static let region = ["PDK", "KES", "PK1", "PK2", "SOS", "DKC", "PTS"]
  private static let families = [
    Family(letter: "M", count: 25, units: ["UP1", "UP2", "UP3", "UP4"]), Family(letter: "L", count: 14, units: ["UP1", "UP2", "UP3"]),
    Family(letter: "P", count: 34, units: region), Family(letter: "W", count: 98, units: region),
    Family(letter: "K", count: 415, units: region), Family(letter: "R", count: 513, units: ["SPK", "SIM"]),
    Family(letter: "T", count: 513, units: ["TNH"]),
  ]
  private static let unitFields =
    levels(["K01", "K02", "K03"], 4) + surveys(["K04", "K05"]) + answers(["S01", "S02", "S03"]) + levels(["S04"], 5) + levels(["S05"], 7)
    + answers(["D01"]) + levels(["D02"], 4) + answers(["C01"]) + levels(["C02"], 4) + surveys(["C03"])
  private static let productFields =
    answers(["P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08"]) + levels(["P09"], 3) + levels(["P10"], 4) + levels(["P11"], 6)
    + levels(["P12", "P13", "P14"], 4) + surveys(["O01", "O02", "O03"])

  private static func answers(_ ids: [String]) -> [Field] { ids.map { Field(id: $0, kind: .answer) } }
  private static func levels(_ ids: [String], _ most: Int) -> [Field] { ids.map { Field(id: $0, kind: .level(most)) } }
  private static func surveys(_ ids: [String]) -> [Field] { ids.map { Field(id: $0, kind: .survey) } }

  /// Writes `obs.csv`, `units.csv` and `entities.csv` into a folder, which is made if it is not there.
  func write(to folder: String) throws(BenchError) {
    mkdir(folder, 0o755)
    var rows: [String] = []
    var units = "institution_id,unit_id,unit_type\n"
    var entities = "id,parent,kind,name\n"
    for copy in 0..<copies { add(copy, &rows, &units, &entities) }
    if isShuffled {
      var dice = SeededGenerator(seed: seed, stream: 3)
      for place in stride(from: rows.count - 1, to: 0, by: -1) { rows.swapAt(place, dice.below(place + 1)) }
    }
    let header = "institution_id,unit_id,product_id,indicator_id,value\n"
    try writeBytes(Array((header + rows.joined()).utf8), to: "\(folder)/obs.csv")
    try writeBytes(Array(units.utf8), to: "\(folder)/units.csv")
    try writeBytes(Array(entities.utf8), to: "\(folder)/entities.csv")
  }

  private func add(_ copy: Int, _ rows: inout [String], _ units: inout String, _ entities: inout String) {
    // Who is there does not depend on the year.
    var shape = SeededGenerator(seed: seed, stream: UInt64(copy) * 4 + 1)
    var values = SeededGenerator(seed: seed, stream: UInt64(copy) * 4_000_000 + UInt64(year))
    let size = Nation.families.map(\.count).reduce(0, +)
    for family in Nation.families {
      for number in stride(from: 0, to: family.count, by: oneIn) {
        let digits = String(copy * size + number)
        let institution = family.letter + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let quality = 50 + shape.below(48)
        entities += "\(institution),,,\(institution)\n"
        for code in family.units {
          let own = min(98, max(5, quality + shape.below(21) - 10 + (year == 2021 ? 6 : 0)))
          let products = 2 + shape.below(3)
          if year == 2021, code == "SOS" { continue }
          let unit = "\(institution)-\(code)"
          let kind = code.hasPrefix("UP") ? "UPP" : code
          units += "\(institution),\(unit),\(kind)\n"
          entities += "\(unit),\(institution),\(kind),\(unit)\n"
          for field in fields(Nation.unitFields, "D") { rows.append("\(institution),\(unit),,\(field.id),\(value(field, own, &values))\n") }
          for product in 1...products {
            for field in fields(Nation.productFields, "P") {
              rows.append("\(institution),\(unit),\(unit)-\(product),\(field.id),\(value(field, own, &values))\n")
            }
          }
        }
      }
    }
  }

  /// The fields of the year; in 2021 only those of the process.
  private func fields(_ all: [Field], _ letter: String) -> [Field] {
    year == 2021 ? all.filter { $0.id.hasPrefix(letter) } : all
  }

  private func value(_ field: Field, _ quality: Int, _ dice: inout SeededGenerator) -> String {
    if dice.below(100) < 3 { return "" }
    let luck = min(98, max(2, quality + dice.below(41) - 20))
    switch field.kind {
    case .answer: return dice.below(100) < luck ? "1" : "0"
    case .level(let most): return String((0..<most).count { _ in dice.below(100) < luck })
    case .survey: return Fraction(100 + 3 * luck, 100).decimalText()
    }
  }
}

extension SeededGenerator {
  /// Begins one of the sequences of a seed.
  fileprivate init(seed: UInt64, stream: UInt64) {
    self.init(seed: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
  }

  /// Returns a number from 0 up to, but without, `bound`.
  fileprivate mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}

/// Writes a file anew.
func writeBytes(_ bytes: [UInt8], to path: String) throws(BenchError) {
  guard let file = fopen(path, "w") else { throw BenchError(code: 73, "`\(path)` cannot be written") }
  let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  guard fclose(file) == 0, written == bytes.count else { throw BenchError(code: 74, "`\(path)` could not be written to its end") }
}
