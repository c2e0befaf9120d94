public import RuleDiagnostics

/// How text for people is written: the language, and whether a terminal shows colour.
public struct TextStyle: Sendable {
  /// The language of all fixed words and numbers.
  public let language: Language
  /// Whether ANSI colours may be used; words say the same without them.
  public let hasColour: Bool

  /// Makes a style.
  public init(language: Language, hasColour: Bool) {
    self.language = language
    self.hasColour = hasColour
  }

  /// A role that colour can underline.
  enum Role: String {
    case strong = "1"
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case gain = "32"
    case loss = "31"
    case faint = "2"
  }

  func paint(_ text: String, _ role: Role) -> String {
    hasColour ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text with control characters, bidirectional marks and other invisible scalars spelt out, so that input cannot write on the terminal.
  public var visible: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The text cut to `width` characters, the cut marked.
  func cut(to width: Int) -> String {
    count <= width ? self : prefix(max(0, width - 1)) + "…"
  }

  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
