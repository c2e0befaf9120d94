/// The kinds of mapping that a rule file is made of.
package enum FormName: String, Sendable, CaseIterable {
  // The file
  case edition, extendingEdition, words, source, rung, rungCombine, rungWeights, rungCount, sampleCount, leastCount, field, defaults, flag,
    zones, zone
  // Parts
  case total, part, replacedPart, missing, rounding, goalposts
  case yesNo, checklist, levels, bands, bandRow, linear
  // From one edition to the next
  case base, lineage, lineageChange, partLink, fieldLink
  case change, edit, add, remove, set, replace, move, rename, split, merge

  /// What such a mapping may say.
  package var form: MappingForm {
    switch self {
    case .edition: .edition
    case .extendingEdition: .extendingEdition
    case .words: .words
    case .source: .source
    case .rung: .rung
    case .rungCombine: .rungCombine
    case .rungWeights: .rungWeights
    case .rungCount: .rungCount
    case .sampleCount: .sampleCount
    case .leastCount: .leastCount
    case .field: .field
    case .defaults: .defaults
    case .flag: .flag
    case .zones: .zones
    case .zone: .zone
    case .total: .total
    case .part: .part
    case .replacedPart: .replacedPart
    case .missing: .missing
    case .rounding: .rounding
    case .goalposts: .goalposts
    case .yesNo: .yesNo
    case .checklist: .checklist
    case .levels: .levels
    case .bands: .bands
    case .bandRow: .bandRow
    case .linear: .linear
    case .base: .base
    case .lineage: .lineage
    case .lineageChange: .lineageChange
    case .partLink: .partLink
    case .fieldLink: .fieldLink
    case .change: .change
    case .edit: .edit
    case .add: .add
    case .remove: .remove
    case .set: .set
    case .replace: .replace
    case .move: .move
    case .rename: .rename
    case .split: .split
    case .merge: .merge
    }
  }
}
