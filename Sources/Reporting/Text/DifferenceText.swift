public import Comparison
internal import RuleDiagnostics
internal import RuleModel

/// Writes what changed in the rules, for a terminal or as the table of an annex.
public struct DifferenceText: Sendable {
  private let style: TextStyle
  private var language: Language { style.language }

  /// Prepares to write in a style.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns the differences below the named changes that claim them, or that there are none.
  public func text(_ differences: RuleDifferences) -> String {
    var out = style.paint(title(differences), .strong) + "\n"
    guard !differences.isEmpty else { return out + "\n\(Phrase.differenceNone(language))\n" }
    for group in differences.groups {
      out += "\n" + style.paint(heading(group), .strong) + (group.change.map { "  [\($0.id.value)]" } ?? "") + "\n"
      for reason in group.change.map({ differences.reasons(of: $0, language) }) ?? [] {
        out += "  " + style.paint(reason.visible, .faint) + "\n"
      }
      let grounds = group.change?.grounds.words(language) ?? []
      if !grounds.isEmpty { out += "  " + grounds.map(\.visible).joined(separator: ": ") + "\n" }
      if group.differences.isEmpty { out += "    \(Phrase.differenceNothing(language))\n" }
      out += lines(group, of: differences)
    }
    return out
  }

  /// The differences of a group, a line each.
  private func lines(_ group: RuleDifferences.Group, of differences: RuleDifferences) -> String {
    var out = ""
    let kinds = group.differences.map { $0.phrase(language) }
    let width = kinds.map(\.count).max() ?? 0
    let subjectWidth = min(30, group.differences.map(\.subject.count).max() ?? 0)
    for (kind, difference) in zip(kinds, group.differences) {
      out += "    \(kind.padded(to: width))  \(difference.subject.visible.padded(to: subjectWidth))  "
      out += "\(said(difference.old, differences).visible) -> \(said(difference.new, differences).visible)"
      let grounds = difference.link?.own.words(language) ?? []
      out += grounds.isEmpty ? "\n" : "  (\(grounds.map(\.visible).joined(separator: ": ")))\n"
    }
    return out
  }

  /// Returns the differences as a table in Markdown, or says that there are none.
  public func markdown(_ differences: RuleDifferences) -> String {
    let names = differences.names
    var out = "## \(cell(title(differences)))\n\n"
    guard !differences.isEmpty else { return out + "\(Phrase.differenceNone(language))\n" }
    out += row([
      Phrase.differenceElement(language), cell(names.old), cell(names.new), Phrase.differenceChange(language),
      Phrase.differenceReason(language),
    ])
    out += row(Array(repeating: "---", count: 5))
    for group in differences.groups {
      let reasons = group.change.map { differences.reasons(of: $0, language) } ?? []
      if group.differences.isEmpty {
        let change = "\(title(of: group, nil)) (\(Phrase.differenceNothing(language)))"
        out += row(["-", "-", "-", change, reason(reasons, group, nil)])
      }
      for difference in group.differences {
        let label = difference.label[language]
        let id = label == difference.subject ? "" : " (\(cell(difference.subject)))"
        out += row([
          "\(difference.phrase(language)): \(cell(label))\(id)", cell(said(difference.old, differences)),
          cell(said(difference.new, differences)), title(of: group, difference.link), reason(reasons, group, difference.link),
        ])
      }
    }
    return out
  }

  /// The title of a change with how sure it is, or how sure it is of this link.
  private func title(of group: RuleDifferences.Group, _ link: RuleDifference.Link?) -> String {
    let provenance = link?.own.provenance ?? group.change?.grounds.provenance
    return cell(heading(group)) + (provenance.map { " (\(provenanceWords($0)(language)))" } ?? "")
  }

  /// The sources of a change, why it was made, and why this link is.
  private func reason(_ sources: [String], _ group: RuleDifferences.Group, _ link: RuleDifference.Link?) -> String {
    let notes = [group.change?.grounds.note, link?.own.note].compactMap { $0?[language] }
    let all = sources + notes
    return all.isEmpty ? "-" : all.map(cell).joined(separator: "; ")
  }

  private func title(_ differences: RuleDifferences) -> String {
    Phrase.differenceTitle(language, ["old": differences.names.old, "new": differences.names.new]).visible
  }

  private func heading(_ group: RuleDifferences.Group) -> String {
    group.change.map { $0.title[language].visible } ?? Phrase.differenceUnclaimed(language)
  }

  private func said(_ side: RuleDifference.Side?, _ differences: RuleDifferences) -> String {
    side.map { differences.text($0.value, language) } ?? "-"
  }

  private func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }

  private func cell(_ text: String) -> String { text.markdown }
}
