internal import Comparison
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// The section of one institution.
struct InstitutionPage: Sendable {
  /// Longer lists are cut and counted.
  private static let most = 20

  let scores: ScoreTable
  let standings: Standings
  let marks: ZoneMarks
  let rules: PageRules
  let isFull: Bool
  let language: Language
  let absences: Absences
  private var edition: Edition { scores.edition }
  private var hasUnits: Bool { edition.rungs.count > 1 }

  init(_ scores: ScoreTable, _ standings: Standings, _ marks: ZoneMarks, _ absences: Absences, isFull: Bool, _ language: Language) {
    self.scores = scores
    self.standings = standings
    self.marks = marks
    self.absences = absences
    self.isFull = isFull
    self.language = language
    rules = PageRules(scores, language, isFull: isFull)
  }

  /// The section, with the explanation of its change where there are two years.
  func markup(_ standing: Standing, _ result: YearComparison.Result?) -> Markup {
    let index = standing.index
    let (headline, body) = told(result)
    let hasParts = standing.reported != nil && (isFull || !hasUnits)
    return """
      <article id="\(standing.anchor(language))"><h3>\(standing.entity.name)</h3>\
      <p>\(score(standing)) \(headline)<span class="q">\(facts(standing))</span></p>\
      \(body)\(flags(index))\(next(index))\(units(index))\(hasParts ? parts(index) : nil)\(missing(index))<p class="u"><a href="#\(language.rawValue)-top">\(PageWord.top(language))</a></p></article>

      """
  }

  private func score(_ standing: Standing) -> Markup {
    guard let reported = standing.reported else { return "<b>\(PageWord.withoutScore(language))</b>" }
    return "<b class=\"n\">\(language.number(reported, places: edition.publishedPlaces))</b> \(marks.chip(standing.zone, language))"
  }

  private func facts(_ standing: Standing) -> String {
    let rank = standing.rank.map { PageWord.rankOf(language, ["rank": String($0), "count": String(standings.scored)]) }
    return [standing.entity.kind, standing.entity.province, rank].compactMap(\.self).joined(separator: " · ")
  }

  // MARK: The change

  /// What the change says beside the score, and below it.
  private func told(_ result: YearComparison.Result?) -> (headline: Markup, body: Markup) {
    switch result {
    case .explained(let change):
      let amount = language.number(change.reportedChange, places: change.places, signed: true)
      return ("<b>\(amount)</b> (\(change.from.edition.name)) ", explained(change))
    case .notExplained(_, let reason):
      return ("", "<p>\(PageWord.notExplained(language, ["reason": Phrase.reason(reason)(language)]))</p>")
    case nil: return ("", "")
    }
  }

  private func explained(_ change: ScoreChange) -> Markup {
    let (chart, rows) = WaterfallChart(change: change, language: language).markup()
    let title = PageWord.waterfall(language, ["old": change.from.edition.name, "new": change.to.edition.name])
    let heads: Markup = "\(head(.step))\(head(.points))\(isFull ? head(.range) : nil)"
    let lines = change.blocks.flatMap { block in detail(block, in: change, depth: 0) }
    let count = PageWord.detailsRows(language, ["count": String(lines.count)])
    // In short the lines are the table behind the drawing; in full they are too many for that.
    return """
      <p>\(Narrative(change, language: language).text())</p><p>\(change.zoneSentence(language))</p>\
      <div class="g"><figure>\(chart)</figure>\(isFull ? .table(title, heads, rows) : nil)</div>\
      \(.details(count, .table(PageWord.details(language), heads, lines.joined())))\(assumptions(change))
      """
  }

  private func detail(_ line: ScoreChange.Line, in change: ScoreChange, depth: Int, block: String? = nil) -> [Markup] {
    guard line.countedIn == nil else { return [] }
    let label = line.id == block ? Phrase.changed(language) : line.words[language]
    let isLast = depth >= (isFull ? 2 : 1) || line.lines.isEmpty
    let notes = line.marks(language, places: change.places, isLast: isLast)
    let note: Markup? = notes.isEmpty ? nil : " <small>\(notes)</small>"
    let amount = language.number(line.printed, places: change.places, signed: true)
    let range: Markup? = isFull ? "<td>\(line.printedRange(change.places, language))</td>" : nil
    let row: Markup = "<tr class=\"d\(depth)\"><th scope=\"row\">\(label)\(note)</th><td>\(amount)</td>\(range)</tr>"
    return isLast
      ? [row] : [row] + line.lines.flatMap { detail($0, in: change, depth: depth + 1, block: block ?? line.id) }
  }

