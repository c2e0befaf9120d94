internal import RuleDiagnostics
internal import RuleModel

/// The texts of the stretches read as values, each once.
struct ReadValues {
  /// The different values of all fields that are read alike.
  struct Values {
    fileprivate(set) var distinct: [ObservedValue] = []
    private var codes: [ObservedValue: Int32] = [:]

    fileprivate mutating func code(of value: ObservedValue) -> Int32 {
      if let code = codes[value] { return code }
      let code = Int32(distinct.count)
      codes[value] = code
      distinct.append(value)
      return code
    }
  }

  /// How a field's texts are read.
  enum Form: Int, CaseIterable {
    case number
    case yesNo
    case text

    init(_ kind: Field.Kind) {
      switch kind {
      case .number, .count, .level: self = .number
      case .yesNo: self = .yesNo
      case .choice, .text: self = .text
      }
    }
  }

  private let fields: FieldCatalogue
  private var texts = ValueTexts()
  private(set) var values = Form.allCases.map { _ in Values() }
  /// For each stretch and form the code of each text; ``ObservationColumn/nothing`` for an empty one.
  private(set) var codes: [[[Int32]]] = []
  /// For each field whether any row names it.
  private(set) var isUsed: [Bool]

  init(_ fields: FieldCatalogue) {
    self.fields = fields
    isUsed = fields.entries.map { _ in false }
  }

  /// Reads the texts of one file's stretches; nil if one is no value of a field that holds it.
  mutating func take(_ drafts: [StretchDraft], _ dialect: CSVDialect) -> (usesDecimalComma: Bool, ends: LineEnds)? {
    var ends = LineEnds()
    let numbers = drafts.map { draft in
      (0..<draft.texts.count).map { text -> Int? in
        var bytes = draft.texts.text(text)
        if bytes.first == UInt8(ascii: "\n") {
          bytes.removeFirst()
        } else if bytes.last == UInt8(ascii: "\r") {
          bytes.removeLast()
          ends.hasCRLF = true
        } else {
          ends.hasLF = true
        }
        return bytes.isEmpty ? nil : texts.number(of: bytes)
      }
    }
    var dialect = dialect
    dialect.usesDecimalComma = dialect.separator == .semicolon && hasDecimalComma(drafts, numbers)
    let doubted = dialect.separator == .semicolon ? [] : doubtedFields(drafts, numbers)
    for (draft, numbers) in zip(drafts, numbers) {
      guard let codes = codes(draft, numbers, NumberStyle(dialect), doubted) else { return nil }
      self.codes.append(codes)
    }
    return (dialect.usesDecimalComma, ends)
  }

  private func hasDecimalComma(_ drafts: [StretchDraft], _ numbers: [[Int?]]) -> Bool {
    let numeric = fields.entries.indices.filter { Form(fields.entries[$0].field.kind) == .number }
    return zip(drafts, numbers).contains { draft, numbers in
      numbers.indices.contains { text in
        numbers[text].map { texts.hasDecimalComma($0) } == true && numeric.contains { draft.uses(text, in: $0) }
      }
    }
  }

  /// The fields whose points may group thousands, with nothing in the file that tells.
  private func doubtedFields(_ drafts: [StretchDraft], _ numbers: [[Int?]]) -> Set<Int> {
    var evidence: [Int: PointEvidence] = [:]
    for (draft, numbers) in zip(drafts, numbers) {
      for (text, number) in numbers.enumerated() {
        guard let decimal = number.flatMap({ texts.decimal($0) }) else { continue }
        for field in draft.fields(using: text) where Form(fields.entries[field].field.kind) == .number {
          evidence[field, default: PointEvidence()].take(decimal)
        }
      }
    }
    return Set(evidence.filter(\.value.leavesDoubt).keys)
  }

  private mutating func codes(_ draft: StretchDraft, _ numbers: [Int?], _ style: NumberStyle, _ doubted: Set<Int>) -> [[Int32]]? {
    var codes = Form.allCases.map { _ in [Int32](repeating: ObservationColumn.nothing, count: numbers.count) }
    for (text, number) in numbers.enumerated() {
      for field in draft.fields(using: text) {
        isUsed[field] = true
        guard let number, fields.entries[field].rung != nil else { continue }
        let rule = fields.entries[field].field
        let style = doubted.contains(field) ? .pointInDoubt : style
        guard texts.fault(of: number, for: rule, style: style) == nil, let value = texts.value(of: number, for: rule.kind)
        else { return nil }
        let form = Form(rule.kind).rawValue
        if codes[form][text] < 0 { codes[form][text] = values[form].code(of: value) }
      }
    }
    return codes
  }
}
