public import RuleDiagnostics

/// A change that the authors of an edition named: one line of the explanation.
public struct NamedChange: Sendable, Equatable {
  /// Its name within the edition.
  public let id: Marked<String>
  /// What people call it.
  public let title: Words
  /// The sources that say so.
  public let citations: [Citation]
  /// How sure its authors are of it, and why it was made.
  public let grounds: Grounds
  /// The weakest of what it and its links say of how sure they are.
  public let weakest: Grounds
  /// What it changed.
  public let slots: Set<Slot>
  /// Every key that its edits wrote, with the place; empty in an edition that was written whole.
  public let keys: [EditedKey: SourceRange]

  /// Makes a named change.
  public init(
    id: Marked<String>, title: Words, citations: [Citation], grounds: Grounds = .unsaid, links: [Grounds] = [], slots: Set<Slot>,
    keys: [EditedKey: SourceRange] = [:]
  ) {
    self.id = id
    self.title = title
    self.citations = citations
    self.grounds = grounds
    weakest = links.reduce(grounds) { $0.weaker($1) }
    self.slots = slots
    self.keys = keys
  }

  /// The file and line where it is written.
  public var place: String { "\(id.range.file):\(id.range.start.line)" }
}

/// What led from one edition to the next: named changes, and how parts and fields continue.
public struct EditionStep: Sendable, Equatable {
  /// The name of the earlier edition.
  public let base: String
  /// What changed, in the order of the later edition's file.
  public let changes: [NamedChange]
  /// How parts continue, where their ids do not say it.
  public let parts: [PartLink]
  /// How fields continue, where their names do not say it.
  public let fields: [FieldLink]
  /// The fields of the earlier edition that are said to be recorded no more.
  public let droppedFields: [DroppedField]

  /// Makes a step.
  public init(
    base: String, changes: [NamedChange], parts: [PartLink] = [], fields: [FieldLink] = [], droppedFields: [DroppedField] = []
  ) {
    self.base = base
    self.changes = changes
    self.parts = parts
    self.fields = fields
    self.droppedFields = droppedFields
  }
}

extension EditionStep {
  /// Returns the ids in the later edition of what continues a part of the earlier one; none if it ended.
  ///
  /// Whoever carries a dropped part's id afterwards is another part. Complexity: linear in the number of links.
  public func successors(of id: String) -> [String] {
    let ways: Set<PartLink.Kind> = [.renamed, .split, .merged, .dropped]
    guard let link = parts.first(where: { ways.contains($0.kind) && $0.from.contains(id) }) else { return [id] }
    return link.kind == .dropped ? [] : link.to
  }
}

extension EditionStep {
  /// Returns what is said of the grounds of a link: its own word, else that of the change to which it belongs.
  public func grounds(of own: Grounds, in change: String?) -> Grounds {
    // A note belongs to the provenance beside which it stands.
    guard own.provenance == nil, let change = changes.first(where: { $0.id.value == change }) else { return own }
    return own.completed(by: change.grounds)
  }

  /// The weakest provenance that its changes and links state; nil if none does.
  public var weakest: Provenance? {
    let links = parts.map(\.grounds) + fields.map(\.grounds) + droppedFields.map(\.grounds)
    return (changes.map(\.weakest) + links).compactMap(\.provenance).max()
  }
}

extension Sequence<EditionStep> {
  /// Returns the ids after all steps of what continues a part.
  public func successors(of id: String) -> [String] {
    reduce([id]) { current, step in current.flatMap { step.successors(of: $0) } }
  }

  /// Returns the links by which the values of a field were recoded, in order; none if they stay what they are.
  public func recodings(of field: String) -> [FieldLink] {
    var name = field
    var found: [FieldLink] = []
    for step in self {
      for link in step.fields where link.from == name {
        name = link.to
        if !link.values.isEmpty { found.append(link) }
      }
    }
    return found
  }
}
