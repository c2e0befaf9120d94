public import RuleDiagnostics

/// One step of the zone ladder: it begins at `from` and ends where the next begins.
public struct ZoneStep: Sendable, Equatable {
  /// The name of the step, such as `b` or `hijau`.
  public let id: Marked<String>
  /// The lowest score of the step.
  public package(set) var from: Marked<Fraction>
  /// The colour; the step's own name if the rules give none.
  public let colour: String
  /// What people call it.
  public let label: Words

  /// Makes a step.
  public init(id: Marked<String>, from: Marked<Fraction>, colour: String, label: Words) {
    self.id = id
    self.from = from
    self.colour = colour
    self.label = label
  }
}

/// The lines that cut the scale into zones.
public struct ZoneLadder: Sendable, Equatable {
  /// The steps, lowest first.
  public package(set) var steps: [ZoneStep]
  /// Whether the rounded total decides (the default) or the exact one.
  public let usesExactTotal: Bool
  /// The sources of the lines.
  public let citations: [Citation]
  /// How well the lines are known.
  public let provenance: Provenance
  /// Where the ladder is written.
  public let range: SourceRange

  /// Makes a ladder.
  public init(steps: [ZoneStep], usesExactTotal: Bool, citations: [Citation], provenance: Provenance, range: SourceRange) {
    self.steps = steps
    self.usesExactTotal = usesExactTotal
    self.citations = citations
    self.provenance = provenance
    self.range = range
  }

  /// Returns the step in which `score` lies; nil below the lowest line.
  public func step(for score: Fraction) -> ZoneStep? {
    steps.last { $0.from.value <= score }
  }

  /// Returns the lowest score that gives `colour`; nil if no step has it.
  public func line(of colour: String) -> Fraction? {
    steps.first { $0.colour == colour }?.from.value
  }

  /// The colours, lowest first, each once.
  public var colours: [String] {
    var seen: [String] = []
    for step in steps where !seen.contains(step.colour) { seen.append(step.colour) }
    return seen
  }
}
