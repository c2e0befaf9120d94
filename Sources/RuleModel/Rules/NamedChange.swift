public import RuleDiagnostics

/// A change that the authors of an edition named: one line of the explanation.
public struct NamedChange: Sendable, Equatable {
  /// Its name within the edition.
  public let id: Marked<String>
  /// What people call it.
  public let title: Words
  /// The sources that say so.
  public let citations: [Citation]
  /// What it changed.
  public let slots: Set<Slot>

  /// Makes a named change.
  public init(id: Marked<String>, title: Words, citations: [Citation], slots: Set<Slot>) {
    self.id = id
    self.title = title
    self.citations = citations
    self.slots = slots
  }
}

/// The named changes that led from one edition to the next.
public struct EditionStep: Sendable, Equatable {
  /// The name of the earlier edition.
  public let base: String
  /// What changed, in the order of the later edition's file.
  public let changes: [NamedChange]

  /// Makes a step.
  public init(base: String, changes: [NamedChange]) {
    self.base = base
    self.changes = changes
  }
}
