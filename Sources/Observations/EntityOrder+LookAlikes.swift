extension EntityOrder {
  /// Whether two siblings differ only in case, blanks or the coding of letters. Complexity: linear in the lengths of all ids.
  func hasLookAlikes(_ tables: [[EntityTable]]) -> Bool {
    for (rung, level) in levels.enumerated() {
      var spellings: Set<String> = []
      for (place, member) in level.members.enumerated() {
        if place > 0, level.parents[place] != level.parents[place - 1] { spellings.removeAll(keepingCapacity: true) }
        let id = String(decoding: tables[Int(member.table)][rung].id(Int(member.number)), as: UTF8.self)
        guard spellings.insert(id.spelledAlike).inserted else { return true }
      }
    }
    return false
  }
}

extension String {
  /// What ids have in common that are easily taken for one another: the text without case and blanks.
  var spelledAlike: String { lowercased().filter { $0 != " " } }
}
