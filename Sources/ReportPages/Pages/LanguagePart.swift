internal import Reporting
internal import RuleDiagnostics

/// What stands in one language: heading, contents, and the four sections.
struct LanguagePart {
  let language: Language
  let title: String
  let subtitle: String
  let isShort: Bool
  let overview: Markup
  let league: Markup
  let institutions: Markup
  let basis: Markup

  func markup() -> Markup {
    """
    <div class="part \(code)" lang="\(code)">
    <a class="skip" href="#\(code)-over">\(PageWord.skip(language))</a>
    <header>
    <h1>\(title)</h1>
    <p class="q">\(subtitle)</p>
    <nav aria-label="\(PageWord.contents(language))"><ul>\(contents)</ul></nav>
    </header>
    <main>
    \(section("over", .overview, overview))
    \(section("top", .league, "\(leagueNote)\n\(league)"))
    \(section("all", .institutions, "\(institutionsNote)\n\(institutions)"))
    \(section("basis", .basis, "<p>\(PageWord.basisText(language))</p>\n\(basis)"))
    </main>
    </div>

    """
  }

  private var code: String { language.rawValue }

  private var contents: Markup {
    let entries: KeyValuePairs<String, PageWord> = ["over": .overview, "top": .league, "all": .institutions, "basis": .basis]
    return entries.map { id, word -> Markup in "<li><a href=\"#\(code)-\(id)\">\(word(language))</a></li>" }.joined()
  }

  private var leagueNote: Markup {
    "<p class=\"q\">\(PageWord.leagueNote(language)) <span class=\"js\" hidden>\(PageWord.sortNote(language))</span></p>"
  }

  private var institutionsNote: Markup {
    "<p class=\"q\">\(PageWord.originNote(language))\(isShort ? " \(PageWord.shortNote(language))" : nil)</p>"
  }

  private func section(_ id: String, _ word: PageWord, _ content: Markup) -> Markup {
    "<section id=\"\(code)-\(id)\"><h2>\(word(language))</h2>\n\(content)</section>"
  }
}
