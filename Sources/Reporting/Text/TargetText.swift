public import Comparison
internal import RuleDiagnostics
package import RuleModel

/// Writes what would bring an institution into a zone. Readable at 80 columns and without colour.
public struct TargetText: Sendable {
  private let style: TextStyle
  private let target: Target
  private let parts: [String: Part]
  private var language: Language { style.language }
  private var edition: Edition { target.edition }
  /// Longer lists are cut; machines get all of them.
  private static let most = 10

  /// Prepares to write.
  public init(_ target: Target, style: TextStyle) {
    self.target = target
    self.style = style
    parts = Dictionary(target.edition.score.subtree.map { ($0.id.value, $0) }) { first, _ in first }
  }

  /// Returns the answers, the weights that would change them if they were searched, and on what all this rests.
  public func text(breakEven: [BreakEven]? = nil) -> String {
    var out = headline()
    if !target.isReached { out += answers() }
    if let breakEven { out += weights(breakEven) }
    if !target.isReached { out += notConsidered() + "\n" + Phrase.targetCaveat(language).wrapped(to: 80) + "\n" } else { out += "\n" }
    let provenance = weakestProvenanceWords(edition.provenance)(language)
    return out + Phrase.provenance(language, ["provenance": provenance]) + "\n"
  }

  private func headline() -> String {
    let places = edition.publishedPlaces
    let missing = target.threshold.printedMissing(from: target.total, places: places)
    let sentence: Phrase = target.isReached ? .targetReached : .targetMissing
    let name = target.isColour ? target.step.colour : zoneName(target.step)
    let values: KeyValuePairs = [
      "zone": name, "line": number(target.step.from.value, atLeast: places), "points": language.number(missing.magnitude, places: places),
    ]
    return style.paint("\(target.name.visible.cut(to: 54))   \(total(target.total))   \(zoneName(edition.zone(of: target.total)))", .strong)
      + "\n"
      + edition.title[language].visible.cut(to: 80) + "\n" + sentence(language, values) + "\n"
  }

  private func answers() -> String {
    var out = Phrase.targetBest(language, ["total": figures(target.best)]) + "\n"
    guard target.best.reaches else {
      return out + Phrase.targetImpossible(language) + "\n"
    }
    out += heading(Phrase.targetSingle(language))
    if target.single.isEmpty { out += "  " + Phrase.targetNoSingle(language) + "\n" }
    out += list(target.single) { answer in answer.raised.map { row($0, figures(answer.outcome)) }.joined() }
    if target.single.isEmpty, let fewest = target.fewest {
      out += heading((target.isFewestProven ? Phrase.targetFewest : .targetFew)(language)) + together(fewest)
    }
    if let points = target.fewestPoints, !isTold(points) { out += heading(Phrase.targetPoints(language)) + together(points) }
    return out + units()
  }

  /// Whether an answer was shown before, among those of one indicator or as the fewest.
  private func isTold(_ answer: Target.Answer) -> Bool {
    let key = { (answer: Target.Answer) in answer.raised.map { "\($0.part) \($0.floor)" }.sorted() }
    return (target.single + [target.fewest].compactMap { $0 }).contains { key($0) == key(answer) }
  }

  private func units() -> String {
    guard !target.units.isEmpty, edition.rungs.count > 1 else { return "" }
    var out = heading(Phrase.targetUnits(language, ["rung": edition.rungs[1].label[language].visible]))
    // A long list is cut, so those that can come first.
    out += list(target.units.filter(\.best.reaches) + target.units.filter { !$0.best.reaches }) { unit in
      let best = Phrase.targetUnitBest(language, ["total": figures(unit.best)])
      let verdict = unit.best.reaches ? "" : "  " + Phrase.targetNotEnough(language)
      return "  \(unit.name.visible.cut(to: 76))\n    \(best)\(verdict)\n" + (unit.fewest.map { together($0, indent: "    ") } ?? "")
    }
    return out
  }

  private func heading(_ text: String) -> String {
    "\n" + style.paint(text.wrapped(to: 80), .strong) + "\n"
  }

  private func list<Item>(_ items: [Item], _ line: (Item) -> String) -> String {
    items.prefix(TargetText.most).map(line).joined()
      + (items.count > TargetText.most
        ? "  " + Phrase.missingMore(language, ["count": String(items.count - TargetText.most)]) + "\n" : "")
  }

  private func together(_ answer: Target.Answer, indent: String = "  ") -> String {
    if answer.raised.count == 1 { return answer.raised.map { row($0, figures(answer.outcome), indent: indent) }.joined() }
    return list(answer.raised) { row($0, "", indent: indent) }
      + line(indent + Phrase.targetTogether(language), figures(answer.outcome))
  }

  /// An indicator with the total, and below it what it has to be.
  private func row(_ raised: RaisedIndicator, _ figures: String, indent: String = "  ") -> String {
    let label = parts[raised.part]?.label[language].visible ?? raised.part
    return line(indent + label, figures) + ("\(indent)  " + demand(raised)).wrappedIndented(to: 80, by: indent + "  ") + "\n"
  }

  private func line(_ label: String, _ figures: String) -> String {
    figures.isEmpty ? label.cut(to: 80) + "\n" : "\(label.cut(to: 58).padded(to: 58)) \(figures)\n"
  }

