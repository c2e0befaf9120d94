import Dice
import Foundation
import RuleDiagnostics
import RuleLoading
import RuleModel

/// An edition of this repository with observations made by throwing dice.
struct ShippedYear {
  let edition: CheckedEdition
  let observations: String
  let entities: String

  /// The folder of the package.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The editions that can be compiled, with the decimals of their numbers.
  static let compilable = [
    "kepatuhan/2015", "kepatuhan/2016", "kepatuhan/2018", "kepatuhan/2021", "kepatuhan/2022", "kepatuhan/2023", "kepatuhan/2024",
    "kepatuhan/2025", "spbe/2018", "spbe/2020", "spbe/2026",
  ]

  /// Loads an edition, or throws what is wrong with it.
  static func load(_ name: String) throws -> CheckedEdition {
    let family = String(name.split(separator: "/")[0])
    let loaded = EditionLoader { edition, _ in try? read("\(family)/\(edition)") }.load(try read(name))
    guard let edition = loaded.edition, !loaded.log.hasErrors else {
      throw WarehouseYear.Trouble(description: loaded.log.diagnostics.map(\.message.en).joined(separator: "\n"))
    }
    return edition
  }

  private static func read(_ name: String) throws -> SourceFile {
    SourceFile(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: "rules/\(name).yaml"))))
  }

  /// Throws the dice for so many institutions; one cell in `gaps` is missing.
  init(_ name: String, seed: UInt64, institutions: Int, gaps: Int = 400) throws {
    edition = try ShippedYear.load(name)
    var dice = Dice(seed: seed)
    var (observations, entities) = ("", "")
    let rungs = edition.edition.rungs
    let fields = edition.edition.fields
    func add(_ path: [String], _ dice: inout Dice) {
      let height = path.count - 1
      let place = path + Array(repeating: "", count: rungs.count - height - 1)
      let kind = rungs[height].kinds.isEmpty ? "" : dice.one(of: rungs[height].kinds)
      entities += "\(path[height]),\(path.dropLast().joined(separator: "/")),\(kind),\(path[height])\n"
      var told = 0
      for field in fields where field.rung == rungs[height].id.value {
        guard !dice.onceIn(gaps) || told == 0 else { continue }
        guard let value = ShippedYear.value(of: field, &dice) else { continue }
        observations += (place + [field.id.value, value]).joined(separator: ",") + "\n"
        told += 1
      }
      guard height + 1 < rungs.count else { return }
      for child in 0..<dice.number(height == 0 ? 1...5 : 0...4) { add(path + ["e\(child)"], &dice) }
    }
    for institution in 0..<institutions { add(["i\(institution)"], &dice) }
    (self.observations, self.entities) = (observations, entities)
  }

  static func value(of field: Field, _ dice: inout Dice) -> String? {
    let low = field.range?.lowerBound.int ?? 0
    let high = field.range?.upperBound.int ?? 100
    switch field.kind {
    case .yesNo: return dice.onceIn(4) ? "0" : "1"
    case .count, .level: return "\(dice.number(low...high))"
    case .number: return dice.onceIn(2) ? "\(dice.number(low...high))" : "\(dice.number(low...max(low, high - 1))).\(dice.number(10...99))"
    case .choice, .text: return nil
    }
  }
}
