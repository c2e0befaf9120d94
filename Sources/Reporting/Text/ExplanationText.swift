public import Comparison
internal import RuleDiagnostics
internal import RuleModel

/// Writes why a score changed: a waterfall, the lines under each step, the zone, the intermediate scores, what was assumed.
///
/// Readable at 80 columns and without colour.
public struct ExplanationText: Sendable {
  private let style: TextStyle
  private let change: ScoreChange
  /// The command that prints each intermediate score, by world; nil where no single file holds its data.
  private let commands: [String: String]
  private var language: Language { style.language }
  private var names: [String: String] { ["old": change.from.edition.name, "new": change.to.edition.name] }

  /// Prepares to write an explanation; `commands` repeat its intermediate scores.
  public init(_ change: ScoreChange, style: TextStyle, commands: [String: String] = [:]) {
    self.change = change
    self.style = style
    self.commands = commands
  }

  /// Returns the explanation; lines deeper than `depth` levels below the blocks are left out.
  public func text(depth: Int = 2) -> String {
    var out = headline() + "\n\n"
    out += Waterfall(change, style: style).text() + "\n"
    for block in change.blocks { out += blockLines(block, depth: depth) }
    if !change.finalRounding.printed.isZero {
      let line = change.finalRounding
      out += amountLine(line.printed, line.words[language], depth: 0) + "\n"
    }
    let total = change.reportedChange
    out +=
      String(repeating: "-", count: 8) + "\n"
      + amountLine(total, "\(change.from.edition.name) -> \(change.to.edition.name)", depth: 0) + "\n"
    let hasRanges = change.blocks.contains { block in !range(block).isEmpty || depth > 0 && block.lines.contains { !range($0).isEmpty } }
    out += (hasRanges ? style.paint(Phrase.rangeNote(language), .faint) + "\n" : "") + "\n"
    out += zone() + "\n" + worlds()
    if change.isSampled { out += Phrase.sampledNote(language) + "\n" }
    out += assumptions()
    out += origins()
    out += provenance()
    return out + "\n" + Narrative(change, language: language).text().wrapped(to: 80) + "\n"
  }

  private func headline() -> String {
    let side = { (year: ScoreChange.Year) in
      "\(figure(year.reported)) \(zoneName(year.zone)) (\(year.edition.name))"
    }
    let points = figure(change.reportedChange.magnitude)
    let direction: Phrase = change.reportedChange.signum > 0 ? .rose : change.reportedChange.signum < 0 ? .fell : .same
    return style.paint(change.name.visible, .strong) + "\n"
      + "\(side(change.from))  ->  \(side(change.to))   \(direction(language, ["points": points]))"
  }

  private func figure(_ value: Fraction) -> String {
    language.number(value, places: change.places)
  }

  private func zoneName(_ zone: ZoneStep?) -> String {
    guard let zone else { return Phrase.zoneNone(language) }
    return zone.id.value == zone.colour ? zone.colour : "\(zone.colour) (\(zone.id.value))"
  }

  // MARK: Lines

  private func blockLines(_ block: ScoreChange.Line, depth: Int) -> String {
    let marks = block.marks(language, places: change.places, isLast: depth == 0)
    var out = style.paint(amountLine(block.printed, block.words[language], depth: 0, marks: marks, range: range(block)), .strong) + "\n"
    for line in block.lines { out += lines(line, block: block.id, depth: 1, limit: depth) }
    return out
  }

  private func lines(_ line: ScoreChange.Line, block: String, depth: Int, limit: Int) -> String {
    let label = line.id == block ? Phrase.changed(language) : line.words[language]
    // What a change did together with another stands in their common line, not here as nothing.
    guard depth <= limit, line.countedIn == nil else { return "" }
    // A named change of one part says by its title what the part's own line would say again.
    var inner = line.lines
    if block == "method", depth == 1, inner.count == 1, let only = inner.first { inner = only.lines }
    let marks = line.marks(language, places: change.places, isLast: depth == limit || inner.isEmpty)
    var out = amountLine(line.printed, label, depth: depth, marks: marks, range: range(line)) + "\n"
    for below in inner { out += lines(below, block: block, depth: depth + 1, limit: limit) }
    return out
  }

