/// One piece of a rule file that the layout keeps as it is; what stands between pieces is only blanks and line ends.
struct LayoutToken {
  enum Kind: Equatable {
    /// A key or a value; further lines of it are indented by that much.
    case text(furtherLines: Int)
    /// A text behind `|` or `>`, in a block that is now indented by `block` and was indented by `before`.
    case blockText(block: Int, before: Int)
    /// From `#` to the end of the line.
    case comment
    /// One of `- ? : , [ ] { }`.
    case indicator(UInt8)
    /// `---`, `...` or a directive.
    case marker
  }

  let kind: Kind
  /// The bytes in the file.
  let bytes: Range<Int>
  /// How many lines ended since the token before.
  let lineEnds: Int
  /// The column where it stood, from 0.
  let column: Int
  /// The column where it belongs if it begins a line outside of brackets.
  let indent: Int
  /// Whether it begins an entry of a block: a key, a dash.
  let beginsEntry: Bool

  /// Whether everything behind it up to the next text counts, as after `|+`.
  var keepsLineEnds = false

  var isComment: Bool { kind == .comment }

  /// Whether it is that indicator.
  func isIndicator(_ character: Unicode.Scalar) -> Bool { kind == .indicator(UInt8(ascii: character)) }
}
