internal import RuleDiagnostics
internal import RuleModel

/// How observations stand in the rows of a file, told by its header.
enum TableShape {
  case long
  case wide
  /// A column that is a field stands beside one of `field` and `value`.
  case mixed(field: CSVCell, other: CSVCell)

  /// Looks at the first row. What names no rung, or neither fields nor `field` and `value`, is taken for long, whose reader says what is missing.
  init(_ opening: CSVOpening, _ draft: ObservationDraft) {
    let known = ObservationColumns.expected(draft.ladder, draft.fields)
    let rungs = Set(draft.ladder.flatMap { [$0.id.value, $0.id.value + "_id", $0.label.id.trimmed, $0.label.en.trimmed] })
    var namesRung = false
    var field: CSVCell?
    var other: CSVCell?
    for cell in opening.row.cells {
      let name = headerName(cell, in: opening.file)
      if rungs.contains(name) { namesRung = true }
      if let column = known.firstIndex(where: { $0.names.contains(name) }) {
        if ObservationColumns.fieldAndValue(draft.ladder).contains(column) { other = other ?? cell }
      } else if !draft.fields.fields(called: name).isEmpty {
        field = field ?? cell
      }
    }
    switch (field, other) {
    case (nil, _): self = .long
    case (_, nil): self = namesRung ? .wide : .long
    case (let field?, let other?): self = .mixed(field: field, other: other)
    }
  }

  static func reportMixed(_ field: CSVCell, _ other: CSVCell, in file: SourceFile, log: inout DiagnosticLog) {
    let (name, otherName) = (visible(field.text(in: file.bytes)), visible(other.text(in: file.bytes)))
    log.error(
      .wideTable, in: file, at: field.outer,
      Words(
        id: "kolom `\(name)` adalah bidang, padahal ada juga kolom `\(otherName)`",
        en: "the column `\(name)` is a field, but there is also a column `\(otherName)`"),
      help: Words(
        id: "tulis satu baris untuk setiap pengamatan dengan kolom `field` dan `value`, atau satu kolom untuk setiap bidang",
        en: "write a row for each observation with columns `field` and `value`, or a column for each field"),
      notes: [
        Diagnostic.Note(
          Words(id: "kolom bentuk panjang", en: "the column of the long form"),
          at: file.range(other.outer.lowerBound, other.outer.upperBound))
      ])
  }
}

/// The name in a cell of the header, without blanks around it.
func headerName(_ cell: CSVCell, in file: SourceFile) -> String {
  String(decoding: cell.text(in: file.bytes), as: UTF8.self).trimmed
}

extension String {
  /// The text without blanks of any kind and invisible characters at either end.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar.isInvisible || scalar.properties.isWhitespace }
    let scalars = unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
