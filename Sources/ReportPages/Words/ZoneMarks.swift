internal import RuleDiagnostics
internal import RuleModel

/// How each zone is shown: a word, a symbol, a pattern and a colour, so that no reader depends on one of them.
struct ZoneMarks: Sendable {
  /// What stands for one colour of the rules.
  struct Mark: Sendable {
    /// The class of its style, and the name of its pattern.
    let style: String
    /// The symbol before the word.
    let symbol: String
  }

  /// The colours, lowest first.
  let colours: [String]
  private let marks: [Mark]

  /// The mark of who is below the lowest line.
  static let none = Mark(style: "zn", symbol: "○")

  private static let known = [
    "hijau": Mark(style: "zh", symbol: "●"), "kuning": Mark(style: "zk", symbol: "◆"), "merah": Mark(style: "zm", symbol: "■"),
  ]
  private static let symbols = ["■", "◆", "▲", "●", "★", "✚"]

  /// Chooses marks: the three that everybody knows if the rules use no others, else a neutral scale from light to dark.
  init(_ ladder: ZoneLadder) {
    colours = ladder.colours
    if colours.allSatisfy({ ZoneMarks.known[$0] != nil }) {
      marks = colours.compactMap { ZoneMarks.known[$0] }
    } else {
      let (count, steps) = (ladder.colours.count, ZoneMarks.symbols.count)
      marks = colours.indices.map { index in
        // The highest is the darkest, however many there are.
        let place = count <= steps ? steps - count + index : index * (steps - 1) / max(1, count - 1)
        return Mark(style: "z\(place)", symbol: ZoneMarks.symbols[place])
      }
    }
  }

  /// The mark of a colour; nil stands below the lowest line.
  func mark(_ colour: String?) -> Mark {
    colour.flatMap { colours.firstIndex(of: $0) }.map { marks[$0] } ?? ZoneMarks.none
  }

  /// The word for a step: its colour, with its own name if that is another.
  static func word(_ step: ZoneStep?, _ language: Language) -> String {
    guard let step else { return PageWord.below(language) }
    return step.id.value == step.colour ? step.colour : "\(step.colour) (\(step.id.value))"
  }

  /// A step as a label with symbol, word, pattern and colour.
  func chip(_ step: ZoneStep?, _ language: Language) -> Markup {
    chip(step?.colour, saying: ZoneMarks.word(step, language))
  }

  /// A step in plain text: symbol and word.
  func text(_ step: ZoneStep?, _ language: Language) -> Markup {
    "\(mark(step?.colour).symbol) \(ZoneMarks.word(step, language))"
  }

  /// A colour as a label.
  func chip(_ colour: String?, saying word: String) -> Markup {
    let mark = mark(colour)
    return "<b class=\"z \(mark.style)\">\(mark.symbol) \(word)</b>"
  }
}