  private func assumptions(_ change: ScoreChange) -> Markup {
    guard !change.assumptions.isEmpty else { return "" }
    let counts = ScoreChange.Assumption.Kind.allCases.compactMap { kind -> String? in
      let count = change.assumptions.count { $0.kind == kind }
      return count > 0 ? "\(kind.words[language]): \(count)" : nil
    }
    let rows = (isFull ? change.assumptionSentences(language) : counts).map { "<li>\($0)</li>" as Markup }.joined()
    return .details("\(PageWord.assumptionsShort(language)): \(change.assumptions.count)", "<ul>\(rows)</ul>")
  }

  // MARK: The next zone

  private func next(_ index: Int) -> Markup {
    guard let next = scores.nextStep(of: index) else {
      return scores.total(of: index) == nil ? "" : "<p>\(PageWord.nextTop(language))</p>"
    }
    let gap = PageWord.nextGap(
      language,
      [
        "zone": ZoneMarks.word(next.step, language),
        "line": language.number(next.step.from.value, places: max(edition.publishedPlaces, next.step.from.value.finitePlaces ?? 6)),
        "points": language.number(next.missing, places: edition.publishedPlaces),
      ])
    var log = DiagnosticLog()
    guard isFull, let target = scores.target(next.step.id.value, of: index, log: &log) else { return "<p>\(gap)</p>" }
    return "<p>\(gap)</p>\(TargetList(target, language: language).markup())"
  }

  // MARK: Units, parts, what is missing

  private func units(_ index: Int) -> Markup {
    let population = scores.observations.population
    guard population.rungs.count > 1, let root = scores.partIndex(edition.score.id.value) else { return "" }
    let units = population.entities(on: 1, under: index, of: 0)
    guard !units.isEmpty else { return "" }
    let parts = rules.top.filter { $0.rung > 0 }
    let own: Markup? =
      isFull
      ? nil
      : "<tr class=\"d0\"><th scope=\"row\">\(PageWord.whole(language))</th><td>\(figure(scores.total(of: index)))</td><td>\(marks.text(scores.total(of: index).flatMap { edition.zone(of: $0) }, language))</td>\(parts.map { part -> Markup in "<td>\(figure(scores.values.value(part.index, on: 0, of: index)))</td>" }.joined())</tr>"
    let rows = units.map { unit -> Markup in
      let total = scores.values.value(root, on: 1, of: unit)
      let weightless: Markup? = scores.counts(unit, on: 1) ? nil : " <small>\(Phrase.weightless(language))</small>"
      let cells = parts.map { part -> Markup in "<td>\(figure(scores.values.value(part.index, on: 1, of: unit)))</td>" }.joined()
      let step = total.flatMap { edition.zone(of: $0) }
      let zone: Markup = total == nil ? "-" : isFull ? marks.chip(step, language) : marks.text(step, language)
      return
        "<tr><th scope=\"row\">\(population.rungs[1][unit].name)\(weightless)</th><td>\(figure(total))</td><td>\(zone)</td>\(cells)</tr>"
    }.joined()
    let rung = edition.rungs[1].label[language]
    let heads = parts.map { part -> Markup in .head(part.label) }.joined()
    return .table(
      PageWord.units(language, ["rung": rung]), "\(Markup.head(rung))\(head(.score))\(head(.zone))\(heads)", "\(own)\(rows)")
  }

  private func parts(_ index: Int) -> Markup {
    let rows = rules.rows.map { row in
      row.head.text + figure(scores.values.value(row.index, on: 0, of: index)) + row.tail.text
    }.joined()
    return .details(
      PageWord.parts(language),
      .table(
        PageWord.parts(language), "\(head(.part))\(head(.weight))\(head(.share))\(head(.value))\(head(.origin))", Markup(rendered: rows)))
  }

  private func missing(_ index: Int) -> Markup {
    let all = absences.of(index, scores, language)
    guard !all.isEmpty else { return "" }
    let rest: Markup? =
      all.count > InstitutionPage.most
      ? "<li>\(PageWord.more(language, ["count": String(all.count - InstitutionPage.most)]))</li>" : nil
    // A line for each treatment and not for each gap: a national report has tens of thousands of gaps.
    let shown = Dictionary(grouping: all.prefix(InstitutionPage.most).enumerated(), by: \.element.how).values
      .sorted { $0[0].offset < $1[0].offset }
    let rows = shown.map { same in "<li>\(same[0].element.how): \(same.map(\.element.what).joined(separator: "; "))</li>" as Markup }
    return .details(PageWord.missingOne(language, ["count": String(all.count)]), "<ul>\(rows.joined())\(rest)</ul>")
  }

