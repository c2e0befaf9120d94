public import Comparison
public import Exploring
internal import Observations
package import RuleDiagnostics
public import RuleModel
internal import Scoring

/// Writes for people what other rules or other observations do to everybody.
public struct ImpactText: Sendable {
  private let style: TextStyle
  private let impact: Impact
  private let places: Int
  /// At most this many institutions are listed under each title.
  private let longest: Int
  private var language: Language { style.language }
  private var old: Edition { impact.old.edition }
  private var new: Edition { impact.new.edition }

  /// Prepares to write at most `longest` institutions under each title.
  public init(_ impact: Impact, longest: Int, style: TextStyle) {
    self.style = style
    self.impact = impact
    self.longest = longest
    places = max(impact.old.edition.publishedPlaces, impact.new.edition.publishedPlaces)
  }

  /// What an edition does: zones, groups, the largest movers, who is near a line, each named change, and what nobody measured.
  public func text(near distance: Fraction, effects: [NamedEffect]?, unmeasured: [UnmeasuredField]) -> String {
    let summary = impact.summary
    let title = Phrase.impactTitle(language, ["old": old.name, "new": new.name, "count": whole(impact.rows.count)])
    var out = style.paint(title.visible, .strong) + "\n\n" + zones(summary) + shifts(summary)
    out += groups(impact.kinds, Phrase.impactKind(language)) + groups(impact.provinces, Phrase.impactProvince(language))
    out += people() + near(distance)
    if let effects { out += changes(effects) } else { out += "\n" + noChanges + "\n" }
    return out + self.unmeasured(unmeasured)
  }

  /// What single changes of rules or observations do.
  public func text(setting differences: RuleDifferences, _ observations: [SetObservation]) -> String {
    let summary = impact.summary
    let title = Phrase.whatIfTitle(language, ["edition": old.name, "count": whole(impact.rows.count)])
    var out = style.paint(title.visible, .strong) + "\n" + heading(Phrase.whatIfSet(language))
    // That a number which is set is nobody's published one goes without saying.
    for difference in differences.groups.flatMap(\.differences) where difference.kind != .provenance {
      let sides = [difference.old, difference.new].map { side in side.map { said($0.value, differences) } ?? "-" }
      out += "  \(difference.subject.visible)  \(difference.phrase(language))  \(sides[0].visible) -> \(sides[1].visible)\n"
    }
    for cell in observations { out += "  \(cell.entity.visible)  \(cell.field)  \(said(cell.from)) -> \(said(cell.to))\n" }
    return out + "\n" + zones(summary) + shifts(summary) + groups(impact.kinds, Phrase.impactKind(language)) + people()
  }

  /// What an edition says; a number without an end, such as a weight that was scaled, cut behind four decimals.
  private func said(_ value: RuleDifference.Value, _ differences: RuleDifferences) -> String {
    guard case .number(let number) = value, number.finiteDecimal == nil else { return differences.text(value, language) }
    return "~\(number.decimalText(atMost: 4))"
  }

  private func said(_ value: ObservedValue?) -> String {
    switch value {
    case .number(let number): number.writtenText
    case .text(let text): text.visible
    case nil: "-"
    }
  }

  private func heading(_ text: String) -> String { "\n" + style.paint(text, .strong) + "\n" }

  private func whole(_ number: Int) -> String { language.number(Fraction(number), places: 0) }

  private func figure(_ value: Fraction?, signed: Bool = true) -> String {
    value.map { language.number($0, places: places, signed: signed) } ?? "-"
  }

  // MARK: Everybody

  /// How many have each colour before and after, and who went where.
  private func zones(_ summary: ImpactSummary) -> String {
    let colours = (old.zones.colours + new.zones.colours.filter { !old.zones.colours.contains($0) }).map(Optional.some) + [nil]
    let shown = colours.filter { summary.before($0) + summary.after($0) > 0 || $0 != nil }
    let width = shown.map { ($0 ?? "-").count }.max() ?? 0
    var out = String(repeating: " ", count: width + 2)
    out += [Phrase.impactBefore, .impactAfter].map { $0(language).leftPadded(to: 9) }.joined() + "\n"
    for colour in shown {
      out += "  \((colour ?? "-").padded(to: width))"
      out += [summary.before(colour), summary.after(colour)].map { whole($0).leftPadded(to: 9) }.joined() + "\n"
    }
    out += "\n"
    let counts: KeyValuePairs = ["count": whole(summary.moved), "up": whole(summary.raised), "down": whole(summary.lowered)]
    out += Phrase.impactMoved(language, counts) + "\n"
    for move in summary.moves where move.from != move.to {
      out += whole(move.count).leftPadded(to: 9) + "  \(move.from ?? "-") > \(move.to ?? "-")\n"
    }
    return out
  }

