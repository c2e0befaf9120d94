/// How a zone is shown: a word, a symbol, a fill and a pattern, so that nobody needs to see the colour.
struct ZoneLook: Hashable {
  /// How the ground is drawn.
  enum Pattern: Hashable {
    case solid, diagonal, crossHatch
  }

  let symbol: String?
  let ground: UInt32
  /// The lines of the pattern; near the ground, so that the word stays readable.
  let lines: UInt32
  /// As the library writes colours, for which 0 is none.
  let text: UInt32
  let pattern: Pattern

  /// The look of a colour of a zone ladder. Names that are no traffic light get a neutral ground.
  init(colour: String) {
    switch colour {
    case "hijau": self.init("●", 0x00664A, 0x00664A, 0xFFFFFF, .solid)
    case "kuning": self.init("◆", 0xF2C12E, 0xD9A81C, 0x100_0000, .diagonal)
    case "merah": self.init("■", 0xB3261E, 0x8E1B1B, 0xFFFFFF, .crossHatch)
    default: self.init(nil, 0xE8E8E8, 0xE8E8E8, 0x100_0000, .solid)
    }
  }

  private init(_ symbol: String?, _ ground: UInt32, _ lines: UInt32, _ text: UInt32, _ pattern: Pattern) {
    self.symbol = symbol
    self.ground = ground
    self.lines = lines
    self.text = text
    self.pattern = pattern
  }
}
