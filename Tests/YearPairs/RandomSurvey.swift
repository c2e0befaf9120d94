import Dice

/// Who was surveyed in two years, and what was recorded of them, under the names of the older year's fields.
struct RandomSurvey {
  /// A year's entities, each path with its rung, and cells by field and path.
  struct Year {
    var entities: [String: Int] = [:]
    var cells: [String: [String: String]] = [:]

    /// The rows of a file, those of entities first; a field's name is asked of `naming`, and nil leaves it out.
    func rows(_ rungs: [String], naming: (String) -> String?) -> [String] {
      let place = { (path: String, rung: Int) in
        path.split(separator: "/").map(String.init) + Array(repeating: "", count: rungs.count - rung - 1)
      }
      let remarks = entities.sorted { $0.key < $1.key }.map { path, rung in
        (place(path, rung) + ["catatan_\(rungs[rung])", "x"]).joined(separator: ",")
      }
      let values = cells.sorted { $0.key < $1.key }.flatMap { field, cells -> [String] in
        guard let name = naming(field) else { return [] }
        return cells.sorted { $0.key < $1.key }.map { path, value in
          (place(path, entities[path] ?? 0) + [name, value]).joined(separator: ",")
        }
      }
      return remarks + values
    }
  }

  /// How much a survey holds, and how often something happens: once in so many times.
  struct Size {
    var institutions = 1...2
    var below = 0...3
    var gaps = 12
    var leaving = 6
    var joining = 4
    var same = 2
  }

  var old = Year()
  var new = Year()

  /// Years that were thought out.
  init(old: Year, new: Year) {
    (self.old, self.new) = (old, new)
  }

  init(_ changes: RandomChanges, _ dice: inout Dice, _ size: Size = Size()) {
    let oldFields = changes.oldFields
    let newFields = changes.rules.fields
    let rungs = changes.rules.rungs.count
    func fill(_ year: inout Year, _ path: String, _ fields: [RandomRules.Field], like other: Year?) {
      let rung = year.entities[path] ?? 0
      for field in fields where field.rung == rung {
        let before = other?.cells[field.id]?[path]
        if dice.onceIn(size.gaps) { continue }
        if let before, dice.onceIn(size.same) {
          year.cells[field.id, default: [:]][path] = before
        } else {
          year.cells[field.id, default: [:]][path] = dice.one(of: field.values)
        }
      }
    }
    func join(_ path: String, _ rung: Int, _ year: inout Year, _ fields: [RandomRules.Field]) {
      year.entities[path] = rung
      fill(&year, path, fields, like: nil)
      guard rung + 1 < rungs else { return }
      for child in 0..<dice.number(size.below) { join("\(path)/\(["u", "v"][rung])\(child)", rung + 1, &year, fields) }
    }
    for institution in 0..<dice.number(size.institutions) { join("k\(institution)", 0, &old, oldFields) }
    for (path, rung) in old.entities.sorted(by: { $0.key < $1.key }) {
      let above = path.split(separator: "/").dropLast().joined(separator: "/")
      guard rung == 0 || new.entities[above] != nil && !dice.onceIn(size.leaving) else { continue }
      new.entities[path] = rung
      fill(&new, path, newFields, like: old)
      guard rung + 1 < rungs, dice.onceIn(size.joining) else { continue }
      join("\(path)/\(["u", "v"][rung])9", rung + 1, &new, newFields)
    }
  }

  /// The directory of everyone.
  var entities: String {
    old.entities.merging(new.entities) { first, _ in first }.sorted { $0.key < $1.key }.map { path, _ in
      let names = path.split(separator: "/").map(String.init)
      // A kind that depends on nothing but the name.
      let kind = (path.utf8.last ?? 0) % 2 == 0 ? "A" : "B"
      return "\(names.last ?? ""),\(names.dropLast().joined(separator: "/")),\(kind),\(names.last ?? "")\n"
    }.joined()
  }
}
