/// What may stand behind a key.
package indirect enum ValueShape: Sendable {
  /// Any single value, read as text; it may be empty.
  case text
  /// Any single value that is not empty, read as text.
  case words
  /// A name: letters, digits, `_`, `-` and `.`, begun by a letter or a digit.
  case name
  /// The key of a source, with a page or a section behind it.
  case citation
  /// An exact number: a decimal, or a fraction in quotes.
  case number
  /// An exact number above 0.
  case positiveNumber
  /// A whole number within bounds.
  case whole(ClosedRange<Int>)
  /// `true` or `false`.
  case boolean
  /// One of these words.
  case choice([String])
  /// The version of the format.
  case version(String)
  /// A pair `[lowest, highest]`.
  case range
  /// A mapping of that form.
  case mapping(FormName)
  /// A mapping whose keys are the author's own.
  case table(TableKey, of: ValueShape, count: ClosedRange<Int>)
  /// A list of at least so many values.
  case list(ValueShape, atLeast: Int)
  /// One value, or a list of at least so many.
  case oneOrList(ValueShape, atLeast: Int)
  /// A single value, or a mapping of that form.
  case valueOrMapping(ValueShape, FormName)

  /// What the keys of a table are.
  package enum TableKey: Sendable {
    case name, number, text
  }

  /// One of the words of an enumeration.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(of: Choice.Type) -> ValueShape {
    .choice(Choice.allCases.map(\.rawValue))
  }

  /// A table of any number of entries.
  static func table(of value: ValueShape) -> ValueShape { .table(.name, of: value, count: 0...Int.max) }
}
