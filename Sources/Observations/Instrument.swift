internal import RuleDiagnostics
public import RuleModel

/// What can be recorded in a year: the rungs with their kinds, and the fields.
public struct Instrument: Sendable, Equatable {
  /// The rungs, the top rung first.
  public let ladder: [Rung]
  /// The fields.
  public let fields: [Field]

  /// Makes an instrument.
  public init(ladder: [Rung], fields: [Field]) {
    self.ladder = ladder
    self.fields = fields
  }

  /// The instrument of an edition.
  public init(_ edition: Edition) {
    self.init(ladder: edition.rungs, fields: edition.fields)
  }

  /// Finds the instruments of other editions, which the data of a year may speak of too, since one file often serves several years.
  ///
  /// It is called only when a file holds something that its own instrument does not know.
  public typealias Others = @Sendable () -> [Instrument]

  /// This ladder with the kinds of others too; a rung that takes any kind stays so.
  func ladder(withKindsOf others: [Instrument]) -> [Rung] {
    ladder.map { rung in
      guard !rung.kinds.isEmpty else { return rung }
      var known = Set(rung.kinds)
      let more = others.flatMap(\.ladder).filter { $0.id.value == rung.id.value }.flatMap(\.kinds).filter { known.insert($0).inserted }
      return Rung(id: rung.id, label: rung.label, kinds: rung.kinds + more, combine: rung.combine, count: rung.count)
    }
  }
}
