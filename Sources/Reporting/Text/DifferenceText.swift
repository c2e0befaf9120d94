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
      out += "\(said(difference.old, differences).visible) -> \(said(difference.new, differences).visible)\n"
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
      let change = cell(heading(group))
      let reason = group.change.map { differences.reasons(of: $0, language).map(cell).joined(separator: "; ") } ?? "-"
      if group.differences.isEmpty { out += row(["-", "-", "-", "\(change) (\(Phrase.differenceNothing(language)))", reason]) }
      for difference in group.differences {
        let label = difference.label[language]
        let id = label == difference.subject ? "" : " (\(cell(difference.subject)))"
        out += row([
          "\(difference.phrase(language)): \(cell(label))\(id)", cell(said(difference.old, differences)),
          cell(said(difference.new, differences)), change, reason,
        ])
      }
    }
    return out
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
