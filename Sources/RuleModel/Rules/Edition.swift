public import RuleDiagnostics

/// An outcome beside the score, such as an opinion: true, false, or not known.
public struct Flag: Sendable, Equatable {
  /// Its name.
  public let id: Marked<String>
  /// When it is true, in the expression language, for an entity of the top rung.
  public let condition: Marked<String>
  /// What people call it.
  public let label: Words
  /// The sources that say so.
  public let citations: [Citation]

  /// Makes a flag.
  public init(id: Marked<String>, condition: Marked<String>, label: Words, citations: [Citation]) {
    self.id = id
    self.condition = condition
    self.label = label
    self.citations = citations
  }
}

/// The rules of one assessment year, whole: an edition that extends another has been resolved before.
public struct Edition: Sendable, Equatable {
  /// How far an edition has come.
  public enum Status: String, Sendable, CaseIterable {
    case draft
    case published
    case withdrawn
  }

  /// The assessment to which the edition belongs, such as `kepatuhan`.
  public let family: String
  /// The name of the edition within its family, such as `2022`.
  public let name: String
  /// How far it has come.
  public let status: Status
  /// What people call it.
  public let title: Words
  /// The file that was read.
  public let file: String
  /// The lowest and the highest score.
  public let scale: ClosedRange<Fraction>
  /// What the weights in a group must add up to; nil if nothing is promised.
  public let weightsSum: Fraction?
  /// The documents that the rules rest on.
  public let sources: [Source]
  /// The ladder, top first.
  public let rungs: [Rung]
  /// What is recorded.
  public let fields: [Field]
  /// The root of the score's tree.
  public package(set) var score: Part
  /// The zone lines.
  public package(set) var zones: ZoneLadder
  /// Outcomes beside the score.
  public let flags: [Flag]
  /// The named changes from edition to edition, oldest first; empty for an edition that was written whole.
  public let history: [EditionStep]

  /// Makes an edition.
  public init(
    family: String, name: String, status: Status, title: Words, file: String, scale: ClosedRange<Fraction>,
    weightsSum: Fraction?, sources: [Source], rungs: [Rung], fields: [Field], score: Part, zones: ZoneLadder,
    flags: [Flag] = [], history: [EditionStep]
  ) {
    self.family = family
    self.name = name
    self.status = status
    self.title = title
    self.file = file
    self.scale = scale
    self.weightsSum = weightsSum
    self.sources = sources
    self.rungs = rungs
    self.fields = fields
    self.score = score
    self.zones = zones
    self.flags = flags
    self.history = history
  }

  /// The edition that this one was made from, if it says so.
  public var base: String? { history.last?.base }

  /// Returns the steps since `edition`, oldest first; none if this edition does not descend from it.
  public func steps(since edition: String) -> [EditionStep] {
    guard let first = history.firstIndex(where: { $0.base == edition }) else { return [] }
    return Array(history[first...])
  }

  /// Returns the named changes since `edition`, oldest first; none if this edition does not descend from it.
  public func changes(since edition: String) -> [NamedChange] {
    steps(since: edition).flatMap(\.changes)
  }

  /// Returns what a field of this edition was called in an edition from which it descends. Complexity: linear in the links between.
  public func earlierName(of field: String, in edition: String) -> String {
    steps(since: edition).reversed().reduce(field) { name, step in step.fields.first { $0.to == name }?.from ?? name }
  }

  /// The number of decimals of the published total; 2 if the rules round nowhere.
  public var publishedPlaces: Int { score.rounding?.places ?? 2 }

  /// How the total is rounded when it is published; nil if the rules do not round it, or name the rungs of its rounding and not the top one.
  public var publishedRounding: Rounding? {
    score.rounding.flatMap { rounding in rounding.rungs?.contains { height(of: $0) == 0 } ?? true ? rounding : nil }
  }

  /// Returns the total as it is published.
  public func reported(_ total: Fraction) -> Fraction {
    publishedRounding.map { $0(total) } ?? total
  }

  /// Returns the zone step of an exact total, by the reported or the exact figure as the rules say.
  public func zone(of total: Fraction) -> ZoneStep? {
    zones.step(for: zones.usesExactTotal ? total : reported(total))
  }

  /// The place of a rung on the ladder, 0 for the top; nil if there is none of that name.
  public func height(of rung: String) -> Int? {
    rungs.firstIndex { $0.id.value == rung }
  }

  /// Returns the field of that name. Complexity: linear in the number of fields.
  public func field(_ id: String) -> Field? {
    fields.first { $0.id.value == id }
  }

  /// Returns the source of that key. Complexity: linear in the number of sources.
  public func source(_ key: String) -> Source? {
    sources.first { $0.key.value == key }
  }

  /// The weakest provenance of anything on the way to the total and its zone.
  public var provenance: Provenance {
    score.subtree.map(\.provenance).reduce(zones.provenance, max)
  }
}