  /// A line of the table. Its label and what stands beside it go on in a second row rather than being cut.
  private func amountLine(_ amount: Fraction, _ label: String, depth: Int, marks: String = "", range: String = "") -> String {
    let figure = language.number(amount, places: change.places, signed: true).leftPadded(to: 7)
    let both = [marks, range].filter { !$0.isEmpty }.joined(separator: " ")
    let notes = both.count > 36 && !range.isEmpty ? [range, marks] : [both]
    let widest = notes.map(\.count).max() ?? 0
    let indent = String(repeating: "  ", count: depth)
    let labels = label.visible.wrapped(to: max(20, 71 - indent.count - (widest > 0 ? widest + 2 : 0)), indent: "  ").split(separator: "\n")
    return (0..<max(labels.count, notes.count)).map { row in
      let text = row < labels.count ? indent + labels[row] : ""
      let left = (row == 0 ? figure : String(repeating: " ", count: 7)) + "  " + text
      guard row < notes.count, !notes[row].isEmpty else { return left }
      return left.padded(to: max(80 - notes[row].count, left.count + 2)) + notes[row]
    }.joined(separator: "\n")
  }

  private func range(_ line: ScoreChange.Line) -> String {
    guard let range = line.range, range.lowerBound != range.upperBound else { return "" }
    // Outwards, so that a printed amount never seems to lie outside.
    let low = range.lowerBound.rounded(places: change.places, mode: range.lowerBound.signum < 0 ? .up : .down)
    let high = range.upperBound.rounded(places: change.places, mode: range.upperBound.signum < 0 ? .down : .up)
    return "[\(figure(low)) .. \(figure(high))]"
  }

  // MARK: Zone, worlds, assumptions

  private func zone() -> String {
    let answer = change.zone
    let none = Phrase.zoneNone(language)
    var out = change.zoneSentence(language)
    if let colour = change.markedColour, let margin = change.margin(to: colour) {
      out += "\n"
      out += Phrase.zoneMargin(
        language,
        [
          "colour": colour, "before": figure(margin.before), "after": figure(margin.after),
          "score": language.number(margin.fromScore, places: change.places, signed: true),
          "lines": lineMove(colour),
        ])
    }
    if !answer.butFor.isEmpty {
      let labels = answer.butFor.map { id in
        change.blocks.flatMap(\.lines).first { $0.id == id }?.words[language] ?? id
      }
      out += "\n" + Phrase.zoneButFor(language, ["from": change.from.zone?.colour ?? none, "lines": labels.joined(separator: "; ")])
    }
    return out.split(separator: "\n").map { String($0).wrapped(to: 80) }.joined(separator: "\n") + "\n"
  }

  /// Where the line of a colour went.
  private func lineMove(_ colour: String) -> String {
    guard let old = change.from.edition.zones.line(of: colour), let new = change.to.edition.zones.line(of: colour), old != new else {
      return Phrase.lineStayed(language)
    }
    return Phrase.lineMoved(language, ["from": figure(old), "to": figure(new)])
  }

  private func worlds() -> String {
    var out = Phrase.intermediate(language) + "\n"
    for world in change.worlds {
      let phrase: Phrase = world.id == "C" ? .worldC : world.id == "P" ? .worldP : .worldPS
      let text = phrase(language, ["old": change.from.edition.name, "new": change.to.edition.name])
      out += "  \(world.id.padded(to: 4)) \(figure(world.total).leftPadded(to: 7))  \(text)\n"
      let note =
        commands[world.id].map { Phrase.reproduce(language, ["command": $0]) }
        ?? Phrase.reproduceCarried(language, ["old": change.from.edition.name, "new": change.to.edition.name])
      out += "                \(note)\n"
    }
    return out
  }

  /// How well the figures of both rule books are known, and the changes between them.
  private func provenance() -> String {
    let years = [change.from, change.to].map { "\($0.edition.name) \(weakestProvenanceWords($0.edition.provenance)(language))" }
    var out = "\n" + Phrase.provenance(language, ["provenance": years.joined(separator: "; ")]) + "\n"
    // Changes of which nothing is said are not said to be published.
    if let changes = change.provenanceOfChanges, changes > .published {
      out += Phrase.provenanceOfChanges(language, ["provenance": weakestProvenanceWords(changes)(language)]) + "\n"
    }
    return out
  }

  /// Where each named change of the rules is written, and what it cites.
  private func origins() -> String {
    let changes = change.to.edition.changes(since: change.from.edition.name)
    guard !changes.isEmpty else { return "" }
    let lines = changes.map { change in
      let origin = ([change.place] + change.citations.map(\.text)).joined(separator: ", ")
      return ("- " + "\(change.title[language]): \(origin)".visible).wrapped(to: 80, indent: "  ") + "\n"
    }
    return "\n" + Phrase.origins(language) + "\n" + lines.joined()
  }

  private func assumptions() -> String {
    guard !change.assumptions.isEmpty else { return "" }
    let lines = change.assumptionSentences(language).map { ("- " + $0).wrapped(to: 80, indent: "  ") + "\n" }
    return "\n" + Phrase.assumptions(language) + "\n" + lines.joined()
  }
}

extension String {
  /// The text in lines of at most `width` characters, broken between words.
  func wrapped(to width: Int, indent: String = "") -> String {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
