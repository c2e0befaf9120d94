import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("What is said of a file's form")
struct SaidFormTests {
  private func read(_ text: String, _ form: TableForm) -> (table: ObservationTable?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    var file = SourceFile(name: "obs.csv", bytes: Array(text.utf8))
    file.form = form
    return (Survey.reader.read([file], log: &log), log)
  }

  private func form(_ decimal: TableForm.DecimalMark? = nil, _ group: TableForm.GroupMark? = nil, _ separator: TableForm.Separator? = nil)
    -> TableForm
  {
    var form = TableForm()
    (form.decimal, form.group, form.separator) = (decimal, group, separator)
    return form
  }

  private func budget(_ text: String, _ form: TableForm) -> String? {
    read(Survey.header + "k,,,budget,\"\(text)\"\n", form).table.flatMap { Survey.value("budget", "k", in: $0) }
  }

  @Test func `marks of decimals and thousands that were named decide`() {
    #expect(budget("1.234,5", form(.comma, .point)) == "2469/2")
    #expect(budget("1.234", form(.comma, .point)) == "1234")
    #expect(budget("1.234", form(nil, .point)) == "1234")
    #expect(budget("1.234.567", form(nil, .point)) == "1234567")
    #expect(budget("1,234.5", form(.point, .comma)) == "2469/2")
    #expect(budget("1,234", form(nil, .comma)) == "1234")
    #expect(budget("-1 234,5", form(.comma, .blank)) == "-2469/2")
    #expect(budget("1\u{A0}234", form(nil, .blank)) == "1234")
    #expect(budget("1'234.5", form(nil, .apostrophe)) == "2469/2")
    #expect(budget("1,234", form(.comma)) == "617/500")
    #expect(budget("78", form(.comma, .point)) == "78")
  }

  @Test func `a number that is written otherwise is refused`() {
    for (text, said) in [
      ("78.5", form(.comma)), ("1.23", form(.comma, .point)), ("1234.567", form(.comma, .point)), ("1.2345", form(nil, .point)),
      (".123", form(nil, .point)), ("1..234", form(nil, .point)), ("78,5", form(.point)), ("01.234", form(nil, .point)),
    ] {
      let (table, log) = read(Survey.header + "k,,,budget,\"\(text)\"\n", said)
      #expect(table == nil, "\(text)")
      let errors = log.diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.range?.description) == ["obs.csv:2:12"], "\(text)")
      #expect(log.diagnostics.first?.help != nil)
    }
  }

  @Test func `a decimal point that was named is none between thousands`() throws {
    let (table, log) = read("institution;unit;product;field;value\nk;;;budget;1.234\n", form(.point))
    #expect(Survey.value("budget", "k", in: try #require(table)) == "617/500")
    #expect(log.diagnostics.map(\.message.en) == ["read as CSV with: semicolons between cells"])
  }

  @Test func `text and answers are not touched by the marks of numbers`() throws {
    let (table, _) = read(Survey.header + "k,d,,remark,1.234\nk,d,p,charter,1\n", form(.comma, .point))
    #expect(Survey.value("remark", "k/d", in: try #require(table)) == "1.234")
    #expect(Survey.value("charter", "k/d/p", in: try #require(table)) == "1")
  }

  @Test func `a separator that was named is used, whatever occurs more often`() throws {
    let text = "institution;unit;training;remark,a,b,c,d,e\n"
    #expect(read(text, form()).table == nil)
    let (table, _) = read("institution\tunit\ttraining\nk\td\t78,5\n", form(.comma, nil, .tab))
    #expect(Survey.value("training", "k/d", in: try #require(table)) == "157/2")
  }

  @Test func `a sheet's numbers are exact, and its texts as suspicious as anywhere`() throws {
    func read(_ text: String) -> (table: ObservationTable?, log: DiagnosticLog) {
      var log = DiagnosticLog()
      let sheet = Sheet(.worksheet, name: "Data", columns: ["A", "B", "C", "D", "E"])
      let file = SourceFile(sheet: sheet, of: SourceFile(name: "a.xlsx", bytes: []), bytes: Array(text.utf8))
      return (Survey.reader.read([file], log: &log), log)
    }
    let header = "\"institution\",\"unit\",\"training\",\"complaints\"\n"
    let sound = read(header + "\"k\",\"d\",1.234,3\n\n\"k\",\"e\",\"77,99\"\n\"k\",\"f\",\"5\",4,,\n")
    let table = try #require(sound.table)
    #expect(["d", "e", "f"].map { Survey.value("training", "k/\($0)", in: table) } == ["617/500", "7799/100", "5"])
    #expect(
      sound.log.diagnostics.map(\.message.en) == [
        "read as a sheet with: a column for each field (2), texts with decimal commas in the column `training` read as numbers"
      ])
    let wrong = read(header + "\"k\",\"d\",\"1.234\",3\n\"k\",\"e\",\"77,99\",3\n\"k\",\"f\",\"77.9\",\"30 %\"\n")
    #expect(wrong.table == nil)
    #expect(
      wrong.log.diagnostics.filter { $0.severity == .error }.map(\.range?.description) == [
        "a.xlsx:Data!C2", "a.xlsx:Data!C4", "a.xlsx:Data!D4",
      ])
    #expect(wrong.log.diagnostics.map(\.code).prefix(3) == [.cellAmbiguousNumber, .cellAmbiguousNumber, .cellNotOfType])
  }
}