  private func flags(_ index: Int) -> Markup {
    scores.flags(of: index).map { flag, value -> Markup in
      let answer: Phrase = value == nil ? .flagUnknown : value == true ? .flagYes : .flagNo
      return "<p>\(flag.label[language]): <b>\(answer(language))</b></p>"
    }.joined()
  }

  private func head(_ word: PageWord) -> Markup { .head(word(language)) }

  private func figure(_ value: Fraction?) -> String { value.map { language.number($0, places: 2) } ?? "-" }
}

/// What was not there, by institution: missing, not applicable, not surveyed.
struct Absences: Sendable {
  private let missing: [Int: [MissingObservation]]
  private let notApplicable: [Int: [NotApplicable]]
  private let notSurveyed: [Int: [NotSurveyed]]
  private let parts: [String: Words]
  private let fields: [String: Words]

  init(_ scores: ScoreTable) {
    let population = scores.observations.population
    parts = Dictionary(scores.edition.score.subtree.map { ($0.id.value, $0.label) }) { first, _ in first }
    fields = Dictionary(scores.edition.fields.map { ($0.id.value, $0.label) }) { first, _ in first }
    missing = Dictionary(grouping: scores.missing, by: \.institution)
    notApplicable = Dictionary(grouping: scores.notApplicable, by: \.institution)
    notSurveyed = Dictionary(grouping: scores.notSurveyed) { population.ancestor(of: $0.entity, from: $0.rung, on: 0) }
  }

  /// What was not there, and how it was treated, as people read it.
  func of(_ index: Int, _ scores: ScoreTable, _ language: Language) -> [(what: String, how: String)] {
    let edition = scores.edition
    let rungs = scores.observations.population.rungs
    let place = { (rung: Int, entity: Int) -> String in rung == 0 ? "" : " (\(rungs[rung][entity].name))" }
    let unasked = notSurveyed[index, default: []].map { found in
      (rungs[found.rung][found.entity].name, PageWord.notSurveyed(language, ["rung": edition.rungs[found.empty].label[language]]))
    }
    let empty = missing[index, default: []].map { found in
      ((fields[found.field]?[language] ?? found.field) + place(found.rung, found.entity), found.policy.words(language))
    }
    let apart = notApplicable[index, default: []].map { found in
      let treatment: Phrase =
        switch found.policy {
        case .skip: .policySkip
        case .zero: .policyZero
        case .full: .fullScore
        }
      return (
        (parts[found.part]?[language] ?? found.part) + place(found.rung, found.entity),
        "\(PageWord.notApplicable(language)), \(treatment(language))"
      )
    }
    return unasked + empty + apart
  }
}

extension ScoreChange.Assumption.Kind {
  /// The kind in a few words.
  var words: Words {
    switch self {
    case .newlyMeasured: Words(id: "baru diukur, tanpa nilai lama", en: "newly measured, without an earlier value")
    case .backcast: Words(id: "nilai lama menurut aturan (backcast)", en: "earlier value taken from the rules (backcast)")
    case .recoded: Words(id: "dibaca menurut tabel aturan", en: "read by the rules' table")
    case .inseparable: Words(id: "skala dan jawaban tidak terpisahkan", en: "scale and answers cannot be told apart")
    case .readAs: Words(id: "dicatat dengan bidang lain pada tahun lama", en: "recorded in another field in the old year")
    case .keptOldValue: Words(id: "nilai lama dipakai, tidak lagi dicatat", en: "old value kept, no longer recorded")
    case .peersAverage: Words(id: "rata-rata sebayanya", en: "average of its peers")
    case .leftOut: Words(id: "tidak ikut dihitung pada nilai antara", en: "left out of intermediate scores")
    case .carriedOver: Words(id: "diteruskan dari tahun sebelumnya", en: "carried over from the earlier year")
    case .narrowed: Words(id: "syaratnya lebih ketat daripada dulu", en: "asks more than before")
    case .widened: Words(id: "syaratnya lebih longgar daripada dulu", en: "asks less than before")
    case .assumedChange: Words(id: "perubahan aturan yang diasumsikan", en: "changes of the rules that are assumed")
    }
  }
}