  private func shifts(_ summary: ImpactSummary) -> String {
    var out = ""
    if let extremes = summary.extremes {
      out +=
        Phrase.impactShift(
          language,
          [
            "mean": figure(summary.mean), "median": figure(summary.median), "low": figure(extremes.lowerBound),
            "high": figure(extremes.upperBound),
          ]) + "\n"
      if summary.count > 1 { out += Phrase.impactClimb(language, ["places": whole(summary.largestClimb)]) + "\n" }
    }
    if summary.unscored > 0 { out += Phrase.impactUnscored(language, ["count": whole(summary.unscored)]) + "\n" }
    return out
  }

  private func groups(_ groups: [(name: String?, summary: ImpactSummary)], _ title: String) -> String {
    guard groups.contains(where: { $0.name != nil }) else { return "" }
    let titles = ["n", Phrase.impactUp(language), Phrase.impactDown(language), Phrase.impactMean(language)]
    var out = heading(title.padded(to: 30) + titles.map { $0.leftPadded(to: 10) }.joined())
    for (name, summary) in groups {
      let figures = [whole(summary.count + summary.unscored), whole(summary.raised), whole(summary.lowered), figure(summary.mean)]
      let label = name?.visible ?? Phrase.impactNotGiven(language)
      out += ("  " + label).cut(to: 30).padded(to: 30) + figures.map { $0.leftPadded(to: 10) }.joined() + "\n"
    }
    return out
  }

  // MARK: Institutions

  private func people() -> String {
    let movers = impact.movers
    var out = ""
    if !movers.isEmpty { out += list(movers, Phrase.impactMovers(language) + ": " + whole(movers.count)) }
    let falls = impact.falls(atMost: longest)
    let rises = impact.rises(atMost: longest)
    if !falls.isEmpty { out += list(falls, Phrase.impactFalls(language)) }
    if !rises.isEmpty { out += list(rises, Phrase.impactRises(language)) }
    return out
  }

  private func list(_ rows: [Impact.Row], _ title: String) -> String {
    heading(title) + rows.prefix(longest).map { row($0) + rank($0) + "\n" }.joined() + more(rows.count)
  }

  private func more(_ count: Int) -> String {
    count > longest ? "  " + Phrase.impactMore(language, ["count": whole(count - longest)]) + "\n" : ""
  }

  private func row(_ row: Impact.Row) -> String {
    let (from, to) = (row.from?.zone?.colour ?? "-", row.to?.zone?.colour ?? "-")
    let figures = [figure(row.from?.reported, signed: false), figure(row.to?.reported, signed: false)]
    return "  " + row.entity.name.visible.cut(to: 24).padded(to: 24) + figures[0].leftPadded(to: 8) + " >" + figures[1].leftPadded(to: 7)
      + figure(row.shift).leftPadded(to: 8) + "  " + (from == to ? to : "\(from) > \(to)")
  }

  private func rank(_ row: Impact.Row) -> String {
    guard let from = row.from?.rank, let to = row.to?.rank, from != to else { return "" }
    return "  " + Phrase.impactRank(language, ["from": whole(from), "to": whole(to)])
  }

  private func near(_ distance: Fraction) -> String {
    let rows = impact.near(distance)
    let written = language.number(distance, places: max(places, distance.decimals))
    var out = heading(Phrase.impactNear(language, ["distance": written, "count": whole(rows.count)]))
    for row in rows.prefix(longest) {
      guard let nearest = row.nearest else { continue }
      let line = language.number(nearest.zone.from.value, places: places)
      let words = Phrase.impactLine(
        language, ["distance": figure(nearest.distance), "zone": nearest.zone.colour, "line": line])
      out += "  " + row.entity.name.visible.cut(to: 24).padded(to: 24) + figure(row.to?.reported, signed: false).leftPadded(to: 8)
      out += "  \(row.to?.zone?.colour ?? "-")  \(words)\n"
    }
    return out + more(rows.count)
  }

  // MARK: Changes

  private var noChanges: String { Phrase.impactNoChanges(language, ["old": old.name, "new": new.name]).visible }

