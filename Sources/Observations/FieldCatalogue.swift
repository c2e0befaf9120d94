internal import RuleDiagnostics
internal import RuleModel

/// The fields that observations may name, with the rungs on which they stand.
struct FieldCatalogue {
  /// A field and the index of its rung; nil if the ladder has no such rung.
  struct Entry {
    let field: Field
    let rung: Int?
  }

  private(set) var entries: [Entry] = []
  /// The rungs that fields name and the ladder lacks.
  private(set) var otherRungs: [String] = []
  /// INVARIANT: the names of the entries come first, in their order; unknown names follow.
  private var names = NameTable()
  /// The fields by the names that a column of a wide table may have: their id, or their label in either language. Those of the edition
  /// come before those of others, and an id before a label.
  private var columnNames: [String: [Int]] = [:]

  /// Collects the fields; among equal ids the one in `fields` wins.
  init(ladder: [Rung], fields: [Field], otherFields: [Field]) {
    for field in fields + otherFields {
      guard names.number(of: field.id.value) == entries.count else { continue }
      let rung = ladder.firstIndex { $0.id.value == field.rung }
      entries.append(Entry(field: field, rung: rung))
      if rung == nil, !otherRungs.contains(field.rung) { otherRungs.append(field.rung) }
    }
    let isOwn = Set(fields.map(\.id.value))
    for own in [true, false] {
      var found: [String: [Int]] = [:]
      for (number, entry) in entries.enumerated() where isOwn.contains(entry.field.id.value) == own {
        let label = entry.field.label
        for name in Set([label.id.trimmed, label.en.trimmed]) where !name.isEmpty { found[name, default: []].append(number) }
      }
      columnNames.merge(found) { known, _ in known }
    }
    for (number, entry) in entries.enumerated() { columnNames[entry.field.id.value] = [number] }
  }

  /// Returns the fields that a column of that name may mean: one, several that share a label, or none.
  func fields(called name: String) -> [Int] { columnNames[name] ?? [] }

  /// The names that a column of a field may have.
  var allColumnNames: [String] { Array(columnNames.keys) }

  /// What a look-up gave.
  enum Found {
    case field(Int)
    /// No field; `isNew` if the name is met for the first time.
    case unknown(isNew: Bool)
  }

  /// Returns the field that a cell names.
  mutating func field(in cell: CSVCell, of file: [UInt8]) -> Found {
    let known = names.count
    let number = names.number(of: cell, in: file)
    return number < entries.count ? .field(number) : .unknown(isNew: number == known)
  }

  /// Reports a name that is no field.
  func reportUnknown(_ cell: CSVCell, in file: SourceFile, log: inout DiagnosticLog) {
    let name = String(decoding: cell.text(in: file.bytes), as: UTF8.self)
    log.error(
      .cellUnknownField, in: file, at: cell.outer,
      cell.isEmpty
        ? Words(id: "baris ini tidak menyebut bidang", en: "this row names no field")
        : Words(id: "bidang `\(visible(name.utf8))` tidak dikenal", en: "the field `\(visible(name.utf8))` is not known"),
      help: nearestName(to: name, among: entries.lazy.map(\.field.id.value))
        .map { Words(id: "mungkin maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
        ?? Words(id: "pakai id dari `fields:` dalam berkas aturan", en: "use an id from `fields:` of the rule file"))
  }
}
