internal import RuleModel

/// The smallest piece of an expression, with its place.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Fraction)
    case string(String)
    case name(String)
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  /// In Unicode scalars from the start of the expression.
  let range: Range<Int>
}

/// The signs of the language; longer ones first, as they are read.
enum Symbol: String, CaseIterable {
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and = "&&"
  case or = "||"
  case less = "<"
  case greater = ">"
  case not = "!"
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case percent = "%"
  case question = "?"
  case colon = ":"
  case dot = "."
  case comma = ","
  case open = "("
  case close = ")"
  case openBracket = "["
  case closeBracket = "]"

  /// The scalars of each sign, in the order in which they are tried.
  static let spelled = allCases.map { ($0, Array($0.rawValue.unicodeScalars)) }
}

/// The words that CEL keeps for itself; none can name anything.
enum ReservedWord {
  /// The words of the language.
  static let keywords: Set<String> = ["true", "false", "null", "in"]
  /// Words without a meaning, kept free as CEL does.
  static let kept: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var",
    "void", "while",
  ]

  /// Whether `text` is spelled like a name and free to be one.
  static func allowsName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first.startsName, scalars.allSatisfy(\.continuesName) else { return false }
    return !keywords.contains(text) && !kept.contains(text)
  }
}

extension Unicode.Scalar {
  /// Whether this is an ASCII digit.
  var isDigit: Bool { ("0"..."9").contains(self) }
  /// Whether a name may begin with this.
  var startsName: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
  /// Whether a name may go on with this.
  var continuesName: Bool { startsName || isDigit }
  /// The value of a hexadecimal digit.
  var hexadecimal: UInt32? {
    switch self {
    case "0"..."9": value - 48
    case "a"..."f": value - 87
    case "A"..."F": value - 55
    default: nil
    }
  }
}
