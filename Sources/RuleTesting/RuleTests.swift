package import Comparison
package import Observations
package import RuleDiagnostics
public import RuleModel

/// What a test file says about one edition: worked cases, explained changes, and totals that were published.
public struct RuleTests: Sendable {
  /// The file that was read.
  public let file: String
  /// The edition that is tested.
  public let edition: CheckedEdition
  /// Observations with the scores that they must give.
  package let cases: [TestCase]
  /// Two years with the explanation that they must give.
  package let changes: [TestedChange]
  /// Published totals with the zones that they must fall in.
  package let published: [PublishedTable]
}

/// How the author of a test calls it.
package struct TestName: Sendable {
  /// Its name, once in a file.
  package let id: Marked<String>
  /// What it shows; nil if nothing is said.
  package let title: Words?
}

/// Observations with what the rules must make of them.
package struct TestCase: Sendable {
  package let name: TestName
  /// The observations, or the findings for which they were refused.
  package let observations: TestedObservations
  package let expectation: Expectation
}

/// What a case expects.
package enum Expectation: Sendable {
  /// The rules or the instrument refuse the observations with this code.
  case refusal(Marked<DiagnosticCode>)
  /// Scores, for one entity or several.
  case scores([ExpectedScores])
}

/// Observations as a test gives them.
package enum TestedObservations: Sendable {
  /// The year's own observations, and those of earlier editions' years that the rules may carry over, by the name of the edition.
  case table(ObservationTable, earlier: [String: ObservationTable])
  /// They break the rules of the instrument, as the case expects.
  case refused
}

/// What a case expects of one entity; only what is said is compared.
package struct ExpectedScores: Sendable {
  /// The path of the entity, `kota-contoh/dinsos`.
  package let path: String
  /// Its rung, 0 for the top.
  package let rung: Int
  package var total: Marked<Fraction>?
  package var reported: Marked<Fraction>?
  /// The id of a step of the zone ladder.
  package var zone: Marked<String>?
  package var colour: Marked<String>?
  /// Parts with their values; nil where a part must have none.
  package var parts: [(id: Marked<String>, value: Fraction?)] = []
  /// Flags with their values; nil where a flag must be unknown.
  package var flags: [(id: Marked<String>, value: Bool?)] = []
  /// All parts that do not apply to the entity or to one below it.
  package var notApplicable: Marked<[String]>?
  /// All fields that were not recorded for the entity or for one below it.
  package var missing: Marked<[String]>?

  package init(path: String, rung: Int) {
    self.path = path
    self.rung = rung
  }

  /// Whether there is anything to compare.
  package var saysSomething: Bool {
    total != nil || reported != nil || zone != nil || colour != nil || !parts.isEmpty || !flags.isEmpty || notApplicable != nil
      || missing != nil
  }
}

/// Two years of one institution with the explanation of its change.
package struct TestedChange: Sendable {
  /// An amount of the explanation, or the lines that it is made of.
  package indirect enum Amount: Sendable {
    case number(Fraction)
    case lines([(id: Marked<String>, amount: Amount)])

    /// The amount, which for lines is their sum.
    package var sum: Fraction {
      switch self {
      case .number(let number): number
      case .lines(let lines): lines.map(\.amount.sum).sum()
      }
    }

    /// How many levels of lines it names.
    package var depth: Int {
      switch self {
      case .number: 0
      case .lines(let lines): 1 + (lines.map(\.amount.depth).max() ?? 0)
      }
    }
  }

  /// Amounts of the blocks; a block that is not named must be 0.
  package struct Amounts: Sendable {
    package var blocks: [(block: Block, place: SourceRange, amount: Amount)] = []
    /// What the rounding of the published totals adds, for printed amounts.
    package var finalRounding: Marked<Fraction>?
    package let range: SourceRange

    package init(range: SourceRange) {
      self.range = range
    }

    /// What the amounts add up to.
    package var sum: Fraction { blocks.map(\.amount.sum).sum() + (finalRounding?.value ?? .zero) }
  }

  package let name: TestName
  /// The earlier year, scored by its own rules.
  package let oldEdition: CheckedEdition
  package let oldTable: ObservationTable
  package let newTable: ObservationTable
  /// The path of the institution.
  package let entity: String
  package let path: ExplanationPath
  package let from: Marked<Fraction>
  package let to: Marked<Fraction>
  /// The exact amounts, which add up to the change of the exact totals.
  package let exact: Amounts
  /// The printed amounts, which add up to the change of the published totals; nil if nothing is said.
  package let printed: Amounts?
}

/// Totals that were published, with the zones that were published beside them.
package struct PublishedTable: Sendable {
  /// One published total.
  package struct Row: Sendable {
    package let name: String
    package let total: Fraction
    /// The step or the colour that was published.
    package let zone: String
    package let range: SourceRange
  }

  package let name: TestName
  package let rows: [Row]
}
