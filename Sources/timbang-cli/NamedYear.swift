internal import ArgumentParser
internal import Timbang

/// A year as `--from` and `--to` name it.
struct NamedYear {
  let rules: String
  var data: [String]

  /// Splits `RULES=DATA` pairs; neighbours with the same rules are one year.
  static func all(_ options: [String], _ name: String) throws -> [NamedYear] {
    var years: [NamedYear] = []
    for option in options {
      let pieces = option.split(separator: "=", maxSplits: 1).map(String.init)
      guard pieces.count == 2 else { throw ValidationError("\(name) takes RULES=DATA, such as 2021=data/2021.csv") }
      if years.last?.rules == pieces[0] {
        years[years.count - 1].data.append(pieces[1])
      } else {
        years.append(NamedYear(rules: pieces[0], data: [pieces[1]]))
      }
    }
    return years
  }
}

extension LoadedYear {
  /// Loads the years in order; each may carry values over from those before it.
  static func inOrder(
    _ named: [NamedYear], _ corrections: [String], _ options: DataOptions, _ workspace: Workspace, _ console: Console
  ) throws -> [LoadedYear] {
    let editions = try LoadedYear.editions(named.map(\.rules), workspace, console)
    var years: [LoadedYear] = []
    for (number, edition) in editions.enumerated() {
      let others = editions.enumerated().filter { $0.offset != number }.map { Instrument($0.element.edition) }
      let earlier = Dictionary(years.map { ($0.edition.edition.name, $0.scores.observations) }) { first, _ in first }
      years.append(
        try LoadedYear(
          edition, data: named[number].data, options: options, corrections: number == 0 ? corrections : [], others: { others },
          earlier: earlier, workspace, console))
    }
    return years
  }
}