  /// What an indicator has to be, and in how many entities.
  package func demand(_ raised: RaisedIndicator) -> String {
    let floor = floor(raised)
    if raised.considered == 1, raised.cells.count == 1, let cell = raised.cells.first {
      let from = cell.from.map { value($0, of: cell, raised.floor) } ?? Phrase.floorNothing(language)
      return Phrase.floorOnly(language, ["floor": floor, "from": from])
    }
    return Phrase.floorEverywhere(
      language,
      [
        "floor": floor, "rung": edition.rungs[raised.rung].label[language].visible, "changed": String(raised.entities),
        "all": String(raised.considered),
      ])
  }

  private func floor(_ raised: RaisedIndicator) -> String {
    let unit = raised.cells.first.flatMap { edition.field($0.field)?.unit }.map { " \($0.visible)" } ?? ""
    return switch raised.floor {
    case .answer(let isYes): (isYes ? Phrase.floorYes : .floorNo)(language)
    case .atLeast(let value): Phrase.floorAtLeast(language, ["value": number(value) + unit])
    case .atMost(let value): Phrase.floorAtMost(language, ["value": number(value) + unit])
    case .worth(let points): Phrase.floorWorth(language, ["points": number(points)])
    case .items(let count, let total): Phrase.floorItems(language, ["count": String(count), "total": String(total)])
    }
  }

  private func value(_ value: Fraction, of cell: RaisedCell, _ floor: Floor) -> String {
    if case .answer = floor { return (value.isZero ? Phrase.floorNo : .floorYes)(language) }
    return number(value)
  }

  private func notConsidered() -> String {
    guard !target.notConsidered.isEmpty else { return "" }
    let lines = list(target.notConsidered) { alone in
      let phrase: Phrase =
        switch alone.reason {
        case .formula: .targetFormula
        case .reversed: .targetReversed
        case .missing: .targetLeftMissing
        }
      let label = parts[alone.part]?.label[language].visible ?? alone.part
      let entities = alone.entities.prefix(3).map(\.visible).joined(separator: ", ") + (alone.entities.count > 3 ? ", ..." : "")
      return "  " + phrase(language, ["label": label, "entities": entities]).wrapped(to: 78, indent: "    ") + "\n"
    }
    return heading(Phrase.targetAlone(language)) + lines
  }

  // MARK: Weights

  private func weights(_ breakEven: [BreakEven]) -> String {
    let crossing = breakEven.filter { $0.nearest != nil }
    var out = heading(Phrase.breakEvenTitle(language))
    // The nearest first: by how far its share of the group has to move.
    let sorted = crossing.enumerated().sorted { left, right in
      let (a, b) = (moved(left.element), moved(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
    out += list(sorted) { part in
      guard let nearest = part.nearest else { return "" }
      let weights = Phrase.breakEvenRow(
        language,
        [
          "from": language.number(part.weight, places: 2), "to": language.number(nearest.weight, places: 2),
          "share": language.number(nearest.share * Fraction(100), places: 1),
        ])
      let label = parts[part.part]?.label[language].visible ?? part.part
      return "\(("  " + label).cut(to: 33).padded(to: 33)) \(weights.leftPadded(to: 27)) \(total(nearest.total).leftPadded(to: 6)) "
        + zoneName(nearest.zone) + "\n"
    }
    let none = breakEven.filter { $0.nearest == nil }
    if !none.isEmpty {
      let names =
        none.prefix(6).map { parts[$0.part]?.label[language].visible ?? $0.part }.joined(separator: ", ") + (none.count > 6 ? ", ..." : "")
      out += "  " + Phrase.breakEvenNone(language, ["parts": "\(none.count) (\(names))"]).wrapped(to: 78, indent: "    ") + "\n"
    }
    return out + (crossing.isEmpty ? "" : style.paint(Phrase.breakEvenNote(language).wrapped(to: 80), .faint) + "\n")
  }

  private func moved(_ part: BreakEven) -> Fraction {
    part.nearest.map { ($0.share - part.share).magnitude } ?? .zero
  }

  // MARK: Figures

  private func total(_ total: Fraction) -> String {
    language.number(edition.reported(total), places: edition.publishedPlaces)
  }

  /// A total with its zone.
  package func figures(_ outcome: Target.Outcome) -> String {
    "\(total(outcome.total)) \(zoneName(outcome.zone))"
  }

  /// A number of the field or the rules, with as many decimals as it has, but not fewer than `places`.
  package func number(_ value: Fraction, atLeast places: Int = 0) -> String {
    let decimals = value.decimalText(atMost: 12).split(separator: ".").dropFirst().first?.count ?? 0
    return language.number(value, places: max(places, decimals))
  }

  private func zoneName(_ zone: ZoneStep?) -> String {
    guard let zone else { return Phrase.zoneNone(language) }
    return zone.id.value == zone.colour ? zone.colour : "\(zone.colour) (\(zone.id.value))"
  }
}

extension String {
  /// The text in lines of at most `width` characters, every line behind the same margin.
  fileprivate func wrappedIndented(to width: Int, by margin: String) -> String {
    margin + wrapped(to: width - margin.count).replacing("\n", with: "\n" + margin)
  }
}
