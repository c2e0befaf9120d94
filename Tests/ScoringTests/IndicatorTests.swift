import Testing

/// What one observation is worth, body by body.
@Suite("Indicators")
struct IndicatorTests {
  /// One indicator over one field of institutions; one institution for each value.
  private func values(_ field: String, _ body: String, scale: String = "[0, 100]", _ observed: String...) throws -> [String?] {
    let example = try Example(
      scale: scale, units: "institution: {}", fields: "f: {per: institution, \(field)}", score: body,
      zones: "ladder: [{id: semua, from: \(scale.dropFirst().prefix(1))}]",
      data: [observed.enumerated().map { "k\($0.offset),f,\($0.element)" }.joined(separator: "\n")])
    return observed.indices.map { example.total("k\($0)") }
  }

  @Test func `yes is the top of the scale and no the bottom`() throws {
    #expect(try values("type: yes_no", "yes_no: f", "true", "false", "ya", "0") == ["100", "0", "100", "0"])
    #expect(try values("type: yes_no", "yes_no: f", scale: "[1, 5]", "true", "false") == ["5", "1"])
  }

  @Test func `an inverted answer is worth the opposite`() throws {
    #expect(try values("type: yes_no", "yes_no: {field: f, invert: true}", "true", "false") == ["0", "100"])
    #expect(try values("type: yes_no", "yes_no: {field: f, invert: false}", "true", "false") == ["100", "0"])
    #expect(try values("type: yes_no", "yes_no: {field: f, invert: true}", scale: "[1, 5]", "true", "false") == ["1", "5"])
  }

  @Test func `each level has the score of its row`() throws {
    let body = "levels: {field: f, scores: {0: 0, 1: \"100/3\", 2: \"200/3\", 3: 100}}"
    #expect(try values("type: level, range: [0, 3]", body, "0", "1", "2", "3") == ["0", "100/3", "200/3", "100"])
  }

  @Test func `levels need not rise, and may be negative`() throws {
    let body = "levels: {field: f, scores: {-1: 20, 0: 100, 1: 60}}"
    #expect(try values("type: level, range: [-1, 1]", body, "-1", "0", "1") == ["20", "100", "60"])
  }

  @Test func `a band begins at its line and ends just before the next`() throws {
    let body = "bands: {field: f, rows: [{from: 0, score: 0}, {from: 50, score: 50}, {from: \"200/3\", score: 75}, {from: 90, score: 100}]}"
    #expect(
      try values("type: number, range: [0, 100]", body, "0", "49.999", "50", "66.66", "66.67", "89.99", "90", "100")
        == ["0", "0", "50", "50", "75", "75", "100", "100"])
  }

  @Test func `bands may fall`() throws {
    let body = "bands: {field: f, rows: [{from: 0, score: 100}, {from: 15, score: 40}, {from: 60, score: 0}]}"
    #expect(try values("type: number, range: [0, 240]", body, "14.9", "15", "60", "240") == ["100", "40", "0", "0"])
  }

  @Test func `a line rises exactly from its worst to its best value`() throws {
    // (40 - 10) / (70 - 10) = 1/2; (30 - 10) / 60 = 1/3.
    let body = "linear: {field: f, worst: 10, best: 70}"
    #expect(try values("type: number, range: [10, 70]", body, "10", "30", "40", "70") == ["0", "100/3", "50", "100"])
  }

  @Test func `a line may run down`() throws {
    // From 60 minutes, worth 0, to none, worth 100: (60 - 15) / 60 = 3/4; (60 - 24) / 60 = 3/5.
    let body = "linear: {field: f, worst: 60, best: 0}"
    #expect(try values("type: number, range: [0, 60]", body, "60", "15", "24", "0") == ["0", "75", "60", "100"])
  }

  @Test func `a clamped line stops at both ends, in either direction`() throws {
    let up = "linear: {field: f, worst: 20, best: 80, clamp: true}"
    #expect(try values("type: number", up, "-5", "20", "50", "80", "1000") == ["0", "0", "50", "100", "100"])
    let down = "linear: {field: f, worst: 80, best: 20, clamp: true}"
    #expect(try values("type: number", down, "-5", "20", "35", "80", "1000") == ["100", "100", "75", "0", "0"])
  }

  @Test func `a line spans another scale`() throws {
    // 1 + (5 - 1) x 25/100 = 2.
    let body = "linear: {field: f, worst: 0, best: 100}"
    #expect(try values("type: number, range: [0, 100]", body, scale: "[1, 5]", "0", "25", "100") == ["1", "2", "5"])
    #expect(try values("type: number, range: [0, 100]", body, scale: "[0, 5]", "47") == ["47/20"])
  }

  /// A checklist of four items; each institution's answers in order, `-` for none.
  private func checklist(
    more: String = "", scale: String = "[0, 100]", missing: String = "skip", _ answers: String...
  ) throws -> [String?] {
    let rows = answers.enumerated().flatMap { institution, answers in
      zip("abcd", answers).map { "k\(institution),\($0),\($1 == "-" ? "" : String($1))" }
    }
    let example = try Example(
      scale: scale, units: "institution: {}", fields: "abcd".map { "\($0): {per: institution, type: yes_no}" }.joined(separator: "\n"),
      defaults: "{missing: \(missing)}", score: "checklist: {items: [a, b, c, d]\(more)}",
      zones: "ladder: [{id: semua, from: \(scale.dropFirst().prefix(1))}]", data: [rows.joined(separator: "\n")])
    return answers.indices.map { example.total("k\($0)") }
  }

  @Test func `a checklist is worth the share of its items that are met`() throws {
    #expect(try checklist("0000", "1000", "1010", "1101", "1111") == ["0", "25", "50", "75", "100"])
    // 1 + 4 x 3/4 = 4.
    #expect(try checklist(scale: "[1, 5]", "0000", "1101", "1111") == ["1", "4", "5"])
  }

  @Test func `items with points count their points, the others one`() throws {
    // a 3, b 1/2, c 1, d 1: 11/2 in all. a: 3 / 5.5 = 6/11; b and c: 1.5 / 5.5 = 3/11.
    #expect(try checklist(more: ", points: {a: 3, b: \"1/2\"}", "1000", "0110", "1111") == ["600/11", "300/11", "100"])
  }

  @Test func `enough met items give the top, fewer the share met`() throws {
    #expect(try checklist(more: ", at_least: 3", "1111", "1110", "1100", "0000") == ["100", "100", "50", "0"])
  }

  @Test func `enough is counted in points`() throws {
    // a 3, b c d 1: 6 in all. a alone reaches 3; b and c are 2/6 of the way.
    #expect(try checklist(more: ", points: {a: 3}, at_least: 3", "1000", "0110", "0111") == ["100", "100/3", "100"])
  }

  @Test func `a checklist with a missing item is missing, even if enough are met`() throws {
    #expect(try checklist("111-", "-000", "1111") == [nil, nil, "100"])
    #expect(try checklist(more: ", at_least: 2", "11--", "1100") == [nil, "100"])
    #expect(try checklist(missing: "zero", "111-") == ["0"])
    #expect(try checklist(missing: "{value: 40}", "111-") == ["40"])
  }
}
