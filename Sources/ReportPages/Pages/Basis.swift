internal import Comparison
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// What the figures rest on: rules, their provenance and sources, the data, digests, the tool.
struct Basis {
  let years: [ReportedYear]
  let language: Language

  func markup() -> Markup {
    var out = years.map { origin($0) }.joined()
    out += years.map { zones($0.scores.edition) }.joined()
    if let year = years.last { out += parts(year.scores.edition) }
    if years.count == 2 { out += changes(years[0].scores.edition, years[1].scores.edition) }
    out += sources()
    return out
  }

  private func origin(_ year: ReportedYear) -> Markup {
    let edition = year.scores.edition
    let provenance = weakestProvenanceWords(edition.provenance)(language)
    let files = year.scores.observations.files.map { file -> Markup in
      "\(file.name) (\(PageWord.rows(language, ["count": language.number(Fraction(file.rows), places: 0)])))<br>"
    }.joined()
    let entry = { (word: PageWord, text: Markup) -> Markup in "<dt>\(word(language))</dt><dd>\(text)</dd>" }
    let entries = [
      entry(.rules, "\(edition.title[language]) (\(edition.family)/\(edition.name), \(edition.status.rawValue))"),
      entry(.file, "\(edition.file)"), entry(.provenance, "\(provenance)"), entry(.dataFiles, files),
      entry(.digestRules, "<code>\(year.stamp.scoring)</code>"), entry(.digestDocument, "<code>\(year.stamp.document)</code>"),
      entry(.digestData, "<code>\(year.stamp.data)</code>"),
      entry(.tool, "\(PageWord.toolText(language, ["version": year.stamp.version]))"),
    ]
    return "<h3>\(PageWord.edition(language)) \(edition.name)</h3>\n<dl>\(entries.joined())</dl>\n"
  }

  private func zones(_ edition: Edition) -> Markup {
    let marks = ZoneMarks(edition.zones)
    let rows = edition.zones.steps.reversed().map { step -> Markup in
      let line = language.number(step.from.value, places: max(edition.publishedPlaces, step.from.value.finitePlaces ?? 6))
      return
        "<tr><th scope=\"row\">\(marks.chip(step, language))</th><td class=\"a\">\(step.label[language])</td><td>\(line)</td></tr>"
    }.joined()
    let table = Markup.table(
      PageWord.zoneLines(language, ["edition": edition.name]),
      "\(Markup.head(PageWord.zone(language)))\(Markup.textHead(PageWord.name.zoneName(language)))\(Markup.head(PageWord.line(language)))",
      rows)
    let cited = citations(edition.zones.citations, edition)
    return
      "\(table)<p class=\"q\">\(PageWord.provenance(language)): \(provenanceWords(edition.zones.provenance)(language))\(cited.isEmpty ? "" : " · \(cited)")</p>\n"
  }

  private func parts(_ edition: Edition) -> Markup {
    var rows: [Markup] = []
    func visit(_ part: Part, depth: Int, share: Fraction?) {
      let shown = share.map { language.number($0 * Fraction(100), places: 2) + " %" } ?? "-"
      let weight = part.weight.value.finitePlaces.map { language.number(part.weight.value, places: $0) } ?? part.weight.value.exactText
      let note: Markup? = part.note.map { "<br><small>\($0[language])</small>" }
      if depth > 0 {
        rows.append(
          "<tr class=\"d\(min(depth, 6))\"><th scope=\"row\">\(part.label[language])\(note)</th><td>\(weight)</td><td>\(shown)</td><td class=\"a\">\(provenanceWords(part.provenance)(language))</td><td class=\"a\">\(citations(part.citations, edition))</td></tr>"
        )
      }
      let sum = part.children.map(\.weight.value).sum()
      for child in part.children { visit(child, depth: depth + 1, share: share.flatMap { part.share(of: child, among: sum, times: $0) }) }
    }
    visit(edition.score, depth: 0, share: .one)
    let title = PageWord.partsOfRules(language, ["edition": edition.name])
    let heads: Markup =
      "\([PageWord.part, .weight, .share].map { Markup.head($0(language)) }.joined())\([PageWord.provenance, .cited].map { Markup.textHead($0(language)) }.joined())"
    return .details(title, .table(title, heads, rows.joined()))
  }

  private func changes(_ old: Edition, _ new: Edition) -> Markup {
    let steps = new.changes(since: old.name)
    guard !steps.isEmpty else { return "" }
    let rows = steps.map { change -> Markup in
      let sure = change.grounds.provenance.map { provenanceWords($0)(language) } ?? "-"
      return
        "<tr><th scope=\"row\">\(change.title[language])</th><td class=\"a\">\(change.grounds.note?[language] ?? "")</td><td class=\"a\">\(sure)</td><td class=\"a\">\(citations(change.citations, new))</td></tr>"
    }.joined()
    let heads = [PageWord.change, .reason, .provenance, .cited].map { Markup.textHead($0(language)) }.joined()
    let title = PageWord.changesOfRules(language, ["old": old.name, "new": new.name])
    return .details(title, .table(title, heads, rows))
  }

  private func citations(_ citations: [Citation], _ edition: Edition) -> String {
    citations.map(\.text).joined(separator: "; ")
  }

  /// Every source once. An address is a link only if it can be nothing but one to read.
  private func sources() -> Markup {
    var seen: Set<String> = []
    let all = years.reversed().flatMap(\.scores.edition.sources).filter { seen.insert($0.key.value).inserted }
    guard !all.isEmpty else { return "" }
    let rows = all.map { source -> Markup in
      let address: Markup? = source.url.map { url in
        let isLink = url.hasPrefix("https://") || url.hasPrefix("http://")
        return isLink
          ? "<br><a class=\"cited\" rel=\"external noopener noreferrer nofollow\" href=\"\(url)\">\(url)</a>"
          : "<br><span class=\"cited\">\(url)</span>"
      }
      let kind: Markup? = source.kind.map { " <small>(\($0))</small>" }
      return "<li><code>\(source.key.value)</code> <cite>\(source.title[language])</cite>\(kind)\(address)</li>"
    }.joined()
    return "<h3>\(PageWord.sources(language))</h3>\n<p class=\"q\">\(PageWord.sourcesText(language))</p>\n<ul>\(rows)</ul>\n"
  }
}

extension PageWord {
  /// What the column of the zones' own names is called.
  fileprivate func zoneName(_ language: Language) -> String { language == .id ? "Sebutan" : "Name" }
}