  private func changes(_ effects: [NamedEffect]) -> String {
    var out = heading(Phrase.impactChanges(language))
    let how = [Phrase.impactInTurn(language), Phrase.impactAlone(language)]
    let width = min(40, effects.map { $0.change.id.value.count }.max() ?? 0)
    let (zones, mean) = (Phrase.impactZones(language).leftPadded(to: 7), Phrase.impactMean(language).leftPadded(to: 10))
    out += String(repeating: " ", count: width + 2) + how.map { $0.leftPadded(to: 17) }.joined() + "\n"
    out += String(repeating: " ", count: width + 2) + zones + mean + zones + mean + "\n"
    let printed = effects.printedInTurn(addingUpTo: impact.summary.mean, places: places)
    for (effect, mean) in zip(effects, printed) {
      out += "  " + effect.change.id.value.cut(to: width).padded(to: width) + cells(effect.inTurn, mean) + cells(effect.alone, nil)
      out += "  \(title(effect.change).visible)\n"
      for note in notes(effect, how) { out += "    \(note)\n" }
    }
    return out
  }

  /// The title of a change, and that it is not published if that is said.
  private func title(_ change: NamedChange) -> String {
    change.title[language] + (change.weakest.mark(language).map { " (\($0))" } ?? "")
  }

  private func cells(_ outcome: NamedEffect.Outcome, _ printed: Fraction?) -> String {
    guard case .effect(let effect) = outcome else { return "-".leftPadded(to: 7) + "-".leftPadded(to: 10) }
    return whole(effect.moved).leftPadded(to: 7) + figure(printed ?? effect.mean).leftPadded(to: 10)
  }

  private func notes(_ effect: NamedEffect, _ how: [String]) -> [String] {
    let together =
      effect.together.isEmpty
      ? [] : [Phrase.impactTogether(language, ["changes": effect.together.joined(separator: ", ")])]
    return together
      + zip([effect.inTurn, effect.alone], how).compactMap { outcome, how in
        switch outcome {
        case .refused(let finding): Phrase.impactRefused(language, ["how": how, "reason": finding.message[language].visible])
        case .effect(let effect) where effect.unscored > 0:
          Phrase.impactLost(language, ["count": whole(effect.unscored), "how": how])
        case .effect: nil
        }
      }
  }

  private func unmeasured(_ fields: [UnmeasuredField]) -> String {
    guard !fields.isEmpty else { return "" }
    var out = heading(Phrase.impactUnmeasured(language))
    for lacking in fields {
      out += "  \(lacking.field.id.value) (\(lacking.field.label[language].visible)): "
      let parts = lacking.parts.map { part in
        (part.id.value == lacking.field.id.value ? "" : part.id.value + " ") + part.missing.words(language)
      }
      out += parts.joined(separator: ", ") + "\n"
    }
    return out
  }

  // MARK: Markdown

  /// The same as tables for a pull request or an annex: zones, groups, who changes zone, and the named changes.
  public func markdown(near distance: Fraction, effects: [NamedEffect]?, unmeasured: [UnmeasuredField]) -> String {
    let summary = impact.summary
    var out = "## \(Phrase.impactTitle(language, ["old": old.name, "new": new.name, "count": whole(impact.rows.count)]).markdown)\n\n"
    out += matrix(summary) + "\n"
    let counts: KeyValuePairs = ["count": whole(summary.moved), "up": whole(summary.raised), "down": whole(summary.lowered)]
    out += Phrase.impactMoved(language, counts).markdown + "\\\n"
    out += shifts(summary).split(separator: "\n").map { String($0).markdown }.joined(separator: "\\\n") + "\n"
    for (title, groups) in [(Phrase.impactKind(language), impact.kinds), (Phrase.impactProvince(language), impact.provinces)]
    where groups.contains(where: { $0.name != nil }) {
      var table = MarkdownTable(
        [title, "n", Phrase.impactUp(language), Phrase.impactDown(language), Phrase.impactMean(language)], numbersFrom: 1)
      for (name, group) in groups {
        table.row([
          name ?? Phrase.impactNotGiven(language), whole(group.count + group.unscored), whole(group.raised), whole(group.lowered),
          figure(group.mean),
        ])
      }
      out += "\n" + table.text
    }
    out += moverTable()
    if let effects { out += changeTable(effects) } else { out += "\n\(noChanges.markdown)\n" }
    let near = impact.near(distance).count
    let written = language.number(distance, places: max(places, distance.decimals))
    out += "\n" + Phrase.impactNear(language, ["distance": written, "count": whole(near)]).markdown + "\n"
    guard !unmeasured.isEmpty else { return out }
    out += "\n### \(Phrase.impactUnmeasured(language))\n\n"
    return out
      + self.unmeasured(unmeasured).split(separator: "\n").dropFirst().map {
        "- \(String($0.drop { $0 == " " }).markdown)\n"
      }.joined()
  }

