internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel

/// Everybody by rank. Complete and readable as it is; the script only sorts it.
struct LeagueTable {
  let standings: Standings
  let marks: ZoneMarks
  let places: Int
  let language: Language
  let changes: Changes?

  func markup() -> Markup {
    let hasKinds = standings.all.contains { $0.entity.kind != nil }
    let hasProvinces = standings.all.contains { $0.entity.province != nil }
    let head = { (word: PageWord) in Markup.head(word(language)) }
    let text = { (word: PageWord) in Markup.textHead(word(language)) }
    let heads: Markup =
      "\(head(.rank))\(text(.name))\(hasKinds ? text(.kind) : nil)\(hasProvinces ? text(.province) : nil)\(head(.score))\(changes == nil ? nil : head(.change))\(text(.zone))"
    let rows = standings.ranked.map { standing -> Markup in
      let kind: Markup? = hasKinds ? "<td class=\"a\">\(standing.entity.kind ?? "")</td>" : nil
      let province: Markup? = hasProvinces ? "<td class=\"a\">\(standing.entity.province ?? "")</td>" : nil
      let change: Markup? = changes.map { changes in
        let amount = changes.results[standing.entity.path]?.change
        return "<td>\(amount.map { language.number($0, places: changes.places, signed: true) } ?? "-")</td>"
      }
      let zone: Markup = standing.reported == nil ? "\(PageWord.withoutScore(language))" : marks.chip(standing.zone, language)
      let rank: Markup = standing.rank.map { "\($0)" } ?? "-"
      let score = standing.reported.map { language.number($0, places: places) } ?? "-"
      return
        "<tr><td>\(rank)</td><th scope=\"row\" class=\"a\"><a href=\"#\(standing.anchor(language))\">\(standing.entity.name)</a></th>\(kind)\(province)<td>\(score)</td>\(change)<td class=\"a\">\(zone)</td></tr>\n"
    }.joined()
    // About the height of the rows, for as long as nobody has scrolled there.
    let height = 2 * standings.ranked.count + 4
    return
      "<div class=\"t later\" style=\"contain-intrinsic-size:auto \(height)rem\"><table class=\"league\"><caption>\(PageWord.league(language))</caption><thead><tr>\(heads)</tr></thead><tbody>\n\(rows)</tbody></table></div>\n"
  }
}
