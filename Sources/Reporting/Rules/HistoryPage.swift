internal import Comparison
public import RuleDiagnostics
public import RuleModel

/// Writes how the rules of a family became what they are, edition by edition, as a page in Markdown for people who read no rule files.
///
/// The same editions give the same bytes.
public struct HistoryPage: Sendable {
  /// An edition, and how it differs from the one that it was made from.
  struct Step {
    let edition: Edition
    /// Nil where the edition before is not among those that are told of.
    let differences: RuleDifferences?
  }

  private let family: String
  private let steps: [Step]

  /// Prepares a page about the editions of one family, in their order.
  public init(of editions: [Edition]) {
    family = editions.first?.family ?? ""
    let byName = Dictionary(editions.map { ($0.name, $0) }) { first, _ in first }
    steps = editions.map { edition in
      let base = edition.base.flatMap { byName[$0] }
      return Step(edition: edition, differences: base.map { RuleDifferences(old: $0, new: edition) })
    }
  }

  /// Returns the page in each of `languages`, one after the other.
  public func markdown(in languages: [Language]) -> String {
    languages.map { HistoryText(family, steps, $0).page() }.joined(separator: "\n---\n\n")
  }
}

/// The page in one language.
private struct HistoryText {
  private let family: String
  private let steps: [HistoryPage.Step]
  private let language: Language

  init(_ family: String, _ steps: [HistoryPage.Step], _ language: Language) {
    self.family = family
    self.steps = steps
    self.language = language
  }

  private func say(_ id: String, _ en: String) -> String { language == .id ? id : en }

  // MARK: The page

  func page() -> String {
    let command = "`timbang history \(family)`"
    var out = say("# Riwayat metode: \(family)\n\n", "# History of the method: \(family)\n\n")
    out += say(
      "Halaman ini dicetak oleh \(command) dari berkas aturan di folder ini; yang disunting adalah berkas aturannya. ",
      "This page is printed by \(command) from the rule files in this folder; it is those that are edited. ")
    out += say(
      "*Diterbitkan*: tertulis dalam sumber yang dibaca. *Direkonstruksi*: disimpulkan dari hasil yang terbit. "
        + "*Diasumsikan*: tidak ada yang menerbitkannya; penulis berkas memilihnya.\n\n",
      "*Published*: it stands in a source that was read. *Reconstructed*: it was worked out from published results. "
        + "*Assumed*: nobody has published it; the author of the file chose it.\n\n")
    out += overview()
    var shown = ShownTables()
    for step in steps { out += section(step, &shown) }
    return out
  }

  /// All editions at a glance.
  private func overview() -> String {
    var table = MarkdownTable(
      [
        say("Edisi", "Edition"), say("Status", "Status"), say("Bagian utama", "Main parts"), say("Garis zona", "Zone lines"),
        say("Asal angka", "Provenance of figures"), say("Indikator", "Indicators"),
      ], numbersFrom: 5)
    for step in steps {
      let edition = step.edition
      table.row([
        edition.name, status(edition), mainParts(edition), lines(edition.zones), weakestProvenanceWords(edition.provenance)(language),
        String(edition.score.indicators),
      ])
    }
    return table.text
  }

  private func mainParts(_ edition: Edition) -> String {
    let parts = edition.score.children
    let names = parts.map { part in
      edition.score.share(of: part).map { "\(part.label[language]) \(figure($0)) %" } ?? part.label[language]
    }
    return names.prefix(6).joined(separator: "; ") + (names.count > 6 ? "; ..." : "")
  }

  private func lines(_ zones: ZoneLadder) -> String {
    // The lowest colour has no line that anybody crosses.
    zones.colours.dropFirst().reversed().compactMap { colour in zones.line(of: colour).map { "\(colour) \(figure($0))" } }
      .joined(separator: "; ")
  }

