internal import Reporting
internal import RuleDiagnostics
internal import RuleModel

/// How many institutions are in each zone, a bar for each group of them, with the table that says the same.
struct ZoneBars {
  /// A group with its counts: one for each colour, lowest first, and last those below the lowest line.
  struct Group {
    let name: String
    let counts: [Int]
    var sum: Int { counts.reduce(0, +) }
  }

  let title: String
  /// What a group is called.
  let attribute: String
  let groups: [Group]
  let marks: ZoneMarks
  let language: Language

  private var colours: [String?] { marks.colours.map(Optional.some) + (hasNone ? [nil] : []) }
  private var hasNone: Bool { groups.contains { $0.counts.last ?? 0 > 0 } }

  private func word(_ colour: String?) -> String { colour ?? PageWord.below(language) }

  /// The drawing.
  func chart() -> Markup {
    let first = groups.first.map { group in
      zip(colours, group.counts).map { "\(word($0)) \($1)" }.joined(separator: ", ")
    }
    var chart = Chart(title: title, text: PageWord.zonesText(language) + (groups.count == 1 ? " \(first ?? "")" : ""))
    for group in groups where group.sum > 0 {
      let top = chart.room(38)
      chart.label("\(group.name) (\(group.sum))", at: 0, top + 12)
      var start = 0
      for (index, count) in group.counts.enumerated() where count > 0 {
        let colour = marks.colours.indices.contains(index) ? marks.colours[index] : nil
        let end = start + count * Chart.width / group.sum
        let mark = marks.mark(colour)
        chart.bar(from: start, to: end, at: top + 16, height: 16, style: "p \(mark.style)")
        if end - start >= 260 {
          let style: Markup = " class=\"c \(mark.style)\""
          chart.label("\(mark.symbol) \(count)", at: (start + end) / 2, top + 28, style: style)
        }
        start = end
      }
    }
    return chart.markup
  }

  /// The table behind it, with a share beside each number.
  func table() -> Markup {
    let heads = colours.map { colour -> Markup in "<th scope=\"col\">\(marks.chip(colour, saying: word(colour)))</th>" }.joined()
    let rows = groups.map { group -> Markup in
      let cells = zip(colours, group.counts).map { _, count -> Markup in
        "<td>\(count)\(group.sum > 0 ? share(count, of: group.sum) : nil)</td>"
      }.joined()
      return "<tr><th scope=\"row\">\(group.name)</th><td>\(group.sum)</td>\(cells)</tr>"
    }.joined()
    return Markup.table(
      title, "<th scope=\"col\">\(attribute)</th><th scope=\"col\">\(PageWord.count(language))</th>\(heads)", rows)
  }

  private func share(_ count: Int, of sum: Int) -> Markup {
    " <small>\(language.number(Fraction(100 * count) / Fraction(sum), places: 1)) %</small>"
  }
}

extension Markup {
  /// A table with its caption, in a frame of its own that scrolls if it is too wide.
  static func table(_ caption: String, _ heads: Markup, _ rows: Markup) -> Markup {
    "<div class=\"t\"><table><caption>\(caption)</caption><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>"
  }

  /// The head of a column.
  static func head(_ word: String) -> Markup { "<th scope=\"col\">\(word)</th>" }

  /// The head of a column of texts, which begin at the left.
  static func textHead(_ word: String) -> Markup { "<th scope=\"col\" class=\"a\">\(word)</th>" }

  /// Something that is opened when it is wanted.
  static func details(_ summary: String, _ body: Markup) -> Markup {
    "<details><summary>\(summary)</summary>\(body)</details>"
  }
}
