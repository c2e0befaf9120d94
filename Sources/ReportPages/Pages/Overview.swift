internal import Comparison
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// The nation at a glance: how many are in each zone, how the scores lie, what changed.
struct Overview {
  let scores: ScoreTable
  let standings: Standings
  let marks: ZoneMarks
  let language: Language
  let changes: Changes?

  private var edition: Edition { scores.edition }
  private var places: Int { edition.publishedPlaces }

  func markup() -> Markup {
    let none = PageWord.none(language)
    let total = ZoneBars.Group(name: PageWord.all(language), counts: Standings.counts(standings.all.filter { $0.reported != nil }, marks))
    var out = summary()
    out += "<h3>\(PageWord.zones(language))</h3>\n"
    out += bars(.ofAll, .group, [total])
    let hasKinds = standings.all.contains { $0.entity.kind != nil }
    let hasProvinces = standings.all.contains { $0.entity.province != nil }
    if hasKinds { out += bars(.byKind, .kind, standings.groups(marks, none: none, by: \.kind)) }
    if hasProvinces { out += bars(.byProvince, .province, standings.groups(marks, none: none, by: \.province)) }
    out += distribution()
    if let changes { out += changes.markup(standings, marks, language) }
    return out
  }

  private func summary() -> Markup {
    let reported = standings.all.compactMap(\.reported).sorted()
    let figure = { (value: Fraction) in language.number(value, places: places) }
    var rows: [(String, String)] = [(Phrase.columnInstitution(language), String(standings.all.count))]
    if !reported.isEmpty {
      let middle = reported.count / 2
      let median = reported.count % 2 == 1 ? reported[middle] : (reported[middle - 1] + reported[middle]) / Fraction(2)
      rows += [
        (PageWord.mean(language), figure(reported.sum() / Fraction(reported.count))), (PageWord.median(language), figure(median)),
      ]
    }
    let without = standings.all.count - standings.scored
    if without > 0 { rows.append((PageWord.withoutScore(language), String(without))) }
    let cells = rows.map { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td></tr>" as Markup }.joined()
    return .table(edition.title[language], "\(Markup.head(PageWord.edition(language)))\(Markup.head(edition.name))", cells)
  }

  private func bars(_ title: PageWord, _ attribute: PageWord, _ groups: [ZoneBars.Group]) -> Markup {
    guard groups.contains(where: { $0.sum > 0 }) else { return "" }
    let bars = ZoneBars(title: title(language), attribute: attribute(language), groups: groups, marks: marks, language: language)
    return "<div class=\"g\"><figure>\(bars.chart())</figure>\(bars.table())</div>\n"
  }

  private func distribution() -> Markup {
    let reported = standings.all.compactMap(\.reported)
    guard !reported.isEmpty else { return "" }
    let (chart, table) = Histogram(scores: reported, edition: edition, marks: marks, language: language).markup()
    return
      "<h3>\(PageWord.distribution(language))</h3>\n<div class=\"g\"><figure>\(chart)</figure>\(Markup.details(PageWord.table(language), table))</div>\n"
  }
}

/// What became of everybody since the year before.
struct Changes: Sendable {
  let old: Edition
  let new: Edition
  let summary: ChangeSummary
  /// Of each institution by path.
  let results: [String: Outcome]
  /// Those who are only in the old year, by name.
  let gone: [String]

  /// What the overview and the league table need of an explanation.
  struct Outcome: Sendable {
    let change: Fraction?
    let from: ZoneStep?
    let before: Fraction?
  }

  var places: Int { max(old.publishedPlaces, new.publishedPlaces) }

  func markup(_ standings: Standings, _ marks: ZoneMarks, _ language: Language) -> Markup {
    var out: Markup = "<h3>\(PageWord.changed(language, ["old": old.name]))</h3>\n"
    if summary.count > 0 {
      out += moves(marks, language)
      out += means(language)
      out += movers(standings, marks, language)
    }
    if !gone.isEmpty {
      out += "<p>\(PageWord.gone(language, ["old": old.name])): \(gone.joined(separator: ", "))</p>\n"
    }
    return out
  }