  private func matrix(_ summary: ImpactSummary) -> String {
    let before = old.zones.colours.map(Optional.some) + (summary.before(nil) > 0 ? [nil] : [])
    let after = new.zones.colours.map(Optional.some) + (summary.after(nil) > 0 ? [nil] : [])
    var table = MarkdownTable(["\(old.name) \\ \(new.name)"] + after.map { $0 ?? "-" } + [Phrase.impactBefore(language)], numbersFrom: 1)
    for from in before {
      let counts = after.map { to in summary.moves.first { $0.from == from && $0.to == to }?.count ?? 0 }
      table.row([from ?? "-"] + (counts + [summary.before(from)]).map(whole))
    }
    table.row([Phrase.impactAfter(language)] + (after.map { summary.after($0) } + [summary.count]).map(whole))
    return table.text
  }

  private func moverTable() -> String {
    let movers = impact.movers
    guard !movers.isEmpty else { return "" }
    var table = MarkdownTable(
      [Phrase.impactMovers(language), Phrase.columnZone(language), old.name, new.name, Phrase.columnChange(language)], numbersFrom: 2)
    for row in movers.prefix(longest) {
      table.row([
        row.entity.name, "\(row.from?.zone?.colour ?? "-") > \(row.to?.zone?.colour ?? "-")", figure(row.from?.reported, signed: false),
        figure(row.to?.reported, signed: false), figure(row.shift),
      ])
    }
    return "\n" + table.text + (movers.count > longest ? "\n" + more(movers.count).drop { $0 == " " } : "")
  }

  private func changeTable(_ effects: [NamedEffect]) -> String {
    let how = [Phrase.impactInTurn(language), Phrase.impactAlone(language)]
    let titles = how.flatMap { ["\(Phrase.impactZones(language)) (\($0))", "\(Phrase.impactMean(language)) (\($0))"] }
    var table = MarkdownTable([Phrase.impactChanges(language)] + titles, numbersFrom: 1)
    let printed = effects.printedInTurn(addingUpTo: impact.summary.mean, places: places)
    for (effect, mean) in zip(effects, printed) {
      let cells = [(effect.inTurn, Optional(mean)), (effect.alone, nil)].flatMap { outcome, printed -> [String] in
        guard case .effect(let effect) = outcome else { return ["-", "-"] }
        return [whole(effect.moved), figure(printed ?? effect.mean)]
      }
      table.row([title(effect.change)] + cells)
    }
    return "\n" + table.text
      + effects.flatMap { effect in
        notes(effect, how).map { "\n`\(effect.change.id.value)`: \($0.markdown)\n" }
      }.joined()
  }
}

extension [NamedEffect] {
  /// The mean shifts in turn as they are printed: those that could be computed add up to the printed shift of everything.
  func printedInTurn(addingUpTo mean: Fraction?, places: Int) -> [Fraction] {
    let amounts = map { effect -> (id: String, amount: Fraction) in
      guard case .effect(let found) = effect.inTurn else { return (effect.change.id.value, .zero) }
      return (effect.change.id.value, found.mean ?? .zero)
    }
    // Where somebody has no score on the way, means are over different institutions and do not add up.
    guard let mean, amounts.map(\.amount).sum() == mean else { return amounts.map(\.amount) }
    return printedAmounts(amounts, addingUpTo: mean.rounded(places: places, mode: .halfUp), places: places)
  }
}

extension Fraction {
  /// The number of decimals with which it is written exactly, 12 at most.
  var decimals: Int { decimalText(atMost: 12).split(separator: ".").dropFirst().first?.count ?? 0 }
}

extension MissingPolicy {
  /// What becomes of a missing observation, in words.
  package func words(_ language: Language) -> String {
    switch self {
    case .error: Phrase.policyError(language)
    case .zero: Phrase.policyZero(language)
    case .skip: Phrase.policySkip(language)
    case .value(let score): Phrase.policyValue(language, ["score": score.decimalText()])
    case .carry(let edition): Phrase.policyCarry(language, ["edition": edition])
    }
  }
}
