internal import Expressions
internal import RuleDiagnostics
internal import RuleModel

/// An edition as the checks look at it: its parts in one list, its fields by name.
struct CheckedRules {
  /// The edition.
  let edition: Edition
  /// All parts, groups before what they hold.
  let parts: [Part]
  /// Whether everything was read, so that what is missing is missing.
  let isComplete: Bool

  /// Where the title of the edition is written; nil if it has none of its own.
  let titleRange: SourceRange?
  /// The kinds of which `count` says a number.
  let countedKinds: [CountedKind]
  /// The ends of zones and bands that the file prints.
  let printedEnds: [PrintedEnd]
  /// How the edition came about; nil where only some of its changes are tried.
  let past: Past?

  private let fields: [String: Field]
  private let incompleteGroups: Set<String>
  private let brokenSections: Set<String>
  private let isWhole: Bool

  /// Prepares an edition that `decoder` has read. What follows from groups and sections that could not be read, or from an edition that is
  /// not whole because an edit failed, is not to be reported again.
  init(_ edition: Edition, readBy decoder: EditionDecoder, titleRange: SourceRange?, isWhole: Bool, past: Past? = nil) {
    self.edition = edition
    self.past = past
    self.titleRange = titleRange
    self.isWhole = isWhole
    countedKinds = decoder.countedKinds
    printedEnds = decoder.printedEnds
    incompleteGroups = decoder.unreliable
    brokenSections = decoder.brokenSections
    isComplete = isWhole && decoder.unreliable.isEmpty
    fields = Dictionary(edition.fields.map { ($0.id.value, $0) }) { first, _ in first }
    parts = edition.score.subtree
  }

  /// The field of that name; nil if there is none, or if it could not be read.
  func field(_ id: String) -> Field? { fields[id] }

  /// The names of all fields.
  var fieldNames: [String] { edition.fields.map(\.id.value) }

  /// Whether a section could be read, so that a name that it does not hold does not exist.
  func isKnown(_ section: String) -> Bool { !brokenSections.contains(section) }

  /// Whether all parts of a group are known.
  func isComplete(_ group: Part) -> Bool { isWhole && !incompleteGroups.contains(group.id.value) }

  /// Every citation that is written, each once: a group passes its list down, so a list that begins at a known place has been seen.
  var citations: [Citation] {
    let lists =
      parts.map(\.citations) + [edition.zones.citations] + edition.flags.map(\.citations)
      + (edition.history.last?.changes ?? []).map(\.citations)
    var seen: Set<SourceRange> = []
    return lists.filter { $0.first.map { seen.insert($0.range).inserted } ?? false }.flatMap(\.self)
  }
}

extension Edition {
  /// The fields that a part reads itself, with its condition but without its parts.
  func fieldsRead(by part: Part) -> [String] {
    let own = if case .leaf(let scale) = part.body { scale.fields } else { [String]() }
    return own + (part.condition?.value.fieldsRead(from: height(of: part.rung) ?? 0, in: self) ?? [])
  }
}
