internal import Scoring

extension PairedRules {
  /// The indicators whose scales change together with that of one, in order: those that were merged into one with it, or into which one was
  /// split, if the whole reads the same fields as they do together but one of them reads others. Mostly it is alone.
  ///
  /// Half of what was merged would otherwise gain what the other half loses, though nothing changed. Complexity: linear in the parts.
  func piecesAsOne(with index: Int) -> [Int] {
    guard let key = wholeKey(index) else { return [index] }
    let pieces = parts.indices.filter { wholeKey($0) == key }
    let areAlike = columns(of: pieces, \.old) == columns(of: pieces, \.new)
    return areAlike && pieces.contains(where: { columns(of: [$0], \.old) != columns(of: [$0], \.new) }) ? pieces : [index]
  }

  /// The part that an indicator is a piece of, as a level of the explanation.
  func whole(of index: Int) -> PlacedEdit.Level {
    let id = parts[index].old?.whole ?? parts[index].new?.whole ?? parts[index].id
    return PlacedEdit.Level(id: id, label: label(ofID: id))
  }

  /// The columns that parts read in one of the years.
  func columns(of parts: [Int], _ year: KeyPath<PairedPart, PairedPart.Version?>) -> Set<Int> {
    parts.reduce(into: []) { columns, part in
      if case .leaf(let scale)? = self.parts[part][keyPath: year]?.node.body { columns.formUnion(scale.columns) }
    }
  }

  private struct WholeKey: Equatable {
    let old: String?
    let new: String?
  }

  private func wholeKey(_ index: Int) -> WholeKey? {
    guard let old = parts[index].old, let new = parts[index].new, old.whole != nil || new.whole != nil else { return nil }
    return WholeKey(old: old.whole, new: new.whole)
  }
}