  private func section(_ step: HistoryPage.Step, _ shown: inout ShownTables) -> String {
    let edition = step.edition
    var out = "\n## \(edition.name.markdown): \(edition.title[language].markdown)\n\n"
    var facts = ["**\(say("Status", "Status")):** \(status(edition))"]
    facts.append("**\(say("Asal angka", "Provenance of figures")):** \(weakestProvenanceWords(edition.provenance)(language))")
    if let base = edition.base {
      facts.append("**\(say("Dibuat dari", "Made from")):** \(base.markdown)")
      let changes = edition.history.last?.weakest
      let words = changes.map { weakestProvenanceWords($0)(language) } ?? say("tidak disebut", "not stated")
      facts.append("**\(say("Asal perubahan", "Provenance of the changes")):** \(words)")
    } else {
      facts.append(say("edisi pertama di folder ini", "the first edition in this folder"))
    }
    out += facts.joined(separator: " · ") + "\n"
    if let differences = step.differences {
      out += changes(differences)
    } else if let base = edition.base {
      out += "\n" + say("Edisi \(base.markdown) tidak ada di folder ini.\n", "Edition \(base.markdown) is not in this folder.\n")
    }
    return out + zones(step, &shown) + structure(edition, &shown)
  }

  // MARK: Changes

  private func changes(_ all: RuleDifferences) -> String {
    let named = all.groups.filter { $0.change != nil }
    var out = ""
    if !named.isEmpty {
      let hasNotes = named.contains { $0.change?.grounds.note != nil }
      out += "\n### \(say("Yang berubah", "What changed"))\n\n"
      let why = hasNotes ? [say("Mengapa", "Why")] : []
      out += row(
        [say("Perubahan", "Change"), say("Yang disentuh", "What it touched")] + why
          + [say("Sumber", "Source"), say("Asal", "Provenance")])
      out += row(Array(repeating: "---", count: 4 + why.count))
      for group in named {
        guard let change = group.change else { continue }
        let touched = TouchedThings(by: change, group.differences, all, language).text
        out += row(
          [change.title[language].markdown, touched.isEmpty ? Phrase.differenceNothing(language) : touched.markdown]
            + (hasNotes ? [change.grounds.note?[language].markdown ?? "-"] : [])
            + [sources(of: change, all), change.weakest.provenance.map { provenanceWords($0)(language) } ?? "-"])
      }
    }
    let rest = all.groups.filter { $0.change == nil }.flatMap(\.differences)
    if all.isEmpty {
      out +=
        "\n" + say("Aturannya sama dengan edisi \(all.old.name.markdown).\n", "The rules are those of edition \(all.old.name.markdown).\n")
    } else if !rest.isEmpty {
      let touched = TouchedThings(unclaimed: rest, all, language).text
      out += "\n\(Phrase.differenceUnclaimed(language)): \(touched.markdown).\n"
    }
    return out
  }

  private func sources(of change: NamedChange, _ all: RuleDifferences) -> String {
    let cited = change.citations.map { citation -> String in
      let source = all.new.source(citation.source) ?? all.old.source(citation.source)
      let title = (source?.title[language] ?? citation.source).markdown
      let link = source?.url.flatMap { $0.link }.map { "[\(title)](\($0))" } ?? title
      return citation.locator.isEmpty ? link : "\(link), \(citation.locator.markdown)"
    }
    return cited.isEmpty ? "-" : cited.joined(separator: "; ")
  }

  // MARK: Zones

  private func zones(_ step: HistoryPage.Step, _ shown: inout ShownTables) -> String {
    let zones = step.edition.zones
    var out = "\n### \(say("Zona", "Zones"))\n\n"
    var table = MarkdownTable([say("Kategori", "Category"), say("Warna", "Colour"), say("Mulai", "From")], numbersFrom: 2)
    for zone in zones.steps.reversed() {
      let label = zone.label[language]
      table.row([
        label == zone.id.value || zone.id.value == zone.colour ? label : "\(zone.id.value): \(label)", zone.colour, figure(zone.from.value),
      ])
    }
    out += once(table.text, &shown.zones, step.edition) + "\n" + say("Garis zona ", "The lines are ")
    out += provenanceWords(zones.provenance)(language)
    if let old = step.differences?.old.zones {
      let moved = zones.colours.reversed().compactMap { colour -> String? in
        guard let before = old.line(of: colour), let after = zones.line(of: colour), before != after else { return nil }
        return "\(colour) \(figure(before)) → \(figure(after))"
      }
      if !moved.isEmpty { out += say("; yang bergeser: ", "; those that moved: ") + moved.joined(separator: ", ").markdown }
    }
    return out + ".\n"
  }

  // MARK: Structure

