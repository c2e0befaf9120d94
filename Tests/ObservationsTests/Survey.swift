import Observations
import RuleDiagnostics
import RuleModel
import Testing

/// The rules under which the tests read: three rungs and a field of each kind.
enum Survey {
  static let reader = ObservationReader(ladder: ladder, fields: fields)

  static let ladder = [rung("institution", kinds: ["city", "province"]), rung("unit"), rung("product")]

  static let fields = [
    field("budget", "institution", .number),
    field("training", "unit", .number, 0...100),
    field("complaints", "unit", .count),
    field("maturity", "unit", .level, 0...4),
    field("manager", "unit", .choice),
    field("remark", "unit", .text),
    field("charter", "product", .yesNo),
    field("time", "product", .number),
  ]

  static func rung(_ id: String, kinds: [String] = []) -> Rung {
    Rung(id: Marked(id, at: nowhere), label: Words(same: id), kinds: kinds, combine: Marked(.mean, at: nowhere))
  }

  static func field(_ id: String, _ rung: String, _ kind: Field.Kind, _ range: ClosedRange<Int>? = nil) -> Field {
    Field(
      id: Marked(id, at: nowhere), rung: rung, kind: kind, range: range.map { Fraction($0.lowerBound)...Fraction($0.upperBound) },
      unit: nil, label: Words(same: id), isOptional: false)
  }

  private static let nowhere = SourceRange(file: "rules.yaml", at: .start)

  /// The usual first line.
  static let header = "institution,unit,product,field,value\n"

  /// Reads texts that are expected to be sound.
  static func table(_ texts: String..., entities: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> ObservationTable
  {
    var log = DiagnosticLog()
    let files = texts.enumerated().map { SourceFile(name: "obs\($0.offset).csv", bytes: Array($0.element.utf8)) }
    let directories = entities.map { [SourceFile(name: "entities.csv", bytes: Array($0.utf8))] } ?? []
    let table = reader.read(files, entities: directories, log: &log)
    #expect(log.diagnostics.filter { $0.severity == .error } == [], sourceLocation: sourceLocation)
    return try #require(table, sourceLocation: sourceLocation)
  }

  /// Reads one file of bytes; returns all findings.
  static func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    var log = DiagnosticLog()
    let table = reader.read([SourceFile(name: "obs.csv", bytes: bytes)], log: &log)
    #expect((table == nil) == log.hasErrors)
    return log.diagnostics
  }

  /// The value recorded for a path such as `k/d/p`, as text.
  static func value(_ field: String, _ path: String, in table: ObservationTable) -> String? {
    let rung = path.split(separator: "/").count - 1
    guard let entity = table.population.index(of: path, on: rung) else { return nil }
    switch table.value(of: field, for: entity) {
    case .number(let number): return number.exactText
    case .text(let text): return text
    case nil: return nil
    }
  }
}

/// A text in which `«` and `»` stand around the words that a finding is about.
struct MarkedText {
  let file: SourceFile
  let range: SourceRange

  init(_ text: String, name: String = "obs.csv") {
    let pieces = text.split(separator: "«", omittingEmptySubsequences: false)
    let inner = (pieces.last ?? "").split(separator: "»", omittingEmptySubsequences: false)
    precondition(pieces.count == 2 && inner.count == 2, "a marked text has one pair of marks")
    let start = pieces[0].utf8.count
    file = SourceFile(name: name, bytes: Array((pieces[0] + inner[0] + inner[1]).utf8))
    range = file.range(start, start + inner[0].utf8.count)
  }
}

/// Expects exactly one error, with that code, at the marked words, and returns it.
@discardableResult
func expectError(
  _ code: DiagnosticCode, _ text: String, says words: String? = nil, help: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Diagnostic? {
  let marked = MarkedText(text)
  var log = DiagnosticLog()
  let table = Survey.reader.read([marked.file], log: &log)
  return check(log, table, code, marked.range, says: words, help: help, sourceLocation: sourceLocation)
}

/// Expects exactly one error in a directory of entities.
@discardableResult
func expectDirectoryError(
  _ code: DiagnosticCode, _ text: String, observations: String = Survey.header + "k,d,p,time,1\n", says words: String? = nil,
  help: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) -> Diagnostic? {
  let marked = MarkedText(text, name: "entities.csv")
  var log = DiagnosticLog()
  let file = SourceFile(name: "obs.csv", bytes: Array(observations.utf8))
  let table = Survey.reader.read([file], entities: [marked.file], log: &log)
  return check(log, table, code, marked.range, says: words, help: help, sourceLocation: sourceLocation)
}

private func check(
  _ log: DiagnosticLog, _ table: ObservationTable?, _ code: DiagnosticCode, _ range: SourceRange, says words: String?, help: String?,
  sourceLocation: SourceLocation
) -> Diagnostic? {
  #expect(table == nil, sourceLocation: sourceLocation)
  let errors = log.diagnostics.filter { $0.severity == .error }
  #expect(errors.map(\.code) == [code], "\(errors.map(\.message.en))", sourceLocation: sourceLocation)
  #expect(errors.first?.range == range, sourceLocation: sourceLocation)
  if let words { #expect(errors.first?.message.en.contains(words) == true, "\(errors)", sourceLocation: sourceLocation) }
  if let help { #expect(errors.first?.help?.en.contains(help) == true, "\(errors)", sourceLocation: sourceLocation) }
  #expect(errors.first?.help != nil, "an error has a remedy", sourceLocation: sourceLocation)
  return errors.first
}