  private func moves(_ marks: ZoneMarks, _ language: Language) -> Markup {
    let oldMarks = ZoneMarks(old.zones)
    let chip = { (marks: ZoneMarks, colour: String?) in marks.chip(colour, saying: colour ?? PageWord.below(language)) }
    let sorted = summary.moves.sorted { left, right in
      let (a, b) = (left.key.from == left.key.to, right.key.from == right.key.to)
      if a != b { return b }
      return left.value == right.value ? left.key.name.precedesByBytes(right.key.name) : left.value > right.value
    }
    let rows = sorted.map { move, count -> Markup in
      "<tr><th scope=\"row\">\(chip(oldMarks, move.from))</th><td class=\"a\">\(chip(marks, move.to))</td><td>\(count)</td><td class=\"a\">\(Phrase.cause(move.cause)(language))</td></tr>"
    }.joined()
    return .table(
      PageWord.moves(language),
      "\(Markup.head(old.name))\(Markup.textHead(new.name))\(Markup.head(PageWord.count(language)))\(Markup.textHead(PageWord.cause(language)))",
      rows)
  }

  private func means(_ language: Language) -> Markup {
    let means = summary.means(places: places)
    let row = { (label: String, amount: Fraction, depth: Int) -> Markup in
      "<tr class=\"d\(depth)\"><th scope=\"row\">\(label)</th><td>\(language.number(amount, places: places, signed: true))</td></tr>"
    }
    var rows: [Markup] = []
    for (entry, mean) in zip(summary.entries, means.entries) where entry.line == nil && entry.block != .corrections || !entry.sum.isZero {
      let mark = entry.grounds.mark(language).map { " (\($0))" } ?? ""
      rows.append(row(entry.words(language) + mark, mean, entry.line == nil ? 0 : 2))
    }
    rows.append(row(Phrase.finalRounding(language), means.finalRounding, 0))
    rows.append(row(Phrase.meanChange(language), means.change, 0))
    let text = PageWord.meanText(language, ["count": language.number(Fraction(summary.count), places: 0)])
    let table = Markup.table(
      PageWord.meanChange(language), "\(Markup.head(PageWord.step(language)))\(Markup.head(PageWord.points(language)))", rows.joined())
    return "<p>\(text)</p>\(table)"
  }

  private func movers(_ standings: Standings, _ marks: ZoneMarks, _ language: Language) -> Markup {
    let moved = standings.all.compactMap { standing -> (Standing, Outcome, Fraction)? in
      results[standing.entity.path].flatMap { outcome in outcome.change.map { (standing, outcome, $0) } }
    }
    let risen = moved.filter { $0.2.signum > 0 }.sorted { $0.2 == $1.2 ? $0.0.index < $1.0.index : $0.2 > $1.2 }
    let fallen = moved.filter { $0.2.signum < 0 }.sorted { $0.2 == $1.2 ? $0.0.index < $1.0.index : $0.2 < $1.2 }
    let oldMarks = ZoneMarks(old.zones)
    let table = { (title: PageWord, some: [(Standing, Outcome, Fraction)]) -> Markup in
      guard !some.isEmpty else { return "" }
      let rows = some.prefix(10).map { standing, outcome, change -> Markup in
        let figure = { (value: Fraction?) in value.map { language.number($0, places: places) } ?? "-" }
        return
          "<tr><th scope=\"row\"><a href=\"#\(standing.anchor(language))\">\(standing.entity.name)</a></th><td>\(figure(outcome.before)) \(oldMarks.chip(outcome.from, language))</td><td>\(figure(standing.reported)) \(marks.chip(standing.zone, language))</td><td>\(language.number(change, places: places, signed: true))</td></tr>"
      }.joined()
      return .table(
        title(language),
        "\(Markup.head(PageWord.name(language)))\(Markup.head(old.name))\(Markup.head(new.name))\(Markup.head(PageWord.change(language)))",
        rows)
    }
    return "\(table(.rises, risen))\(table(.falls, fallen))"
  }
}