  /// The parts of the total and the groups below them.
  private func structure(_ edition: Edition, _ shown: inout ShownTables) -> String {
    var out = "\n### \(say("Susunan", "Structure"))\n\n"
    var table = MarkdownTable(
      [say("Bagian", "Part"), say("Asal angka", "Provenance"), say("Bobot", "Weight"), say("Indikator", "Indicators")], numbersFrom: 2)
    for part in edition.score.children {
      table.row([part.label[language]] + cells(part, in: edition.score))
      for group in part.children where !group.children.isEmpty { table.row(["– " + group.label[language]] + cells(group, in: part)) }
      let single = part.children.filter(\.children.isEmpty)
      if !single.isEmpty, single.count < part.children.count {
        let share = single.compactMap { part.share(of: $0) }.sum()
        table.row(["– " + say("indikator lain", "other indicators"), known(single), "\(figure(share)) %", String(single.count)])
      }
    }
    out += once(table.text, &shown.structures, edition)
    out += "\n" + say("Bobot dihitung dalam kelompoknya. Jenjang: ", "Weights count within their group. Ladder: ")
    return out + edition.rungs.indices.map { rung($0, edition) }.joined(separator: "; ") + ".\n"
  }

  private func cells(_ part: Part, in group: Part) -> [String] {
    let share = group.share(of: part).map { "\(figure($0)) %" } ?? combine(group)
    let own = provenanceWords(part.provenance)(language)
    let inside = part.subtree.map(\.provenance).max() ?? part.provenance
    let below = inside > part.provenance ? say("; di dalamnya ", "; inside it ") + provenanceWords(inside)(language) : ""
    return [own + below, share, String(part.indicators)]
  }

  private func known(_ parts: [Part]) -> String { parts.map(\.provenance).max().map { provenanceWords($0)(language) } ?? "-" }

  private func combine(_ group: Part) -> String {
    guard case .group(let combine, _) = group.body else { return "-" }
    switch combine {
    case .mean: return say("rata-rata", "mean")
    case .geometricMean: return say("rata-rata geometrik", "geometric mean")
    case .min: return say("yang terendah", "the lowest")
    case .max: return say("yang tertinggi", "the highest")
    case .sum: return say("jumlah", "sum")
    }
  }

  private func rung(_ height: Int, _ edition: Edition) -> String {
    let rung = edition.rungs[height]
    guard height > 0 else { return rung.label[language].markdown }
    let expected = rung.count.map { say("; seharusnya ", "; expected ") + $0.value.words(language) } ?? ""
    return "\(rung.label[language].markdown) (\((edition.words(for: rung.combine.value, language) + expected).markdown))"
  }

  /// A table, or which edition shows the same one already.
  private func once(_ table: String, _ shown: inout [String: String], _ edition: Edition) -> String {
    if let earlier = shown[table] { return say("Seperti pada edisi \(earlier.markdown).\n", "As in edition \(earlier.markdown).\n") }
    shown[table] = edition.name
    return table
  }

  // MARK: Words

  private func status(_ edition: Edition) -> String {
    switch edition.status {
    case .draft: say("draf", "draft")
    case .published: say("terbit", "published")
    case .withdrawn: say("ditarik", "withdrawn")
    }
  }

  private func figure(_ value: Fraction) -> String { language.short(value) }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}

/// The tables that stand on the page already, with the editions that have them.
private struct ShownTables {
  var zones: [String: String] = [:]
  var structures: [String: String] = [:]
}

extension Language {
  /// A number with as few decimals as it needs, two at most.
  func short(_ value: Fraction) -> String { number(value, places: min(2, value.decimals)) }
}

extension Part {
  /// The number of indicators in it.
  var indicators: Int { subtree.count { $0.children.isEmpty } }

  /// The weight of a part of this group in percent of all; nil where parts are not weighed against each other.
  fileprivate func share(of part: Part) -> Fraction? {
    guard case .group(.mean, let parts) = body else { return nil }
    return part.weight.value * Fraction(100) / parts.map(\.weight.value).sum()
  }
}

extension String {
  /// An address as the target of a link in Markdown; nil if it is none of the web.
  fileprivate var link: String? {
    guard hasPrefix("https://") || hasPrefix("http://") else { return nil }
    return visible.replacing(mark: "(", with: "%28").replacing(mark: ")", with: "%29").replacing(mark: " ", with: "%20").replacing(
      mark: "|", with: "%7C"
    )
    .replacing(mark: "<", with: "%3C").replacing(mark: ">", with: "%3E")
  }
}
